# 퀴즈: 카탈로그에서 만드는 문제와 정답 뒤에 알려 주는 사실. 마크다운 없이 쓴다.

trivia-edition = { $year }년 { $show }
trivia-dated = { $year }년 { $artist }

## 한국어 이름이 같은 상을 구별하는 말
trivia-part-1stquarter = 1분기
trivia-part-2ndquarter = 2분기
trivia-part-3rdquarter = 3분기
trivia-part-4thquarter = 4분기
trivia-part-ballad = 발라드
trivia-part-hiphop = 힙합
trivia-part-indie = 인디
trivia-part-rb = R&B
trivia-part-artistday = 아티스트 데이
trivia-part-songday = 송 데이
trivia-part-musicday = 뮤직 데이
trivia-part-hongkong = 홍콩
trivia-part-japan = 일본
trivia-part-femalegroup = 여자 그룹
trivia-part-malegroup = 남자 그룹
trivia-part-femaleartist = 여자 가수
trivia-part-female = 여자
trivia-part-male = 남자

## 한 시상식의 한 상
trivia-ask-winner = { $edition }에서 { PARTICLE($prize, "을/를") } 받은 주인공은 누구일까요?
trivia-ask-year = { PARTICLE($artist, "이/가") } { $show }에서 { PARTICLE($prize, "을/를") } 받은 해는 언제일까요?
trivia-ask-show = { $year }년에 { PARTICLE($artist, "이/가") } ‘{ $prize }’ 부문을 수상한 시상식은 어디일까요?
trivia-ask-prize = { $edition }에서 { PARTICLE($artist, "이/가") } 받은 상은 무엇일까요?
trivia-ask-work = { $edition }에서 { $artist }에게 { PARTICLE($prize, "을/를") } 안겨 준 작품은 무엇일까요?
trivia-after-award = { PARTICLE($artist, "은/는") } { $edition }에서 { PARTICLE($prize, "을/를") } 받았어요.
trivia-after-award-work = { PARTICLE($artist, "은/는") } { $edition }에서 { PARTICLE($prize, "을/를") } 받았어요. 수상작: { $work }

## 후보 명단
trivia-ask-absent = { $edition } { $prize } 후보가 아니었던 건 누구일까요?
trivia-after-absent = { PARTICLE($artist, "은/는") } { $edition } { $prize } 후보에 없었어요. 나머지는 모두 후보였어요.

## 한 상의 역사
trivia-ask-odd = 이 가운데 셋은 { $since }년부터 { $until }년 사이에 { $show } { PARTICLE($prize, "을/를") } 받았어요. 나머지 하나는 누구일까요?
trivia-after-odd = { PARTICLE($artist, "은/는") } { $since }년부터 { $until }년 사이에 { $show } { PARTICLE($prize, "을/를") } 받지 않았어요. 받은 건 { PARTICLE($others, "이에요/예요") }.
trivia-ask-count = { PARTICLE($artist, "은/는") } { $since }년부터 { $until }년까지 { $show } { PARTICLE($prize, "을/를") } 몇 번 받았을까요?
trivia-after-count = { PARTICLE($artist, "은/는") } { $show } { PARTICLE($prize, "을/를") } { $count }번 받았어요: { $years }
trivia-ask-first = { $since }년부터 { $until }년까지, 이 가운데 { $show } { PARTICLE($prize, "을/를") } 가장 먼저 받은 건 누구일까요?
trivia-after-first = { PARTICLE($artist, "은/는") } 나머지보다 먼저 { $year }년에 { $show } { PARTICLE($prize, "을/를") } 받았어요.
trivia-ask-order = { $since }년부터 { $until }년까지 { $show } { PARTICLE($prize, "을/를") } 받은 순서대로 늘어놓으면? { $artists }
trivia-after-order = { $show } { $prize }: { $order }

## 아티스트
trivia-ask-birthday = { $artist }의 생일은 몇 월일까요?
trivia-after-birthday = { $artist }의 생일은 { PARTICLE($day, "이에요/예요") }.
trivia-ask-debut = { PARTICLE($artist, "은/는") } 몇 년에 데뷔했을까요?
trivia-after-debut = { PARTICLE($artist, "은/는") } { $day }에 데뷔했어요.
trivia-after-debut-day = { PARTICLE($artist, "은/는") } { $day }에 데뷔했어요.
trivia-ask-debuts = 데뷔한 순서대로 늘어놓으면? { $artists }
trivia-after-debuts = 데뷔한 해: { $order }
trivia-ask-fandom = 팬덤 이름이 ‘{ $fandom }’인 아티스트는 누구일까요?
trivia-ask-fans = { $artist }의 팬덤 이름은 무엇일까요?
trivia-after-fandom = { $artist } 팬덤 이름: { $fandom }

## 그룹
trivia-ask-group = { PARTICLE($artist, "이/가") } 몸담고 있거나 몸담았던 그룹은 어디일까요?
trivia-ask-member = { $group }의 현 멤버이거나 전 멤버인 사람은 누구일까요?
trivia-ask-stranger = { $group }의 멤버였던 적이 없는 사람은 누구일까요?
trivia-after-member = { PARTICLE($artist, "은/는") } { $group } 멤버예요.
trivia-after-former-member = { PARTICLE($artist, "은/는") } { $group }의 전 멤버예요.
trivia-after-stranger = { PARTICLE($artist, "은/는") } { $group } 멤버였던 적이 없어요. 나머지는 현 멤버이거나 전 멤버예요.

## 기록
trivia-ask-record = 빈칸에 들어갈 이름은 누구일까요? { $claim }
trivia-ask-most-wins = { $since }년부터 로렐에 담긴 기록으로 볼 때, { $show }에서 상을 가장 많이 받은 K팝 가수는 누구일까요?
trivia-ask-most-grand-prizes = { $since }년부터 로렐에 담긴 기록으로 볼 때, { $show }에서 대상을 가장 많이 받은 K팝 가수는 누구일까요?
trivia-after-most-wins = { PARTICLE($artist, "은/는") } { $since }년부터 로렐에 담긴 기록에서 { $show } 상을 { $count }번 받았어요. K팝 가수 가운데 가장 많아요.
trivia-after-most-grand-prizes = { PARTICLE($artist, "은/는") } { $since }년부터 로렐에 담긴 기록에서 { $show } 대상을 { $count }번 받았어요. K팝 가수 가운데 가장 많아요.

## 시상식
trivia-ask-method = { PARTICLE($show, "은/는") } 수상자를 어떻게 정할까요?
trivia-after-method = { PARTICLE($show, "은/는") } 수상자를 이렇게 정해요: { $how }
trivia-ask-place = { PARTICLE($edition, "은/는") } 어느 나라 또는 지역에서 열렸을까요?
trivia-after-place = { PARTICLE($edition, "은/는") } { $place }에서 열렸어요.

## 서버가 만든 문제
trivia-after-own = 정답: { $answer }
