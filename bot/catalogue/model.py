"""What the catalogue's files hold, one Struct per kind of record. They only describe: laws are in laws.py."""

import datetime
from enum import StrEnum
from typing import Annotated

import msgspec
from msgspec import Meta

from bot.catalogue.dates import DateSpan, PartialDate

Slug = Annotated[str, Meta(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=40)]
Text = Annotated[str, Meta(min_length=1, max_length=300)]
Address = Annotated[str, Meta(pattern=r"^https?://\S+$|^[\w.-]+/[\w.-]+( .*)?$", max_length=500)]


class Confidence(StrEnum):
    """How well a claim is supported (design, section 6)."""

    CONFIRMED = "confirmed"  # two independent sources
    SINGLE_SOURCE = "single-source"
    DISPUTED = "disputed"  # sources disagree; both claims are kept
    UNVERIFIED = "unverified"  # no source found: never counted, shown only when asked for

    @property
    def counts(self) -> bool:
        """Whether the claim may be counted and asked about."""
        return self in (Confidence.CONFIRMED, Confidence.SINGLE_SOURCE)


class ArtistKind(StrEnum):
    GROUP = "group"
    PERSON = "person"
    ACT = "act"  # a credit of which no more is known than its name


class Scene(StrEnum):
    """Where an act is at home; look-ups mark K-pop acts among others."""

    KPOP = "kpop"
    ELSEWHERE = "elsewhere"


class MethodKind(StrEnum):
    """Who or what decides a prize."""

    FAN_VOTE = "fan-vote"
    JURY = "jury"
    INDUSTRY_VOTE = "industry-vote"
    DATA = "data"
    MIXED = "mixed"


class EditionStatus(StrEnum):
    HELD = "held"
    ANNOUNCED = "announced"
    CANCELLED = "cancelled"


class MomentKind(StrEnum):
    ENLISTMENT = "enlistment"
    DISCHARGE = "discharge"
    RELEASE = "release"
    CONCERT = "concert"
    ANNIVERSARY = "anniversary"
    RECORD = "record"
    DISBANDMENT = "disbandment"
    CEREMONY = "ceremony"
    OTHER = "other"


