"""Polls by themselves: posted, counted, told and led on, once each, whatever Discord does and when the bot stops."""

import datetime
from collections.abc import AsyncIterator
from typing import Any

import pytest

from bot.ballots.answers import listed
from bot.catalogue import Catalogue
from bot.errors import Refused, SendFault
from bot.services.failures import Failures
from bot.services.guilds import Guilds
from bot.services.polls import drafts
from bot.services.polls.cards import champion_of
from bot.services.polls.desk import Polls
from bot.services.polls.drafts import AFTER, HIDDEN, LIVE, NATIVE, Wish
from bot.services.polls.lineup import suggested
from bot.services.polls.rounds import GRACE, PATIENCE, Posted, Rounds, Tally
from bot.services.prizes import Prizes
from bot.storage.database import Database
from bot.storage.failures import FailureBook
from bot.storage.guilds import GuildBook
from bot.storage.poll_votes import VoteBook
from bot.storage.polls import COUNTED, OPEN, TOLD, Answer, Draft, Poll, PollBook
from bot.text import WordBook
from tests.conftest import NOW, StillClock

GUILD, ELSEWHERE, ADMIN = 1, 2, 3
AT = int(NOW.timestamp())
Why = SendFault.Why


class Board:
    """A Discord that does what it is told, and remembers it."""

    def __init__(self) -> None:
        self.done: list[str] = []
        self.refuse: dict[str, Why] = {}
        self.tallies: list[Tally] = []
        self.looked: list[str] = []  # what was looked for before it was sent: a try before may have arrived
        self.posts = 0

    def here(self, guild_id: int) -> bool:
        return guild_id != ELSEWHERE

    def stir(self, poll: Poll) -> None:
        self.done.append("stir")

    def _do(self, what: str, tried: bool = False) -> None:
        self.looked += [what] if tried else []
        if what in self.refuse:
            raise SendFault(self.refuse[what], what)
        self.done.append(what)

    async def post(self, poll: Poll, *, tried: bool = False) -> Posted:
        self._do("post", tried)
        self.posts += 1
        return Posted(self.posts, poll.closes_at + 2 if poll.native else None)

    async def close(self, poll: Poll) -> None:
        self._do("close")

    async def tell(self, poll: Poll, *, tried: bool = False) -> None:
        self._do("tell", tried)

    async def tally(self, poll: Poll) -> Tally:
        self._do("tally")
        return self.tallies.pop(0) if len(self.tallies) > 1 else self.tallies[0]

    async def expire(self, poll: Poll) -> None:
        self._do("expire")


class Desk:
    """Everything about polls over one database, as after a start."""

    def __init__(self, database: Database, catalogue: Catalogue, clock: StillClock, board: Board) -> None:
        guilds = Guilds(GuildBook(database), clock)
        self.book, self.board, self.clock, votes = PollBook(database), board, clock, VoteBook(database)
        self.failures = Failures(FailureBook(database), clock)
        self.polls = Polls(self.book, votes, catalogue, Prizes(catalogue, clock), guilds)
        self.rounds = Rounds(self.book, votes, guilds, self.failures, clock)
        self.rounds.attach(board)
        self.rings: list[float | None] = []
        self.rounds.hang(self.rings.append)

    async def vote(self, poll: Poll, answer: int, user: int, heat: int = 0, act: int = 1) -> None:
        at = self.clock.time.timestamp()
        await self.polls.vote(poll.guild_id, poll.id, answer, heat=heat, user_id=user, act_id=act, at=at)

    async def now(self, poll: Poll) -> Poll:
        return await self.polls.of(poll.guild_id, poll.id)

    async def later(self, seconds: float) -> None:
        self.clock.time += datetime.timedelta(seconds=seconds)
        await self.rounds.work()


@pytest.fixture
async def database(tmp_path: Any) -> AsyncIterator[Database]:
    database = Database(f"sqlite+aiosqlite:///{tmp_path}/polls.db")
    await database.open()
    yield database
    await database.close()


@pytest.fixture
def desk(database: Database, catalogue: Catalogue, clock: StillClock) -> Desk:
    return Desk(database, catalogue, clock, Board())


def wish(**changes: Any) -> Wish:
    return Wish(**({"guild_id": GUILD, "channel_id": 9, "user_id": ADMIN, "at": AT, "hours": 1} | changes))


def asked(answers: str = "봄날\nButter\nDynamite", **changes: Any) -> Draft:
    return drafts.custom(wish(**{"style": HIDDEN} | changes), "Which?", listed(answers).answers)


