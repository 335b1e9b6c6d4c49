"""Splits a printed credit into the names in it. Who bears a name is roster.py's to say."""

import re

from bot.catalogue.importing.spellings import Spellings, spellings

_FEATURING = re.compile(r"\s+(?:feat\.|ft\.|featuring|with)\s+", re.IGNORECASE)
# Tried one after the other, so that an "x" within a name that stands beside an "&" is not cut first.
_JOINTS = tuple(re.compile(rf"\s+{sign}\s+") for sign in ("&", "and", "[xX]"))
_BRACKETS = re.compile(r"(.+?) \((.+)\)")


def names_in(credit: str, table: Spellings | None = None) -> tuple[str, ...]:
    """The names in a printed credit, in its order, each once; none when it names nobody in particular.

    "ROSÉ & Bruno Mars" has two, "Doja Cat feat. SZA" two, "HUNTR/X (EJAE, Audrey Nuna, REI AMI)" four,
    "Cardi B, Bad Bunny & J Balvin" three, "Chloe x Halle" and "f(x)" one.
    """
    table = table or spellings()
    found: list[str] = []
    _split(credit.strip(), table, found)
    return tuple(dict.fromkeys(found))


def _split(credit: str, table: Spellings, found: list[str]) -> None:
    if credit in table.nobody:
        return
    if credit in table.split:
        found += table.split[credit]
        return
    if credit in table.whole:
        found.append(credit)
        return
    parts = _FEATURING.split(credit)
    if len(parts) == 1 and (match := _BRACKETS.fullmatch(credit)) and ("," in match[2] or "&" in match[2]):
        parts = [match[1], match[2]]
    for joint in _JOINTS:
        if len(parts) == 1:
            parts = joint.split(credit)
    # A comma alone is part of a name ("Tyler, The Creator"); beside an "&", or in brackets, it makes a list.
    if len(parts) > 1:
        parts = [name for part in parts for name in part.split(", ")]
    if len(parts) == 1:
        found.append(credit)
        return
    for part in parts:
        _split(part.strip(), table, found)
