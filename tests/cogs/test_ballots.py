"""/ballot, /predict and /live as a server meets them: a whole ballot and a whole night, in both languages."""

import datetime
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import discord
import pytest
import simcord
from simcord._clock import Clock as SimulatedClock

from bot.app import build_bot
from bot.errors import SendFault
from bot.settings import Settings
from tests.conftest import StillClock
from tests.gala import gala
from tests.stage import Answer, Stage

STARTS = 1_797_606_000  # 19 December 2026, midnight in Seoul


class StageClock(SimulatedClock):
    """Discord's clock, told by the bot's: what is made carries the time that the test set."""

    def __init__(self, clock: StillClock) -> None:
        super().__init__()
        self._clock = clock

    def now(self) -> datetime.datetime:
        return self._clock.now() + datetime.timedelta(seconds=self.elapsed)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(database_url=f"sqlite+aiosqlite:///{tmp_path}/laurel.db", data_dir=gala(tmp_path / "data"))


@pytest.fixture
def simcord_env(simcord_env: simcord.Env, clock: StillClock) -> simcord.Env:
    simcord_env.backend.clock = StageClock(clock)
    return simcord_env


@pytest.fixture
def hosts(stage: Stage) -> Iterator[tuple[Any, Any]]:
    """Two members who manage events."""
    stage.bot.debounce._seconds = 0
    role = stage.server.create_role("events", permissions=discord.Permissions(manage_events=True))
    yield tuple(stage.server.add_member(stage.env.create_user(name), roles=[role]) for name in ("hana", "dul"))


def go(clock: StillClock, seconds: int) -> None:
    clock.time = datetime.datetime.fromtimestamp(seconds, datetime.UTC)


def _parts(components: Any) -> Iterator[Any]:
    for part in components:
        yield part
        yield from _parts(getattr(part, "children", ()))


def posts(stage: Stage) -> list[discord.Message]:
    """What everybody in the channel reads, oldest first."""
    return [message for message in stage.channel.history() if not message.flags.ephemeral]


def text_of(message: discord.Message) -> str:
    return "\n".join(part.content for part in _parts(message.components) if hasattr(part, "content"))


def hidden(message: discord.Message) -> bool:
    return any(getattr(part, "spoiler", False) for part in message.components)


def button(message: discord.Message, label: str) -> str:
    return next(part.custom_id for part in _parts(message.components) if getattr(part, "label", None) == label)


async def press(stage: Stage, by: Any, message: discord.Message, label: str) -> Answer:
    return await stage.answered(by, by.click(message, custom_id=button(message, label)))


async def open_ballot(stage: Stage, host: Any, **options: Any) -> Answer:
    return await stage.slash("ballot open", by=host, ceremony="HRA", **options)


async def rest(stage: Stage) -> None:
    """Until everything is drawn that was asked for."""
    await stage.bot.debounce.rest()
    await stage.env.settle()


WILL, SHOULD = "Who will win?", "Who should win? (if you like)"


