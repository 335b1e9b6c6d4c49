"""/pack, as those who manage a server meet it: a file, its preview, its questions in a game, its end."""

import pytest

from bot.errors import Refused
from bot.trivia.pack_files import MOST_BYTES
from bot.trivia.questions import Topic
from tests.stage import Answer, Stage

CSV = "question,answer,wrong\nWho sang Gee?,SNSD|소녀시대,KARA|2NE1\nWho is *@everyone*?,**nobody**,\nLost?,,\n"


async def add(stage: Stage, text: str = CSV, file: str = "our list.csv", **options: object) -> Answer:
    return await stage.slash("pack add", by=stage.admin, file=(file, text.encode()), **options)


async def test_a_file_is_previewed_used_asked_and_deleted(stage: Stage) -> None:
    preview = await add(stage)
    assert preview.private and "Preview: our-list" in preview.text and "2 questions can be asked." in preview.text
    assert "Row 4: there is no answer." in preview.text and "One of them has no wrong options" in preview.text
    assert "@everyone" not in preview.text and "\\*\\*nobody\\*\\*" in preview.text
    questions, here = stage.bot.services.questions, stage.server.id
    topic = Topic(pack="our-list")
    assert await questions.count(topic, guild_id=here) == 0, "nothing counts yet"
    assert "None yet" not in (await stage.slash("pack list", by=stage.admin)).text
    used = await preview.press("Use this pack")
    assert "2 questions, asked by /trivia start" in used.text
    assert await questions.count(topic, guild_id=here) == 1 and await questions.count(topic) == 0
    assert await questions.count(topic, guild_id=here, typed=True) == 2
    own = await stage.suggestions("trivia start", "topic", "our-l")
    assert {"name": "Pack: our-list", "value": "pack:our-list"} in own
    written = await stage.suggestions("trivia start", "topic", "firsts", by=stage.ada)
    assert {"name": "Pack: Records and firsts", "value": "pack:records"} in written
    asked = await questions.deal("s", 0, topic, guild_id=here)
    assert asked.prompt.ko == "Who sang Gee?" and asked.options[asked.right].text.en == "SNSD"
    assert questions.judge("소녀 시대", asked) and not questions.judge("kara", asked)
    typed = [await questions.deal("s", turn, topic, guild_id=here, typed=True) for turn in range(2)]
    assert {question.can_choose for question in typed} == {True, False} and all(one.can_type for one in typed)
    with pytest.raises(Refused):
        await questions.deal("s", 0, topic, guild_id=here + 1)
    asking = await stage.slash("pack remove", by=stage.admin, name="OUR LIST")
    assert "Delete **our-list** with its 2 questions?" in asking.text
    assert "There are none yet" in (await asking.press("Delete it")).text
    assert await questions.count(topic, guild_id=here) == 0
    assert [change.what for change in await stage.bot.services.guilds.changes(here)] == ["pack-removed", "pack-added"]
    assert "added a trivia pack" in (await stage.slash("config view", by=stage.admin)).text


async def test_in_korean_with_a_name(stage: Stage) -> None:
    stage.locales[str(stage.admin.id)] = "ko"
    preview = await add(stage, name="우리 서버")
    assert "미리 보기: 우리-서버" in preview.text and "4번째: 정답이 없어요." in preview.text
    used = await preview.press("이 문제집 사용하기")
    assert "주제로 우리-서버를 고르면 나와요" in used.text
    listed = await stage.slash("pack list", by=stage.admin)
    assert "**우리-서버**: 2문제" in listed.text
    shown = await listed.press("우리-서버")
    assert "정답: SNSD, 소녀시대" in shown.text and "오답 보기: KARA, 2NE1" in shown.text
    (choice,) = await stage.suggestions("pack show", "name", "우리", by=stage.admin)
    assert choice["name"] == "우리-서버"


async def test_discarding_and_old_buttons(stage: Stage) -> None:
    preview = await add(stage)
    other = await preview.press("See every question")
    assert "Nothing counts yet" in other.text
    assert "There are none yet" in (await preview.press("Discard")).text
    assert "That pack is gone." in (await other.press("Use this pack")).text
    assert "That pack is gone." in (await stage.slash("pack show", by=stage.admin, name="our-list")).text


async def test_files_that_cannot_be_taken(stage: Stage) -> None:
    assert "end in .toml" in (await add(stage, file="a.exe")).text
    assert "(line 2)" in (await add(stage, "q: [a\nb: c", "a.yaml")).text
    assert "up to 256 KB" in (await add(stage, " " * (MOST_BYTES + 1), "a.json")).text
    assert "one of Laurel’s own packs" in (await add(stage, file="records.csv")).text
    assert "needs a name" in (await add(stage, file="!!!.csv")).text
    nothing = await add(stage, "question,answer\nLost?,\n")
    assert "None of its questions can be asked" in nothing.text and "Row 2: there is no answer." in nothing.text
    assert not nothing.buttons


async def test_only_who_manages_the_server(stage: Stage) -> None:
    preview = await add(stage)
    stage.allow_everybody("pack")
    refused = await stage.slash("pack list", by=stage.ada)
    assert refused.private and "Manage Server" in refused.text
    assert "Manage Server" in (await stage.slash("pack add", by=stage.ada, file=("a.csv", b"q,a"))).text
    assert await stage.suggestions("pack show", "name", "", by=stage.ada) == []
    stage.dismiss(stage.admin)
    assert "Manage Server" in (await preview.press("Use this pack")).text, "a button may be older than a permission"


async def test_a_game_goes_on_with_the_question_it_has(stage: Stage) -> None:
    """The question is whole in itself, so a pack may go while it is asked."""
    await (await add(stage)).press("Use this pack")
    services = stage.bot.services
    question = await services.questions.deal("s", 0, Topic(pack="our-list"), guild_id=stage.server.id)
    (head,) = await services.packs.of_guild(stage.server.id)
    await services.packs.remove(stage.server.id, stage.admin.id, head.id)
    assert services.questions.judge("snsd", question)
    await services.server_data.erase(stage.server.id)
    assert await services.packs.of_guild(stage.server.id) == []
