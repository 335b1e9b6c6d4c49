"""The texts that pages about polls share: answers with bars, the real prize, a bracket's rounds. Draws no page."""

from collections.abc import Iterable, Mapping

from bot.ballots.bracket import round_count
from bot.ballots.tally import bar, percentages
from bot.catalogue import Catalogue
from bot.services.polls.cards import PollCard, Real
from bot.services.polls.drafts import nominee_name
from bot.storage.polls import OPEN, KeptHeat, Poll
from bot.text import Words
from bot.ui.layouts import clip
from bot.ui.markdown import category_title, plain, source_link

BARS = 12  # answers that have room for a bar each
ROOM = 2_200  # characters for the answers


def head(poll: Poll, words: Words) -> str:
    """The question, escaped, as a heading."""
    return f"## {plain(poll.question)}"


def counted(card: PollCard, words: Words, *, by_rank: bool) -> str:
    """Every answer with its votes, the number beside the bar; in the order of the poll unless `by_rank`."""
    votes = card.votes or {}
    if not any(votes.values()):
        return named(card.poll, words)
    answers = card.poll.answers
    order = [one.answer for one in card.standings] if by_rank else sorted(votes)
    ranks = {one.answer: one.rank for one in card.standings}
    shares = dict(zip(votes, percentages(list(votes.values())), strict=True))
    most = max(votes.values(), default=0)
    lines = []
    for answer in order:
        name = plain(answers[answer].text)
        told = words("poll-votes", votes=votes[answer], percent=shares[answer])
        # No "1.": Discord would number such lines itself, and equals share a place.
        first = f"{ranks[answer]} · **{name}**" if by_rank and votes[answer] else f"**{name}**"
        lines.append(f"{first}\n`{bar(votes[answer], most)}` {told}" if len(order) <= BARS else f"{first} · {told}")
    lines += withdrawn(card.poll, words)
    return clip("\n".join(lines), ROOM)


def named(poll: Poll, words: Words) -> str:
    """The answers without votes."""
    lines = [plain(one.text) for one in poll.answers if not one.withdrawn]
    return clip("\n".join(f"- {one}" for one in [*lines, *withdrawn(poll, words)]), ROOM)


def withdrawn(poll: Poll, words: Words) -> list[str]:
    key = "poll-withdrawn-line" if poll.state == OPEN else "poll-was-withdrawn"
    return [words(key, answer=plain(one.text)) for one in poll.answers if one.withdrawn]


def own_line(poll: Poll, mine: Mapping[int, int], words: Words) -> str:
    """A reader's own vote in one of our polls; a bracket's are on its own page."""
    if poll.native or poll.kind == "bracket":
        return ""
    if 0 not in mine:
        return words("poll-own-none") if poll.state == OPEN else ""
    return words("poll-own", answer=names([mine[0]], poll, words))


def names(answers: Iterable[int], poll: Poll, words: Words) -> str:
    """Answers in a sentence."""
    return words.list(f"**{plain(poll.answers[answer].text)}**" for answer in answers)


def outcome(card: PollCard, words: Words) -> str:
    """What a poll that is over came to, in a sentence."""
    chosen = card.chosen
    if not chosen:
        return words("poll-nobody")
    if card.poll.kind == "bracket":
        return words("poll-champion", answer=names(chosen, card.poll, words))
    key = "poll-chosen" if len(chosen) == 1 else "poll-even"
    return words(key, answers=names(chosen, card.poll, words))


def real_prize(card: PollCard, catalogue: Catalogue, words: Words) -> str:
    """How the real prize is decided, and once it was given, who has it beside whom the server chose."""
    real = card.real
    if real is None:
        return ""
    prize = real.card
    lines = [f"### {words('decided-title')}", decided_by(real, card.poll.question, words)]
    if card.open:  # who won would tell the others what to choose
        return "\n".join(lines)
    if not real.known:
        return "\n".join([*lines, words("poll-real-unknown")])
    others = (f"**{plain(nominee_name(one, catalogue, words))}**" for one in real.others)
    won = words.list([*(f"**{plain(card.poll.answers[n].text)}**" for n in real.winners), *others])
    told = [words("poll-real-winner", winners=won)]
    if card.chosen:
        chosen, agreed = set(card.chosen), set(card.chosen) & set(real.winners)
        key = "poll-differed" if not agreed else "poll-agreed" if agreed == chosen else "poll-half-agreed"
        told.append(words(key, answers=names(card.chosen, card.poll, words)))
    return "\n".join([*lines, *(f"||{line}||" if prize.spoiler else line for line in told)])


def decided_by(real: Real, question: str, words: Words) -> str:
    """Who or what decides the prize, with its name unless the question says it."""
    card = real.card
    show = plain(card.ceremony.short)
    title = words(
        "prize", category=category_title(card.prize, card.category, words), show=show, year=str(card.edition.year)
    )
    lines = [*([] if title in plain(question) else [f"**{title}**"]), words(f"method-{card.kind.value}-means")]
    if card.method.sources:
        lines.append(f"-# {words('source-plain', source=source_link(card.method.sources[0]))}")
    return "\n".join(lines)


def heat_line(heat: KeptHeat, card: PollCard, words: Words) -> str:
    """A heat in a line: who meets, and how it stands or ended."""
    poll = card.poll
    first = plain(poll.answers[heat.first].text)
    if heat.second is None:
        return words("poll-heat-bye", first=first)
    second = plain(poll.answers[heat.second].text)
    if heat.winner is None:
        votes = card.heats.get(heat.key)
        if not votes:
            return words("poll-heat-open", first=first, second=second)
        sides = {"one": votes.get(heat.first, 0), "other": votes.get(heat.second, 0)}
        return words("poll-heat-done", first=first, second=second, **sides)
    if heat.winner == heat.first:
        first = f"**{first}**"
    else:
        second = f"**{second}**"
    told = words("poll-heat-done", first=first, second=second, one=heat.first_votes, other=heat.second_votes)
    return told if heat.why in (None, "votes") else f"{told} ({words(f'poll-why-{heat.why}')})"


def round_name(poll: Poll, round_: int, words: Words) -> str:
    """Final, semi-finals, or a round by how many it has room for."""
    left = round_count(len(poll.answers)) - round_
    if left == 0:
        return words("poll-round-final")
    return words("poll-round-semi") if left == 1 else words("poll-round-of", size=2 ** (left + 1))


def round_lines(card: PollCard, round_: int, words: Words) -> str:
    """The heats of a round."""
    return "\n".join(f"- {heat_line(heat, card, words)}" for heat in card.poll.heats if heat.round == round_)


def rounds(card: PollCard, words: Words) -> list[str]:
    """A block for each round that has begun, the latest first."""
    begun = range(card.poll.round, 0, -1)
    return [clip(f"### {round_name(card.poll, one, words)}\n{round_lines(card, one, words)}", ROOM) for one in begun]
