"""Polls as members and managers meet them: panels, votes, forms, Discord's own polls, and what goes wrong."""

import asyncio
import datetime
from typing import Any

import discord
import pytest

from bot.app import build_bot
from bot.errors import SendFault
from bot.services.polls.rounds import GRACE
from bot.settings import Settings
from bot.storage.polls import COUNTED, OPEN, TOLD, Poll
from tests.conftest import StillClock
from tests.stage import Answer, Stage

HOUR = 3600


@pytest.fixture
def night(stage: Stage, clock: StillClock) -> "Night":
    return Night(stage, clock)


class Night:
    """A server in which polls go on: `host` manages events and reads English."""

    def __init__(self, stage: Stage, clock: StillClock) -> None:
        self.stage, self.clock = stage, clock
        clock.time = stage.env.now()
        stage.bot.debounce._seconds = 0.0  # one edit a turn, so that nobody waits
        events = stage.server.create_role("events", permissions=discord.Permissions(manage_events=True))
        self.host = stage.server.add_member(stage.env.create_user("host"), roles=[events])
        self.second = stage.server.add_member(stage.env.create_user("second"), roles=[events])
        self.rounds = stage.bot.services.poll_rounds

    async def begin(self, command: str, by: Any = None, **options: Any) -> Answer:
        return await self.stage.slash(f"poll {command}", by=by or self.host, **options)

    async def custom(self, question: str = "Which?", answers: str = "봄날\nButter", **options: Any) -> Answer:
        form = await self.begin("custom", **options)
        return await form.submit(question=question, answers=answers)

    async def polls(self) -> list[Poll]:
        return await self.stage.bot.services.polls.latest(self.stage.server.id)

    async def poll(self) -> Poll:
        return (await self.polls())[0]

    async def panel(self, poll: Poll | None = None) -> Answer:
        """What everybody sees of a poll, as it is drawn now."""
        await self.stage.bot.debounce.rest()
        number = (poll or await self.poll()).message_id
        return self.message(next(m for m in self.stage.channel.history() if m.id == number))

    def message(self, found: discord.Message) -> Answer:
        payload = {"data": {"components": [one.to_dict() for one in found.components], "content": found.content}}
        shown = type("Shown", (), {"response": found, "ephemeral": False})()
        return Answer(self.stage, shown, payload, self.stage.ada)

    def texts(self, results: list[Any]) -> list[str]:
        """What several were told."""
        told = [{"data": {"components": result.response.components}} for result in results]
        return [Answer(self.stage, result, one, None).text for result, one in zip(results, told, strict=True)]

    async def forget(self, **values: Any) -> None:
        """Has the newest poll be as a stop left it: Discord has taken a message, and nobody kept that."""
        await self.rounds._book.change((await self.poll()).id, **values)

    def last(self) -> Answer:
        found = self.stage.channel.last_message
        assert found is not None
        return self.message(found)

    async def later(self, seconds: float) -> None:
        await self.stage.env.advance_time(seconds)
        self.clock.time = self.stage.env.now()
        await self.rounds.work()
        await self.stage.bot.debounce.rest()


async def test_a_hidden_poll_of_nominees_from_the_command_to_the_winner(night: Night) -> None:
    stage = night.stage
    shown = await night.begin(
        "nominees", show="ama", category="favorite-k-pop-artist", edition="2022", style="hidden", results="live"
    )
    assert shown.private and "https://discord.com/channels/" in shown.text and "keeps" not in shown.text
    poll = await night.poll()
    assert poll.style == "hidden" and poll.seed and poll.edition == "2022" and len(poll.answers) == 5
    panel = await night.panel()
    assert "who should have won?" in panel.text and "How it is decided" in panel.text and "by fan vote" in panel.text
    assert panel.text.count("Favorite") == 1, "the question says which prize it is"
    assert "The prize went to" not in panel.text, "it would tell the others what to choose"
    assert "drawn by lot" in panel.text and "Nobody has voted yet." in panel.text
    kept = await panel.press("BTS")
    assert kept.private and "Your vote is kept: **BTS**" in kept.text
    assert "1 vote (100 %)" in (await night.panel()).text and "1 member has voted" in (await night.panel()).text
    other = next(one.text for one in poll.answers if one.text != "BTS")
    changed = await panel.press(other)
    assert f"**{other}** instead of **BTS**" in changed.text
    korean = await panel.press("BTS", by=stage.haneul)
    assert "**BTS** 투표 완료" in korean.text
    await panel.press("BTS", by=stage.admin)
    await night.later(24 * HOUR + GRACE)
    told = night.last()
    assert "This server chose **BTS**." in told.text and "2 votes (67 %)" in told.text and "1 vote (33 %)" in told.text
    assert "The prize went to **BTS**" in told.text
    assert "This server chose the same: **BTS**" in told.text and "until the end" not in told.text
    assert "This server chose **BTS**." in (await night.panel(poll)).text
    assert not {"BTS", other} & (await night.panel(poll)).buttons.keys()


