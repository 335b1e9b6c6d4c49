"""A post whose heading everybody sees, and whose rest may hide behind Discord's spoiler until somebody presses it."""

from collections.abc import Iterable, Sequence

from discord import ui

from bot.ui.layouts import ACCENT, FrozenLayout, Item


def curtain(
    heading: str, blocks: Iterable[str], *, hidden: bool = False, rows: Iterable[Sequence[Item]] = ()
) -> FrozenLayout:
    """`heading` in the open, `blocks` in a container with lines between, `rows` of buttons below it."""
    view = ui.LayoutView(timeout=None)
    view.add_item(ui.TextDisplay(heading))
    container: ui.Container[ui.LayoutView] = ui.Container(accent_colour=ACCENT, spoiler=hidden)
    for number, block in enumerate(filter(None, blocks)):
        if number:
            container.add_item(ui.Separator())
        container.add_item(ui.TextDisplay(block))
    if container.children:
        view.add_item(container)
    for row in rows:
        if row:
            view.add_item(ui.ActionRow(*row))
    return FrozenLayout(view.to_components())  # type: ignore[no-untyped-call]
