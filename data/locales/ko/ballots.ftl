# /ballot과 /predict: 수상 예측과 점수 규칙. 점수는 명예일 뿐이에요.
command-ballot = 이 서버의 수상 예측: 열기, 마감, 결과 입력, 정정
command-ballot-open = 수상 예측을 열어요. 멤버들이 시상식 수상자를 맞혀 봐요
command-ballot-lock = 수상 예측을 마감해요. 사유는 모두에게 보여요
command-ballot-reopen = 결과가 나오기 전이라면 마감을 되돌려요
command-ballot-void = 수상 예측 전체나 한 부문을 무효로 해요
command-ballot-result = 부문의 수상자를 입력해요
command-ballot-correct = 결과를 바로잡아요. 모두의 점수를 처음부터 다시 계산해요
command-predict = 내 수상 예측과 모두의 순위
command-predict-ballot = 부문별로 누가 받을지 예측해요
command-predict-mine = 내가 고른 후보와 결과
command-predict-standings = 누가 가장 잘 맞혔는지, 시상식별로 또는 한 해 전체로
command-predict-rules = 점수를 계산하는 방법
option-ballot-ceremony = 시상식 (예: AAA, 마마)
option-ballot-locks = 마감 시각: 18:00, 12월 5일 18:00, 2시간. 비우면 시상식 첫날이 시작될 때
option-ballot-scoring = 점수 계산 방식. 자세한 내용은 /predict rules에 있어요
option-ballot-channel = 안내를 올릴 채널. 비우면 여기
option-ballot-reason = 모두에게 보이는 한 문장 사유
option-ballot-late = 시상식이 실제로 몇 분 전에 시작했는지. 그 뒤의 선택은 무효예요
option-which-ballot = 어느 시상식인지. 비우면 지금 열려 있는 예측
option-ballot-void = 이 부문만. 비우면 예측 전체
option-ballot-category = 부문
option-ballot-winner = 수상자. 후보가 아니어도 이름을 쓸 수 있어요
option-ballot-source = 출처 (예: 기사 주소)
option-ballot-second = 공동 수상이라면 다른 수상자
option-ballot-season = 한 해의 예측을 모두 합쳐서 (예: 2026)

choice-scoring-flat = 균등
choice-scoring-weighted = 대상 가중
choice-scoring-rarity = 희소성
topic-ballots = 수상 예측과 시상식 실황
topic-ballots-text = 마감 전까지 /predict ballot으로 누가 받을지 예측하고, 시상식 당일에는 실황을 함께 봐요. 공동 수상, 늦은 마감, 정정에도 규칙이 있어요: /predict rules. 예측을 열고 실황을 진행하는 일은 이벤트 관리자가 해요.
permission-manage_events = 이벤트 관리하기

## 안내와 알림
ballot-title = 🗳️ 수상 예측: { $title }
ballot-invitation = 부문 { $count }개, 누가 받을까요? 누가 받았으면 하나요?
scoring-flat = 점수: 맞힐 때마다 1점
scoring-weighted = 점수: 대상은 { $grand }점, 다른 부문은 1점
scoring-rarity = 점수: 맞힌 사람이 적을수록 높아요(1~{ $most }점)
ballot-locks-at = { $at }까지 고를 수 있어요({ $left }).
ballot-locks-by-hand = 진행자가 마감할 때까지 고를 수 있어요.
ballot-count = { $count ->
    [0] 아직 아무도 예측하지 않았어요.
   *[other] { $count }명이 예측했어요.
}
ballot-is-locked = 🔒 { $at }에 마감했어요.
ballot-is-void = 이 예측은 무효라서 누구에게도 점수가 없어요.
ballot-fill-in = 예측하기
ballot-mine-button = 내 예측
ballot-rules-button = 규칙
ballot-standings = 순위
ballot-honour = 점수는 명예일 뿐이에요.
ballot-lock-note = { $count ->
    [0] 🔒 **{ $title }** 수상 예측을 { $at }에 마감했어요. 그때까지 참여한 사람은 없어요.
   *[other] 🔒 **{ $title }** 수상 예측을 { $at }에 마감했어요. { $count }명이 참여했어요.
}
ballot-reopen-note = 🔓 **{ $title }** 수상 예측을 다시 열었어요.
ballot-void-note = **{ $title }** 수상 예측은 무효가 되었어요. 누구에게도 점수가 없어요.
ballot-reason = 사유: { $reason }
ballot-unnamed = 익명의 멤버
ballot-share = { $name } { $percent }%
ballot-place = **{ $rank }위** { $name } · { $points }점 · { $right }개 적중
ballot-standings-of = 예측 순위: { $title }
ballot-season-title = { $year }년 시즌: 모든 예측 합산
ballot-season-button = { $year }년 시즌
ballot-no-standings = 아직 점수를 얻은 사람이 없어요.

