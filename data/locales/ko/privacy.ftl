# /privacy, /server-data, /config export, /config import.
command-privacy = 로렐이 나에 대해 보관하는 것: 보기, 파일로 받기, 지우기
command-privacy-show = 로렐이 나에 대해 무엇을 보관하는지 보여 드려요
command-privacy-export = 나에 대해 보관하는 모든 것을 파일로 받아요
command-privacy-delete = 나에 대해 보관하는 것을 한 번 확인하고 지워요
command-server-data = 로렐이 이 서버에 대해 보관하는 것: 파일로 받기, 지우기
command-server-data-export = 이 서버에 대해 보관하는 모든 것을 파일로 받아요
command-server-data-delete = 이 서버에 대해 보관하는 것을 한 번 확인하고 지워요
command-config-export = 이 서버의 모든 설정과 팔로우를 파일로 받아요
command-config-import = 파일에서 설정을 가져와요. 적용하기 전에 바뀌는 내용을 모두 보여 드려요
option-settings-file = /config export로 받은 파일 (256KiB까지)

topic-privacy = 개인정보
topic-privacy-text = 로렐은 꼭 필요한 것만 보관해요. 모두 볼 수 있고, 파일로 받을 수 있고, 지울 수 있어요. 서버 데이터도 관리자가 똑같이 할 수 있어요.

## 보관하는 것
kept-title-mine = 로렐이 나에 대해 보관하는 것
kept-title-server = 로렐이 이 서버에 대해 보관하는 것
kept-nothing-mine = 아무것도 없어요. 설정, 팔로우, 점수, 투표, 알림, 신고 모두 없어요.
kept-nothing-server = 아무것도 없어요. 바꾼 설정도, 서버가 팔로우하는 대상도, 게임이나 투표 기록도 없어요.
kept-never-mine = 로렐은 메시지를 읽지 않고, 무엇을 찾아봤는지도 기억하지 않아요.
kept-never-server = 로렐은 메시지를 읽지 않아요. 서버에서 나가면 30일 뒤에 모두 지워요.
kept-mine-member = 내 설정: 언어, 시간대, 순위표에 이름을 보일지 여부
kept-mine-member-follow = 팔로우하는 아티스트와 시상식 { $count }개
kept-mine-report = 잘못된 정보 신고 { $count }건과 보낸 위치
kept-mine-feedback = 봇 운영자에게 보낸 의견 { $count }건
kept-mine-audit = 서버 설정을 바꾼 기록 { $count }건
kept-server-guild = 설정
kept-server-guild-follow = 서버가 팔로우하는 아티스트와 시상식 { $count }개
kept-server-audit = 설정을 바꾼 기록 { $count }건: 누가 바꿨는지, 전에는 어땠는지
kept-server-failure = 올리지 못한 게시물 기록 { $count }건
kept-server-report = 멤버가 여기서 보낸 잘못된 정보 신고 { $count }건
kept-server-feedback = 멤버가 여기서 봇 운영자에게 보낸 의견 { $count }건
kept-file = 파일로 받기
kept-file-mine = 로렐이 나에 대해 보관하는 모든 것이에요. 메모장 같은 텍스트 편집기로 열 수 있어요.
kept-file-server = 로렐이 이 서버에 대해 보관하는 것을 모두 담았어요. 점수와 답, 투표와 예측, 알림, 캘린더 주소, 신고와 의견은 멤버 각자의 것이라 들어 있지 않아요. 각자 /privacy export로 받을 수 있어요.
kept-file-cut = 오래된 기록 { $count }건은 용량 때문에 담지 못했어요. 필요하시면 봇 운영자에게 문의해 주세요.
kept-erase = 지우기…

## 지우기
erase-title-mine = 이 모든 것을 지울까요?
erase-title-server = 이 서버의 데이터를 모두 지울까요?
erase-what-mine = 지우면 되돌릴 수 없어요. 서버에 만들어 둔 것(설정, 일정, 투표, 예측, 게임)은 그대로 남지만, 누가 했는지는 지워져요.
erase-what-server = 지우면 되돌릴 수 없고, 로렐은 이 서버에 처음 온 것처럼 돼요. 이 서버에 있는 멤버들의 점수, 투표, 예측, 알림, 캘린더 주소도 함께 지워져요. 데일리 퀴즈 연속 기록은 각자에게, 신고와 의견은 봇 운영자에게 남지만, 이 서버에서 왔다는 사실은 지워져요.
erase-do = 모두 지우기
erase-keep = 그대로 두기
erased-title = 모두 지웠어요
erased-mine = 이제 로렐은 나에 대해 아무것도 보관하지 않아요. 다시 쓰기 시작하면 그때부터 새로 쌓여요.
erased-server = 이제 로렐은 이 서버에 대해 아무것도 보관하지 않아요. 언제든 /setup으로 새로 시작할 수 있어요.
erased-backups = 백업에는 조금 더 남아 있을 수 있어요. 로렐의 자체 백업은 길어도 5주 안에 사라져요. 백업을 되돌려도 다시 살아나지 않도록 아이디만 60일 동안 기억해요.

## 파일로 옮기는 설정
export-ready = 이 서버의 설정과 팔로우예요. 여기서든 다른 서버에서든 /config import로 다시 가져올 수 있어요. 멤버 정보는 들어 있지 않아요.
import-title = 파일에서 설정 가져오기
import-intro = { $count }가지가 바뀌어요. 아직은 아무것도 바뀌지 않았어요.
import-again = 그사이 다른 사람이 설정을 바꿔서 적용하지 않았어요. 지금 이 파일을 적용하면 이렇게 바뀌어요.
import-nothing = 이 파일에서 가져올 수 있는 내용은 이미 모두 적용되어 있어요. 바꿀 것이 없어요.
import-line = **{ $what }**: { $before } → { $after }
import-followed = **새로 팔로우**: { $names }
import-unfollowed = **팔로우 해제**: { $names }
import-missing = **이 서버에 없는 채널이나 역할이라 제외**: { $names }
import-unknown = **자료에 없는 이름이라 제외**: { $names }
import-more = { $names } 외 { $count }개
import-apply = 적용하기
import-cancel = 취소
import-applied = 다 됐어요. { $count }가지를 바꿨어요.
import-see = 모든 설정
import-dropped = 아무것도 바꾸지 않았어요.

error-import-too-large = 파일이 256KiB보다 커서 설정 파일이 아니에요. /config export로 받은 파일을 올려 주세요. 바뀐 것은 없어요.
error-import-unreadable = Discord에서 파일을 받아오지 못했어요. 다시 한번 올려 주세요. 바뀐 것은 없어요.
error-import-not-json = JSON 텍스트가 아니라서 읽을 수 없어요. /config export로 받은 파일을 올려 주세요. 바뀐 것은 없어요.
error-import-not-settings = 서버 설정 파일이 아니에요. /config export로 받은 파일을 올려 주세요. 바뀐 것은 없어요.
error-import-other-format = 다른 버전의 로렐이 만든 파일(형식 { $where })이라 읽을 수 없어요. 그쪽에서 다시 내보내거나 /setup으로 설정해 주세요. 바뀐 것은 없어요.
error-import-wrong-value = 파일의 “{ $where }” 자리에 들어갈 수 없는 값이 있어요. 고치거나 지운 뒤 다시 올려 주세요. 바뀐 것은 없어요.
error-import-expired = 그 파일은 이제 남아 있지 않아요. /config import로 다시 올려 주세요. 바뀐 것은 없어요.