async def test_results_wait_for_the_end_and_anyone_may_ask(night: Night) -> None:
    await night.custom(answers="봄날\n@everyone **x**\n🎉", style="hidden")
    panel = await night.panel()
    assert "@everyone" not in panel.text, "each answer has a button"
    assert list(panel.buttons)[:3] == ["봄날", "@everyone **x**", "🎉"]
    await panel.press("🎉")
    answer = await night.stage.slash("poll results", by=night.stage.haneul)
    assert (
        not answer.private
        and "마감 뒤에 공개돼요" in answer.text
        and "1명이 투표했어요" in answer.text
        and "█" not in answer.text
    )
    assert "@everyone" not in answer.text.replace("@\u200beveryone", "") and "\\*\\*x\\*\\*" in answer.text
    await night.later(24 * HOUR + GRACE)
    answer = await night.stage.slash("poll results", by=night.stage.haneul, poll=str((await night.poll()).id))
    assert "우리 서버의 선택은 **🎉**" in answer.text and "`████████████` 1표 (100 %)" in answer.text


async def test_discords_own_poll_is_recorded_and_told(night: Night) -> None:
    stage = night.stage
    await night.custom(question="무엇이 좋아요?", answers="봄날\nButter\nDynamite", hours=1)
    poll = await night.poll()
    assert poll.native and poll.closes_at == int((night.clock.time + datetime.timedelta(hours=1)).timestamp())
    message = stage.channel.last_message
    assert message is not None and message.poll is not None and message.poll.question == "무엇이 좋아요?"
    assert "Discord shows who voted" in message.content
    await stage.ada.vote(message, answer=2)
    await stage.haneul.vote(message, answer=2)
    await stage.admin.vote(message, answer=1)
    await stage.bot.debounce.rest()
    assert [one.votes for one in (await night.poll()).answers] == [1, 2, 0], "kept as they come"
    results = await stage.slash("poll results")
    assert "**Butter**" in results.text and "2 votes (67 %)" in results.text
    await night.later(HOUR + GRACE)
    assert (await night.poll()).state == TOLD and "This server chose **Butter**." in night.last().text


async def test_it_ended_while_the_bot_was_down(night: Night, settings: Settings) -> None:
    stage = night.stage
    await night.custom(hours=1)
    message = stage.channel.last_message
    await stage.ada.vote(message, answer=1)
    await stage.env.advance_time(9 * HOUR)  # and nobody worked meanwhile
    night.clock.time = stage.env.now()
    again = build_bot(settings, night.clock)
    for book in (again.services.poll_rounds._book, again.services.poll_rounds._votes):
        book._database = stage.bot.services.database
    again.services.poll_rounds._guilds._book._database = stage.bot.services.database
    again.services.poll_rounds.attach(night.rounds.board)
    await again.services.poll_rounds.work()
    assert (await night.poll()).state == TOLD and "This server chose **봄날**." in night.last().text


