"""20,000 questions over the whole catalogue: one right answer each, in both languages, within Discord's limits."""

import itertools
import re
from collections import Counter
from random import Random

import msgspec
import pytest

from bot.catalogue import Catalogue
from bot.catalogue.model import Category, Confidence
from bot.catalogue.names import fold
from bot.errors import Refused
from bot.services.trivia.questions import Questions
from bot.text import WordBook
from bot.trivia.questions import (
    AFTER_LENGTH,
    EVERYTHING,
    FEWEST_OPTIONS,
    MOST_OPTIONS,
    OPTION_LENGTH,
    PROMPT_LENGTH,
    Difficulty,
    Localised,
    Question,
    Topic,
)
from bot.trivia.templates import TEMPLATES
from bot.trivia.wordings import told_apart
from tests.trivia.judge import Judge

DEALT = 20_000
NO_HANGUL = re.compile(r"[가-힣]")
DOUBTFUL = ("은(는)", "이(가)", "을(를)", "과(와)", "이에요(예요)")  # a particle that nobody could choose


@pytest.fixture(scope="module")
def questions(catalogue: Catalogue, words: WordBook) -> Questions:
    made = Questions(catalogue, words)
    made.prepare()
    return made


@pytest.fixture(scope="module")
def dealt(questions: Questions) -> list[Question]:
    """Every fact once, and then as many again at random as make up the number, with other options."""
    facts = questions.facts
    dice = Random("dealt")
    again = dice.choices(facts, k=max(0, DEALT - len(facts)))
    return [questions.ask(fact, str(n)) for n, fact in enumerate(itertools.chain(facts, again))]


def test_exactly_one_option_is_right(catalogue: Catalogue, dealt: list[Question]) -> None:
    """By the catalogue's raw rows, not by the code that chose them."""
    judge = Judge(catalogue)
    wrong = []
    for question in dealt:
        true = judge.true(question)
        if sum(true) != 1 or not true[question.right]:
            wrong.append((question.id, true, question.right, [option.text.en for option in question.options]))
    assert len(dealt) >= DEALT and not wrong, f"{len(wrong)}: {wrong[:5]}"


def test_options_read_differently_and_fit(dealt: list[Question]) -> None:
    for question in dealt:
        assert FEWEST_OPTIONS <= len(question.options) <= MOST_OPTIONS, question.id
        for texts in ([one.text.en for one in question.options], [one.text.ko for one in question.options]):
            assert len({fold(text) or text for text in texts}) == len(texts), (question.id, texts)
            assert all(0 < len(text) <= OPTION_LENGTH for text in texts), question.id
        for text, most in ((question.prompt, PROMPT_LENGTH), (question.after, AFTER_LENGTH)):
            assert 0 < len(text.en) <= most and 0 < len(text.ko) <= most, question.id


def test_the_prompt_does_not_hold_its_answer(dealt: list[Question]) -> None:
    asked = [one for one in dealt if one.template in ("winner", "group", "fandom", "record", "most", "absent", "odd")]
    told = [
        one.id
        for one in asked
        for text, answer in ((one.prompt.en, one.answer.en), (one.prompt.ko, one.answer.ko))
        if re.search(rf"(?<!\w){re.escape(answer)}(?!\w)", text)
    ]
    assert not told
    for question in dealt:
        words = {fold(word) for word in re.split(r"[\s,.?!‘’“”()]+", question.prompt.en)}
        assert not words & {fold(name) for name in question.accepted if len(fold(name)) > 2}, question.id


def test_every_question_has_its_papers_and_its_words(dealt: list[Question]) -> None:
    for question in dealt:
        assert question.sources and all(question.sources), question.id
        assert NO_HANGUL.search(question.prompt.ko), question.id
        for text in (question.prompt, question.after):
            assert "{" not in text.en + text.ko and "???" not in text.en + text.ko, question.id
            if question.template != "record":  # the gap may be of either kind
                assert not any(particle in text.ko for particle in DOUBTFUL), (question.id, text.ko)


def test_each_language_reads_as_one_who_speaks_it_would_say_it(dealt: list[Question]) -> None:
    for question in dealt:
        for text in (question.prompt, question.after):
            assert "the The " not in text.en and " 및 " not in text.ko, question.id
        told = [question.prompt.ko, question.after.ko, *(option.text.ko for option in question.options)]
        assert not any(re.search(r"of the Year –|Quarter", text) for text in told), told


