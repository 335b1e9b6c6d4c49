# /awards, /artist, /ceremony의 답변.

## 함께 쓰는 말
only-year = { $year }년
prize = { $year } { $show } { $category }
edition-title = { $year } { $show }
category-for-work = { $category } – “{ $work }”
nominee-with-work = { $nominee } (“{ $work }”)
credited-as = “{ $credit }” 명의
grand-prize = 👑 대상
page-back = 이전
page-onward = 다음
page-number = { $count }쪽 중 { $page }쪽
as-of = { $date } 기준 자료

## 선정 방식
decided-line = 선정 방식: { $how }
decided-title = 선정 방식
decided-since = ({ $year }년부터)
method-fan-vote = 팬 투표
method-jury = 심사위원 심사
method-industry-vote = 업계 투표
method-data = 판매량·스트리밍 데이터
method-mixed = 여러 기준 합산
method-fan-vote-means = 팬 투표로 정해요. 팬이 얼마나 많이, 얼마나 자주 투표했는지를 보여 줘요.
method-jury-means = 심사위원이 정해요. 심사위원이 작품을 어떻게 평가했는지를 보여 줘요.
method-industry-vote-means = 업계 관계자 투표로 정해요. 동료들의 평가를 보여 줘요.
method-data-means = 데이터로 정해요. 판매량, 스트리밍, 차트 성적을 보여 줘요.
method-mixed-means = 여러 기준을 합산해서 정해요.

## 근거
confidence-confirmed = 서로 다른 출처로 확인됨
confidence-single-source = 출처가 한 곳이거나 서로 독립적이지 않음
confidence-disputed = 출처마다 다름
confidence-unverified = 미확인: 출처를 찾지 못함
short-confirmed = 확인됨
short-single-source = 교차 확인 전
short-disputed = 출처마다 다름
short-unverified = 미확인
source-line = 출처: { $source } · { $support }
source-plain = 출처: { $source }
sources-more = {" "}외 { $count }곳
sources-none = 아직 출처가 있는 내용이 없어요.
sources-profile = 프로필
sources-of-record = { $artist } 수상 기록의 출처
sources-of-profile = { $artist } 프로필의 출처
sources-of-edition = { $edition } 출처

## /awards
awards-member-of = { $groups } 멤버
awards-totals = **수상 { $wins }회** · 후보 { $nominations }회 · { $grand ->
    [0] 대상 없음
   *[other] 대상 { $grand }회
}
awards-only-win = 수상: { $prize }
awards-first-win = 첫 수상: { $prize }
awards-latest-win = 최근 수상: { $prize }
awards-filtered = 보기: { $filters }
awards-none = 조건에 맞는 기록이 없어요. { PARTICLE($artist, "은/는") } { $years }년에 기록이 있으니 조건을 지우고 다시 보세요.
awards-never = { $artist }의 시상식 기록은 아직 자료에 없어요.
mark-won = 🏆 수상: { $category }
mark-nominated = 후보: { $category }
awards-over = { $complete ->
    [true] 함께 오른 후보: { $rivals }
   *[false] 함께 오른 후보: { $rivals } 외
}
awards-shared = 공동 수상: { $others }
awards-went-to = 수상자: { $winners }
awards-before = 직전 수상자: { $winners } ({ $year })
awards-unverified = 출처가 없는 기록 { $count }건은 빼고, 집계에도 넣지 않았어요.
awards-unverified-shown = 출처가 없는 기록은 따로 표시하고, 집계에는 넣지 않아요.
filter-by-show = 시상식 하나만 보기…
filter-by-year = 한 해만 보기…
filter-all-years = 모든 연도
filter-all-shows = 모든 시상식
filter-counts = 수상 { $wins }회, 후보 { $nominations }회

## 버튼
button-sources = 출처
button-decided = 선정 방식
button-profile = 프로필
button-awards = 수상 기록
button-record-of = { $artist } 수상 기록
button-unverified = 미확인 기록 보기
button-clear = 조건 지우기

## /artist
kind-group = 그룹
kind-person = 아티스트
kind-act = 가수·팀
artist-fact = **{ $label }**: { $value }
artist-birth-name = 본명
artist-groups = 소속 그룹
artist-former-groups = 이전 그룹
artist-members = 멤버
artist-former-members = 이전 멤버
artist-birthday = 생일
artist-died = 세상을 떠난 날
artist-debut = 데뷔
artist-disbanded = 해체
artist-agency = 소속사
artist-fandom = 팬덤
artist-aliases = 다른 이름
artist-name-only = { PARTICLE($artist, "은/는") } 아직 후보 명단의 이름으로만 자료에 있어요.
artist-coming = 다가오는 날
artist-awards = 수상
coming-birthday = { $years }번째 생일
coming-debut = { $years ->
    [0] 데뷔
   *[other] 데뷔 { $years }주년
}
coming-years = { $what } { $years }주년
date-expected = { $date } (예정)
date-reported = { $date } (보도)
date-cancelled = { $date } (취소)

## /ceremony
status-announced = 개최 예정
status-cancelled = 취소
ceremony-winner = 🏆 수상: { $winners }
ceremony-no-winner = 수상자가 아직 자료에 없어요.
ceremony-nominees = { $complete ->
    [true] 다른 후보: { $nominees }
   *[false] 다른 후보: { $nominees } 외
}
ceremony-announced = 결과가 아직 자료에 없어요.
ceremony-empty = 이 회차의 결과는 아직 자료에 없어요.
kpop-legend = { $mark } K팝 아티스트
filter-by-edition = 다른 회차…
