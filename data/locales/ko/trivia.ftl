# 퀴즈: 명령어, 화면, 할 수 없을 때 알려 주는 말.
command-trivia = K-pop 시상식 퀴즈: 다 같이, 매일, 또는 혼자서
command-trivia-start = 이 채널에서 퀴즈를 시작해요
command-trivia-stop = 이 채널의 퀴즈를 끝내요. 지금까지의 답은 점수에 들어가요
command-trivia-skip = 이 문제를 건너뛰거나, 건너뛰자고 투표해요
command-guess = 이 채널의 문제에 글자로 답해요
option-trivia-topic = 무엇에 대한 퀴즈인지: 아티스트, 시상식, 시기, 문제집
option-rounds = 문제 수 (3~30)
option-seconds = 한 문제의 제한 시간, 초 (10~120)
option-mode = 진행 방식
option-difficulty = 난이도. 비워 두면 골고루 나와요
option-team = 팀전: 이 역할을 가진 멤버가 한 팀이 돼요
option-answer = 답. 한글이든 영어든, 어떤 표기든 괜찮아요
choice-mode-choice = 버튼으로 고르기
choice-mode-typed = 글자로 답하기
choice-mode-mixed = 버튼과 글자 번갈아
choice-mode-elimination = 서바이벌: 목숨 세 개
choice-mode-teams = 팀전
choice-difficulty-easy = 쉬움
choice-difficulty-medium = 보통
choice-difficulty-hard = 어려움

## 대기실
trivia-lobby-title = 곧 퀴즈가 시작돼요
trivia-lobby-over = 퀴즈가 시작됐어요
trivia-lobby-opened = 대기실을 열었어요. 1분 뒤에 시작하고, **바로 시작**을 누르면 더 빨리 시작해요.
trivia-begins = 퀴즈를 시작할게요.
trivia-mode-elimination = **서바이벌.** 목숨은 세 개예요. 누군가 맞힌 문제를 못 맞히면 하나씩 잃고, 마지막까지 남은 사람이 이겨요.
trivia-mode-teams = **팀전.** 팀 점수는 팀원 점수의 평균이라 인원이 달라도 공평해요.
trivia-what = 문제 { $rounds }개, 문제당 { $seconds }초 · { $topic }
trivia-join = 참가
trivia-leave = 나가기
trivia-begin = 바로 시작
trivia-lobby-ends = { $when } 시작해요. { $who } 님은 더 빨리 시작할 수 있어요.
trivia-nobody-joined = 아직 아무도 없어요.
trivia-joined = { $count }명: { $who }
trivia-you-play = 참가했어요. 행운을 빌어요!
trivia-you-play-for = { PARTICLE($team, "으로/로") } 참가했어요. 행운을 빌어요!
trivia-you-left = 참가를 취소했어요. 시작하기 전까지는 다시 참가할 수 있어요.
trivia-team = { $number }팀
trivia-everything = 전체
trivia-era = { $first }~{ $last }년
trivia-era-first = { $last }년까지
trivia-era-last = { $first }년부터

## 문제
trivia-question = { $rounds }문제 중 { $number }번
trivia-sudden-death = 서든 데스
trivia-only = 공동 1위예요. 지금은 { $who } 님만 답할 수 있어요.
trivia-choice-ends = { $when } 마감. 버튼으로 답해 주세요. 그때까지는 아무에게도 보이지 않아요.
trivia-typed-ends = { $when } 마감. 버튼을 누르거나 /guess로 답해 주세요. 그때까지는 아무에게도 보이지 않아요.
trivia-type = 답 적기
trivia-type-title = 내 답
trivia-type-label = 답
trivia-type-hint = 한글이든 영어든 괜찮고, 작은 오타는 봐 드려요
trivia-kept = 답을 저장했어요: { $answer }
trivia-kept-changed = 답을 바꿔서 저장했어요: { $answer }
trivia-kept-again = 이미 저장된 답이에요: { $answer }
trivia-your-team = **{ $team }** 팀으로 뛰고 있어요.

