"""What the services of ballots hand out: plain values without words."""

from collections.abc import Mapping
from enum import StrEnum

import msgspec

from bot.ballots.ballot import KINDS, SHOULD, WILL, Category, Contents, in_time
from bot.ballots.night import Tally
from bot.ballots.results import Move, Outcome, Result
from bot.ballots.scoring import Place, Scoring
from bot.storage.ballot_posts import PostRow
from bot.storage.ballots import ASKING, SILENT, VOID, BallotRow, NightRow, ResultRow

__all__ = [
    "ASKING",
    "KINDS",
    "SHOULD",
    "SILENT",
    "VOID",
    "WILL",
    "Ballot",
    "NightRow",
    "PostKind",
    "PostRow",
    "Scene",
    "Standing",
]


class PostKind(StrEnum):
    """What is posted about a ballot and its night."""

    PANEL = "panel"
    LOCK = "lock"
    NOTE = "note"  # reopened, void
    RESULT = "result"
    CORRECTION = "correction"
    SETTLED = "settled"  # winners that a data release brought
    OPENING = "opening"
    ANNOUNCE = "announce"
    REVEAL = "reveal"
    STANDINGS = "standings"
    WRAP = "wrap"


class Ballot(msgspec.Struct, frozen=True):
    """A server's ballot. Times in UTC seconds; `locks_at` None: when a host locks it."""

    row: BallotRow
    contents: Contents
    scoring: Scoring

    @classmethod
    def of(cls, row: BallotRow) -> "Ballot":
        return cls(row, msgspec.convert(row.contents, Contents), Scoring(row.scoring))

    @property
    def id(self) -> int:
        return self.row.id

    @property
    def guild_id(self) -> int:
        return self.row.guild_id

    @property
    def locks_at(self) -> int | None:
        return self.row.locks_at

    @property
    def asked(self) -> tuple[Category, ...]:
        """What members are asked about, in the order of the ballot."""
        return tuple(category for category in self.contents if category.asked)

    def takes(self, interaction_id: int) -> bool:
        """Whether what somebody picks by this interaction counts."""
        return self.row.state == ASKING and in_time(interaction_id, self.locks_at)

    def locked(self, now: int) -> bool:
        return self.locks_at is not None and self.locks_at <= now

    def category(self, category_id: str) -> Category | None:
        return next((one for one in self.contents if one.id == category_id), None)


class Standing(msgspec.Struct, frozen=True):
    """Everybody's place, and how each category was picked, by kind and then by category."""

    places: tuple[Place, ...] = ()
    tallies: Mapping[str, Mapping[str, Tally]] | None = None

    @property
    def any_points(self) -> bool:
        return bool(self.places) and self.places[0].points > 0

    def place_of(self, user_id: int) -> Place | None:
        return next((place for place in self.places if place.user_id == user_id), None)

    def tally(self, kind: str, category: str) -> Tally:
        return (self.tallies or {}).get(kind, {}).get(category) or Tally(category, {})


class Correction(msgspec.Struct, frozen=True):
    """What a new entry changed: the one before (None: the first), the one now, and whom it moved.

    `up` and `down` are those of `moves` who rose and fell furthest; `strangers` the winners who were not nominated.
    """

    before: Result | None
    after: Result
    strangers: tuple[str, ...] = ()
    moves: tuple[Move, ...] = ()
    up: tuple[Move, ...] = ()
    down: tuple[Move, ...] = ()


class Scene(msgspec.Struct, frozen=True):
    """What a post has to tell, whatever its kind. `hidden`: behind a spoiler; `count`: members who picked anything."""

    ballot: Ballot
    post: PostRow
    hidden: bool = False
    locked: bool = False
    count: int = 0
    results: Mapping[str, Result] | None = None
    entry: Result | None = None
    change: Correction | None = None
    standing: Standing = Standing()
    night: NightRow | None = None
    votes: tuple[tuple[str, int], ...] = ()  # of the server's poll about the same category: answers with their votes


def result_of(row: ResultRow) -> Result:
    return Result(
        row.id, row.category, row.revision, Outcome(row.outcome), row.winners, row.source, row.user_id, row.at
    )