## 결과
ballot-correction = 정정: { $category }
ballot-before = 정정 전: { $winners }
ballot-shared = 공동 수상이에요. 누구를 골랐어도 맞힌 것으로 쳐요.
ballot-not-nominated = ⚠️ { PARTICLE($names, "은/는") } 이 예측의 후보가 아니어서 고른 사람이 있을 수 없어요.
ballot-category-void = 이 부문은 무효라서 누구에게도 점수가 없어요.
ballot-rose = ⬆️ { $name }: 이제 { $rank }위, { $points }점
ballot-fell = ⬇️ { $name }: 이제 { $rank }위, { $points }점
ballot-nobody-moved = 순위가 바뀐 사람은 없어요.
ballot-settled = { $title } 수상 결과가 나왔어요

## 진행자가 보는 답
ballot-opened = **{ $title }** 수상 예측을 부문 { $count }개로 열었어요.
ballot-opened-again = 이미 열려 있는 예측이라 **{ $title }** 안내를 다시 올렸어요. 마감과 점수 방식은 그대로예요.
ballot-opened-locked = **{ $title }** 수상 예측은 이미 마감되어 안내만 다시 올렸어요. 결과가 나오기 전이라면 /ballot reopen으로 마감을 되돌릴 수 있어요.
ballot-left-out = 후보가 알려지지 않은 부문 { $count }개는 뺐어요. 마감 전에 후보가 알려지면 저절로 들어와요.
ballot-did-lock = **{ $title }** 수상 예측을 마감했어요.
ballot-did-reopen = **{ $title }** 수상 예측을 다시 열었어요.
ballot-did-void = **{ $title }** 수상 예측을 무효로 했어요.
ballot-moved = { $count ->
    [0] 저장했어요. 점수가 바뀐 사람은 없어요.
   *[other] 저장했어요. { $count }명의 점수나 순위가 바뀌었어요.
}
ballot-not-posted = ⚠️ 저장은 했지만 { $channels }에 올리지 못했어요. 빠진 권한은 /config check에서 볼 수 있고, 안내는 /ballot open으로 다시 올릴 수 있어요.

## 예측 화면
predict-progress = 부문 { $count }개 중 { $done }개 예측
predict-complete = ✅ 부문 { $count }개 모두 예측 완료
predict-left = 남은 부문: { $names }
predict-missing = 예측하지 않은 부문: { $names }
predict-shown = 후보 { $count }명(팀) 중 { $first }~{ $last }번째
predict-will = **받을 것 같은 후보**: { $name }
predict-will-none = **받을 것 같은 후보**: 아직 고르지 않았어요
predict-should = **받았으면 하는 후보**: { $name }
predict-withdrawn = (지금은 후보가 아니에요)
predict-choose-will = 누가 받을까요?
predict-choose-should = 누가 받았으면 하나요? (선택)
predict-clear = 고르지 않음: 선택 취소
predict-jump = 부문으로 가기…
predict-fewer = 이전 후보
predict-more = 다음 후보
predict-back = 이전 부문
predict-next = 다음 부문
predict-all = 내 예측 모두 보기
predict-go-on = 이어서 하기
predict-saved = 고르는 즉시 저장되고, 나중에 바꿀 수 있어요.
predict-hidden = 마감 전에는 아무도 내 예측을 볼 수 없어요.
predict-hidden-after = 다른 사람은 후보별 비율만 볼 수 있고, 내 예측은 볼 수 없어요.
predict-mine-title = 내 예측: { $title }
predict-mine-place = 나: { $rank }위, { $points }점, { $right }개 적중
predict-winner = 수상: { $winners }

## 규칙
rules-title = 점수를 계산하는 방법
rules-points = 점수 방식
rules-flat = 맞힌 부문마다 1점이에요.
rules-weighted = 대상은 { $grand }점, 다른 부문은 1점이에요.
rules-rarity = 맞힌 사람이 적을수록 점수가 커요. 그 부문을 고른 사람 수를 맞힌 사람 수로 나누고 나머지는 버려요. 최소 1점, 최대 { $most }점이에요. 예: 20명이 골라 4명이 맞히면 5점씩, 15명이 맞히면 1점씩이에요.
rules-lock = 마감
rules-lock-text = 로렐에 언제 닿았든, 마감 전에 고른 것이면 1천분의 1초까지 따져서 인정해요. 진행자가 늦게 마감하면 시상식이 실제로 시작한 뒤에 고른 것은 무효이고, 그전에 골라 둔 것이 다시 인정돼요. 아직 열려 있는 예측은 첫 결과가 입력되면 마감돼요.
rules-ties = 공동 수상과 빠진 후보
rules-ties-text = 공동 수상이면 모든 수상자를 인정해요. 점수와 적중 수가 모두 같으면 같은 순위예요. 무효가 된 부문은 누구에게도 점수가 없어요. 후보에서 빠지면 더는 고를 수 없지만, 이미 고른 것은 남고 마감 전까지 바꿀 수 있어요. 후보가 아니었던 수상자는 아무에게도 점수를 주지 않아요.
rules-corrections = 정정
rules-corrections-text = 결과는 지우지 않아요. 정정은 덧붙여 기록하고, 모두의 점수를 처음부터 다시 계산한 다음 누가 오르고 내렸는지 채널에 알려요.
rules-season = 시즌
rules-season-text = 시즌은 달력의 한 해예요. 그해에 열린 시상식의 예측 점수를 모두 더해요.