HOUR = 3600 + GRACE


async def test_a_hidden_poll_from_its_post_to_its_results(desk: Desk) -> None:
    poll = await desk.rounds.open(asked())
    assert (poll.posted, poll.message_id, poll.state) == (1, 1, OPEN) and desk.rings == [poll.closes_at + GRACE]
    for user in range(5):
        await desk.vote(poll, user % 2, user)
    card = await desk.polls.card(poll)
    assert card.votes is None and card.voters == 5, "hidden until the end"
    await desk.later(3600)
    assert (await desk.now(poll)).state == OPEN, "votes of the last second may still be on their way"
    await desk.later(GRACE)
    found = await desk.now(poll)
    assert found.state == TOLD and [one.votes for one in found.answers] == [3, 2, 0]
    assert desk.board.done == ["post", "close", "tell"] and desk.rings[-1] is None
    card = await desk.polls.card(found)
    assert card.chosen == (0,) and [one.rank for one in card.standings] == [1, 2, 3]
    await desk.later(HOUR)
    assert desk.board.done == ["post", "close", "tell"] and desk.board.looked == [], "told once"


async def test_a_click_before_the_end_counts_when_it_arrives_after(desk: Desk) -> None:
    poll = await desk.rounds.open(asked())
    await desk.later(3600 + 2)
    last = poll.closes_at - 0.001
    await desk.polls.vote(GUILD, poll.id, 2, user_id=1, act_id=1, at=last)
    for at in (poll.closes_at, poll.closes_at + 1):
        with pytest.raises(Refused, match="poll-closed"):
            await desk.polls.vote(GUILD, poll.id, 2, user_id=2, act_id=2, at=at)
    await desk.later(GRACE)
    assert [one.votes for one in (await desk.now(poll)).answers] == [0, 0, 1]


async def test_what_a_crash_left_is_done_at_the_next_start_once(
    desk: Desk, database: Database, catalogue: Catalogue, clock: StillClock
) -> None:
    kept = await desk.book.open(asked(), most=9)  # stored, and killed before it was posted
    board = Board()
    again = Desk(database, catalogue, clock, board)
    await again.rounds.work()
    await again.rounds.work()
    assert board.done == board.looked == ["post"] and (await again.now(kept)).posted == 1
    await again.vote(kept, 1, user=5)
    clock.time += datetime.timedelta(hours=30)  # away at the end
    board = Board()
    board.refuse = {"tell": Why.UNREACHABLE}
    third = Desk(database, catalogue, clock, board)
    await third.rounds.work()
    assert (
        board.looked == []
        and (await third.now(kept)).state == COUNTED
        and third.rings[-1] == clock.time.timestamp() + 30
    )
    board.refuse.clear()
    await third.rounds.work()
    assert board.done.count("tell") == 1 and (await third.now(kept)).state == TOLD and board.looked == ["tell"]
    assert [one.votes for one in (await third.now(kept)).answers] == [0, 1, 0]


async def test_discord_is_down_when_it_is_opened(desk: Desk) -> None:
    desk.board.refuse = {"post": Why.UNREACHABLE}
    poll = await desk.rounds.open(asked())
    assert poll.posted == 0 and poll.message_id is None
    await desk.rounds.work()
    assert (await desk.now(poll)).posted == 0
    desk.board.refuse.clear()
    await desk.later(30)
    assert (await desk.now(poll)).posted == 1


@pytest.mark.parametrize("why", [Why.FORBIDDEN, Why.GONE, Why.REJECTED])
async def test_where_it_may_not_be_posted_nothing_is_kept(desk: Desk, why: Why) -> None:
    desk.board.refuse = {"post": why}
    with pytest.raises(Refused, match="poll-cannot-post"):
        await desk.rounds.open(asked())
    assert await desk.polls.latest(GUILD) == []
    kept = await desk.book.open(asked(), most=9)
    await desk.rounds.work()
    with pytest.raises(Refused, match="poll-unknown"):
        await desk.now(kept)


async def test_the_channel_is_gone_at_the_end(desk: Desk) -> None:
    poll = await desk.rounds.open(asked())
    await desk.vote(poll, 0, 1)
    desk.board.refuse = {"close": Why.GONE, "tell": Why.GONE}
    await desk.later(HOUR)
    found = await desk.now(poll)
    assert found.state == TOLD and found.gone and found.answers[0].votes == 1
    assert [one.why for one in await desk.failures.latest(GUILD)] == ["gone"], "/config check shows it"


