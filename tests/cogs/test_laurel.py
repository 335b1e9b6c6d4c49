"""`/help`, `/about`, and what happens when something breaks."""

import logging
import re

import discord
import pytest

from bot.text import LOCALES, WordBook
from bot.ui.about import TOPICS, help_page
from bot.ui.layouts import TEXT_BUDGET
from bot.ui.queries import HelpQuery
from tests.stage import Stage, expected_errors


async def test_help_has_every_command_as_a_mention(stage: Stage) -> None:
    answer = await stage.slash("help")
    for command in stage.bot.tree.get_commands(type=discord.AppCommandType.chat_input):
        assert re.search(rf"</{command.name}(?: [a-z -]+)?:\d+>", answer.text), command.name
    topic = await answer.pick("Only one topic…", "artists")
    assert "</artist:" in topic.text and "</awards:" not in topic.text
    assert "Who an artist is" in topic.text and "Who an artist is" not in answer.text


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("topic", [None, *(topic.id for topic in TOPICS)])
def test_help_fits_a_message(words: WordBook, locale: str, topic: str | None) -> None:
    page = help_page(HelpQuery(topic), lambda name: f"</{name}:{2**63}>", words.of(locale))
    (container,) = page.to_components()
    assert sum(len(part.get("content", "")) for part in container["components"]) <= TEXT_BUDGET


async def test_about_in_both_languages(stage: Stage) -> None:
    english = await stage.slash("about")
    assert "Laurel" in english.text and "MIT" in english.text and "with a source" in english.text
    assert "client_id=" in english.text
    korean = await stage.slash("about", by=stage.haneul)
    assert "라이선스" in korean.text


async def test_a_bug_gets_one_sentence_with_the_id_that_the_log_has(
    stage: Stage, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(artist: str) -> str:
        raise ZeroDivisionError("a bug")

    monkeypatch.setattr(stage.bot.services.lookup, "artist_id", broken)
    with expected_errors(stage.env), caplog.at_level(logging.ERROR, logger="bot.tree"):
        answer = await stage.slash("awards", artist="rm")
    number = re.search(r"error ([0-9a-f]{6})", answer.text)
    assert number and answer.private
    record = next(record for record in caplog.records if record.name == "bot.tree")
    assert number[1] in record.getMessage()
    assert record.exc_info and isinstance(record.exc_info[1], ZeroDivisionError)


async def test_a_broken_button_answers_too(
    stage: Stage, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    answer = await stage.slash("awards", artist="bts")

    def broken(artist: str) -> str:
        raise ZeroDivisionError("a bug")

    monkeypatch.setattr(stage.bot.services.lookup, "artist_id", broken)
    with expected_errors(stage.env), caplog.at_level(logging.ERROR, logger="bot.tree"):
        pressed = await answer.press("Next")
    assert re.search(r"error [0-9a-f]{6}", pressed.text)


async def test_buttons_outlive_a_restart(stage: Stage) -> None:
    answer = await stage.slash("awards", artist="bts")
    assert not stage.bot._connection._view_store._views, "no view is kept in memory"
    assert "Page 2 of" in (await answer.press("Next")).text


async def test_a_button_of_an_older_version_says_so(stage: Stage) -> None:
    view = discord.ui.View(timeout=None)
    view.add_item(discord.ui.Button(label="Old", custom_id="to:oldscreen?a=rm"))
    channel = stage.bot.get_channel(stage.channel.id)
    assert isinstance(channel, discord.TextChannel)
    message = await channel.send("old", view=view)
    answer = await stage.answered(stage.ada, stage.ada.click(message, custom_id="to:oldscreen?a=rm"))
    assert "older version" in answer.text


async def test_commands_are_told_once(stage: Stage) -> None:
    puts = [r for r in stage.env.http_requests if r.method == "PUT" and r.path.endswith("/commands")]
    assert len(puts) == 1
    assert await stage.bot.tree.synchronise() is False
    assert await stage.bot.tree.synchronise(force=True) is True