class Sourced(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What every claim carries: its papers."""

    confidence: Confidence = Confidence.UNVERIFIED
    sources: tuple[Address, ...] = ()
    note: str | None = None


class Artist(Sourced, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A group, a person, or an act of which only the name is known (data/artists/*.toml, `[[artist]]`)."""

    id: Slug
    name: Text
    kind: ArtistKind
    scene: Scene | None = None
    hangul: Text | None = None
    aliases: tuple[Text, ...] = ()
    birth_name: Text | None = None
    members: tuple[Slug, ...] = ()
    former_members: tuple[Slug, ...] = ()
    parent: Slug | None = None  # the group a sub-unit belongs to
    birthday: PartialDate | None = None
    died: PartialDate | None = None
    debut: PartialDate | None = None
    disbanded: PartialDate | None = None
    agency: Text | None = None
    fandom: Text | None = None
    country: Text | None = None


class SharedName(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A name that several artists really have (data/artists/ambiguous.toml, one row each); look-ups then ask."""

    name: Text
    artists: Annotated[tuple[Slug, ...], Meta(min_length=2)]


class SharedTitle(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A title that works of several artists really have (data/titles.toml, one row each).

    `artists` names at least one artist of each such work; `credited` got a prize for somebody else's, as who wrote it.
    """

    name: Text
    artists: Annotated[tuple[Slug, ...], Meta(min_length=1)]
    credited: tuple[Slug, ...] = ()


class Method(Sourced, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How a ceremony decides, from an edition's year on (ceremony.toml, `[[method]]`)."""

    kind: MethodKind
    since: Annotated[int, Meta(ge=1900, le=2100)] | None = None  # None: as long as is known
    summary: Text | None = None
    summary_ko: Text | None = None


class FormerName(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    name: Text
    since: Annotated[int, Meta(ge=1900, le=2100)]
    until: Annotated[int, Meta(ge=1900, le=2100)]


class Ceremony(Sourced, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A show that gives prizes (data/ceremonies/<id>/ceremony.toml)."""

    id: Slug
    name: Text
    short: Text
    hangul: Text | None = None
    aliases: tuple[Text, ...] = ()
    former_names: tuple[FormerName, ...] = ()
    country: Text | None = None
    zone: Text | None = None  # IANA, of the host city
    first_year: Annotated[int, Meta(ge=1900, le=2100)] | None = None
    organiser: Text | None = None
    method: Annotated[tuple[Method, ...], Meta(min_length=1)]

    def method_of(self, year: int) -> Method:
        """The way it decided in `year`: the latest method that began by then, else the earliest one known."""
        ordered = sorted(self.method, key=lambda method: method.since or 0)
        return next((method for method in reversed(ordered) if (method.since or 0) <= year), ordered[0])


class Nominee(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One row a nomination. `credit` is the printed wording where it is not simply the artist's name."""

    artists: tuple[Slug, ...] = ()
    work: Text | None = None
    credit: Text | None = None
    won: bool = False


class Category(Sourced, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A prize at one edition, in that year's exact wording, with its nominees (`[[category]]`).

    `confidence` and `sources` speak for the winner; `nominees_confidence` and `nominee_sources` for the ballot.
    """

    id: Slug
    name: Text
    grand_prize: bool = False
    date: PartialDate | None = None  # where the edition ran over several days
    place: Text | None = None
    complete: bool = False  # whether all nominees are listed
    nominees: tuple[Nominee, ...] = ()
    nominees_confidence: Confidence | None = None  # None: the same as `confidence`
    nominee_sources: tuple[Address, ...] = ()

    def confidence_of(self, nominee: Nominee) -> Confidence:
        """How well it is supported that `nominee` won, or was on the ballot."""
        if nominee.won or self.nominees_confidence is None:
            return self.confidence
        return self.nominees_confidence

    @property
    def winners(self) -> tuple[Nominee, ...]:
        return tuple(nominee for nominee in self.nominees if nominee.won)


class PrizeClass(StrEnum):
    """What a prize is for, the same over all ceremonies, so that records can be compared."""

    GRAND_PRIZE = "grand-prize"
    ARTIST = "artist"
    GROUP = "group"
    NEW_ARTIST = "new-artist"
    SONG = "song"
    ALBUM = "album"
    VIDEO = "video"
    PERFORMANCE = "performance"
    FAN_VOTED = "fan-voted"
    SPECIAL = "special"


class Prize(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A ceremony's category through all its years and wordings (ceremonies/<id>/categories.toml, `[[category]]`).

    `wordings` are the ids of the categories of single editions that are this prize. `method` says how it is decided
    where that is not how the ceremony decides otherwise.
    """

    id: Slug
    name: Text
    name_ko: Text
    kind: PrizeClass = msgspec.field(name="class")
    wordings: Annotated[tuple[Slug, ...], Meta(min_length=1)]
    method: MethodKind | None = None


class Claim(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One side of a dispute, with what supports it."""

    says: Text
    says_ko: Text
    sources: Annotated[tuple[Address, ...], Meta(min_length=1)]


class Dispute(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Where sources differ about an edition (`[[dispute]]`). The first claim is the better supported one and leads.

    `categories` and `artists` are whom it concerns; with none, it concerns the whole edition.
    """

    categories: tuple[Slug, ...] = ()
    artists: tuple[Slug, ...] = ()
    claims: Annotated[tuple[Claim, ...], Meta(min_length=2)]


class VotingWindow(Sourced, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """When and where fans vote for an edition (`[[voting]]`). Days are those of the ceremony's zone."""

    name: Text
    name_ko: Text | None = None
    opens: PartialDate | None = None
    closes: PartialDate
    daily_votes: Annotated[int, Meta(ge=1)] | None = None
    page: Address | None = None
    categories: tuple[Slug, ...] = ()


class Edition(Sourced, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One year's ceremony (data/ceremonies/<ceremony>/<id>.toml; both come from the path)."""

    ceremony: Slug
    id: Slug
    year: Annotated[int, Meta(ge=1900, le=2100)]
    name: Text | None = None  # its official title, where it is not simply the show's
    date: DateSpan | None = None
    place: Text | None = None
    status: EditionStatus = EditionStatus.HELD
    category: tuple[Category, ...] = ()
    dispute: tuple[Dispute, ...] = ()
    voting: tuple[VotingWindow, ...] = ()

    @property
    def last_day(self) -> datetime.date:
        """Its last day, or the last it can have been: for putting editions in order."""
        return self.date.last.last_day if self.date else datetime.date(self.year, 12, 31)


class Moment(Sourced, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A dated moment that is no birthday, debut or ceremony (data/moments/*.toml, `[[moment]]`).

    `work` names what a release released; `yearly` says whether fans keep the day.
    """

    title: Text
    title_ko: Text | None = None
    kind: MomentKind
    date: PartialDate
    artists: tuple[Slug, ...] = ()
    work: Text | None = None
    yearly: bool = False


class RecordTopic(StrEnum):
    """What a record is about, for choosing among them."""

    FIRST = "first"
    MOST = "most"
    YOUNGEST = "youngest"
    STREAK = "streak"
    SWEEP = "sweep"
    CHART = "chart"
    OTHER = "other"


class CheckRule(StrEnum):
    """How the catalogue's own results prove a record (proofs.py says what each compares)."""

    COUNT = "count"  # so many results
    FIRST = "first"  # nobody had one before
    EARLIEST = "earliest"  # the artist's own first one, in `since`
    STREAK = "streak"  # one at every edition from `since` to `until`
    MOST = "most"  # nobody has more


class Measure(StrEnum):
    """What is counted. A win is a nomination as well."""

    WINS = "wins"
    NOMINATIONS = "nominations"


class Check(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How to prove a record from the results: `{ rule = "count", of = "wins", artist = "bts", show = "mama", is = 4 }`.

    `since` and `until` are years of editions, both included. `prize` is a category through its years (categories.toml)
    and needs `show`. `kpop` compares with K-pop acts only, `kind` with groups or persons only. `is` and `at_least`
    belong to "count"; a "streak" says with `is` how many editions it is of where a year had none.
    """

    rule: CheckRule
    of: Measure = Measure.WINS
    artist: Slug
    show: Slug | None = None
    prize: Slug | None = None
    grand_prize: bool = False
    kpop: bool = False
    kind: ArtistKind | None = None
    since: Annotated[int, Meta(ge=1900, le=2100)] | None = None
    until: Annotated[int, Meta(ge=1900, le=2100)] | None = None
    exactly: Annotated[int, Meta(ge=0)] | None = msgspec.field(name="is", default=None)
    at_least: Annotated[int, Meta(ge=1)] | None = None


class WrittenRecord(Sourced, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A first or a record in one sentence of our own (data/records/*.toml, `[[record]]`).

    `date` is when it was set; `check` proves it from the results where they can.
    """

    id: Slug
    topic: RecordTopic
    claim: Text
    claim_ko: Text | None = None
    artists: tuple[Slug, ...] = ()
    show: Slug | None = None
    date: PartialDate | None = None
    check: tuple[Check, ...] = ()


class Imprint(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What is true of the catalogue as a whole (data/catalogue.toml)."""

    as_of: PartialDate


class Hardness(StrEnum):
    """How hard whoever wrote a question thinks it is."""

    EASY = "easy"
    MEDIUM = "medium"
    HARD = "hard"


class WrittenQuestion(Sourced, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A trivia question of our own (data/trivia/*.toml, `[[question]]`).

    `wrong` are the other options; those without a Korean form (`wrong_ko`) are the same in both languages, as is the
    answer. `accepted` are further spellings of the answer when typed; `choice_only` is for what makes no sense without
    its options. `after` tells the fact.
    """

    id: Slug
    prompt: Annotated[str, Meta(min_length=1, max_length=240)]
    prompt_ko: Annotated[str, Meta(min_length=1, max_length=240)]
    answer: Annotated[str, Meta(min_length=1, max_length=76)]
    answer_ko: Annotated[str, Meta(min_length=1, max_length=76)] | None = None
    wrong: Annotated[tuple[Annotated[str, Meta(min_length=1, max_length=76)], ...], Meta(min_length=1, max_length=5)]
    wrong_ko: tuple[Annotated[str, Meta(min_length=1, max_length=76)], ...] = ()
    accepted: tuple[Text, ...] = ()
    choice_only: bool = False
    after: Text
    after_ko: Text
    artists: tuple[Slug, ...] = ()
    show: Slug | None = None
    year: Annotated[int, Meta(ge=1900, le=2100)] | None = None
    difficulty: Hardness = Hardness.MEDIUM


class QuestionPack(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Questions that belong together (data/trivia/<id>.toml; the id comes from the path)."""

    id: Slug
    name: Annotated[str, Meta(min_length=1, max_length=60)]
    name_ko: Annotated[str, Meta(min_length=1, max_length=60)]
    question: Annotated[tuple[WrittenQuestion, ...], Meta(min_length=1)]