async def test_servers_of_others_are_left_alone(desk: Desk) -> None:
    kept = await desk.book.open(asked(guild_id=ELSEWHERE), most=9)
    await desk.later(HOUR)
    assert desk.board.done == [] and (await desk.now(kept)).posted == 0 and desk.rings == [None]


async def test_ended_by_hand_once_and_then_counted(desk: Desk) -> None:
    poll = await desk.rounds.open(asked())
    await desk.vote(poll, 1, 1)
    end = int(desk.clock.time.timestamp()) + 1
    await desk.polls.end(poll, ADMIN, end)
    with pytest.raises(Refused, match="poll-ended"):
        await desk.polls.end(poll, ADMIN, end)
    await desk.rounds.ended(poll)
    assert desk.rings[-1] == end + GRACE
    await desk.vote(poll, 0, 2)  # in the same second
    await desk.later(1 + GRACE)
    assert [one.votes for one in (await desk.now(poll)).answers] == [1, 1, 0]


async def test_discords_own_poll_is_recorded_when_discord_has_counted(desk: Desk) -> None:
    poll = await desk.rounds.open(asked(style=NATIVE))
    assert poll.native and poll.results == LIVE and poll.closes_at == AT + 3602, "it ends when Discord says so"
    desk.board.tallies = [Tally((3, 1, 0), final=False)]
    read = await desk.rounds.read(poll)
    assert (await desk.polls.card(read)).votes == {0: 3, 1: 1, 2: 0}
    await desk.later(HOUR + 2)
    assert (await desk.now(poll)).state == OPEN and desk.rings[-1] == desk.clock.time.timestamp() + 30
    desk.board.tallies = [Tally((4, 1, 0), final=True)]
    await desk.later(30)
    found = await desk.now(poll)
    assert found.state == TOLD and [one.votes for one in found.answers] == [4, 1, 0]
    assert desk.board.done.count("tell") == 1 and "close" not in desk.board.done


async def test_discord_never_says_that_it_has_counted(desk: Desk) -> None:
    poll = await desk.rounds.open(asked(style=NATIVE))
    desk.board.tallies = [Tally((1, 0, 0), final=False)]
    await desk.later(HOUR + PATIENCE + 2)
    assert (await desk.now(poll)).state == TOLD


async def test_the_message_of_discords_own_poll_is_deleted(desk: Desk) -> None:
    poll = await desk.rounds.open(asked(style=NATIVE))
    desk.board.tallies = [Tally((2, 5, 0), final=False)]
    await desk.rounds.read(poll)
    desk.board.refuse = {"tally": Why.GONE}
    read = await desk.rounds.read(poll)
    assert read.gone and (await desk.polls.card(read)).votes == {0: 2, 1: 5, 2: 0}, "as last seen"
    with pytest.raises(Refused, match="cannot-repost"):
        await desk.rounds.again(read)
    await desk.later(HOUR + 2)
    found = await desk.now(poll)
    assert found.state == TOLD and [one.votes for one in found.answers] == [2, 5, 0]


async def test_a_deleted_panel_is_posted_again_with_its_votes(desk: Desk) -> None:
    poll = await desk.rounds.open(asked())
    await desk.vote(poll, 0, 1)
    await desk.polls.lose(poll)
    again = await desk.rounds.again(await desk.now(poll))
    found = await desk.now(poll)
    assert again.message_id == 2 == found.message_id and not found.gone and desk.board.looked == ["post"]
    assert (await desk.polls.card(found)).voters == 1


async def test_a_bracket_goes_on_by_itself_to_a_champion(desk: Desk) -> None:
    entrants = [Answer(f"song {n}") for n in range(6)]
    poll = await desk.rounds.open(drafts.bracket(wish(), "Best?", entrants, seed=0))
    heats = [heat for heat in poll.now if heat.second is not None]
    assert [(heat.first, heat.second) for heat in heats] == [(3, 4), (2, 5)]
    await desk.vote(poll, 4, user=1, heat=heats[0].key, act=1)
    await desk.vote(poll, 3, user=2, heat=heats[0].key, act=2)
    await desk.later(HOUR)
    poll = await desk.now(poll)
    assert (poll.round, poll.posted, poll.message_id, poll.state) == (2, 2, 2, OPEN)
    assert desk.board.done == ["post", "close", "post"] and desk.board.looked == []
    assert (await desk.polls.card(poll)).voters == 0, "the round's, which nobody voted in yet"
    assert [(h.winner, h.why) for h in poll.heats if h.round == 1 and h.second is not None] == [
        (4, "earlier"),
        (2, "seed"),
    ]
    assert poll.closes_at == int(desk.clock.time.timestamp()) + 3600
    with pytest.raises(Refused, match="poll-closed"):
        await desk.vote(poll, 3, user=3, heat=heats[0].key)
    await desk.vote(poll, 4, user=1, heat=poll.now[0].key)
    await desk.later(HOUR)
    await desk.vote(await desk.now(poll), 4, user=1, heat=301)
    await desk.later(HOUR)
    found = await desk.now(poll)
    assert found.state == TOLD and champion_of(found) == 4
    card = await desk.polls.card(found)
    assert card.chosen == (4,) and card.voters == 2


