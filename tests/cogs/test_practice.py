"""/trivia daily, solo and preset, as members meet them: private, kept before it is said, the same after a restart."""

import json
from typing import Any

import discord
import pytest

from bot.errors import Refused, StorageTrouble
from bot.storage.dailies import Place
from bot.trivia.dailies import QUESTIONS
from bot.trivia.questions import EVERYTHING, Difficulty, Localised, Option, Question, Topic
from bot.ui.boards.daily import DailyShareDeed
from bot.ui.boards.posting import DailyPoster
from bot.ui.boards.solo import SoloQuery, fingerprint
from bot.ui.screens import StaleButton
from tests.conftest import StillClock
from tests.stage import Answer, Stage

TODAY = "2026-11-23"
CHOOSE = "A channel, or none…"


class Dealer:
    """Questions by turns, whose second option is right."""

    release = ""

    async def deal(
        self, seed: str, turn: int, topic: Topic = EVERYTHING, difficulty: Difficulty | None = None, **_: Any
    ) -> Question:
        if topic.pack is not None:
            raise Refused("no-questions")
        name = f"{self.release}{difficulty or topic.artist or ''}{turn}"
        options = tuple(Option(Localised(f"*{name}* {n}", f"{name} {n}번")) for n in range(4))
        prompt, after = (
            Localised(f"Who is {name}?", f"{name}, 누구일까요?"),
            Localised(f"It is {name}.", f"{name}이에요."),
        )
        sources = ("https://example.org/a",)
        return Question(name, "x", difficulty or Difficulty.EASY, prompt, after, options, 1, sources=sources)


