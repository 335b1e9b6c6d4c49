# /poll: 후보 투표, 자유 투표, 토너먼트, 토론.
command-poll = 투표, 토너먼트, 토론
command-poll-nominees = 실제 시상식 후보 그대로, 누가 받아야 할지 물어봐요
command-poll-custom = 무엇이든 물어봐요. 답변은 2~25개
command-poll-bracket = 아티스트·시대·노래 4~32개의 일대일 토너먼트. 라운드는 저절로 넘어가요
command-poll-debate = 두세 가지 입장으로 나누는 토론. 이유도 남길 수 있어요
command-poll-end = 투표나 토너먼트의 이번 라운드를 지금 마감해요
command-poll-results = 우리 서버의 생각을 실제 선정 방식과 나란히 보여 드려요
command-poll-list = 이 서버의 투표 목록. 진행 중인 투표가 먼저예요
option-poll = 어느 투표인지. 비워 두면 가장 최근 투표예요
option-poll-edition = 어느 회차인지. 비워 두면 후보가 알려진 가장 최근 회차예요
option-poll-style = 디스코드 투표(공개) 또는 비밀 투표. 비워 두면 알맞은 쪽으로 열어요
option-poll-hours = 몇 시간 동안 열어 둘지 (비워 두면 24시간)
option-poll-round-hours = 라운드마다 몇 시간씩 열어 둘지 (비워 두면 24시간)
option-poll-results = 중간 집계를 보일지, 마감 뒤에만 보일지
option-poll-channel = 올릴 채널. 비워 두면 여기예요
option-poll-of = 무엇끼리 겨룰지
option-poll-artist = 이 아티스트의 멤버·발매작·노래로 목록을 채워 드려요. 고칠 수 있어요
option-poll-seeding = 대진 순서: 추첨, 또는 적은 순서대로
choice-poll-native = 디스코드 투표: 누가 무엇을 골랐는지 공개
choice-poll-hidden = 비밀 투표: 누가 무엇을 골랐는지 비공개
choice-poll-live = 진행 중에도 공개
choice-poll-after = 마감 뒤에만 공개
choice-poll-artists = 아티스트
choice-poll-songs = 노래
choice-poll-eras = 시대·발매작
choice-poll-lot = 추첨
choice-poll-order = 적은 순서대로 (위가 상위 시드)

## 투표판
poll-question = { $year } { $show } { $category }, 누가 받아야 할까요?
poll-question-past = { $year } { $show } { $category }, 누가 받았어야 할까요?
poll-number = { $number }번 투표
poll-until = { $when } 마감 ({ $left })
poll-over = { $when } 마감됨
poll-turnout = { $count ->
    [0] 아직 아무도 투표하지 않았어요.
   *[other] 지금까지 { $count }명이 투표했어요.
}
poll-voted = { $count ->
    [0] 투표 없음
   *[other] { $count }명 투표
}
poll-votes = { $votes }표 ({ $percent } %)
poll-secret = 비밀 투표: 내 표는 나만 보고, 마감 전까지 바꿀 수 있어요
poll-was-secret = 비밀 투표: 누가 무엇을 골랐는지는 공개하지 않아요
poll-public = 누가 무엇을 골랐는지 디스코드에 공개돼요
poll-lot = 순서는 추첨으로 정했어요
poll-withdrawn-line = ~~{ $answer }~~: 빠졌어요. 여기에 투표한 분은 다시 투표해 주세요.
poll-was-withdrawn = ~~{ $answer }~~: 도중에 빠졌어요.
poll-choose = 투표하기…
poll-choose-part = 투표하기: { $first }~{ $last }번째…
poll-vote = 투표하기
poll-mine = 내 표
poll-results = 결과
poll-manage = 관리
poll-prize = 이 부문
poll-go = 투표 보러 가기

## 내 표
poll-own = 내 표: { $answer }
poll-own-none = 아직 투표하지 않으셨어요.
poll-kept = **{ $answer }** 투표 완료! { $left } 마감돼요. 그때까지 바꿀 수 있고, 다른 사람에게는 보이지 않아요.
poll-changed = 표를 바꿨어요: **{ $before }** → **{ $answer }**. { $left } 마감돼요. 그때까지 바꿀 수 있고, 다른 사람에게는 보이지 않아요.
poll-say-why = 이유 남기기
poll-reason-shown = 이유를 저장했어요. 이름 없이 결과와 함께 보여 드려요.
poll-reason-kept = 이유를 저장했어요. 아무에게도 보이지 않아요.
poll-reason-gone = 남긴 이유를 지웠어요. 표는 그대로예요.

