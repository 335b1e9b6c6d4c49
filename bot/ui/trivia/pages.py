"""Draws a game in each of its states. Pure: the same table, words and hidden names, the same page."""

from collections import Counter

import discord
from discord import ui

from bot.services.trivia.table import Table
from bot.text import Words
from bot.trivia.questions import Question
from bot.trivia.rounds import IDLE_ROUNDS, PAUSE_MS, Mode
from bot.trivia.scoring import Player, is_decided
from bot.trivia.session import State, Why
from bot.ui.layouts import FrozenLayout, Item, draw
from bot.ui.markdown import plain, quoted
from bot.ui.screens import deed_button
from bot.ui.trivia.deeds import BeginDeed, JoinDeed, LeaveDeed, TypeDeed
from bot.ui.trivia.texts import (
    LETTERS,
    SHOWN,
    fact_lines,
    name_of_player,
    option_line,
    prompt_lines,
    right_answer,
    standing_lines,
    title,
)

ANSWER = "answer:"  # the beginning of an answer button's custom id
LEADING = 3
JOINED_SHOWN = 20


def answer_id(game_id: int, number: int, index: int) -> str:
    return f"{ANSWER}{game_id}:{number}:{index}"


def lobby_page(table: Table, topic: str, hidden: frozenset[int], words: Words, ends_at: int) -> FrozenLayout:
    """Who plays so far, and how to join. `topic` is what is asked about, escaped."""
    options, game = table.options, table.game
    mode = options.mode.value
    what = words("trivia-what", rounds=options.rounds, seconds=options.seconds, topic=topic)
    header = f"## {words('trivia-lobby-title')}\n{words(f'trivia-mode-{mode}')}\n{what}"
    blocks = [f"**{plain(team.name)}**\n" + _joined(table, n, hidden, words) for n, team in enumerate(options.teams)]
    if options.mode is not Mode.TEAMS:
        blocks = [_joined(table, None, hidden, words)]
    by_role = any(team.role_id for team in options.teams)
    if options.teams and not by_role:
        joins = [deed_button(team.name, JoinDeed(game.id, n), style=_join()) for n, team in enumerate(options.teams)]
    else:
        joins = [deed_button(words("trivia-join"), JoinDeed(game.id), style=_join())]
    others = [
        deed_button(words("trivia-leave"), LeaveDeed(game.id)),
        deed_button(words("trivia-begin"), BeginDeed(game.id)),
    ]
    footer = words("trivia-lobby-ends", when=f"<t:{ends_at}:R>", who=f"<@{game.starter_id}>")
    return draw(header, blocks, [joins, others], footer)


def lobby_over_page(table: Table, hidden: frozenset[int], words: Words) -> FrozenLayout:
    """The lobby without its buttons."""
    blocks = [
        f"**{plain(team.name)}**\n" + _joined(table, n, hidden, words) for n, team in enumerate(table.options.teams)
    ]
    return draw(f"## {words('trivia-lobby-over')}", blocks or [_joined(table, None, hidden, words)])


def question_page(table: Table, hidden: frozenset[int], words: Words) -> FrozenLayout:
    """An open question with its buttons. Few components: Discord sends the whole message along with every press."""
    question, game = _asked(table), table.game
    lines = [f"## {title(table, words)}", prompt_lines(question, words)]
    if table.beyond and table.may_answer:
        names = [name_of_player(one, hidden, words) for one in sorted(table.may_answer)[:SHOWN]]
        lines.append(words("trivia-only", who=words.list(names)))
    rows: list[list[Item]] = []
    if table.typed:
        label = words("trivia-type")
        rows.append([deed_button(label, TypeDeed(game.id, table.number), style=_join())])
        footer = words("trivia-typed-ends", when=_closes(table))
    else:
        lines += ["", *(option_line(question, index, words) for index in range(len(question.options)))]
        buttons: list[Item] = [
            ui.Button(
                label=f"{LETTERS[index]} · {one.text.of(words.locale)}"[:80],
                custom_id=answer_id(game.id, table.number, index),
                style=discord.ButtonStyle.secondary,
            )
            for index, one in enumerate(question.options)
        ]
        half = (len(buttons) + 1) // 2 if len(buttons) > 4 else len(buttons)
        rows += [buttons[:half], buttons[half:]]
        footer = words("trivia-choice-ends", when=_closes(table))
    return draw("\n".join(lines), (), rows, footer)


