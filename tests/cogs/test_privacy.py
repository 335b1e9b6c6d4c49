"""/privacy and /server-data, as members and administrators meet them: what is kept, as a file, and gone."""

import json
from typing import Any

import discord
import pytest
import sqlalchemy as sa

from bot.app import build_bot
from bot.errors import StorageTrouble
from bot.services.follows import Subject
from bot.services.guilds import GuildSettings
from bot.services.reports import Draft
from bot.settings import Settings
from bot.storage.ownership import PEOPLE, SERVERS
from bot.storage.schema import erasure, metadata
from bot.text import LOCALES
from bot.ui.privacy import EraseDeed, EraseQuery, FileDeed, KeptQuery, erase_page, kept_page
from tests.conftest import StillClock
from tests.stage import Answer, Stage

ERASE = "Erase all of it"


def owner_of(stage: Stage) -> Any:
    """A member who is an administrator."""
    role = stage.server.create_role("owners", permissions=discord.Permissions(administrator=True))
    return stage.server.add_member(stage.env.create_user("owner"), roles=[role])


async def live(stage: Stage, member: Any) -> None:
    """A member sets, follows and reports things."""
    services = stage.bot.services
    await services.members.change(member.id, on_boards=False, zone="Asia/Seoul")
    await services.follows.follow_member(member.id, Subject("artist", "bts"))
    await services.guilds.change(stage.server.id, member.id, hour=member.id % 23 + 1)
    await services.follows.follow_guild(stage.server.id, member.id, Subject("show", "ama"))
    draft = Draft(stage.server.id, stage.channel.id, 3, member.id, 5, "ko", "", "RM", "@everyone **wrong**", "")
    await services.reports.send(draft)


async def holding(stage: Stage, number: int) -> set[str]:
    """The tables in which a number stands anywhere, but for the one that remembers who is to stay forgotten."""
    found = set()
    async with stage.bot.services.database.read() as connection:
        for table in metadata.sorted_tables:
            if table is erasure:
                continue
            for row in await connection.execute(sa.select(table)):
                found |= {table.name} if number in row else set()
    return found


async def content(answer: Answer) -> Any:
    (attachment,) = answer.result.response.attachments
    assert attachment.filename.endswith(".json")
    return json.loads(await attachment.read())


async def test_who_did_nothing_is_told_so(stage: Stage) -> None:
    for command in ("privacy show", "privacy delete"):
        page = await stage.slash(command)
        assert page.private and "Nothing: no setting" in page.text and not page.buttons
    korean = await stage.slash("privacy show", by=stage.haneul)
    assert "아무것도 없어요" in korean.text


async def test_what_is_kept_is_told_in_words(stage: Stage) -> None:
    await live(stage, stage.ada)
    page = await stage.slash("privacy show")
    assert page.private
    for told in (
        "Your settings: language, time zone",
        "1 artist or show that you follow",
        "1 report about a fact",
        "2 changes that you made to servers’ settings",
        "reads no messages",
    ):
        assert told in page.text
    assert "feedback" not in page.text and set(page.buttons) == {"As a file", "Erase it…"}
    await live(stage, stage.haneul)
    korean = await stage.slash("privacy show", by=stage.haneul)
    assert "서버 설정을 바꾼 기록" in korean.text and set(korean.buttons) == {"파일로 받기", "지우기…"}


async def test_the_file_is_for_who_asks_alone(stage: Stage) -> None:
    await live(stage, stage.ada)
    await live(stage, stage.haneul)
    answer = await stage.slash("privacy export")
    assert answer.private and "Everything that Laurel keeps about you" in answer.text
    data = await content(answer)
    assert data["of"] == str(stage.ada.id) and data["tables"]["report"][0]["what"] == "@everyone **wrong**"
    assert str(stage.haneul.id) not in json.dumps(data)
    again = await (await stage.slash("privacy show")).press("As a file")
    assert again.private and await content(again) == data


async def test_delete_asks_once_and_then_it_is_gone(stage: Stage) -> None:
    await live(stage, stage.ada)
    await live(stage, stage.haneul)
    hers = await holding(stage, stage.haneul.id)
    question = await stage.slash("privacy delete")
    assert question.private and "It cannot be undone" in question.text and "1 report about a fact" in question.text
    assert await holding(stage, stage.ada.id) == {"member", "member_follow", "audit", "report"}, "only asked so far"
    done = await question.press(ERASE)
    assert "Laurel keeps nothing about you any more" in done.text and not done.buttons
    assert not await holding(stage, stage.ada.id) and await holding(stage, stage.haneul.id) == hers
    assert (await stage.bot.services.members.of(stage.ada.id)).on_boards
    page = await stage.slash("privacy show")
    assert "Nothing: no setting" in page.text
    config = await stage.slash("config view", by=stage.admin)
    assert "a former member" in config.text, "the server still knows what was changed"


async def test_pressing_twice_and_keeping(stage: Stage) -> None:
    await live(stage, stage.ada)
    kept = await (await stage.slash("privacy delete")).press("Keep it")
    assert "What Laurel keeps about you" in kept.text and await holding(stage, stage.ada.id)
    questions = (await kept.press("Erase it…"), await stage.slash("privacy delete"))  # on two devices
    for question in questions:
        assert "Laurel keeps nothing about you any more" in (await question.press(ERASE)).text
    assert not await holding(stage, stage.ada.id)


async def test_whoever_presses_it_is_their_own(stage: Stage) -> None:
    """No button names anybody: who presses is asked of Discord."""
    await live(stage, stage.ada)
    await live(stage, stage.haneul)
    question = await stage.slash("privacy delete")
    for button in question.buttons.values():
        assert str(stage.ada.id) not in button["custom_id"]
    await stage.bot.services.privacy.erase(stage.haneul.id)
    assert await holding(stage, stage.ada.id)


