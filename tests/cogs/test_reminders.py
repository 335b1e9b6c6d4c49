"""`/remind` and *Remind me about this*, from the wish to the message, as members of two languages meet them."""

import datetime
from typing import Any

import pytest

from bot.errors import Refused
from bot.services.reminders.desk import Place, When, Wish
from bot.storage.outbox import Settled
from bot.storage.reminders import DEAD, MISSED, PENDING, SENT
from tests.conftest import StillClock
from tests.stage import Answer, Stage

ENTRY = "Remind me about this"
HOSTILE = "@everyone **bold** <@&1> 생일 🎂 [x](https://example.org)"


@pytest.fixture(autouse=True)
def rung(stage: Stage) -> list[float | None]:
    """When the bell would have been told to ring."""
    found: list[float | None] = []
    stage.bot.services.reminder_rounds.hang(stage.bot.reminder_courier, found.append)
    return found


async def works(stage: Stage) -> list[dict[str, Any]]:
    """Has everything told that is due, and returns the messages that the bot posted."""
    before = len(stage.env.http_requests)
    await stage.bot.services.reminder_rounds.work()
    posts = [r for r in list(stage.env.http_requests)[before:] if r.method == "POST" and r.path.endswith("/messages")]
    return [dict(post.json) for post in posts]


async def agreed(stage: Stage, when: str = "in 2 hours", by: Any = None, **more: Any) -> Answer:
    asked = await stage.slash("remind me", by=by, when=when, **more)
    label = next(one for one in asked.buttons if one in ("Yes, try it now", "네, 지금 보내 보세요"))
    return await asked.press(label)


def text_of(post: dict[str, Any]) -> str:
    return "\n".join(part["content"] for part in post["components"][0]["components"] if part["type"] == 10)


async def test_a_direct_message_is_asked_for_and_tried_first(
    stage: Stage, clock: StillClock, rung: list[float | None]
) -> None:
    asked = await stage.slash("remind me", when="tomorrow 9am", note=HOSTILE)
    assert asked.private and "May I write to you?" in asked.text and "Nov 24, 2026, 09:00 · " in asked.text
    assert not [r for r in stage.env.http_requests if r.path.endswith("/users/@me/channels")], "nothing without a yes"
    assert await works(stage) == []
    taken = await asked.press("Yes, try it now")
    assert "You will be reminded" in taken.text and "by direct message" in taken.text
    due = int(datetime.datetime(2026, 11, 24, 0, 0, tzinfo=datetime.UTC).timestamp())
    assert f"<t:{due}:F>" in taken.text and rung[-1] == due
    again = await stage.slash("remind me", when="in 3 days")
    assert "You will be reminded" in again.text, "the yes is remembered"
    clock.time += datetime.timedelta(hours=12)
    (post,) = await works(stage)
    assert text_of(post).startswith("## ⏰ ") and "bold" in text_of(post) and "late" not in text_of(post)
    assert "@everyone" not in text_of(post) and "**bold**" not in text_of(post)
    assert post["allowed_mentions"]["parse"] == [] and len(post["nonce"]) <= 25 and post["enforce_nonce"]
    assert await works(stage) == [], "once"


async def test_in_korean(stage: Stage, clock: StillClock) -> None:
    taken = await agreed(stage, "내일 오전 9시", by=stage.haneul, note="투표하기")
    assert "알림을 예약했어요" in taken.text and "2026년 11월 24일 09:00" in taken.text and "서울" in taken.text
    clock.time += datetime.timedelta(hours=13)
    (post,) = await works(stage)
    assert text_of(post).startswith("## ⏰ 투표하기\n") and "원래 <t:" in text_of(post)


async def test_in_a_channel_it_mentions_that_member_alone(stage: Stage, clock: StillClock) -> None:
    taken = await stage.slash("remind me", when="in 10 minutes", where="here", note="hi")
    assert f"<#{stage.channel.id}>" in taken.text
    clock.time += datetime.timedelta(minutes=11)
    (post,) = await works(stage)
    assert text_of(post).startswith(f"<@{stage.ada.id}>")
    assert post["allowed_mentions"]["users"] == [stage.ada.id] or post["allowed_mentions"]["users"] == [
        str(stage.ada.id)
    ]
    assert post["allowed_mentions"]["parse"] == []


@pytest.mark.parametrize(
    ("when", "told"),
    [
        ("soon", "do not understand “soon”"),
        ("@everyone", "do not understand"),
        ("yesterday", "That time has passed: <t:"),
        ("in 99 years", "five years"),
        ("tomorrow at 9", "could be <t:"),
        (None, "Tell me when"),
    ],
)
async def test_what_cannot_be_a_time_keeps_nothing(stage: Stage, when: str | None, told: str) -> None:
    answer = await stage.slash("remind me", **({} if when is None else {"when": when}))
    assert answer.private and told in answer.text and "@everyone" not in answer.text
    assert not await stage.bot.services.reminders.waiting(stage.ada.id)


