"""Single coming dates of the catalogue: found by a key that stays the same, and named in plain text."""

import datetime
import hashlib
from collections.abc import Iterable

from bot.catalogue import Catalogue
from bot.catalogue.dates import DateStatus, Precision
from bot.catalogue.model import Artist, EditionStatus, Moment, VotingWindow
from bot.clock import Clock
from bot.services.agenda import Agenda, coming_of, sourced
from bot.services.almanac import Found, Once, Yearly
from bot.services.coming import Coming, ComingKind, Occasion
from bot.services.lookup import Lookup
from bot.services.zones import today_in
from bot.text import Words

YEAR = datetime.timedelta(days=365)
SOON = datetime.timedelta(days=60)
SUGGESTED_NAMES = 2  # artists and shows whose dates are offered to somebody who types


class Occasions:
    """Answers from memory: a few milliseconds each."""

    def __init__(self, agenda: Agenda, lookup: Lookup, clock: Clock) -> None:
        self._agenda = agenda
        self._lookup = lookup
        self._clock = clock

    def suggest(self, text: str, most: int) -> list[Found]:
        """Coming days of the artists and shows that `text` may name; the next ceremonies and votes for an empty one."""
        text = text.strip()[:100]
        if not text:
            kinds = (ComingKind.CEREMONIES, ComingKind.VOTING)
            found = [row for kind in kinds for row in self._between(None, kind, SOON)]
            return _days(found)[:most]
        artists = [artist.id for artist in self._lookup.suggest_artists(text, SUGGESTED_NAMES)]
        shows = set(self._lookup.suggest_shows(text, SUGGESTED_NAMES))
        lists = [_days(self._between(artist, None, YEAR)) for artist in artists]
        if shows:
            lists.append(_days(row for row in self._of_shows() if show_of(row) in shows))
        merged = [one for turn in range(most) for dates in lists for one in dates[turn : turn + 1]]
        return list({key_of(one): one for one in merged}.values())[:most]

    def find(self, key: str) -> Coming | None:
        """The coming date of a `key_of`; None when it is none, has moved or is over."""
        day, _, name = key.partition("|")
        try:
            there = datetime.date.fromisoformat(day)
        except ValueError:
            return None
        now = self._clock.now()
        if not today_in(None, now) - datetime.timedelta(days=1) <= there <= today_in(None, now) + 2 * YEAR:
            return None
        rows = self._agenda.almanac.between(now, there, there)
        rows += self._agenda.almanac.between(now, there, there, frozenset([name.split(".")[1]])) if "." in name else []
        return next((coming_of(row) for row in rows if row.day == there and claim_key(row.row) == name), None)

    def _between(self, artist: str | None, kind: ComingKind | None, ahead: datetime.timedelta) -> list[Found]:
        now = self._clock.now()
        first = today_in(None, now)
        artists = None if artist is None else self._agenda.with_members(artist)
        return self._agenda.almanac.between(now, first, first + ahead, artists, kind)

    def _of_shows(self) -> list[Found]:
        return [
            row for kind in (ComingKind.CEREMONIES, ComingKind.VOTING) for row in self._between(None, kind, 2 * YEAR)
        ]


def show_of(found: Found) -> str | None:
    """The show that a row is of."""
    row = found.row
    return row.ceremony.id if isinstance(row, Once) and row.ceremony is not None else None


def called_off(row: Yearly | Once) -> bool:
    """Whether it does not take place."""
    cancelled = isinstance(row, Once) and row.edition is not None and row.edition.status is EditionStatus.CANCELLED
    return cancelled or row.first.status is DateStatus.CANCELLED


def claim_key(row: Yearly | Once) -> str:
    """A name that stays the same when the date moves: `birthday.rm`, `ceremony.mama.2026`."""
    claim = row.claim
    edition = row.edition if isinstance(row, Once) else None
    if isinstance(claim, Artist):
        return f"{row.occasion.value}.{claim.id}"
    if edition is not None:
        window = f".{_short(claim.name)}" if isinstance(claim, VotingWindow) else ""
        return f"{row.occasion.value}.{edition.ceremony}.{edition.id}{window}"
    assert isinstance(claim, Moment)
    return f"{row.occasion.value}.{'-'.join(claim.artists[:1]) or 'all'}.{_short(f'{claim.title}|{claim.artists}')}"


def key_of(found: Found) -> str:
    """A key for `Occasions.find`, at most 100 characters."""
    return f"{found.day}|{claim_key(found.row)}"[:100]


def title_of(coming: Coming, catalogue: Catalogue, words: Words, *, yearly: bool = False) -> str:
    """What comes, in one phrase of plain text: nothing in it is escaped. `yearly`: as it is called every year."""
    if coming.ceremony is not None and coming.edition is not None:
        edition = _edition(coming, words)
        if coming.window is None:
            return edition
        window = coming.window.name_ko if words.locale == "ko" and coming.window.name_ko else coming.window.name
        closes = coming.occasion is Occasion.VOTE_CLOSES
        return words("upcoming-vote-closes" if closes else "upcoming-vote-opens", window=window, edition=edition)
    if coming.moment is not None:
        moment = coming.moment
        title = moment.title_ko if words.locale == "ko" and moment.title_ko else moment.title
        return words("coming-years", what=title, years=coming.years) if coming.years and not yearly else title
    assert coming.artist is not None
    name = _name(coming.artist, words)
    groups = catalogue.groups_of.get(coming.artist.id) or catalogue.former_groups_of.get(coming.artist.id, ())
    if groups:
        name = f"{name} ({_name(catalogue.artists[groups[0]], words)})"
    birthday = coming.occasion is Occasion.BIRTHDAY
    if yearly:
        return words("calendar-birthday" if birthday else "calendar-debut", artist=name)
    return words("upcoming-birthday" if birthday else "upcoming-debut", artist=name, years=coming.years)


def _edition(coming: Coming, words: Words) -> str:
    assert coming.ceremony is not None and coming.edition is not None
    if coming.edition.name and words.locale != "ko":
        return coming.edition.name
    show = coming.ceremony.hangul if words.locale == "ko" and coming.ceremony.hangul else coming.ceremony.name
    return words("edition-title", show=show, year=str(coming.edition.year))


def _name(artist: Artist, words: Words) -> str:
    return artist.hangul if words.locale == "ko" and artist.hangul else artist.name


def _days(found: Iterable[Found]) -> list[Found]:
    """Those that have a day and a source and take place, by day."""
    return sorted(row for row in found if sourced(row) and not called_off(row.row) and _exact(row))


def _exact(found: Found) -> bool:
    return not found.vague and found.row.first.precision is Precision.DAY


def _short(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:12]
