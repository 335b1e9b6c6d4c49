"""/feedback, as a member meets it and as it is kept."""

import asyncio
import logging
import re
from typing import Any

import pytest

from bot.app import build_bot
from bot.errors import StorageTrouble
from bot.services.feedback import KeptThought
from bot.settings import Settings
from bot.ui.feedback import form_number
from bot.ui.screens import StaleButton
from tests.conftest import StillClock
from tests.stage import Stage


async def kept(stage: Stage) -> list[KeptThought]:
    return await stage.bot.services.feedback.all(closed=True)


async def test_what_is_written_is_kept(stage: Stage, clock: StillClock) -> None:
    form = await stage.slash("feedback")
    assert form.payload["type"] == 9 and form.payload["data"]["title"] == "To the people who run this bot"
    thanks = await form.submit(text=" More MAMA, please.\n\n\tAnd   trot. ")
    assert thanks.private and "message 1 is kept, with your user id" in thanks.text
    (thought,) = await kept(stage)
    assert thought.text == "More MAMA, please.\nAnd trot.", "paragraphs stay"
    assert (thought.user_id, thought.guild_id) == (stage.ada.id, stage.server.id)
    assert (thought.locale, thought.state) == ("en-US", "open")
    assert thought.created_at == int(clock.now().timestamp())


async def test_in_korean_from_a_dm(stage: Stage) -> None:
    form = await stage.dm("feedback", by=stage.haneul)
    assert form.payload["data"]["title"] == "운영자에게 한마디"
    assert "의견 1번" in (await form.submit(text="트로트 시상식도 넣어 주세요 🙏")).text
    (thought,) = await kept(stage)
    assert (thought.text, thought.locale, thought.guild_id) == ("트로트 시상식도 넣어 주세요 🙏", "ko", None)


async def test_the_form_is_within_discords_limits(stage: Stage) -> None:
    for by in (stage.ada, stage.haneul):
        data = (await stage.slash("feedback", by=by)).payload["data"]
        assert len(data["title"]) <= 45 and len(data["custom_id"]) <= 100
        assert all(len(part["label"]) <= 45 and len(part["description"]) <= 100 for part in data["components"])


@pytest.mark.parametrize("text", ["   ", "?!…", "🏆🏆🏆", "\u200b\u200b\u200b", "\n\n\n"])
async def test_what_says_nothing_is_not_kept(stage: Stage, text: str) -> None:
    answer = await (await stage.slash("feedback")).submit(text=text)
    assert answer.private and "Nothing was sent" in answer.text and not await kept(stage)


async def test_hostile_words_are_kept_harmless(stage: Stage) -> None:
    text = "@everyone **<@&1>** \x1b[31mred\x1b[0m \u202egnorw [link](https://example.org) " + "x" * 2_000
    answer = await (await stage.slash("feedback")).submit(text=text[:2_000])
    assert "@everyone" not in answer.text
    (thought,) = await kept(stage)
    assert "\x1b" not in thought.text and "\u202e" not in thought.text and "@everyone" in thought.text
    assert len(thought.text) <= 2_000


async def test_the_sixth_in_a_day_waits_and_is_told_before_writing(stage: Stage, clock: StillClock) -> None:
    forms = [await stage.slash("feedback") for _ in range(6)]
    for number, form in enumerate(forms):
        answer = await form.submit(text=f"Number {number}")
        assert ("is kept" in answer.text) is (number < 5)
    again = int(clock.now().timestamp()) + 86_400
    assert f"<t:{again}:R>" in answer.text and len(await kept(stage)) == 5
    refused = await stage.slash("feedback")
    assert refused.private and f"<t:{again}:R>" in refused.text
    assert (await stage.slash("feedback", by=stage.haneul)).payload["type"] == 9, "others are not concerned"
    assert await stage.bot.services.feedback.close(1)
    assert (await stage.slash("feedback")).payload["type"] == 9


async def test_reports_and_feedback_are_counted_apart(stage: Stage) -> None:
    for number in range(5):
        await (await stage.slash("feedback")).submit(text=f"Number {number}")
    answer = await stage.slash("awards", artist="rm", show="ama")
    opened = await stage.menu("Report this fact", answer.result.response)
    assert "report 1 is kept" in (await opened.submit(what="Wrong year")).text


async def test_a_form_sent_twice_is_kept_once(stage: Stage) -> None:
    form = await stage.slash("feedback")
    first, second = await form.submit(text="Sent twice"), await form.submit(text="Sent twice")
    assert first.text == second.text and len(await kept(stage)) == 1
    await (await stage.slash("feedback")).submit(text="Sent twice")
    assert len(await kept(stage)) == 2, "another form is another word"


async def test_a_form_outlives_a_restart(stage: Stage, settings: Settings, clock: StillClock) -> None:
    form = await stage.slash("feedback")
    another = build_bot(settings, clock)
    another.services.feedback._book._database = stage.bot.services.database
    stage.bot.forms = another.forms
    assert "message 1 is kept" in (await form.submit(text="After a restart")).text


async def test_a_slow_disk_is_waited_for(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    form = await stage.slash("feedback")
    book = stage.bot.services.feedback._book
    keep = book.keep

    async def slow(*arguments: Any, **limits: int) -> Any:
        await asyncio.sleep(0.05)
        return await keep(*arguments, **limits)

    monkeypatch.setattr(book, "keep", slow)
    monkeypatch.setattr("bot.ui.reply.PATIENCE", 0.01)
    answer = await form.submit(text="Take your time")
    assert answer.payload["type"] == 5 and "message 1 is kept" in answer.text


async def test_no_thanks_without_a_word_kept(
    stage: Stage, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    form = await stage.slash("feedback")
    trouble: Exception = OSError("no space left on device")

    async def broken(*_: object, **__: object) -> None:
        raise trouble

    monkeypatch.setattr(stage.bot.services.feedback._book, "keep", broken)
    with caplog.at_level(logging.ERROR, logger="bot.tree"):
        answer = await form.submit(text="Never kept")
    assert re.search(r"error [0-9a-f]{6}", answer.text) and "is kept" not in answer.text
    trouble = StorageTrouble("database is locked")
    assert "I could not keep that" in (await form.submit(text="Never kept")).text
    assert not await kept(stage)


@pytest.mark.parametrize("rest", ["", "x", "-1", f"{2**63:x}", "1:2"])
def test_an_id_that_no_form_of_ours_carries(rest: str) -> None:
    with pytest.raises(StaleButton):
        form_number(rest)
