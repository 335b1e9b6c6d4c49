# /event: 서버가 직접 정한 일정.
command-event = 이 서버만의 일정: 팬 이벤트, 모임, 서버 생일
command-event-add = 이 서버만의 일정을 추가해요
command-event-edit = 이 서버만의 일정을 고쳐요
command-event-remove = 이 서버만의 일정을 지워요
command-event-list = 이 서버만의 일정을 보여 드려요
option-event = 어느 일정인지
option-event-title = 일정 이름, 예: ‘컵홀더 이벤트’
option-event-date = 2026-03-04나 3월 4일, 날짜가 아직 안 정해졌으면 2026-03
option-event-yearly = 해마다 돌아오는 일정인지
option-event-zone = 하루가 시작되는 곳. 비워 두면 이 서버의 시간대를 따라요
option-event-note = 덧붙일 말. -를 쓰면 지워요
topic-events = 서버만의 일정
topic-events-text = 이벤트 관리 권한이 있는 분이 서버만의 일정을 추가해요. 한 번만 있는 일정도, 해마다 돌아오는 일정도, 몇 월인지만 아는 일정도 괜찮아요. 서버 캘린더와 알림에도 나와요.

upcoming-own-more = 그 밖에 { $count }개
events-title = 이 서버만의 일정
events-count = { $count ->
    [0] 100개까지 넣을 수 있어요.
   *[other] 일정 { $count }개
}
events-none = 아직 없어요. /event add로 첫 일정을 넣어 보세요.
events-none-here = 아직 없어요. 이벤트 관리 권한이 있는 분이 넣을 수 있어요.
events-later = 나중에
events-over = 지난 일정
events-choose = 지울 일정 고르기…
events-all = 모두 보기
events-remove = 지우기
events-yearly = 해마다: { $date }
events-zone = { $zone } 기준으로 하루가 시작돼요.
events-no-day = 날짜가 정해지기 전에는 ‘이번 달’이라고만 알려 드리고, 캘린더에는 넣지 않아요.
events-years = { $count }주년
audit-events = 서버만의 일정 변경

error-event-title = 일정 이름에는 글자가 하나 이상 있어야 해요. 저장된 것은 없어요.
error-event-date = ‘{ $text }’에서 날짜를 알아듣지 못했어요. 2026-03-04나 3월 4일처럼, 날짜가 아직 안 정해졌으면 2026-03처럼 적어 주세요. 저장된 것은 없어요.
error-event-year-alone = 해마다 돌아오는 일정은 몇 월인지는 있어야 해요. 2026-03이나 3월 4일처럼 적어 주세요. 저장된 것은 없어요.
error-event-over = { PARTICLE($text, "은/는") } 이미 지났어요. 앞으로 올 날짜를 적거나 `yearly`를 켜 주세요. 저장된 것은 없어요.
error-event-too-many = 이 서버에는 이미 일정이 { $most }개 있어서 더 넣을 수 없어요. /event list에서 하나를 지운 뒤 다시 해 주세요.
error-event-gone = 그 일정은 이제 없어요. /event list에서 남은 일정을 볼 수 있어요.
error-event-unknown = 이 서버에는 ‘{ $text }’라는 일정이 없어요. /event list에서 일정을 볼 수 있어요.
error-event-several = ‘{ $text }’라는 일정이 여러 개예요. 입력할 때 나오는 목록에서 하나를 골라 주세요.
error-event-nothing-changed = 이름, 날짜, 해마다 여부, 시간대, 덧붙일 말 가운데 바꿀 것을 골라 주세요.

kept-mine-event = 서버 캘린더에 추가한 일정 { $count }개
kept-server-event = 서버만의 일정 { $count }개
