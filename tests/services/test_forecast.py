"""The rule of a server's own digests, as the outbox plans them: what each holds and when; zones, leap days, no day."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.anniversaries.instants import instant
from bot.anniversaries.plans import Plan, Told
from bot.catalogue import Catalogue, load_catalogue
from bot.catalogue.model import Confidence
from bot.services.agenda import Agenda
from bot.services.announcements.expander import plan_of
from bot.services.announcements.occasions import Occasions
from bot.services.announcements.planner import posts
from bot.services.coming import Coming, ComingKind, Occasion
from bot.services.follows import Subject
from bot.storage.subscriptions import SETTINGS, Subscription
from tests.conftest import NOW, StillClock
from tests.season import season

AURORA, BORA, NARI, STAR = (Subject("artist", name) for name in ("aurora", "bora", "nari", "star"))
HAN, SUN, OFF = (Subject("show", name) for name in ("han", "sun", "off"))
EVERYTHING = frozenset(ComingKind)
LOS_ANGELES = "America/Los_Angeles"

EXTRA = {
    "ceremonies/han/2027.toml": """\
year = 2027
date = { on = "2027-01", status = "expected" }
status = "announced"
confidence = "single-source"
sources = ["https://example.org/han-2027"]
""",
    "ceremonies/sun/2027.toml": """\
year = 2027
date = { on = "2027", status = "expected" }
status = "announced"
confidence = "single-source"
sources = ["https://example.org/sun-2027"]
""",
    "moments/more.toml": """\
[[moment]]
title = "Bora comes home"
kind = "discharge"
date = { on = "2026-12-25", status = "cancelled" }
artists = ["bora"]
confidence = "confirmed"
sources = ["https://example.org/home"]

