### /server-data가 보여 주는, 소식 알림에 관해 저장된 것.

kept-server-subscription = 소식 알림 설정 { $count }개: 무엇을 언제 어디에 알릴지
kept-server-delivery = 소식 알림 { $count }건: 올린 것, 놓친 것, 앞으로 올릴 것
kept-server-announced = 이미 알린 날짜 기록 { $count }건: 날짜가 바뀌면 다시 알려 드리려고 남겨 둬요
