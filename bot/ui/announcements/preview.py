"""Draws the posts to come, one at a time and exactly as they will be posted."""

from collections.abc import Sequence

from bot.anniversaries.plans import Parcel
from bot.services.announcements.preview import FARTHEST, Foreseen
from bot.services.lookup import Lookup
from bot.text import Words
from bot.ui.announcements.addresses import ListQuery, PanelQuery, PreviewQuery
from bot.ui.announcements.panel import name_of
from bot.ui.announcements.press import Press
from bot.ui.layouts import FrozenLayout, Item, clip, draw
from bot.ui.screens import turn_button

LONGEST_NAME = 150


async def preview_page(
    found: Sequence[Foreseen], query: PreviewQuery, press: Press, lookup: Lookup, words: Words
) -> FrozenLayout:
    """One of the posts between a heading and the ways to the others; these in the reader's words."""
    if not found:
        return _nothing(query, words)
    number = min(max(query.post, 1), len(found))
    one = found[number - 1]
    title = words(
        "announce-preview-title", name=clip(name_of(one.of, lookup, words), LONGEST_NAME), post=number, count=len(found)
    )
    when = f"<t:{one.post.at}:F> (<t:{one.post.at}:R>)"
    lines = [f"**{title}**", words("announce-preview-where", when=when, channel=f"<#{one.of.channel_id}>")]
    if one.skipped:
        lines.append(words("announce-preview-skipped"))
    post = await press.page(one.of, Parcel.of(one.post.payload()))
    ways = [
        *_steps(query, number, len(found), words),
        turn_button(words("config-change"), PanelQuery(one.of.id), emoji="⚙️"),
    ]
    heading = draw("\n".join(lines), rows=[ways]).to_components()
    return FrozenLayout([*heading, *(post.to_components() if post is not None else [])])


def _steps(query: PreviewQuery, number: int, count: int, words: Words) -> list[Item]:
    """To the post before and the one after."""
    if count < 2:
        return []
    back, onward = query.but(post=number - 1), query.but(post=number + 1)
    return [
        turn_button(words("page-back"), back, emoji="◀️", disabled=number == 1),
        turn_button(words("page-onward"), onward, emoji="▶️", disabled=number == count),
    ]


def _nothing(query: PreviewQuery, words: Words) -> FrozenLayout:
    ways: list[Item] = []
    if query.days < FARTHEST:
        further = query.but(days=FARTHEST, post=1)
        ways.append(turn_button(words("announce-preview-further"), further, emoji="🔭"))
    ways.append(turn_button(words("announce-all"), ListQuery(), emoji="↩️"))
    return draw(words("announce-preview-none", days=query.days), rows=[ways])
