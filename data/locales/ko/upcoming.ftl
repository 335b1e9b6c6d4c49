# /upcoming과 /voting.
command-upcoming = 다가오는 시상식, 투표, 생일, 기념일, 발매, 공연
command-voting = 지금 할 수 있는 투표: 기간, 하루 투표 수, 공식 페이지, 남은 시간
option-coming = 한 종류만 보기
option-days = 며칠 뒤까지 볼지 (1~365일). 비워 두면 읽기 좋은 만큼 보여 드려요
choice-coming-everything = 전체
choice-coming-ceremonies = 시상식
choice-coming-voting = 투표
choice-coming-birthdays = 생일
choice-coming-anniversaries = 기념일
choice-coming-releases = 발매
choice-coming-concerts = 공연
choice-coming-other = 군 복무와 그 밖의 소식
topic-calendar = 일정과 투표
topic-calendar-text = 앞으로의 일정을 날짜별로, 전체 또는 한 아티스트만 볼 수 있고, 지금 참여할 수 있는 투표도 알려 드려요.

## /upcoming
upcoming-title = 다가오는 날
upcoming-of = { $artist } 다가오는 날
upcoming-of-group = { $artist }(멤버 포함) 다가오는 날
upcoming-span = { $first } – { $until }
upcoming-count = { $count }건
upcoming-today = 오늘, { $date }
upcoming-some-day = { $date } 중, 날짜 미정
upcoming-this-month = 이번 달 중
upcoming-this-year = 올해 중
upcoming-birthday = { $artist } { $years }번째 생일
upcoming-debut = { $years ->
    [0] { $artist } 데뷔
   *[other] { $artist } 데뷔 { $years }주년
}
upcoming-vote-opens = 투표 시작: { $edition } { $window }
upcoming-vote-closes = 투표 마감: { $edition } { $window }
upcoming-nothing = 이 기간에는 자료에 일정이 없어요.
upcoming-next = 다음 일정: { $what }, { $date }
upcoming-choose = 한 종류만 보기…
upcoming-zones = 날짜는 서울 자정부터, 시상식과 투표는 그 도시의 자정부터 시작해요.
upcoming-sources = 다가오는 날의 출처

## /voting
voting-title = 투표
voting-title-of = 투표: { $about }
voting-sources = 투표 정보의 출처
vote-open = **진행 중**: { $closes } 마감
vote-coming = **예정**: { $opens } 시작, { $closes } 마감
vote-closed = **마감**: { $closes }
voting-prizes = 부문: { $prizes }
voting-daily = 하루 { $count }표
voting-page = 투표 페이지: { $page }
voting-none = 지금 진행 중이거나 예고된 투표가 자료에 없어요.
voting-none-for = 지금 { PARTICLE($artist, "이/가") } 후보인 투표는 자료에 없어요.
voting-next = 다음 시상식: { $edition }, { $date }
voting-next-elsewhere = 이 시상식의 다음 회차는 아직 발표되지 않았어요. 가장 가까운 시상식: { $edition }, { $date }
voting-note = 마지막 날은 시상식이 열리는 도시 기준으로 하루 종일이에요. 정확한 시각은 공식 페이지에서 확인해 주세요.

## 버튼
button-voting = 투표
button-upcoming = 다가오는 날
button-year-ahead = 1년 치 보기
button-all-votes = 모든 투표
