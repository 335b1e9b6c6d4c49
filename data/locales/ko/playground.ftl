# 플레이그라운드의 빈 채널에 보이는 안내.
playground-awards =
    ## 로렐 플레이그라운드에 오신 것을 환영해요
    가상의 Discord에서 움직이는 진짜 봇이에요. 토큰이 필요 없고, 아무것도 밖으로 나가지 않아요. 이렇게 해 보세요.
    - `/awards RM`을 입력하고 답변 아래 버튼을 눌러 보세요
    - `/awards 방탄소년단`: 한글이든 영어든, 오타가 조금 있어도 찾아요
    - `/ceremony`는 시상식 하루 전체, `/artist`는 프로필, `/help`는 모든 기능
playground-trivia =
    ## 퀴즈
    - `/trivia start`: 여기 있는 모두와 함께 풀어요. 멤버를 바꿔 가며 답해 보세요
    - `/trivia daily`: 모두에게 똑같은 오늘의 열 문제, `/trivia solo`: 혼자 연습
    - `/leaderboard`와 `/stats`: 점수와 기록
    {""}
    `/poll nominees`, `/ballot open`, `/predict ballot`로 투표하고 수상자를 예측할 수 있어요.
playground-anniversaries =
    ## 기념일
    - `/setup`: 여덟 단계로 모두 정하고, 마지막에 다음 알림을 미리 봐요
    - `/announce preview`: 앞으로의 알림, `/announce test`: 지금 하나 올려 보기
    - `/event add`: 우리만의 날짜, `/remind me`: 나만의 리마인더, `/calendar`: 캘린더 파일
