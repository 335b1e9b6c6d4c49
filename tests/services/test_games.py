"""A game from its first question to its standings, through restarts, faults and bad moments."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import sqlalchemy as sa

from bot.errors import Refused, SendFault, StorageTrouble
from bot.services.trivia.desk import Receipt
from bot.services.trivia.games import Actor
from bot.storage.database import Database
from bot.storage.schema.boards import score
from bot.storage.schema.games import game, game_answer, game_player
from bot.trivia.rounds import IDLE_ROUNDS, LIVES, SUDDEN_DEATHS, Mode, Team
from bot.trivia.session import State
from tests.conftest import StillClock
from tests.trivia.table import CHANNEL, GUILD, STARTER, Channel, Club

PAUSE, OPEN = 6, 24.1  # seconds between questions; of a question with its time to read, and what arrives late


@pytest.fixture
async def club(tmp_path: Path, clock: StillClock) -> AsyncIterator[Club]:
    database = Database(f"sqlite+aiosqlite:///{tmp_path / 'laurel.db'}")
    await database.open()
    club = Club(database, clock, Channel(clock))
    yield club
    await club.close()


async def rows(club: Club, table: sa.Table) -> list[dict[str, object]]:
    async with club.database.read() as connection:
        return [dict(row) for row in (await connection.execute(sa.select(table))).mappings()]


async def refused(work: object, reason: str) -> None:
    with pytest.raises(Refused) as caught:
        await work  # type: ignore[misc]
    assert caught.value.reason == reason


async def test_a_game_runs_from_its_first_question_to_its_standings(club: Club) -> None:
    table = await club.start(rounds=3)
    assert table.state is State.ASKING and club.channel.said() == ["ask"]
    for number in range(1, 4):
        table = await club.table(table.game.id)
        assert table.number == number and table.question is not None
        await club.answer(table, 1, choice=table.question.right)
        await club.answer(table, 2, choice=(table.question.right + number) % 4)
        await club.wait(OPEN)
        await club.wait(PAUSE)
    assert club.channel.said() == ["ask", "reveal"] * 3 + ["end"]
    last = club.channel.last
    assert last.state is State.ENDED and last.game.why == "done"
    assert [(place.rank, place.who) for place in last.standings] == [(1, 1), (2, 2)]
    assert last.players[1].points == 150 + 160 + 170 and last.players[1].right == 3
    assert [one["right"] for one in await rows(club, score) if one["user_id"] == 1] == [3]
    assert await club.book.due(2**60) == [], "nothing is left to do"


async def test_an_answer_is_told_whole_and_never_whether_it_is_right(club: Club) -> None:
    table = await club.start()
    receipt = await club.answer(table, 1, choice=2)
    assert receipt == Receipt(table.question, 2, None)
    assert await club.answer(table, 1, choice=2) == Receipt(table.question, 2, None, again=True)
    assert await club.answer(table, 1, choice=3) == Receipt(table.question, 3, None, changed=True)
    (kept,) = await rows(club, game_answer)
    assert (kept["choice"], kept["right"], kept["points"]) == (3, None, None)


async def test_where_answers_stand_the_first_one_stays(club: Club) -> None:
    await club.games.set_rules(GUILD, STARTER, changes=False)
    table = await club.start()
    await club.answer(table, 1, choice=1)
    await refused(club.answer(table, 1, choice=2), "answer-fixed")
    assert [one["choice"] for one in await rows(club, game_answer)] == [1]


async def test_a_press_that_arrives_after_a_later_one_changes_nothing(club: Club) -> None:
    table = await club.start()
    early, late = club.press(), club.press()
    await club.games.answer(table.game.id, 1, 1, late, choice=2)
    receipt = await club.games.answer(table.game.id, 1, 1, early, choice=1)
    assert receipt.choice == 2 and receipt.again
    assert [one["choice"] for one in await rows(club, game_answer)] == [2]


async def test_two_hundred_at_once_are_each_counted_once_also_when_they_press_twice(club: Club) -> None:
    table = await club.start()
    assert table.question is not None
    presses = [(user, club.press()) for user in range(100, 300) for _ in range(2)]
    work = [club.games.answer(table.game.id, 1, user, press, choice=user % 4) for user, press in presses]
    receipts = await asyncio.gather(*work)
    assert sum(not receipt.again for receipt in receipts) == 200
    await club.wait(OPEN)
    kept = await rows(club, game_answer)
    assert len(kept) == 200 and all(one["choice"] == int(str(one["user_id"])) % 4 for one in kept)
    right = [one for one in kept if one["right"]]
    assert len(right) == 50 and {one["user_id"] for one in right} == set(range(100 + table.question.right, 300, 4))
    assert sum(int(str(one["asked"])) for one in await rows(club, score)) == 200


async def test_answers_of_one_millisecond_are_two_answers(club: Club) -> None:
    table = await club.start()
    first = club.press()
    await asyncio.gather(
        club.games.answer(table.game.id, 1, 1, first, choice=0), club.games.answer(table.game.id, 1, 2, first, choice=1)
    )
    assert {(one["user_id"], one["choice"]) for one in await rows(club, game_answer)} == {(1, 0), (2, 1)}


async def test_nothing_is_acknowledged_that_is_not_stored(club: Club, monkeypatch: pytest.MonkeyPatch) -> None:
    table = await club.start()
    await club.answer(table, 1, choice=0)

    async def full(_: object) -> frozenset[tuple[int, int]]:
        raise StorageTrouble("disk full")

    with monkeypatch.context() as broken:
        broken.setattr(club.desk._book, "keep", full)
        for user in (1, 2):
            with pytest.raises(StorageTrouble):
                await club.answer(table, user, choice=3)
    assert {(one["user_id"], one["choice"]) for one in await rows(club, game_answer)} == {(1, 0)}
    again = await club.answer(table, 1, choice=0)
    assert isinstance(again, Receipt) and again.again, "what was stored before is known still"
    await club.answer(table, 2, choice=3)
    assert len(await rows(club, game_answer)) == 2


async def test_an_answer_counts_by_its_own_time_and_not_by_its_arrival(club: Club) -> None:
    table = await club.start()
    in_time = club.press()
    club.clock.time = club.clock.time.fromtimestamp(table.window.closes_ms / 1000 + 0.9, club.clock.time.tzinfo)
    await club.games.answer(table.game.id, 1, 1, in_time, choice=0)
    await refused(club.answer(table, 2, choice=0), "answer-late")


@pytest.mark.parametrize("choice", [-1, 4, 99])
async def test_a_choice_that_is_no_option_is_refused(club: Club, choice: int) -> None:
    table = await club.start()
    await refused(club.answer(table, 1, choice=choice), "answer-late")


async def test_a_second_game_in_a_channel_gets_a_link_and_others_go_on_beside(club: Club) -> None:
    table = await club.start()
    with pytest.raises(Refused) as caught:
        await club.start(by=99)
    assert caught.value.reason == "game-here"
    assert caught.value.values["link"] == f"https://discord.com/channels/{GUILD}/{CHANNEL}/{table.posted}"
    others = [await club.start(channel=channel) for channel in range(100, 110)]
    assert len({one.game.id for one in others}) == 10
    asked = [one.question.id for one in (table, *others) if one.question]
    assert len(set(asked)) == 11, "a server's games share its deck: nothing comes twice"


async def test_two_who_start_at_once_start_one_game(club: Club) -> None:
    work = [club.start(by=user) for user in (1, 2, 3)]
    results = await asyncio.gather(*work, return_exceptions=True)
    assert sum(isinstance(one, Refused) and one.reason == "game-here" for one in results) == 2
    assert len(await rows(club, game)) == 1


async def test_an_idle_game_ends_by_itself(club: Club) -> None:
    await club.start(rounds=30)
    for _ in range(IDLE_ROUNDS):
        await club.wait(OPEN)
        await club.wait(PAUSE)
    assert club.channel.last.game.why == "idle" and club.channel.said().count("ask") == IDLE_ROUNDS


async def test_who_plays_alone_scores_in_the_game_and_not_on_boards(club: Club) -> None:
    table = await club.start()
    assert table.question is not None
    await club.answer(table, 1, choice=table.question.right)
    await club.wait(OPEN)
    assert (await club.table(table.game.id)).players[1].points == 150
    assert await rows(club, score) == []
    await club.games.set_rules(GUILD, STARTER, humans=1)
    alone = await club.start(channel=21)
    assert alone.question is not None
    await club.answer(alone, 1, choice=alone.question.right)
    await club.wait(OPEN)
    assert [one["points"] for one in await rows(club, score)] == [150]


async def test_typed_answers_are_judged_and_the_last_one_counts(club: Club) -> None:
    table = await club.start(mode=Mode.TYPED)
    assert table.typed and table.question is not None
    await refused(club.answer(table, 1, choice=0), "answer-late")
    await club.answer(table, 1, text="nobody")
    await club.games.guess(CHANNEL, 1, club.press(), table.question.accepted[0].upper())
    await club.answer(table, 2, text="iu rosé rm jimin")
    await club.wait(OPEN)
    assert {(one["user_id"], one["right"]) for one in await rows(club, game_answer)} == {(1, True), (2, False)}


async def test_mixed_games_go_by_turns_and_a_guess_needs_a_typed_question(club: Club) -> None:
    table = await club.start(mode=Mode.MIXED)
    assert not table.typed
    await refused(club.games.guess(CHANNEL, 1, club.press(), "IU"), "guess-choice")
    await club.answer(table, 1, choice=0)
    await club.wait(OPEN)
    await refused(club.games.guess(CHANNEL, 1, club.press(), "IU"), "no-question-now")
    await club.wait(PAUSE)
    assert (await club.table(table.game.id)).typed


async def test_an_elimination_lasts_until_one_is_left(club: Club) -> None:
    table = await club.start(mode=Mode.ELIMINATION, rounds=10)
    assert table.state is State.LOBBY and club.channel.said() == ["lobby"]
    for user in (1, 2, 3):
        await club.games.join(table.game.id, Actor(user))
    await club.wait(61)
    assert club.channel.said()[-2:] == ["begin", "ask"]
    for _ in range(LIVES):
        table = await club.table(table.game.id)
        assert table.question is not None
        await club.answer(table, 1, choice=table.question.right)
        await refused(club.answer(table, 9, choice=0), "not-in-game")
        await club.wait(OPEN)
        await club.wait(PAUSE)
    last = club.channel.last
    assert last.game.why == "done" and last.number == LIVES
    first = last.standings[0]
    assert (first.rank, first.who, first.lives) == (1, 1, LIVES)


async def test_who_is_out_may_not_answer(club: Club) -> None:
    table = await club.start(mode=Mode.ELIMINATION, rounds=10)
    for user in (1, 2, 3):
        await club.games.join(table.game.id, Actor(user))
    await club.games.begin(table.game.id, Actor(STARTER))
    for number in range(LIVES + 1):
        await club.master.work()
        table = await club.table(table.game.id)
        assert table.question is not None
        if number == LIVES:
            await refused(club.answer(table, 3, choice=0), "out-of-game")
            return
        for user in (1, 2):
            await club.answer(table, user, choice=table.question.right)
        await club.wait(OPEN)
        await club.wait(PAUSE)


async def test_a_lobby_that_too_few_joined_ends_kindly(club: Club) -> None:
    table = await club.start(mode=Mode.ELIMINATION)
    await club.games.join(table.game.id, Actor(1))
    await refused(club.games.begin(table.game.id, Actor(STARTER)), "too-few-joined")
    await club.wait(61)
    assert club.channel.said() == ["lobby", "begin", "end"] and club.channel.last.game.why == "alone"
    await refused(club.games.join(table.game.id, Actor(2)), "game-over")


async def test_teams_are_joined_by_button_by_role_or_by_answering(club: Club) -> None:
    teams = (Team("ARMY", role_id=7), Team("BLINK"))
    table = await club.start(mode=Mode.TEAMS, teams=teams)
    await club.games.join(table.game.id, Actor(1, roles=(7,)), team=1)
    await club.games.join(table.game.id, Actor(2), team=0)
    await club.games.join(table.game.id, Actor(2), team=1)
    await club.games.join(table.game.id, Actor(3))
    now = await club.games.leave(table.game.id, Actor(3))
    assert {one.user_id: one.team for one in now.players.values()} == {1: 0, 2: 1}
    await club.games.begin(table.game.id, Actor(1, moderates=True))
    await club.master.work()
    table = await club.table(table.game.id)
    assert table.question is not None
    receipt = await club.answer(table, 4, choice=table.question.right)
    assert isinstance(receipt, Receipt) and receipt.team == "ARMY"
    await club.wait(OPEN)
    assert {one["user_id"]: one["team"] for one in await rows(club, game_player)} == {1: 0, 2: 1, 4: 0}
    assert [(place.who, place.points) for place in club.channel.last.standings] == [(0, 75), (1, 0)]


async def test_a_tie_is_broken_by_those_who_share_the_first_place(club: Club) -> None:
    table = await club.start(rounds=3)
    for number in range(1, 3 + SUDDEN_DEATHS):
        table = await club.table(table.game.id)
        assert table.question is not None and table.number == number
        right = table.question.right
        if number > 3:
            await refused(club.answer(table, 3, choice=right), "sudden-death")
        press = club.press()
        await club.games.answer(table.game.id, number, 1, press, choice=right)
        await club.games.answer(table.game.id, number, 2, press, choice=right if number < 5 else (right + 1) % 4)
        await club.wait(OPEN)
        await club.wait(PAUSE)
        if number == 5:
            break
    assert club.channel.last.game.why == "done" and club.channel.said().count("ask") == 5
    assert [place.who for place in club.channel.last.standings] == [1, 2]


async def test_the_starter_skips_and_others_vote(club: Club) -> None:
    table = await club.start()
    for user in (1, 2, 3):
        await club.answer(table, user, choice=0)
    votes = await club.games.skip(CHANNEL, Actor(1))
    assert (votes.given, votes.needed, votes.enough) == (1, 2, False)
    assert (await club.games.skip(CHANNEL, Actor(1))).given == 1, "twice is once"
    club = club.again()
    await club.master.work()
    assert (await club.games.skip(CHANNEL, Actor(2))).enough
    await club.master.work()
    table = await club.table(table.game.id)
    assert table.skipped and table.state is State.BETWEEN
    assert all(one.points == 0 for one in table.players.values()) and await rows(club, score) == []
    await refused(club.games.skip(CHANNEL, Actor(STARTER)), "no-question-now")
    await club.wait(PAUSE)
    assert (await club.games.skip(CHANNEL, Actor(STARTER))).enough


async def test_only_the_starter_or_a_moderator_stops_and_what_was_answered_counts(club: Club) -> None:
    table = await club.start()
    assert table.question is not None
    for user in (1, 2):
        await club.answer(table, user, choice=table.question.right)
    await refused(club.games.stop(CHANNEL, Actor(1)), "not-your-game")
    await club.games.stop(CHANNEL, Actor(2, moderates=True))
    await club.master.work()
    assert club.channel.said() == ["ask", "reveal", "end"] and club.channel.last.game.why == "stopped"
    assert [one["points"] for one in await rows(club, score)] == [150, 150]
    await refused(club.answer(table, 3, choice=0), "game-over")
    await refused(club.games.stop(CHANNEL, Actor(STARTER)), "no-game-here")


@pytest.mark.parametrize(
    ("games", "actor", "reason"),
    [
        ("nobody", Actor(1, manages=True), "games-off"),
        ("hosts", Actor(1), "games-hosts"),
        ("hosts", Actor(1, roles=(77,)), None),
        ("hosts", Actor(1, manages=True), None),
        ("everyone", Actor(1), None),
    ],
)
async def test_the_server_says_who_starts_one(club: Club, games: str, actor: Actor, reason: str | None) -> None:
    from bot.trivia.rounds import GameOptions

    await club.guilds.change(GUILD, STARTER, games=games, host_role_id=77)
    work = club.games.start(GUILD, CHANNEL, actor, GameOptions())
    if reason is None:
        assert (await work).game.starter_id == 1
        await club.master.work()
    else:
        await refused(work, reason)


async def test_the_server_says_where(club: Club) -> None:
    await club.guilds.change(GUILD, STARTER, game_channels=(21, 22))
    with pytest.raises(Refused) as caught:
        await club.start()
    assert caught.value.values["channels"] == "<#21> <#22>"
    await club.start(channel=22)


async def test_without_questions_there_is_no_game_and_a_small_pile_makes_a_short_one(club: Club) -> None:
    club.questions.there = 0
    await refused(club.start(), "no-questions")
    club.questions.there = 4
    assert (await club.start(rounds=10)).options.rounds == 4


async def test_a_pack_that_is_removed_ends_its_game_with_its_standings(club: Club) -> None:
    table = await club.start()
    await club.answer(table, 1, choice=0)
    club.questions.there = 0
    await club.wait(OPEN)
    await club.wait(PAUSE)
    assert club.channel.said() == ["ask", "reveal", "end"]


# Restarts


async def test_a_restart_while_a_question_is_open_keeps_it_with_its_answers(club: Club) -> None:
    table = await club.start()
    await club.answer(table, 1, choice=2)
    club = club.again()
    await club.wait(1)
    assert club.channel.said() == ["ask"], "there is time enough left"
    receipt = await club.answer(table, 1, choice=2)
    assert isinstance(receipt, Receipt) and receipt.again
    await club.answer(table, 2, choice=table.question.right if table.question else 0)
    await club.wait(OPEN)
    now = await club.table(table.game.id)
    assert len(now.answers) == 2 and now.settled and now.question == table.question


async def test_a_question_whose_time_ran_out_while_nobody_listened_gets_it_again(club: Club) -> None:
    table = await club.start()
    await club.answer(table, 1, choice=2)
    club = club.again()
    await club.wait(120)
    assert club.channel.said() == ["ask", "redraw"]
    now = await club.table(table.game.id)
    assert now.state is State.ASKING and now.question == table.question and now.posted == table.posted
    await club.answer(now, 2, choice=0)
    await club.wait(21)
    assert club.channel.said() == ["ask", "redraw", "reveal"], "and only once"
    assert len((await club.table(table.game.id)).answers) == 2


async def test_a_restart_before_a_question_was_posted_posts_that_same_question(club: Club) -> None:
    club.channel.fault = SendFault(SendFault.Why.UNREACHABLE, "no network")
    table = await club.start()
    assert table.state is State.ASKING and table.posted is None
    club.channel.fault = None
    club = club.again()
    await club.wait(5)
    now = await club.table(table.game.id)
    assert now.question == table.question and now.posted is not None and now.window.asked_ms > table.window.asked_ms


async def test_a_restart_before_the_answer_was_told_tells_it_and_counts_nothing_twice(club: Club) -> None:
    table = await club.start()
    for user in (1, 2):
        await club.answer(table, user, choice=table.question.right if table.question else 0)
    club.channel.fault = SendFault(SendFault.Why.UNREACHABLE, "no network")
    await club.wait(OPEN)
    now = await club.table(table.game.id)
    assert now.state is State.REVEALING and now.settled
    before = await rows(club, score)
    club.channel.fault = None
    club = club.again()
    await club.wait(5)
    assert club.channel.said() == ["ask", "reveal"] and await rows(club, score) == before
    assert (await club.table(table.game.id)).players == now.players


async def test_a_restart_between_questions_asks_the_next_one(club: Club) -> None:
    table = await club.start()
    await club.answer(table, 1, choice=0)
    await club.wait(OPEN)
    club = club.again()
    await club.wait(PAUSE + 30)
    assert club.channel.said() == ["ask", "reveal", "ask"] and club.channel.last.number == 2


async def test_a_restart_in_the_lobby_keeps_who_joined(club: Club) -> None:
    table = await club.start(mode=Mode.ELIMINATION)
    for user in (1, 2):
        await club.games.join(table.game.id, Actor(user))
    club = club.again()
    await club.wait(61)
    assert club.channel.said() == ["lobby", "begin", "ask"] and set(club.channel.last.players) == {1, 2}


async def test_a_restart_before_the_standings_were_told_tells_them_once(club: Club) -> None:
    table = await club.start()
    await club.answer(table, 1, choice=0)
    club.channel.fault = SendFault(SendFault.Why.UNREACHABLE, "no network")
    await club.games.stop(CHANNEL, Actor(STARTER))
    await club.master.work()
    club.channel.fault = None
    club = club.again()
    await club.wait(10)
    await club.again().wait(10)
    assert club.channel.said() == ["ask", "reveal", "end"]


@pytest.mark.parametrize("state", ["asking", "between", "lobby"])
async def test_a_game_that_was_left_for_long_closes_with_its_standings(club: Club, state: str) -> None:
    table = await club.start(**({"mode": Mode.ELIMINATION} if state == "lobby" else {}))
    if state != "lobby":
        for user in (1, 2):
            await club.answer(table, user, choice=table.question.right if table.question else 0)
    if state == "between":
        await club.wait(OPEN)
    assert (await club.table(table.game.id)).state == state
    club = club.again()
    await club.wait(3600)
    last = club.channel.last
    assert club.channel.said()[-1] == "end" and last.game.why == "late"
    if state != "lobby":
        assert [place.points for place in last.standings] == [150, 150], "nobody's answer is lost"
        await refused(club.answer(table, 3, choice=0), "game-over")


async def test_work_is_idempotent_and_safe_by_several_at_once(club: Club) -> None:
    table = await club.start()
    await club.answer(table, 1, choice=0)
    await asyncio.gather(*(club.wait(OPEN) for _ in range(1)), *(club.master.work() for _ in range(5)))
    await club.master.work()
    assert club.channel.said() == ["ask", "reveal"]
    assert club.rung[-1] == (await club.table(table.game.id)).game.due_ms / 1000  # type: ignore[operator]


async def test_a_server_that_is_not_here_is_left_alone_until_it_is(club: Club) -> None:
    table = await club.start()
    await club.answer(table, 1, choice=0)
    club.here.clear()
    await club.wait(60)
    assert club.channel.said() == ["ask"]
    club.here.add(GUILD)
    await club.wait(1)
    assert club.channel.said() == ["ask", "reveal"], "kicked and back: the game goes on"


# Faults


@pytest.mark.parametrize("why", ["forbidden", "gone", "rejected"])
async def test_a_channel_that_takes_nothing_ends_the_game_and_is_noted(club: Club, why: str) -> None:
    table = await club.start()
    for user in (1, 2):
        await club.answer(table, user, choice=table.question.right if table.question else 0)
    club.channel.fault = SendFault(SendFault.Why(why), why)
    await club.wait(OPEN)
    now = await club.table(table.game.id)
    assert (now.state, now.game.why) == (State.ENDED, "fault") and now.settled
    assert [one["points"] for one in await rows(club, score)] == [150, 150]
    assert [one.channel_id for one in await club.failures.latest(GUILD)] == [CHANNEL]
    club.channel.fault = None
    await club.start(), "another one may begin"


async def test_a_question_that_can_never_be_posted_scores_nobody(club: Club) -> None:
    club.channel.fault = SendFault(SendFault.Why.FORBIDDEN, "403")
    table = await club.start()
    assert table.game.why == "fault" and table.skipped and table.settled


async def test_a_busy_discord_is_asked_again_and_given_up_after_a_while(club: Club) -> None:
    club.channel.fault = SendFault(SendFault.Why.BUSY, "429", retry_after=3)
    table = await club.start()
    for _ in range(10):
        await club.wait(40)
    now = await club.table(table.game.id)
    assert (now.state, now.game.why) == (State.ENDED, "fault")


async def test_a_bug_in_one_game_holds_up_no_other(club: Club, monkeypatch: pytest.MonkeyPatch) -> None:
    first, second = await club.start(), await club.start(channel=21)
    reveal = club.channel.reveal

    async def stumble(table: object) -> None:
        if table.game.id == first.game.id:
            raise RuntimeError("a bug")
        await reveal(table)  # type: ignore[arg-type]

    monkeypatch.setattr(club.channel, "reveal", stumble)
    await club.wait(OPEN)
    assert (await club.table(second.game.id)).state is State.BETWEEN
    for _ in range(10):
        await club.wait(70)
    assert (await club.table(first.game.id)).game.why == "fault"


async def test_old_games_are_forgotten_after_a_week(club: Club) -> None:
    await club.start()
    await club.games.stop(CHANNEL, Actor(STARTER))
    await club.master.work()
    assert len(await rows(club, game)) == 1
    await club.wait(8 * 86_400)
    await club.wait(8 * 86_400)
    assert await rows(club, game) == []


async def test_a_member_whose_data_is_erased_is_gone_from_the_game(club: Club) -> None:
    from bot.storage.ownership import PEOPLE
    from bot.storage.privacy import PrivacyBook

    table = await club.start(by=1)
    for user in (1, 2):
        await club.answer(table, user, choice=0)
    await PrivacyBook(club.database, PEOPLE).erase(1)
    club.games.forget(1)
    await club.wait(OPEN)
    assert {one["user_id"] for one in await rows(club, game_answer)} == {2}
    assert [one["starter_id"] for one in await rows(club, game)] == [0]


async def test_rules_are_kept_with_a_trace_and_bounded(club: Club) -> None:
    rules = await club.games.set_rules(GUILD, STARTER, reading=0, humans=None)
    assert (rules.reading, rules.changes, rules.humans) == (0, True, 2)
    assert await club.again().games.rules(GUILD) == rules
    assert [change.what for change in await club.guilds.changes(GUILD)] == ["rules"]
    with pytest.raises(ValueError, match="no such rules"):
        await club.games.set_rules(GUILD, STARTER, humans=0)
