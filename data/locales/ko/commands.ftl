# 명령어와 옵션 설명(Discord 제한: 100자), 선택지 이름.
command-awards = 아티스트의 수상 및 후보 기록을 출처와 함께 보여 드려요
command-artist = 아티스트 프로필: 이름, 그룹, 기념일과 다가오는 일정
command-ceremony = 시상식 회차별 전체 부문의 수상자와 후보
command-help = 로렐이 할 수 있는 일과 모든 명령어
command-about = 버전, 자료 현황, 가동 시간, 라이선스

option-artist = 어떤 표기든 괜찮아요: RM, 알엠, Rap Monster
option-show = 시상식 이름 (예: AMA, MAMA)
option-year = 이 해의 기록만
option-result = 수상한 기록만, 또는 후보에 그친 기록만
option-edition = 어느 회차인지. 비워 두면 가장 최근 회차예요
option-topic = 이 주제만
option-share = 모두에게 보여 줄지, 나만 볼지

choice-result-all = 전체
choice-result-won = 수상
choice-result-nominated = 후보
