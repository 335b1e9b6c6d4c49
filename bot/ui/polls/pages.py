"""Draws the private pages of polls: a vote that is kept, a heat, the list, and the desk of who manages one."""

from collections.abc import Mapping, Sequence
from typing import Any

import discord
from discord import ui

from bot.services.polls.cards import PollCard
from bot.storage.poll_votes import Voted
from bot.storage.polls import OPEN, Poll
from bot.text import Words
from bot.ui.layouts import FrozenLayout, Item, clip, draw
from bot.ui.markdown import plain, quoted
from bot.ui.polls.lines import head, round_name, withdrawn
from bot.ui.polls.queries import (
    EndPollDeed,
    HeatDeed,
    HeatsQuery,
    PollDeskQuery,
    PollQuery,
    PollsQuery,
    ReasonDeed,
    RepostDeed,
    WithdrawDeed,
)
from bot.ui.screens import deed_button, deed_id, open_button, page_buttons, turn_button

PER_PAGE = 5


def kept_page(voted: Voted, answer: int, words: Words) -> FrozenLayout:
    """Said only once the vote is stored."""
    poll = voted.poll
    values = {"answer": plain(poll.answers[answer].text), "left": f"<t:{poll.closes_at}:R>"}
    if voted.before is None or voted.before == answer:
        text = words("poll-kept", **values)
    else:
        text = words("poll-changed", **values, before=plain(poll.answers[voted.before].text))
    rows: list[list[Item]] = []
    if poll.kind == "debate":
        rows.append([deed_button(words("poll-say-why"), ReasonDeed(poll.id), emoji="💬")])
    return draw(text, rows=rows)


def heat_page(poll: Poll, mine: Mapping[int, int], query: HeatsQuery, words: Words) -> FrozenLayout:
    """One heat of the present round with a button for each side, for one member."""
    heats = [heat for heat in poll.now if heat.second is not None]
    if poll.state != OPEN or not heats:
        return draw(f"{head(poll, words)}\n{words('poll-bracket-over')}")
    unvoted = next((n for n, heat in enumerate(heats, 1) if heat.key not in mine), 1)
    number = min(max(query.heat, 1), len(heats)) if query.heat else unvoted
    heat = heats[number - 1]
    sides = [side for side in (heat.first, heat.second) if side is not None]
    done = sum(1 for one in heats if one.key in mine)
    lines = [
        head(poll, words),
        words("poll-heat-of", round=round_name(poll, poll.round, words), number=number, count=len(heats)),
        words("poll-heat-progress", done=done, count=len(heats), left=f"<t:{poll.closes_at}:R>"),
    ]
    chosen = mine.get(heat.key)
    versus = words("poll-heat-open", first=_side(poll, sides[0]), second=_side(poll, sides[1]))
    blocks = [versus if chosen is None else f"{versus}\n{words('poll-kept-heat', answer=_side(poll, chosen))}"]
    buttons: list[Item] = [
        deed_button(
            poll.answers[side].text,
            HeatDeed(poll.id, heat.key, side),
            emoji="✅" if chosen == side else None,
            style=discord.ButtonStyle.success if chosen == side else discord.ButtonStyle.primary,
        )
        for side in sides
    ]
    ways: list[Item] = []
    if len(heats) > 1:
        back, onward = HeatsQuery(poll.id, number - 1), HeatsQuery(poll.id, number + 1)
        ways = [
            turn_button(words("page-back"), back, emoji="◀️", disabled=number == 1),
            turn_button(words("page-onward"), onward, emoji="▶️", disabled=number == len(heats)),
        ]
    return draw("\n".join(lines), blocks, [buttons, ways])


def list_page(polls: Sequence[Poll], query: PollsQuery, words: Words, *, manages: bool) -> FrozenLayout:
    """A server's polls: those of one page, newest and open ones first; a deleted panel can be posted again."""
    shown, page, count = part_of(polls, query)
    if not polls:
        return draw(f"## {words('poll-list')}\n{words('poll-list-none')}")
    blocks: list[str | tuple[str, ui.Button[Any]]] = []
    again: list[Item] = []
    for poll in shown:
        way = PollDeskQuery(poll.id) if manages and poll.state == OPEN else PollQuery(poll.id)
        label = words("poll-manage") if isinstance(way, PollDeskQuery) else words("poll-results")
        blocks.append((line(poll, words), open_button(label, way)))
        if manages and can_return(poll):
            again.append(deed_button(words("poll-repost", number=str(poll.id)), RepostDeed(poll.id), emoji="📮"))
    rows = [again, page_buttons(query.but(page=page), page, count, words)]
    footer = words("page-number", page=page, count=count) if count > 1 else None
    return draw(f"## {words('poll-list')}", blocks, rows, footer)