async def test_only_who_manages_events_may_open_end_and_manage(night: Night) -> None:
    stage = night.stage
    for command, options in (
        ("nominees", {"show": "ama", "category": "favorite-k-pop-artist"}),
        ("custom", {}),
        ("bracket", {"of": "songs"}),
        ("debate", {}),
        ("end", {}),
    ):
        refused = await night.begin(command, by=stage.ada, **options)
        assert refused.private and "Manage Events" in refused.text, command
    assert await night.polls() == []
    await night.custom(style="hidden")
    panel = await night.panel()
    assert "Manage Events" in (await panel.press("Manage", by=stage.ada)).text
    desk = await panel.press("Manage", by=night.host)
    stage.dismiss(night.host)
    assert "Manage Events" in (await desk.press("End it now")).text, "a button may be older than a permission"
    assert (await night.poll()).state == OPEN
    outside = await stage.dm("poll list")
    assert outside.private and "server" in outside.text


async def test_where_laurel_may_not_write_nothing_is_opened(night: Night) -> None:
    stage = night.stage
    mute = discord.PermissionOverwrite(send_messages=False)
    allowed = {stage.bot.user: mute, night.host: discord.PermissionOverwrite(send_messages=True)}
    closed = stage.server.create_text_channel("closed", overwrites=allowed)
    theirs = stage.server.create_text_channel("theirs", overwrites={night.host: mute})
    refused = await stage.answered(night.host, night.host.slash(closed, "poll custom"))
    assert refused.private and "lacks: **Send Messages**" in refused.text and "Nothing was opened" in refused.text
    refused = await night.begin("custom", channel=closed)
    assert refused.private and "lacks: **Send Messages**" in refused.text
    refused = await night.begin("nominees", show="ama", category="favorite-k-pop-artist", channel=theirs)
    assert refused.private and "You cannot write in" in refused.text
    assert await night.polls() == []


@pytest.mark.parametrize(
    ("answers", "told"),
    [
        ("one", "at least 2 are needed"),
        ("one\nONE", "at least 2 are needed"),
        ("\n".join(f"answer {n}" for n in range(26)), "26 answers; 25 is the most"),
        ("x" * 200 + "\ny", "at most 80 characters"),
    ],
)
async def test_a_form_that_cannot_be_taken_gives_its_text_back(night: Night, answers: str, told: str) -> None:
    refused = await night.custom(answers=answers)
    assert refused.private and told in refused.text and await night.polls() == []
    followup = next(r for r in reversed(list(night.stage.env.http_requests)) if r.path.startswith("/webhooks/"))
    assert answers[:12].splitlines()[-1] in str(followup.json) and "to copy" in str(followup.json)


async def test_many_answers_are_selects_and_repetitions_count_once(night: Night) -> None:
    shown = await night.custom(answers="\n".join([f"- 곡 {n}" for n in range(1, 26)] + ["곡 1"]))
    assert "One line said the same as another" in shown.text
    poll = await night.poll()
    assert poll.style == "hidden" and len(poll.answers) == 25
    panel = await night.panel()
    (select,) = panel.selects
    assert len(select["options"]) == 25
    assert "**곡 25**" in (await panel.pick(select["placeholder"], "24")).text


async def test_a_nominee_withdrawn_gives_votes_back_and_it_is_told(night: Night) -> None:
    await night.custom(answers="A\nB\nC", style="hidden")
    panel = await night.panel()
    await panel.press("B")
    desk = await panel.press("Manage", by=night.host)
    after = await desk.pick("Withdraw an answer…", "1")
    assert "~~B~~ was withdrawn" in after.text
    panel = await night.panel()
    assert "~~B~~ was withdrawn" in panel.text and "B" not in panel.buttons and "Nobody has voted" in panel.text
    assert "Your vote is kept: **C**" in (await panel.press("C")).text
    assert "audit" not in (await night.stage.slash("config view", by=night.stage.admin)).text