## 결과
poll-until-end = 다른 사람들의 선택은 마감 뒤에 공개돼요.
poll-chosen = 우리 서버의 선택은 { $answers }!
poll-even = { PARTICLE($answers, "이/가") } 공동 1위예요.
poll-champion = 토너먼트 우승은 { $answer }!
poll-nobody = 아무도 투표하지 않았어요.
poll-real-winner = 실제 수상: { $winners }
poll-real-unknown = 실제 수상자는 아직 자료에 없어요. 들어오면 여기에 함께 보여 드릴게요.
poll-agreed = 우리 서버도 같은 선택을 했어요: { $answers }
poll-half-agreed = 우리 서버는 공동 1위로 갈렸어요: { $answers }
poll-differed = 우리 서버의 선택은 달랐어요: { $answers }
poll-reasons = 이유
poll-gone-native = ⚠️ 메시지가 삭제되어 디스코드에 있던 표도 사라졌어요. 로렐이 마지막으로 확인한 집계예요.
poll-gone-hidden = ⚠️ 메시지가 삭제되었어요. 표는 모두 그대로 있고, 진행자가 다시 올릴 수 있어요.

## 토너먼트
poll-round-of = { $size }강
poll-round-semi = 4강
poll-round-final = 결승
poll-heat-open = { $first } vs { $second }
poll-heat-bye = { $first } 부전승
poll-heat-done = { $first } { $one } : { $other } { $second }
poll-why-earlier = 동점, 그 표 수에 먼저 도달
poll-why-seed = 투표 없음, 대진표 상위 진출
poll-heat-of = { $round } { $count }경기 중 { $number }번째
poll-heat-progress = { $count }경기 중 { $done }경기에 투표했어요. 라운드 마감: { $left }
poll-kept-heat = 투표 완료: { $answer }
poll-bracket-over = 끝난 토너먼트예요. 결과는 투표판이나 `/poll results`에서 볼 수 있어요.
poll-round-over = 이 라운드는 끝났어요.
poll-whole-bracket = 전체 대진
poll-tie-rule = 표가 많은 쪽이 올라가요. 동점이면 그 표 수에 먼저 도달한 쪽이, 양쪽 모두 표가 없으면 대진표에서 앞선 쪽이 올라가요.

## 투표 관리
poll-list = 이 서버의 투표
poll-list-none = 아직 투표가 없어요. `/poll nominees`, `custom`, `bracket`, `debate`로 시작해 보세요.
poll-open-here = 여기에 올렸어요: { $where }
poll-open-later = 지금 디스코드가 응답하지 않아요. 투표는 저장했으니, 되는 대로 { $where } 채널에 올릴게요.
poll-counting-round = 이번 라운드가 마감됐어요. 지금 집계하고 있으니 몇 초 뒤 { $where } 채널에서 이어져요.
poll-counting = 마감됐어요. 지금 집계하고 있으니 몇 초 뒤 { $where } 채널에 결과가 올라와요.
poll-native-means = 집계는 디스코드가 하고 표도 공개돼요. 마감되면 최종 결과를 올리고 보관해요. 그때 로렐이 꺼져 있었더라도요.
poll-hidden-means = 집계는 로렐이 해요. 한 사람에 한 표이고, 누구의 표도 공개하지 않아요.
poll-can-withdraw = 여기서 답을 뺄 수 있고, 뺀 답의 표는 돌려드려요.
poll-merged = 같은 답 { $count }개는 하나로 합쳤어요.
poll-end = 지금 마감
poll-end-round = 이번 라운드 마감
poll-withdraw = 답 빼기…
poll-repost = { $number }번 투표 다시 올리기
poll-written = 쓰신 내용이에요. 복사해서 다시 쓰세요:
audit-poll-open = 투표를 열었어요
audit-poll-end = 투표를 마감했어요
audit-poll-withdraw = 투표에서 후보를 뺐어요

## 입력 창
poll-form-custom = 투표 만들기
poll-form-custom-question = 질문
poll-form-custom-question-hint = 무엇이 궁금한가요?
poll-form-custom-answers = 답변, 한 줄에 하나씩
poll-form-custom-answers-hint = 2~25개. 같은 답은 하나로 합쳐요. 짧은 답 10개까지는 디스코드 투표로도 열 수 있어요.
poll-form-bracket = 토너먼트 만들기
poll-form-bracket-question = 제목
poll-form-bracket-question-hint = 예: 최고의 타이틀곡
poll-form-bracket-answers = 참가 명단, 한 줄에 하나씩
poll-form-bracket-answers-hint = 4~32개. 수가 딱 맞지 않으면 대진표 앞쪽이 1라운드를 부전승으로 넘어가요.
poll-form-debate = 토론 열기
poll-form-debate-question = 질문
poll-form-debate-question-hint = 예: 팬 투표상은 인기를 보여 줄까요, 음악을 보여 줄까요?
poll-form-stance = 입장 { $number }
poll-form-why = 이유 남기기
poll-form-reason = 나의 이유
poll-form-reason-hint = 한두 문장이면 돼요. 비우면 지워져요.
poll-form-shown = 공개해도 될까요?
poll-form-shown-hint = 이름 없이 결과 옆에만 보여요
poll-form-agree = 결과와 함께 보여 주세요

