# /pack: 서버가 직접 만든 문제.

command-pack = 우리 서버만의 퀴즈 문제
command-pack-add = 파일로 문제 추가하기: TOML, JSON, CSV, Red 방식의 YAML 목록
command-pack-list = 이 서버의 문제집 보기
command-pack-show = 문제집의 문제와 정답 보기
command-pack-remove = 문제집 지우기
option-pack-file = 256KB, 500문제까지 담은 파일
option-pack-new-name = 문제집 이름. 비우면 파일 이름을 써요
option-pack-name = 어떤 문제집인지

trivia-pack = 문제집: { $pack }
topic-packs = 우리 서버 문제
topic-packs-text = 서버가 직접 만든 퀴즈 문제를 파일로 올릴 수 있어요. 로렐이 줄마다 확인해 미리 보여 주고, 확정하면 /trivia start에서 주제로 고를 수 있어요.

pack-preview = 미리 보기: { $name }
pack-good = 낼 수 있는 문제가 { $count }개 있어요.
pack-not-yet = 아직 확정되지 않았어요. 살펴본 다음 사용하기를 눌러 주세요.
pack-none-good = 낼 수 있는 문제가 없어요. 파일을 고쳐서 다시 올려 주세요.
pack-typed-only = 그중 { $count }개는 오답 보기가 없어서 글자로 답하는 퀴즈에만 나와요.
pack-use = 이 문제집 사용하기
pack-see-all = 문제 모두 보기
pack-discard = 버리기
pack-faults = **{ $count }줄은 뺐어요:**
pack-fault = - { $row }번째: { $reason }
pack-more-faults = - 그 밖에 { $count }개 더
pack-fault-no-question = 문제가 없어요.
pack-fault-no-answer = 정답이 없어요.
pack-fault-no-text = 글자가 와야 할 자리에 다른 것이 있어요.
pack-fault-twice = 같은 문제가 위에 있어요.
pack-fault-same-option = 오답 보기가 정답이나 다른 보기와 똑같이 읽혀요.
pack-fault-no-address = 출처가 웹 주소가 아니에요. https://… 형식으로 써 주세요.
pack-fault-many-answers = 정답이 { $most }개를 넘어요.
pack-fault-many-wrong = 오답 보기가 { $most }개를 넘어요.
pack-fault-long-question = 문제가 { $most }자를 넘어요.
pack-fault-long-answer = 정답이 { $most }자를 넘어요.
pack-fault-long-wrong = 오답 보기가 { $most }자를 넘어요.
pack-fault-long-after = 해설이 { $most }자를 넘어요.
pack-fault-long-source = 출처가 { $most }자를 넘어요.
pack-fault-too-many = 문제집에는 { $most }문제까지 담을 수 있어서 넣지 못했어요.

pack-list = 이 서버의 문제집
pack-list-none = 아직 없어요. /pack add로 파일을 올리면 내용을 먼저 보여 드리고 확정을 기다릴게요.
pack-list-intro = { $most }개까지 만들 수 있어요. /trivia start의 topic에서 골라 주세요.
pack-line = - **{ $name }**: { $count }문제, { $when }
pack-counts = { $count }문제. /trivia start에서 주제로 { PARTICLE($name, "을/를") } 고르면 나와요.
pack-answers = 정답: { $answers }
pack-wrong = 오답 보기: { $options }
pack-back = 문제집 목록
pack-remove = 지우기…
pack-remove-ask = **{ $name }** 문제집과 문제 { $count }개를 지울까요? 진행 중인 퀴즈는 계속되지만, 지우면 되돌릴 수 없어요.
pack-remove-yes = 지우기

audit-pack-added = 퀴즈 문제집 추가
audit-pack-removed = 퀴즈 문제집 삭제
kept-server-pack = 서버가 만든 퀴즈 문제집 { $count }개

error-no-questions = 그런 문제가 없어요. 다른 주제나 난이도를 고르거나 비워 두세요.
error-pack-gone = 그 문제집은 이제 없어요. /pack list에서 지금 있는 것을 볼 수 있어요.
error-pack-name = 문제집 이름에는 글자나 숫자가 있어야 해요. name에 이름을 적어 주세요.
error-pack-name-taken = ‘{ $name }’ 이름은 로렐의 문제집이 쓰고 있어요. 다른 이름을 지어 주세요.
error-pack-too-many = 서버마다 문제집을 { $most }개까지 둘 수 있어요. 먼저 /pack remove로 하나를 지워 주세요.
error-pack-too-large = 문제집 파일은 { $most }KB까지 올릴 수 있어요. 여러 개로 나눠 주세요.
error-pack-format = .toml, .json, .csv, .yaml, .yml 파일을 읽을 수 있어요.
error-pack-encoding = 파일이 UTF-8 텍스트가 아니에요. UTF-8로 저장해서 다시 올려 주세요.
error-pack-unreadable = 파일을 읽지 못했어요: { $why }. 그 부분을 고쳐서 다시 올려 주세요.
error-pack-too-deep = 목록 안에 목록이 너무 많이 겹쳐 있어요. 문제 하나를 한 줄로 써 주세요.
error-pack-alias = YAML 앵커(&와 *)가 쓰였어요. 정답을 그대로 풀어 써 주세요.
error-pack-empty = 파일에 문제가 없어요. 로렐의 data/README.md에 형식마다 예시가 있어요.
error-pack-not-received = 디스코드에서 파일을 받지 못했어요. 잠시 뒤에 다시 시도해 주세요.
