"""What look-ups answer with: facts without words, as frozen dataclasses. Built by lookup.py, rendered by ui/."""

import datetime
from dataclasses import dataclass
from enum import StrEnum

from bot.catalogue.index import Result
from bot.catalogue.model import Artist, Category, Ceremony, Confidence, Dispute, Edition, Method, Moment, Nominee, Prize


class ResultFilter(StrEnum):
    """Which results a member asked for."""

    ALL = "all"
    WON = "won"
    NOMINATED = "nominated"


@dataclass(frozen=True, slots=True)
class Tally:
    """How often, counting confirmed and single-source claims only.

    `nominations` includes the wins; `grand_prizes` are wins. `first` and `latest` are wins.
    """

    wins: int
    nominations: int
    grand_prizes: int
    first: Result | None
    latest: Result | None


@dataclass(frozen=True, slots=True)
class Line:
    """One result of an artist, with its rivals and who took the same prize the time before."""

    result: Result
    rivals: tuple[Nominee, ...]
    before: tuple[Edition, Category] | None
    prize: Prize
    disputes: tuple[Dispute, ...]


@dataclass(frozen=True, slots=True)
class Chapter:
    """The results of one edition."""

    ceremony: Ceremony
    edition: Edition
    method: Method
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class ShowCount:
    """How an artist did at one ceremony, over all years."""

    ceremony: Ceremony
    wins: int
    nominations: int


@dataclass(frozen=True, slots=True)
class AwardRecord:
    """The answer to `/awards`.

    `years` are those with any result, newest first; `unverified` counts the claims left out for want of a source.
    `chapters` hold one page of results, number `page` of `pages`.
    """

    artist: Artist
    groups: tuple[Artist, ...]
    members: tuple[Artist, ...]
    tally: Tally
    shows: tuple[ShowCount, ...]
    chapters: tuple[Chapter, ...]
    years: tuple[int, ...]
    unverified: int
    page: int
    pages: int


class DateKind(StrEnum):
    BIRTHDAY = "birthday"
    DEBUT = "debut"
    MOMENT = "moment"


@dataclass(frozen=True, slots=True)
class ComingDate:
    """Something of an artist's that comes round again, or is still to come.

    `day` is None when the date is known only to the month or year (then `moment.date` says to what). `years` is
    how many years ago it first was, 0 when it was not yet.
    """

    kind: DateKind
    day: datetime.date | None
    years: int
    moment: Moment | None


@dataclass(frozen=True, slots=True)
class ArtistProfile:
    """The answer to `/artist`."""

    artist: Artist
    groups: tuple[Artist, ...]
    former_groups: tuple[Artist, ...]
    members: tuple[Artist, ...]
    former_members: tuple[Artist, ...]
    tally: Tally
    coming: tuple[ComingDate, ...]


@dataclass(frozen=True, slots=True)
class EditionCard:
    """The answer to `/ceremony`. `older` and `newer` are the neighbouring editions; `method` is that year's."""

    ceremony: Ceremony
    edition: Edition
    method: Method
    older: Edition | None
    newer: Edition | None


@dataclass(frozen=True, slots=True)
class Holdings:
    """How much the catalogue holds, for `/about` and `laurel catalogue stats`."""

    artists: int
    ceremonies: int
    editions: int
    results: int
    sourced: int
    by_confidence: dict[Confidence, int]