async def test_a_deleted_panel_is_told_in_the_list_and_comes_back(night: Night) -> None:
    stage = night.stage
    await night.custom(style="hidden")
    await (await night.panel()).press("봄날")
    first = await night.poll()
    stage.env.backend.delete_message(stage.channel.id, first.message_id)
    listed = await stage.slash("poll list", by=night.host)
    assert "Its message was deleted" in listed.text and f"Post poll {first.id} again" in listed.buttons
    assert f"Post poll {first.id} again" not in (await stage.slash("poll list")).buttons
    assert "1 member has voted" in (await stage.slash("poll results")).text, "votes stay"
    back = await listed.press(f"Post poll {first.id} again")
    poll = await night.poll()
    assert "It is in" in back.text and poll.message_id != first.message_id and not poll.gone
    assert "1 member has voted" in (await night.panel()).text


async def test_a_post_whose_end_nobody_knows_is_found_in_the_channel(night: Night) -> None:
    """Killed between Discord's answer and the note of it: the next start looks before it posts again."""
    stage = night.stage
    for style in ("hidden", "native"):
        await night.custom(style=style, hours=1)
        await night.custom(style=style, hours=1)  # another that asks the same
        first = await night.poll()
        count = len(stage.channel.history())
        await night.forget(posted=0, message_id=None)
        await night.rounds.work()
        found = await night.poll()
        assert len(stage.channel.history()) == count, style
        assert (found.message_id, found.posted, found.closes_at) == (first.message_id, 1, first.closes_at)
    await night.later(HOUR + GRACE)
    assert (await night.poll()).state == TOLD
    count = len(stage.channel.history())
    await night.forget(state=COUNTED)
    await night.rounds.work()
    assert (await night.poll()).state == TOLD and len(stage.channel.history()) == count


async def test_who_has_the_role_of_hosts_manages_polls(night: Night) -> None:
    stage = night.stage
    role = stage.server.create_role("mcs")
    mc = stage.server.add_member(stage.env.create_user("mc"), roles=[role])
    refused = await night.begin("custom", by=mc)
    assert refused.private and "role of hosts" in refused.text
    await stage.bot.services.guilds.change(stage.server.id, stage.admin.id, host_role_id=role.id)
    form = await night.begin("custom", by=mc, style="hidden")
    desk = await form.submit(question="Which?", answers="A\nB\nC")
    assert "Manage" in (await stage.slash("poll list", by=mc)).buttons
    stage.dismiss(mc)
    assert "role of hosts" in (await desk.press("End it now")).text
    assert "Manage" not in (await stage.slash("poll list", by=mc)).buttons


async def test_ones_own_vote_is_shown_to_oneself_alone(night: Night) -> None:
    stage = night.stage
    await night.custom(style="hidden")
    panel = await night.panel()
    assert "have not voted" in (await panel.press("My vote")).text
    await panel.press("Butter")
    assert "Your vote: **Butter**" in (await panel.press("My vote")).text
    assert "투표하지 않으셨어요" in (await panel.press("My vote", by=stage.haneul)).text
    shared = await stage.slash("poll results")
    assert not shared.private and "Your vote" not in shared.text


async def test_a_debate_shows_reasons_only_if_their_writers_agreed(night: Night) -> None:
    stage = night.stage
    form = await night.begin("debate")
    await form.submit(question="Popularity or music?", stance1="Popularity", stance2="Music", stance3="")
    panel = await night.panel()
    for member, stance, why, shown in (
        (stage.ada, "Music", "The *sound* comes first @everyone", ["yes"]),
        (stage.haneul, "Popularity", "비밀이에요", []),
    ):
        kept = await panel.press(stance, by=member)
        say = "Say why" if member is stage.ada else "이유 남기기"
        opened = await kept.press(say)
        said = await opened.submit(why=why, shown=shown)
        assert said.private and ("without your name" in said.text or "보이지 않아요" in said.text)
    await night.later(24 * HOUR + GRACE)
    told = night.last().text
    assert "The \\*sound\\* comes first" in told and "비밀" not in told and "share first place" in told


