"""What posts say: within Discord's limits on the busiest days, in both languages; their facts, not their wording."""

import asyncio
import datetime
import re
from collections.abc import Iterator
from typing import Any

import pytest

from bot.anniversaries.plans import Form, Kind, Parcel, Plan, Post, Style, Told
from bot.catalogue import Catalogue, load_catalogue
from bot.catalogue.dates import PartialDate
from bot.services.agenda import Agenda
from bot.services.announcements.occasions import Occasions
from bot.services.announcements.planner import posts
from bot.services.announcements.reading import OwnEvent, Reading
from bot.services.facts import Facts
from bot.storage.subscriptions import Subscription
from bot.text import LOCALES, WordBook, Words
from bot.ui.announcements.lines import Scene
from bot.ui.announcements.posts import MOST_LINES, MOST_WINS, Posts
from bot.ui.layouts import FrozenLayout
from tests.conftest import StillClock
from tests.season import season

ROLE = 1_456_074_443_980_800_023
EVENT = OwnEvent("@everyone **Our** day <@&1>", "in #general `now`", True, PartialDate.parse("2020-05-25"))


class Desk:
    """Plans, reads and draws, as the outbox does."""

    def __init__(self, catalogue: Catalogue) -> None:
        clock = StillClock()
        self.catalogue = catalogue
        self.occasions = Occasions(catalogue, Agenda(catalogue, clock))
        self.reading = Reading(self.occasions, Facts(catalogue, clock), self._event, self._artists)
        self.drawer = Posts(catalogue, lambda command: f"</{command}:1>")

    async def _event(self, guild_id: int, number: int) -> OwnEvent | None:
        return EVENT if (guild_id, number) == (1, 7) else None

    async def _artists(self, of: Subscription) -> frozenset[str]:
        return frozenset(one.removeprefix("artist:") for one in of.about or ())

    def plan(self, **values: Any) -> Plan:
        everything: dict[str, Any] = {
            "kinds": frozenset(Kind),
            "artists": frozenset(self.catalogue.artists),
            "shows": frozenset(self.catalogue.ceremonies),
        }
        return Plan(**{**everything, **values})

    def posts(self, first: str, last: str, **values: Any) -> list[Post]:
        begin, end = (
            int(datetime.datetime.fromisoformat(day).replace(tzinfo=datetime.UTC).timestamp()) for day in (first, last)
        )
        return posts(self.occasions, self.plan(**values), (), begin, end)

    def scene(self, parcel: Parcel, **values: Any) -> Scene:
        return Scene(parcel, asyncio.run(self.reading.read(1, parcel)), **values)

    def draw(self, post: Post, words: Words, **values: Any) -> FrozenLayout:
        page = self.drawer.draw(self.scene(Parcel.of(post.payload()), **values), words)
        assert page is not None
        return page

    def text(self, words: Words, told: Told, form: Form = Form.ITEM, day: str = "2026-11-23") -> str:
        """One thing told, as a message's text."""
        parcel = Parcel(form, datetime.date.fromisoformat(day), "Asia/Seoul", (told,))
        page = self.drawer.draw(self.scene(parcel), words)
        return "" if page is None else text_of(page)


@pytest.fixture(scope="module")
def desk(catalogue: Catalogue) -> Desk:
    return Desk(catalogue)


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Desk:

    return Desk(load_catalogue(season(tmp_path_factory.mktemp("season") / "data")))


