"""*Report this fact*, as a member meets it and as it is kept."""

import logging
import re

import pytest

from bot.app import build_bot
from bot.services.reports import Report
from bot.settings import Settings
from bot.ui.reports import Subject
from bot.ui.screens import StaleButton
from tests.conftest import StillClock
from tests.stage import Answer, Stage

ENTRY = "Report this fact"


async def kept(stage: Stage) -> list[Report]:
    return await stage.bot.services.reports.all(closed=True)


async def form(stage: Stage, by: object = None) -> Answer:
    answer = await stage.slash("awards", artist="rm", show="ama", by=by)
    return await stage.menu(ENTRY, answer.result.response, by=by)


def first_line(answer: Answer) -> str:
    return str(next(option["value"] for option in answer.fields["about"]["options"] if option.get("default")))


async def test_a_report_is_kept_with_what_it_is_about(stage: Stage, clock: StillClock) -> None:
    opened = await form(stage)
    assert opened.payload["type"] == 9
    assert first_line(opened) == "RM · 알엠"
    thanks = await opened.submit(what=" It was\nIMPORTANT. ", source="https://example.org/a")
    assert thanks.private and "report 1 is kept, with your user id" in thanks.text
    (report,) = await kept(stage)
    assert report.address == "sources?a=rm&s=ama"
    assert (report.about, report.what, report.source) == ("RM · 알엠", "It was IMPORTANT.", "https://example.org/a")
    assert (report.user_id, report.guild_id, report.channel_id) == (stage.ada.id, stage.server.id, stage.channel.id)
    assert (report.locale, report.state) == ("en-US", "open")
    assert report.created_at == int(clock.now().timestamp())


async def test_every_line_of_the_message_can_be_picked(stage: Stage) -> None:
    opened = await form(stage)
    options = [option["value"] for option in opened.fields["about"]["options"]]
    assert "American Music Awards 2025" in options
    assert all(1 <= len(option) <= 100 and "**" not in option and "](" not in option for option in options)
    await opened.submit(about="American Music Awards 2025", what="Not in 2025")
    assert (await kept(stage))[0].about == "American Music Awards 2025"


async def test_in_korean(stage: Stage) -> None:
    opened = await form(stage, by=stage.haneul)
    assert opened.payload["data"]["title"] == "잘못된 정보 신고"
    assert first_line(opened) == "알엠 · RM"
    thanks = await opened.submit(what="연도가 틀렸어요")
    assert "신고 1번" in thanks.text
    (report,) = await kept(stage)
    assert (report.what, report.locale, report.source) == ("연도가 틀렸어요", "ko", "")


async def test_the_form_is_within_discords_limits(stage: Stage) -> None:
    for artist in ("bts", "stray-kids"):
        answer = await stage.slash("awards", artist=artist)
        opened = await stage.menu(ENTRY, answer.result.response)
        data = opened.payload["data"]
        assert len(data["title"]) <= 45 and len(data["custom_id"]) <= 100
        assert all(len(part["label"]) <= 45 and len(part.get("description", "")) <= 100 for part in data["components"])
        assert opened.fields["what"]["max_length"] == 1_000


async def test_somebody_elses_message_is_refused_kindly(stage: Stage) -> None:
    message = await stage.ada.send(stage.channel, "RM won everything")
    refused = await stage.menu(ENTRY, message)
    assert refused.private and "Only Laurel’s own answers" in refused.text
    assert not await kept(stage)


async def test_a_message_without_buttons_can_be_reported(stage: Stage) -> None:
    about = await stage.slash("about")
    opened = await stage.menu(ENTRY, about.result.response)
    await opened.submit(what="An old version")
    (report,) = await kept(stage)
    assert report.address == "" and report.about.startswith("Laurel")


@pytest.mark.parametrize("what", ["   ", "!!!", "​​​"])
async def test_a_report_that_says_nothing_is_not_kept(stage: Stage, what: str) -> None:
    opened = await form(stage)
    answer = await opened.submit(what=what)
    assert answer.private and "Nothing was sent" in answer.text
    assert not await kept(stage)


