"""Every page of ballots and nights over the fullest ceremonies, in both languages, within Discord's limits."""

from typing import Any

import msgspec
import pytest

from bot.ballots.ballot import SHOULD, WILL
from bot.ballots.night import Tally
from bot.ballots.results import Move, Outcome, Result
from bot.ballots.scoring import Place, Scoring
from bot.catalogue import Catalogue
from bot.services.ballots.ballots import Mine
from bot.services.ballots.contents import contents_of
from bot.services.ballots.model import ASKING, Ballot, Correction, NightRow, PostKind, PostRow, Scene, Standing
from bot.services.ballots.nights import Console
from bot.storage.ballots import BallotRow
from bot.text import LOCALES, WordBook, Words
from bot.ui.ballots.answers import entered_page
from bot.ui.ballots.console import console_page
from bot.ui.ballots.posts import post_page
from bot.ui.ballots.queries import MineQuery, NightQuery, PredictQuery, StandingsQuery
from bot.ui.ballots.wizard import mine_page, rules_page, standings_page, wizard_page
from bot.ui.layouts import FrozenLayout
from tests.ui.test_limits import walk

FULL = (("mama", "2017"), ("mama", "2023"), ("golden-disc", "2026"), ("kma", "2026"), ("grammys", "2026"))
BIG = 2**62
PLACES = tuple(Place(1 + n // 2, BIG + n, 93 - n, 31) for n in range(60))


def check(page: FrozenLayout, what: str) -> None:
    """Components V2 (PLATFORM, section 1)."""
    parts = list(walk(page.to_components()))
    assert len(parts) <= 40, what
    assert sum(len(part.get("content", "")) for part in parts) <= 4_000, what
    assert all(part["content"] for part in parts if part["type"] == 10), what
    ids = [part["custom_id"] for part in parts if "custom_id" in part]
    assert len(ids) == len(set(ids)) and all(len(custom_id) <= 100 for custom_id in ids), what
    for part in parts:
        if part["type"] == 1:
            assert 1 <= len(part["components"]) <= 5, what
        if part["type"] == 2:
            assert 1 <= len(part["label"]) <= 80, what
        if part["type"] == 3:
            values = [option["value"] for option in part["options"]]
            assert 1 <= len(values) <= 25 and len(values) == len(set(values)), what
            assert part.get("max_values", 1) <= len(values), what
            assert all(1 <= len(option["label"]) <= 100 for option in part["options"]), what


def ballot_of(catalogue: Catalogue, show: str, edition: str) -> Ballot:
    contents = contents_of(catalogue.editions[show, edition])
    row = BallotRow(
        BIG, BIG, BIG, BIG, show, edition, 2026, "rarity", msgspec.to_builtins(contents), 1_797_606_000, ASKING, 0, 1
    )
    return Ballot(row, contents, Scoring.RARITY)


def results_of(ballot: Ballot) -> dict[str, Result]:
    """A winner in each category: all that a select can give, with a stranger of the longest name among them."""
    found = {}
    for number, category in enumerate(ballot.contents):
        winners = (*(one.key for one in category.nominees[:2]), "=" + "*" * 100)
        found[category.id] = Result(
            BIG + number, category.id, 9, Outcome.WON, winners, "https://e.org/" + "a" * 280, BIG, 1
        )
    return found


def scene(ballot: Ballot, kind: PostKind, about: str = "") -> Scene:
    results = results_of(ballot)
    post = PostRow(BIG, BIG, BIG, BIG, kind, about, "*" * 300, BIG, 9, 8, 0, 1, None, 5, "due")
    tallies = {
        category.id: Tally(category.id, {one.key: 9 + n for n, one in enumerate(category.nominees)})
        for category in ballot.contents
    }
    moved = tuple(Move(place.user_id, Place(60, place.user_id, 0, 0), place) for place in PLACES[:3])
    entry = results.get(about.partition(":")[0])
    change = Correction(entry, entry, (entry.winners[-1],), moved, moved, moved) if entry else None
    night = NightRow(BIG, BIG, BIG, BIG, 168, "open", "live", 1)
    standing = Standing(PLACES, {WILL: tallies, SHOULD: tallies})
    return Scene(ballot, post, True, True, 10_000, results, entry, change, standing, night, (("*" * 55, 10_000),) * 3)


@pytest.fixture(params=LOCALES)
def reader(request: pytest.FixtureRequest, words: WordBook) -> Words:
    return words.of(request.param)


@pytest.mark.parametrize(("show", "edition"), FULL)
def test_everything_of_a_full_ballot(catalogue: Catalogue, reader: Words, show: str, edition: str) -> None:
    ballot = ballot_of(catalogue, show, edition)
    asked = {category.id: category.nominees[-1].key for category in ballot.asked}
    results = results_of(ballot)
    for mine in (Mine({WILL: {}, SHOULD: {}}), Mine({WILL: asked, SHOULD: asked})):
        for page in (1, 2, 9):
            for index in (-1, 0, len(ballot.contents) // 2, len(ballot.contents) - 1):
                query = PredictQuery(BIG, index, page)
                check(wizard_page(ballot, mine, query, catalogue, reader), f"{query}")
            told: dict[str, Any] = results if page > 1 else {}
            own = mine_page(ballot, mine, told, PLACES[0], MineQuery(BIG, page), catalogue, reader, locked=page > 1)
            check(own, f"page {page} of one's own")
    console = Console(NightRow(BIG, BIG, BIG, BIG, 168, "refused", "over", 1), ballot, results, BIG, (), 10_000)
    for index in range(len(ballot.contents)):
        for page in (1, 2):
            check(console_page(console, NightQuery(BIG, index, page, BIG, True), catalogue, reader), f"console {index}")
    busy = Console(console.night, ballot, results, BIG, tuple(results.values()), 10_000)
    check(console_page(busy, NightQuery(BIG), catalogue, reader), "everybody entered something meanwhile")
    for kind in PostKind:
        for category in ballot.contents if kind in (PostKind.REVEAL, PostKind.ANNOUNCE) else ballot.contents[:1]:
            about = f"{category.id}:9" if kind is PostKind.CORRECTION else category.id
            about = "void" if kind is PostKind.NOTE else about
            check(post_page(scene(ballot, kind, about), {BIG}, catalogue, reader), f"{kind} {about}")
    moved = scene(ballot, PostKind.RESULT, ballot.contents[0].id).change
    assert moved is not None
    check(entered_page(ballot, moved, [], catalogue, reader), "entered")


def test_standings_and_rules(reader: Words) -> None:
    check(rules_page(reader), "rules")
    for page in (1, 3, 99):
        for places in ((), PLACES):
            query = StandingsQuery(BIG, page=page)
            check(standings_page("*" * 100, Standing(places), {BIG}, BIG + 3, query, reader, 2026), f"page {page}")
