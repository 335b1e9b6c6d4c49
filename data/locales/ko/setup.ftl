# /setup, 그리고 미리 보여 주는 공지.
command-setup = 로렐을 이 서버에 맞게 차근차근 설정해요: 무엇을, 어디에, 언제, 누구 소식을 올릴지

setup-title = 로렐 설정
setup-welcome = 짧은 여덟 단계예요. 건너뛰어도 되고 나중에 바꿀 수도 있어요. 고르는 동안에는 아무것도 올라가지 않아요.
setup-progress = { $count }단계 중 { $number }단계
setup-was-begun = { $count }단계 중 { $number }단계 **{ $name }**까지 왔어요. 지금까지 고른 것은 그대로 있어요.
setup-was-finished = 이 서버는 설정을 마쳤어요. 다음 공지를 미리 보거나 처음부터 다시 살펴보세요. 고른 것은 바꾸기 전까지 그대로예요.

setup-back = 이전
setup-next = 다음
setup-skip = 건너뛰기
setup-finish = 마치기
setup-continue = 이어서 하기
setup-again = 처음부터 다시
setup-everything = 전체 설정
setup-see-preview = 다음 공지 보기

setup-language = 공지를 **{ $language }**로 써요.
setup-language-default = 아직 고르지 않아서 공지를 **영어**로 써요.
setup-zone = 이 서버의 하루는 **{ $city }** 자정에 시작해요. 지금 그곳 시각: **{ $time }**
setup-zone-default = 아직 고르지 않아서 이 서버의 하루는 **{ $city }** 자정에 시작해요. 지금 그곳 시각: **{ $time }**
setup-channel = 공지가 { $city } 시간으로 **{ $time }**에 { $channel } 채널에 올라와요.
setup-channel-none = 아직 고른 채널이 없어서 아무것도 올리지 않아요. /awards 같은 검색은 그대로 쓸 수 있어요.
setup-channel-gone = 채널이 삭제되었거나 로렐이 볼 수 없어서 공지를 올릴 수 없어요. 다른 채널을 고르거나, 그 채널에서 **채널 보기**를 허용해 주세요.
setup-channel-missing = 아직 로렐이 그 채널에 글을 올릴 수 없어요. 빠진 권한: { $permissions }. 채널 설정의 *권한*에서 로렐의 역할을 추가하고 허용해 주세요.
setup-kinds = 로렐이 알려 드릴 소식: **{ $kinds }**
setup-kinds-none = 고른 종류가 없어서 아무것도 알리지 않아요.
setup-hour = 소식이 있는 날마다 { $city } 시간으로 **{ $time }**에 공지가 하나씩 올라와요. (내 시간으로 { $yours })
setup-ping = 공지마다 { $role } 역할을 멘션해요.
setup-ping-none = 공지에서 아무도 멘션하지 않아요.
setup-host = 서버 관리자와 함께 { $role } 역할도 게임과 예측 투표를 진행할 수 있어요.
setup-host-none = 서버 관리자만 게임과 예측 투표를 진행할 수 있어요.
setup-role-gone = 삭제된 역할이에요. 다른 역할을 고르거나 비워 두세요.
setup-role-silent = 멘션해도 아무에게도 알림이 가지 않아요. 역할 설정에서 *모든 사람이 이 역할을 @언급하도록 허용*을 켜 주세요.

## 서버가 팔로우하는 아티스트와 시상식
setup-follows-step = 아티스트와 시상식
setup-follows-step-text = 여기서 고른 소식만 알려요. 그룹은 멤버와 유닛까지, 시상식은 행사와 투표 일정까지 함께 챙겨요.
setup-follows-none = 아직 팔로우하는 곳이 없어서 알릴 소식이 없어요.
setup-follows = 알려 드릴 소식의 주인공({ $count }): { $names }
setup-more = { $names } 외 { $count }곳
setup-hand = 오늘의 아티스트에서 고르기…
setup-drop = 팔로우 그만하기…
setup-type = 이름 입력하기…
setup-meant = 찾던 이름을 모두 골라 주세요…
setup-names-title = 팔로우할 아티스트와 시상식
setup-names-artists = 아티스트
setup-names-artists-hint = 한글이든 영어든 편한 대로, 쉼표로 나눠 주세요
setup-names-shows = 시상식
setup-names-shows-hint = 누가 후보든 시상식과 투표 일정을 알려 드려요
setup-names-new = 새로 팔로우해요: { $names }
setup-names-known = 이미 팔로우하고 있어요: { $names }
setup-names-beyond = 자리가 없어서 빠졌어요: { $names }. 한 서버는 100곳까지 팔로우할 수 있으니 먼저 몇 곳을 빼 주세요.
setup-names-unclear = 누구인지 확실하지 않아요: { $names }. 비슷한 이름을 아래에 모아 두었어요.
setup-names-unknown = 자료에 없는 이름이에요: { $names }
setup-names-unread = 한 번에 너무 많아서 { $count }개는 읽지 못했어요. 나머지는 한 번 더 입력해 주세요.
setup-names-none = 입력한 이름이 없어서 바뀐 것도 없어요.
setup-names-for = ‘{ $text }’ 대신

## 미리 보기
setup-preview-step = 다음 공지
setup-preview-step-text = 서버의 언어로 이렇게 올라와요. 소식이 없는 날은 쉬고, 그사이 새로 발표된 일정도 함께 알려요.
setup-preview-when = { $city } 시간 { $time } · { $relative }
setup-preview-no-channel = 아직 고른 채널이 없어서 아무것도 올라가지 않아요.
setup-preview-no-follows = 아직 팔로우하는 곳이 없어서 알릴 소식이 없어요.
setup-preview-no-kinds = 아직 고른 소식 종류가 없어서 알릴 것이 없어요.
setup-preview-nothing = 지금 자료로는 앞으로 1년 동안 이 서버가 팔로우하는 곳의 소식이 없어요.
setup-go-channel = 채널 고르기
setup-go-follows = 팔로우할 곳 고르기
setup-go-kinds = 소식 종류 고르기
setup-done = 설정을 마쳤어요
setup-done-first = 첫 공지는 { $when }에 { $channel } 채널에 올라와요. 설정은 언제든 바꿀 수 있어요.
setup-done-quiet = 고른 것은 모두 저장했어요. 다만 지금은 아무것도 올라가지 않아요. 무엇이 빠졌는지는 앞 단계에 적어 두었어요.
setup-then-config = { $command }에서 로렐의 권한을 확인하고 시험 공지를 올려 볼 수 있어요.
setup-then-follow = { $command }로 아티스트나 시상식을 하나 더 팔로우할 수 있어요.
setup-then-awards = { $command }로 로렐이 무엇을 하는지 모두에게 보여 주세요. 가장 좋아하는 아티스트로 시작해 보세요.

## 공지
digest-more = 그 밖에 { $count }건