async def test_hostile_words_are_kept_harmless(stage: Stage) -> None:
    opened = await form(stage)
    what = "@everyone **<@&1>** \x1b[31mred\x1b[0m \u202egnorw " + "x" * 900
    answer = await opened.submit(what=what[:1_000], source="javascript:alert(1)" + "y" * 400)
    assert "@everyone" not in answer.text
    (report,) = await kept(stage)
    assert "\x1b" not in report.what and "\u202e" not in report.what and "@everyone" in report.what


async def test_the_sixth_in_a_day_waits_and_a_closed_one_makes_room(stage: Stage, clock: StillClock) -> None:
    forms = [await form(stage) for _ in range(6)]
    for number, opened in enumerate(forms):
        answer = await opened.submit(what=f"Number {number}")
        assert ("is kept" in answer.text) is (number < 5)
    again = int(clock.now().timestamp()) + 86_400
    assert f"<t:{again}:R>" in answer.text and len(await kept(stage)) == 5
    refused = await form(stage)
    assert f"<t:{again}:R>" in refused.text, "it is said before anything is written"
    assert (await form(stage, by=stage.haneul)).payload["type"] == 9, "others are not concerned"
    await stage.bot.services.reports.close(1)
    assert (await form(stage)).payload["type"] == 9


async def test_a_form_sent_twice_is_one_report(stage: Stage) -> None:
    opened = await form(stage)
    first, second = await opened.submit(what="Sent twice"), await opened.submit(what="Sent twice")
    assert first.text == second.text and "report 1 is kept" in first.text
    assert len(await kept(stage)) == 1
    await (await form(stage)).submit(what="Sent twice")
    assert len(await kept(stage)) == 2, "another form is another report"


async def test_a_form_outlives_a_restart(stage: Stage, settings: Settings, clock: StillClock) -> None:
    """Nothing is remembered between opening and sending: discord.py keeps no modal, so the next process knows it."""
    opened = await form(stage)
    assert not stage.bot._connection._view_store._modals
    another = build_bot(settings, clock)
    stage.bot.forms = another.forms
    another.services.reports._book._database = stage.bot.services.database
    assert "report 1 is kept" in (await opened.submit(what="After a restart")).text


async def test_a_form_of_an_older_version_says_so(stage: Stage) -> None:
    opened = await form(stage)
    stage.bot.forms._kinds.clear()
    answer = await opened.submit(what="Too late")
    assert answer.private and "older version" in answer.text


async def test_a_broken_database_gets_one_sentence_and_no_thanks(
    stage: Stage, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    opened = await form(stage)

    async def broken(*_: object, **__: object) -> None:
        raise OSError("no space left on device")

    monkeypatch.setattr(stage.bot.services.reports._book, "keep", broken)
    with caplog.at_level(logging.ERROR, logger="bot.tree"):
        answer = await opened.submit(what="Never kept")
    assert re.search(r"error [0-9a-f]{6}", answer.text) and "is kept" not in answer.text
    assert any(record.exc_info for record in caplog.records)


async def test_the_entry_has_a_name_in_both_languages(stage: Stage) -> None:
    payload = await stage.bot.tree.payload()
    (entry,) = [command for command in payload if command["name"] == ENTRY]
    assert entry["name"] == ENTRY and entry["name_localizations"] == {"en-US": ENTRY, "ko": "이 정보 신고하기"}
    assert set(entry["contexts"]) == {0, 1, 2} and set(entry["integration_types"]) == {0, 1}


@pytest.mark.parametrize("text", ["", "1", "1:2", "x:1:a", f"{2**63:x}:1:a", "-1:1:a"])
def test_an_id_that_no_form_of_ours_carries(text: str) -> None:
    with pytest.raises(StaleButton):
        Subject.parse(text)


def test_a_subject_is_what_it_was() -> None:
    subject = Subject(2**63 - 1, 1_456_074_443_980_800_023, "sources?a=rm&s=ama")
    assert Subject.parse(str(subject)) == subject
