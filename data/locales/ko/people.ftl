# /follow, /settings, /feedback: 멤버가 스스로 정하는 것과 운영자에게 전하는 말.
command-follow = 이 서버와 내가 팔로우하는 아티스트와 시상식
command-follow-add = 아티스트나 시상식을 팔로우해요: 이 서버의 공지용 또는 내 알림용
command-follow-remove = 아티스트나 시상식 팔로우를 그만둬요
command-follow-list = 이 서버와 내가 팔로우하는 모든 것
option-follow-for = 이 서버(서버 관리 권한 필요) 또는 나
option-followed-artist = 지금 팔로우하는 아티스트
option-followed-show = 지금 팔로우하는 시상식
choice-follow-server = 이 서버
choice-follow-me = 나

followed-added-server = 이제 이 서버가 { PARTICLE($names, "을/를") } 팔로우해요. 공지는 팔로우하는 대상에 대해서만 올려요.
followed-added-me = 이제 { PARTICLE($names, "을/를") } 팔로우해요. 내 알림에 쓰여요.
followed-known-server = 이 서버는 이미 { PARTICLE($names, "을/를") } 팔로우하고 있어요.
followed-known-me = 이미 { PARTICLE($names, "을/를") } 팔로우하고 있어요.
followed-removed-server = 이제 이 서버는 { PARTICLE($names, "을/를") } 팔로우하지 않아요.
followed-removed-me = 이제 { PARTICLE($names, "을/를") } 팔로우하지 않아요.
followed-absent-server = 이 서버는 { PARTICLE($names, "을/를") } 팔로우하고 있지 않아서 그대로 두었어요.
followed-absent-me = { PARTICLE($names, "을/를") } 팔로우하고 있지 않아서 그대로 두었어요.
follows-title = 팔로우
follows-intro = 서버 공지와 내 알림의 대상이에요. 이 목록은 나만 볼 수 있어요.
follows-server = 이 서버: { $count }
follows-me = 나: { $count }
follows-none-server = 아직 없어요. 서버 관리 권한이 있으면 { $add } 명령어로 시작할 수 있어요.
follows-none-me = 아직 없어요. { $add } 명령어로 시작해 보세요.
follows-no-more = 이 페이지에는 더 없어요.
follows-unknown = { $id } (지금 자료에 없음)
follows-remove-server = 이 서버의 팔로우에서 빼기…
follows-remove-me = 내 팔로우에서 빼기…
button-follows = 팔로우 전체 보기
audit-follow = 서버 팔로우 추가: { $names }
audit-unfollow = 서버 팔로우 해제: { $names }

error-nothing-named = 아티스트나 시상식 이름을 하나씩, 또는 둘 중 하나만 적어 주세요. 바뀐 것은 없어요.
error-no-server-here = 여기에는 로렐이 있는 서버가 없어요. 로렐을 설치한 서버에서 쓰거나 `for`에서 **나**를 골라 주세요.
error-too-many-follows = { $most }개까지 팔로우할 수 있어요. 먼저 몇 개를 빼 주세요. 바뀐 것은 없어요.
error-too-many-server-follows = 서버는 { $most }개까지 팔로우할 수 있어요. 먼저 몇 개를 빼 주세요. 바뀐 것은 없어요.

## /settings
command-settings = 내 언어와 시간대, 순위표에 이름을 보일지 정해요
settings-title = 내 설정
settings-intro = 어느 서버에서나 똑같이 적용돼요. 이 화면은 나만 볼 수 있고, 바꾸면 바로 적용돼요.
settings-language = 언어
settings-language-discord = 디스코드 설정대로
settings-language-now = 디스코드 설정대로 (지금은 { $language })
settings-language-choose = 언어 고르기…
settings-zone = 시간대
settings-zone-own = { $zone }. 그곳은 지금 { $day } { $time }.
settings-zone-default = 서버 설정대로: { $zone }. 그곳은 지금 { $day } { $time }.
settings-zone-change = 시간대 바꾸기…
settings-zone-servers = 서버 설정대로
settings-boards = 순위표의 내 이름
settings-shown = 보여요. 순위표와 예측 결과에 이름이 나와요.
settings-hidden = 숨겼어요. 서버 순위표에는 이름 없이 점수만 나오고, 모든 서버를 합친 순위표에는 나오지 않아요.
settings-show = 이름 보이기
settings-hide = 이름 숨기기

## /feedback
command-feedback = 아쉬운 점, 좋은 점, 불편한 점을 봇 운영자에게 전해요
feedback-title = 운영자에게 한마디
feedback-text = 무엇을 전하고 싶으세요?
feedback-hint = 아쉬운 점, 좋은 점, 불편한 점 무엇이든. 어떤 언어든 괜찮아요.
feedback-thanks = 고마워요! 의견 { $number }번을 사용자 ID와 함께 이 봇의 운영자에게 전했어요. 다른 사람은 볼 수 없어요.
error-empty-feedback = 읽는 사람이 알 수 있게 몇 마디만 적어 주세요. 아무것도 보내지 않았어요.
error-too-much-feedback = 오늘 의견을 많이 보내 주셔서 고마워요. 다음 의견은 { $again } 보낼 수 있어요. 아무것도 보내지 않았어요.

topic-yours = 내 설정
topic-yours-text = 내가 팔로우하는 아티스트와 시상식, 내 언어와 시간대, 순위표에 이름을 보일지, 그리고 봇 운영자에게 전하는 말.
