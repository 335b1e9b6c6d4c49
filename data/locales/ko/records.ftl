# /record, /fact, /today의 답변.
command-record = 계산한 기록과 문서로 남은 기록, 최초 기록을 출처와 함께
command-fact = 출처가 있는 사실 한 문장. 아티스트가 공평하게 돌아가며 나와요
command-today = 이날의 생일, 데뷔, 수상, 발매
option-record-topic = 이 종류의 기록만
option-date = 날짜 (예: 06-13, 6월 13일, 2019-12-04). 비워 두면 오늘이에요
topic-records = 기록과 기념일
topic-records-text = 눈에 띄는 기록과 최초 기록, 사실 한 문장, 그날 있었던 일을 보여 드려요. 순위는 매기지 않아요. 공동 기록은 모두 보여 주고, 아티스트와 시대가 공평하게 돌아가며 나와요.
error-unknown-day = “{ $text }”은(는) 알 수 없는 날짜예요. 06-13, 6월 13일, 2019-12-04, 오늘처럼 써 보세요.

## /record
records-title = 기록
records-none = 조건에 맞는 기록이 없어요. 조건을 지우고 다시 보세요.
records-how = 계산한 기록은 출처가 있는 이 자료의 결과로 K팝 아티스트끼리 비교한 것이에요. 공동 수상은 이름이 오른 모든 아티스트에게 집계해요.
sources-of-records = 기록의 출처
record-choose-topic = 한 종류만 보기…
record-topic-all = 모든 기록
record-topic-first = 최초
record-topic-most = 최다
record-topic-youngest = 최연소
record-topic-streak = 연속
record-topic-sweep = 석권
record-topic-chart = 차트
record-topic-other = 그 밖의 기록
record-everywhere = 모든 시상식
record-of-wins = 최다 수상
record-of-grand-prizes = 최다 대상
record-of-first-nomination = K팝 최초 후보
record-of-first-win = K팝 최초 수상
record-of-first-grand-prize = 첫 대상
record-of-youngest = 개인 명의 최연소 수상
record-of-streak = 최장 연속 수상
record-of-grand-streak = 최장 연속 대상
record-count = **{ $artist }**: { $count }회 ({ $years })
record-years = **{ $artist }**: { $count }년 ({ $years })
record-age = **{ $artist }**: 만 { $years }세 { $days }일 ({ $prize })
record-first-holder = **{ $artist }**: { $prizes }
record-tie = 공동 기록이에요.
record-since = 이 시상식은 { $year }년 회차부터 자료에 있어요.
record-checked = ✓ 이 자료의 결과로 확인했어요.
record-counted = 결과 { $count }건을 근거로 했어요.
record-wins-by-show = 시상식별 수상
record-wins-at = - { $show }: { $wins }회{ $grand ->
    [0] {""}
   *[other] {" "}(대상 { $grand }회)
} · { $years }
year-span = { $first }–{ $last }년

## /fact
fact-title = 알고 있었나요?
fact-none = 출처가 있는 사실이 아직 자료에 없어요. 다른 아티스트나 시상식으로 찾아보세요.
fact-win = { PARTICLE($artist, "은/는") } { $edition }에서 { PARTICLE($prize, "을/를") } 받았어요.
fact-first-win = 이 자료에서 { $artist }의 가장 이른 { $show } 수상은 { $edition }의 { PARTICLE($prize, "이에요/예요") }.
fact-debut = **{ $artist }** 데뷔: { $date }.
fact-birthday = **{ $artist }** 출생: { $date }.
fact-moment = { $what }: { $date }.
button-another-fact = 하나 더

## /today
today-title = 이날의 기록 · { $date }
today-nothing = 출처가 있는 기록이 없는 날이에요. 앞뒤 날짜를 살펴보세요.
today-birthdays = 생일
today-debuts = 데뷔
today-wins = 수상
today-releases = 발매
today-moments = 있었던 일
today-birthday = { $years ->
    [0] { $artist } 출생
   *[other] { $artist }: { $years }번째 생일 ({ $year }년생)
}
today-debut = { $years ->
    [0] { $artist } 데뷔
   *[other] { $artist }: 데뷔 { $years }주년 ({ $year }년)
}
today-win = { $years ->
    [0] 🏆 { $artist }: { $prize }
   *[other] 🏆 { $artist }: { $prize }, { $years }년 전
}
today-moment = { $years ->
    [0] { $what }
   *[other] { $what }, { $years }년 전 ({ $year }년)
}
