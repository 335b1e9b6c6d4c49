"""What is to be done so that a server's scheduled events tell what the catalogue tells. Pure: does nothing itself."""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from enum import Enum, auto

import msgspec
from msgspec.structs import replace

from bot.storage.mirrors import DROPPED, MADE, Mirror

LEASE = 600  # seconds after which somebody who set out to make an event is taken for gone
MARGIN = 300  # seconds: Discord takes no event that has begun
Key = tuple[str, str]  # show and edition


class Notice(msgspec.Struct, frozen=True):
    """All that Discord is told of a ceremony. Times are UTC seconds."""

    name: str
    starts_at: int
    ends_at: int
    place: str
    text: str

    @property
    def digest(self) -> str:
        told = "\0".join((self.name, str(self.starts_at), str(self.ends_at), self.place, self.text))
        return hashlib.sha256(told.encode()).hexdigest()


class There(msgspec.Struct, frozen=True):
    """A scheduled event that a server has; `ours` is one that this bot made."""

    id: int
    name: str
    starts_at: int
    ours: bool


class What(Enum):
    """What is to be done."""

    MAKE = auto()
    EDIT = auto()
    REMOVE = auto()  # from Discord, and then from memory
    FORGET = auto()  # Discord ends it by itself, or has it no more
    DROP = auto()  # a moderator took it away: it is not made again
    NOTE = auto()  # a dropped one has moved: it is remembered until its new day is over


class Step(msgspec.Struct, frozen=True):
    """One thing to do. `row` is what is remembered, None of what never was; `event_id` is what Discord has of it."""

    what: What
    row: Mirror | None = None
    key: Key = ("", "")
    notice: Notice | None = None
    event_id: int | None = None


def steps(
    wanted: Mapping[Key, Notice], rows: Sequence[Mirror], there: Sequence[There], now: int, *, on: bool
) -> list[Step]:
    """What leads from `rows`, and what is `there`, to what is `wanted`. Followed, they leave nothing to do.

    With `on` false nothing is wanted, and events that have begun are left to end by themselves.
    """
    wanted = wanted if on else {}
    ids = {one.id for one in there}
    taken = {row.event_id for row in rows}
    free = [one for one in there if one.ours and one.id not in taken]
    found: list[Step] = []
    for row in rows:
        notice = wanted.get(row.key)
        match row.state:
            case "making":
                step = _making(row, notice, free, now)
            case "made":
                step = _made(row, notice, ids, now, on=on)
            case _:
                step = _dropped(row, notice, now, on=on)
        found += [] if step is None else [step]
    known = {row.key for row in rows}
    for key, notice in wanted.items():
        if key not in known and notice.starts_at > now + MARGIN:
            found.append(Step(What.MAKE, None, key, notice, _left(free, notice.name, notice.starts_at)))
    return [*found, *_twins(rows, ids, free)]


def is_sure(step: Step) -> bool:
    """Whether a step may be taken on what is known of a server's events without asking Discord."""
    return step.what in (What.EDIT, What.NOTE)


def row_of(guild_id: int, key: Key, notice: Notice, *, at: int) -> Mirror:
    """What is remembered of an event that is about to be made."""
    show, edition = key
    return Mirror(
        guild_id=guild_id,
        show=show,
        edition=edition,
        name=notice.name,
        starts_at=notice.starts_at,
        ends_at=notice.ends_at,
        told=notice.digest,
        claimed_at=at,
    )


def told(row: Mirror, notice: Notice, event_id: int) -> Mirror:
    """The row once Discord has taken the notice."""
    row = replace(row, name=notice.name, starts_at=notice.starts_at, ends_at=notice.ends_at, told=notice.digest)
    return replace(row, state=MADE, event_id=event_id)


def dropped(row: Mirror) -> Mirror:
    """The row once a moderator has taken the event away."""
    return replace(row, state=DROPPED, event_id=None)


def _making(row: Mirror, notice: Notice | None, free: Sequence[There], now: int) -> Step | None:
    """Somebody set out to make it, and did not come back: Discord may have it or not."""
    if row.claimed_at + LEASE > now:
        return None
    left = _left(free, row.name, row.starts_at)
    if notice is not None and (left is not None or notice.starts_at > now + MARGIN):
        return Step(What.MAKE, row, row.key, notice, left)
    return Step(What.FORGET if left is None else What.REMOVE, row, row.key, event_id=left)


def _made(row: Mirror, notice: Notice | None, ids: set[int], now: int, *, on: bool) -> Step | None:
    begun = row.starts_at <= now
    gone = row.event_id not in ids
    if row.ends_at <= now or (gone and notice is None) or (begun and not on):
        return Step(What.FORGET, row, row.key)
    if gone:
        return Step(What.DROP, row, row.key)
    if notice is None:
        return Step(What.REMOVE, row, row.key, event_id=row.event_id)
    if notice.digest == row.told or (begun and notice.starts_at == row.starts_at):
        return None
    if begun or notice.starts_at <= now + MARGIN:  # Discord moves no event that has begun, and none into the past
        return Step(What.REMOVE, row, row.key, event_id=row.event_id)
    return Step(What.EDIT, row, row.key, notice, row.event_id)


def _dropped(row: Mirror, notice: Notice | None, now: int, *, on: bool) -> Step | None:
    if not on:
        return Step(What.FORGET, row, row.key)
    if notice is not None and (notice.starts_at, notice.ends_at) != (row.starts_at, row.ends_at):
        return Step(What.NOTE, row, row.key, notice)
    return Step(What.FORGET, row, row.key) if row.ends_at <= now else None


def _left(free: Sequence[There], name: str, starts_at: int) -> int | None:
    """An event of ours that nobody remembers: the oldest, when there are several."""
    return min((one.id for one in free if (one.name, one.starts_at) == (name, starts_at)), default=None)


def _twins(rows: Sequence[Mirror], ids: set[int], free: Sequence[There]) -> Iterator[Step]:
    """What discord.py made a second time, when Discord was slow to answer the first."""
    made = {(row.name, row.starts_at) for row in rows if row.state == MADE and row.event_id in ids}
    for one in free:
        if (one.name, one.starts_at) in made:
            yield Step(What.REMOVE, event_id=one.id)
