"""A quiz as members meet it: /trivia, the buttons and forms of its messages, /guess, and a whole evening."""

import datetime
from dataclasses import dataclass
from typing import Any

import pytest

from bot.app import build_bot
from bot.settings import Settings
from tests.conftest import StillClock
from tests.stage import Answer, Stage, _walk
from tests.trivia.table import KnownQuestions

OPEN, PAUSE = 25, 7


@dataclass
class Quiz:
    """The bot on a stage with questions that are known, and a clock that Discord and the bot share."""

    stage: Stage
    clock: StillClock
    known: KnownQuestions

    @property
    def post(self) -> Any:
        """The latest message in the channel."""
        return self.stage.channel.last_message

    @property
    def text(self) -> str:
        return "\n".join(part["content"] for part in self.parts if part["type"] == 10)

    @property
    def buttons(self) -> dict[str, dict[str, Any]]:
        return {part["label"]: part for part in self.parts if part["type"] == 2}

    @property
    def parts(self) -> list[dict[str, Any]]:
        return list(_walk([component.to_dict() for component in self.post.components]))

    async def press(self, label: str, by: Any = None) -> Answer:
        """Presses the button whose label begins so."""
        actor = by or self.stage.ada
        custom_id = next(one["custom_id"] for name, one in self.buttons.items() if name.startswith(label))
        return await self.stage.answered(actor, actor.click(self.post, custom_id=custom_id))

    async def wait(self, seconds: float) -> None:
        self.clock.time += datetime.timedelta(seconds=seconds)
        self.stage.env.backend.clock.advance(seconds)
        await self.stage.bot.services.games.master.work()

    async def next(self) -> None:
        await self.wait(OPEN)
        await self.wait(PAUSE)


@pytest.fixture
def quiz(stage: Stage, clock: StillClock, monkeypatch: pytest.MonkeyPatch) -> Quiz:
    known = KnownQuestions()
    stage.bot.debounce._seconds = 0.0  # one edit a turn, so that nobody waits
    stage.bot.services.announcing.throttle.rate = None
    clock.time = stage.env.now()
    for name in ("deal", "count", "judge"):
        monkeypatch.setattr(stage.bot.services.questions, name, getattr(known, name))
    return Quiz(stage, clock, known)


async def test_a_round_from_the_start_to_the_answer(quiz: Quiz) -> None:
    started = await quiz.stage.slash("trivia start", rounds=3)
    assert started.private and "begins" in started.text
    assert "Question 1 of 3" in quiz.text and "### Who is number 0?" in quiz.text
    assert "-# 0번은 누구일까요?" in quiz.text, "who reads Korean plays along"
    assert list(quiz.buttons) == ["A · IU", "B · Rosé", "C · RM", "D · Jimin"] and "**B** Rosé" in quiz.text
    kept = await quiz.press("A", by=quiz.stage.haneul)
    assert kept.private and "답을 저장했어요: **A** IU" in kept.text
    assert "right" not in (await quiz.press("B")).text
    assert "changed and kept: **C** RM" in (await quiz.press("C")).text
    await quiz.wait(OPEN)
    assert not quiz.buttons and "The answer: **A** IU" in quiz.text
    assert "1 of 2 answers are right" in quiz.text and "A 1 · B 0 · C 1 · D 0" in quiz.text
    assert f"<@{quiz.stage.haneul.id}> +150" in quiz.text
    assert "IU is number 0." in quiz.text and "[example.org](<https://example.org/a>)" in quiz.text
    assert "The next question follows in 6 seconds." in quiz.text and "<t:" not in quiz.text


async def test_in_a_korean_server_the_korean_words_come_first(quiz: Quiz) -> None:
    await quiz.stage.bot.services.guilds.change(quiz.stage.server.id, quiz.stage.admin.id, language="ko")
    await quiz.stage.slash("trivia start", by=quiz.stage.haneul)
    assert "10문제 중 1번" in quiz.text and "### 0번은 누구일까요?\n-# Who is number 0?" in quiz.text
    await quiz.press("A")
    await quiz.wait(OPEN)
    assert "정답: **A** IU" in quiz.text and "1명 중 1명이 맞혔어요" in quiz.text
    await quiz.stage.slash("trivia stop", by=quiz.stage.haneul)
    assert "퀴즈가 끝났어요" in quiz.text and f"1위 <@{quiz.stage.ada.id}> · 150점" in quiz.text


async def test_a_second_start_gets_a_link(quiz: Quiz) -> None:
    await quiz.stage.slash("trivia start")
    second = await quiz.stage.slash("trivia start", by=quiz.stage.haneul)
    assert second.private and f"/{quiz.stage.channel.id}/{quiz.post.id}" in second.text