async def test_a_ballot_from_opening_to_standings(stage: Stage, hosts: Any, clock: StillClock) -> None:
    host, _ = hosts
    page = await open_ballot(stage, host, scoring="weighted")
    assert page.private and "is open, with 4 categories" in page.text and "One category is left out" in page.text
    (panel,) = posts(stage)
    assert "4 categories" in text_of(panel) and f"<t:{STARTS}:R>" in text_of(panel) and "Nobody has" in text_of(panel)
    wizard = await press(stage, stage.ada, panel, "Fill in")
    assert wizard.private and "0 of 4 predicted" in wizard.text and "Artist of the Year · 👑 grand prize" in wizard.text
    wizard = await wizard.pick(WILL, option(wizard, WILL, "Bora"))
    assert "1 of 4 predicted" in wizard.text and "**Will win**: Bora" in wizard.text
    wizard = await wizard.pick(SHOULD, option(wizard, SHOULD, "AURORA"))
    assert "**Should win**: AURORA" in wizard.text
    wizard = await wizard.press("Next category")
    assert len(wizard.selects[0]["options"]) == 24 and "Nominees 1 to 24 of 30" in wizard.text
    wizard = await wizard.press("More nominees")
    wizard = await wizard.pick(WILL, option(wizard, WILL, "Act 30 – Song 30"))
    assert "2 of 4 predicted" in wizard.text
    wizard = await wizard.pick(WILL, "-")
    assert "1 of 4 predicted" in wizard.text
    await rest(stage)
    assert "1 member has filled in a ballot" in text_of(posts(stage)[0])
    mine = await stage.slash("predict mine")
    assert mine.private and "Bora" in mine.text and "Nobody sees your picks before the lock" in mine.text
    early = await stage.slash("predict standings")
    assert early.private and "Standings come with the lock" in early.text
    go(clock, STARTS)
    await stage.bot.services.balloting.posting.work()
    await rest(stage)
    assert [text_of(message)[:2] for message in posts(stage)] == ["##", "🔒 "] and "🔒 Locked" in text_of(
        posts(stage)[0]
    )
    late = await wizard.pick(WILL, option(wizard, WILL, "Act 30 – Song 30"))
    assert late.private and "came too late" in late.text and f"<t:{STARTS}:f>" in late.text
    refused = await stage.slash(
        "ballot result", by=host, category="Artist of the Year", winner="Nobody Known", source="x"
    )
    assert "was not nominated" in refused.text
    fixed = await stage.slash("ballot correct", by=host, category="Artist of the Year", winner="보라", source="x")
    assert f"⬆️ <@{stage.ada.id}>: now place 1, with 3 points" in fixed.text
    assert "Corrected: Artist of the Year" in text_of(posts(stage)[-1]) and hidden(posts(stage)[-1])
    standings = await stage.slash("predict standings")
    assert not standings.private and f"**1.** <@{stage.ada.id}> · 3 points · 1 right" in standings.text
    season = await standings.press("Season 2026")
    assert "Season 2026" in season.text and "3 points" in season.text
    mine = (await stage.slash("predict mine")).text
    assert "✅ **Will win**: Bora" in mine and "Not predicted: **Song of the Year**" in mine
    assert (await stage.slash("predict ballot")).text == mine, "nothing can be filled in any more"
    assert "divided by those who were right" in (await stage.slash("predict rules")).text


def option(page: Answer, placeholder: str, label: str) -> str:
    select = next(one for one in page.selects if one["placeholder"] == placeholder)
    return str(next(one["value"] for one in select["options"] if one["label"] == label))