def parts_of(page: FrozenLayout) -> Iterator[dict[str, Any]]:
    def walk(components: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
        for component in components:
            yield component
            yield from walk(component.get("components", []))

    return walk(page.to_components())


def text_of(page: FrozenLayout) -> str:
    return "\n".join(part["content"] for part in parts_of(page) if part["type"] == 10)


def check(page: FrozenLayout, what: object) -> None:
    """Room for what a preview adds: a heading, and a row of buttons."""
    parts = list(parts_of(page))
    assert len(parts) <= 30 and len(text_of(page)) <= 3_600, what
    assert all(part["content"] for part in parts if part["type"] == 10), what
    ids = [part["custom_id"] for part in parts if "custom_id" in part]
    assert len(ids) == len(set(ids)) and all(len(one) <= 100 for one in ids), what


@pytest.mark.parametrize("locale", LOCALES)
def test_the_busiest_days_of_who_follows_everything(desk: Desk, words: WordBook, locale: str) -> None:
    made = desk.posts("2026-11-20", "2027-12-31", leads=(0, 1, 7, 30), weekly=True, monthly=True)
    busiest = sorted(made, key=lambda post: -len(post.told))[:40]
    assert len(busiest[0].told) > 60
    for post in [*busiest, *made[::7]]:
        page = desk.draw(post, words.of(locale), role_id=ROLE, late_since=post.at, sample=True)
        check(page, post.occurrence)
        assert text_of(page).startswith(f"<@&{ROLE}>")


@pytest.mark.parametrize("locale", LOCALES)
def test_each_in_a_message_of_its_own(desk: Desk, words: WordBook, locale: str) -> None:
    made = desk.posts("2026-11-20", "2027-02-20", style=Style.EACH, leads=(0, 7), vote_hours=(3,))
    assert len(made) > 300
    for post in made[::3]:
        check(desk.draw(post, words.of(locale), late_since=post.at), post.occurrence)


@pytest.mark.parametrize("locale", LOCALES)
def test_what_does_not_fit_is_counted(desk: Desk, words: WordBook, locale: str) -> None:
    post = max(desk.posts("2026-11-20", "2027-12-31", leads=(0, 1, 3, 7, 14, 30)), key=lambda one: len(one.told))
    scene = desk.scene(Parcel.of(post.payload()))
    text = text_of(desk.draw(post, words.of(locale)))
    lines = sum(line.startswith("- ") for line in text.splitlines())
    wins = [item for item in scene.items if item.kind is Kind.WIN]
    assert lines <= MOST_LINES and "</upcoming:1>" in text
    left = int(re.search(r"(\d+)[^\d]*</upcoming:1>", text[text.rindex("-# ") :])[1])  # type: ignore[index]
    shown = MOST_WINS + 1 if wins else 0
    assert lines + left == len(scene.items) - len(wins) + shown


def test_a_digest_says_what_happens_how_long_ago_and_where_it_is_from(desk: Desk, words: WordBook) -> None:
    (post,) = desk.posts(
        "2026-09-11T14:30", "2026-09-12T14:00", kinds=frozenset({Kind.BIRTHDAY}), artists=frozenset({"rm"})
    )
    for locale, facts in (("en-US", ("Today", "RM", "turns 32")), ("ko", ("오늘", "알엠", "32번째 생일"))):
        text = text_of(desk.draw(post, words.of(locale)))
        assert all(fact in text for fact in facts) and "](<http" in text


def test_a_lead_has_its_day_and_ticks(desk: Desk, words: WordBook) -> None:
    window = ("2026-09-08T14:30", "2026-09-09T14:00")
    (post,) = desk.posts(*window, kinds=frozenset({Kind.BIRTHDAY}), artists=frozenset({"rm"}), leads=(3,))
    text = text_of(desk.draw(post, words.of("en-US")))
    assert "Sep 12, 2026 (<t:1789138800:R>)" in text and "Today" not in text
    assert "2026년 9월 12일 (<t:1789138800:R>)" in text_of(desk.draw(post, words.of("ko")))


def test_a_ceremony_and_a_vote_say_how_they_are_decided(small: Desk, words: WordBook) -> None:
    made = small.posts("2026-11-29", "2026-12-20", shows=frozenset({"han"}), style=Style.EACH, artists=frozenset())
    texts = [text_of(small.draw(post, words.of("en-US"))) for post in made]
    vote = next(text for text in texts if "Voting closes" in text)
    assert "Half a jury, half the fans." in vote and "<t:1796050800:R>" in vote and "vote.example.org" in vote
    night = next(text for text in texts if text.startswith("## 🏆"))
    assert "Han River Park" in night and "example.org" in night and "Decided by" in night
    korean = [text_of(small.draw(post, words.of("ko"))) for post in made]
    assert any("심사위원과 팬이 절반씩" in text and "투표 마감" in text for text in korean)


def test_a_month_without_a_day_is_expected_and_never_counted(small: Desk, words: WordBook) -> None:
    (post,) = small.posts(
        "2026-10-31T14:30", "2026-11-01T14:00", kinds=frozenset({Kind.CONCERT}), artists=frozenset({"aurora"})
    )
    for locale, expected in (("en-US", "this month, expected"), ("ko", "이번 달 중 (예정)")):
        text = text_of(small.draw(post, words.of(locale)))
        assert expected in text and "<t:" not in text and "@everyone" not in text


def test_wins_are_gathered_and_take_turns(desk: Desk, words: WordBook) -> None:
    (post,) = desk.posts("2026-12-01T14:30", "2026-12-02T14:00", kinds=frozenset({Kind.WIN}))
    assert len(post.told) > 10
    for locale in LOCALES:
        text = text_of(desk.draw(post, words.of(locale)))
        assert sum(line.startswith("- 🏅") for line in text.splitlines()) == MOST_WINS and "</today:1>" in text


def test_a_change_of_date_is_told_with_both(small: Desk, words: WordBook) -> None:
    key = next(key for key in small.occasions._dates if key.startswith("ceremony:sun:2026"))
    told = Told(key, "change", "2026-12-30", "confirmed", "2026-12 expected")
    text = small.text(words.of("en-US"), told, Form.CHANGE)
    assert "Confirmed" in text and "Dec 30, 2026" in text and "Dec 2026, expected" in text
    moved = small.text(
        words.of("ko"), Told(key, "change", "2026-12-30", "confirmed", "2026-12-20 confirmed"), Form.CHANGE
    )
    assert "변경" in moved and "12월 20일" in moved
    off = small.text(
        words.of("en-US"), Told(key, "change", "2026-12-30", "cancelled", "2026-12-30 confirmed"), Form.CHANGE
    )
    assert "Called off" in off


def test_what_is_no_longer_so_is_left_out(small: Desk, words: WordBook) -> None:
    key = next(key for key in small.occasions._dates if key.startswith("ceremony:sun:2026"))
    assert small.text(words.of("en-US"), Told(key, "0d", "2026-12-30", "expected"))
    assert not small.text(words.of("en-US"), Told(key, "0d", "2026-12-29", "expected")), "its date is another by now"
    assert not small.text(words.of("en-US"), Told("ceremony:gone:2026#1", "0d", "2026-12-30"))
    assert not small.text(words.of("en-US"), Told("own:8:2026", "0d", "2026-11-23"))


@pytest.mark.parametrize("locale", LOCALES)
def test_a_servers_own_event_is_escaped(small: Desk, words: WordBook, locale: str) -> None:
    text = small.text(words.of(locale), Told("own:7:2026", "0d", "2026-05-25"), Form.DIGEST, "2026-05-25")
    assert "@everyone" not in text and not re.search(r"(?<!\\)<@&1>", text) and "**Our**" not in text and "6" in text


def test_the_fact_of_the_day_is_another_each_day_and_the_same_all_day(desk: Desk, words: WordBook) -> None:
    days = [f"2026-11-{day}" for day in range(10, 25)]
    texts = [desk.text(words.of("en-US"), Told(f"fact:{day}", "0d", day), day=day) for day in days]
    assert len(set(texts)) == len(texts)
    assert texts[0] == desk.text(words.of("en-US"), Told(f"fact:{days[0]}", "0d", days[0]), day=days[0])


def test_a_server_that_follows_artists_has_more_facts_of_them_and_everybody_keeps_a_turn(desk: Desk) -> None:
    theirs = frozenset(("bts", "twice"))
    of = Subscription(guild_id=1, channel_id=1, kinds=("fact",), about=tuple(f"artist:{one}" for one in theirs))
    found = []
    for ahead in range(90):
        day = datetime.date(2026, 11, 10) + datetime.timedelta(days=ahead)
        parcel = Parcel(Form.DIGEST, day, "Asia/Seoul", (Told(f"fact:{day}", "0d", str(day)),))
        (item,) = asyncio.run(desk.reading.read(1, parcel, of))
        assert item.fact is not None
        found.append(item.fact)
    of_theirs = [fact for fact in found if theirs & set(fact.artists)]
    assert 60 <= len(of_theirs) < 75
    for one in theirs:
        facts = [repr(fact) for fact in of_theirs if one in fact.artists]
        assert len(facts) >= 30 and len(set(facts)) >= 20, "in turns, and not always the same"


def test_late_and_sample_posts_say_so(desk: Desk, words: WordBook) -> None:
    post = desk.posts("2026-12-01T14:30", "2026-12-02T14:00")[0]
    text = text_of(desk.draw(post, words.of("en-US"), late_since=post.at))
    assert "Late" in text and f"<t:{post.at}:f>" in text
    assert "test" in text_of(desk.draw(post, words.of("en-US"), sample=True))
    assert "Late" not in text_of(desk.draw(post, words.of("en-US")))
