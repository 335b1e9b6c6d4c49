# /notify: 멤버가 직접 고르는 알림 역할.
command-notify = 알림 역할: 받기, 내려놓기, 고를 수 있게 하기
command-notify-roles = 알림 역할을 받거나 내려놓아요
command-notify-add = 멤버가 직접 받을 수 있는 역할을 추가해요 (역할 관리 권한)
command-notify-remove = 멤버가 받을 수 있는 역할에서 빼요 (역할 관리 권한)
command-notify-list = 어떤 역할을 받을 수 있는지, 제가 줄 수 있는지 보여 드려요 (역할 관리 권한)
command-notify-panel = 역할을 주는 버튼이 달린 메시지를 여기에 올려요 (역할 관리 권한)
option-notify-role = 어느 역할인지
option-notify-what = 어떤 소식에 쓰는 역할인지, 예: ‘시상식 당일’
topic-notify = 알림 역할
topic-notify-text = 어떤 소식에 알림을 받을지 멤버가 직접 골라요. /notify roles를 쓰거나 서버에 올라온 메시지의 버튼을 누르면 돼요. 어떤 역할이 있는지는 역할 관리 권한이 있는 분이 정해요.

notify-title = 어떤 소식에 알림을 드릴까요?
notify-text = 버튼을 누르면 역할을 받고, 다시 누르면 내려놓아요.
notify-panel-text = 버튼을 누르면 역할을 받고, 다시 누르면 내려놓아요.
notify-none = 여기에는 받을 수 있는 역할이 없어요.
notify-none-listed = 아직 받을 수 있는 역할이 없어요. /notify add로 추가해 보세요.
notify-taken = 이제 { $role } 역할이 있어요. 버튼을 다시 누르면 내려놓아요.
notify-dropped = { $role } 역할을 내려놓았어요. 버튼을 다시 누르면 받아요.
notify-listed = 멤버가 받을 수 있는 역할
notify-panel-there = 멤버는 { $panel } 또는 /notify roles에서 받을 수 있어요.
notify-panel-none = 멤버는 /notify roles에서 받을 수 있어요. /notify panel을 쓰면 버튼이 달린 메시지를 올려요.
permission-manage_roles = 역할 관리하기
audit-ping-roles = 멤버가 받을 수 있는 역할 변경

error-notify-gone = 그 역할은 삭제됐어요. 관리자가 /notify add로 다른 역할을 추가할 수 있어요.
error-notify-everyone = 모두가 이미 가진 역할이에요. 멤버가 받거나 내려놓을 수 있는 역할을 골라 주세요.
error-notify-managed = { $role } 역할은 앱이나 부스터용이라 디스코드만 줄 수 있어요.
error-notify-dangerous = { $role } 역할에는 서버를 관리하는 권한이 있어서 누구나 받게 하면 위험해요. 그런 권한이 없는 역할을 골라 주세요.
error-notify-no-permission = 저에게 역할 관리하기 권한이 없어요. 관리자가 서버 설정의 역할에서 제 역할에 권한을 줄 수 있어요.
error-notify-above = { $role } 역할이 제 역할보다 위에 있어서 줄 수 없어요. 관리자가 서버 설정의 역할에서 제 역할을 그 위로 옮기면 돼요.
error-notify-above-you = { $role } 역할이 가장 높은 내 역할보다 아래에 있지 않아서 추가할 수 없어요.
error-notify-not-listed = 이제는 받을 수 없는 역할이에요. /notify roles에서 받을 수 있는 역할을 볼 수 있어요.
error-notify-too-many = 이미 역할이 { $most }개라서 버튼 자리가 없어요. 하나를 먼저 빼 주세요.
error-notify-nothing-listed = 아직 받을 수 있는 역할이 없어요. 먼저 /notify add로 추가해 주세요.
error-notify-cannot-post = 이 채널에는 글을 쓸 수 없어요. 채널 보기와 메시지 보내기 권한을 주거나, 다른 채널에서 /notify panel을 써 주세요.
error-notify-not-now = 지금은 디스코드가 응답하지 않아요. 잠시 뒤 다시 해 주세요.

kept-server-ping-role = 멤버가 받을 수 있는 역할 { $count }개
kept-server-ping-panel = 그 역할을 주는 메시지의 위치
