"""Suggests who may stand in a bracket: an artist's members, songs or releases. Reads memory only."""

from bot.ballots.answers import LONGEST, tidied
from bot.ballots.bracket import MOST
from bot.catalogue import Catalogue
from bot.catalogue.model import MomentKind, PrizeClass
from bot.catalogue.names import fold

ARTISTS, SONGS, ERAS = "artists", "songs", "eras"
KINDS = (ARTISTS, SONGS, ERAS)


def suggested(catalogue: Catalogue, kind: str, artist: str, locale: str) -> list[str]:
    """At most 32 names of a kind; `artist` is an id of the catalogue. None known is an empty list."""
    match kind:
        case "artists":
            names = [
                one.hangul if locale == "ko" and one.hangul else one.name
                for one in (catalogue.artists[member] for member in catalogue.artists[artist].members)
            ]
        case "songs":
            names = [
                result.nominee.work
                for result in catalogue.results_of.get(artist, ())
                if result.nominee.work and catalogue.prize(result.edition, result.category).kind is PrizeClass.SONG
            ]
        case _:
            moments = catalogue.moments_of.get(artist, ())
            names = [one.work for one in moments if one.kind is MomentKind.RELEASE and one.work]
    once: dict[str, str] = {}
    for name in names:
        text = tidied(name)[:LONGEST]
        once.setdefault(fold(text) or text, text)
    return list(once.values())[:MOST]
