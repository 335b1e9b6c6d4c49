"""Draws an artist's profile: names, group or members, dates, and what comes next."""

import calendar
import datetime

from bot.catalogue.dates import DateStatus, PartialDate
from bot.catalogue.model import Artist
from bot.services.records import ArtistProfile, ComingDate, DateKind
from bot.text import Words
from bot.ui.layouts import FrozenLayout, Item, clip, draw
from bot.ui.markdown import both_names, name_of, plain
from bot.ui.queries import ArtistQuery, ArtistSourcesQuery, AwardsQuery
from bot.ui.screens import open_button, turn_button

MEMBERS_WITH_BUTTONS = 10
KST = datetime.timezone(datetime.timedelta(hours=9))


def artist_page(profile: ArtistProfile, words: Words) -> FrozenLayout:
    """The whole profile on one page."""
    artist = profile.artist
    blocks = [clip("\n".join(_facts(profile, words)), 1_600)]
    if profile.coming:
        coming = "\n".join(_coming(date, words) for date in profile.coming)
        blocks.append(clip(f"### {words('artist-coming')}\n{coming}", 1_200))
    tally = profile.tally
    totals = words("awards-totals", wins=tally.wins, nominations=tally.nominations, grand=tally.grand_prizes)
    blocks.append(f"### {words('artist-awards')}\n{totals}")
    ways: list[Item] = [
        turn_button(words("button-awards"), AwardsQuery(artist.id), emoji="🏆"),
        open_button(words("button-sources"), ArtistSourcesQuery(artist.id), emoji="📄"),
    ]
    ways += [_profile_button(group, words) for group in (*profile.groups, *profile.former_groups)[:3]]
    people = [_profile_button(member, words) for member in profile.members[:MEMBERS_WITH_BUTTONS]]
    kind = words(f"kind-{artist.kind.value}")
    header = f"## {both_names(artist, words)}\n-# {kind}"
    return draw(header, blocks, [ways, people[:5], people[5:]])


def _profile_button(artist: Artist, words: Words) -> Item:
    name = artist.hangul if words.locale == "ko" and artist.hangul else artist.name
    return turn_button(name, ArtistQuery(artist.id))


def _facts(profile: ArtistProfile, words: Words) -> list[str]:
    artist = profile.artist
    known: list[tuple[str, str | None]] = [
        ("artist-birth-name", plain(artist.birth_name) if artist.birth_name else None),
        ("artist-groups", _names(profile.groups, words)),
        ("artist-former-groups", _names(profile.former_groups, words)),
        ("artist-members", _names(profile.members, words)),
        ("artist-former-members", _names(profile.former_members, words)),
        ("artist-birthday", _date(artist.birthday, words)),
        ("artist-died", _date(artist.died, words)),
        ("artist-debut", _date(artist.debut, words)),
        ("artist-disbanded", _date(artist.disbanded, words)),
        ("artist-agency", plain(artist.agency) if artist.agency else None),
        ("artist-fandom", plain(artist.fandom) if artist.fandom else None),
        ("artist-aliases", plain(", ".join(artist.aliases[:8])) if artist.aliases else None),
    ]
    lines = [words("artist-fact", label=words(key), value=value) for key, value in known if value]
    return lines or [words("artist-name-only", artist=name_of(artist, words))]


def _names(artists: tuple[Artist, ...], words: Words) -> str | None:
    return words.list(name_of(artist, words) for artist in artists) if artists else None


def _date(date: PartialDate | None, words: Words) -> str | None:
    if date is None:
        return None
    spelled = words.date(date)
    return spelled if date.status is DateStatus.CONFIRMED else words(f"date-{date.status.value}", date=spelled)


def _coming(coming: ComingDate, words: Words) -> str:
    """One date: what, which year of it, and when, ticking in the reader's client (from midnight in Seoul)."""
    if coming.moment is None:
        what = words(f"coming-{coming.kind.value}", years=coming.years)
    else:
        moment = coming.moment
        what = plain(moment.title_ko if words.locale == "ko" and moment.title_ko else moment.title)
        if coming.years:
            what = words("coming-years", what=what, years=coming.years)
    if coming.day is None:
        assert coming.moment is not None
        when = _date(coming.moment.date, words)
        return f"- {what}: {when}"
    midnight = datetime.datetime(coming.day.year, coming.day.month, coming.day.day, tzinfo=KST)
    unix = calendar.timegm(midnight.utctimetuple())
    date = PartialDate(coming.day.year, coming.day.month, coming.day.day)
    spelled = words.date(date)
    if coming.kind is DateKind.MOMENT and coming.moment and coming.moment.date.status is not DateStatus.CONFIRMED:
        spelled = words(f"date-{coming.moment.date.status.value}", date=spelled)
    return f"- {what}: {spelled} (<t:{unix}:R>)"
