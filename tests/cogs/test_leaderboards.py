"""/leaderboard and /stats, as members meet them in both languages: ranks with ties, one's own place, hidden names."""

from typing import Any

import pytest

from bot.storage.dailies import DailyBook, Run
from bot.storage.scores import TRIVIA, ScoreRow, add_scores
from bot.ui.screens import StaleButton
from tests.stage import Stage

TODAY = "2026-11-23"
PERIOD, GAME = "Other days…", "Another game…"


async def add(stage: Stage, *points: tuple[Any, int], day: str = TODAY, guild_id: int | None = None) -> None:
    """Points of members, or of others by a number."""
    rows = [
        ScoreRow(guild_id or stage.server.id, getattr(who, "id", who), day, TRIVIA, 1, 1, number, 2_000, "bts")
        for who, number in points
    ]
    async with stage.bot.services.database.write() as connection:
        await add_scores(connection, rows)


async def test_a_board_names_members_and_ties_share_a_rank(stage: Stage) -> None:
    await add(stage, (stage.ada, 50), (stage.haneul, 50), (stage.admin, 20), (77, 1_234))
    page = await stage.slash("leaderboard")
    assert not page.private and "## Leaderboard · Trivia · This week" in page.text
    assert "This server · 4 members on the board" in page.text
    assert "Nov 23, 2026 to Nov 29, 2026, by the clock in Seoul" in page.text
    lines = page.text.splitlines()
    first, second = sorted((stage.ada.id, stage.haneul.id))
    own = [f"#2 <@{user}> · 50 points · 1 of 1 right" for user in (first, second)]
    own = [f"**{line}**" if str(stage.ada.id) in line else line for line in own]
    at = lines.index("#1 <@77> · 1,234 points · 1 of 1 right")
    assert lines[at + 1 : at + 4] == [*own, f"#4 <@{stage.admin.id}> · 20 points · 1 of 1 right"]
    assert f"<@{stage.ada.id}>: place 2 of 4, with 50 points" in page.text


async def test_a_board_in_korean(stage: Stage) -> None:
    await add(stage, (stage.haneul, 50))
    page = await stage.slash("leaderboard", by=stage.haneul, period="season")
    assert "순위표 · 퀴즈 · 이번 시즌" in page.text and "순위에 오른 멤버 1명" in page.text
    assert f"1위 <@{stage.haneul.id}> · 50점 · 1문제 중 1개 정답" in page.text
    assert "2026년 10월 1일 ~ 2026년 12월 31일, 서울 시간 기준" in page.text and "한 시즌은 석 달이에요" in page.text


async def test_an_empty_board_says_what_to_do(stage: Stage) -> None:
    page = await stage.slash("leaderboard", game="daily", period="day")
    assert "Nobody has points here yet" in page.text and "Nov 23, 2026, by the clock in Seoul" in page.text
    assert f"<@{stage.ada.id}>: no points in these days yet." in page.text


async def test_pages_periods_and_games_turn_in_place_and_anothers_copy_is_their_own(stage: Stage) -> None:
    await add(stage, *((1_000 + n, 500 - n) for n in range(25)), (stage.ada, 1))
    await add(stage, (stage.haneul, 7), day="2026-01-05")
    page = await (await stage.slash("leaderboard")).press("Next")
    assert "#11 <@1010>" in page.text and f"<@{stage.ada.id}>: place 26 of 26" in page.text
    page = await page.pick(PERIOD, "all")
    assert "All time" in page.text and "27 members" in page.text and "#1 <@1000>" in page.text
    theirs = await page.press("Next", by=stage.haneul)
    assert theirs.private and f"<@{stage.haneul.id}> 님: 27명 중 26위, 7점" in theirs.text
    page = await page.pick(GAME, "daily")
    assert "Daily challenge · All time" in page.text and "days begin at midnight in Seoul" in page.text


async def test_who_hides_counts_without_a_name_and_is_told_in_private_alone(stage: Stage) -> None:
    await add(stage, (stage.ada, 50), (stage.haneul, 20))
    await stage.bot.services.members.change(stage.ada.id, on_boards=False)
    page = await stage.slash("leaderboard")
    assert "#1 a member who hides their name · 50 points" in page.text and str(stage.ada.id) not in page.text
    mine = await page.press("My place")
    assert mine.private and f"<@{stage.ada.id}>: place 1 of 2, with 50 points" in mine.text
    everywhere = await mine.press("Everywhere")
    assert "1 member on the board" in everywhere.text and "/settings" in everywhere.text


async def test_everywhere_names_only_who_is_met_here(stage: Stage) -> None:
    await add(stage, (stage.ada, 50))
    await add(stage, (4_711, 90), guild_id=99)
    page = await stage.slash("leaderboard", scope="everywhere")
    assert "#1 a member of another server · 90 points" in page.text and "4711" not in page.text
    assert f"**#2 <@{stage.ada.id}> · 50 points" in page.text
    assert "4711" not in (await stage.dm("leaderboard")).text


async def test_a_button_that_nobody_made(stage: Stage) -> None:
    for address in ("leaderboard?g=chess", "leaderboard?p=x", "stats?m=ada"):
        with pytest.raises(StaleButton):
            stage.bot.screens.parse(address)
    assert stage.bot.screens.parse("leaderboard?p=-3")


async def test_stats_are_private_unless_shared(stage: Stage) -> None:
    await add(stage, *((stage.ada, 100) for _ in range(5)))
    for number in range(2):
        run = Run(stage.ada.id, TODAY, stage.server.id)
        await DailyBook(stage.bot.services.database).answer(run, number, 0, number == 0, last=number == 1, at=1)
    page = await stage.slash("stats")
    assert page.private and "5 of 5 right (100%) · 500 points" in page.text
    assert "Right answers take 2.0 s on average; half of them at most about 2.2 s" in page.text
    assert "- BTS: 5 of 5 right" in page.text and "- This week: place 1 of 1" in page.text
    assert "1 finished, 1.0 right answers on average, none yet with everything right" in page.text
    shared = await stage.slash("stats", share=True)
    assert not shared.private and f"<@{stage.ada.id}> · in this server" in shared.text
    theirs = await stage.slash("stats", by=stage.haneul, member=stage.ada.user)
    assert "5문제 중 5개 정답 (100%) · 500점" in theirs.text and "- 방탄소년단: 5문제 중 5개 정답" in theirs.text


async def test_stats_of_who_played_nothing_and_of_who_hides(stage: Stage) -> None:
    page = await stage.slash("stats", member=stage.haneul.user)
    assert "No answers in games yet" in page.text and "Not one finished yet" in page.text
    await stage.bot.services.members.change(stage.haneul.id, on_boards=False)
    page = await stage.slash("stats", member=stage.haneul.user, share=True)
    assert page.private and "keeps their numbers to themselves" in page.text
    assert "in all servers together" in (await stage.dm("stats")).text
