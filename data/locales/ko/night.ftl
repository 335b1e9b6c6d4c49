# /live: 시상식 실황.
command-live = 부문별로 전하는 시상식 실황
command-live-start = 실황을 시작해요. 나에게는 진행 화면, 채널에는 수상자와 순위가 올라가요
command-live-console = 진행 중인 실황의 진행 화면을 열어요
option-night-channel = 실황을 올릴 채널. 비우면 여기
option-night-spoilers = 수상자를 스포일러로 가려 둘 시간. 비우면 서버 설정대로
option-night-thread = 함께 이야기할 스레드를 열지 여부
option-which-night = 어느 시상식인지. 비우면 가장 최근의 실황

night-title = 오늘은 { $title }
night-opening = 부문 { $count }개. 진행자가 수상자를 입력하는 대로 여기에 올라와요.
night-spoilers = 수상자는 { $hours }시간 동안 스포일러로 가려져요.
night-thread = 수다: { $title }
night-next = 📣 다음 부문: **{ $category }**
night-winner = { $category }
night-undone = 진행자가 이 결과를 되돌렸어요.
night-guessed = { $right ->
    [0] 아무도 맞히지 못했어요.
   *[other] { $count }명 중 { $right }명이 맞혔어요.
}
night-predicted = **이 서버의 예측**: { $shares }
night-wished = **이 서버의 바람**: { $shares }
night-voted = **이 서버의 투표**: { $votes }
night-progress = 부문 { $count }개 중 { $done }개가 정해졌어요.
night-wrap = { $title } 총정리
night-upset = 😮 **오늘의 이변**: { $winners } ({ $category }). { $percent ->
    [0] 아무도 예상하지 못했어요.
   *[other] { $percent }%만 예상했어요.
}
night-best = 🏅 **최고의 예측**: { $names }, { $points }점, { $right }개 적중
night-split = ⚖️ **가장 갈린 부문**: { $category } ({ $shares })
night-nothing = 입력한 수상자가 없어요.

night-console = 진행 화면: { $title }
night-console-again = 나에게만 보여요. 재시작한 뒤에도 언제든 /live console로 다시 열 수 있어요.
night-where = { $channel }에 올리고 있어요.
night-no-thread = 그 채널에서 스레드를 만들 권한이 없어 열지 못했어요. 나머지는 그대로 진행돼요.
night-is-over = 실황은 끝났어요. 지금 바꾸는 내용도 채널에 반영돼요.
night-clash = ⚠️ 다른 진행자가 먼저 입력해서 방금 입력한 내용은 저장하지 않았어요. 지금 상태는 이래요.
night-meanwhile = 그사이 { $who }: { $category } – { $outcome }
night-catalogue = 로렐 자료
night-no-winner-yet = 아직 수상자가 없어요.
night-no-nominees = 알려진 후보가 없어요. 수상자 이름을 직접 써 주세요.
night-choose = 누가 받았나요? (공동 수상이면 여럿)
night-choose-again = 바로잡기: 누가 받았나요?
night-announce = 부문 알리기
night-else = 직접 입력…
night-undo = 되돌리기
night-refresh = 새로 고침
night-open-next = 다음 남은 부문
night-finish = 실황 마치기
night-else-title = 누가 받았나요?
night-else-names = 수상자를 한 줄에 하나씩
night-else-source = 출처 (있다면)

error-night-none = 진행 중인 실황이 없어요. /live start로 시작해 주세요.
error-night-no-edition = 다가오는 { PARTICLE($show, "을/를") } 자료에서 찾지 못해서 실황을 시작할 수 없어요.
