"""Draws polls: the panel in which a server votes, and what came of it. Reads nothing."""

from typing import Any

import discord
from discord import ui

from bot.catalogue import Catalogue
from bot.services.polls.cards import PollCard
from bot.storage.polls import OPEN, Poll
from bot.text import Words
from bot.ui.layouts import FrozenLayout, Item, clip, draw
from bot.ui.markdown import plain
from bot.ui.polls.lines import counted, head, named, outcome, real_prize, round_lines, round_name, rounds, withdrawn
from bot.ui.polls.queries import HeatsQuery, PollDeskQuery, PollQuery
from bot.ui.queries import CategoryQuery, DecidedQuery
from bot.ui.screens import open_button

VOTE = "vote:"  # how the ids of votes begin: see votes.py
BUTTONS = 10  # answers that have a button each
OPTIONS = 25  # of a select
BUDGET = 3_500  # characters of a page


def panel(card: PollCard, catalogue: Catalogue, words: Words) -> FrozenLayout:
    """The panel of an open poll of ours, for everybody in the channel."""
    poll = card.poll
    turnout = words("poll-turnout", count=card.voters)
    if poll.kind == "bracket":
        header = f"{head(poll, words)}\n**{round_name(poll, poll.round, words)}** · {turnout}"
        header = f"{header}\n{_until(poll, words)}"
        vote = open_button(words("poll-vote"), HeatsQuery(poll.id), emoji="🗳️")
        vote.style = discord.ButtonStyle.primary
        blocks = [round_lines(card, poll.round, words), words("poll-tie-rule")]
        return _drawn(header, blocks, [[vote, *_ways(card, words)]], _small(poll, words))
    header = f"{head(poll, words)}\n{_until(poll, words)}\n{turnout}"
    if any((card.votes or {}).values()):
        answers = counted(card, words, by_rank=False)
    elif len(poll.answers) > BUTTONS:
        answers = named(poll, words)
    else:  # each has a button
        answers = "\n".join(withdrawn(poll, words))
    blocks = [answers, real_prize(card, catalogue, words)]
    return _drawn(header, blocks, [*_answers(poll, words), _ways(card, words)], _small(poll, words))


def results(card: PollCard, catalogue: Catalogue, words: Words, *, mine: str = "") -> FrozenLayout:
    """How a poll stands, or what came of it; always with how the real prize is decided. `mine`: a reader's own vote."""
    poll = card.poll
    header = [head(poll, words)]
    if card.open:
        header += [_until(poll, words), words("poll-turnout", count=card.voters)]
    else:
        over = words("poll-over", when=f"<t:{poll.closes_at}:f>")
        header += [outcome(card, words), f"-# {over} · {words('poll-voted', count=card.voters)}"]
    header += [mine] if mine else []
    blocks: list[str] = []
    if poll.kind == "bracket":
        blocks += rounds(card, words)
    elif card.votes is None:
        blocks += [words("poll-until-end"), named(poll, words)]
    else:
        blocks.append(counted(card, words, by_rank=True))
    blocks += [_reasons(card, words), real_prize(card, catalogue, words)]
    if poll.gone:
        blocks.append(words("poll-gone-native" if poll.native else "poll-gone-hidden"))
    rows = [_prize_ways(card, words)]
    return _drawn("\n".join(header), blocks, rows, _small(poll, words))


def closed_round(card: PollCard, round_: int, words: Words) -> FrozenLayout:
    """The panel of a bracket's round that is over."""
    poll = card.poll
    told = words("poll-round-over") if card.open else outcome(card, words)
    header = f"{head(poll, words)}\n**{round_name(poll, round_, words)}** · {told}"
    ways: list[Item] = [open_button(words("poll-whole-bracket"), PollQuery(poll.id), emoji="📊")]
    return _drawn(header, [round_lines(card, round_, words)], [ways], _small(poll, words))