async def test_a_bracket_is_voted_in_heat_by_heat_and_goes_on(night: Night) -> None:
    stage = night.stage
    form = await night.begin("bracket", of="songs", artist="bts", hours=1, seeding="order", results="live")
    lines = form.fields["answers"]["value"].splitlines()
    assert 4 <= len(lines) <= 32
    await form.submit(question="Best?", answers="A\nB\nC\nD")
    panel = await night.panel()
    assert "Semi-finals" in panel.text and "A or D" in panel.text and "More votes win." in panel.text
    heat = await panel.press("Vote")
    assert heat.private and "match 1 of 2" in heat.text
    heat = await heat.press("D")
    assert "match 2 of 2" in heat.text and "voted in 1 of 2" in heat.text
    heat = await heat.press("C")
    assert "voted in 2 of 2" in heat.text and "Your vote is kept: **C**" in heat.text
    assert "A 0 : 1 D" in (await night.panel()).text, "its results are live"
    await night.later(HOUR + GRACE)
    final = await night.panel()
    assert "Final" in final.text and "C or D" in final.text
    late = await heat.press("B")
    assert "has ended" in late.text
    await (await final.press("Vote", by=stage.haneul)).press("D")
    await night.later(HOUR + GRACE)
    assert "**D** wins the bracket." in night.last().text and "Semi-finals" in night.last().text


async def test_everybody_votes_at_once_and_counts_once(night: Night) -> None:
    """A true race: Laurel hears of all before it has answered any; each presses twice in the same millisecond."""
    stage = night.stage
    await night.custom(answers="A\nB\nC", style="hidden", results="live")
    poll, panel = await night.poll(), await night.panel()
    members = [stage.server.add_member(stage.env.create_user(f"fan{n}")) for n in range(12)]
    ids = [panel.buttons[label]["custom_id"] for label in "ABC"]
    presses = [
        member.click(panel.result.response, custom_id=ids[(n + again) % 3])
        for again in range(2)
        for n, member in enumerate(members)
    ]
    results = await stage.at_once(*presses)
    assert len(results) == 24 and all(result.ephemeral for result in results)
    assert all("Your vote" in text for text in night.texts(results))
    card = await stage.bot.services.polls.card(poll)
    assert card.voters == 12 and card.votes == {0: 4, 1: 4, 2: 4}
    assert await stage.bot.services.polls.votes_of(poll.id, members[0].id) == {0: 1}, "the later one"
    assert "12 members have voted" in (await night.panel()).text


async def test_two_managers_at_once(night: Night) -> None:
    """Of two who end a poll, or post it again, in the same moment one does it; the other hears so."""
    stage = night.stage
    await night.custom(style="hidden")
    first = await night.poll()
    stage.env.backend.delete_message(stage.channel.id, first.message_id)
    label = f"Post poll {first.id} again"
    lists = [await stage.slash("poll list", by=one) for one in (night.host, night.second)]
    presses = [one.pressed_by.click(one.result.response, custom_id=one.buttons[label]["custom_id"]) for one in lists]
    told = night.texts(await stage.at_once(*presses))
    assert "It is in" in "".join(told) and "still there" in "".join(told)
    panels = [one for one in stage.channel.history() if "봄날" in night.message(one).buttons]
    assert len(panels) == 1
    told = night.texts(
        await stage.at_once(*(one.slash(stage.channel, "poll end") for one in (night.host, night.second)))
    )
    assert "being counted" in "".join(told) and "has ended already" in "".join(told)
    await night.later(GRACE + 1)
    assert (await night.poll()).state == TOLD


async def test_a_vote_at_the_very_second_of_the_end(night: Night) -> None:
    """What counts is when it was pressed, as Discord says, not when it arrives: also while votes are being counted."""
    stage = night.stage
    await night.custom(answers="A\nB", style="hidden", hours=1)
    panel, poll = await night.panel(), await night.poll()
    ids = {label: panel.buttons[label]["custom_id"] for label in "AB"}
    await stage.env.advance_time(poll.closes_at - 0.5 - stage.env.now().timestamp())
    night.clock.time = datetime.datetime.fromtimestamp(poll.closes_at + 2, datetime.UTC)  # it arrives late
    (kept,) = night.texts(await stage.at_once(stage.ada.click(panel.result.response, custom_id=ids["A"])))
    assert "Your vote is kept" in kept
    await night.rounds.work()
    assert (await night.poll()).state == OPEN, "others may be on their way"
    await stage.env.advance_time(0.6)
    (late,) = night.texts(await stage.at_once(stage.haneul.click(panel.result.response, custom_id=ids["B"])))
    assert "이미 마감된" in late
    night.clock.time = datetime.datetime.fromtimestamp(poll.closes_at + GRACE, datetime.UTC)
    await night.rounds.work()
    assert [one.votes for one in (await night.poll()).answers] == [1, 0]


