# 이 정보 신고하기: 메시지 메뉴, 양식, 답변. 제목과 이름은 45자까지.
menu-report = 이 정보 신고하기
report-title = 잘못된 정보 신고
report-about = 어느 부분인가요?
report-whole = 메시지 전체
report-what = 무엇이 잘못되었나요?
report-what-hint = 한두 문장이면 충분해요. 어떻게 고치면 될까요?
report-source = 출처 (있다면)
report-source-hint = 자료를 관리하는 사람이 확인할 수 있는 주소
report-thanks = 고마워요! 신고 { $number }번을 사용자 ID와 함께 이 봇의 운영자에게 전했어요. 다른 사람은 볼 수 없어요.

error-not-ours = 로렐의 답변만 신고할 수 있어요. 다른 사람의 메시지는 서버 관리자에게 알려 주세요.
error-empty-report = 무엇이 잘못되었는지 몇 마디만 적어 주세요. 아무것도 보내지 않았어요.
error-too-many-reports = 오늘 많이 알려 주셔서 고마워요. 다음 신고는 { $again } 할 수 있어요. 아무것도 보내지 않았어요.
