# /help, /about, 그리고 뭔가 할 수 없을 때의 안내.

## /help
help-title = 로렐이 할 수 있는 일
help-intro = K팝 팬을 위한 시상식 데스크예요. 모든 사실에 출처를, 모든 상에 선정 방식을 함께 보여 드려요.
help-choose = 주제 하나만 보기…
topic-all = 전체
topic-awards = 수상 기록과 시상식
topic-awards-text = 누가 어떤 상을 받았는지, 함께 오른 후보와 직전 수상자까지. 시상식, 연도, 결과로 골라 볼 수 있어요.
topic-artists = 아티스트
topic-artists-text = 한글과 영문 이름, 멤버, 생일과 데뷔일, 다가오는 날을 담은 프로필이에요.
topic-sources = 출처와 선정 방식
topic-sources-text = 답변 아래 *출처*를 누르면 모든 주소와 근거를, *선정 방식*을 누르면 그 상이 무엇을 보여 주는지 볼 수 있어요. 출처가 없는 기록은 집계하지 않아요. 잘못된 내용이 있다면 답변의 메뉴에서 *앱*, *이 정보 신고하기*를 눌러 주세요.
topic-laurel = 로렐 소개
topic-laurel-text = 로렐을 추가한 서버에서는 모두에게, 그 밖에서는 나에게만 보여요. `share`로 바꿀 수 있어요.

## /about
about-what = 팬 커뮤니티를 위한 시상식 데스크. 출처 있는 사실을 한국어와 영어로 전해요.
about-catalogue = **자료**: 아티스트 { $artists }팀(명), 시상식 { $ceremonies }개, 회차 { $editions }개, 상 { $results }개, 출처 있음 { $percent }%
about-running = **가동**: { $since }부터, 샤드 { $shards }개
about-latency = **지연 시간**: Discord까지 { $ms }ms
about-licence = **라이선스**: MIT. 로렐은 Discord, 소속사, 시상식과 아무 관계가 없어요.
about-invite = [서버에 로렐 추가하기](<{ $address }>)

## 할 수 없을 때
error-empty-name = RM이나 방탄소년단처럼 이름을 입력하고 목록에서 골라 주세요.
error-unknown-artist = “{ $text }”라는 이름은 자료에 없어요. 혹시 이 중에 있나요? 없다면 표기를 확인해 주세요.
error-nothing-like-artist = “{ $text }”와 비슷한 이름이 자료에 없어요. 표기를 확인하거나 한글 또는 영어 이름으로 찾아보세요.
error-nothing-like-show = “{ $text }”와 비슷한 시상식이 자료에 없어요. 목록에서 골라 주세요.
error-unknown-show = “{ $text }”라는 시상식은 자료에 없어요. 혹시 이 중에 있나요?
error-ambiguous = “{ $text }”에 해당하는 아티스트가 { $count }명(팀) 있어요. 누구를 찾으세요?
error-unknown-edition = { $show }에는 “{ $text }” 회차가 자료에 없어요. 있는 회차: { $editions }.
error-stale = 이전 버전의 버튼이에요. 명령어로 다시 물어봐 주세요.
error-outdated-command = 명령어가 방금 바뀌었어요. 잠시 뒤에, 또는 Discord를 다시 켜고 시도해 주세요.
error-not-allowed = 여기서는 쓸 수 없어요. 필요하다면 서버 관리자에게 문의해 주세요.
error-bug = 저희 쪽에서 문제가 생겼고, 바뀐 것은 없어요. 다시 시도해 보시고, 계속되면 이 봇의 운영자에게 오류 { $number }번을 알려 주세요.
error-needs-permission = { $permission } 권한이 있는 멤버만 할 수 있어요. 서버 관리자에게 문의해 주세요.
error-not-host = 진행자만 할 수 있어요. **이벤트 관리하기** 권한이나, 관리자가 `/setup`에서 정한 진행자 역할이 필요해요.
permission-manage_guild = 서버 관리하기
permission-administrator = 관리자
error-storage = 지금은 저장할 수 없어서 아무것도 바뀌지 않았어요. 잠시 뒤에 다시 시도해 주세요.
error-unknown-zone = “{ $text }”라는 시간대는 없어요. 혹시 { $zones }인가요?
error-nothing-like-zone = “{ $text }”라는 시간대는 없어요. 서울, 런던, 뉴욕처럼 도시 이름을 입력해 주세요.
