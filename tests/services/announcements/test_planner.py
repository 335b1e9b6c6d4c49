"""Which posts a plan makes: days and anchors, leads, votes that close, months without a day, outlooks, leap days."""

import datetime
from collections.abc import Callable, Sequence
from zoneinfo import ZoneInfo

import pytest

from bot.anniversaries.occurrences import LeapDay
from bot.anniversaries.plans import Anchor, Form, Kind, Parcel, Plan, Post, Style
from bot.catalogue import Catalogue
from bot.catalogue.dates import PartialDate
from bot.services.agenda import Agenda
from bot.services.announcements.occasions import Occasions, Occurrence
from bot.services.announcements.planner import next_look, posts
from tests.conftest import StillClock

EVERYTHING = frozenset(Kind) - {Kind.FACT, Kind.TRIVIA}
LOS_ANGELES = "America/Los_Angeles"
Told = list[tuple[str, str, str]]


@pytest.fixture(scope="module")
def occasions(little: Catalogue) -> Occasions:
    return Occasions(little, Agenda(little, StillClock()))


def at(text: str, zone: str = "Asia/Seoul") -> int:
    return int(datetime.datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(zone)).timestamp())


@pytest.fixture(scope="module")
def plan_for(occasions: Occasions) -> Callable[..., Plan]:
    def make(**values: object) -> Plan:
        plain = {"kinds": EVERYTHING, "artists": frozenset(("aurora", "bora", "nari")), "shows": frozenset(("han",))}
        return Plan(**(plain | values))  # type: ignore[arg-type]

    return make


def told(made: Sequence[Post]) -> Told:
    return [(str(post.day), one.key, one.lead) for post in made for one in post.told]


def of_week(occasions: Occasions, plan: Plan, own: Sequence[Occurrence] = ()) -> list[Post]:
    return posts(occasions, plan, own, at("2026-11-24T00:00"), at("2026-12-01T23:59"))


def test_a_week_of_digests_each_date_once_and_nothing_without_a_source(
    occasions: Occasions, plan_for: Callable[..., Plan]
) -> None:
    made = of_week(occasions, plan_for())
    release, closing = "moment:release-", "vote-closes:han:2026:"
    found = [(day, key.rstrip("0123456789abcdef"), lead) for day, key, lead in told(made)]
    assert found == [
        ("2026-11-27", release, "0d"),
        ("2026-11-30", closing, "0d"),
        ("2026-12-01", "vote-closes:han:2026:", "month"),
        ("2026-12-01", "vote-opens:han:2026:", "month"),
    ]
    assert [post.form for post in made] == [Form.DIGEST] * 3
    assert made[0].occurrence == "digest:2026-11-27@Asia/Seoul" and made[0].at == at("2026-11-27T00:00")
    assert made[0].expires_at == made[0].at + 12 * 3600
    assert made[-1].told[0].date == "2026-12" and made[-1].told[0].status == "expected"


def test_leads_and_a_message_for_each(occasions: Occasions, plan_for: Callable[..., Plan]) -> None:
    plan = plan_for(leads=(0, 3, 7), style=Style.EACH, kinds=frozenset((Kind.RELEASE, Kind.CEREMONY)))
    made = posts(occasions, plan, (), at("2026-11-20T00:00"), at("2026-12-21T00:00"))
    found = [(day, key.partition(":")[0], lead) for day, key, lead in told(made)]
    assert found == [
        ("2026-11-20", "moment", "7d"), ("2026-11-24", "moment", "3d"), ("2026-11-27", "moment", "0d"),
        ("2026-12-12", "ceremony", "7d"), ("2026-12-13", "ceremony", "7d"),
        ("2026-12-16", "ceremony", "3d"), ("2026-12-17", "ceremony", "3d"),
        ("2026-12-19", "ceremony", "0d"), ("2026-12-20", "ceremony", "0d"),
    ]  # fmt: skip
    assert all(post.form is Form.ITEM and len(post.told) == 1 for post in made)
    assert made[0].occurrence == made[0].told[0].dated and made[0].occurrence.endswith("@2026-11-27")
    assert len({(post.occurrence, post.lead) for post in made}) == len(made)


def test_hours_before_a_vote_closes_are_never_told_after_it(
    occasions: Occasions, plan_for: Callable[..., Plan]
) -> None:
    plan = plan_for(kinds=frozenset((Kind.VOTING,)), vote_hours=(1, 24), hour=9)
    made = [post for post in of_week(occasions, plan) if post.form is Form.ITEM]
    closes = at("2026-12-01T00:00")
    assert [(post.lead, post.at, post.expires_at) for post in made] == [
        ("24h", closes - 24 * 3600, closes - 12 * 3600),
        ("1h", closes - 3600, closes),
    ]
    assert next_look(occasions, plan, at("2026-11-30T09:00")) == closes - 3600
    assert next_look(occasions, plan, closes - 3600) == at("2026-12-01T09:00")


