"""What is still to come, as facts without words: built by agenda.py and voting.py, rendered by ui/."""

import datetime
from enum import StrEnum

import msgspec

from bot.catalogue.dates import PartialDate
from bot.catalogue.model import Artist, Ceremony, Edition, Method, Moment, Prize, VotingWindow


class ComingKind(StrEnum):
    """What a member may ask for alone."""

    CEREMONIES = "ceremonies"
    VOTING = "voting"
    BIRTHDAYS = "birthdays"
    ANNIVERSARIES = "anniversaries"
    RELEASES = "releases"
    CONCERTS = "concerts"
    OTHER = "other"


class Occasion(StrEnum):
    """What happens on a coming date. The order is that in which a day is told."""

    CEREMONY = "ceremony"
    VOTE_CLOSES = "vote-closes"
    VOTE_OPENS = "vote-opens"
    RELEASE = "release"
    CONCERT = "concert"
    EVENT = "event"
    BIRTHDAY = "birthday"
    DEBUT = "debut"
    YEARLY = "yearly"


class Coming(msgspec.Struct, frozen=True):
    """One thing that comes.

    `day` is when it comes next, None when no day is known; `date` is what is known, and how surely. `at` is when that
    day begins where it counts (for a vote's end, when it is over), in UTC seconds, None without a day. `years` is how
    many years ago it first was, 0 when it was not yet. The claim it rests on is the window, the edition, the moment
    or the artist, the first of these that there is.
    """

    occasion: Occasion
    day: datetime.date | None
    date: PartialDate
    at: int | None
    years: int = 0
    artist: Artist | None = None
    moment: Moment | None = None
    ceremony: Ceremony | None = None
    edition: Edition | None = None
    window: VotingWindow | None = None

    @property
    def claim(self) -> VotingWindow | Edition | Moment | Artist:
        found = self.window or self.edition or self.moment or self.artist
        assert found is not None
        return found


class Upcoming(msgspec.Struct, frozen=True):
    """The answer to `/upcoming`: one page of `count` dates from `first` to `until`, both days included.

    `artist` and `kind` are what it was narrowed to; `unverified` counts what was left out for want of a source.
    `later` is the next thing after `until`, told only when there is nothing until then.
    """

    artist: Artist | None
    kind: ComingKind | None
    days: int
    first: datetime.date
    until: datetime.date
    dates: tuple[Coming, ...]
    count: int
    unverified: int
    later: Coming | None
    page: int
    pages: int


class VoteState(StrEnum):
    OPEN = "open"
    COMING = "coming"
    CLOSED = "closed"


class Vote(msgspec.Struct, frozen=True):
    """A voting window as it stands now. `opens_at` and `closes_at` in UTC seconds, None where no day is known."""

    ceremony: Ceremony
    edition: Edition
    window: VotingWindow
    method: Method
    state: VoteState
    prizes: tuple[Prize, ...]
    opens_at: int | None
    closes_at: int | None


class VotingGuide(msgspec.Struct, frozen=True):
    """The answer to `/voting`: votes open, coming and lately closed, in this order, and the ceremony that is next."""

    ceremony: Ceremony | None
    artist: Artist | None
    votes: tuple[Vote, ...]
    next_ceremony: Coming | None
