"""`/artist` as a member meets it."""

from tests.stage import Stage


async def test_a_member_profile(stage: Stage) -> None:
    answer = await stage.slash("artist", name="RM")
    for line in ("**Birthday**: Sep 12, 1994", "**Member of**: BTS", "**Debut**: Jun 13, 2013", "Coming up", "<t:"):
        assert line in answer.text
    awards = await answer.press("Awards")
    assert "Favorite K-Pop Artist" in awards.text


async def test_a_group_names_its_members_and_leads_to_them(stage: Stage) -> None:
    answer = await stage.slash("artist", name="방탄소년단", by=stage.haneul)
    assert "**멤버**: 진, 슈가, 제이홉, 알엠" in answer.text
    member = await answer.press("뷔")
    assert "## 뷔 · V" in member.text


async def test_a_name_on_a_ballot_only(stage: Stage) -> None:
    answer = await stage.slash("artist", name="Taylor Swift")
    assert "Taylor Swift" in answer.text


async def test_sources_of_a_profile(stage: Stage) -> None:
    sources = await (await stage.slash("artist", name="rm")).press("Sources")
    assert sources.private and "Profile" in sources.text


async def test_nobody_of_that_name(stage: Stage) -> None:
    answer = await stage.slash("artist", name="Kim Nam-jun")
    assert any(label.startswith("RM") for label in answer.buttons)
