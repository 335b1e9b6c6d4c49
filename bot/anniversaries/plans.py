"""What a subscription wants to be told, and when. Pure: no clock, no storage, no words."""

import datetime
from collections.abc import Iterable, Mapping
from enum import StrEnum

import msgspec

from bot.anniversaries.occurrences import LeapDay

SEOUL = "Asia/Seoul"
MOST_SUBSCRIPTIONS = 25  # of a server
LEADS = (0, 1, 3, 7, 14, 30)
VOTE_HOURS = (1, 3, 6, 12, 24)
CATCH_UP_HOURS = 12


class Kind(StrEnum):
    """What may be told. The order is that in which a digest tells it."""

    CEREMONY = "ceremony"
    VOTING = "voting"
    EVENT = "event"  # a server's own
    BIRTHDAY = "birthday"
    DEBUT = "debut"
    ANNIVERSARY = "anniversary"
    RELEASE = "release"
    CONCERT = "concert"
    SERVICE = "service"  # enlistment and discharge
    RECORD = "record"
    WIN = "win"
    OTHER = "other"
    FACT = "fact"  # one a day
    TRIVIA = "trivia"  # a word a day that the day's questions are there


# What /setup and /config offer, in the kinds of this page.
SETTINGS_KINDS: Mapping[str, tuple[Kind, ...]] = {
    "ceremonies": (Kind.CEREMONY,),
    "voting": (Kind.VOTING,),
    "birthdays": (Kind.BIRTHDAY,),
    "anniversaries": (Kind.DEBUT, Kind.ANNIVERSARY),
    "releases": (Kind.RELEASE,),
    "concerts": (Kind.CONCERT,),
    "other": (Kind.SERVICE, Kind.RECORD, Kind.OTHER),
}


class Anchor(StrEnum):
    """Whose days and hours count."""

    SERVER = "server"  # the subscription's zone
    KST = "kst"  # Seoul's
    HOST = "host"  # those of the city where it takes place; Seoul's for what takes place nowhere


class Style(StrEnum):
    """How many posts a day makes."""

    DIGEST = "digest"
    EACH = "each"


class Plan(msgspec.Struct, frozen=True):
    """What is told, about whom, and when.

    `artists` and `shows` are ids, those of a followed group's members and units among them. `leads` are days before,
    `vote_hours` hours before a vote closes. `hour` and `minute` are those of the zone that `anchor` names; `zone` is
    the server's (IANA). `own` says whether the server's own events are told.
    """

    kinds: frozenset[Kind]
    artists: frozenset[str] = frozenset()
    shows: frozenset[str] = frozenset()
    leads: tuple[int, ...] = (0,)
    vote_hours: tuple[int, ...] = ()
    hour: int = 0
    minute: int = 0
    zone: str = SEOUL
    anchor: Anchor = Anchor.SERVER
    style: Style = Style.DIGEST
    weekly: bool = False
    monthly: bool = False
    catch_up_hours: int = CATCH_UP_HOURS
    leap_day: LeapDay = LeapDay.MARCH_1

    @property
    def home(self) -> str:
        """The zone whose calendar the digest goes by; for the host's anchor that of what takes place nowhere."""
        return self.zone if self.anchor is Anchor.SERVER else SEOUL

    @property
    def time(self) -> datetime.time:
        return datetime.time(self.hour, self.minute)


class Told(msgspec.Struct, frozen=True):
    """One thing that a post tells: ids of facts, never words.

    `key` names the occurrence for good, whatever its date becomes: `birthday:rm:2026`, `ceremony:mama:2026#1`. `date`
    (EDTF) and `status` are what was known of it; `lead` says how long before: `0d`, `7d`, `3h`, `month` (a date without
    a day), `week` and `outlook` (in an outlook), `change`. For a change `before` is what was told until then, as
    `date status`.
    """

    key: str
    lead: str
    date: str
    status: str = "confirmed"
    before: str | None = None

    @property
    def dated(self) -> str:
        """The occurrence with its date: what may be told once for each lead."""
        return f"{self.key}@{self.date}"


class Form(StrEnum):
    """What kind of post it is."""

    DIGEST = "digest"
    ITEM = "item"
    WEEK = "week"
    MONTH = "month"
    CHANGE = "change"


class Post(msgspec.Struct, frozen=True):
    """One message to come: when (UTC seconds), of which day where, and what it tells.

    `occurrence` and `lead` name it for good within its subscription: there is one delivery for each pair. After
    `expires_at` it is not worth sending.
    """

    form: Form
    occurrence: str
    lead: str
    at: int
    expires_at: int
    day: datetime.date
    zone: str
    told: tuple[Told, ...]

    def payload(self) -> dict[str, object]:
        """As the outbox keeps it."""
        told = [[one.key, one.lead, one.date, one.status, *((one.before,) if one.before else ())] for one in self.told]
        return {"form": self.form.value, "day": self.day.isoformat(), "zone": self.zone, "told": told}


class Parcel(msgspec.Struct, frozen=True):
    """What a kept payload says: the reverse of `Post.payload`."""

    form: Form
    day: datetime.date
    zone: str
    told: tuple[Told, ...]

    @classmethod
    def of(cls, payload: Mapping[str, object]) -> "Parcel":
        rows = payload["told"]
        assert isinstance(rows, list)
        told = tuple(Told(*row) for row in rows)
        day = datetime.date.fromisoformat(str(payload["day"]))
        return cls(Form(str(payload["form"])), day, str(payload["zone"]), told)


def kinds_of(texts: Iterable[str]) -> frozenset[Kind]:
    """Kinds as they are stored, by this page's words or those of /setup; what only another version knew is left out."""
    found: set[Kind] = set()
    for text in texts:
        if text in SETTINGS_KINDS:
            found.update(SETTINGS_KINDS[text])
        elif text in Kind._value2member_map_:
            found.add(Kind(text))
    return frozenset(found)