@pytest.mark.parametrize(
    ("anchor", "zone", "expected"),
    [
        (Anchor.SERVER, LOS_ANGELES, at("2026-11-27T00:00", LOS_ANGELES)),
        (Anchor.KST, LOS_ANGELES, at("2026-11-27T00:00")),
        (Anchor.HOST, LOS_ANGELES, at("2026-11-27T00:00")),
    ],
)
def test_whose_day_a_release_is_told_on(
    occasions: Occasions, plan_for: Callable[..., Plan], anchor: Anchor, zone: str, expected: int
) -> None:
    plan = plan_for(anchor=anchor, zone=zone, kinds=frozenset((Kind.RELEASE,)))
    (post,) = of_week(occasions, plan)
    assert post.at == expected


def test_a_ceremony_abroad_is_told_on_its_own_day_there_or_on_the_last_before_it_is_over(
    occasions: Occasions, plan_for: Callable[..., Plan]
) -> None:
    about = {"kinds": frozenset((Kind.CEREMONY,)), "shows": frozenset(("sun",)), "artists": frozenset()}
    first, last = at("2026-12-28T00:00"), at("2027-01-02T00:00")
    (host,) = posts(occasions, plan_for(anchor=Anchor.HOST, hour=9, **about), (), first, last)
    assert host.at == at("2026-12-30T09:00", LOS_ANGELES) and host.zone == LOS_ANGELES
    (here,) = posts(occasions, plan_for(hour=9, **about), (), first, last)
    assert here.day == datetime.date(2026, 12, 31), "it is the 31st here while it takes place there"


@pytest.mark.parametrize(("leap_day", "day"), [(LeapDay.MARCH_1, "2027-03-01"), (LeapDay.FEBRUARY_28, "2027-02-28")])
def test_the_29th_of_february_is_kept_as_the_server_chose(
    occasions: Occasions, plan_for: Callable[..., Plan], leap_day: LeapDay, day: str
) -> None:
    plan = plan_for(leap_day=leap_day, kinds=frozenset((Kind.BIRTHDAY,)))
    found = told(posts(occasions, plan, (), at("2027-02-26T00:00"), at("2028-03-02T00:00")))
    assert found == [(day, "birthday:bora:2027", "0d"), ("2028-02-29", "birthday:bora:2028", "0d")]
    made = posts(occasions, plan, (), at("2027-02-26T00:00"), at("2027-03-02T00:00"))
    found_again = occasions.find(made[0].told[0])
    assert found_again is not None and found_again.years == 27


def test_outlooks_come_on_mondays_and_on_the_first(occasions: Occasions, plan_for: Callable[..., Plan]) -> None:
    plan = plan_for(weekly=True, monthly=True, hour=8)
    made = posts(occasions, plan, (), at("2026-11-22T00:00"), at("2026-12-02T00:00"))
    outlooks = {post.form: post for post in made if post.form in (Form.WEEK, Form.MONTH)}
    assert outlooks[Form.WEEK].occurrence == "week:2026-11-30@Asia/Seoul" or outlooks[Form.WEEK].day.weekday() == 0
    month = [one.key for one in outlooks[Form.MONTH].told]
    assert outlooks[Form.MONTH].day == datetime.date(2026, 12, 1)
    assert "ceremony:han:2026#1" in month and "ceremony:han:2026#2" in month


def test_own_events_and_the_daily_ones(occasions: Occasions, plan_for: Callable[..., Plan]) -> None:
    day = datetime.date(2026, 11, 26)
    own = Occurrence("own:3:2026", Kind.EVENT, PartialDate(2026, 11, 26), day)
    made = of_week(occasions, plan_for(kinds=frozenset((Kind.EVENT,)), leads=(0, 1)), (own,))
    assert told(made) == [("2026-11-25", "own:3:2026", "1d"), ("2026-11-26", "own:3:2026", "0d")]
    daily = of_week(occasions, plan_for(kinds=frozenset((Kind.FACT, Kind.TRIVIA)), artists=frozenset()))
    assert len(daily) == 8 and [one.key for one in daily[0].told] == ["fact:2026-11-24", "trivia:2026-11-24"]


def test_what_was_told_is_not_told_again(occasions: Occasions, plan_for: Callable[..., Plan]) -> None:
    plan = plan_for(kinds=frozenset((Kind.RELEASE,)))
    made = posts(occasions, plan, (), at("2026-11-24T00:00"), at("2026-12-01T00:00"), lambda one: True)
    assert made == []


def test_a_payload_says_what_the_post_told(occasions: Occasions, plan_for: Callable[..., Plan]) -> None:
    for post in of_week(occasions, plan_for()):
        parcel = Parcel.of(post.payload())
        assert (parcel.form, parcel.day, parcel.zone, parcel.told) == (post.form, post.day, post.zone, post.told)
