"""`/event`: a server's own dates, by who manages events, and as everybody reads them."""

import datetime
from typing import Any

import discord
import pytest

from bot.services.events import MOST
from tests.conftest import StillClock
from tests.stage import Answer, Stage

HOSTILE = "@everyone **bold** <@&1> 생일 🎂"


@pytest.fixture
def host(stage: Stage) -> Any:
    role = stage.server.create_role("events", permissions=discord.Permissions(manage_events=True))
    return stage.server.add_member(stage.env.create_user("host"), roles=[role])


async def add(stage: Stage, host: Any, **options: Any) -> Answer:
    return await stage.slash("event add", by=host, **({"title": "Cup sleeves", "date": "2026-12-04"} | options))


async def test_a_date_is_added_changed_listed_and_taken_away(stage: Stage, host: Any) -> None:
    added = await add(stage, host, title=HOSTILE, note="Seoul\nHongdae", yearly=True, zone="뉴욕")
    assert added.private and "Every year: Dec 4, 2026" in added.text and "New York" in added.text
    assert "@everyone" not in added.text and "**bold**" not in added.text
    await add(stage, host, title="Month", date="March 2027")
    (choice,) = await stage.suggestions("event edit", "event", "month", by=host)
    changed = await stage.slash("event edit", by=host, event=choice["value"], title="Quiet month", note="-")
    assert "Quiet month" in changed.text and "Mar 2027" in changed.text
    listed = await stage.slash("event list", by=host)
    assert listed.text.index("### Dec 4, 2026") < listed.text.index("### Mar 2027, day not known yet")
    after = await listed.pick("Take one away…", listed.selects[0]["options"][0]["value"])
    assert "1 date" in after.text and "Quiet month" in after.text and "생일" not in after.text
    gone = await stage.slash("event remove", by=host, event="quiet MONTH")
    assert "There is none yet" in gone.text
    assert "no date called" in (await stage.slash("event remove", by=host, event="Quiet month")).text
    changes = await stage.bot.services.guilds.changes(stage.server.id)
    assert {change.what for change in changes} == {"events"} and len(changes) == 5


async def test_in_korean(stage: Stage) -> None:
    role = stage.server.create_role("events", permissions=discord.Permissions(manage_events=True))
    host = stage.server.add_member(stage.env.create_user("jin"), roles=[role])
    stage.locales[str(host.id)] = "ko"
    added = await stage.slash("event add", by=host, title="컵홀더 이벤트", date="3월 4일", yearly=True)
    assert "해마다: 2027년 3월 4일" in added.text
    refused = await stage.slash("event add", by=host, title="x", date="곧")
    assert "‘곧’에서 날짜를 알아듣지 못했어요" in refused.text


@pytest.mark.parametrize(
    ("options", "told"),
    [
        ({"date": "soon"}, "do not understand “soon”"),
        ({"date": "@everyone"}, "do not understand"),
        ({"date": "2026-13"}, "do not understand"),
        ({"date": "2020-01-01"}, "is over"),
        ({"date": "2027", "yearly": True}, "at least a month"),
        ({"title": "!!!"}, "at least one letter"),
        ({"zone": "Atlantis"}, "Atlantis"),
    ],
)
async def test_what_cannot_be_kept(stage: Stage, host: Any, options: dict[str, Any], told: str) -> None:
    refused = await add(stage, host, **options)
    assert refused.private and told in refused.text and "@everyone" not in refused.text
    assert not await stage.bot.services.events.of_guild(stage.server.id)


async def test_only_who_manages_events(stage: Stage, host: Any) -> None:
    stage.allow_everybody("event")
    assert "Manage Events" in (await add(stage, stage.ada)).text
    await add(stage, host)
    listed = await stage.slash("event list", by=host)
    stage.dismiss(host)
    refused = await listed.pick("Take one away…", listed.selects[0]["options"][0]["value"])
    assert "Manage Events" in refused.text
    assert len(await stage.bot.services.events.of_guild(stage.server.id)) == 1


async def test_a_hundred_and_no_more_in_pages(stage: Stage, host: Any) -> None:
    events = stage.bot.services.events
    for number in range(MOST):
        kept = {
            "title": f"{number} " + "가" * 95,
            "date": "2027-01-01",
            "yearly": False,
            "zone": None,
            "note": "나" * 500,
        }
        await events.add(stage.server.id, 1, **kept)
    assert f"{MOST} dates already" in (await add(stage, host)).text
    listed = await stage.slash("event list", by=host)
    assert "0 가" in listed.text and len(listed.text) < 4_000
    assert (await listed.press("Next")).text != listed.text


async def test_between_in_zones_at_the_edge_of_days(stage: Stage, clock: StillClock) -> None:
    events, guild = stage.bot.services.events, stage.server.id
    await events.add(guild, 1, title="leap", date="2024-02-29", yearly=True, zone="Pacific/Apia", note="")
    await events.add(guild, 1, title="month", date="2027-03", yearly=False, zone=None, note="")
    first, last = datetime.date(2027, 3, 1), datetime.date(2027, 3, 31)
    leap, month = await events.between(guild, first, last)
    assert (leap.event.title, leap.day, leap.years) == ("leap", datetime.date(2027, 3, 1), 3)
    assert leap.at == int(datetime.datetime(2027, 2, 28, 11, tzinfo=datetime.UTC).timestamp())
    assert (month.event.title, month.day, month.at, month.years) == ("month", None, None, 0)
    clock.time = datetime.datetime(2027, 4, 1, 12, tzinfo=datetime.UTC)
    assert [one.event.title for one in await events.upcoming(guild)] == ["leap"]


async def test_upcoming_begins_with_the_servers_own_dates(stage: Stage, host: Any) -> None:
    for number in range(7):
        await add(stage, host, title=f"{HOSTILE * 3} {number}"[-100:], date=f"2026-11-2{number + 3}")
    await add(stage, host, title="Far away", date="2027-06-01")
    page = await stage.slash("upcoming")
    assert "### 📌 This server’s own dates\n- Nov 23, 2026 (<t:" in page.text and "and 2 more" in page.text
    assert "@everyone" not in page.text and "Far away" not in page.text and not page.private
    whole = await page.press("This server’s own dates", by=stage.haneul)
    assert whole.private and "Far away" in whole.text, "everybody may open them"
    assert "own dates" not in (await page.press("Next")).text
    for elsewhere in (await stage.dm("upcoming"), await stage.slash("upcoming", kind="birthdays")):
        assert "own dates" not in elsewhere.text and "Coming up" in elsewhere.text
    assert "and 3 more" in (await page.press("A year ahead")).text
