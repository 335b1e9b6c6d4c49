# 플레이그라운드의 빈 채널에 보이는 안내.
playground-awards =
    ## 로렐 플레이그라운드에 오신 것을 환영해요
    가상의 Discord에서 움직이는 진짜 봇이에요. 토큰이 필요 없고, 아무것도 밖으로 나가지 않아요. 이렇게 해 보세요.
    - `/awards RM`을 입력하고 답변 아래 버튼을 눌러 보세요
    - `/awards 방탄소년단`: 한글이든 영어든, 오타가 조금 있어도 찾아요
    - `/ceremony`는 시상식 하루 전체, `/artist`는 프로필, `/help`는 모든 기능
playground-trivia =
    ## 퀴즈
    아직 준비 중이에요. 그동안 #awards에서 기록을 찾아보세요.
playground-anniversaries =
    ## 기념일
    알림은 아직 준비 중이에요. `/artist`에서 다가오는 날을 볼 수 있어요.