def reveal_page(table: Table, hidden: frozenset[int], words: Words) -> FrozenLayout:
    """The answer, who knew it, and the fact with its sources."""
    question = _asked(table)
    blocks = [f"{prompt_lines(question, words)}\n\n{words('trivia-right', answer=right_answer(question, words))}"]
    if table.skipped:
        blocks.append(words("trivia-skipped"))
    else:
        blocks.append("\n".join(_result_lines(table, hidden, words)))
    blocks.append(fact_lines(question, words))
    follows = _follows(table, words)
    by_lives = table.options.mode is Mode.ELIMINATION  # who lost one reads it here
    if follows and not table.skipped and table.standings and (table.number > 1 or by_lives):
        shown = table.standings[: SHOWN if by_lives else LEADING]
        leading = standing_lines(shown, table.options, hidden, words, table.players)
        blocks.append("\n".join([words("trivia-leading"), *leading]))
    return draw(f"## {title(table, words)}", blocks, footer=follows)


def end_page(table: Table, hidden: frozenset[int], words: Words) -> FrozenLayout:
    """The standings, and why the game is over."""
    why = Why(table.game.why or Why.DONE)
    header = f"## {words('trivia-end-title')}\n{words(f'trivia-end-{why.value}')}"
    places = [place for place in table.standings if place.points or table.options.mode is not Mode.CHOICE]
    lines = standing_lines(places[:SHOWN], table.options, hidden, words, table.players)
    blocks = ["\n".join(lines) if lines else words("trivia-nobody-scored")]
    if len(places) > SHOWN:
        blocks.append(words("trivia-more-players", count=len(places) - SHOWN))
    if table.options.mode is Mode.TEAMS and table.players:
        best = sorted(table.players.values(), key=lambda one: (-one.points, one.user_id))[:LEADING]
        told = [f"{name_of_player(one.user_id, hidden, words)} {one.points}" for one in best if one.points]
        blocks += [words("trivia-best-players", who=words.list(told))] if told else []
    return draw(header, blocks, footer=words("trivia-counts", humans=table.options.rules.humans))


def _result_lines(table: Table, hidden: frozenset[int], words: Words) -> list[str]:
    question, answers = _asked(table), table.answers
    if not answers:
        return [words("trivia-nobody-answered")]
    right = [one for one in answers if one.right]
    lines = [words("trivia-how-many", right=len(right), all=len(answers))]
    if not table.typed:
        counts = Counter(one.choice for one in answers)
        told = [f"{LETTERS[index]} {counts[index]}" for index in range(len(question.options))]
        lines.append(words("trivia-counts-by-option", counts=" · ".join(told)))
    if table.options.mode is Mode.ELIMINATION:
        out = [one.user_id for one in table.players.values() if one.is_out]
        left = len(table.players) - len(out)
        lines.append(words("trivia-left", left=left, all=len(table.players)))
    if len(answers) < table.options.rules.humans:
        lines.append(words("trivia-too-few", humans=table.options.rules.humans))
    best = sorted(right, key=lambda one: (-(one.points or 0), one.press_id))
    lines += [f"- {name_of_player(one.user_id, hidden, words)} +{one.points}" for one in best[:SHOWN]]
    if len(best) > SHOWN:
        lines.append(f"- {words('trivia-more-right', count=len(best) - SHOWN)}")
    return lines


def _follows(table: Table, words: Words) -> str | None:
    """What comes next, while something does. No countdown: this stays in the channel, and would soon count upwards."""
    over = is_decided(tuple(table.players.values()), table.options, table.number)
    if table.state is State.ENDED or over or table.game.idle >= IDLE_ROUNDS:
        return None
    return words("trivia-next", seconds=PAUSE_MS // 1000)


def _joined(table: Table, team: int | None, hidden: frozenset[int], words: Words) -> str:
    players: list[Player] = [one for one in table.players.values() if team is None or one.team == team]
    if not players:
        return words("trivia-nobody-joined")
    names = [name_of_player(one.user_id, hidden, words) for one in players[:JOINED_SHOWN]]
    return words("trivia-joined", count=len(players), who=words.list(names))


def _asked(table: Table) -> Question:
    assert table.question is not None
    return table.question


def _closes(table: Table) -> str:
    return f"<t:{(table.window.closes_ms + 999) // 1000}:R>"


def _join() -> discord.ButtonStyle:
    return discord.ButtonStyle.primary


def typed_line(text: str) -> str:
    """What a member typed, to show it back."""
    return quoted(text)
