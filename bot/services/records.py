"""What look-ups answer with: facts without words, as frozen structs. Built by lookup.py, rendered by ui/."""

import datetime
from enum import StrEnum

import msgspec

from bot.catalogue.index import Result
from bot.catalogue.model import Artist, Category, Ceremony, Confidence, Dispute, Edition, Method, Moment, Nominee, Prize


class ResultFilter(StrEnum):
    """Which results a member asked for."""

    ALL = "all"
    WON = "won"
    NOMINATED = "nominated"


class Tally(msgspec.Struct, frozen=True):
    """How often, counting confirmed and single-source claims only.

    `nominations` includes the wins; `grand_prizes` are wins. `first` and `latest` are wins.
    """

    wins: int
    nominations: int
    grand_prizes: int
    first: Result | None
    latest: Result | None


class Line(msgspec.Struct, frozen=True):
    """One result of an artist, with its rivals and who took the same prize the time before."""

    result: Result
    rivals: tuple[Nominee, ...]
    before: tuple[Edition, Category] | None
    prize: Prize
    disputes: tuple[Dispute, ...]


class Chapter(msgspec.Struct, frozen=True):
    """The results of one edition."""

    ceremony: Ceremony
    edition: Edition
    method: Method
    lines: tuple[Line, ...]


class ShowCount(msgspec.Struct, frozen=True):
    """How an artist did at one ceremony, over all years."""

    ceremony: Ceremony
    wins: int
    nominations: int


class AwardRecord(msgspec.Struct, frozen=True):
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


class ComingDate(msgspec.Struct, frozen=True):
    """Something of an artist's that comes round again, or is still to come.

    `day` is None when the date is known only to the month or year (then `moment.date` says to what). `years` is
    how many years ago it first was, 0 when it was not yet.
    """

    kind: DateKind
    day: datetime.date | None
    years: int
    moment: Moment | None


class ArtistProfile(msgspec.Struct, frozen=True):
    """The answer to `/artist`."""

    artist: Artist
    groups: tuple[Artist, ...]
    former_groups: tuple[Artist, ...]
    members: tuple[Artist, ...]
    former_members: tuple[Artist, ...]
    tally: Tally
    coming: tuple[ComingDate, ...]


class EditionCard(msgspec.Struct, frozen=True):
    """The answer to `/ceremony`. `older` and `newer` are the neighbouring editions; `method` is that year's."""

    ceremony: Ceremony
    edition: Edition
    method: Method
    older: Edition | None
    newer: Edition | None


class Holdings(msgspec.Struct, frozen=True):
    """How much the catalogue holds, for `/about` and `laurel catalogue stats`."""

    artists: int
    ceremonies: int
    editions: int
    results: int
    sourced: int
    by_confidence: dict[Confidence, int]