@pytest.mark.parametrize(
    ("prize", "wording", "told"),
    [
        ("올해의 가수상 (음원 부문)", "Song of the Year – October", "올해의 가수상 (음원 부문, 10월)"),
        (
            "올해의 가수상 (음원 부문)",
            "Artist of the Year – Digital (May 2020)",
            "올해의 가수상 (음원 부문, 2020년 5월)",
        ),
        ("올해의 가수상 (음반 부문)", "Album of the Year – 3rd Quarter", "올해의 가수상 (음반 부문, 3분기)"),
        ("올해의 발견상", "Discovery of the Year – R&B", "올해의 발견상 (R&B)"),
        ("여자 신인상", "Best New Female Group", "여자 신인상 (여자 그룹)"),
        ("특별상", "Special Mayhem Prize", "특별상 (Special Mayhem Prize)"),
    ],
)
def test_prizes_that_korean_calls_alike_are_told_apart(words: WordBook, prize: str, wording: str, told: str) -> None:
    assert told_apart(prize, Category(id="one", name=wording, confidence=Confidence.CONFIRMED), words.of("ko")) == told


def test_what_is_typed_is_accepted_and_the_other_options_are_not(questions: Questions, dealt: list[Question]) -> None:
    typed = [question for question in dealt if question.can_type]
    assert len(typed) > DEALT / 4
    for question in Random("typed").sample(typed, 1_000):
        assert questions.judge(question.answer.en, question), question
        assert questions.judge(f"  {question.answer.ko}! ", question), question
        for place, option in enumerate(question.options):
            if place != question.right:
                assert not questions.judge(option.text.en, question), (question.id, option)
                assert not questions.judge(option.text.ko, question), (question.id, option)


def test_every_template_is_dealt(dealt: list[Question]) -> None:
    asked = Counter(question.template for question in dealt)
    assert set(asked) == {template.name for template in TEMPLATES} - {"own"} and len(asked) >= 14
    print(dict(asked))


def test_a_question_can_be_kept_and_taken_up(dealt: list[Question]) -> None:
    for question in dealt[::500]:
        assert msgspec.json.decode(msgspec.json.encode(question), type=Question) == question


def test_ids_are_short_and_unique(questions: Questions) -> None:
    ids = [fact.id for fact in questions.facts]
    assert len(set(ids)) == len(ids) and max(map(len, ids)) <= 140


async def test_the_same_turn_is_the_same_question(questions: Questions, catalogue: Catalogue, words: WordBook) -> None:
    other = Questions(catalogue, words)
    for turn in (0, 1, 17, 3_000):
        assert await questions.deal("here", turn) == await other.deal("here", turn)
    assert await questions.deal("here", 3) != await questions.deal("there", 3)


async def test_artists_take_fair_turns_and_nothing_comes_twice(questions: Questions) -> None:
    dealt = [await questions.deal("evening", turn) for turn in range(3_000)]
    first = dealt[:400]
    assert len({question.id for question in first}) == len(first)
    shares = Counter(question.artists[0] for question in dealt if question.artists)
    assert max(shares.values()) < len(dealt) * 0.03 and len(shares) > 200
    hard = Counter(question.difficulty for question in dealt)
    assert hard[Difficulty.EASY] == hard[Difficulty.MEDIUM] == 2 * hard[Difficulty.HARD]


@pytest.mark.parametrize(
    "topic", [Topic(artist="twice"), Topic(show="mama"), Topic(era=1), Topic(artist="shinee", show="mma")]
)
async def test_a_topic_is_kept_to(questions: Questions, topic: Topic) -> None:
    count = await questions.count(topic)
    dealt = [await questions.deal("topic", turn, topic) for turn in range(min(count, 30))]
    assert len({question.id for question in dealt}) == len(dealt) > 9
    for question in dealt:
        assert topic.artist is None or topic.artist in question.artists
        assert topic.show in (None, question.show) and topic.era in (None, question.era)


async def test_typed_games_and_difficulties(questions: Questions) -> None:
    for difficulty in Difficulty:
        assert await questions.count(difficulty=difficulty) > 1_000
        question = await questions.deal("typed", 5, difficulty=difficulty, typed=True)
        assert question.can_type and question.difficulty is difficulty


async def test_nothing_to_ask(questions: Questions) -> None:
    nobody = Topic(artist="nobody-at-all")
    assert await questions.count(nobody) == 0
    with pytest.raises(Refused, match="no-questions"):
        await questions.deal("x", 0, nobody)


async def test_play_teaches_how_hard_a_question_is(catalogue: Catalogue, words: WordBook) -> None:
    questions = Questions(catalogue, words)
    easy = await questions.deal("learn", 0, difficulty=Difficulty.EASY)
    hard = await questions.count(difficulty=Difficulty.HARD)
    await questions.relearn({easy.id: Difficulty.HARD})
    assert await questions.count(difficulty=Difficulty.HARD) == hard + 1
    fact = next(fact for fact in questions.facts if fact.id == easy.id)
    assert questions.ask(fact, "again").difficulty is Difficulty.HARD


def test_a_text_in_the_readers_language() -> None:
    text = Localised("Gee", "지")
    assert (text.of("ko"), text.of("en-GB"), text.of(None), text.of("fr")) == ("지", "Gee", "Gee", "Gee")
    assert EVERYTHING.whole and not Topic(era=0).whole
