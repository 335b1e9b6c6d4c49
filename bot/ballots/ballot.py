"""What a ballot asks, when a pick counts, and what becomes of it when the facts change. Pure; knows no storage."""

import hashlib
from collections.abc import Iterable

import msgspec

DISCORD_EPOCH_MS = 1_420_070_400_000
FEWEST_NOMINEES = 2  # with fewer there is nothing to choose
WILL, SHOULD = "will", "should"
KINDS = (WILL, SHOULD)


class Nominee(msgspec.Struct, frozen=True, omit_defaults=True):
    """One row of a category as the ballot keeps it. `key` names it in picks and results, whatever else changes.

    `withdrawn`: the facts no longer list it. It can be picked no more; who picked it before may pick anew.
    """

    key: str
    artists: tuple[str, ...] = ()
    work: str | None = None
    credit: str | None = None
    withdrawn: bool = False


class Category(msgspec.Struct, frozen=True, omit_defaults=True):
    """A prize of the ceremony. `grand` ones count more where the scoring is weighted."""

    id: str
    name: str
    grand: bool = False
    nominees: tuple[Nominee, ...] = ()

    @property
    def asked(self) -> bool:
        """Whether members are asked about it: there is something to choose from."""
        return len(self.nominees) >= FEWEST_NOMINEES

    @property
    def keys(self) -> dict[str, Nominee]:
        return {nominee.key: nominee for nominee in self.nominees}


Contents = tuple[Category, ...]


def key_of(artists: Iterable[str], work: str | None, credit: str | None) -> str:
    """Eight characters that stay the same for the same nominee, in any order of categories and nominees."""
    told = "\x1f".join((*sorted(artists), "\x1e", work or "", credit or ""))
    return hashlib.blake2b(told.encode(), digest_size=4).hexdigest()


def merged(kept: Contents, known: Contents) -> Contents:
    """A ballot's contents after the facts changed. What stood on it keeps its place, so that no button means another.

    New nominees and categories come last, names follow the facts, and a nominee that a category which is still listed
    no longer has is withdrawn. A category that the facts lost altogether stays as it was.
    """
    now = {category.id: category for category in known}
    there = {category.id for category in kept}
    return (
        *(_merged(category, now[category.id]) if category.id in now else category for category in kept),
        *(category for category in known if category.id not in there),
    )


def _merged(kept: Category, now: Category) -> Category:
    if not now.nominees:
        return kept
    listed = now.keys
    nominees = [
        listed.get(nominee.key) or msgspec.structs.replace(nominee, withdrawn=True) for nominee in kept.nominees
    ]
    there = kept.keys
    nominees += [nominee for nominee in now.nominees if nominee.key not in there]
    return Category(now.id, now.name, now.grand, tuple(nominees))


def made_at(snowflake: int) -> float:
    """When whatever has this id of Discord's was made, in UTC seconds, exact to the millisecond."""
    return ((snowflake >> 22) + DISCORD_EPOCH_MS) / 1_000


def first_id_at(seconds: int) -> int:
    """The smallest id of what Discord makes at that instant or later: whatever is smaller was made before."""
    return max(0, seconds * 1_000 - DISCORD_EPOCH_MS) << 22


def in_time(snowflake: int, locks_at: int | None) -> bool:
    """Whether an interaction counts: it was made before the lock, whenever it reached us."""
    return locks_at is None or snowflake < first_id_at(locks_at)
