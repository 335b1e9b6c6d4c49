# /remind, 메시지 메뉴의 알림, 알림 메시지.
command-remind = 나만의 알림: 다가오는 일정이나 원하는 시각에 알려 드려요
command-remind-me = 다가오는 일정이나 원하는 시각에 알림을 받아요
command-remind-list = 예약한 알림을 보여 드려요
command-remind-remove = 예약한 알림을 취소해요
menu-remind = 이 메시지 알림 받기
option-remind-when = 예: ‘2시간 뒤’, ‘내일 오전 9시’, ‘2026-12-01 20:00’. 일정을 골랐다면 ‘하루 전’
option-remind-about = 다가오는 일정: 아티스트나 시상식 이름을 입력하세요
option-remind-note = 그때 함께 보여 드릴 메모
option-remind-where = 이 채널을 고르지 않으면 DM으로 보내요
option-remind-reminder = 취소할 알림
choice-remind-message = DM
choice-remind-here = 이 채널
topic-reminders = 알림 예약
topic-reminders-text = 시상식, 투표, 생일, 그 밖의 무엇이든 DM이나 채널에서 알려 드려요. 날짜가 바뀌면 알림도 따라 옮겨요. 시각은 말하듯이 쓰면 돼요. 메시지 메뉴의 **이 메시지 알림 받기**를 누르면 그 메시지를 다시 알려 드려요.

## 예약
remind-taken = 알림을 예약했어요
remind-taken-text = { $when } ({ $left })에 { $where } 알려 드릴게요.
remind-in-channel = { $channel }에서
remind-by-message = DM으로
remind-meant = 이렇게 이해했어요: { $time }
remind-local = { $day } { $time } · { $zone } 시간
remind-mine = 내 알림
remind-drop = 취소하기
remind-may-i = DM을 보내도 될까요?
remind-may-i-text = { $when } ({ $left })에 DM으로 알려 드릴게요. 괜찮다면 지금 한 번 보내서 잘 도착하는지 확인할게요. 예약한 알림 말고는 DM을 보내지 않아요.
remind-try = 네, 지금 보내 보세요
remind-here = 대신 이 채널에서 알려 주세요
remind-hello = 안녕하세요
remind-hello-text = 로렐이에요. 예약한 알림은 여기로 보내 드리고, 그 밖의 메시지는 보내지 않아요. /remind list에서 모두 볼 수 있어요.
remind-form = 이 메시지 알림 받기
remind-when-label = 언제 알려 드릴까요?
remind-when-hint = 내 시간대 기준이에요. 다른 시간대는 끝에 적어 주세요
remind-when-example = 내일 오전 9시
remind-note-label = 나에게 남길 메모
remind-message = 메시지 보기
remind-nameless = 메모 없는 알림

## 알림
remind-told = 예약한 알림이에요
remind-asked = { $when }에 부탁하신 알림이에요.
remind-moved = 날짜가 바뀌었어요: { $before } → { $date }
remind-open = 원래 { $before } 예정이었는데 날짜가 다시 미정이 됐어요. 지금은 { $date } 중으로 예상돼요. 날짜가 정해지면 /remind me로 다시 예약해 주세요.
remind-off = { $before } 예정이었는데 아쉽게도 취소됐어요.
remind-late = 원래 { $due }에 보냈어야 했는데, 그때는 보낼 수 없었어요.
remind-snooze-10m = 10분 뒤
remind-snooze-1h = 1시간 뒤
remind-snooze-1d = 내일
remind-snoozed = { $when }에 다시 알려 드릴게요 ({ $left })

## 목록
remind-list = 내 알림
remind-count = { $count ->
    [0] 한 번에 50개까지 예약할 수 있어요.
   *[other] { $count }개를 예약했어요.
}
remind-none = 예약한 알림이 없어요. /remind me로 예약해 보세요.
remind-choose = 취소할 알림 고르기…
remind-failed = 전해 드리지 못한 알림
remind-was-missed = 12시간 넘게 자리를 비워서 보내지 못했어요
remind-was-refused = 디스코드가 막아서 보내지 못했어요. DM이 닫혀 있거나, 그 채널에 글을 쓸 수 없어요

error-remind-when = 언제 알려 드릴까요? ‘2시간 뒤’, ‘내일 오전 9시’, ‘2026-12-01 20:00’처럼 적어 주세요. `about` 옵션에서 다가오는 일정을 골라도 돼요.
error-remind-unknown = ‘{ $text }’에서 시각을 알아듣지 못했어요. ‘2시간 뒤’, ‘내일 오전 9시’, ‘금요일 20시’, ‘2026-12-01 20:00’처럼 적어 주세요. 알림은 예약하지 않았어요.
error-remind-past = 이미 지난 시각이에요: { $time0 }. 앞으로 올 시각을 적어 주세요. 알림은 예약하지 않았어요.
error-remind-far = 5년보다 더 먼 미래예요. 그보다 가까운 시각을 적어 주세요. 알림은 예약하지 않았어요.
error-remind-ambiguous = ‘{ $text }’ 하나로는 { $time0 }인지 { $time1 }인지 알 수 없어요. 오전이나 오후를 붙이거나 2026-12-01 20:00처럼 적어 주세요. 알림은 예약하지 않았어요.
error-remind-about = ‘{ $text }’에 해당하는 다가오는 일정을 찾지 못했어요. 아티스트나 시상식 이름을 입력하고 나오는 일정 중에서 골라 주세요.
error-remind-too-many = 이미 알림 { $most }개를 예약하셔서 더 받을 수 없어요. /remind list에서 하나를 취소한 뒤 다시 해 주세요.
error-remind-gone = 그 알림은 이제 없어요. /remind list에서 남은 알림을 볼 수 있어요.
error-remind-not-yours = 다른 분의 알림이거나 이미 취소된 알림이에요. /remind me로 나만의 알림을 예약해 보세요.
error-remind-snoozed = 이미 미뤘거나 취소한 알림이에요. /remind list에서 남은 알림을 볼 수 있어요.
error-remind-no-channel = 이 서버에는 로렐이 없어서 나중에 글을 올릴 수 없어요. `where`를 비워 두면 DM으로 알려 드릴게요.
error-remind-cannot-post = 이 채널에는 글을 쓸 권한이 없어요. 다른 채널에서 하거나, 관리자에게 메시지 보내기 권한을 부탁하거나, `where`를 비워 두고 DM으로 받아 주세요.
error-remind-closed = 디스코드가 DM을 막았어요. 이 서버 메뉴의 개인정보 보호 설정에서 다이렉트 메시지를 허용한 뒤 ‘네, 지금 보내 보세요’를 다시 눌러 주세요. 채널에서 알림을 받을 수도 있어요.
error-remind-not-now = 지금은 디스코드가 응답하지 않아요. 잠시 뒤 버튼을 다시 눌러 주세요.

kept-mine-reminder = 예약한 알림 { $count }개와 메모
kept-mine-direct-message = DM을 받겠다고 한 것
kept-server-reminder = 멤버가 이 서버 채널에서 예약한 알림 { $count }개
