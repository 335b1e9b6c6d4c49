"""What a screen shows, as a value: the options of its command and a page. A button carries one in its custom id."""

from typing import Any, ClassVar, Self
from urllib.parse import parse_qsl, urlencode

import msgspec

from bot.catalogue.model import RecordTopic
from bot.services.coming import ComingKind
from bot.services.records import ResultFilter

# Short keys: a custom id holds 100 characters, and ids of artists may take 40 of them.
_KEYS = {
    "artist": "a",
    "show": "s",
    "year": "y",
    "edition": "e",
    "result": "r",
    "page": "p",
    "unverified": "u",
    "topic": "t",
    "via": "b",
    "category": "c",
    "first": "f",
    "second": "g",
    "fact": "n",
    "date": "d",
    "kind": "k",
    "days": "d",
    "of": "o",
    "spoiler_hours": "h",
}


LONGEST_VALUES = 80


class Query(msgspec.Struct, frozen=True, omit_defaults=True, rename=_KEYS):
    """One screen in one state. Subclasses name their screen; screens.py knows how to draw it."""

    screen: ClassVar[str]

    @property
    def address(self) -> str:
        """As text: `awards?a=rm&p=2`."""
        values = {key: int(value) if value is True else value for key, value in msgspec.to_builtins(self).items()}
        if sum(len(str(value)) + 3 for value in values.values()) > LONGEST_VALUES:
            values.pop(_KEYS["via"], None)  # a way back is the first thing to do without
        return f"{self.screen}?{urlencode(values)}"

    @classmethod
    def parse(cls, text: str) -> Self:
        """From the part after the question mark. Raises msgspec.ValidationError."""
        return msgspec.convert(dict(parse_qsl(text)), cls, strict=False)

    def picked(self, field: str, value: str | None) -> Self:
        """The same with one field as a select gave it, which knows only text."""
        kind = next(found.type for found in msgspec.structs.fields(self) if found.name == field)
        return self.but(**{field: msgspec.convert(value, kind, strict=False)})

    def but(self, **changes: Any) -> Self:
        """The same with some fields changed."""
        return msgspec.structs.replace(self, **changes)


class Deed(Query, frozen=True, omit_defaults=True, rename=_KEYS):
    """A query that changes something and then says what to show. See Screens.add_deed."""

    screen = ""


class AwardsQuery(Query, frozen=True, omit_defaults=True, rename=_KEYS):
    screen = "awards"

    artist: str
    show: str | None = None
    year: int | None = None
    result: ResultFilter = ResultFilter.ALL
    unverified: bool = False
    page: int = 1
    via: str | None = None  # the member from whose record one came


class SourcesQuery(Query, frozen=True, omit_defaults=True, rename=_KEYS):
    """Where the results of an AwardsQuery come from."""

    screen = "sources"

    artist: str
    show: str | None = None
    year: int | None = None
    result: ResultFilter = ResultFilter.ALL
    unverified: bool = False
    page: int = 1


class DecidedQuery(Query, frozen=True, omit_defaults=True, rename=_KEYS):
    """How a show decides through the years, or how each show in an artist's record does."""

    screen = "decided"

    show: str | None = None
    artist: str | None = None
    page: int = 1


class ArtistQuery(Query, frozen=True, omit_defaults=True, rename=_KEYS):
    screen = "artist"

    artist: str


class ArtistSourcesQuery(Query, frozen=True, omit_defaults=True, rename=_KEYS):
    screen = "artist-sources"

    artist: str
    page: int = 1


class CeremonyQuery(Query, frozen=True, omit_defaults=True, rename=_KEYS):
    screen = "ceremony"

    show: str
    edition: str | None = None
    page: int = 1


class CeremonySourcesQuery(Query, frozen=True, omit_defaults=True, rename=_KEYS):
    screen = "ceremony-sources"

    show: str
    edition: str
    page: int = 1


class HelpQuery(Query, frozen=True, omit_defaults=True, rename=_KEYS):
    screen = "help"

    topic: str | None = None


class CategoryQuery(Query, frozen=True, omit_defaults=True, rename=_KEYS):
    """A prize in one year (`edition`, the latest when None), and `page` of those who won it before."""

    screen = "category"

    show: str
    category: str
    edition: str | None = None
    page: int = 1
    spoiler_hours: int = 48


class CategorySourcesQuery(Query, frozen=True, omit_defaults=True, rename=_KEYS):
    screen = "category-sources"

    show: str
    category: str
    edition: str
    page: int = 1


class CompareQuery(Query, frozen=True, omit_defaults=True, rename=_KEYS):
    screen = "compare"

    first: str
    second: str
    show: str | None = None
    page: int = 1


class UpcomingQuery(Query, frozen=True, omit_defaults=True, rename=_KEYS):
    """What comes; a `kind` of None is everything, `days` of None as many as read well."""

    screen = "upcoming"

    kind: ComingKind | None = None
    artist: str | None = None
    days: int | None = None
    page: int = 1


class UpcomingSourcesQuery(Query, frozen=True, omit_defaults=True, rename=_KEYS):
    """Where page `of` of an UpcomingQuery comes from."""

    screen = "upcoming-sources"

    kind: ComingKind | None = None
    artist: str | None = None
    days: int | None = None
    of: int = 1
    page: int = 1


class VotingQuery(Query, frozen=True, omit_defaults=True, rename=_KEYS):
    screen = "voting"

    show: str | None = None
    artist: str | None = None
    page: int = 1


class VotingSourcesQuery(Query, frozen=True, omit_defaults=True, rename=_KEYS):
    screen = "voting-sources"

    show: str | None = None
    artist: str | None = None
    page: int = 1


class RecordQuery(Query, frozen=True, omit_defaults=True, rename=_KEYS):
    """Records of a topic, an artist, a show, or any two of them or all."""

    screen = "record"

    topic: RecordTopic | None = None
    artist: str | None = None
    show: str | None = None
    unverified: bool = False
    page: int = 1


class RecordSourcesQuery(Query, frozen=True, omit_defaults=True, rename=_KEYS):
    """Where the records of a RecordQuery come from."""

    screen = "record-sources"

    topic: RecordTopic | None = None
    artist: str | None = None
    show: str | None = None
    unverified: bool = False
    page: int = 1


class FactQuery(Query, frozen=True, omit_defaults=True, rename=_KEYS):
    """One fact by its number; without one, whichever is dealt next (-1: there is none)."""

    screen = "fact"

    artist: str | None = None
    show: str | None = None
    fact: int | None = None


class TodayQuery(Query, frozen=True, omit_defaults=True, rename=_KEYS):
    """What a day is an anniversary of; `date` as a member typed it, "" for today."""

    screen = "today"

    date: str = ""
    artist: str | None = None
    page: int = 1