async def test_the_time_is_shown_while_it_is_typed(stage: Stage) -> None:
    (one,) = await stage.suggestions("remind me", "when", "tomorrow 9am New York")
    assert one["name"].startswith("Nov 24, 2026, 09:00 · New York") and one["value"].startswith("<t:")
    both = await stage.suggestions("remind me", "when", "내일 10시", by=stage.haneul)
    assert ["10:00" in both[0]["name"], "22:00" in both[1]["name"], len(both)] == [True, True, 2]
    assert await stage.suggestions("remind me", "when", "so") == []
    taken = await stage.slash("remind me", when=both[1]["value"], where="here")
    assert "22:00" in taken.text


async def test_about_a_coming_date(stage: Stage, clock: StillClock) -> None:
    found = await stage.suggestions("remind me", "about", "bts")
    assert found and all(len(choice["name"]) <= 100 and len(choice["value"]) <= 100 for choice in found)
    birthday = next(choice for choice in found if "turns" in choice["name"])
    taken = await stage.slash("remind me", about=birthday["value"], when="1 day before", where="here")
    assert "turns" in taken.text and "You will be reminded" in taken.text
    (kept,) = await stage.bot.services.reminders.waiting(stage.ada.id)
    assert kept.title.endswith(birthday["name"].partition(": ")[2])
    refused = await stage.slash("remind me", about="nobody at all")
    assert "I know no coming date" in refused.text
    assert await stage.suggestions("remind me", "about", ""), "the next ceremonies and votes"
    assert await stage.suggestions("remind me", "about", "🎂" * 50) is not None


async def test_closed_messages_are_explained_and_the_channel_offered(stage: Stage, clock: StillClock) -> None:
    asked = await stage.slash("remind me", when="in 1 hour")
    stage.env.inject_error("POST", "/users/@me/channels", status=403, code=50007)
    closed = await asked.press("Yes, try it now")
    assert "allow direct messages" in closed.text
    assert not await stage.bot.services.reminders.waiting(stage.ada.id)
    here = await asked.press("Tell me in this channel instead")
    assert f"<#{stage.channel.id}>" in here.text


async def test_snoozing_works_once_for_its_owner_only(stage: Stage, clock: StillClock) -> None:
    await stage.slash("remind me", when="in 10 minutes", where="here", note="vote")
    clock.time += datetime.timedelta(minutes=10)
    (post,) = await works(stage)
    custom_ids = [
        button["custom_id"]
        for row in post["components"][0]["components"]
        if row["type"] == 1
        for button in row["components"]
    ]
    assert [one[-3:] for one in custom_ids] == ["10m", "=1h", "=1d"]
    message = await stage.bot.get_channel(stage.channel.id).fetch_message(stage.channel.last_message.id)
    other = await stage.answered(stage.haneul, stage.haneul.click(message, custom_id=custom_ids[0]))
    assert "다른 분의 알림" in other.text and other.private
    snoozed = await stage.answered(stage.ada, stage.ada.click(message, custom_id=custom_ids[2]))
    assert "💤" in snoozed.text and "vote" in snoozed.text
    (waiting,) = await stage.bot.services.reminders.waiting(stage.ada.id)
    assert waiting.due_at == int(clock.time.timestamp()) + 86_400
    clock.time += datetime.timedelta(days=1)
    assert len(await works(stage)) == 1


async def test_the_list_and_taking_back(stage: Stage, clock: StillClock) -> None:
    assert "None is set" in (await stage.slash("remind list")).text
    for number in range(12):
        await stage.slash("remind me", when=f"in {number + 1} hours", note=f"number {number}", where="here")
    listed = await stage.slash("remind list")
    assert "12 are set" in listed.text and "number 9" in listed.text and "number 10" not in listed.text
    after = await listed.pick("Remove one…", listed.selects[0]["options"][0]["value"])
    assert "11 are set" in after.text and "number 0" not in after.text
    (choice,) = await stage.suggestions("remind remove", "reminder", "number 11")
    assert "10 are set" in (await stage.slash("remind remove", reminder=choice["value"])).text
    assert "no longer there" in (await stage.slash("remind remove", reminder=choice["value"])).text
    for text in ("x", "²", "9" * 40):
        assert "no longer there" in (await stage.slash("remind remove", reminder=text)).text


async def test_nobody_waits_for_more_than_fifty(stage: Stage, clock: StillClock) -> None:
    reminders = stage.bot.services.reminders
    place = stage.bot.application_id
    due = int(clock.time.timestamp()) + 600
    asked = (stage.ada.id, place, "ko", Wish(note="x"), When(due, "Asia/Seoul"), Place(1, 2))
    for _ in range(50):
        await reminders.add(*asked)
    with pytest.raises(Refused, match="remind-too-many"):
        await reminders.add(*asked)


async def test_the_menu_of_a_message(stage: Stage) -> None:
    message = await stage.haneul.send(stage.channel, "Vote until midnight!")
    form = await stage.menu(ENTRY, message)
    assert form.payload["type"] == 9 and len(form.payload["data"]["custom_id"]) <= 100
    answer = await form.submit(when="tomorrow 9am", note="vote")
    assert "May I write to you?" in answer.text
    link = f"https://discord.com/channels/{stage.server.id}/{stage.channel.id}/{message.id}"
    assert link in answer.text and "Vote until" not in answer.text, "the message itself is not kept"
    assert "do not understand" in (await form.submit(when="???")).text


