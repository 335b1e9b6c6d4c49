"""The pages of boards and practice at their longest, in both languages, within Discord's limits."""

import datetime

import pytest

from bot.catalogue import Catalogue
from bot.services.lookup import Lookup
from bot.services.trivia.dailies import Challenge, Sitting
from bot.services.trivia.leaderboards import Board, BoardGame, Scope
from bot.services.trivia.presets import LONGEST_NAME, MOST, Preset
from bot.services.trivia.stats import DailyNumbers, MemberStats, TopicScore
from bot.storage.boards import Standing
from bot.storage.dailies import Place, Run
from bot.text import LOCALES, WordBook
from bot.trivia.dailies import QUESTIONS
from bot.trivia.periods import Period, Span
from bot.trivia.questions import (
    AFTER_LENGTH,
    OPTION_LENGTH,
    PROMPT_LENGTH,
    Difficulty,
    Localised,
    Option,
    Question,
    Topic,
)
from bot.trivia.rounds import GameOptions, Mode
from bot.trivia.streaks import Streak
from bot.ui.boards.daily import blocks_of, daily_page, daily_place_page, daily_post, in_words, shared_page
from bot.ui.boards.leaderboard import LeaderboardQuery, leaderboard_page
from bot.ui.boards.presets import presets_page
from bot.ui.boards.solo import SoloQuery, fingerprint, solo_page
from bot.ui.boards.stats import stats_page
from bot.ui.layouts import FrozenLayout
from tests.ui.test_limits import walk

MOST_USER, DAY = 2**63 - 1, "2026-11-23"
SOURCE = "https://example.org/" + "a" * 280


def check(page: FrozenLayout) -> None:
    """Components V2 (PLATFORM, section 1): 40 components, 4,000 characters; buttons 80, ids 100, 25 options."""
    parts = list(walk(page.to_components()))
    assert len(parts) <= 40
    assert sum(len(part.get("content", "")) for part in parts) <= 4_000
    assert all(part["content"].strip() for part in parts if part["type"] == 10)
    ids = [part["custom_id"] for part in parts if "custom_id" in part]
    assert len(ids) == len(set(ids)) and all(len(custom_id) <= 100 for custom_id in ids)
    for part in parts:
        assert part["type"] != 1 or 1 <= len(part["components"]) <= 5
        assert part["type"] != 2 or 1 <= len(part["label"]) <= 80
        assert part["type"] != 3 or 1 <= len(part["options"]) <= 25


def question(number: int = 0) -> Question:
    """As long as one may be, with what markdown would read."""

    def text(length: int) -> Localised:
        return Localised(f"{number}*".ljust(length, "W"), f"{number}*".ljust(length, "가"))

    options = tuple(Option(text(OPTION_LENGTH)) for _ in range(6))
    prompt, after = text(PROMPT_LENGTH), text(AFTER_LENGTH)
    return Question(f"q{number}", "x", Difficulty.HARD, prompt, after, options, 5, sources=(SOURCE,) * 9)


def sitting(marks: str) -> Sitting:
    questions = tuple(question(number) for number in range(QUESTIONS))
    done = len(marks) == QUESTIONS
    run = Run(MOST_USER, DAY, 1, "3" * len(marks), marks, 1, 2 if done else None)
    return Sitting(Challenge(DAY, questions, 1_800_000_000), run, Streak(1_000, 2_000) if done else None)


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("marks", ["", "1", "0101", "1" * QUESTIONS, "0" * QUESTIONS, "10" * 5, "1" + "0" * 9])
def test_daily_challenges(words: WordBook, locale: str, marks: str) -> None:
    of, where = words.of(locale), sitting(marks)
    check(daily_page(where, True, of))
    check(daily_page(where, False, of))
    if len(marks) == QUESTIONS:
        check(shared_page(where, MOST_USER, of))
        assert len(blocks_of(where.run)) == QUESTIONS and in_words(where.run, of)
    for taken in ((0, 0), (1, 0), (1, 1), (12_345, 12_344)):
        check(daily_post(DAY, 1_800_000_000, taken, of))
    for place in (None, Place(1, MOST_USER, 1)):
        check(daily_place_page(place, 23, "America/Argentina/Buenos_Aires", of))


@pytest.mark.parametrize("locale", LOCALES)
def test_practice(words: WordBook, lookup: Lookup, catalogue: Catalogue, locale: str) -> None:
    artist = max(catalogue.artists, key=len)
    query = SoloQuery("ffffffff", 9_999, artist=artist, pick=5, right=9_998, before=fingerprint(question(1)))
    for before in (None, question(1), question(2)):
        check(solo_page(query, before, question(3), lookup, words.of(locale)))


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("game", BoardGame)
@pytest.mark.parametrize("period", Period)
def test_leaderboards(words: WordBook, locale: str, game: BoardGame, period: Period) -> None:
    rows = tuple(Standing(MOST_USER - n, 99_999, 2**31, 2**31, 2**31, n == 1, n != 2) for n in range(10))
    day = datetime.date(2026, 11, 23)
    for scope in Scope:
        for own, hidden in ((rows[0], False), (None, False), (None, True), (rows[1], True)):
            span = None if period is Period.ALL else Span(day, day + datetime.timedelta(days=90))
            zone = "America/Argentina/Buenos_Aires"
            board = Board(game, period, scope, span, zone, rows, own, hidden, 10**6, 99_999, 100_000)
            for mine in (True, False):
                query = LeaderboardQuery(game, period, scope, page=99_999, mine=mine)
                check(leaderboard_page(board, query, MOST_USER, True, words.of(locale)))


@pytest.mark.parametrize("locale", LOCALES)
def test_numbers(words: WordBook, catalogue: Catalogue, locale: str) -> None:
    topics = tuple(TopicScore(topic, 5, 4) for topic in ("bts", "mama", "nobody any more"))
    daily = DailyNumbers(1_000, 0, 10_000, 9_999, Streak(0, 100))
    places = dict.fromkeys(Period, (99_999, 100_000))
    stats = MemberStats(MOST_USER, 10**6, 10**6, 10**9, 120_000, 120_250, topics, Streak(0, 0), daily, places)
    page = stats_page(stats, True, catalogue, words.of(locale))
    check(page)
    told = "\n".join(part.get("content", "") for part in walk(page.to_components()))
    assert "120.0" in told and "100%" in told and "nobody any more" not in told


@pytest.mark.parametrize("locale", LOCALES)
def test_presets(words: WordBook, lookup: Lookup, locale: str) -> None:
    options = GameOptions(Topic(artist="tomorrow-x-together", show="mama", era=0), 30, 120, Mode.ELIMINATION)
    presets = [Preset(f"{n:02}" + "*" * (LONGEST_NAME - 2), options) for n in range(MOST)]
    check(presets_page(presets, lookup, words.of(locale)))
    check(presets_page([], lookup, words.of(locale)))