async def test_a_whole_night_in_korean(stage: Stage, hosts: Any, clock: StillClock) -> None:
    host, other = hosts
    stage.locales |= {str(host.id): "ko", str(other.id): "ko"}
    await stage.bot.services.guilds.change(stage.server.id, host.id, language="ko")
    await open_ballot(stage, host)
    for member, label in ((stage.ada, "AURORA"), (stage.haneul, "보라"), (other, "보라")):
        wizard = await stage.slash("predict ballot", by=member)
        ask = WILL if member is stage.ada else "누가 받을까요?"
        await wizard.pick(ask, option(wizard, ask, label))
    go(clock, STARTS)
    console = await stage.slash("live start", by=host, ceremony="한강 어워즈", spoiler_hours=3)
    assert console.private and "진행 화면: 2026 한강 어워즈" in console.text and "부문 5개 중 0개" in console.text
    theirs = await stage.slash("live console", by=other)
    console = await console.press("부문 알리기")
    assert "📣 다음 부문: **Artist of the Year**" in text_of(posts(stage)[-1])
    console = await console.pick("누가 받았나요? (공동 수상이면 여럿)", option_of(console, "AURORA"))
    assert "🏆 **오로라**" in console.text or "🏆 **AURORA**" in console.text
    reveal, standings = posts(stage)[-2:]
    assert hidden(reveal) and hidden(standings) and "3명 중 1명이 맞혔어요" in text_of(reveal)
    assert "이 서버의 예측" in text_of(reveal) and "67%" in text_of(reveal)
    assert f"<@{stage.ada.id}> · 1점" in text_of(standings)
    clash = await theirs.pick("누가 받았나요? (공동 수상이면 여럿)", option_of(theirs, "보라"))
    assert "다른 진행자가 먼저" in clash.text and f"그사이 <@{host.id}>" in clash.text
    assert len(await stage.bot.services.balloting.ballots.results(await only(stage))) == 1
    clash = await clash.press("되돌리기")
    assert "이 결과를 되돌렸어요" in text_of(reveal_of(stage, reveal.id))
    both = [option_of(clash, label, "누가 받았나요? (공동 수상이면 여럿)") for label in ("보라", "Far Star")]
    await clash.pick("누가 받았나요? (공동 수상이면 여럿)", *both)
    assert "공동 수상" in text_of(reveal_of(stage, reveal.id))
    console = await console.press("새로 고침")
    assert "그사이" in console.text and "Far Star" in console.text
    console = await console.press("다음 남은 부문")
    form = await console.press("직접 입력…")
    told = await form.submit(names="@everyone **모르는 곡**\n", source="javascript:x")
    assert "모르는 곡" in told.text and "후보가 아니" in text_of(posts(stage)[-1])
    assert "@everyone" not in text_of(posts(stage)[-1]) and "**모르는" not in text_of(posts(stage)[-1])
    await told.press("실황 마치기")
    wrap = posts(stage)[-1]
    again = await stage.slash("live console", by=other)
    assert "실황은 끝났어요" in again.text, "what was wrong can still be put right"
    assert "총정리" in text_of(wrap) and "최고의 예측" in text_of(wrap) and hidden(wrap)
    go(clock, STARTS + 4 * 3_600)
    await stage.bot.services.balloting.posting.work()
    await rest(stage)
    assert not any(hidden(message) for message in posts(stage))


async def only(stage: Stage) -> Any:
    (ballot,) = await stage.bot.services.balloting.ballots.all(stage.server.id)
    return ballot


def option_of(page: Answer, label: str, placeholder: str = "누가 받았나요? (공동 수상이면 여럿)") -> str:
    select = next(one for one in page.selects if one["placeholder"] == placeholder)
    names = {"AURORA": "오로라"}
    return str(next(one["value"] for one in select["options"] if one["label"] in (label, names.get(label))))


def reveal_of(stage: Stage, message_id: int) -> discord.Message:
    return next(message for message in posts(stage) if message.id == message_id)


async def test_only_who_may_and_only_as_long_as_they_may(stage: Stage, hosts: Any) -> None:
    host, other = hosts
    for command in ("ballot", "live"):
        stage.allow_everybody(command)
    refused = await open_ballot(stage, stage.ada)
    assert refused.private and "Manage Events" in refused.text and not posts(stage)
    role = stage.server.create_role("mods")
    await stage.bot.services.guilds.change(stage.server.id, host.id, host_role_id=role.id)
    trusted = stage.server.add_member(stage.env.create_user("net"), roles=[role])
    assert "is open" in (await open_ballot(stage, trusted)).text, "the server's role of hosts"
    console = await stage.slash("live start", by=other, ceremony="HRA", thread=False)
    stage.dismiss(other)
    for press in ("Announce", "End the night", "Somebody else…"):
        assert "Manage Events" in (await console.press(press)).text
    first = console.selects[0]["options"][0]["value"]
    assert "Manage Events" in (await console.pick("Who won? (several if they share it)", first)).text
    assert not await stage.bot.services.balloting.ballots.results(await only(stage))
    alone = await stage.dm("predict mine")
    assert alone.private and "server" in alone.text
    unknown = await stage.slash("ballot result", by=host, category="@everyone", winner="x")
    assert "No ballot here has the category" in unknown.text and "@everyone" not in unknown.text


