# 데일리 퀴즈, 혼자 연습, 프리셋.
command-trivia-daily = 오늘의 열 문제: 모두에게 같은 문제를 하루 한 번, 나만 볼 수 있게 풀어요
command-trivia-solo = 혼자서 마음껏 연습해요. 점수는 쌓이지 않아요
command-trivia-preset = 우리 서버가 즐겨 하는 퀴즈를 이름을 붙여 저장해요
command-trivia-preset-save = 퀴즈 옵션을 이름을 붙여 저장하고 /trivia start에서 써요
command-trivia-preset-list = 이 서버의 프리셋을 보여 드려요
command-trivia-preset-delete = 프리셋을 지워요
option-preset-name = 프리셋 이름 (32자까지). 이미 있는 이름이면 옵션이 새로 바뀌어요
option-preset = 이 서버의 프리셋

## 문제
question-number = { $count }문제 중 { $number }번
choice-was-right = ✅ **정답이에요!** { $right }
choice-was-wrong = ❌ **아쉬워요.** 고른 답은 { $chosen }, 정답은 **{ $right }**.

## /trivia daily
daily-title = 데일리 퀴즈 · { $day }
daily-intro = 오늘 모두가 함께 푸는 열 문제예요. 답은 누르는 순간 바로 저장되고, 언제든 /trivia daily로 같은 문제부터 이어서 풀 수 있어요. 날짜는 서울 기준이고 { $ends }에 끝나요.
daily-on = { $ends }에 끝나요.
daily-next = 오늘의 열 문제를 다 풀었어요. 다음 문제는 서울 시간으로 자정({ $ends })에 나와요.
daily-score = { $count }문제 중 { $right }개 정답
daily-streak = { $days }일 연속
daily-all-right = 전부 맞혔어요.
daily-none-right = 맞힌 문제가 없어요.
daily-right-ones = 맞힌 문제: { $numbers }번.
daily-share = 채널에 자랑하기
daily-play = 오늘의 열 문제 풀기
daily-board = 오늘의 순위
daily-posted = 모두에게 똑같은 열 문제예요. 고른 답은 나만 볼 수 있어요. 마감: { $ends }
daily-yesterday = 어제는 이 서버에서 { $count }명이 끝까지 풀었{ $perfect ->
    [0] 어요.
   *[other] 고, { $perfect }명이 전부 맞혔어요.
}
daily-post-open = 매일 올리기…
daily-place-title = 데일리 퀴즈 매일 올리기
daily-place-text = 채널을 고르면 매일 한 번 { $hour }({ $zone })에 그날의 퀴즈를 올려요. 시각은 /config view에서 볼 수 있어요. 그만 올리려면 선택을 비우세요.
daily-place-none = 지금은 어디에도 올리지 않아요.
daily-place-now = 지금은 { $channel }에 올려요.
daily-place-choose = 채널 고르기 (비우면 중지)…
error-daily-over = 그날의 퀴즈는 끝났어요. 오늘의 열 문제는 /trivia daily에 있어요.
error-daily-place = { $channel }에는 글을 올릴 수 없어요. 그 채널에서 ‘채널 보기’와 ‘메시지 보내기’ 권한을 주시거나 다른 채널을 골라 주세요. 바뀐 것은 없어요.

## /trivia solo
solo-title = 혼자 연습
solo-question = { $number }번 문제
solo-score = 지금까지 { $asked }문제 중 { $right }개 정답
solo-how = 연습은 나만을 위한 거예요. 아무것도 저장하지 않고 순위에도 들어가지 않아요. 언제든 그만해도 돼요.
solo-changed = 그 문제의 바탕이 된 정보가 그사이 바뀌어서 세지 않았어요. 다음 문제예요.

## /trivia preset
presets-title = 프리셋
presets-intro = 이름을 붙여 둔 퀴즈 옵션이에요. { $most }개까지 저장할 수 있고, /trivia start의 preset 옵션으로 시작해요.
presets-none = 아직 없어요. 서버 관리자가 /trivia preset save로 저장할 수 있어요.
preset-saved = 저장했어요. /trivia start의 preset 옵션에서 고를 수 있어요.
preset-replaced = 저장했어요. 같은 이름의 예전 옵션을 대신해요.
preset-gone = 프리셋 **{ $name }**: 지웠어요.
preset-rounds = { $rounds }문제
preset-seconds = 문제당 { $seconds }초
error-preset-unknown = 이 서버에는 ‘{ $name }’ 프리셋이 없어요. 어떤 것이 있는지는 /trivia preset list에서 볼 수 있어요.
error-preset-nameless = 프리셋 이름에는 글자나 숫자가 하나 이상 있어야 해요. 저장하지 않았어요.
error-preset-too-many = 프리셋은 { $most }개까지만 저장할 수 있어요. 먼저 /trivia preset delete로 하나를 지워 주세요. 저장하지 않았어요.
audit-daily-post = 데일리 퀴즈를 올리는 채널
audit-preset-saved = 퀴즈 프리셋 저장
audit-preset-deleted = 퀴즈 프리셋 삭제
