"""Draws the daily challenge: the next question, the result and its line to share, and where a server has it posted."""

import datetime
from typing import Any

import discord
from discord import ui

from bot.services.trivia.dailies import Sitting
from bot.services.trivia.leaderboards import BoardGame
from bot.storage.dailies import Place, Run
from bot.text import Words
from bot.trivia.periods import Period
from bot.ui.boards.choosing import asked, choices, told
from bot.ui.boards.leaderboard import LeaderboardQuery
from bot.ui.layouts import FrozenLayout, Item, draw
from bot.ui.queries import Deed, Query
from bot.ui.screens import deed_button, deed_id, open_button

_KEYS = {"day": "d", "number": "n", "pick": "c"}
RIGHT, WRONG = "🟩", "❌"  # told apart by shape as well


class DailyQuery(Query, frozen=True, omit_defaults=True, rename=_KEYS):
    """Where the reader stands with the challenge of a day, ISO; None: today's."""

    screen = "daily"

    day: str | None = None


class DailyPickDeed(Deed, frozen=True, omit_defaults=True, rename=_KEYS):
    """Answers question `number` (from 0) of a day with an option."""

    screen = "daily-pick"

    day: str
    number: int
    pick: int


class DailyShareDeed(Deed, frozen=True, omit_defaults=True, rename=_KEYS):
    """Says in the channel how one did, and nothing of what was asked."""

    screen = "daily-share"

    day: str


class DailyPlaceQuery(Query, frozen=True, omit_defaults=True, rename=_KEYS):
    """Where the server has the challenge posted, for those who manage it."""

    screen = "daily-place"


class DailyPlaceDeed(Deed, frozen=True, omit_defaults=True, rename=_KEYS):
    """Has it posted in the channel that a select holds; nowhere when it holds none."""

    screen = "daily-put"


def daily_page(sitting: Sitting, manages: bool, words: Words) -> FrozenLayout:
    """What became of the last answer, then the next question or the result."""
    run, challenge = sitting.run, sitting.challenge
    blocks = []
    if run.asked:
        blocks.append(told(challenge.questions[run.asked - 1], int(run.picks[-1]), words))
    question = sitting.next
    rows: list[list[Item]]
    if question is None:
        blocks.append(_result(sitting, words))
        rows = [[deed_button(words("daily-share"), DailyShareDeed(run.day), emoji="📣"), _board(words)]]
    else:
        heading = words("question-number", number=run.asked + 1, count=len(challenge.questions))
        blocks.append(asked(question, heading, words))
        rows = choices(question, lambda pick: DailyPickDeed(run.day, run.asked, pick), words)
    if manages and (question is None or not run.asked):
        rows.append([open_button(words("daily-post-open"), DailyPlaceQuery(), emoji="📌")])
    ends = {"ends": f"<t:{challenge.ends_at}:R>"}
    key = "daily-next" if question is None else "daily-on" if run.asked else "daily-intro"
    return draw(f"## {_title(run.day, words)}\n{words(key, **ends)}", blocks, rows)


def shared_page(sitting: Sitting, user_id: int, words: Words) -> FrozenLayout:
    """How a member did, without a word of what was asked."""
    header = f"## {_title(sitting.run.day, words)}\n<@{user_id}> · {_score(sitting, words)}"
    rows: list[list[Item]] = [[open_button(words("daily-play"), DailyQuery(), emoji="▶️"), _board(words)]]
    return draw(header, [f"{blocks_of(sitting.run)}\n-# {in_words(sitting.run, words)}"], rows)


def daily_post(day: str, ends_at: int, yesterday: tuple[int, int], words: Words) -> FrozenLayout:
    """What is posted each day; `yesterday` is how many finished it here, and how many with everything right."""
    blocks = [words("daily-yesterday", count=yesterday[0], perfect=yesterday[1])] if yesterday[0] else []
    rows: list[list[Item]] = [[open_button(words("daily-play"), DailyQuery(), emoji="▶️"), _board(words)]]
    return draw(f"## {_title(day, words)}\n{words('daily-posted', ends=f'<t:{ends_at}:R>')}", blocks, rows)


def daily_place_page(place: Place | None, hour: int, zone: str, words: Words) -> FrozenLayout:
    """The channel in which it is posted, with the control to change it."""
    when = {"hour": f"{hour:02}:00", "zone": words.city(zone)}
    now = words("daily-place-none") if place is None else words("daily-place-now", channel=f"<#{place.channel_id}>")
    known = [] if place is None else [place.channel_id]
    select = ui.ChannelSelect[Any](
        custom_id=deed_id(DailyPlaceDeed()),
        placeholder=words("daily-place-choose")[:150],
        channel_types=[discord.ChannelType.text, discord.ChannelType.news],
        default_values=[
            discord.SelectDefaultValue(id=one, type=discord.SelectDefaultValueType.channel) for one in known
        ],
        min_values=0,
        max_values=1,
    )
    return draw(f"## {words('daily-place-title')}\n{words('daily-place-text', **when)}", [now], [[select]])


def blocks_of(run: Run) -> str:
    """A block for each answer, in the order of the questions."""
    return "".join(RIGHT if mark == "1" else WRONG for mark in run.marks)


def in_words(run: Run, words: Words) -> str:
    """The same for who does not see blocks."""
    right = [str(number) for number, mark in enumerate(run.marks, 1) if mark == "1"]
    if len(right) in (0, len(run.marks)):
        return words("daily-all-right" if right else "daily-none-right")
    return words("daily-right-ones", count=len(right), numbers=words.list(right))


def _result(sitting: Sitting, words: Words) -> str:
    """The score, and the line to copy: text that any place takes."""
    run = sitting.run
    line = f"Laurel {run.day} · {run.right}/{run.asked}\n{blocks_of(run)}"
    return f"**{_score(sitting, words)}**\n{in_words(run, words)}\n```\n{line}\n```"


def _score(sitting: Sitting, words: Words) -> str:
    run = sitting.run
    score = words("daily-score", right=run.right, count=run.asked)
    streak = sitting.streak.now if sitting.streak is not None else 0
    return f"{score} · {words('daily-streak', days=streak)}" if streak > 1 else score


def _title(day: str, words: Words) -> str:
    return words("daily-title", day=words.day(datetime.date.fromisoformat(day)))


def _board(words: Words) -> ui.Button[Any]:
    return open_button(words("daily-board"), LeaderboardQuery(BoardGame.DAILY, Period.DAY), emoji="🏆")
