# /event mirror: 시상식을 디스코드 이벤트로.
command-event-mirror = 다가오는 시상식을 이 서버의 디스코드 이벤트에 넣고, 일정이 바뀌면 함께 고쳐요
option-event-mirror = 켤지 끌지. 비워 두면 지금 상태를 보여 드려요
choice-mirror-on = 켜기
choice-mirror-off = 끄기

mirror-title = 디스코드 이벤트로 보는 시상식
mirror-is-on = **켜져 있어요.** 아래 시상식을 서버 이벤트에 넣어 두고, 날짜나 장소, 이름이 바뀌면 그대로 고치거나 빼요.
mirror-is-off = **꺼져 있어요.** 켜면 아래 시상식을 서버 이벤트에 넣고, 날짜나 장소, 이름이 바뀌면 그대로 고치거나 빼요.
mirror-is-ending = **꺼져 있어요.** 아직 시작하지 않은 이벤트를 빼고 있어요. 다시 켜면 아래 시상식을 넣어요.
mirror-followed = 이 서버가 팔로우하는 시상식 가운데 앞으로 { $days }일 안에 열리는 것이에요.
mirror-all = 이 서버가 팔로우하는 시상식이 없어서, 앞으로 { $days }일 안에 열리는 K팝 관련 시상식 전부예요. /follow add로 좁힐 수 있어요.
mirror-sure = 날짜가 발표되고 출처가 있는 시상식만 이벤트가 돼요. 시작 시각은 자료에 없어서 하루 종일로 넣어요. 이벤트를 직접 지우시면 다시 만들지 않아요.
mirror-none = 앞으로 { $days }일 안에 날짜가 발표된 시상식이 아직 없어요. 발표되면 바로 여기에 나와요.
mirror-soon = 늦어도 한 시간 안에 들어가요
mirror-making = 넣는 중이에요
mirror-made = 이벤트에 있어요
mirror-dropped = 이 서버에서 지우셔서 넣지 않아요
mirror-begun = 이미 시작해서 디스코드가 이벤트를 받지 않아요
mirror-forbidden = 여기서는 제가 이벤트를 만들 수 없어요. 서버 설정 > 역할에서 제 역할에 **이벤트 만들기**를 허용한 뒤 다시 켜 주세요.
mirror-full = 서버 이벤트가 디스코드 한도까지 차서 빠진 시상식이 있어요. 하나를 지우시면 한 시간 안에 나머지를 넣어요.
mirror-rejected = 디스코드가 받지 않은 이벤트가 있어요. 한 시간마다 다시 해 볼게요. 계속 이러면 /feedback으로 봇 운영진에게 알려 주세요.
mirror-again = { $when }에 다시 해 볼게요.
mirror-start = 이벤트에 넣기
mirror-stop = 그만두고 빼기
mirror-refresh = 다시 보기
mirror-events = 디스코드 이벤트
audit-mirror = 디스코드 이벤트로 보는 시상식 변경

mirror-no-place = 장소는 아직 발표되지 않았어요
mirror-what = { $show } 시상식이에요: { $date }.
mirror-all-day = 시작 시각을 아직 몰라서 { $city } 시간으로 하루 종일 넣어 두었어요.

error-mirror-forbidden = 여기서는 제가 이벤트를 만들 수 없어요. 서버 설정 > 역할에서 제 역할에 **이벤트 만들기**를 허용한 뒤 다시 해 주세요. 바뀐 것은 없어요.
error-mirror-full = 이 서버에는 이미 이벤트가 { $most }개 있어서 디스코드가 더 받지 않아요. 지난 이벤트를 하나 지운 뒤 다시 해 주세요. 바뀐 것은 없어요.

kept-server-mirroring = 시상식을 디스코드 이벤트에 넣을지
kept-server-mirror = 디스코드 이벤트로 넣은 시상식 { $count }개
