"""`/record`, `/fact` and `/today` as a member meets them."""

import pytest

from bot.catalogue import Catalogue
from bot.catalogue.model import RecordTopic
from bot.services.facts import FactKind
from bot.ui.queries import FactQuery, RecordQuery, RecordSourcesQuery, TodayQuery
from tests.stage import Stage

# -- /record


async def test_records_over_all_shows(stage: Stage) -> None:
    answer = await stage.slash("record")
    assert "**Most prizes** · all shows together" in answer.text
    assert answer.text.count("Source: [") >= 5 and "Facts as of" in answer.text
    assert "Page 1 of" in answer.text
    second = await answer.press("Next")
    assert "Page 2 of" in second.text


async def test_records_of_one_show_in_korean(stage: Stage) -> None:
    answer = await stage.slash("record", by=stage.haneul, show="마마", topic="first")
    assert "## 기록 · MAMA · 최초" in answer.text
    assert "**첫 대상** · 마마 어워즈" in answer.text and "SG워너비" in answer.text
    assert "출처: [" in answer.text


async def test_the_first_girl_group_with_an_ama(stage: Stage) -> None:
    answer = await stage.slash("record", artist="twice", show="ama")
    assert "TWICE became the first K-pop girl group to win an American Music Award" in answer.text
    assert "Checked against the results in this catalogue" in answer.text
    assert "AMA: 1 prize (2026)" in answer.text


async def test_a_tie_is_shown_as_a_tie(stage: Stage) -> None:
    answer = await stage.slash("record", show="seoul", topic="streak")
    block = next(part["content"] for part in answer.parts if "with a grand prize**" in part.get("content", ""))
    assert "**BTS**: 4 years (2018–2021)" in block and "**EXO**: 4 years (2014–2017)" in block
    assert "A tie: all of them hold it." in block


async def test_topic_and_show_can_be_picked_and_cleared(stage: Stage) -> None:
    answer = await stage.slash("record", artist="bts")
    streaks = await answer.pick("Only one kind…", "streak")
    assert "## Records · BTS · Streaks" in streaks.text and "Most prizes" not in streaks.text
    mama = await streaks.pick("Only one show…", "mama")
    assert "## Records · BTS · MAMA · Streaks" in mama.text
    cleared = await mama.press("Clear the filter")
    assert cleared.text == (await stage.slash("record")).text


async def test_sources_of_records(stage: Stage) -> None:
    sources = await (await stage.slash("record", show="ama")).press("Sources")
    assert sources.private and "Counted from" in sources.text and sources.text.count("](<http") > 3


async def test_disagreement_is_marked(stage: Stage) -> None:
    answer = await stage.slash("record", artist="seventeen", show="ema")
    block = next(part["content"] for part in answer.parts if "first nominations in 2022" in part.get("content", ""))
    assert "sources disagree" in block and "Checked" not in block


async def test_records_of_nobody(stage: Stage) -> None:
    answer = await stage.slash("record", artist="strey kidz")
    assert answer.private and any(label.startswith("Stray Kids") for label in answer.buttons)
    nothing = await stage.slash("record", artist="taylor-swift", topic="chart")
    assert "No record matches" in nothing.text


# -- /fact


async def test_a_fact_has_a_sentence_and_its_sources(stage: Stage) -> None:
    answer = await stage.slash("fact")
    assert "## Did you know?" in answer.text and "- [" in answer.text
    assert not answer.private


async def test_a_win_is_told_with_rivals_and_how_it_is_decided(stage: Stage) -> None:
    answer = await stage.slash("fact", artist="RM", show="AMA")
    seen = set()
    for _ in range(20):
        seen.add(answer.text)
        answer = await answer.press("Another one")
    win = next(text for text in seen if "Favorite K-Pop Artist" in text and "ATEEZ" in text)
    assert "over ATEEZ, Jimin, ROSÉ, and Stray Kids" in win
    assert "it measures how many fans voted" in win


async def test_another_one_is_another_one(stage: Stage) -> None:
    answer = await stage.slash("fact", artist="bts", by=stage.haneul)
    seen = [answer.text]
    for _ in range(6):
        answer = await answer.press("하나 더")
        seen.append(answer.text)
    assert len(set(seen)) == 7 and all("알고 있었나요?" in text for text in seen)


