"""What is said of a question, an answer or a player, in lines that several pages share."""

from collections.abc import Iterable
from urllib.parse import urlsplit

from bot.services.trivia.table import Table
from bot.text import Words
from bot.trivia.questions import Localised, Question
from bot.trivia.rounds import GameOptions, Mode
from bot.trivia.scoring import Place, Player
from bot.ui.markdown import plain, source_link

LETTERS = "ABCDEF"
SHOWN = 10
SHOWN_SOURCES = 3


def both(text: Localised, words: Words) -> tuple[str, str | None]:
    """A text in the reader's language, and in the other one where that reads differently. Escaped."""
    own, other = (text.ko, text.en) if words.locale == "ko" else (text.en, text.ko)
    return plain(own), plain(other) if other != own else None


def option_line(question: Question, index: int, words: Words) -> str:
    """`**B** Rosé · 로제`."""
    own, other = both(question.options[index].text, words)
    return f"**{LETTERS[index]}** {own}" + (f" · {other}" if other else "")


def prompt_lines(question: Question, words: Words) -> str:
    """What is asked: in the server's language, and small below in the other, for who plays along in that."""
    own, other = both(question.prompt, words)
    return f"### {own}" + (f"\n-# {other}" if other else "")


def title(table: Table, words: Words) -> str:
    """Which question it is, and of what kind of game."""
    if table.beyond:
        return words("trivia-sudden-death")
    return words("trivia-question", number=table.number, rounds=table.options.rounds)


def right_answer(question: Question, words: Words) -> str:
    if question.can_choose:
        return option_line(question, question.right, words)
    own, other = both(question.answer, words)
    return f"**{own}**" + (f" · {other}" if other else "")


def fact_lines(question: Question, words: Words) -> str:
    """The fact that was asked for, and where it is from."""
    own, other = both(question.after, words)
    lines = [own, f"-# {other}" if other else ""]
    if question.sources:
        lines.append(f"-# {words('trivia-source')} {source_links(question)}")
    return "\n".join(filter(None, lines))


def source_links(question: Question) -> str:
    """Where the fact is from, each site once: three times the same name tells nobody more."""
    sites = {urlsplit(source).hostname or source: source for source in reversed(question.sources)}
    return " · ".join(source_link(source) for source in list(reversed(sites.values()))[:SHOWN_SOURCES])


def name_of_player(user_id: int, hidden: frozenset[int], words: Words) -> str:
    """A mention, which notifies nobody; for who chose not to stand on boards, no name."""
    return words("trivia-somebody") if user_id in hidden else f"<@{user_id}>"


def standing_lines(
    places: Iterable[Place], options: GameOptions, hidden: frozenset[int], words: Words, players: dict[int, Player]
) -> list[str]:
    lines = []
    for place in places:
        if options.mode is Mode.TEAMS:
            who = f"**{plain(options.teams[place.who].name)}**"
            count = sum(player.team == place.who for player in players.values())
            lines.append(words("trivia-team-place", rank=place.rank, who=who, points=place.points, count=count))
        elif place.lives is not None:
            who = name_of_player(place.who, hidden, words)
            lines.append(words("trivia-lives-place", rank=place.rank, who=who, points=place.points, lives=place.lives))
        else:
            who = name_of_player(place.who, hidden, words)
            lines.append(words("trivia-place", rank=place.rank, who=who, points=place.points))
    return lines