async def test_members_at_once_are_each_counted_once_and_a_restart_forgets_nobody(
    stage: Stage, hosts: Any, settings: Settings, clock: StillClock
) -> None:
    await open_ballot(stage, hosts[0])
    members = [stage.ada, stage.haneul, *hosts]
    wizards = [await stage.slash("predict ballot", by=member) for member in members]
    actions = []
    for member, wizard in zip(members, wizards, strict=True):
        select = wizard.selects[0]
        for choice in (0, 1):
            value = select["options"][choice]["value"]
            actions.append(member.select(wizard.result.response, [value], custom_id=select["custom_id"]))
    await stage.at_once(*actions)
    await rest(stage)
    assert "4 members have filled in a ballot" in text_of(posts(stage)[0])
    another = build_bot(settings, clock)
    rooms = another.services.balloting
    rooms.ballots._book._database = stage.bot.services.database
    ballot = (await rooms.ballots.all(stage.server.id))[0]
    second = ballot.contents[0].nominees[1].key
    for member in members:
        assert (await rooms.ballots.mine(ballot, member.id)).of("will", "artist-of-the-year") == second, "the later one"


async def test_of_two_hosts_who_press_in_the_same_moment_one_is_told_that_the_other_was_faster(
    stage: Stage, hosts: Any, clock: StillClock
) -> None:
    await open_ballot(stage, hosts[0])
    go(clock, STARTS)
    consoles = [await stage.slash("live start", by=host, ceremony="HRA", thread=False) for host in hosts]
    values = [one["value"] for one in consoles[0].selects[0]["options"][:2]]
    picked = [
        host.select(console.result.response, [value], custom_id=console.selects[0]["custom_id"])
        for host, console, value in zip(hosts, consoles, values, strict=True)
    ]
    seen = len(stage.env.http_requests)
    await stage.at_once(*picked)
    await rest(stage)
    (kept,) = await stage.bot.services.balloting.ballots.results(await only(stage))
    assert kept.winners in [(value,) for value in values] and kept.user_id in [host.id for host in hosts]
    sent = [str(request.json) for request in list(stage.env.http_requests)[seen:]]
    assert sum("Another host was faster" in text for text in sent) == 1
    reveals = [post for post in posts(stage) if text_of(post).startswith("### Artist of the Year")]
    assert len(reveals) == 1 and not await stage.bot.services.balloting.posting.after(kept.id)


async def test_a_pick_of_the_last_millisecond_counts_also_when_the_lock_is_over_before_we_hear_of_it(
    stage: Stage, hosts: Any, clock: StillClock
) -> None:
    await open_ballot(stage, hosts[0])
    members = [stage.ada, hosts[1]]
    wizards = [await stage.slash("predict ballot", by=member) for member in members]
    chosen = [
        member.select(page.result.response, [option(page, WILL, "Bora")], custom_id=page.selects[0]["custom_id"])
        for member, page in zip(members, wizards, strict=True)
    ]
    clock.time = datetime.datetime.fromtimestamp(STARTS, datetime.UTC) - datetime.timedelta(milliseconds=1)

    async def late() -> Any:
        go(clock, STARTS)
        return await chosen[1]

    await stage.at_once(chosen[0], late())
    ballots = stage.bot.services.balloting.ballots
    ballot = await only(stage)
    assert ballot.locked(ballots.now()) and await ballots.count(ballot) == 1
    assert (await ballots.mine(ballot, stage.ada.id)).of("will", "artist-of-the-year") == ballot.contents[0].nominees[
        1
    ].key
    assert await ballots._book.picks_of(ballot.id, hosts[1].id) == []


