"""/follow, as admins and members meet it: theirs and the server's, in servers, in DMs, and where Laurel was brought."""

import asyncio
from typing import Any

import pytest

from bot.app import build_bot
from bot.errors import StorageTrouble
from bot.services.follows import MOST_OF_MEMBER, Subject
from bot.settings import Settings
from tests.conftest import StillClock
from tests.stage import Answer, Stage

BTS, RM, MAMA = Subject("artist", "bts"), Subject("artist", "rm"), Subject("show", "mama")
FOR_ME, FOR_SERVER = {"for": "me"}, {"for": "server"}


async def mine(stage: Stage, actor: Any = None) -> set[Subject]:
    return set(await stage.bot.services.follows.of_member((actor or stage.ada).id))


async def servers(stage: Stage) -> set[Subject]:
    return set(await stage.bot.services.follows.of_guild(stage.server.id))


def placeholders(page: Answer) -> list[str]:
    return [select["placeholder"] for select in page.selects]


async def test_a_member_follows_for_themselves(stage: Stage) -> None:
    answer = await stage.slash("follow add", artist="bts", show="mama")
    assert answer.private and "You follow BTS and MAMA Awards from now on" in answer.text
    assert await mine(stage) == {BTS, MAMA} and await servers(stage) == set()
    again = await stage.slash("follow add", artist="방탄소년단")
    assert "You follow BTS already." in again.text
    gone = await stage.slash("follow remove", show="mama")
    assert "You no longer follow MAMA Awards." in gone.text and await mine(stage) == {BTS}
    absent = await stage.slash("follow remove", artist="rm")
    assert "You do not follow RM" in absent.text and await mine(stage) == {BTS}


async def test_an_admin_follows_for_the_server_unless_told_otherwise(stage: Stage) -> None:
    answer = await stage.slash("follow add", artist="bts", by=stage.admin)
    assert answer.private and "This server follows BTS from now on." in answer.text
    assert await servers(stage) == {BTS} and await mine(stage, stage.admin) == set()
    await stage.slash("follow add", artist="rm", by=stage.admin, **FOR_ME)
    assert await servers(stage) == {BTS} and await mine(stage, stage.admin) == {RM}
    assert "This server follows BTS already." in (await stage.slash("follow add", artist="bts", by=stage.admin)).text
    (change,) = await stage.bot.services.guilds.changes(stage.server.id)
    assert (change.user_id, change.what, change.after) == (stage.admin.id, "follow", ["artist:bts"])
    assert "no longer follows BTS" in (await stage.slash("follow remove", artist="bts", by=stage.admin)).text
    assert await servers(stage) == set()
    assert "does not follow BTS" in (await stage.slash("follow remove", artist="bts", by=stage.admin)).text


async def test_the_servers_is_not_for_everybody(stage: Stage) -> None:
    await stage.bot.services.follows.follow_guild(stage.server.id, stage.admin.id, BTS)
    for command in ("follow add", "follow remove"):
        refused = await stage.slash(command, artist="nobody at all", **FOR_SERVER)
        assert refused.private and "Manage Server" in refused.text
    assert await servers(stage) == {BTS} and await mine(stage) == set()


async def test_in_korean(stage: Stage) -> None:
    answer = await stage.slash("follow add", artist="방탄", show="마마", by=stage.haneul)
    await stage.slash("follow add", artist="알엠", by=stage.haneul)
    page = await stage.slash("follow list", by=stage.haneul)
    assert answer.private and "이제 방탄소년단, 마마 어워즈를 팔로우해요." in answer.text
    for line in ("## 팔로우", "나: 3", "- 방탄소년단", "- 알엠", "- 마마 어워즈", "서버 관리 권한이 있으면"):
        assert line in page.text
    assert placeholders(page) == ["내 팔로우에서 빼기…"]


async def test_outside_servers(stage: Stage) -> None:
    answer = await stage.dm("follow add", artist="bts")
    assert "You follow BTS from now on" in answer.text and await mine(stage) == {BTS}
    page = await stage.dm("follow list")
    assert "You: 1" in page.text and "This server" not in page.text
    assert placeholders(page) == ["Stop following…"]
    refused = await stage.dm("follow add", artist="rm", **FOR_SERVER)
    assert "There is no server of Laurel’s here" in refused.text
    assert (await page.pick("Stop following…", "artist:bts")).text.count("Nobody and nothing yet") == 1
    assert await mine(stage) == set()


