"""/announce, as those who manage a server meet it: each control, two languages, what is missing, two admins at once."""

import datetime
from typing import Any

import discord
import pytest

from bot.anniversaries.plans import Kind
from bot.services.announcements.subscriptions import Subscription
from tests.conftest import StillClock
from tests.stage import Answer, Stage


async def those(stage: Stage) -> list[Subscription]:
    return await stage.bot.services.announcing.subscriptions.of_guild(stage.server.id)


async def add(stage: Stage, by: Any = None, **options: Any) -> Answer:
    return await stage.slash("announce add", by=by or stage.admin, **{"channel": stage.channel, **options})


async def section(page: Answer, name: str) -> Answer:
    """*Change* beside one section of a panel."""
    custom_id = next(
        part["custom_id"]
        for part in page.parts
        if part.get("label") in ("Change", "바꾸기") and f"s={name}" in part["custom_id"]
    )
    return await page.stage.answered(page.pressed_by, page.pressed_by.click(page.result.response, custom_id=custom_id))


async def run_outbox(stage: Stage) -> None:
    """What the bell would ring for: everything due now is put in and posted."""
    await stage.bot.services.announcing.expander.work(stage.bot.is_here)
    await stage.bot.announcer.work()


def posted(stage: Stage, channel: Any = None) -> list[dict[str, Any]]:
    """The messages that went into a channel unasked, as they were sent."""
    path = f"/channels/{(channel or stage.channel).id}/messages"
    return [r.json for r in stage.env.http_requests if r.method == "POST" and r.path.endswith(path)]