def native_text(card: PollCard, catalogue: Catalogue, words: Words) -> str:
    """What stands over one of Discord's own polls, which shows question, answers and votes by itself."""
    poll = card.poll
    return clip("\n".join(filter(None, [real_prize(card, catalogue, words), f"-# {_small(poll, words)}"])), 1_900)


def _drawn(header: str, blocks: list[str], rows: list[list[Item]], footer: str | None) -> FrozenLayout:
    """A page whose blocks share what the header leaves of Discord's characters, the first served first."""
    room = BUDGET - len(header) - len(footer or "")
    shown = []
    for block in filter(None, blocks):
        if room < 80:
            break
        shown.append(clip(block, room))
        room -= len(shown[-1])
    return draw(header, shown, rows, footer and f"-# {footer}")


def _until(poll: Poll, words: Words) -> str:
    return words("poll-until", when=f"<t:{poll.closes_at}:f>", left=f"<t:{poll.closes_at}:R>")


def _small(poll: Poll, words: Words) -> str:
    """Its number, who sees the votes, and how the order came about."""
    secret = "poll-secret" if poll.state == OPEN else "poll-was-secret"
    parts = [words("poll-number", number=str(poll.id)), words("poll-public" if poll.native else secret)]
    if poll.seed:
        parts.append(words("poll-lot"))
    return " · ".join(parts)


def _reasons(card: PollCard, words: Words) -> str:
    """Why members chose as they did, as far as they agreed that it is shown."""
    if not card.reasons:
        return ""
    parts = []
    for answer, stance in enumerate(card.poll.answers):
        told = [f"- {plain(reason)}" for chosen, reason in card.reasons if chosen == answer]
        parts += ["\n".join([f"**{plain(stance.text)}**", *told])] if told else []
    return clip(f"### {words('poll-reasons')}\n" + "\n\n".join(parts), 1_600)


def _answers(poll: Poll, words: Words) -> list[list[Item]]:
    """What to vote by: buttons for up to ten answers, else selects of 25."""
    left = [(n, one) for n, one in enumerate(poll.answers) if not one.withdrawn]
    if len(poll.answers) <= BUTTONS:
        style = discord.ButtonStyle.primary
        buttons: list[Item] = [
            ui.Button(label=one.text[:80], style=style, custom_id=f"{VOTE}{poll.id}:{n}") for n, one in left
        ]
        return [buttons[n : n + 5] for n in range(0, len(buttons), 5)]
    rows: list[list[Item]] = []
    for start in range(0, len(left), OPTIONS):
        part = left[start : start + OPTIONS]
        options = [discord.SelectOption(label=one.text[:100], value=str(n)) for n, one in part]
        several = len(left) > OPTIONS
        hint = words("poll-choose-part", first=start + 1, last=start + len(part)) if several else words("poll-choose")
        rows.append(
            [ui.Select[Any](custom_id=f"{VOTE}{poll.id}:s{start // OPTIONS}", placeholder=hint[:150], options=options)]
        )
    return rows


def _ways(card: PollCard, words: Words) -> list[Item]:
    poll = card.poll
    hidden = card.votes is None and poll.kind != "bracket"
    mine = words("poll-mine" if hidden else "poll-results")
    ways: list[Item] = [open_button(mine, PollQuery(poll.id, own=True), emoji="📊")]
    ways += _prize_ways(card, words)[:1]
    ways.append(open_button(words("poll-manage"), PollDeskQuery(poll.id), emoji="⚙️"))
    return ways


def _prize_ways(card: PollCard, words: Words) -> list[Item]:
    if card.real is None:
        return []
    prize = card.real.card
    query = CategoryQuery(prize.ceremony.id, prize.prize.id, prize.edition.id)
    return [
        open_button(words("button-decided"), DecidedQuery(show=prize.ceremony.id), emoji="⚖️"),
        open_button(words("poll-prize"), query, emoji="🏆"),
    ]
