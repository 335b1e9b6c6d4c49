"""When and where fans vote: windows open, coming and lately closed. Pure reading, answered from memory."""

import datetime
from collections.abc import Iterator

from bot.catalogue import Catalogue
from bot.catalogue.dates import PartialDate, Precision
from bot.catalogue.model import Confidence, Edition, EditionStatus, Prize, VotingWindow
from bot.clock import Clock
from bot.services.agenda import Agenda
from bot.services.coming import Vote, VoteState, VotingGuide
from bot.services.zones import begins, ends, today_in

LATELY = 30  # days for which a closed vote is still told
_ORDER = {state: place for place, state in enumerate(VoteState)}


class Voting:
    """Answers what can be voted for. Every method is synchronous and touches memory only."""

    def __init__(self, catalogue: Catalogue, agenda: Agenda, clock: Clock) -> None:
        self._catalogue = catalogue
        self._agenda = agenda
        self._clock = clock
        self._windows = [
            (edition, window)
            for edition in catalogue.editions.values()
            if edition.status is not EditionStatus.CANCELLED
            for window in edition.voting
            if window.confidence is not Confidence.UNVERIFIED
        ]

    def guide(self, *, show: str | None = None, artist: str | None = None) -> VotingGuide:
        """Votes open (the next to close first), coming, and closed in the last 30 days (the latest first).

        Of one `show`, closed ones of its latest edition with votes are told however long ago it was. With `artist`,
        those in which the artist, or a member of the group, is a nominee.
        """
        artists = None if artist is None else self._agenda.with_members(artist)
        votes = [
            vote
            for vote in self._votes(show)
            if artists is None or self._agenda.almanac.on_ballot(vote.edition, artists, vote.window)
        ]
        return VotingGuide(
            ceremony=None if show is None else self._catalogue.ceremonies[show],
            artist=None if artist is None else self._catalogue.artists[artist],
            votes=tuple(sorted(votes, key=_reading_order)),
            next_ceremony=self._agenda.next_ceremony(show) or self._agenda.next_ceremony(),
        )

    def _votes(self, show: str | None) -> Iterator[Vote]:
        latest: Edition | None = None
        for edition, window in self._windows:
            if show not in (None, edition.ceremony):
                continue
            latest = latest or edition
            vote = self._vote(edition, window)
            today = today_in(vote.ceremony.zone, self._clock.now())
            told = today - window.closes.last_day <= datetime.timedelta(days=LATELY)
            if vote.state is not VoteState.CLOSED or told or (show and edition is latest):
                yield vote

    def _vote(self, edition: Edition, window: VotingWindow) -> Vote:
        ceremony = self._catalogue.ceremonies[edition.ceremony]
        today = today_in(ceremony.zone, self._clock.now())
        if window.closes.last_day < today:
            state = VoteState.CLOSED
        elif window.opens is not None and window.opens.last_day > today:
            state = VoteState.COMING
        else:
            state = VoteState.OPEN
        return Vote(
            ceremony=ceremony,
            edition=edition,
            window=window,
            method=ceremony.method_of(edition.year),
            state=state,
            prizes=self._prizes(edition, window),
            opens_at=begins(window.opens.first_day, ceremony.zone) if window.opens and _exact(window.opens) else None,
            closes_at=ends(window.closes.last_day, ceremony.zone) if _exact(window.closes) else None,
        )

    def _prizes(self, edition: Edition, window: VotingWindow) -> tuple[Prize, ...]:
        """What is voted for, where the window names it, through all its wordings."""
        known = {prize.id: prize for prize in self._catalogue.prizes_of.get(edition.ceremony, ())}
        known |= {category.id: self._catalogue.prize(edition, category) for category in edition.category}
        return tuple(dict.fromkeys(known[name] for name in window.categories if name in known))


def _exact(date: PartialDate) -> bool:
    return date.precision is Precision.DAY


def _reading_order(vote: Vote) -> tuple[int, int, str, str]:
    day = (vote.window.opens if vote.state is VoteState.COMING else None) or vote.window.closes
    number = day.last_day.toordinal()
    number = -number if vote.state is VoteState.CLOSED else number
    return _ORDER[vote.state], number, vote.ceremony.name, vote.window.name
