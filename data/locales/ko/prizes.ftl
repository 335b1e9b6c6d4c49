# /category와 /compare.
command-category = 한 부문의 역대 기록: 후보, 수상자, 이전 수상자
command-compare = 두 아티스트의 기록을 나란히 (우열은 가리지 않아요)
option-category = 부문 이름. 어느 해의 이름이든 괜찮아요
option-first = 한 아티스트
option-second = 다른 아티스트

class-grand-prize = 대상
class-artist = 가수상
class-group = 그룹상
class-new-artist = 신인상
class-song = 노래 부문
class-album = 음반 부문
class-video = 뮤직비디오 부문
class-performance = 퍼포먼스 부문
class-fan-voted = 팬 투표상
class-special = 특별상

category-wording = { $name } ({ $wording })
category-called = 그해 이름: “{ $wording }”
category-history = 역대 수상자
category-ballot = 후보: { $nominees }
button-edition = 회차 전체 보기
dispute-title = ⚠️ 출처마다 달라요. 근거가 더 많은 쪽을 먼저 보여 드려요.
dispute-mark = ⚠️ 출처마다 달라요. 부문에서 확인해 주세요.
error-unknown-category = 이 시상식에는 “{ $text }” 부문이 자료에 없어요. 혹시 이 중에 있나요?
error-nothing-like-category = 이 시상식에는 “{ $text }”와 비슷한 부문이 없어요. 목록에서 골라 주세요.
error-same-artist = 두 이름 모두 { PARTICLE($artist, "을/를") } 가리켜요. 서로 다른 두 아티스트를 골라 주세요.

compare-neutral = 이름 순서예요. 시상식마다 보는 것이 달라서 우열을 뜻하지 않아요.
compare-by-show = 시상식별
compare-by-class = 부문 종류별
compare-side = { $artist } 수상 { $wins }회, 후보 { $nominations }회
compare-meetings = 같은 부문에 함께 오른 적: { $count }번
compare-never-met = 같은 부문에 함께 후보로 오른 적이 없어요.
compare-won = { $artists } 수상
compare-neither = 둘 다 아닌 다른 수상자
