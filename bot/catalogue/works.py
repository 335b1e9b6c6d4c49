"""The law that a work belongs to its artist. Called by laws.py, which has the others, and asked by the importer."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations
from typing import NamedTuple

from bot.catalogue.located import Located, Place, where
from bot.catalogue.names import fold

YEARS_APART = 2  # a work is up for prizes for so long; what has its title later is taken for another


class Mention(NamedTuple):
    """A nominee that names a work, at an edition of `year`; `place` and `path` say where, if that matters."""

    work: str
    artists: tuple[str, ...]
    year: int
    place: Place | None = None
    path: str = ""


@dataclass
class Work:
    """All mentions of one title that belong together: one names an artist of the next, or a relative."""

    artists: set[str]
    mentions: list[Mention]


def kinship(artists: Iterable[tuple[str, Iterable[str]]]) -> dict[str, set[str]]:
    """Who is related to whom, both ways, from each artist's id with its members, former members and parent."""
    kin: dict[str, set[str]] = defaultdict(set)
    for artist, relatives in artists:
        for relative in relatives:
            kin[artist].add(relative)
            kin[relative].add(artist)
    return kin


def same_title(title: str) -> str:
    """The form in which two spellings of a title are equal; never empty, even if it is all symbols."""
    return fold(title) or title


def clashes(mentions: Iterable[Mention], kin: Mapping[str, set[str]]) -> Iterator[tuple[Work, Work]]:
    """Each two works of one title by different artists that were up for prizes at about the same time."""
    titles: dict[str, dict[tuple[str, ...], list[Mention]]] = {}
    for mention in mentions:
        credits = titles.setdefault(same_title(mention.work), {})
        credits.setdefault(mention.artists, []).append(mention)
    for credits in (credits for credits in titles.values() if len(credits) > 1):
        for one, other in combinations(_works(credits, kin), 2):
            earlier, later = nearest(one, other)
            if later.year - earlier.year <= YEARS_APART:
                yield one, other


def nearest(one: Work, other: Work) -> tuple[Mention, Mention]:
    """The two mentions, one of each work, that lie the fewest years apart; the earlier first."""
    pairs = ((mine, theirs) for mine in one.mentions for theirs in other.mentions)
    mine, theirs = min(pairs, key=lambda pair: abs(pair[0].year - pair[1].year))
    return (mine, theirs) if mine.year <= theirs.year else (theirs, mine)


def _works(credits: Mapping[tuple[str, ...], list[Mention]], kin: Mapping[str, set[str]]) -> list[Work]:
    """Joins credits that share somebody ("feat." or not), or a group with its member or unit."""
    works: list[Work] = []
    for artists, mentions in credits.items():
        near = {*artists, *(relative for artist in artists for relative in kin.get(artist, ()))}
        same = [work for work in works if not near.isdisjoint(work.artists)]
        whole = Work({*artists}, [])
        for work in same:
            whole.artists |= work.artists
            whole.mentions += work.mentions
        whole.mentions += mentions
        works = [*(work for work in works if work not in same), whole]
    return works


def broken_works(located: Located) -> Iterator[str]:
    """One line for each two artists who are given one work, and for each declaration that nothing needs."""
    relatives = (
        (artist.id, (*artist.members, *artist.former_members, *filter(None, [artist.parent])))
        for _, _, artist in located.artists
    )
    mentions = list(_mentions(located))
    found = list(clashes(mentions, kinship(relatives)))
    declared: dict[str, set[str]] = defaultdict(set)
    for _, _, title in located.shared_titles:
        declared[same_title(title.name)] |= {*title.artists, *title.credited}
    for one, other in found:
        known = declared[same_title(one.mentions[0].work)]
        if known.isdisjoint(one.artists) or known.isdisjoint(other.artists):
            yield _clash(*nearest(one, other))
    yield from _needless(located, mentions, found)


def _mentions(located: Located) -> Iterator[Mention]:
    for place, _, edition in located.editions:
        for n, category in enumerate(edition.category):
            for m, nominee in enumerate(category.nominees):
                if nominee.work and nominee.artists:
                    path = f"$.category[{n}].nominees[{m}]"
                    yield Mention(nominee.work, nominee.artists, edition.year, place, path)


def _clash(earlier: Mention, later: Mention) -> str:
    assert earlier.place is not None and later.place is not None
    first = where(earlier.place, earlier.path, earlier.work)
    message = (
        f'"{later.work}" is a work of {_quoted(later.artists)} here and of {_quoted(earlier.artists)} in '
        f"{earlier.year} ({first}). Correct one, or, if two works are really called so or one artist wrote the "
        f'other\'s, add "{later.work}" to data/titles.toml.'
    )
    return later.place.problem(later.path, message, later.work)


def _quoted(artists: Iterable[str]) -> str:
    return " & ".join(f'"{artist}"' for artist in artists)


def _needless(located: Located, mentions: list[Mention], found: list[tuple[Work, Work]]) -> Iterator[str]:
    """What titles.toml declares twice, of nobody, or without need."""
    having: dict[str, set[str]] = defaultdict(set)
    for mention in mentions:
        having[same_title(mention.work)] |= {*mention.artists}
    clashing: dict[str, set[str]] = defaultdict(set)
    for one, other in found:
        clashing[same_title(one.mentions[0].work)] |= one.artists | other.artists
    seen: set[str] = set()
    for place, path, title in located.shared_titles:
        folded = same_title(title.name)
        if folded in seen:
            yield place.problem(path, f'the title "{title.name}" is declared twice. Merge the two.', title.name)
        seen.add(folded)
        for artist in (*title.artists, *title.credited):
            if artist not in located.artist_names:
                yield place.problem(path, f'"{artist}" is no artist.{located.hint(artist)}', artist)
            elif artist not in having[folded]:
                message = f'no edition names a work "{title.name}" of "{artist}". Drop "{artist}" here.'
                yield place.problem(path, message, artist)
            elif artist not in clashing[folded]:
                message = f'nobody else has a "{title.name}" at the time of that of "{artist}". Drop "{artist}" here.'
                yield place.problem(path, message, artist)