def part_of(polls: Sequence[Poll], query: PollsQuery) -> tuple[Sequence[Poll], int, int]:
    """The polls of a page, its number, and how many pages there are."""
    count = max(1, -(-len(polls) // PER_PAGE))
    page = min(max(query.page, 1), count)
    return polls[(page - 1) * PER_PAGE : page * PER_PAGE], page, count


def line(poll: Poll, words: Words) -> str:
    """A poll in the list."""
    number = words("poll-number", number=str(poll.id))
    if poll.state == OPEN:
        state = words("poll-until", when=f"<t:{poll.closes_at}:f>", left=f"<t:{poll.closes_at}:R>")
    else:
        state = words("poll-over", when=f"<t:{poll.closes_at}:f>")
    lines = [f"**{quoted(poll.question)}**", f"-# {number} · {where(poll, words)} · {state}"]
    if poll.gone:
        lines.append(words("poll-gone-native" if poll.native else "poll-gone-hidden"))
    return "\n".join(lines)


def where(poll: Poll, words: Words) -> str:
    """Its channel, and its message as a link where it is there."""
    if poll.message_id is None or poll.gone:
        return f"<#{poll.channel_id}>"
    address = f"https://discord.com/channels/{poll.guild_id}/{poll.channel_id}/{poll.message_id}"
    return f"<#{poll.channel_id}> · [{words('poll-go')}]({address})"


def can_return(poll: Poll) -> bool:
    """Whether its panel can be posted again."""
    return poll.gone and poll.state == OPEN and not poll.native


def desk_page(card: PollCard, now: float, words: Words, merged: int = 0) -> FrozenLayout:
    """What who manages a poll can do with it at `now` (UTC seconds)."""
    poll = card.poll
    if poll.state == OPEN and poll.closes_at <= now + 1:  # ended by hand, it closes with that second
        key = "poll-counting-round" if poll.kind == "bracket" else "poll-counting"
        return draw(f"{head(poll, words)}\n{words(key, where=f'<#{poll.channel_id}>')}")
    if poll.state != OPEN:
        return draw(line(poll, words), rows=[[turn_button(words("poll-results"), PollQuery(poll.id), emoji="📊")]])
    number, until = words("poll-number", number=str(poll.id)), f"<t:{poll.closes_at}:R>"
    header = f"{head(poll, words)}\n-# {number} · {words('poll-until', when=f'<t:{poll.closes_at}:f>', left=until)}"
    told = words("poll-open-here" if poll.posted else "poll-open-later", where=where(poll, words))
    gone = [words("poll-gone-native" if poll.native else "poll-gone-hidden")] if poll.gone else []
    selects = _withdrawals(poll, words)
    means = [words(f"poll-{poll.style}-means"), *([words("poll-can-withdraw")] if selects else [])]
    blocks = [told, *gone, " ".join(means), clip("\n".join(withdrawn(poll, words)), 1_500)]
    if merged:
        blocks.insert(0, words("poll-merged", count=merged))
    ways: list[Item] = [
        deed_button(
            words("poll-end-round" if poll.kind == "bracket" else "poll-end"),
            EndPollDeed(poll.id),
            emoji="⏹️",
            style=discord.ButtonStyle.danger,
        )
    ]
    if can_return(poll):
        ways.append(deed_button(words("poll-repost", number=str(poll.id)), RepostDeed(poll.id), emoji="📮"))
    return draw(header, [block for block in blocks if block], [*selects, ways])


def _withdrawals(poll: Poll, words: Words) -> list[list[Item]]:
    """A select for taking an answer out; of Discord's own polls and brackets none can be."""
    left = [(n, one) for n, one in enumerate(poll.answers) if not one.withdrawn]
    if poll.native or poll.kind == "bracket" or len(left) <= 2:
        return []
    rows: list[list[Item]] = []
    for start in range(0, len(left), 25):
        part = left[start : start + 25]
        options = [discord.SelectOption(label=one.text[:100], value=str(n)) for n, one in part]
        deed = deed_id(WithdrawDeed(poll.id, start // 25))
        rows.append([ui.Select[Any](custom_id=deed, placeholder=words("poll-withdraw")[:150], options=options)])
    return rows


def _side(poll: Poll, side: int) -> str:
    return f"**{plain(poll.answers[side].text)}**"
