"""Votes as they stand at a moment."""

import datetime
from pathlib import Path

import pytest

from bot.catalogue import Catalogue, load_catalogue
from bot.services.agenda import Agenda
from bot.services.coming import VoteState
from bot.services.voting import Voting
from tests.conftest import StillClock
from tests.season import season


@pytest.fixture
def voting(tmp_path: Path, clock: StillClock) -> Voting:
    catalogue = load_catalogue(season(tmp_path / "data"))
    return Voting(catalogue, Agenda(catalogue, clock), clock)


@pytest.mark.parametrize(
    "moment, state",
    [
        ("2026-11-11T14:59:59+00:00", VoteState.COMING),
        ("2026-11-11T15:00:00+00:00", VoteState.OPEN),
        ("2026-11-30T14:59:59+00:00", VoteState.OPEN),
        ("2026-11-30T15:00:00+00:00", VoteState.CLOSED),
        ("2026-12-30T14:59:59+00:00", VoteState.CLOSED),
        ("2026-12-30T15:00:00+00:00", None),
    ],
)
def test_a_window_opens_and_closes_at_midnight_in_seoul(
    voting: Voting, clock: StillClock, moment: str, state: VoteState | None
) -> None:
    clock.time = datetime.datetime.fromisoformat(moment)
    votes = {vote.window.name: vote for vote in voting.guide().votes}
    final = votes.get("Final *round*")
    assert (final and final.state) == state
    if final is not None:
        assert final.opens_at == datetime.datetime(2026, 11, 11, 15, tzinfo=datetime.UTC).timestamp()
        assert final.closes_at == datetime.datetime(2026, 11, 30, 15, tzinfo=datetime.UTC).timestamp()
        assert [prize.id for prize in final.prizes] == ["fans-choice"]


def test_a_month_has_no_moment(voting: Voting) -> None:
    live = next(vote for vote in voting.guide().votes if vote.window.name == "Live vote")
    assert live.opens_at is None and live.closes_at is None


def test_of_one_show_the_latest_votes_stay_told(voting: Voting, clock: StillClock) -> None:
    clock.time = datetime.datetime(2027, 6, 1, tzinfo=datetime.UTC)
    assert voting.guide().votes == ()
    names = [vote.window.name for vote in voting.guide(show="sun").votes]
    assert names == ["Fan vote"], "those of 2024 are history"


def test_the_real_season_of_2026(catalogue: Catalogue, clock: StillClock) -> None:
    voting = Voting(catalogue, Agenda(catalogue, clock), clock)
    guide = voting.guide()
    assert all(vote.state is VoteState.CLOSED for vote in guide.votes)
    aaa = voting.guide(show="aaa")
    assert aaa.votes and aaa.votes[0].window.closes.last_day == datetime.date(2026, 11, 4)
    assert guide.next_ceremony is not None and guide.next_ceremony.ceremony == catalogue.ceremonies["aaa"]