async def test_who_presses_gets_the_servers_next_card(stage: Stage) -> None:
    first = await stage.slash("fact")
    copy = await first.press("Another one", by=stage.haneul)
    assert copy.private and "알고 있었나요?" in copy.text
    third = await first.press("Another one")
    assert third.payload["type"] == 7 and third.text != first.text


async def test_no_such_fact(stage: Stage) -> None:
    answer = await stage.slash("fact", artist="rm", show="golden globes")
    assert "There is no such fact" in answer.text
    assert "could be" in (await stage.slash("fact", artist="Jimin")).text


async def test_every_kind_of_fact_can_be_drawn_in_both_languages(stage: Stage) -> None:
    cog = stage.bot.cogs["Records"]
    facts = stage.bot.services.facts
    for kind in FactKind:
        numbers = [n for n, fact in enumerate(facts.facts) if fact.kind is kind]
        for number in numbers[:: max(1, len(numbers) // 40)]:
            for locale in ("en-US", "ko"):
                page = cog.draw_fact(FactQuery(fact=number), stage.bot.services.words.of(locale))  # type: ignore[attr-defined]
                texts = [c["content"] for c in page.to_components()[0]["components"] if c["type"] == 10]
                assert len(texts) >= 3 and sum(map(len, texts)) < 4_000


# -- /today


async def test_what_a_day_has_seen(stage: Stage) -> None:
    answer = await stage.slash("today", date="6/13")
    assert "## On this day · Jun 13, 2026" in answer.text
    assert "**BTS**: 13 years since debut (2013)" in answer.text
    assert answer.text.index("### Birthdays") < answer.text.index("### Debuts")


async def test_today_is_today_in_seoul(stage: Stage) -> None:
    answer = await stage.slash("today", by=stage.haneul, artist="정국")
    assert "## 이날의 기록 · 2026년 11월 23일 · 정국" in answer.text
    assert "2024 MAMA" in answer.text and "2년 전" in answer.text
    assert "### 생일" in (await stage.slash("today", by=stage.haneul)).text


async def test_a_typed_day_with_its_year_in_korean(stage: Stage) -> None:
    answer = await stage.slash("today", by=stage.haneul, date="2019년 12월 4일", artist="방탄소년단")
    assert "방탄소년단" in answer.text and "2019 MAMA" in answer.text
    assert "년 전" not in answer.text.split("### 수상")[1].split("2019 MAMA")[0].splitlines()[0]


async def test_days_turn(stage: Stage) -> None:
    answer = await stage.slash("today", date="06-13", artist="bts")
    _, after, _ = answer.buttons
    turned = await answer.press(after)
    assert turned.text.startswith(f"## On this day · {after} · BTS")


@pytest.mark.parametrize("text", ["soon", "31 June", "x" * 6000, "<@1> @everyone **6**"])
async def test_what_is_no_day_is_asked_for_kindly(stage: Stage, text: str) -> None:
    answer = await stage.slash("today", date=text)
    assert answer.private and "is no day I can read. Try 06-13" in answer.text
    assert "@everyone" not in answer.text and "**6**" not in answer.text and len(answer.text) < 300


async def test_a_name_that_several_have_keeps_the_day(stage: Stage) -> None:
    answer = await stage.slash("today", date="10-13", artist="Jimin")
    chosen = await answer.press(next(label for label in answer.buttons if "BTS" in label))
    assert "Oct 13, 2026 · Jimin" in chosen.text and "**Jimin**: 31 (born 1995)" in chosen.text


def test_buttons_have_room_for_the_longest_ids(catalogue: Catalogue) -> None:
    artist, show = max(catalogue.artists, key=len), max(catalogue.ceremonies, key=len)
    for query in (
        RecordSourcesQuery(max(RecordTopic, key=len), artist, show, True, 10),
        RecordQuery(max(RecordTopic, key=len), artist, show, True, 10),
        FactQuery(artist, show),
        TodayQuery("2026-11-23", artist, 10),
    ):
        assert len(f"see:{query.address}") <= 100
        assert type(query).parse(query.address.partition("?")[2]) == query