## 결과
trivia-right = 정답: { $answer }
trivia-skipped = 건너뛴 문제예요. 누구의 점수에도 들어가지 않아요.
trivia-nobody-answered = 아무도 답하지 않았어요.
trivia-how-many = { $all }명 중 { $right }명이 맞혔어요.
trivia-counts-by-option = 고른 답: { $counts }
trivia-more-right = …그 밖에 { $count }명
trivia-left = 남은 사람: { $all }명 중 { $left }명
trivia-too-few = { $humans }명 이상 답한 문제만 순위표에 들어가요.
trivia-leading = **지금 순위**
trivia-next = { $seconds }초 뒤에 다음 문제가 나와요.
trivia-source = 출처:
trivia-somebody = 어느 멤버
trivia-place = { $rank }위 { $who } · { $points }점
trivia-lives-place = { $rank }위 { $who } · 목숨 { $lives }개 · { $points }점
trivia-team-place = { $rank }위 { $who } · 평균 { $points }점 · { $count }명

## 끝
trivia-end-title = 퀴즈가 끝났어요
trivia-end-done = 함께해 줘서 고마워요! 최종 순위예요.
trivia-end-stopped = 퀴즈를 중간에 끝냈어요. 지금까지의 답은 모두 점수에 들어갔고, 순위는 이래요.
trivia-end-idle = 한동안 답이 없어서 여기서 마칠게요. 순위는 이래요.
trivia-end-alone = 참가자가 모자랐어요. 두 명 이상 모여서 다시 해 봐요: /trivia start
trivia-end-late = 로렐이 한동안 자리를 비워서 여기서 마칠게요. 답은 하나도 잃지 않았고, 순위는 이래요.
trivia-end-fault = 로렐이 더는 글을 올릴 수 없었어요. 순위는 이래요.
trivia-nobody-scored = 이번에는 점수를 얻은 사람이 없어요.
trivia-more-players = …그 밖에 { $count }명
trivia-best-players = 가장 잘한 사람: { $who }
trivia-counts = { $humans ->
    [1] 혼자 답한 문제도 순위표에 들어가요.
   *[other] { $humans }명 이상 답한 문제가 순위표에 들어가요.
}
trivia-stopped = 퀴즈를 끝냈어요.
trivia-skipping = 문제를 건너뛸게요.
trivia-voted = 건너뛰기 { $given }표, { $needed }표가 필요해요. 다른 분들도 /trivia skip으로 투표할 수 있어요.

## 할 수 없을 때
error-game-here = 이 채널에서는 이미 퀴즈가 진행 중이에요: { $link }. 거기에 참가하거나 다른 채널에서 시작해 주세요.
error-game-over = 끝난 퀴즈예요. /trivia start로 새로 시작할 수 있어요.
error-answer-late = 마감된 문제라 답이 들어가지 않았어요. 다음 문제를 노려 봐요!
error-answer-fixed = 이미 답했어요. 이 서버에서는 답을 바꿀 수 없어요.
error-guess-choice = 버튼으로 답하는 문제예요. 버튼을 눌러 주세요.
error-guess-empty = 답을 적어 주세요.
error-out-of-game = 목숨이 남아 있지 않아요. 누가 이기는지 지켜봐요!
error-not-in-game = 이미 시작한 퀴즈예요. 다음에는 대기실에서 참가할 수 있어요.
error-sudden-death = 서든 데스예요. 지금은 공동 1위만 답할 수 있어요.
error-lobby-over = 퀴즈가 이미 시작됐어요.
error-not-your-game = 퀴즈를 시작한 사람이나 이 채널의 메시지를 관리하는 사람만 할 수 있어요.
error-too-few-joined = 두 명 이상 있어야 해요. 누군가를 불러 주세요!
error-no-game-here = 이 채널에는 진행 중인 퀴즈가 없어요. /trivia start로 시작해 보세요.
error-no-question-now = 지금은 열려 있는 문제가 없어요. 다음 문제가 곧 나와요.
error-nothing-to-skip = 지금은 건너뛸 문제가 없어요.
error-games-off = 이 서버에서는 게임을 꺼 두었어요. 서버 관리자가 /config games로 바꿀 수 있어요.
error-games-hosts = 이 서버에서는 진행자만 게임을 시작할 수 있어요. 진행자에게 부탁해 보세요!
error-games-elsewhere = 이 서버에서는 { $channels }에서 게임을 해요. 거기서 시작해 주세요.
error-game-no-permission = 로렐이 이 채널에 글을 올릴 수 없어요. 서버 관리자에게 **채널 보기**와 **메시지 보내기** 권한을 부탁하거나 다른 채널을 골라 주세요.
error-teams-elsewhere = 팀 역할은 팀전에서만 쓸 수 있어요. 역할을 빼거나 진행 방식을 팀전으로 골라 주세요.
error-teams-two-roles = 서로 다른 역할 두 개를 골라 주세요. 비워 두면 버튼으로 팀을 골라요.

