"""The largest polls there can be, drawn within Discord's limits in both languages."""

import pytest

from bot.ballots.bracket import decided, first_round, next_round
from bot.ballots.tally import Side
from bot.catalogue import Catalogue
from bot.errors import UserError
from bot.services.polls.cards import PollCard, Real
from bot.services.polls.drafts import kept
from bot.services.prizes import Prizes
from bot.storage.poll_votes import Voted
from bot.storage.polls import OPEN, TOLD, Answer, Poll
from bot.text import LOCALES, WordBook
from bot.ui.layouts import FrozenLayout
from bot.ui.polls.forms import Asked, ask_form, reason_form
from bot.ui.polls.pages import desk_page, heat_page, kept_page, list_page
from bot.ui.polls.panels import closed_round, native_text, panel, results
from bot.ui.polls.queries import HeatsQuery, NomineesDeed, PollsQuery
from bot.ui.screens import StaleButton
from tests.conftest import StillClock
from tests.ui.test_limits import walk

LONG = "*_~|`>#" * 11 + "가"  # 78 characters, of which most are escaped
ID = 2**62


def poll(kind: str = "custom", count: int = 25, state: str = OPEN, text: str = LONG, **changes: object) -> Poll:
    base = {
        "id": 2**40,
        "guild_id": ID,
        "channel_id": ID,
        "message_id": ID,
        "user_id": ID,
        "kind": kind,
        "style": "hidden",
        "results": "live",
        "question": "*" * 300,
        "answers": tuple(Answer(f"{n:02}{text}") for n in range(count)),
        "seed": 2**31 - 1,
        "hours": 768,
        "opened_at": 1,
        "closes_at": 2**33,
        "posted": 1,
        "state": state,
    }
    return Poll(**base | changes)  # type: ignore[arg-type]


def bracket(count: int, state: str = TOLD) -> Poll:
    heats, played = first_round(count), []
    while heats:
        heats = tuple(decided(heat, {heat.first: Side(heat.first, 999, 1)}) for heat in heats)
        played += heats
        heats = next_round(heats)
    last = played[-1].round
    if state == OPEN:
        played, last = list(first_round(count)), 1
    return poll("bracket", count, state, heats=kept(played), round=last, posted=last)


def card(found: Poll, real: Real | None = None) -> PollCard:
    votes = {n: 10**6 * n for n in range(len(found.answers))}
    reasons = tuple((n % 3, "@everyone *" * 27) for n in range(12)) if found.kind == "debate" else ()
    return PollCard(found, votes, 10**9, {}, reasons, real)


def check(page: FrozenLayout) -> None:
    parts = list(walk(page.to_components()))
    assert len(parts) <= 40 and sum(len(part.get("content", "")) for part in parts) <= 4_000
    ids = [part["custom_id"] for part in parts if "custom_id" in part]
    assert len(ids) == len(set(ids)) and all(len(one) <= 100 for one in ids)
    for part in parts:
        assert part["type"] != 1 or 1 <= len(part["components"]) <= 5
        assert part["type"] != 2 or 1 <= len(part["label"]) <= 80
        assert part["type"] != 3 or 1 <= len(part["options"]) <= 25


@pytest.fixture
def real(catalogue: Catalogue, clock: StillClock) -> Real:
    prize = Prizes(catalogue, clock).card("ama", "favorite-k-pop-artist", None)
    return Real(prize, (0, 1), prize.category.nominees)


@pytest.mark.parametrize("locale", LOCALES)
def test_the_largest_polls_fit(catalogue: Catalogue, words: WordBook, real: Real, locale: str) -> None:
    of = words.of(locale)
    every = [poll(count=count, state=state) for count in (2, 10, 25, 50) for state in (OPEN, TOLD)]
    every += [bracket(count, state) for count in (4, 17, 32) for state in (OPEN, TOLD)]
    every += [poll("debate", 3), poll("debate", 3, TOLD), poll(gone=True), poll(style="native", gone=True)]
    for found in every:
        shown = card(found, real if found.kind == "custom" else None)
        check(results(shown, catalogue, of))
        check(desk_page(shown, 0, of))
        if found.state == OPEN:
            check(panel(shown, catalogue, of))
            check(kept_page(Voted(found, 1), 0, of))
    check(panel(card(poll("nominees", 34, text="x" * 78), real), catalogue, of))
    assert len(native_text(card(poll(style="native"), real), catalogue, of)) <= 2_000
    for count in (4, 32):
        check(closed_round(card(bracket(count)), 1, of))
        for heat in (0, 1, 16, 99):
            check(heat_page(bracket(count, OPEN), {}, HeatsQuery(2**40, heat), of))
    check(heat_page(bracket(8), {}, HeatsQuery(1), of))
    for manages in (True, False):
        check(list_page([poll(id=2**40 + n, gone=True) for n in range(25)], PollsQuery(2), of, manages=manages))
    check(list_page([], PollsQuery(), of, manages=True))


@pytest.mark.parametrize("locale", LOCALES)
def test_forms_fit(words: WordBook, locale: str) -> None:
    of = words.of(locale)
    forms = [ask_form(Asked(kind, None, "after", 768, ID), of, "x" * 9_999) for kind in ("custom", "debate", "bracket")]
    for form in (*forms, reason_form(2**40, of)):
        told = form.to_dict()
        assert len(told["title"]) <= 45 and len(told["custom_id"]) <= 100 and 1 <= len(told["components"]) <= 5
        for part in told["components"]:
            assert len(part["label"]) <= 45 and len(part.get("description") or "") <= 100
            assert not part["label"].endswith("…")


def test_labels_are_not_cut(words: WordBook) -> None:
    for locale in LOCALES:
        for key in words.of(locale).keys:
            if key.startswith("poll-form-"):
                assert len(words.of(locale)(key, number=3)) <= (100 if key.endswith(("-hint", "-agree")) else 45), key


def test_what_a_form_is_for_is_what_it_was() -> None:
    for asked in (Asked("custom", "native", None, 1, ID), Asked("bracket", None, "live", 768, 1, lot=False)):
        assert Asked.parse(str(asked)) == asked
    for text in ("", "c--1:24", "x--1:24:ff", "c--1:0:ff", "c--1:24:0", "c--1:24:ffffffffffffffffff", "c--:24:ff"):
        with pytest.raises(StaleButton):
            Asked.parse(text)


def test_a_corrected_question_fits_into_a_button(catalogue: Catalogue) -> None:
    from bot.ui.apologies import corrected

    longest = max(catalogue.ceremonies, key=len)
    prize = max((prize for _, prize in catalogue.history_of), key=len)
    deed = NomineesDeed("a" * 100, prize, "2025", "native", 768, "after", ID)
    assert len(f"do:{corrected(deed, 'show', longest).address}") <= 100
    assert issubclass(StaleButton, UserError)