## 할 수 없는 일
error-ballot-none = 여기에는 수상 예측이 없어요. 이벤트 관리자가 /ballot open으로 열 수 있어요.
error-ballot-which = 여러 예측이 열려 있어요: { $names }. `ceremony`로 골라 주세요.
error-ballot-gone = 예측이 바뀌었거나 사라졌어요. /predict ballot으로 다시 열어 주세요.
error-ballot-void = 무효가 된 예측이라 더는 고를 수 없어요.
error-ballot-locked = { $at }에 마감되어 이번 선택은 저장하지 않았어요. 그전에 골라 둔 것은 인정돼요.
error-ballot-not-yet = 순위는 마감({ $at }) 뒤에 볼 수 있어요. 그전까지는 누가 무엇을 골랐는지 보여 드리지 않아요.
error-ballot-withdrawn = 지금은 후보가 아니에요. 다른 후보를 골라 주세요.
error-ballot-no-nominees = 다음 { $show }의 후보를 아직 몰라서 예측할 것이 없어요. 후보가 발표되고 자료에 들어오면 /ballot open으로 열 수 있어요.
error-ballot-past = 자료에 있는 최근 { PARTICLE($show, "은/는") } 이미 끝났어요. 결과는 자료 업데이트로 들어오고, 이제 예측할 것은 없어요.
error-ballot-began = { $show } 첫날이 시작됐어요. 더 고를 수 있게 하려면 `locks`에 마감 시각을 써 주세요. 예: 18:00
error-ballot-lock-past = 마감은 지금보다 뒤, 400일 안이어야 해요.
error-ballot-lock-unclear = “{ $text }”에서 시각을 알아보지 못했어요. 18:00, 12월 5일 18:00, 2시간처럼 내 시간대로 써 주세요.
error-ballot-night-began = 그 시상식의 실황을 예측 없이 시작해서 이제 예측할 것이 없어요.
error-ballot-is-locked = 그 시각이나 그전에 이미 마감된 예측이에요.
error-ballot-not-locked = 마감되지 않은 예측이에요.
error-ballot-has-results = 이미 수상자가 알려져서 다시 열 수 없어요. 무효로 하려면 /ballot void를 써 주세요.
error-ballot-no-category = 여기 예측에는 “{ $text }” 부문이 없어요. 목록에서 골라 주세요.
error-ballot-decided = 이미 결과가 있는 부문이에요. 바꾸려면 /ballot correct를 써 주세요.
error-ballot-undecided = 아직 결과가 없는 부문이에요. /ballot result로 입력해 주세요.
error-ballot-same = 이미 그렇게 되어 있어요. 바뀐 것은 없어요.
error-ballot-winner-empty = 수상자를 한 명 이상 써 주세요.
error-ballot-winner-several = “{ $text }”에 맞는 후보가 이 부문에 { $count }개 있어요. 목록에서 골라 주세요.
error-ballot-meanwhile = 방금 다른 사람이 이 부문의 결과를 입력했어요. 확인하고, 틀렸다면 정정해 주세요.

audit-ballot-open = 수상 예측을 열었어요
audit-ballot-lock = 수상 예측을 마감했어요
audit-ballot-reopen = 수상 예측을 다시 열었어요
audit-ballot-void = 예측이나 부문을 무효로 했어요
audit-ballot-won = 수상자를 입력했어요
audit-ballot-undone = 결과를 되돌렸어요
audit-ballot-correct = 결과를 정정했어요
audit-night-start = 시상식 실황을 시작했어요
audit-night-end = 시상식 실황을 마쳤어요

kept-mine-ballot-pick = 수상 예측에서 고른 것 { $count }건
kept-mine-ballot = 내가 연 수상 예측 { $count }건
kept-mine-ballot-result = 내가 입력한 수상 결과 { $count }건
kept-mine-night = 내가 시작한 시상식 실황 { $count }건
kept-server-ballot = 수상 예측 { $count }건
kept-server-ballot-pick = 멤버들이 수상 예측에서 고른 것 { $count }건
kept-server-ballot-result = 입력한 수상 결과 { $count }건
kept-server-night = 시상식 실황 { $count }건
kept-server-ballot-post = 예측과 실황에 관한 메시지 { $count }건
