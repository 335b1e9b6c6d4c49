"""`/category` and `/compare` as a member meets them."""

import datetime

from tests.conftest import StillClock
from tests.stage import Stage


async def test_a_prize_through_the_years(stage: Stage) -> None:
    answer = await stage.slash("category", show="AMA", category="Favorite K-Pop Artist")
    for line in ("Favorite K-Pop Artist", "American Music Awards 2025", "Won by RM", "- 2022: BTS", "fan vote", "ROSÉ"):
        assert line in answer.text
    older = await answer.pick("Another edition…", "2022")
    assert "Won by BTS" in older.text and "BLACKPINK" in older.text
    assert (await older.press("Sources")).private
    assert "Artist of the Year" not in older.text
    assert "American Music Awards 2022" in (await older.press("The whole edition")).text


async def test_a_fresh_winner_hides(stage: Stage, clock: StillClock) -> None:
    clock.time = datetime.datetime(2025, 5, 27, 12, tzinfo=datetime.UTC)
    answer = await stage.slash("category", show="ama", category="favorite-k-pop-artist", edition="2025")
    assert "||RM||" in answer.text and "On the ballot: ATEEZ, Jimin, RM, ROSÉ, and Stray Kids" in answer.text


async def test_in_korean(stage: Stage) -> None:
    answer = await stage.slash("category", show="마마", category="Artist of the Year", by=stage.haneul)
    assert "역대 수상자" in answer.text and "방탄소년단" in answer.text


async def test_categories_complete_for_the_show_chosen(stage: Stage) -> None:
    found = await stage.suggestions("category", "category", "k-pop", show="ama")
    assert "favorite-k-pop-artist" in [choice["value"] for choice in found]
    assert await stage.suggestions("category", "category", "", show="nowhere") == []


async def test_what_is_not_there_is_explained(stage: Stage) -> None:
    unknown = await stage.slash("category", show="ama", category="Favorite KPop Artst")
    right = await unknown.press("Favorite K-Pop Artist")
    assert "Won by RM" in right.text
    year = await stage.slash("category", show="ama", category="Favorite K-Pop Artist", edition="1950")
    assert "no edition “1950”" in year.text
    assert (await stage.slash("category", show="ama", category="")).private


async def test_two_artists_without_a_verdict(stage: Stage) -> None:
    answer = await stage.slash("compare", first="EXO", second="BTS", show="ama")
    assert answer.text.startswith("## BTS · EXO")
    assert "Favorite Social Artist, AMA 2019: it went to BTS" in answer.text
    assert "no verdict" in answer.text
    for word in ("better", "beats", "more than", "leads"):
        assert word not in answer.text
    assert "## EXO" in (await answer.press("Awards of EXO")).text


async def test_a_comparison_in_korean_and_over_pages(stage: Stage) -> None:
    answer = await stage.slash("compare", first="엑소", second="방탄소년단", by=stage.haneul)
    assert "시상식별" in answer.text and "같은 부문" in answer.text
    assert "2쪽" in (await answer.press("다음")).text


async def test_one_artist_twice_and_nobody(stage: Stage) -> None:
    assert "Both names mean BTS" in (await stage.slash("compare", first="bts", second="방탄소년단")).text
    nobody = await stage.slash("compare", first="btz", second="exo")
    assert "Nobody in the catalogue" in nobody.text
    assert "## BTS · EXO" in (await nobody.press(next(b for b in nobody.buttons if b.startswith("BTS")))).text