## 할 수 없는 일
error-poll-unknown = 여기에는 그런 투표가 없어요. `/poll list`에서 확인해 주세요.
error-poll-none = 아직 해당하는 투표가 없어요. `/poll nominees`, `custom`, `bracket`, `debate`로 시작해 보세요.
error-poll-closed = 이미 마감된 투표 또는 라운드예요. 마감 전에 누른 표는 모두 집계돼요.
error-poll-ended = 이미 마감되었어요. 다른 관리자가 먼저 마감했거나 시간이 다 됐어요. 결과는 몇 초 뒤에 나와요.
error-poll-withdrawn = { PARTICLE($answer, "은/는") } 후보에서 빠졌어요. 다른 답을 골라 주세요.
error-poll-no-stance = 먼저 입장을 고른 다음 이유를 남겨 주세요.
error-poll-too-many = 이 서버에서 이미 투표 { $most }개가 진행 중이에요. `/poll end`로 하나를 마감하고 다시 해 주세요.
error-poll-too-few = 지금은 { $count ->
    [0] 답이 없어요
   *[other] 답이 { $count }개예요
}. 한 줄에 하나씩 { $least }개 이상 적어 주세요. 같은 답은 하나로 세요.
error-poll-too-many-answers = 답이 { $count }개예요. 최대 { $most }개까지 쓸 수 있으니 조금 줄여 주세요.
error-poll-too-long = “{ $text }” 답이 너무 길어요. { $most }자 안으로 줄여서 다시 해 주세요.
error-poll-no-question = 질문이 비어 있어요. 한 문장으로 적어 주세요.
error-poll-too-few-left = 답이 { $least }개는 남아야 해서 뺄 수 없어요. 대신 투표를 마감해 주세요.
error-poll-cannot-withdraw = 후보를 빼는 것은 비밀 투표에서만 할 수 있어요. 디스코드 투표와 토너먼트는 바꿀 수 없으니, 필요하면 마감해 주세요.
error-poll-cannot-repost = 진행 중인 비밀 투표만 다시 올릴 수 있어요. 디스코드 투표는 메시지와 함께 표도 사라져요.
error-poll-is-there = 메시지가 그대로 있어서 다시 올릴 필요가 없어요.
error-poll-native-live = 디스코드 투표는 집계가 늘 보여요. 마감 뒤에만 공개하려면 비밀 투표를 골라 주세요.
error-poll-native-answers = 디스코드 투표에는 55자 이하의 답 { $most }개까지만 들어가요. 비밀 투표를 고르거나 방식을 비워 두세요.
error-poll-no-nominees = 자료에 있는 이 부문 후보가 두 명이 안 돼요. 다른 회차를 고르거나 `/poll custom`으로 물어보세요.
error-poll-no-channel = 로렐이 볼 수 없는 채널이에요. 다른 채널을 고르거나 로렐에게 보이게 해 주세요.
error-poll-not-your-channel = { $channel } 채널에는 직접 글을 쓸 수 없으시네요. 쓸 수 있는 채널을 골라 주세요.
error-poll-missing = { $channel } 채널에서 로렐에게 빠진 권한이 있어요: { $permissions }. 채널 설정에서 허용하거나 다른 채널을 골라 주세요. 아직 아무것도 열지 않았어요.
error-poll-cannot-post = 로렐이 { $channel } 채널에 글을 쓸 수 없어요. **채널 보기**와 **메시지 보내기**를 허용하거나 다른 채널을 골라 주세요. 아직 아무것도 열지 않았어요.
permission-send_polls = 설문 조사 만들기
permission-send_messages_in_threads = 스레드에서 메시지 보내기

topic-polls = 투표
topic-polls-text = 누가 받아야 할까요, 무엇이 최고였나요, 어떻게 생각하세요? 결과 옆에는 늘 실제 선정 방식을 함께 보여 드려요. 여는 것은 이벤트 관리하기 권한이나 진행자 역할이 있어야 하지만, 투표하고 결과를 보는 것은 누구나 할 수 있어요. 비밀 투표는 마감 전까지 바꿀 수 있고, 마감 전에 누른 표는 조금 늦게 도착해도 세요.

kept-mine-poll = 내가 연 투표 { $count }개. 지우면 이름만 지워지고, 투표는 서버의 것이라 남아요.
kept-mine-poll-vote = 비밀 투표에서 던진 표 { $count }개와 남긴 이유. 지우면 진행 중인 투표에서 빠지고, 끝난 집계는 그대로예요.
kept-server-poll = 투표 { $count }개의 답변과 집계
kept-server-poll-vote = 비밀 투표의 멤버 표 { $count }개. 비밀이라 파일에는 넣지 않아요
