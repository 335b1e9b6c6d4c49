"""Questions written by hand: those of data/trivia, and a server's own."""

from collections.abc import Iterator
from random import Random

from bot.catalogue.model import WrittenQuestion
from bot.catalogue.questions import written
from bot.trivia.dealing import Fact, Maker, Template
from bot.trivia.packs import OwnQuestion
from bot.trivia.questions import Difficulty, Localised, Option, Question
from bot.trivia.world import World, told

OWN = "own"
_LEVELS = {difficulty.value: level for level, difficulty in enumerate(Difficulty)}


def _facts(world: World) -> Iterator[Fact]:
    for pack, question in written(world.catalogue.packs.values()):
        if told(question):
            owner = next((one for one in question.artists if one in world.rank), f"pack {pack.id}")
            yield Fact(
                "written", f"{pack.id}/{question.id}", owner, _LEVELS[question.difficulty.value], question.artists,
                question, question.show, question.year, typed=not question.choice_only, pack=pack.id,
            )  # fmt: skip


def _ask(maker: Maker, fact: Fact, dice: Random) -> Question:
    written: WrittenQuestion = fact.matter
    answer = Localised(written.answer, written.answer_ko or written.answer)
    pairs = zip(written.wrong, written.wrong_ko or written.wrong, strict=True)
    wrong = [Option(Localised(en, ko)) for en, ko in pairs]
    rivals = (text for option in wrong for text in (option.text.en, option.text.ko))
    return maker.question(
        fact, Localised(written.prompt, written.prompt_ko), Localised(written.after, written.after_ko),
        Option(answer), wrong, dice, accepted=dict.fromkeys((answer.en, answer.ko, *written.accepted)), rivals=rivals,
        sources=written.sources,
    )  # fmt: skip


def own_fact(guild_id: int, pack: str, question: OwnQuestion) -> Fact:
    """A server's question as a fact that can be dealt."""
    return Fact(
        OWN, f"{guild_id}/{pack}/{question.digest}", OWN, 1, (), question,
        typed=True, chosen=bool(question.wrong), pack=pack,
    )  # fmt: skip


def _ask_own(maker: Maker, fact: Fact, dice: Random) -> Question:
    own: OwnQuestion = fact.matter
    right = Option(_both(own.answers[0]))
    wrong = [Option(_both(text)) for text in own.wrong]
    after = _both(own.after) if own.after else maker.say("trivia-after-own", answer=own.answers[0])
    return maker.question(
        fact, _both(own.prompt), after, right, wrong, dice, accepted=own.answers, rivals=own.wrong,
        sources=(own.source,) if own.source else (),
    )  # fmt: skip


def _both(text: str) -> Localised:
    return Localised(text, text)


TEMPLATES = (
    Template("written", _facts, _ask),
    Template(OWN, lambda world: iter(()), _ask_own),
)