async def test_the_next_round_waits_for_discord_and_loses_nothing(desk: Desk) -> None:
    poll = await desk.rounds.open(drafts.bracket(wish(), "Best?", [Answer(f"{n}") for n in range(4)], seed=0))
    desk.board.refuse = {"post": Why.UNREACHABLE}
    await desk.later(HOUR)
    found = await desk.now(poll)
    assert (found.round, found.posted, found.state) == (2, 1, OPEN)
    desk.board.refuse.clear()
    await desk.later(30)
    assert (await desk.now(poll)).posted == 2


async def test_an_answer_withdrawn_is_in_no_count(desk: Desk) -> None:
    poll = await desk.rounds.open(asked(results=LIVE))
    await desk.vote(poll, 0, 1)
    assert await desk.polls.withdraw(poll, 0, ADMIN, desk.clock.time.timestamp()) == 1
    card = await desk.polls.card(await desk.now(poll))
    assert card.votes == {1: 0, 2: 0} and card.voters == 0
    native = await desk.rounds.open(asked(style=NATIVE))
    with pytest.raises(Refused, match="cannot-withdraw"):
        await desk.polls.withdraw(native, 0, ADMIN, desk.clock.time.timestamp())


def test_discords_own_where_it_fits() -> None:
    few, many = "a\nb", "\n".join(map(str, range(1, 12)))
    assert asked(few, style=None).style == NATIVE and asked(few, style=None, results=AFTER).style == HIDDEN
    assert asked(many, style=None).style == HIDDEN and asked(many, style=None).results == AFTER
    long = asked("x" * 80 + "\nb", style=None)
    assert long.style == NATIVE and len(long.answers[0].text) == 55
    assert len(asked("x" * 80 + "\nb", style=HIDDEN).answers[0].text) == 80
    for changes, reason in (({"results": AFTER}, "native-live"), ({}, "native-answers")):
        with pytest.raises(Refused, match=f"poll-{reason}"):
            asked(few if changes else many, style=NATIVE, **changes)


def test_the_nominees_of_a_prize(catalogue: Catalogue, words: WordBook, clock: StillClock) -> None:
    edition, category = drafts.nominated(catalogue, "ama", "favorite-k-pop-artist", None)
    answers = drafts.nominee_answers(category, catalogue, words.of("ko"))
    assert len(answers) >= 2 and len({one.key for one in answers}) == len(answers)
    seeds = {
        tuple(a.text for a in drafts.nominees(wish(), "Who?", edition, category, "x", answers, n).answers)
        for n in range(1, 40)
    }
    assert len(seeds) > 5, "by lot"


def test_every_category_with_nominees_can_be_asked_about(catalogue: Catalogue, words: WordBook) -> None:
    for (show, prize), history in catalogue.history_of.items():
        for _, category in history:
            if len(drafts.candidates(category)) < 2:
                continue
            for locale in ("en-US", "ko"):
                answers = drafts.nominee_answers(category, catalogue, words.of(locale))
                texts = [one.text for one in answers]
                assert len(set(texts)) == len(texts) and all(0 < len(text) <= 80 for text in texts), (
                    show,
                    prize,
                    texts,
                )
                assert len({one.key for one in answers}) == len(answers) <= 50
            break


def test_who_may_stand_in_a_bracket(catalogue: Catalogue) -> None:
    assert len(suggested(catalogue, "artists", "bts", "ko")) == 7 and "지민" in suggested(
        catalogue, "artists", "bts", "ko"
    )
    songs = suggested(catalogue, "songs", "bts", "en-US")
    assert 4 <= len(songs) <= 32 and len(set(songs)) == len(songs)
    assert suggested(catalogue, "artists", "iu", "ko") == []
