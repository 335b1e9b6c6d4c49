"""Calendar files, read back by the library that reads everybody's."""

import datetime

import icalendar

from bot.anniversaries.ical import Entry, calendar_file

D = datetime.date
HOSTILE = "생일; 🎂, \\n \\ @everyone <b>\r\nBEGIN:VEVENT\r\nX:" + "가" * 300


def entry(**changes: object) -> Entry:
    values = {
        "uid": "a@laurel",
        "title": "MAMA",
        "first": D(2026, 11, 20),
        "last": D(2026, 11, 21),
        "changed_at": 1_700_000_000,
    }
    return Entry(**{**values, "revision": 3, **changes})  # type: ignore[arg-type]


def read(*entries: Entry) -> list[icalendar.Event]:
    content = calendar_file("Laurel · 로렐", entries)
    assert all(len(line) <= 75 for line in content.split(b"\r\n")), "RFC 5545: no line over 75 octets"
    calendar = icalendar.Calendar.from_ical(content)
    assert str(calendar["X-WR-CALNAME"]) == "Laurel · 로렐"
    assert not [error for event in calendar.events for error in event.errors]
    return list(calendar.events)


def test_days_are_whole_and_both_ends_count() -> None:
    (event,) = read(entry())
    assert event["DTSTART"].dt == D(2026, 11, 20) and event["DTEND"].dt == D(2026, 11, 22)
    assert event["DTSTART"].params["VALUE"] == "DATE"
    assert (str(event["UID"]), event["SEQUENCE"], str(event["STATUS"])) == ("a@laurel", 3, "CONFIRMED")
    assert event["LAST-MODIFIED"].dt == datetime.datetime(2023, 11, 14, 22, 13, 20, tzinfo=datetime.UTC)


def test_what_is_only_expected_says_so() -> None:
    (event,) = read(entry(expected=True))
    assert str(event["STATUS"]) == "TENTATIVE"


def test_the_leap_day_returns_as_the_design_says() -> None:
    """Day 60 of the year is 29 February or 1 March."""
    (event,) = read(entry(first=D(2024, 2, 29), last=D(2024, 2, 29), yearly=True, leap_day=True))
    assert dict(event["RRULE"]) == {"FREQ": ["YEARLY"], "BYYEARDAY": [60]}
    assert (D(2025, 1, 1) + datetime.timedelta(days=59), D(2028, 1, 1) + datetime.timedelta(days=59)) == (
        D(2025, 3, 1),
        D(2028, 2, 29),
    )
    (plain,) = read(entry(yearly=True))
    assert dict(plain["RRULE"]) == {"FREQ": ["YEARLY"]}


def test_hostile_words_stay_words() -> None:
    events = read(entry(title=HOSTILE, note=HOSTILE * 3), entry(uid="b@laurel"))
    assert len(events) == 2
    assert str(events[0]["SUMMARY"]).replace("\n", "") == HOSTILE.replace("\r\n", "").replace("\n", "")


def test_the_same_dates_are_the_same_bytes() -> None:
    assert calendar_file("x", [entry()]) == calendar_file("x", [entry()])


def test_a_calendar_without_dates_is_one() -> None:
    assert read() == []
