"""`/ceremony` as a member meets it."""

from tests.stage import Stage


async def test_an_edition_card(stage: Stage) -> None:
    answer = await stage.slash("ceremony", show="AMA", edition="2025")
    for line in ("American Music Awards 2025", "May 26, 2025", "Las Vegas", "Decided by fan vote", "Won by ◆ RM"):
        assert line in answer.text
    assert "◆ K-pop act" in answer.text
    assert "Lady Gaga" in answer.text and "◆ Lady Gaga" not in answer.text


async def test_the_latest_edition_with_results_by_default(stage: Stage) -> None:
    answer = await stage.slash("ceremony", show="mama")
    assert "MAMA Awards 2025" in answer.text


async def test_editions_can_be_walked(stage: Stage) -> None:
    answer = await stage.slash("ceremony", show="ama", edition="2025")
    older = await answer.press("2022")
    assert "American Music Awards 2022" in older.text
    picked = await older.pick("Another edition…", "2012")
    assert "PSY" in picked.text


async def test_an_unknown_edition_says_which_there_are(stage: Stage) -> None:
    answer = await stage.slash("ceremony", show="ama", edition="1950")
    assert "no edition “1950”" in answer.text and "2025" in answer.text
    assert answer.private


async def test_sources_and_method(stage: Stage) -> None:
    answer = await stage.slash("ceremony", show="mama", edition="2024", by=stage.haneul)
    assert (await answer.press("출처")).private
    decided = await answer.press("선정 방식")
    assert "년부터" in decided.text


async def test_editions_complete_newest_first(stage: Stage) -> None:
    values = [choice["value"] for choice in await stage.suggestions("ceremony", "edition", "20", show="ama")]
    assert values == sorted(values, reverse=True) and "2025" in values