async def test_late_is_said_and_too_late_is_not_sent(stage: Stage, clock: StillClock) -> None:
    await stage.slash("remind me", when="in 1 hour", note="late", where="here")
    await stage.slash("remind me", when="in 20 hours", note="soon", where="here")
    clock.time += datetime.timedelta(hours=12)
    (post,) = await works(stage)
    assert "I could not send it then" in text_of(post)
    await stage.slash("remind me", when="in 1 hour", note="gone", where="here")
    clock.time += datetime.timedelta(hours=14)
    (post,) = await works(stage)
    assert "soon" in text_of(post)
    listed = await stage.slash("remind list")
    assert "These did not reach you" in listed.text and "gone" in listed.text and "12 hours" in listed.text


async def test_a_lost_answer_is_not_told_twice(stage: Stage, clock: StillClock) -> None:
    """The message arrived, and the machine stopped before that was kept: it is found again by its buttons."""
    await stage.slash("remind me", when="in 1 hour", note="once", where="here")
    clock.time += datetime.timedelta(hours=1)
    book = stage.bot.services.reminder_rounds._book
    settle, lost = book.settle, []

    async def nothing(settled: list[Settled]) -> None:
        lost.extend(settled)

    book.settle = nothing
    assert len(await works(stage)) == 1 and lost
    book.settle = settle
    stage.bot.services.reminder_rounds.hang(stage.bot.reminder_courier, lambda at: None)  # another process, later
    clock.time += datetime.timedelta(minutes=30)
    assert await works(stage) == []
    (kept,) = await book.of_member(stage.ada.id, SENT)
    assert kept.message_id == lost[0].message_id


async def test_a_channel_that_is_gone_and_messages_that_close(stage: Stage, clock: StillClock) -> None:
    await stage.slash("remind me", when="in 1 hour", where="here", note="a")
    await agreed(stage, "in 1 hour", note="b")
    clock.time += datetime.timedelta(hours=1)
    stage.env.inject_error("POST", f"/channels/{stage.channel.id}/messages", status=404, code=10003)
    stage.env.inject_error("POST", "/channels/*/messages", status=403, code=50007)
    await works(stage)
    book = stage.bot.services.reminder_rounds._book
    assert len(await book.of_member(stage.ada.id, DEAD)) == 2 and not await book.takes_messages(stage.ada.id)
    assert "did not let me send it" in (await stage.slash("remind list")).text
    (failure,) = await stage.bot.services.failures.latest(stage.server.id)
    assert failure.why == "gone"


async def test_another_bots_and_other_servers_reminders_are_left_alone(stage: Stage, clock: StillClock) -> None:
    reminders, due = stage.bot.services.reminders, int(clock.time.timestamp()) + 60
    ours = stage.bot.application_id
    await reminders.add(1, ours + 1, "ko", Wish(), When(due, "UTC"), Place(stage.server.id, stage.channel.id))
    await reminders.add(1, ours, "ko", Wish(), When(due, "UTC"), Place(stage.server.id + 1, 5))
    clock.time += datetime.timedelta(minutes=2)
    assert await works(stage) == []
    assert len(await stage.bot.services.reminder_rounds._book.of_member(1, PENDING)) == 2
    assert not await stage.bot.services.reminder_rounds._book.of_member(1, MISSED)


@pytest.mark.parametrize(
    ("date", "told", "in_korean"),
    [
        ("2026-11-30", "has moved: from Nov 28, 2026 to Nov 30, 2026", "2026년 11월 28일 → 2026년 11월 30일"),
        ("2027", "expected in 2027", "2027년 중으로 예상돼요"),
        ("", "called off", "아쉽게도 취소됐어요"),
    ],
)
async def test_what_became_of_its_date_is_told_with_it(
    stage: Stage, clock: StillClock, date: str, told: str, in_korean: str
) -> None:
    reminders, book = stage.bot.services.reminders, stage.bot.services.reminder_rounds._book
    await works(stage)
    wish = Wish(title="MAMA *2026*", day=datetime.date(2026, 11, 28), at=5, occasion="ceremony.mama.2026")
    due = int(clock.time.timestamp()) + 600
    for member, locale in ((stage.ada, "en-US"), (stage.haneul, "ko")):
        asked = (member.id, stage.bot.application_id, locale, wish, When(due, "Asia/Seoul", 3_600))
        kept = await reminders.add(*asked, Place(stage.server.id, stage.channel.id))
        assert await book.move(kept, date, due, due + 5)
    assert told in (await stage.slash("remind list")).text
    clock.time += datetime.timedelta(minutes=10)
    english, korean = map(text_of, await works(stage))
    assert told in english and in_korean in korean and "## ⏰ MAMA \\*2026\\*\n" in english
