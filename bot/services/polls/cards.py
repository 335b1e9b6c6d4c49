"""What a poll's results are made of: the count, its places, and what really decides a prize. Facts without words."""

from collections.abc import Mapping

import msgspec

from bot.ballots.tally import Standing, standings, winners
from bot.catalogue import Catalogue
from bot.catalogue.model import Nominee
from bot.errors import UnknownEdition
from bot.services.polls.drafts import nominee_key
from bot.services.prizes import PrizeCard, Prizes
from bot.storage.polls import OPEN, Poll


class Real(msgspec.Struct, frozen=True):
    """The prize that a poll of nominees is about. `winners` are answers of the poll that won it, by their places.

    `known` says whether the catalogue knows who won, who need not have been on the poll; `others` are those.
    """

    card: PrizeCard
    winners: tuple[int, ...]
    others: tuple[Nominee, ...]

    @property
    def known(self) -> bool:
        return bool(self.winners or self.others)


class PollCard(msgspec.Struct, frozen=True):
    """A poll as it stands. `votes` by answer; None while they are hidden. `voters` are members who voted.

    Of an open bracket these are the present round's. `heats` are its votes by heat, then by answer.
    """

    poll: Poll
    votes: Mapping[int, int] | None
    voters: int
    heats: Mapping[int, Mapping[int, int]]
    reasons: tuple[tuple[int, str], ...]
    real: Real | None

    @property
    def open(self) -> bool:
        return self.poll.state == OPEN

    @property
    def standings(self) -> tuple[Standing, ...]:
        return standings(self.votes or {})

    @property
    def chosen(self) -> tuple[int, ...]:
        """The answers that the server chose: several when they are even, none when nobody voted."""
        if self.poll.kind == "bracket":
            champion = champion_of(self.poll)
            return () if champion is None else (champion,)
        return winners(self.votes or {})


def champion_of(poll: Poll) -> int | None:
    """Who won a bracket that is over."""
    if poll.state == OPEN or not poll.heats:
        return None
    return poll.heats[-1].winner


def real_of(poll: Poll, catalogue: Catalogue, prizes: Prizes, spoiler_hours: int) -> Real | None:
    """What the catalogue of today knows about a poll's prize; None for other polls, and when it lost the prize."""
    if poll.show is None or poll.category is None or poll.show not in catalogue.ceremonies:
        return None
    if poll.category not in prizes.of(poll.show):
        return None
    try:
        card = prizes.card(poll.show, poll.category, poll.edition, spoiler_hours=spoiler_hours)
    except UnknownEdition:
        return None
    on_poll = {won: answer for won in card.category.winners if (answer := answer_of(won, poll)) is not None}
    others = tuple(won for won in card.category.winners if won not in on_poll)
    return Real(card, tuple(on_poll.values()), others)


def answer_of(nominee: Nominee, poll: Poll) -> int | None:
    """The answer that a nominee is: by everything the ballot says, else by the artists where just one has them."""
    key = nominee_key(nominee)
    exact = [n for n, one in enumerate(poll.answers) if one.key == key]
    artists = key.partition("|")[0]
    alike = exact or [n for n, one in enumerate(poll.answers) if artists and one.key.partition("|")[0] == artists]
    return alike[0] if len(alike) == 1 else None
