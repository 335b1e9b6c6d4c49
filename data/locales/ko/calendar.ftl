# /calendar: 일정 파일과 구독 주소.
command-calendar = 내 캘린더에 넣을 일정: 이 서버, 아티스트, 시상식
topic-feeds = 내 캘린더
topic-feeds-text = 어느 캘린더 앱에서나 열 수 있는 파일이에요. 이 서버나 아티스트, 시상식 일정이 들어 있어요. 봇 운영자가 허용한 곳에서는 늘 최신으로 유지되는 구독 주소도 받을 수 있어요.

calendar-name = { $whose } · 로렐
calendar-name-server = 서버 일정 · 로렐
calendar-birthday = { $artist } 생일
calendar-debut = { $artist } 데뷔 기념일
calendar-count = { $count ->
    [0] 앞으로 1년 안에 날짜가 정해진 일정이 아직 없어요.
   *[other] 지난 한 달과 앞으로 1년의 일정 { $count }개
}
calendar-vague = 날짜가 아직 안 정해진 일정 { $count }개는 파일에 넣지 않았어요.
calendar-how = 캘린더 앱으로 열어 보세요. 오늘 기준이라서 나중에 바뀌는 내용은 들어 있지 않아요.
calendar-subscribe = 늘 최신인 구독 주소
calendar-addresses = 내 캘린더 주소
calendar-address = 내 캘린더 주소예요
calendar-address-text = 캘린더 앱에서 ‘URL로 구독’을 골라 넣어 주세요. 이 주소를 아는 사람은 누구나 일정을 볼 수 있으니 혼자만 알고 계세요. 지금 한 번만 보여 드려요. 언제든지 끊을 수 있어요.
calendar-addresses-text = 캘린더 앱이 이 주소로 새 일정을 확인해요. 10개까지 만들 수 있어요.
calendar-no-addresses = 아직 없어요.
calendar-end = 끊을 주소 고르기…
calendar-end-all = 이 서버 캘린더 주소 { $count }개 모두 끊기

error-calendar-what = 아티스트나 시상식 이름을 골라 주세요. 로렐이 있는 서버에서는 /calendar만 써도 그 서버의 일정을 드려요.
error-calendar-both = 아티스트와 시상식 중 하나만 골라 주세요. 캘린더는 하나씩 만들어요.
error-calendar-no-feeds = 봇 운영자가 구독 주소를 켜지 않았어요. /calendar 파일에 같은 일정이 들어 있어요.
error-calendar-too-many = 이미 주소가 { $most }개 있어서 더 만들 수 없어요. 하나를 먼저 끊어 주세요.
error-calendar-gone = 이미 끊긴 주소예요.

kept-mine-feed = 내 캘린더 주소 { $count }개
kept-server-feed = 멤버가 받은 이 서버 캘린더 주소 { $count }개