@pytest.fixture
def dealer(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> Dealer:
    dealer = Dealer()
    monkeypatch.setattr(stage.bot.services.questions, "deal", dealer.deal)
    return dealer


class _Asking:
    """As much of an interaction as says who acts."""

    def __init__(self, user_id: int) -> None:
        self.user = discord.Object(user_id)


def choice(page: Answer, letter: str) -> str:
    return next(label for label in page.buttons if label.startswith(f"{letter} · "))


async def through(page: Answer, letters: str) -> Answer:
    for letter in letters:
        page = await page.press(choice(page, letter))
    return page


async def test_a_day_from_the_first_question_to_the_line_to_share(stage: Stage, dealer: Dealer) -> None:
    page = await stage.slash("trivia daily")
    assert page.private and "## Daily challenge · Nov 23, 2026" in page.text and "Question 1 of 10" in page.text
    assert list(page.buttons) == [f"{letter} · *{_first(page)}* {n}" for n, letter in enumerate("ABCD")]
    assert "\\*" in page.text, "options are escaped where markdown is read"
    page = await page.press(choice(page, "B"))
    assert (
        "Right!" in page.text
        and "Question 2 of 10" in page.text
        and "[example.org](<https://example.org/a>)" in page.text
    )
    page = await page.press(choice(page, "A"))
    assert "Not this time." in page.text and "the answer is **B · " in page.text
    page = await through(page, "BBBBBBBA")
    assert "8 of 10 right" in page.text and "Right: questions 1, 3, 4, 5, 6, 7, 8, and 9." in page.text
    assert "Laurel 2026-11-23 · 8/10\n🟩❌🟩🟩🟩🟩🟩🟩🟩❌" in page.text
    shared = await page.press("Show the channel")
    assert not shared.private and f"<@{stage.ada.id}> · 8 of 10 right" in shared.text
    assert "Who is" not in shared.text and "It is" not in shared.text, "it spoils nothing"
    theirs = await shared.press("Play today’s ten", by=stage.haneul)
    assert theirs.private and "10문제 중 1번" in theirs.text
    again = await stage.slash("trivia daily")
    assert "8 of 10 right" in again.text and not [label for label in again.buttons if label.startswith("A ·")]


def _first(page: Answer) -> str:
    return next(iter(page.buttons)).split("*")[1]


async def test_in_korean_and_on_with_the_same_question_after_a_restart(stage: Stage, dealer: Dealer) -> None:
    page = await stage.slash("trivia daily", by=stage.haneul)
    assert "데일리 퀴즈 · 2026년 11월 23일" in page.text and "10문제 중 1번" in page.text and "번" in choice(page, "A")
    page = await through(page, "BB")
    assert "정답이에요!" in page.text
    asked = choice(page, "A")
    stage.bot.services.dailies._challenges.clear()
    dealer.release = "new"
    again = await stage.slash("trivia daily", by=stage.haneul)
    assert "10문제 중 3번" in again.text and choice(again, "A") == asked
    assert "10문제 중 4번" in (await page.press(asked)).text, "the old message's button as well"


async def test_an_old_messages_button_answers_nothing_twice(stage: Stage, dealer: Dealer) -> None:
    old, new = await stage.slash("trivia daily"), await stage.slash("trivia daily")
    await new.press(choice(new, "A"))
    page = await old.press(choice(old, "B"))
    assert "Not this time." in page.text and "Question 2 of 10" in page.text, "the first answer is what counts"
    sitting = await stage.bot.services.dailies.sitting(stage.ada.id)
    assert sitting.run.picks == "0"


async def test_nothing_is_said_to_be_kept_that_is_not(
    stage: Stage, dealer: Dealer, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def broken(*_: object, **__: object) -> None:
        raise StorageTrouble("database is locked")

    page = await stage.slash("trivia daily")
    with monkeypatch.context() as patch:
        patch.setattr(stage.bot.services.dailies._book, "answer", broken)
        assert "I could not keep that" in (await page.press(choice(page, "B"))).text
    assert "Question 1 of 10" in (await stage.slash("trivia daily")).text
    assert "Question 2 of 10" in (await page.press(choice(page, "B"))).text


async def test_yesterdays_button_says_that_it_is_over(stage: Stage, dealer: Dealer, clock: StillClock) -> None:
    page = await stage.slash("trivia daily")
    clock.time = clock.time.replace(hour=15)
    late = await page.press(choice(page, "B"))
    assert late.private and "That challenge is over" in late.text
    assert "Nov 24, 2026" in (await stage.slash("trivia daily")).text


async def test_what_is_not_finished_is_not_shared(stage: Stage, dealer: Dealer) -> None:
    page = await stage.slash("trivia daily")
    assert "Show the channel" not in page.buttons
    share = stage.bot.screens._deeds["daily-share"]
    with pytest.raises(StaleButton):
        await share(DailyShareDeed(TODAY), _Asking(stage.ada.id), ())
    for address in ("daily-pick?d=2026-11-23&n=x&c=0", "daily-pick?d=2026-11-23"):
        with pytest.raises(StaleButton):
            stage.bot.screens.parse(address)


async def test_in_a_dm_it_is_the_same_and_counts_in_no_server(stage: Stage, dealer: Dealer) -> None:
    page = await stage.dm("trivia daily")
    await page.press(choice(page, "B"))
    run = (await stage.bot.services.dailies.sitting(stage.ada.id)).run
    assert run.guild_id is None and run.right == 1
    assert "Question 2 of 10" in (await stage.slash("trivia daily")).text


async def test_who_manages_the_server_has_it_posted(stage: Stage, dealer: Dealer, clock: StillClock) -> None:
    assert "Post it every day…" not in (await stage.slash("trivia daily")).buttons
    panel = await (await stage.slash("trivia daily", by=stage.admin)).press("Post it every day…")
    assert panel.private and "once a day at 00:00 (Seoul)" in panel.text and "not posted anywhere" in panel.text
    panel = await panel.pick(CHOOSE, stage.channel)
    assert f"It is posted in <#{stage.channel.id}>." in panel.text
    now = int(clock.time.timestamp())
    assert await stage.bot.services.dailies.place(stage.server.id) == Place(stage.server.id, stage.channel.id, now)
    stage.dismiss(stage.admin)
    refused = await panel.pick(CHOOSE, stage.channel)
    assert refused.private and "Manage Server" in refused.text
    role = stage.server.create_role("too", permissions=discord.Permissions(manage_guild=True))
    other = stage.server.add_member(stage.env.create_user("other"), roles=[role])
    assert "where the daily challenge is posted" in (await stage.slash("config view", by=other)).text


async def test_the_post_has_a_button_and_comes_once(stage: Stage, dealer: Dealer, clock: StillClock) -> None:
    services = stage.bot.services
    await services.guilds.change(stage.server.id, stage.admin.id, language="ko")
    await services.dailies.put(stage.server.id, stage.admin.id, stage.channel.id)
    await through(await stage.slash("trivia daily"), "B" * QUESTIONS)
    clock.time = clock.time.replace(hour=15)  # midnight in Seoul
    poster = DailyPoster(services.dailies, services.languages, stage.bot.messenger)
    for _ in range(2):
        await services.dailies.work(poster, lambda guild_id: stage.bot.get_guild(guild_id) is not None)
    posts = [
        request.json for request in stage.env.http_requests if request.path.endswith(f"/{stage.channel.id}/messages")
    ]
    (post,) = (one for one in posts if one.get("nonce"))
    text = json.dumps(post, ensure_ascii=False)
    assert "2026년 11월 24일" in text and "어제는 이 서버에서 1명이 끝까지 풀었고, 1명이 전부 맞혔어요." in text
    assert "see:daily?" in text and post["enforce_nonce"] is True


async def test_practice_tells_each_answer_and_keeps_nothing(stage: Stage, dealer: Dealer) -> None:
    page = await stage.slash("trivia solo", topic="artist:bts")
    assert page.private and "## Practice\nBTS" in page.text and "Question 1" in page.text
    page = await page.press(choice(page, "B"))
    assert "Right!" in page.text and "BTS · 1 of 1 right so far" in page.text and "Question 2" in page.text
    page = await page.press(choice(page, "C"))
    assert "Not this time." in page.text and "1 of 2 right so far" in page.text
    assert await stage.bot.services.privacy.count(stage.ada.id) == {}
    korean = await stage.dm("trivia solo", by=stage.haneul, topic="방탄소년단")
    assert "혼자 연습" in korean.text and "1번 문제" in korean.text
    assert "정답이에요" in (await korean.press(choice(korean, "B"))).text


async def test_a_question_that_changed_meanwhile_does_not_count(stage: Stage, dealer: Dealer) -> None:
    page = await stage.slash("trivia solo")
    dealer.release = "new"
    page = await page.press(choice(page, "B"))
    assert "have changed since you were asked" in page.text and "0 of 1 right so far" in page.text
    assert "Question 2" in page.text


async def test_practice_of_nothing_and_of_nobody(stage: Stage, dealer: Dealer) -> None:
    page = await stage.slash("trivia solo", topic="pack:nothing")
    assert page.private and not page.buttons
    page = await stage.slash("trivia solo", topic="bsst @everyone")
    assert page.private and "@everyone" not in page.text.replace("@\u200beveryone", "")


async def test_a_practice_button_is_short_enough(stage: Stage) -> None:
    artist = max(stage.bot.services.catalogue.artists, key=len)
    query = SoloQuery("ffffffff", 9_999, artist=artist, pick=5, right=9_999, before="ffffff")
    assert len(f"to:{query.address}") <= 100
    question = await Dealer().deal("x", 1)
    assert fingerprint(question) == fingerprint(await Dealer().deal("y", 1)) != fingerprint(await Dealer().deal("x", 2))


async def test_presets_are_kept_listed_and_taken_away(stage: Stage) -> None:
    save = {"by": stage.admin, "topic": "artist:bts", "rounds": 5, "mode": "typed", "difficulty": "hard"}
    page = await stage.slash("trivia preset save", name="*Comeback* @everyone", **save)
    assert page.private and "Kept." in page.text and "BTS · 5 questions · 20 seconds each" in page.text
    assert "*Comeback* @everyone" not in page.text, "escaped"
    assert "in place of" in (await stage.slash("trivia preset save", name="*COMEBACK* @everyone", by=stage.admin)).text
    listed = await stage.slash("trivia preset list", by=stage.haneul)
    assert "프리셋" in listed.text and "10문제 · 문제당 20초" in listed.text
    suggested = await stage.suggestions("trivia preset delete", "name", "come", by=stage.admin)
    assert len(suggested) == 1
    gone = await stage.slash("trivia preset delete", name="*comeback* @EVERYONE", by=stage.admin)
    assert "is gone" in gone.text
    assert "no preset called" in (await stage.slash("trivia preset delete", name="x", by=stage.admin)).text
    assert "아직 없어요" in (await stage.slash("trivia preset list", by=stage.haneul)).text


async def test_only_who_manages_the_server_keeps_presets(stage: Stage) -> None:
    for command in ("trivia preset save", "trivia preset delete"):
        page = await stage.slash(command, name="mine")
        assert page.private and "Manage Server" in page.text
    assert await stage.bot.services.presets.all(stage.server.id) == []
