# 순위표와 멤버 각자의 기록.

## 보관하는 것 (/privacy show, /server-data)
kept-mine-score = 퀴즈 점수: 서버에서 퀴즈를 푼 날 { $count }일의 기록
kept-mine-score-detail = 주제별 성적과 답하는 속도 기록 { $count }건
kept-mine-daily-run = 참여한 데일리 퀴즈 { $count }회: 고른 답과 연속 기록
kept-server-score = 멤버들의 점수: 멤버가 퀴즈를 푼 날의 기록 { $count }건
kept-server-score-detail = 멤버들의 주제별 성적과 답하는 속도 기록 { $count }건
kept-server-daily-run = 멤버들이 여기서 참여한 데일리 퀴즈 { $count }회
kept-server-daily-place = 데일리 퀴즈를 올리는 채널
kept-server-daily-post = 최근에 올린 데일리 퀴즈 { $count }회
kept-server-preset = 퀴즈 프리셋 { $count }개

## 명령어
command-leaderboard = 누가 점수가 가장 높을까요? 퀴즈나 데일리 퀴즈 순위를 보여 드려요
command-stats = 나 또는 다른 멤버의 퀴즈 기록: 정답률, 속도, 잘하는 주제, 연속 기록
option-board-game = 어떤 점수인지 골라요. 고르지 않으면 퀴즈예요
option-period = 어느 기간인지 골라요. 고르지 않으면 이번 주예요
option-scope = 이 서버 멤버끼리 볼지, 모두 볼지 골라요. 고르지 않으면 이 서버예요
option-stats-member = 누구의 기록인지 골라요. 고르지 않으면 내 기록이에요
choice-period-day = 오늘
choice-period-week = 이번 주
choice-period-month = 이번 달
choice-period-season = 이번 시즌
choice-period-all = 전체 기간
choice-scope-server = 이 서버
choice-scope-everywhere = 전체
topic-boards = 순위표와 연습
topic-boards-text = 점수는 서버마다 따로 쌓이고, 데일리 퀴즈는 모두에게 똑같은 문제예요. 연습은 /trivia solo로 얼마든지 하세요. 점수는 쌓이지 않아요.

## /leaderboard
board-title = 순위표
board-game-trivia = 퀴즈
board-game-daily = 데일리 퀴즈
board-of-server = { $count ->
    [0] 이 서버
   *[other] 이 서버 · 순위에 오른 멤버 { $count }명
}
board-of-everywhere = { $count ->
    [0] 로렐이 있는 모든 서버
   *[other] 로렐이 있는 모든 서버 · 순위에 오른 멤버 { $count }명
}
board-all-days = 지금까지 전부
board-day = { $first }, { $zone } 시간 기준
board-days = { $first } ~ { $last }, { $zone } 시간 기준
board-line-trivia = { $rank }위 { $who } · { $points }점 · { $asked }문제 중 { $right }개 정답
board-line-daily = { $rank }위 { $who } · { $asked }문제 중 { $points }개 정답
board-somebody = 이름을 숨긴 멤버
board-somebody-else = 다른 서버의 멤버
board-empty = 아직 점수를 얻은 사람이 없어요. /trivia start로 퀴즈를 시작하거나 /trivia daily로 오늘의 열 문제를 풀어 보세요.
board-own = { $who } 님: { $count }명 중 { $rank }위, { $points }점
board-no-place = { $who } 님: 이 기간에는 아직 점수가 없어요.
board-you-hide = 순위표에서 이름을 숨기고 있어서 이 순위에는 들어가지 않아요. /settings에서 바꿀 수 있어요.
board-how-trivia = 서버가 정한 인원(따로 정하지 않았다면 두 명) 이상이 답한 문제에서만 점수를 얻어요. 점수가 같으면 순위도 같아요. 연습은 점수가 없어요.
board-how-daily = 데일리 퀴즈에서 맞힌 문제마다 1점이고, 퀴즈를 풀기 시작한 서버에 쌓여요. 날짜는 서울 자정에 바뀌어요. 점수가 같으면 순위도 같아요.
board-season = 한 시즌은 석 달이에요. 1월, 4월, 7월, 10월에 시작해요.
board-everywhere = 지금 보고 있는 서버에서 점수를 얻은 멤버만 이름이 보여요. 이름을 숨긴 멤버는 이 순위에 넣지 않아요.
board-to-server = 이 서버
board-to-everywhere = 전체
board-mine = 내 순위
board-stats = 내 기록
board-choose-period = 기간 바꾸기…
board-choose-game = 퀴즈 바꾸기…

## /stats
stats-title = 퀴즈 기록
stats-here = 이 서버 기준
stats-all = 모든 서버 합계
stats-none = 아직 퀴즈에서 답한 적이 없어요. /trivia start로 시작하거나 /trivia solo로 연습해 보세요.
stats-answers = 답한 문제
stats-accuracy = { $asked }문제 중 { $right }개 정답 ({ $share }) · { $points }점
stats-speed = 정답까지 평균 { $mean }초, 절반은 약 { $median }초 안에 맞혔어요
stats-played = { $now ->
    [0] 지금 이어지는 연속 기록은 없어요.
   *[other] { $now }일 연속으로 퀴즈에 참가하고 있어요.
} 최고 { $best }일
stats-topics = 잘하는 주제
stats-topic = - { $name }: { $asked }문제 중 { $right }개 정답
stats-places = 퀴즈 순위
stats-place = - { $period }: { $count }명 중 { $rank }위
stats-daily-none = 아직 끝까지 푼 적이 없어요. /trivia daily에서 오늘의 열 문제를 풀어 보세요.
stats-daily = { $finished }회 완료, 평균 { $mean }문제 정답, { $perfect ->
    [0] 전부 맞힌 날은 아직 없어요
   *[other] 전부 맞힌 날 { $perfect }일
}
stats-streak = { $now ->
    [0] 지금 이어지는 연속 기록은 없어요.
   *[other] { $now }일 연속으로 풀고 있어요.
} 최고 { $best }일
stats-how = 주제는 다섯 문제 이상 답해야 나와요. 연습은 여기에 들어가지 않아요. /settings에서 순위표의 이름을 숨기면 다른 사람은 이 기록을 볼 수 없고, /privacy delete로 지울 수 있어요.
error-stats-hidden = 그 멤버는 기록을 공개하지 않았어요.
