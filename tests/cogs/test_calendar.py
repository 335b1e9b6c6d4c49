"""`/calendar`: the file as a calendar application reads it, and addresses that can be had and ended."""

import datetime
import re
from typing import Any

import icalendar
import pytest

from bot.client import Laurel
from bot.services.calendars import CalendarOf
from bot.settings import Settings
from tests.conftest import StillClock
from tests.stage import Stage


@pytest.fixture
def settings(settings: Settings) -> Settings:
    return Settings(
        database_url=settings.database_url, calendar_port=8_123, public_url="https://laurel.example.org/feeds/"
    )


async def read(bot: Laurel, of: CalendarOf, locale: str = "en-US") -> dict[str, icalendar.Event]:
    calendar = await bot.services.calendars.file(of, locale)
    events = icalendar.Calendar.from_ical(calendar.content).events
    assert len(events) == calendar.count and not [error for event in events for error in event.errors]
    found = {str(event["UID"]): event for event in events}
    assert len(found) == len(events), "each has a name of its own"
    return found


async def test_an_artists_file(stage: Stage) -> None:
    answer = await stage.slash("calendar", artist="BTS")
    assert answer.private and "BTS · Laurel" in answer.text and "dates" in answer.text
    found = await read(stage.bot, CalendarOf("artist", "bts"))
    rm = found["yearly.birthday.rm@laurel"]
    assert str(rm["SUMMARY"]) == "RM (BTS)’s birthday" and rm["DTSTART"].dt == datetime.date(1995, 9, 12)
    assert rm["RRULE"]["FREQ"] == ["YEARLY"] and "http" in rm["DESCRIPTION"]
    korean = await read(stage.bot, CalendarOf("artist", "bts"), "ko")
    assert (
        korean.keys() == found.keys()
        and str(korean["yearly.birthday.rm@laurel"]["SUMMARY"]) == "알엠 (방탄소년단) 생일"
    )


async def test_a_shows_file_holds_no_made_up_day(stage: Stage) -> None:
    for show in stage.bot.services.catalogue.ceremonies:
        calendar = await stage.bot.services.calendars.file(CalendarOf("show", show), "en-US")
        for event in icalendar.Calendar.from_ical(calendar.content).events:
            name = str(event["UID"]).split("@")[0].split(".")
            if name[0] == "ceremony":
                edition = stage.bot.services.catalogue.editions[name[1], name[2]]
                assert edition.date is not None and edition.date.first.day is not None
                assert event["DTSTART"].dt == edition.date.first.first_day


async def test_a_servers_file_has_its_own_dates(stage: Stage) -> None:
    events, of = stage.bot.services.events, CalendarOf("server", guild_id=stage.server.id)
    kept = await events.add(
        stage.server.id, 1, title="Día; 생일, 🎂", date="2024-02-29", yearly=True, zone=None, note="a\\n"
    )
    await events.add(stage.server.id, 1, title="vague", date="2027-03", yearly=False, zone=None, note="")
    found = await read(stage.bot, of)
    own = found[f"event.{kept.id}.{stage.server.id}@laurel"]
    assert str(own["SUMMARY"]) == "Día; 생일, 🎂" and dict(own["RRULE"])["BYYEARDAY"] == [60] and own["SEQUENCE"] == 0
    assert not [one for one in found.values() if str(one["SUMMARY"]) == "vague"]
    assert [uid for uid in found if uid.startswith("ceremony.")], "it follows nobody: the ceremonies of all"
    await events.edit(stage.server.id, 1, kept.id, title="Changed")
    changed = (await read(stage.bot, of))[str(own["UID"])]
    assert (str(changed["SUMMARY"]), changed["SEQUENCE"]) == ("Changed", 1)
    answer = await stage.slash("calendar", by=stage.haneul)
    assert "서버 일정" in answer.text and "넣지 않았어요" in answer.text
    assert "Changed** · 3주년" in (await answer.press("이 서버만의 일정")).text


async def test_what_cannot_be_made(stage: Stage) -> None:
    assert "not both" in (await stage.slash("calendar", artist="bts", show="mama")).text
    assert "Name an artist or a show" in (await stage.dm("calendar")).text
    assert "@everyone" not in (await stage.slash("calendar", artist="@everyone")).text


async def test_an_address_is_shown_once_and_can_be_ended(stage: Stage, clock: StillClock) -> None:
    answer = await stage.slash("calendar")
    made = await answer.press("An address that stays current")
    address = re.search(r"https://laurel\.example\.org/feeds/calendar/([\w-]{43})\.ics", made.text)
    assert made.private and address
    calendars = stage.bot.services.calendars
    assert await calendars.feed(address[1]) is not None and await calendars.feed("x" * 43) is None
    listed = await made.press("My calendar addresses")
    assert "Server dates" in listed.text and address[1] not in listed.text
    ended = await listed.pick("End one for good…", listed.selects[0]["options"][0]["value"])
    assert "You have none" in ended.text and await calendars.feed(address[1]) is None


async def test_ten_addresses_and_an_admin_who_ends_them_all(stage: Stage) -> None:
    answer = await stage.slash("calendar")
    for _ in range(10):
        await answer.press("An address that stays current")
    assert "10 addresses already" in (await answer.press("An address that stays current")).text
    assert "End all 10 addresses" in str((await _feeds(stage, stage.admin)).buttons)
    assert "End all" not in str((await _feeds(stage, stage.ada)).buttons)
    await (await _feeds(stage, stage.admin)).press("End all 10 addresses of this server’s calendar")
    assert not await stage.bot.services.calendars.addresses(stage.ada.id)


async def _feeds(stage: Stage, by: Any) -> Any:
    return await (await stage.slash("calendar", by=by)).press("My calendar addresses", by=by)


async def test_without_a_port_nobody_is_offered_an_address(stage: Stage) -> None:
    stage.bot.services.calendars._public_url = Settings().feeds_url
    answer = await stage.slash("calendar", show="mama")
    assert "An address that stays current" not in answer.buttons