async def test_typed_answers_by_button_by_form_and_by_command(quiz: Quiz) -> None:
    await quiz.stage.slash("trivia start", mode="typed")
    assert list(quiz.buttons) == ["Type your answer"]
    form = await quiz.press("Type")
    assert "kept: **IU**" in (await form.submit(answer="  IU ")).text
    hostile = await quiz.stage.slash("guess", answer="@everyone **x** <@1>", by=quiz.stage.haneul)
    assert hostile.private and "@​everyone" in hostile.text and "\\<@1>" in hostile.text
    assert "Please type" in (await quiz.stage.slash("guess", answer="   ")).text
    assert "kept: **아이유" in (await quiz.stage.slash("guess", answer="아이유" * 200)).text
    await quiz.wait(OPEN)
    assert "0 of 2" in quiz.text and "everyone" not in quiz.text
    late = await form.submit(answer="IU")
    assert "closed" in late.text


async def test_commands_where_there_is_no_game(quiz: Quiz) -> None:
    for command, options in (("guess", {"answer": "x"}), ("trivia stop", {}), ("trivia skip", {})):
        answer = await quiz.stage.slash(command, **options)
        assert answer.private and "No quiz is running" in answer.text
    assert "server" in (await quiz.stage.dm("trivia start")).text


async def test_skip_and_stop_are_the_starters_and_others_vote(quiz: Quiz) -> None:
    stage = quiz.stage
    await stage.slash("trivia start")
    await quiz.press("A", by=stage.haneul)
    await quiz.press("A", by=stage.admin)
    assert "퀴즈를 시작한 사람" in (await stage.slash("trivia stop", by=stage.haneul)).text
    assert "2표가 필요" in (await stage.slash("trivia skip", by=stage.haneul)).text
    assert "skipped" in (await stage.slash("trivia skip")).text
    assert "was skipped" in quiz.text and "+150" not in quiz.text
    assert "stopped" in (await stage.slash("trivia stop", by=stage.admin)).text
    assert "The quiz is over" in quiz.text


async def test_an_elimination_from_its_lobby_on(quiz: Quiz) -> None:
    stage = quiz.stage
    await stage.slash("trivia start", mode="elimination")
    assert "three lives" in quiz.text and "Nobody has joined yet" in quiz.text
    assert "You are in" in (await quiz.press("Join")).text
    assert "at least two" in (await quiz.press("Start now")).text
    assert "참가했어요" in (await quiz.press("Join", by=stage.haneul)).text
    assert "시작한 사람" in (await quiz.press("Start now", by=stage.haneul)).text
    lobby = quiz.post
    await quiz.press("Start now")
    await stage.bot.services.games.master.work()
    assert quiz.post.id != lobby.id and "Question 1 of 10" in quiz.text
    refused = await quiz.press("A", by=stage.admin)
    assert "began without you" in refused.text
    for number in range(3):
        await quiz.press("ABCD"[number % 4])
        await quiz.next()
    assert "The quiz is over" in quiz.text and f"#1 <@{stage.ada.id}> · 3 lives" in quiz.text


async def test_teams_by_button_and_by_role(quiz: Quiz) -> None:
    stage = quiz.stage
    await stage.slash("trivia start", mode="teams")
    assert {"Team 1", "Team 2"} <= set(quiz.buttons)
    assert "**Team 2**" in (await quiz.press("Team 2")).text
    await quiz.press("Team 1", by=stage.haneul)
    await quiz.press("Start now")
    await stage.bot.services.games.master.work()
    await quiz.press("A")
    await stage.slash("trivia stop")
    assert "#1 **Team 2** · 150 points on average · 1 player" in quiz.text
    army, blink = stage.server.create_role("ARMY"), stage.server.create_role("_BLINK_")
    fan = stage.server.add_member(stage.env.create_user("fan"), roles=[blink])
    await stage.slash("trivia start", team_a=army, team_b=blink)
    assert "\\_BLINK\\_" in quiz.text and "Join" in quiz.buttons
    assert "BLINK" in (await quiz.press("Join", by=fan)).text


async def test_who_hides_from_boards_is_counted_without_a_name(quiz: Quiz) -> None:
    await quiz.stage.bot.services.members.change(quiz.stage.ada.id, on_boards=False)
    await quiz.stage.slash("trivia start")
    await quiz.press("A")
    await quiz.wait(OPEN)
    assert "a member +150" in quiz.text and str(quiz.stage.ada.id) not in quiz.text


async def test_where_games_may_not_be_played(quiz: Quiz) -> None:
    stage = quiz.stage
    guilds = stage.bot.services.guilds
    await guilds.change(stage.server.id, stage.admin.id, games="hosts")
    assert "only hosts" in (await stage.slash("trivia start")).text
    other = stage.server.create_text_channel("games")
    await guilds.change(stage.server.id, stage.admin.id, games="everyone", game_channels=(other.id,))
    assert f"<#{other.id}>" in (await stage.slash("trivia start")).text
    await guilds.change(stage.server.id, stage.admin.id, games="nobody")
    assert "switched off" in (await stage.slash("trivia start", by=stage.admin)).text