async def test_a_post_whose_answer_was_lost_is_found_in_the_channel(
    stage: Stage, hosts: Any, clock: StillClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What Discord took and never answered is there already: an hour later no nonce remembers it."""
    messenger = stage.bot.messenger
    send, tries = messenger.send, []

    async def deaf(*where: Any, **how: Any) -> int:
        tries.append(await send(*where, **how))
        raise SendFault(SendFault.Why.UNREACHABLE, "no answer")

    monkeypatch.setattr(messenger, "send", deaf)
    page = await open_ballot(stage, hosts[0])
    assert "could not post" in page.text and len(posts(stage)) == 1
    monkeypatch.setattr(messenger, "send", send)
    go(clock, int(clock.now().timestamp()) + 3_600)
    posting = stage.bot.services.balloting.posting
    await posting.work()
    assert [post.id for post in posts(stage) if post.author.id == stage.bot.user.id] == tries
    wizard = await press(stage, stage.ada, posts(stage)[0], "Fill in")
    await wizard.pick(WILL, option(wizard, WILL, "Bora"))
    await rest(stage)
    assert "1 member has filled in a ballot" in text_of(posts(stage)[0])


async def test_a_panel_that_a_moderator_deleted_is_posted_again(stage: Stage, hosts: Any, clock: StillClock) -> None:
    await open_ballot(stage, hosts[0])
    (panel,) = posts(stage)
    wizard = await press(stage, stage.ada, panel, "Fill in")
    await panel.delete()
    assert "1 of 4" in (await wizard.pick(WILL, option(wizard, WILL, "Bora"))).text
    await rest(stage)
    again = await open_ballot(stage, hosts[0])
    assert "is open already" in again.text
    (panel,) = posts(stage)
    assert "1 member has filled in a ballot" in text_of(panel)
    locked = await stage.slash("ballot lock", by=hosts[0], reason="The show began **early** @everyone", minutes_late=5)
    assert "is locked" in locked.text and "@everyone" not in text_of(posts(stage)[-1])
    reopened = await stage.slash("ballot reopen", by=hosts[0], reason="A mistake", locks="2026-12-19 18:00")
    assert "is open again" in reopened.text and "A mistake" in text_of(posts(stage)[-1])
    await stage.slash("ballot void", by=hosts[0], reason="No fair ballot")
    await rest(stage)
    assert "is void" in text_of(posts(stage)[0]) and "No fair ballot" in text_of(posts(stage)[-1])
    assert "void" in (await wizard.pick(WILL, option(wizard, WILL, "Bora"))).text
    audited = await stage.bot.services.guilds.changes(stage.server.id)
    assert [one.what for one in audited] == ["ballot-void", "ballot-reopen", "ballot-lock", "ballot-open"]
    view = await stage.slash("config view", by=stage.admin)
    assert "locked a ballot" in view.text
    assert await stage.suggestions("ballot result", "category", "group", by=hosts[0]) == []


async def test_categories_and_winners_are_suggested_in_any_script(stage: Stage, hosts: Any) -> None:
    await open_ballot(stage, hosts[0])
    (group,) = await stage.suggestions("ballot result", "category", "group", by=hosts[0])
    assert group["name"] == "HRA 2026 · Best Group"
    found = await stage.suggestions("ballot result", "winner", "오로라", by=hosts[0], category=group["value"])
    assert [one["name"] for one in found] == ["AURORA"]
    kept = await stage.slash("ballot result", by=hosts[0], category=group["value"], winner=found[0]["value"], source="")
    assert "🏆 **AURORA**" in kept.text and "Nobody’s points changed" in kept.text


async def test_what_cannot_be_said_is_said_kindly(stage: Stage, hosts: Any) -> None:
    host = hosts[0]
    assert "I do not know the nominees" in (await stage.slash("ballot open", by=host, ceremony="sun")).text
    assert "I cannot read “soon”" in (await open_ballot(stage, host, locks="soon")).text
    assert "no ballot here" in (await stage.slash("predict ballot")).text
    assert "No night is on" in (await stage.slash("live console", by=host)).text
    assert "예측이 없어요" in (await stage.slash("predict ballot", by=stage.haneul)).text
    assert "zzzz" in (await stage.slash("ballot open", by=host, ceremony="zzzz")).text
    assert not posts(stage)