[[moment]]
title = "AURORA Day"
kind = "anniversary"
date = "2021-12-31"
yearly = true
artists = ["aurora"]
confidence = "confirmed"
sources = ["https://example.org/day"]
""",
}


MOST, AHEAD = 7, 365


@dataclass(frozen=True)
class Wish:
    """What a server wants to be told, as its settings say it."""

    follows: tuple[Subject, ...]
    kinds: frozenset[ComingKind]
    hour: int
    zone: str | None

    def of(self, occasions: Occasions) -> Plan:
        kinds = tuple(kind.value for kind in self.kinds)
        about = tuple(map(str, self.follows))
        own = Subscription(
            guild_id=1, origin=SETTINGS, channel_id=1, kinds=kinds, about=about, hour=self.hour, zone=self.zone
        )
        return plan_of(own, {}, occasions)

    def at(self, day: datetime.date) -> int:
        return instant(day, datetime.time(self.hour), self.zone or "Asia/Seoul")


@dataclass(frozen=True)
class Post:
    """A digest with the dates that it tells."""

    at: int
    day: datetime.date
    dates: tuple[Coming, ...]


def forecast(
    occasions: Occasions, wish: Wish, after: datetime.datetime, *, most: int = MOST, ahead: int = AHEAD
) -> list[Post]:
    """The first `most` digests strictly after `after`, at most `ahead` days away."""
    first = int(after.timestamp()) + 1
    last = wish.at(after.astimezone(ZoneInfo(wish.zone or "Asia/Seoul")).date() + datetime.timedelta(days=ahead))
    made = posts(occasions, wish.of(occasions), (), first, last)
    return [Post(post.at, post.day, tuple(dates_of(occasions, post.told))) for post in made[:most]]


def dates_of(occasions: Occasions, told: tuple[Told, ...]) -> Iterator[Coming]:
    for one in told:
        occurrence = occasions.find(one)
        assert occurrence is not None
        if occurrence.coming is not None:  # a record of years ago does not come
            yield occurrence.coming


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Occasions:
    folder: Path = season(tmp_path_factory.mktemp("season") / "data")
    for name, text in EXTRA.items():
        (folder / name).write_text(text, encoding="utf-8")
    catalogue = load_catalogue(folder)
    return Occasions(catalogue, Agenda(catalogue, StillClock()))


@pytest.fixture(scope="module")
def real(catalogue: Catalogue) -> Occasions:
    return Occasions(catalogue, Agenda(catalogue, StillClock()))


def plan(*follows: Subject, kinds: frozenset[ComingKind] = EVERYTHING, hour: int = 9, zone: str | None = None) -> Wish:
    return Wish(follows, kinds, hour, zone)


def at(text: str, zone: str = "Asia/Seoul") -> datetime.datetime:
    return datetime.datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(zone))


def told(posts: list[Post]) -> list[tuple[str, list[str]]]:
    """Each post as its day and what it tells of, in short."""
    return [
        (post.day.isoformat(), [f"{date.occasion.value} {date.day or date.date}" for date in post.dates])
        for post in posts
    ]


def days_of(posts: list[Post], occasion: Occasion, year: int | None = None) -> list[str]:
    return [
        post.day.isoformat()
        for post in posts
        for date in post.dates
        if date.occasion is occasion and (year is None or (date.edition and date.edition.year == year))
    ]


def test_a_group_brings_its_members_and_what_it_is_nominated_for(small: Occasions) -> None:
    posts = forecast(small, plan(AURORA), NOW, most=99)
    assert told(posts)[:3] == [
        ("2026-11-27", ["release 2026-11-27"]),
        ("2026-11-30", ["vote-closes 2026-11-30"]),
        ("2026-12-01", ["vote-closes 2026-12", "vote-opens 2026-12"]),
    ]
    assert days_of(posts, Occasion.BIRTHDAY) == ["2027-03-01"], "a member's leap day, in a common year"
    assert days_of(posts, Occasion.DEBUT) == ["2027-11-23"], "today's post is over"
    assert days_of(posts, Occasion.CEREMONY, 2026) == ["2026-12-19", "2026-12-20"], "each day of it"


def test_a_member_does_not_bring_the_group(small: Occasions) -> None:
    assert told(forecast(small, plan(BORA), NOW, most=99)) == [("2027-03-01", ["birthday 2027-03-01"])]


def test_a_leap_day_in_a_leap_year(small: Occasions) -> None:
    posts = forecast(small, plan(BORA), at("2027-12-01"), most=99)
    assert days_of(posts, Occasion.BIRTHDAY) == ["2028-02-29"]


def test_a_show_brings_its_ceremonies_and_votes_whoever_is_nominated(small: Occasions) -> None:
    posts = forecast(small, plan(HAN), NOW, most=99)
    assert {date.ceremony.id for post in posts for date in post.dates if date.ceremony} == {"han"}
    assert days_of(posts, Occasion.CEREMONY) == ["2026-12-19", "2026-12-20", "2027-01-01"]
    assert days_of(posts, Occasion.VOTE_CLOSES) == ["2026-11-30", "2026-12-01"], "not the one without a source"


def test_what_two_of_them_bring_is_told_once(small: Occasions) -> None:
    one, both = (forecast(small, plan(*follows), NOW, most=99) for follows in ((AURORA,), (AURORA, BORA, AURORA)))
    assert told(one) == told(both)
    posts = forecast(small, plan(AURORA, HAN, STAR), NOW, most=99)
    for post in posts:
        assert len({(date.occasion, date.day, id(date.claim)) for date in post.dates}) == len(post.dates)


def test_only_the_kinds_that_are_wanted(small: Occasions) -> None:
    votes = forecast(small, plan(AURORA, HAN, kinds=frozenset({ComingKind.VOTING})), NOW, most=99)
    assert {date.occasion for post in votes for date in post.dates} == {Occasion.VOTE_CLOSES, Occasion.VOTE_OPENS}
    assert forecast(small, plan(AURORA, HAN, kinds=frozenset()), NOW) == []
    assert forecast(small, plan(HAN, kinds=frozenset({ComingKind.BIRTHDAYS})), NOW) == []


def test_who_is_elsewhere_is_told_when_followed(small: Occasions) -> None:
    assert days_of(forecast(small, plan(STAR), NOW, most=99), Occasion.BIRTHDAY) == ["2026-11-26"]


@pytest.mark.parametrize("follows", [(), (Subject("artist", "long-gone"),), (Subject("show", "long-gone"),)])
def test_nobody_and_unknown_ones_bring_nothing(small: Occasions, follows: tuple[Subject, ...]) -> None:
    assert forecast(small, plan(*follows), NOW) == []


def test_an_unknown_one_does_not_stand_in_the_way(small: Occasions) -> None:
    posts = [forecast(small, plan(*follows), NOW) for follows in ((BORA,), (Subject("artist", "long-gone"), BORA))]
    assert posts[0] == posts[1] != []


def test_what_was_called_off_or_has_no_source_is_not_told(small: Occasions) -> None:
    assert forecast(small, plan(OFF), NOW) == []
    assert forecast(small, plan(NARI), NOW) == []
    assert "2026-12-25" not in [day for day, _ in told(forecast(small, plan(BORA, AURORA), NOW, most=99))]


# -- dates without a day


def test_a_month_is_told_on_its_first_and_a_year_never(small: Occasions) -> None:
    (post,) = [p for p in forecast(small, plan(HAN), NOW, most=99) if p.day.year == 2027]
    (date,) = post.dates
    assert (post.day, date.day, date.at, str(date.date)) == (datetime.date(2027, 1, 1), None, None, "2027-01")
    assert date.date.status.value == "expected"
    assert days_of(forecast(small, plan(SUN), NOW, most=99), Occasion.CEREMONY, 2027) == []


def test_a_month_that_has_begun_is_not_told_again(small: Occasions) -> None:
    concerts = frozenset({ComingKind.CONCERTS})
    assert forecast(small, plan(AURORA, kinds=concerts), NOW) == [], "it is 23 November, and November has begun"
    (post,) = forecast(small, plan(AURORA, kinds=concerts), at("2026-11-01T08:59"))
    assert post.day == datetime.date(2026, 11, 1)
    assert forecast(small, plan(AURORA, kinds=concerts), at("2026-11-01T09:00")) == []


# -- hours and zones


def test_posts_are_strictly_after_and_in_order(small: Occasions) -> None:
    birthday = at("2027-03-01T09:00")
    assert forecast(small, plan(BORA), birthday - datetime.timedelta(seconds=1))[0].at == birthday.timestamp()
    assert forecast(small, plan(BORA), birthday)[0].day == datetime.date(2028, 2, 29)
    posts = forecast(small, plan(AURORA, HAN, SUN), NOW, most=99)
    assert all(one.at < other.at and one.day < other.day for one, other in pairwise(posts))


def test_at_most_seven_and_a_year_ahead(small: Occasions, real: Occasions) -> None:
    assert len(forecast(real, plan(Subject("artist", "bts")), NOW)) == 7
    assert forecast(real, plan(Subject("artist", "bts")), NOW, most=0) == []
    assert forecast(small, plan(BORA), at("2027-03-01T10:00"), ahead=364) == []
    assert len(forecast(small, plan(BORA), at("2027-03-01T10:00"), ahead=365)) == 1


def test_over_the_end_of_the_year(small: Occasions) -> None:
    days = [post.day for post in forecast(small, plan(AURORA, HAN), at("2026-12-30T12:00"), most=2)]
    assert days == [datetime.date(2026, 12, 31), datetime.date(2027, 1, 1)]
    yearly = [date for post in forecast(small, plan(AURORA), at("2026-12-30"), most=1) for date in post.dates]
    assert [(date.occasion, date.years) for date in yearly] == [(Occasion.YEARLY, 5)]


def test_a_birthday_is_told_on_its_calendar_day_wherever_the_server_is(small: Occasions) -> None:
    for zone in ("Asia/Seoul", LOS_ANGELES, "Pacific/Kiritimati", "Pacific/Pago_Pago"):
        post = forecast(small, plan(BORA, hour=7, zone=zone), NOW)[0]
        local = datetime.datetime.fromtimestamp(post.at, ZoneInfo(zone))
        assert (local.date(), local.hour, post.day) == (datetime.date(2027, 3, 1), 7, datetime.date(2027, 3, 1))


@pytest.mark.parametrize(
    "zone, hour, closing",
    [
        ("Asia/Seoul", 0, "2026-11-30"),
        ("Asia/Seoul", 23, "2026-11-30"),
        (LOS_ANGELES, 6, "2026-11-30"),  # 23:00 in Seoul
        (LOS_ANGELES, 7, "2026-11-29"),  # midnight in Seoul: the vote is over
        (LOS_ANGELES, 20, "2026-11-29"),
        ("Pacific/Kiritimati", 0, "2026-12-01"),  # 19:00 the day before in Seoul
    ],
)
def test_a_vote_is_told_in_the_last_post_before_it_is_over(
    small: Occasions, zone: str, hour: int, closing: str
) -> None:
    over = at("2026-12-01T00:00").timestamp()
    posts = forecast(small, plan(AURORA, hour=hour, zone=zone), NOW, most=99)
    (post,) = [p for p in posts for d in p.dates if d.occasion is Occasion.VOTE_CLOSES and d.day]
    (date,) = [d for d in post.dates if d.occasion is Occasion.VOTE_CLOSES and d.day]
    assert (post.day.isoformat(), date.at) == (closing, over)
    assert over - 86_400 <= post.at < over


def test_a_ceremony_far_away_is_told_before_its_day_is_over_there(small: Occasions) -> None:
    """Los Angeles is on 30 December until 17:00 on the 31st in Seoul."""
    for hour, day in ((0, "2026-12-31"), (16, "2026-12-31"), (17, "2026-12-30"), (23, "2026-12-30")):
        posts = forecast(small, plan(SUN, hour=hour), NOW, most=99)
        assert days_of(posts, Occasion.CEREMONY) == [day], hour


@given(
    zone=st.sampled_from(sorted(zone for zone in available_timezones() if "/" in zone)),
    hour=st.integers(0, 23),
    first=st.dates(datetime.date(2026, 1, 1), datetime.date(2030, 12, 31)),
)
def test_one_instant_a_day_in_every_zone(zone: str, hour: int, first: datetime.date) -> None:
    """Also where clocks change: the instants increase, each on its own day, at its hour or just after a gap."""
    wanted = plan(hour=hour, zone=zone)
    days = [first + datetime.timedelta(days=ahead) for ahead in range(8)]
    moments = [wanted.at(day) for day in days]
    assert all(one < other for one, other in pairwise(moments))
    for day, moment in zip(days, moments, strict=True):
        local = datetime.datetime.fromtimestamp(moment, ZoneInfo(zone))
        assert local.date() == day and local.hour in (hour, hour + 1)


@given(
    zone=st.sampled_from(sorted(zone for zone in available_timezones() if "/" in zone)),
    hour=st.integers(0, 23),
    minutes=st.integers(0, 120 * 24 * 60),
)
def test_whenever_one_looks_each_post_is_the_same(small: Occasions, zone: str, hour: int, minutes: int) -> None:
    """What a digest holds does not depend on when it is computed: the announcer and the preview agree."""
    wanted = plan(AURORA, HAN, SUN, hour=hour, zone=zone)
    now = at("2026-10-01") + datetime.timedelta(minutes=minutes)
    whole = forecast(small, wanted, at("2026-09-25"), most=99, ahead=200)
    later = forecast(small, wanted, now, most=99, ahead=100)
    until = later[-1].at if later else 0
    assert later == [post for post in whole if now.timestamp() < post.at <= until]


def test_everything_told_has_a_source(real: Occasions, catalogue: Catalogue) -> None:
    follows = [Subject("artist", artist) for artist in catalogue.results_of][:100]
    posts = forecast(real, plan(*follows, *(Subject("show", show) for show in catalogue.ceremonies)), NOW, most=400)
    assert len(posts) > 200 and sum(len(post.dates) for post in posts) > 400
    for post in posts:
        for date in post.dates:
            assert date.claim.confidence is not Confidence.UNVERIFIED and date.claim.sources
            if date.day is not None and date.ceremony is None:
                assert date.day == post.day
