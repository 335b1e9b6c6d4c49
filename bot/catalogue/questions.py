"""The laws of written questions: whom they name, and that exactly one of their options is right. See laws.py."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from bot.catalogue.located import Located, Place, where
from bot.catalogue.model import QuestionPack, WrittenQuestion
from bot.catalogue.names import fold

SHORT = 2  # letters: what is no longer stands in many a question by chance


class Row(NamedTuple):
    """A question with where it stands."""

    place: Place
    path: str
    question: WrittenQuestion

    def problem(self, field: str, message: str, value: str | None = None) -> str:
        return self.place.problem(f"{self.path}.{field}", message, value)


def broken_questions(located: Located) -> Iterator[str]:
    """One line for each written question that names nobody, has two right answers, none, or no papers."""
    shows = {ceremony.id for _, _, ceremony in located.ceremonies}
    ids: dict[str, str] = {}
    prompts: dict[str, str] = {}
    for row in _rows(located):
        question = row.question
        at = where(row.place, f"{row.path}.id")
        if first := ids.get(question.id):
            yield row.problem("id", f'question "{question.id}" is there already ({first}). Give this one another id.')
        ids.setdefault(question.id, at)
        if first := prompts.get(fold(question.prompt)):
            yield row.problem("prompt", f"the same is asked elsewhere ({first}). Ask something else, or delete one.")
        prompts.setdefault(fold(question.prompt), at)
        for artist in question.artists:
            if artist not in located.artist_names:
                message = f'"{artist}" is no artist.{located.hint(artist)} Add new artists in data/artists/.'
                yield row.problem("artists", message, artist)
        if question.show is not None and question.show not in shows:
            yield row.problem("show", f'"{question.show}" is no ceremony under data/ceremonies/.')
        if not question.confidence.counts:
            advice = "Find a source and write how well it supports it, or leave the question out."
            yield row.problem("confidence", f'what is "{question.confidence.value}" is never asked. {advice}')
        yield from _options(row)
        if not question.choice_only:
            yield from _told(row)


def _rows(located: Located) -> Iterator[Row]:
    for place, path, pack in located.packs:
        for n, question in enumerate(pack.question):
            yield Row(place, f"{path}.question[{n}]", question)


def _options(row: Row) -> Iterator[str]:
    question = row.question
    if question.wrong_ko and len(question.wrong_ko) != len(question.wrong):
        message = f"wrong has {len(question.wrong)} options, wrong_ko {len(question.wrong_ko)}. Write each in both."
        yield row.problem("wrong_ko", message)
    sides = (
        ("wrong", (question.answer, *question.accepted), question.wrong),
        ("wrong_ko", (question.answer_ko or question.answer, *question.accepted), question.wrong_ko),
    )
    for field, right, wrong in sides:
        seen = {_read(name) for name in right}
        for text in wrong:
            if _read(text) in seen:
                yield row.problem(field, f'"{text}" reads like the answer or another option. Change one.', text)
            seen.add(_read(text))


def _told(row: Row) -> Iterator[str]:
    """A typed answer may not be read off the question."""
    question = row.question
    prompts = (fold(question.prompt), fold(question.prompt_ko))
    for text in filter(None, (question.answer, question.answer_ko, *question.accepted)):
        folded = fold(text)
        if len(folded) > SHORT and any(folded in prompt for prompt in prompts):
            message = f'the question itself says "{text}". Ask otherwise, drop it, or write choice_only = true.'
            yield row.problem("prompt", message)


def _read(text: str) -> str:
    """The form in which two options read alike."""
    return fold(text) or text


def written(packs: Iterable[QuestionPack]) -> Iterator[tuple[QuestionPack, WrittenQuestion]]:
    """Every question with its pack."""
    return ((pack, question) for pack in packs for question in pack.question)