## 보관하는 것 (/privacy show, /server-data)
kept-mine-game = 최근 며칠 동안 내가 시작한 퀴즈 { $count }개
kept-mine-game-player = 최근 며칠 동안 참가한 퀴즈 { $count }개와 점수
kept-mine-game-answer = 최근 며칠 동안 퀴즈에서 한 답 { $count }개
kept-mine-game-vote = 최근 며칠 동안 문제를 건너뛰자고 한 투표 { $count }표
kept-server-game = 최근 며칠 동안 여기서 한 퀴즈 { $count }개
kept-server-game-round = 그 퀴즈에서 나온 문제 { $count }개
kept-server-game-player = 그 퀴즈의 참가자 기록 { $count }개
kept-server-game-answer = 그 퀴즈에서 멤버들이 한 답 { $count }개
kept-server-game-vote = 그 퀴즈에서 문제를 건너뛰자고 한 멤버들의 투표 { $count }표
kept-server-game-deck = 같은 문제가 또 나오지 않도록, 이미 나온 퀴즈 문제
kept-server-game-rules = 이 서버의 퀴즈 규칙

## 규칙 (/config rules)
command-config-rules = 퀴즈 규칙: 읽는 시간, 답 바꾸기, 점수가 순위표에 들어가는 기준
option-reading = 문제를 읽는 시간, 초 (0~20). 그동안은 빨리 답해도 늦게 답해도 같아요
option-changes = 마감 전에 답을 바꿀 수 있게 할지
option-humans = 몇 명이 답해야 점수가 순위표에 들어가는지 (1~10)
trivia-rules-title = 이 서버의 퀴즈 규칙
trivia-rules-reading = { $reading ->
    [0] 처음부터 빠르기가 점수에 들어가요.
   *[other] 문제를 읽는 { $reading }초 동안은 빠르기가 점수에 들어가지 않아요.
}
trivia-rules-changes-yes = 마감 전까지 답을 바꿀 수 있어요.
trivia-rules-changes-no = 처음 한 답이 그대로 들어가요.
trivia-rules-humans = { $humans ->
    [1] 혼자 해도 점수가 순위표에 들어가요.
   *[other] { $humans }명 이상 답한 문제의 점수가 순위표에 들어가요.
}
trivia-rules-from-now = 지금부터 시작하는 퀴즈에 모두 적용돼요.
audit-rules = 퀴즈 규칙

## /help
topic-games = 퀴즈
topic-games-text = 채널에서 다 같이 하는 퀴즈예요. 버튼으로, 글자로, 팀으로, 또는 한 명이 남을 때까지. 답은 마감될 때까지 보이지 않고, 마감되면 정답과 사실, 출처를 알려 드려요. 저장됐다고 한 답은 반드시 한 번 들어가요.