def unmarked(components: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Without the outbox's own mark, which nobody sees."""
    return [{key: value for key, value in one.items() if key != "id"} for one in components]


def text_of(message: dict[str, Any]) -> str:
    found: list[str] = []

    def walk(components: list[dict[str, Any]]) -> None:
        for one in components:
            found.append(one.get("content", ""))
            walk(one.get("components", []))

    walk(message["components"])
    return "\n".join(filter(None, found))


async def test_it_is_added_by_options_and_every_control_changes_it(stage: Stage) -> None:
    role = stage.server.create_role("fans", mentionable=True)
    page = await add(
        stage, what="birthday", artist="bts", before=7, time="9 pm", zone="london", style="each", silent=True
    )
    assert page.private and "방탄" not in page.text and "BTS" in page.text and "Birthdays" in page.text
    assert f"<#{stage.channel.id}>" in page.text and "21:00 in London" in page.text and "7 days before" in page.text
    (one,) = await those(stage)
    assert (one.kinds, one.about, one.leads, one.hour, one.zone) == (
        ("birthday",), ("artist:bts",), (7,), 21, "Europe/London",
    )  # fmt: skip
    kinds = await (await section(page, "kinds")).pick("Choose what to tell…", "ceremony", "win", "fact")
    assert "Ceremonies" in kinds.text and "Prizes of years ago" in kinds.text
    when = await section(await kinds.press("Back to the announcement"), "when")
    when = await when.pick("How many days before…", "0", "30")
    when = await when.pick("How many hours before a vote closes…", "3", "24")
    when = await when.pick("Choose an hour…", "6")
    at = await when.pick("Whose time counts…", "kst")
    assert "06:00 in Seoul" in at.text and "on the day" in at.text and "24 hours before a vote closes" in at.text
    where = await section(await at.press("Back to the announcement"), "where")
    where = await where.pick("Mention this role…", role)
    loud = await where.press("Post with a notification")
    assert f"mentions <@&{role.id}>" in loud.text and "silent" not in loud.text
    look = await section(await loud.press("Back to the announcement"), "look")
    look = await look.pick("One a day, or one for each…", "digest")
    look = await look.pick("Outlooks…", "weekly", "monthly")
    look = await look.pick("Choose a language…", "ko")
    look = await look.pick("How late it may be…", "24")
    last = await look.pick("In years without a 29 February…", "02-28")
    assert "한국어" in last.text and "up to 24 hours late" in last.text
    (one,) = await those(stage)
    assert (one.kinds, one.leads, one.vote_hours, one.hour, one.anchor) == (
        ("ceremony", "win", "fact"), (0, 30), (3, 24), 6, "kst",
    )  # fmt: skip
    assert (one.role_id, one.silent, one.style, one.weekly, one.monthly) == (role.id, False, "digest", True, True)
    assert (one.language, one.catch_up_hours, one.leap_day) == ("ko", 24, "02-28")
    changes = await stage.bot.services.guilds.changes(stage.server.id, most=20)
    assert {change.what for change in changes} == {"announcement-added", "announcement-changed"}


async def test_names_and_times_are_typed_into_forms(stage: Stage) -> None:
    page = await section(await add(stage), "about")
    assert "Whom this server follows" in page.text
    form = await page.press("Name some…")
    page = await form.submit(artists="아이유, nobody at all 🦄", shows="MAMA")
    assert "IU" in page.text and "MAMA Awards" in page.text and "I could not tell who is meant" in page.text
    (one,) = await those(stage)
    assert set(one.about or ()) == {"artist:iu", "show:mama"}
    page = await page.pick("Leave out…", "artist:iu")
    page = await page.press("Whom the server follows")
    assert (await those(stage))[0].about is None
    when = await section(await page.press("Back to the announcement"), "when")
    page = await (await when.press("Another time or zone…")).submit(time="오후 9시 30분", zone="뉴욕")
    assert "21:30 in New York" in page.text
    for typed in ("25:00", "@everyone **now**", "🦄"):
        slip = await (await page.press("Another time or zone…")).submit(time=typed, zone="")
        assert slip.private and "is no time I can read" in slip.text and "@everyone" not in slip.text
    assert (await those(stage))[0].minute == 30
    nobody = await (await section(await stage.slash("announce edit", by=stage.admin), "about")).press("Name some…")
    assert "I know nobody called" in (await nobody.submit(artists="@everyone, ㅁㄴㅇㄹ", shows="")).text


async def test_in_korean(stage: Stage) -> None:
    stage.locales[str(stage.admin.id)] = "ko"
    page = await add(stage, what="everything", artist="rm")
    assert "알엠: 전부" in page.text and "당일" in page.text and "다음 공지" in page.text
    assert "이 서버의 공지" in (await page.press("모든 공지")).text
    assert "채널에 올릴 거예요" in (await stage.slash("announce preview", by=stage.admin)).text


async def test_the_servers_own_is_the_first_and_is_changed_in_its_settings(stage: Stage) -> None:
    guilds = stage.bot.services.guilds
    nothing = await stage.slash("announce list", by=stage.admin)
    assert "Nothing is announced here yet" in nothing.text
    await guilds.change(stage.server.id, stage.admin.id, channel_id=stage.channel.id)
    await add(stage, what="release")
    page = await stage.slash("announce list", by=stage.admin)
    assert page.text.index("The server’s own (/setup)") < page.text.index("Releases")
    own = (await those(stage))[0]
    page = await stage.slash("announce edit", which=str(own.id), by=stage.admin)
    assert "Remove" not in page.buttons
    kinds = await (await section(page, "kinds")).pick("Choose what to tell…", "birthdays", "other")
    where = await section(await kinds.press("Back to the announcement"), "where")
    role = stage.server.create_role("fans")
    await where.pick("Mention this role…", role)
    settings = await guilds.of(stage.server.id)
    assert settings.kinds == ("birthdays", "other") and settings.ping_role_id == role.id
    refused = await stage.slash("announce remove", which=str(own.id), by=stage.admin)
    assert "pause it instead" in (await refused.press("Remove")).text


async def test_a_preview_is_exactly_what_is_posted(stage: Stage, clock: StillClock) -> None:
    """The outbox runs day by day; what it posts is what the preview showed before the first of them."""
    role = stage.server.create_role("fans", mentionable=True)
    await add(stage, what="everything", artist="bts", show="mama", role=role, language="ko")
    one = (await those(stage))[0]
    await stage.bot.services.announcing.subscriptions.change(
        stage.server.id, stage.admin.id, one.id, leads=(0, 7), weekly=True, monthly=True
    )
    shown, page = [], await stage.slash("announce preview", by=stage.admin, days=10)
    while True:
        shown.append(page.payload["data"]["components"][1:])
        if page.buttons["Next"].get("disabled"):
            break
        page = await page.press("Next")
    assert len(shown) >= 10
    for _ in range(10 * 24):
        clock.time += datetime.timedelta(hours=1)
        await run_outbox(stage)
    sent = posted(stage)
    assert [unmarked(message["components"]) for message in sent] == [unmarked(one) for one in shown]
    for message in sent:
        assert message["allowed_mentions"]["roles"] == [str(role.id)] or message["allowed_mentions"]["roles"] == [
            role.id
        ]
        assert text_of(message).startswith(f"<@&{role.id}>")
    history = await stage.slash("announce history", by=stage.admin)
    assert history.text.count("✅ posted") == 8 and "Page 1" in history.text


async def test_skip_and_undo_and_resend(stage: Stage, clock: StillClock) -> None:
    await add(stage, what="fact")
    skipped = await stage.slash("announce skip", by=stage.admin)
    assert "Left out: the digest of Nov 24, 2026" in skipped.text
    assert "This one is left out" in (await stage.slash("announce preview", by=stage.admin)).text
    clock.time += datetime.timedelta(hours=4)
    await run_outbox(stage)
    assert posted(stage) == []
    post = (await stage.suggestions("announce resend", "post", "", by=stage.admin))[0]
    assert post["name"].startswith("Nov 24, 2026")
    assert "posted in a moment" in (await stage.slash("announce resend", post=post["value"], by=stage.admin)).text
    await run_outbox(stage)
    assert len(posted(stage)) == 1 and "💡" in text_of(posted(stage)[0])
    again = await stage.slash("announce resend", post=post["value"], by=stage.admin)
    assert "cannot be sent again" in again.text
    undone = await (await stage.slash("announce skip", by=stage.admin)).press("Post it after all")
    assert "after all" in undone.text
    clock.time += datetime.timedelta(days=1)
    await run_outbox(stage)
    await run_outbox(stage)
    assert len(posted(stage)) == 2


async def test_a_test_asks_for_permissions_first_and_mentions_nobody(stage: Stage) -> None:
    role = stage.server.create_role("fans", mentionable=True)
    await add(stage, what="birthday", artist="bts", role=role)
    done = await stage.slash("announce test", by=stage.admin)
    (message,) = posted(stage)
    assert f"<#{stage.channel.id}>" in done.text and "discord.com/channels" in done.text
    assert "A test by an admin" in text_of(message) and "Jin" in text_of(message) and "<@&" not in text_of(message)
    deny = discord.PermissionOverwrite(send_messages=False)
    quiet = stage.server.create_text_channel("quiet", overwrites={stage.server.default_role: deny})
    page = await stage.slash("announce edit", channel=quiet, by=stage.admin)
    assert "⚠️" in page.text and "**Send Messages**" in page.text
    refused = await page.press("Test")
    assert (
        refused.private
        and f"I may not post in <#{quiet.id}> yet" in refused.text
        and "**Send Messages**" in refused.text
    )
    one = (await those(stage))[0]
    subscriptions = stage.bot.services.announcing.subscriptions
    await subscriptions.change(stage.server.id, 1, one.id, channel_id=404, role_id=405)
    page = await stage.slash("announce edit", by=stage.admin)
    assert "The channel was deleted" in page.text and "<@&405>" in page.text
    assert "The channel was deleted" in (await stage.slash("announce test", by=stage.admin)).text
    assert posted(stage, quiet) == []


async def test_a_test_with_nothing_to_come_says_where_it_would_be(stage: Stage) -> None:
    one = await stage.bot.services.announcing.subscriptions.add(stage.server.id, 1, stage.channel.id, kinds=("event",))
    page = await stage.slash("announce test", which=str(one.id), by=stage.admin)
    assert "The test is in" in page.text and "Nothing falls due within a year" in text_of(posted(stage)[0])
    assert "so there is no post to skip" in (await stage.slash("announce skip", by=stage.admin)).text


async def test_paused_ones_stay_silent_and_go_on(stage: Stage, clock: StillClock) -> None:
    await add(stage, what="fact")
    assert "It is paused" in (await stage.slash("announce pause", by=stage.admin)).text
    assert "that way already" in (await stage.slash("announce pause", by=stage.admin)).text
    clock.time += datetime.timedelta(days=1)
    await run_outbox(stage)
    assert posted(stage) == []
    page = await stage.slash("announce edit", by=stage.admin)
    assert "Paused" in page.text
    page = await page.press("Resume")
    assert "Next post" in page.text
    clock.time += datetime.timedelta(hours=4)
    await run_outbox(stage)
    assert len(posted(stage)) == 1, "what fell due meanwhile is not told"


async def test_one_that_discord_refused_comes_back_by_a_button(stage: Stage, clock: StillClock) -> None:
    await add(stage, what="fact")
    one = (await those(stage))[0]
    await stage.bot.services.announcing.book.disable(one.id, "forbidden", at=int(clock.now().timestamp()))
    page = await stage.slash("config check", by=stage.admin)
    assert "stopped, because a permission is missing" in page.text and "Something is missing" in page.text
    page = await page.press("Bring it back")
    assert "stopped" not in page.text
    assert (await those(stage))[0].state == "active"


async def test_two_admins_at_once_see_each_others_changes(stage: Stage) -> None:
    other = stage.server.add_member(
        stage.env.create_user("other"),
        roles=[stage.server.create_role("too", permissions=discord.Permissions(administrator=True))],
    )
    await add(stage, what="fact")
    mine, theirs = [await stage.slash("announce edit", by=by) for by in (stage.admin, other)]
    first = await (await section(mine, "look")).pick("Choose a language…", "ko")
    assert "Since you last looked" not in first.text
    second = await section(theirs, "look")
    assert "Since you last looked" in second.text and f"<@{stage.admin.id}> · changed an announcement" in second.text
    assert "한국어" in (await second.pick("One a day, or one for each…", "each")).text
    gone = await stage.slash("announce remove", by=other)
    assert "It is removed" in (await gone.press("Remove")).text
    late = await first.pick("Choose a language…", "en-US")
    assert late.private and "not there any more" in late.text


async def test_what_is_typed_wrong_is_answered_kindly(stage: Stage) -> None:
    await add(stage)
    for options, told in (
        ({"time": "soon"}, "is no time I can read"),
        ({"zone": "Atlantis"}, "no time zone"),
        ({"artist": "@everyone 🦄 " + "x" * 200}, "not sure who"),
        ({"artist": "jimin"}, "not sure who"),
        ({"show": "하나도 없는 시상식"}, "시상식"),
    ):
        page = await add(stage, **options)
        assert page.private and told in page.text and "@everyone" not in page.text
    assert len(await those(stage)) == 1
    for which in ("999", "the first", "9" * 40, "**1**"):
        page = await stage.slash("announce edit", which=which, by=stage.admin)
        assert page.private and ("not there any more" in page.text or "I know no announcement" in page.text)
    assert "cannot be sent again" in (await stage.slash("announce resend", post="x", by=stage.admin)).text


async def test_not_more_than_25_and_which_one_is_asked(stage: Stage) -> None:
    subscriptions = stage.bot.services.announcing.subscriptions
    none = await stage.slash("announce pause", by=stage.admin)
    assert "no announcements yet" in none.text
    for kind in [*Kind, *Kind][:25]:
        await subscriptions.add(stage.server.id, stage.admin.id, stage.channel.id, kinds=(kind.value,))
    page = await add(stage)
    assert "A server may have 25 announcements" in page.text
    assert "several announcements" in (await stage.slash("announce pause", by=stage.admin)).text
    named = await stage.suggestions("announce pause", "which", "birth", by=stage.admin)
    assert {choice["name"] for choice in named} == {"Birthdays → #awards"}
    page = await stage.slash("announce list", by=stage.admin)
    assert page.text.count("📣 **") == 10 and "Debut days" in page.text
    assert "📣 **" in (await (await page.press("Next")).press("Next")).text


async def test_only_who_manages_the_server(stage: Stage) -> None:
    page = await add(stage, what="fact")
    stage.allow_everybody("announce")
    refused = await stage.slash("announce list", by=stage.ada)
    assert refused.private and "Manage Server" in refused.text
    stage.dismiss(stage.admin)
    pressed = await page.press("Pause")
    assert pressed.private and "Manage Server" in pressed.text
    assert (await those(stage))[0].state == "active"


async def test_a_panel_outlives_a_restart(stage: Stage) -> None:
    page = await add(stage, what="fact")
    assert not stage.bot._connection._view_store._views
    assert "Paused" in (await page.press("Pause")).text
    assert "Changes take effect at once" in (await page.press("All announcements")).text


@pytest.mark.parametrize("seconds, late", [(60, False), (4 * 3600, True)])
async def test_a_late_post_says_so(stage: Stage, clock: StillClock, seconds: int, late: bool) -> None:
    await add(stage, what="fact")
    midnight = datetime.datetime(2026, 11, 23, 15, tzinfo=datetime.UTC)
    clock.time = midnight + datetime.timedelta(seconds=seconds)
    await run_outbox(stage)
    (message,) = posted(stage)
    assert ("Late: this was due" in text_of(message)) is late
    assert ("posted late" in (await stage.slash("announce history", by=stage.admin)).text) is late