async def test_in_a_server_that_did_not_install_laurel(stage: Stage) -> None:
    stage.brought.add(str(stage.admin.id))
    await stage.slash("follow add", artist="bts", by=stage.admin)
    assert await mine(stage, stage.admin) == {BTS} and await servers(stage) == set()
    refused = await stage.slash("follow add", artist="rm", by=stage.admin, **FOR_SERVER)
    assert "There is no server of Laurel’s here" in refused.text and await servers(stage) == set()
    assert "This server" not in (await stage.slash("follow list", by=stage.admin)).text


async def test_nothing_named(stage: Stage) -> None:
    for command in ("follow add", "follow remove"):
        answer = await stage.slash(command)
        assert answer.private and "Name an artist or a show" in answer.text


@pytest.mark.parametrize("name", ["", "   ", "🏆", "@everyone **x**", "가나다라마바사", "x" * 3_000, "artist:bts"])
async def test_a_name_that_nobody_has_changes_nothing(stage: Stage, name: str) -> None:
    for command in ("follow add", "follow remove"):
        answer = await stage.slash(command, artist=name, show="mama")
        assert answer.private and "@everyone" not in answer.text
        assert await mine(stage) == set(), "nor is the show followed"


async def test_a_typo_is_put_right_by_a_button(stage: Stage) -> None:
    refused = await stage.slash("follow add", artist="Stray Kidz", by=stage.admin, **FOR_SERVER)
    label = next(label for label in refused.buttons if "Stray Kids" in label)
    answer = await refused.press(label)
    assert answer.payload["type"] == 7 and "This server follows Stray Kids from now on." in answer.text
    assert await servers(stage) == {Subject("artist", "stray-kids")}


async def test_a_button_older_than_a_permission(stage: Stage) -> None:
    refused = await stage.slash("follow add", artist="Stray Kidz", by=stage.admin)
    await stage.slash("follow add", artist="bts", by=stage.admin)
    page = await stage.slash("follow list", by=stage.admin)
    stage.dismiss(stage.admin)
    label = next(label for label in refused.buttons if "Stray Kids" in label)
    assert "Manage Server" in (await refused.press(label)).text
    assert "Manage Server" in (await page.pick("This server stops following…", "artist:bts")).text
    assert await servers(stage) == {BTS}
    assert placeholders(await stage.slash("follow list", by=stage.admin)) == []


async def test_namesakes_are_asked_about(stage: Stage) -> None:
    asked = await stage.slash("follow add", artist="Jimin")
    assert len(asked.buttons) > 1
    answer = await asked.press(next(label for label in asked.buttons if "BTS" in label))
    assert "You follow Jimin from now on" in answer.text and len(await mine(stage)) == 1


async def test_the_list_has_both_and_selects_for_what_one_may_change(stage: Stage) -> None:
    await stage.bot.services.follows.set_guild(stage.server.id, 1, [BTS, MAMA])
    await stage.bot.services.follows.follow_member(stage.ada.id, RM)
    page = await stage.slash("follow list")
    assert page.private
    for line in ("This server: 2", "- BTS", "- MAMA Awards", "You: 1", "- RM"):
        assert line in page.text
    assert placeholders(page) == ["Stop following…"]
    page = await stage.slash("follow list", by=stage.admin)
    assert placeholders(page) == ["This server stops following…"] and "- RM" not in page.text
    page = await page.pick("This server stops following…", "artist:bts", "show:mama")
    assert "This server: 0" in page.text and await servers(stage) == set()
    (first, *_) = await stage.bot.services.guilds.changes(stage.server.id)
    assert (first.user_id, first.before) == (stage.admin.id, ["artist:bts", "show:mama"]), "one change, one trace"


async def test_pages(stage: Stage) -> None:
    ids = sorted(stage.bot.services.catalogue.artists)[:45]
    await stage.bot.services.follows.set_guild(stage.server.id, 1, [Subject("artist", one) for one in ids])
    await stage.bot.services.follows.follow_member(stage.admin.id, RM)
    page = await stage.slash("follow list", by=stage.admin)
    assert "Page 1 of 3" in page.text and "- RM" in page.text and page.text.count("\n- ") == 21
    page = await (await page.press("Next")).press("Next")
    assert "Page 3 of 3" in page.text and page.text.count("\n- ") == 5
    assert "No more on this page." in page.text and placeholders(page) == ["This server stops following…"]
    (select,) = page.selects
    page = await page.pick(select["placeholder"], *[option["value"] for option in select["options"]])
    assert "Page 2 of 2" in page.text and len(await servers(stage)) == 40