async def test_in_a_dm(stage: Stage) -> None:
    await live(stage, stage.ada)
    assert "2 changes" in (await stage.dm("privacy show")).text
    assert (await content(await stage.dm("privacy export")))["of"] == str(stage.ada.id)
    question = await stage.dm("privacy delete")
    assert "keeps nothing about you" in (await question.press(ERASE)).text
    assert not await holding(stage, stage.ada.id)


async def test_the_answer_after_an_end_is_in_discords_language(stage: Stage) -> None:
    await stage.bot.services.members.change(stage.haneul.id, language="en-US")
    question = await stage.slash("privacy delete", by=stage.haneul)
    assert "모두 지웠어요" in (await question.press(ERASE)).text


async def test_a_database_in_trouble_erases_nothing_and_says_so(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    await live(stage, stage.ada)
    question = await stage.slash("privacy delete")

    async def full(whose: int, noted: object) -> None:
        raise StorageTrouble("database or disk is full")

    with monkeypatch.context() as patched:
        patched.setattr(stage.bot.services.privacy._book, "erase", full)
        refused = await question.press(ERASE)
    assert "Please try again" in refused.text and "keeps nothing" not in refused.text
    assert await holding(stage, stage.ada.id)


async def test_a_database_in_trouble_gives_no_file_and_says_so(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    await live(stage, stage.ada)
    page = await stage.slash("privacy show")

    async def away(whose: int, most: int) -> None:
        raise StorageTrouble("database is locked")

    monkeypatch.setattr(stage.bot.services.privacy._book, "extract", away)
    for refused in (await stage.slash("privacy export"), await page.press("As a file")):
        assert refused.private and "Please try again" in refused.text
        assert not refused.result.response.attachments


async def test_where_laurel_was_brought_along(stage: Stage) -> None:
    """A server without Laurel, a member who has it: everything stays between the two."""
    await live(stage, stage.ada)
    stage.brought.add(str(stage.ada.id))
    assert (await stage.slash("privacy show")).private
    answer = await stage.slash("privacy export")
    assert answer.private and (await content(answer))["of"] == str(stage.ada.id)


async def test_a_servers_file(stage: Stage) -> None:
    await live(stage, stage.ada)
    owner = owner_of(stage)
    answer = await stage.slash("server-data export", by=owner)
    assert answer.private and "belong to the members, who have them" in answer.text
    data = await content(answer)
    assert data["of"] == str(stage.server.id) and "wrong" not in json.dumps(data)
    assert [row["subject_id"] for row in data["tables"]["guild_follow"]] == ["ama"]


async def test_a_server_is_as_if_new(stage: Stage) -> None:
    await live(stage, stage.ada)
    owner = owner_of(stage)
    question = await stage.slash("server-data delete", by=owner)
    assert question.private and "1 report about a fact that a member sent from here" in question.text
    kept = await question.press("Keep it")
    assert "What Laurel keeps about this server" in kept.text and await holding(stage, stage.server.id)
    done = await (await kept.press("Erase it…")).press(ERASE)
    assert "Laurel keeps nothing about this server any more" in done.text
    assert not await holding(stage, stage.server.id) and not await holding(stage, stage.channel.id)
    assert await stage.bot.services.guilds.of(stage.server.id) == GuildSettings()
    assert await stage.bot.services.follows.of_guild(stage.server.id) == ()
    (report,) = await stage.bot.services.reports.all()
    assert report.user_id == stage.ada.id and report.what == "@everyone **wrong**"
    again = await stage.slash("server-data delete", by=owner)
    assert "Nothing: no setting was changed here" in again.text and not again.buttons


async def test_a_servers_data_is_its_administrators(stage: Stage) -> None:
    await live(stage, stage.ada)
    stage.allow_everybody("server-data")
    for member in (stage.ada, stage.admin):
        for command in ("server-data export", "server-data delete"):
            refused = await stage.slash(command, by=member)
            assert refused.private and "Only members with Administrator may do this" in refused.text
    assert await holding(stage, stage.server.id)


async def test_a_button_older_than_the_permission_does_nothing(stage: Stage) -> None:
    await live(stage, stage.ada)
    owner = owner_of(stage)
    question = await stage.slash("server-data delete", by=owner)
    stage.dismiss(owner)
    for label in question.buttons:
        refused = await question.press(label)
        assert refused.private and "Only members with Administrator may do this" in refused.text
    assert await holding(stage, stage.server.id)


async def test_every_button_outlives_a_restart(settings: Settings, clock: StillClock) -> None:
    bot = build_bot(settings, clock)
    for server in (False, True):
        for query in (KeptQuery(server), EraseQuery(server), EraseDeed(server), FileDeed(server)):
            assert bot.screens.parse(query.address) == query and len(f"do:{query.address}") <= 100
    await bot.services.database.close()


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("server", [False, True])
async def test_everything_at_once_is_within_discords_limits(
    settings: Settings, clock: StillClock, locale: str, server: bool
) -> None:
    bot = build_bot(settings, clock)
    words = bot.services.words.of(locale)
    counts = {rule.table.name: 10**9 for rule in (SERVERS if server else PEOPLE)}
    for page in (kept_page(counts, KeptQuery(server), words), erase_page(counts, EraseQuery(server), words)):
        text = json.dumps(page.to_components(), ensure_ascii=False)
        assert len(text) < 4_000 and "kept-" not in text.replace("do:kept-file", "")
    await bot.services.database.close()
