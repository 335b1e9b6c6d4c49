"""The texts that pages about polls share: answers with bars, the real prize, a bracket's rounds. Draws no page."""

from collections.abc import Iterable

from bot.ballots.bracket import round_count
from bot.ballots.tally import bar, percentages
from bot.catalogue import Catalogue
from bot.services.polls.cards import PollCard, Real
from bot.services.polls.drafts import nominee_name
from bot.storage.polls import KeptHeat, Poll
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
        first = f"{ranks[answer]} · **{name}**" if by_rank else f"**{name}**"
        lines.append(f"{first}\n`{bar(votes[answer], most)}` {told}" if len(order) <= BARS else f"{first} · {told}")
    lines += withdrawn(card.poll, words)
    return clip("\n".join(lines), ROOM)


def named(poll: Poll, words: Words) -> str:
    """The answers without votes."""
    lines = [f"- {plain(one.text)}" for one in poll.answers if not one.withdrawn]
    return clip("\n".join([*lines, *withdrawn(poll, words)]), ROOM)


def withdrawn(poll: Poll, words: Words) -> list[str]:
    return [words("poll-withdrawn-line", answer=plain(one.text)) for one in poll.answers if one.withdrawn]


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
    lines = [f"### {words('decided-title')}", decided_by(real, words)]
    if card.open:  # who won would tell the others what to choose
        return "\n".join(lines)
    if not real.known:
        return "\n".join([*lines, words("poll-real-unknown")])
    others = (f"**{plain(nominee_name(one, catalogue, words))}**" for one in real.others)
    won = words.list([*(f"**{plain(card.poll.answers[n].text)}**" for n in real.winners), *others])
    told = [words("poll-real-winner", winners=won)]
    if card.chosen:
        agreed = set(card.chosen) & set(real.winners)
        told.append(words("poll-agreed" if agreed else "poll-differed", answers=names(card.chosen, card.poll, words)))
    return "\n".join([*lines, *(f"||{line}||" if prize.spoiler else line for line in told)])


def decided_by(real: Real, words: Words) -> str:
    """The prize, and who or what decides it."""
    card = real.card
    show = plain(card.ceremony.short)
    title = words(
        "prize", category=category_title(card.prize, card.category, words), show=show, year=str(card.edition.year)
    )
    lines = [f"**{title}**", words(f"method-{card.kind.value}-means")]
    if card.method.sources:
        lines.append(f"-# {words('source-plain', source=source_link(card.method.sources[0]))}")
    return "\n".join(lines)


def heat_line(heat: KeptHeat, poll: Poll, words: Words) -> str:
    """A heat in a line: who met, and how it ended."""
    first = plain(poll.answers[heat.first].text)
    if heat.second is None:
        return words("poll-heat-bye", first=first)
    second = plain(poll.answers[heat.second].text)
    if heat.winner is None:
        return words("poll-heat-open", first=first, second=second)
    sides = [f"**{first}**", second] if heat.winner == heat.first else [first, f"**{second}**"]
    score = {"first": sides[0], "second": sides[1], "one": heat.first_votes, "other": heat.second_votes}
    told = words("poll-heat-done", **score)
    return told if heat.why in (None, "votes") else f"{told} ({words(f'poll-why-{heat.why}')})"


def round_name(poll: Poll, round_: int, words: Words) -> str:
    """Final, semi-finals, or a round by its number."""
    left = round_count(len(poll.answers)) - round_
    if left == 0:
        return words("poll-round-final")
    return words("poll-round-semi") if left == 1 else words("poll-round", round=round_)


def rounds(poll: Poll, words: Words, *, since: int = 1) -> list[str]:
    """A block for each round that has begun, the latest first."""
    blocks = []
    for round_ in range(poll.round, since - 1, -1):
        lines = [heat_line(heat, poll, words) for heat in poll.heats if heat.round == round_]
        blocks.append(clip(f"### {round_name(poll, round_, words)}\n" + "\n".join(f"- {one}" for one in lines), ROOM))
    return blocks