async def test_what_two_admins_do_at_once(stage: Stage) -> None:
    await stage.bot.services.follows.set_guild(stage.server.id, 1, [BTS, RM])
    page = await stage.slash("follow list", by=stage.admin)
    await stage.bot.services.follows.unfollow_guild(stage.server.id, 2, BTS)
    page = await page.pick("This server stops following…", "artist:bts")
    assert "This server: 1" in page.text and "- RM" in page.text, "it is gone, whoever did it"
    assert len(await stage.bot.services.guilds.changes(stage.server.id)) == 2


async def test_an_artist_that_the_catalogue_lost(stage: Stage) -> None:
    lost = Subject("artist", "old-**id**")
    await stage.bot.services.follows.set_guild(stage.server.id, 1, [lost, Subject("show", "lost-show"), BTS])
    page = await stage.slash("follow list", by=stage.admin)
    assert "old-\\*\\*id\\*\\* (no longer in the catalogue)" in page.text and "lost-show (no longer" in page.text
    found = await stage.suggestions("follow remove", "artist", "old", by=stage.admin)
    assert [(one["name"], one["value"]) for one in found] == [("old-**id**", "old-**id**")]
    answer = await stage.slash("follow remove", artist="old-**id**", by=stage.admin)
    assert "no longer follows old-\\*\\*id\\*\\*" in answer.text
    await page.pick("This server stops following…", "show:lost-show")
    assert await servers(stage) == {BTS}


async def test_only_what_is_followed_is_suggested_for_removal(stage: Stage) -> None:
    await stage.bot.services.follows.set_guild(stage.server.id, 1, [BTS, MAMA])
    await stage.bot.services.follows.follow_member(stage.admin.id, RM)

    async def suggested(option: str, text: str, by: Any = None, **others: Any) -> list[str]:
        return [one["value"] for one in await stage.suggestions("follow remove", option, text, by=by, **others)]

    assert await suggested("artist", "", stage.admin) == ["bts"]
    assert await suggested("artist", "방탄", stage.admin) == ["bts"]
    assert await suggested("artist", "bangtan", stage.admin) == ["bts"], "by any of its names"
    assert await suggested("artist", "rm", stage.admin) == []
    assert await suggested("artist", "", stage.admin, **FOR_ME) == ["rm"]
    assert await suggested("show", "", stage.admin) == ["mama"]
    assert await suggested("artist", "") == []
    assert len(await stage.suggestions("follow add", "artist", "")) == 25


async def test_as_many_as_one_may(stage: Stage) -> None:
    ids = sorted(stage.bot.services.catalogue.artists)[:MOST_OF_MEMBER]
    await stage.bot.services.follows.follow_member(stage.ada.id, *(Subject("artist", one) for one in ids))
    answer = await stage.slash("follow add", show="mama")
    assert answer.private and f"You may follow {MOST_OF_MEMBER} at most" in answer.text and len(await mine(stage)) == 50


async def test_the_list_outlives_a_restart(stage: Stage, settings: Settings, clock: StillClock) -> None:
    await stage.slash("follow add", artist="bts", by=stage.admin)
    page = await stage.slash("follow list", by=stage.admin)
    another = build_bot(settings, clock)
    another.services.follows._book._database = stage.bot.services.database
    stage.bot.screens = another.screens
    assert "This server: 0" in (await page.pick("This server stops following…", "artist:bts")).text
    assert await another.services.follows.of_guild(stage.server.id) == ()


async def test_a_slow_disk_is_waited_for(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    book = stage.bot.services.follows._book
    change = book.change_member

    async def slow(*arguments: Any) -> Any:
        await asyncio.sleep(0.05)
        return await change(*arguments)

    monkeypatch.setattr(book, "change_member", slow)
    monkeypatch.setattr("bot.ui.reply.PATIENCE", 0.01)
    answer = await stage.slash("follow add", artist="bts")
    assert answer.payload["type"] == 5 and "You follow BTS from now on" in answer.text


async def test_a_database_in_trouble_is_said_and_nothing_else(
    stage: Stage, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    async def broken(*_: object, **__: object) -> None:
        raise StorageTrouble("disk I/O error")

    for name in ("change_member", "change_guild", "of_guild"):
        monkeypatch.setattr(stage.bot.services.follows._book, name, broken)
    for command, by in (("follow add", stage.ada), ("follow add", stage.admin), ("follow list", stage.ada)):
        options = {"artist": "bts"} if command.endswith("add") else {}
        answer = await stage.slash(command, by=by, **options)
        assert answer.private and "follow" not in answer.text and "disk" not in answer.text
    assert "the database is in trouble" in caplog.text and await mine(stage) == set()
