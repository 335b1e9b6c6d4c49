"""`/awards` as a member meets it."""

import pytest

from tests.stage import Stage


async def test_rm_won_favorite_kpop_artist_with_everything_the_mission_asks(stage: Stage) -> None:
    answer = await stage.slash("awards", artist="RM")

    assert "RM · 알엠" in answer.text
    block = next(part["content"] for part in answer.parts if "American Music Awards 2025" in part.get("content", ""))
    assert "Won **Favorite K-Pop Artist**" in block
    for rival in ("ATEEZ", "Jimin", "ROSÉ", "Stray Kids"):
        assert rival in block.split("over ")[1].splitlines()[0]
    assert "The time before: BTS (2022)" in block
    assert "Decided by fan vote · [" in block
    assert "Source: [" in block
    assert not answer.private


async def test_the_2022_prize_of_bts_is_in_the_groups_record(stage: Stage) -> None:
    rm = await stage.slash("awards", artist="rm")
    bts = await rm.press("Awards of BTS")
    assert "## BTS · 방탄소년단" in bts.text
    filtered = await stage.slash("awards", artist="BTS", show="AMA", year=2022)
    assert "Won **Favorite K-Pop Artist**" in filtered.text
    back = await bts.press("Awards of RM")
    assert "## RM · 알엠" in back.text


async def test_korean_reads_korean(stage: Stage) -> None:
    answer = await stage.slash("awards", by=stage.haneul, artist="알엠")
    assert "알엠 · RM" in answer.text
    assert "선정 방식: 팬 투표" in answer.text
    assert "직전 수상자: 방탄소년단 (2022)" in answer.text
    assert {"출처", "선정 방식"} <= set(answer.buttons)


async def test_sources_open_beside_and_privately(stage: Stage) -> None:
    answer = await stage.slash("awards", artist="rm", show="ama")
    sources = await answer.press("Sources")
    assert sources.private
    assert "Facts as of" in sources.text
    assert "confirmed by independent sources" in sources.text
    assert sources.text.count("](<http") >= 3


async def test_how_it_is_decided_says_what_a_fan_vote_measures(stage: Stage) -> None:
    answer = await stage.slash("awards", artist="rm", show="ama")
    decided = await answer.press("How it is decided")
    assert decided.private
    assert "fan vote: it measures how many fans voted" in decided.text


async def test_pages_turn_there_and_back(stage: Stage) -> None:
    first = await stage.slash("awards", artist="bts")
    assert "Page 1 of" in first.text
    assert first.buttons["Back"]["disabled"]
    second = await first.press("Next")
    assert "Page 2 of" in second.text and second.text != first.text
    again = await second.press("Back")
    assert again.text == first.text


async def test_a_stranger_who_turns_the_page_gets_a_copy(stage: Stage) -> None:
    answer = await stage.slash("awards", artist="bts")
    copy = await answer.press("Next", by=stage.haneul)
    assert copy.private
    assert "2쪽" in copy.text
    mine = await answer.press("Next")
    assert mine.payload["type"] == 7, "who asked turns the message itself"


async def test_the_select_shows_one_ceremony_and_all_again(stage: Stage) -> None:
    answer = await stage.slash("awards", artist="bts")
    ama = await answer.pick("Only one show…", "ama")
    assert "MAMA Awards 20" not in ama.text and "American Music Awards 20" in ama.text
    everything = await ama.pick("Only one show…", "*")
    assert everything.text == answer.text


@pytest.mark.parametrize(
    "result, there, gone", [("won", "Won **", "Nominated:"), ("nominated", "Nominated:", "Won **")]
)
async def test_results_are_filtered(stage: Stage, result: str, there: str, gone: str) -> None:
    answer = await stage.slash("awards", artist="stray-kids", result=result)
    assert there in answer.text and gone not in answer.text


async def test_share_decides_who_sees_it(stage: Stage) -> None:
    assert (await stage.slash("awards", artist="rm", share=False)).private
    assert not (await stage.slash("awards", artist="rm", share=True)).private


async def test_in_a_direct_message(stage: Stage) -> None:
    answer = await stage.answered(stage.ada, stage.ada.user.slash("awards", artist="rm"))
    assert "RM · 알엠" in answer.text


async def test_a_year_without_results_says_which_there_are(stage: Stage) -> None:
    answer = await stage.slash("awards", artist="rm", year=1999)
    assert "Nothing matches. RM has results in 2025" in answer.text
    cleared = await answer.press("Clear the filter")
    assert "Favorite K-Pop Artist" in cleared.text


async def test_a_name_nobody_has_gets_the_three_nearest(stage: Stage) -> None:
    answer = await stage.slash("awards", artist="stray kidz", year=2025)
    assert "Nobody in the catalogue is called “stray kidz”" in answer.text
    assert answer.private
    assert len(answer.buttons) == 3
    label = next(label for label in answer.buttons if label.startswith("Stray Kids"))
    put_right = await answer.press(label)
    assert "## Stray Kids" in put_right.text
    assert "Showing: 2025" in put_right.text, "the other options are kept"


async def test_an_ambiguous_name_asks(stage: Stage) -> None:
    answer = await stage.slash("awards", artist="Jimin")
    assert "could be" in answer.text
    chosen = await answer.press(next(label for label in answer.buttons if "BTS" in label))
    assert "## Jimin · 지민" in chosen.text


async def test_an_unknown_show_is_named(stage: Stage) -> None:
    answer = await stage.slash("awards", artist="rm", show="Grandmies")
    assert "No award show in the catalogue is called “Grandmies”" in answer.text


HOSTILE = [
    "",
    " ",
    "x" * 6000,
    "**bold** <@1> @everyone `x` [a](http://b.c)",
    "🎤🎤🎤",
    "ㅋㅋㅋㅋ",
    "\u202ezz\u2066",
    "a\nb",
    "%s{0}",
]


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
async def test_bad_names_get_a_kind_sentence(stage: Stage, text: str) -> None:
    answer = await stage.slash("awards", artist=text)
    assert answer.private
    assert 10 < len(answer.text) < 300
    assert "@everyone" not in answer.text and " <@1>" not in answer.text and "**bold**" not in answer.text


async def test_autocomplete_gives_ids(stage: Stage) -> None:
    for text, wanted in [("방탄", "bts"), ("방ㅌ", "bts"), ("bangtan", "bts"), ("ROSE", "rose"), ("알엠", "rm")]:
        values = [choice["value"] for choice in await stage.suggestions("awards", "artist", text)]
        assert wanted in values[:3], text
    for text in ("straykdis", "STRAY KIDS"):
        assert (await stage.suggestions("awards", "artist", text))[0]["value"] == "stray-kids"


async def test_autocomplete_is_in_the_readers_script_and_within_limits(stage: Stage) -> None:
    korean = await stage.suggestions("awards", "artist", "bts", by=stage.haneul)
    assert korean[0]["name"].startswith("방탄소년단 · BTS")
    for text in ("", "a", "x" * 6000, "@everyone"):
        choices = await stage.suggestions("awards", "artist", text)
        assert len(choices) <= 25 and all(1 <= len(choice["name"]) <= 100 for choice in choices)
    assert len(await stage.suggestions("awards", "artist", "")) == 25


async def test_years_and_shows_complete(stage: Stage) -> None:
    shows = await stage.suggestions("awards", "show", "마마", by=stage.haneul)
    assert shows[0]["value"] == "mama"
    assert {c["value"] for c in await stage.suggestions("awards", "show", "")} >= {"ama", "mama"}