async def test_rules_are_the_managers(quiz: Quiz) -> None:
    stage = quiz.stage
    told = await stage.slash("config rules", by=stage.admin, reading=0, changes=False, humans=1)
    assert told.private and "first second" in told.text and "The first answer stands" in told.text
    await stage.slash("trivia start")
    await quiz.press("A")
    assert "cannot be changed" in (await quiz.press("B")).text
    assert "rules of quizzes" in (await stage.slash("config view", by=stage.admin)).text


async def test_a_deleted_question_is_answered_in_a_new_message(quiz: Quiz) -> None:
    await quiz.stage.slash("trivia start")
    await quiz.press("A")
    deleted = quiz.post.id
    quiz.stage.env.backend.delete_message(quiz.stage.channel.id, deleted)
    await quiz.wait(OPEN)
    assert quiz.post.id != deleted and "The answer: **A** IU" in quiz.text


async def test_a_deleted_channel_ends_the_game_and_is_noted(quiz: Quiz) -> None:
    stage = quiz.stage
    await stage.slash("trivia start")
    await quiz.press("A")
    game = await stage.bot.services.games._book.in_channel(stage.channel.id)
    stage.env.backend.delete_channel(stage.channel.id)
    await quiz.wait(OPEN)
    assert game is not None
    table = await stage.bot.services.games.table(game.id)
    assert table is not None and table.game.why == "fault" and len(table.answers) == 1
    (failure,) = await stage.bot.services.failures.latest(stage.server.id)
    assert failure.why == "gone"


async def test_many_press_in_one_moment_and_some_twice(quiz: Quiz) -> None:
    stage = quiz.stage
    fans = [stage.server.add_member(stage.env.create_user(f"fan{number}")) for number in range(12)]
    await stage.slash("trivia start")
    ids = [one["custom_id"] for one in quiz.buttons.values()]
    presses = [fan.click(quiz.post, custom_id=ids[n % 4]) for n, fan in enumerate(fans) for _ in range(2)]
    results = await stage.at_once(*presses)
    assert all(result.ephemeral for result in results)
    await quiz.wait(OPEN)
    assert "3 of 12 answers are right" in quiz.text and "A 3 · B 3 · C 3 · D 3" in quiz.text


async def test_a_restart_goes_on_at_the_same_question_and_buttons_of_a_dead_game_say_so(
    quiz: Quiz, settings: Settings, clock: StillClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    stage = quiz.stage

    async def restart() -> None:
        await stage.bot.close()
        stage.bot = build_bot(settings, clock)
        for name in ("deal", "count", "judge"):
            monkeypatch.setattr(stage.bot.services.questions, name, getattr(quiz.known, name))
        await stage.env.restart_bot(stage.bot)
        await quiz.wait(1)

    await stage.slash("trivia start", rounds=3)
    await quiz.press("A")
    await restart()
    assert "kept before" in (await quiz.press("A")).text
    await quiz.press("A", by=stage.haneul)
    await quiz.wait(OPEN)
    assert "2 of 2 answers are right" in quiz.text
    await quiz.wait(PAUSE)
    book = stage.bot.services.games._book
    game = await book.in_channel(stage.channel.id)
    assert game is not None and await book.move(game, "ended", None, ended_at=1, why="fault")
    await restart()
    dead = await quiz.press("A")
    assert dead.private and "This quiz is over" in dead.text
    await stage.bot.close()


async def test_an_evening_with_thirty_members(quiz: Quiz) -> None:
    stage = quiz.stage
    fans = [stage.server.add_member(stage.env.create_user(f"fan{number}")) for number in range(30)]
    await stage.slash("trivia start", rounds=4)
    for number in range(4):
        ids = [one["custom_id"] for one in quiz.buttons.values()]
        # Fan n knows the first n / 7 answers: the rest of the time it presses what is wrong.
        presses = [fan.click(quiz.post, custom_id=ids[(number + (n // 7 <= number)) % 4]) for n, fan in enumerate(fans)]
        await stage.at_once(*presses)
        await quiz.wait(OPEN)
        knew = sum(n // 7 > number for n in range(30))
        assert f"{knew} of 30 answers are right" in quiz.text
        assert quiz.text.count(" +1") == min(knew, 10)
        await quiz.wait(PAUSE)
    assert "Sudden death" in quiz.text, "two share the first place"
    best = [fan for n, fan in enumerate(fans) if n // 7 == 4]
    ids = [one["custom_id"] for one in quiz.buttons.values()]
    assert "sudden death" in (await quiz.press("A", by=fans[0])).text
    await stage.answered(best[0], best[0].click(quiz.post, custom_id=ids[0]))
    await quiz.wait(OPEN)
    await quiz.wait(PAUSE)
    assert "The quiz is over" in quiz.text and f"#1 <@{best[0].id}>" in quiz.text
    assert "…and 10 more" in quiz.text or "…and" in quiz.text
