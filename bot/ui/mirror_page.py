"""Draws which ceremonies a server has, or would have, among its scheduled events, and the button that says whether."""

import discord

from bot.services.ceremonials import DAYS, Ceremonial
from bot.services.mirrors import MirrorCard
from bot.storage.mirrors import ON, Mirror
from bot.text import Words
from bot.ui.awards import edition_title
from bot.ui.layouts import TEXT_BUDGET, FrozenLayout, clip, draw
from bot.ui.queries import Deed, Query
from bot.ui.screens import deed_button, turn_button


class MirrorQuery(Query, frozen=True, omit_defaults=True):
    """How a server mirrors ceremonies."""

    screen = "mirror"


class MirrorDeed(Deed, frozen=True, omit_defaults=True, rename={"on": "o"}):
    """Switches it on or off."""

    screen = "mirror-switch"

    on: bool = False


def mirror_page(card: MirrorCard, words: Words) -> FrozenLayout:
    """The state, what is wrong, and each ceremony with what became of it."""
    mirroring = card.mirroring
    on = mirroring is not None and mirroring.state == ON
    state = words("mirror-is-on" if on else "mirror-is-off" if mirroring is None else "mirror-is-ending")
    blocks = []
    if mirroring is not None and mirroring.why is not None:
        again = "" if mirroring.retry_at is None else words("mirror-again", when=f"<t:{mirroring.retry_at}:R>")
        blocks.append(f"⚠️ {words(f'mirror-{mirroring.why}')} {again}".rstrip())
    lines = [_line(one, row, card, words, on=on) for one, row in card.ceremonies]
    blocks.append(clip("\n".join(lines), TEXT_BUDGET - 1_200) or words("mirror-none", days=DAYS))
    which = words("mirror-followed" if card.follows else "mirror-all", days=DAYS)
    switch = deed_button(
        words("mirror-stop" if on else "mirror-start"),
        MirrorDeed(on=not on),
        emoji="🗓️",
        style=discord.ButtonStyle.secondary if on else discord.ButtonStyle.primary,
    )
    refresh = turn_button(words("mirror-refresh"), MirrorQuery(), emoji="🔄")
    return draw(
        f"## {words('mirror-title')}\n{state}\n{which}", blocks, [[switch, refresh]], f"-# {words('mirror-sure')}"
    )


def _line(one: Ceremonial, row: Mirror | None, card: MirrorCard, words: Words, *, on: bool) -> str:
    assert one.edition.date is not None
    title = f"**{edition_title(one.ceremony, one.edition, words)}**"
    parts = [f"{title}: {words.date(one.edition.date)}", f"<t:{one.starts_at}:R>"]
    if on:
        if row is not None:
            parts.append(words(f"mirror-{row.state}"))
        else:
            parts.append(words("mirror-begun" if one.starts_at <= card.until else "mirror-soon"))
    return f"- 🏆 {' · '.join(parts)}"
