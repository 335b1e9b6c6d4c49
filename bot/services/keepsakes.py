"""Prizes of years ago, as an announcement remembers them: gathered by act and edition, in fair turns. Pure."""

import datetime
import random
from collections import defaultdict
from collections.abc import Iterable

import msgspec

from bot.catalogue import Catalogue, Result


class Keepsake(msgspec.Struct, frozen=True):
    """What one act took home at one edition, `years` ago on the day: at least one prize, grand prizes first."""

    artist: str
    years: int
    results: tuple[Result, ...]


def in_turns(catalogue: Catalogue, day: datetime.date, wins: Iterable[tuple[int, Result]]) -> list[Keepsake]:
    """All of `wins` (with how many years ago each was), so that the first few of the list are a fair share.

    Each act has one before any has two. The acts' order is drawn anew each day, the same for everybody; of an act's
    own the latest comes first. A prize that is shared is told on the turn of the first K-pop act that it credits.
    """
    rows: dict[tuple[str, str, str], list[Result]] = defaultdict(list)
    ago: dict[tuple[str, str, str], int] = {}
    for years, result in wins:
        key = (_act(result, catalogue), result.edition.ceremony, result.edition.id)
        rows[key].append(result)
        ago[key] = years
    turns: dict[str, list[Keepsake]] = defaultdict(list)
    for key in sorted(rows, key=lambda one: (ago[one], one)):
        results = sorted(rows[key], key=_grand_first)
        turns[key[0]].append(Keepsake(key[0], ago[key], tuple(results)))
    acts = sorted(turns)
    random.Random(f"keepsakes/{day.isoformat()}").shuffle(acts)
    longest = max((len(own) for own in turns.values()), default=0)
    return [turns[act][number] for number in range(longest) for act in acts if number < len(turns[act])]


def _act(result: Result, catalogue: Catalogue) -> str:
    credited = result.nominee.artists
    return next((one for one in credited if catalogue.is_kpop(one)), credited[0])


def _grand_first(result: Result) -> tuple[bool, str, tuple[str, ...]]:
    return not result.category.grand_prize, result.category.id, result.nominee.artists