async def test_a_vote_that_takes_long_is_answered_all_the_same(night: Night, monkeypatch: pytest.MonkeyPatch) -> None:
    """Discord is promised an answer meanwhile, and gets just one."""
    await night.custom(style="hidden")
    panel = await night.panel()
    polls = night.stage.bot.services.polls
    vote = polls.vote

    async def slow(*args: Any, **values: Any) -> Any:
        await asyncio.sleep(0.05)
        return await vote(*args, **values)

    monkeypatch.setattr(polls, "vote", slow)
    monkeypatch.setattr("bot.ui.reply.PATIENCE", 0.001)
    before = len(night.stage.env.http_requests)
    await night.stage.ada.click(panel.result.response, custom_id=panel.buttons["Butter"]["custom_id"])
    sent = [r for r in list(night.stage.env.http_requests)[before:] if "messages/" not in r.path]
    assert [r.json["type"] for r in sent if r.path.endswith("/callback")] == [6]
    (kept,) = [r for r in sent if r.path.startswith("/webhooks/")]
    assert "Your vote is kept: **Butter**" in str(kept.json) and kept.json["flags"] & 64


async def test_buttons_outlive_a_restart(night: Night, settings: Settings) -> None:
    stage = night.stage
    await night.custom(style="hidden")
    panel = await night.panel()
    another = build_bot(settings, night.clock)
    another.services.polls._votes._database = stage.bot.services.database
    stage.bot.get_cog("Polling").votes = another.get_cog("Polling").votes  # type: ignore[union-attr]
    assert "Your vote is kept: **Butter**" in (await panel.press("Butter")).text
    assert (await stage.bot.services.polls.card(await night.poll())).voters == 1


async def test_discord_is_down_when_a_poll_is_opened(night: Night, monkeypatch: pytest.MonkeyPatch) -> None:
    async def down(*_: object, **__: object) -> int:
        raise SendFault(SendFault.Why.UNREACHABLE, "503")

    with monkeypatch.context() as patched:
        patched.setattr(night.stage.bot.messenger, "send", down)
        shown = await night.custom(style="hidden")
    assert "will be posted" in shown.text and (await night.poll()).message_id is None
    await night.later(30)
    assert (await night.poll()).message_id is not None and "봄날" in (await night.panel()).buttons


async def test_a_prize_is_found_in_any_spelling_or_offered(night: Night) -> None:
    refused = await night.begin("nominees", show="amaa", category="k-pop")
    assert refused.private and refused.buttons
    unknown = await night.begin("nominees", show="ama", category="zzzzqqq")
    assert "no prize called" in unknown.text
    none = await night.begin("nominees", show="mama", category="artist of the year", edition="1200")
    assert "1200" in none.text and await night.polls() == []
    found = await night.stage.suggestions("poll nominees", "category", "k-pop", by=night.host, show="ama")
    assert found


async def test_in_korean_from_the_form_to_the_results(night: Night) -> None:
    stage = night.stage
    await stage.slash("config language", by=stage.admin, language="ko")
    stage.locales[str(night.host.id)] = "ko"
    form = await night.begin("custom", style="hidden")
    assert form.payload["data"]["title"] == "투표 만들기"
    desk = await form.submit(question="최고의 노래는?", answers="봄날\n피 땀 눈물")
    assert "여기에 올렸어요" in desk.text and "지금 마감" in desk.buttons
    panel = await night.panel()
    assert "아직 아무도 투표하지 않았어요." in panel.text and "비밀 투표" in panel.text
    await night.later(24 * HOUR + GRACE)
    assert "아무도 투표하지 않았어요." in night.last().text
