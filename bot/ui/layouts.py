"""Components V2 pages: a header, blocks with lines between, rows of buttons, within Discord's limits."""

from collections.abc import Iterable, Sequence
from typing import Any, TypeVar

import discord
import msgspec
from discord import ui

ACCENT = discord.Colour(0xC9A227)  # laurel gold
TEXT_BUDGET = 3_600  # of Discord's 4,000 characters per message; the rest is for headings and page numbers
BLOCKS_PER_PAGE = 8  # each costs two of Discord's 40 components

T = TypeVar("T")
Item = ui.Item[Any]


class FrozenLayout(ui.LayoutView):
    """A layout drawn once and sent many times; kept as JSON, which the garbage collector need not walk.

    Its buttons are DynamicItems, which discord.py finds by custom id, so there is nothing to listen for: it counts
    as finished, and no message's view is kept in memory.
    """

    def __init__(self, components: list[dict[str, Any]]) -> None:
        super().__init__(timeout=None)
        self._drawn = msgspec.json.encode(components)

    def to_components(self) -> list[dict[str, Any]]:
        components: list[dict[str, Any]] = msgspec.json.decode(self._drawn)
        return components

    def has_components_v2(self) -> bool:
        return True

    def is_finished(self) -> bool:
        return True


def draw(
    header: str,
    blocks: Iterable[str | tuple[str, ui.Button[Any]]] = (),
    rows: Iterable[Sequence[Item]] = (),
    footer: str | None = None,
) -> FrozenLayout:
    """A page in one container. Empty rows are left out; a row holds five buttons or one select.

    A block with a button carries it at its side, and has no line above: a page holds twelve of those.
    """
    container: ui.Container[Any] = ui.Container(accent_colour=ACCENT)
    container.add_item(ui.TextDisplay(header))
    for block in blocks:
        if isinstance(block, str):
            container.add_item(ui.Separator())
            container.add_item(ui.TextDisplay(block))
        else:
            container.add_item(ui.Section(block[0], accessory=block[1]))
    if footer:
        container.add_item(ui.Separator())
        container.add_item(ui.TextDisplay(footer))
    for row in rows:
        if row:
            container.add_item(ui.ActionRow(*row))
    view = ui.LayoutView(timeout=None)
    view.add_item(container)
    return FrozenLayout(view.to_components())  # type: ignore[no-untyped-call]


def pages(blocks: Sequence[str], reserved: int = 0) -> list[list[str]]:
    """Blocks dealt over pages that fit: at most TEXT_BUDGET - `reserved` characters and BLOCKS_PER_PAGE blocks.

    Always at least one page. A block that is too long by itself is cut at a line's end.
    """
    room = TEXT_BUDGET - reserved
    dealt: list[list[str]] = [[]]
    used = 0
    for block in blocks:
        cut = clip(block, room)
        if dealt[-1] and (used + len(cut) > room or len(dealt[-1]) == BLOCKS_PER_PAGE):
            dealt.append([])
            used = 0
        dealt[-1].append(cut)
        used += len(cut)
    return dealt


def clip(text: str, length: int) -> str:
    """`text`, cut at a line's end (or hard, when its first line is longer) and marked with … when too long."""
    if len(text) <= length:
        return text
    head = text[: length - 2]
    return (head[: head.rindex("\n")] if "\n" in head else head) + "\n…"


def page_of(dealt: Sequence[T], number: int) -> tuple[T, int]:
    """The page `number` (from 1) and its number, the nearest there is when it lies outside."""
    number = min(max(number, 1), len(dealt))
    return dealt[number - 1], number
