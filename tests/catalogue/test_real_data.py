"""The catalogue that ships: a few facts that must be right, and the laws over all of it."""

import re
from pathlib import Path

import pytest

from bot.catalogue import Catalogue, load_catalogue
from bot.catalogue.dates import DateStatus
from bot.catalogue.importing import import_facts
from bot.catalogue.model import Confidence, EditionStatus, MethodKind, MomentKind
from bot.catalogue.names import fold

ROOT = Path(__file__).resolve().parents[2]
FACTS = ROOT.parent / "shared" / "facts"
SHOWS = ("American Music Awards", "MAMA Awards")
BTS = ("rm", "jin-bts", "suga", "j-hope", "jimin-bts", "v", "jung-kook")


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load_catalogue(ROOT / "data")


def winners(catalogue: Catalogue, show: str, year: str, category: str) -> list[tuple[str, ...]]:
    found = next(c for c in catalogue.editions[show, year].category if c.id == category)
    return [nominee.artists for nominee in found.winners]


def test_both_shows_are_here_whole(catalogue: Catalogue) -> None:
    assert [edition.id for edition in catalogue.editions_of["ama"]] == [
        *("2026", "2025", "2022", "2021", "2020", "2019", "2018", "2012"),
    ]
    assert [edition.year for edition in catalogue.editions_of["mama"]] == list(range(2026, 1998, -1))
    assert sum(len(edition.category) for edition in catalogue.editions_of["ama"]) == 26
    assert sum(len(edition.category) for edition in catalogue.editions_of["mama"]) == 588


def test_rm_won_favorite_k_pop_artist_in_2025(catalogue: Catalogue) -> None:
    (result,) = [r for r in catalogue.results_of["rm"] if r.edition.ceremony == "ama"]
    assert (result.edition.id, result.category.name) == ("2025", "Favorite K-Pop Artist")
    assert result.nominee.won
    assert result.counts
    assert result.confidence is Confidence.CONFIRMED
    assert len(result.category.sources) == 3
    rivals = {artist for nominee in result.category.nominees for artist in nominee.artists} - {"rm"}
    assert rivals == {"ateez", "jimin-bts", "rose", "stray-kids"}
    assert result.category.complete


def test_bts_won_the_same_prize_in_2022(catalogue: Catalogue) -> None:
    history = catalogue.history_of["ama", "favorite-k-pop-artist"]
    assert [(edition.id, category.winners[0].artists) for edition, category in history] == [
        ("2025", ("rm",)),
        ("2022", ("bts",)),
    ]


def test_fans_decide_the_amas(catalogue: Catalogue) -> None:
    method = catalogue.ceremonies["ama"].method_of(2025)
    assert method.kind is MethodKind.FAN_VOTE
    assert method.summary
    assert method.summary_ko
    assert method.sources


def test_every_method_is_told_in_both_languages(catalogue: Catalogue) -> None:
    for show in catalogue.ceremonies.values():
        for method in show.method:
            assert method.summary, (show.id, method.since)
            assert method.summary_ko, (show.id, method.since)
            assert "니다" not in method.summary_ko, method.summary_ko
            assert re.search(r"요(\([^()]*\))?\.$", method.summary_ko), method.summary_ko


def test_bts_swept_the_grand_prizes_of_mama_2019(catalogue: Catalogue) -> None:
    grand = [c for c in catalogue.editions["mama", "2019"].category if c.grand_prize]
    assert len(grand) == 4
    assert {nominee.artists for category in grand for nominee in category.winners} == {("bts",)}


def test_psy_was_the_new_media_honoree_of_2012(catalogue: Catalogue) -> None:
    assert winners(catalogue, "ama", "2012", "new-media-honoree") == [("psy",)]


def test_the_amas_of_2026(catalogue: Catalogue) -> None:
    assert winners(catalogue, "ama", "2026", "artist-of-the-year") == [("bts",)]
    assert winners(catalogue, "ama", "2026", "song-of-the-summer") == [("bts",)]
    assert winners(catalogue, "ama", "2026", "best-male-k-pop-artist") == [("bts",)]
    assert winners(catalogue, "ama", "2026", "best-female-k-pop-artist") == [("twice",)]
    male = next(c for c in catalogue.editions["ama", "2026"].category if c.id == "best-male-k-pop-artist")
    assert male.confidence is Confidence.SINGLE_SOURCE
    assert male.nominees_confidence is Confidence.UNVERIFIED
    grand = [c.id for e in catalogue.editions_of["ama"] for c in e.category if c.grand_prize]
    assert grand == ["artist-of-the-year", "artist-of-the-year"]


def test_mama_runs_over_several_days(catalogue: Catalogue) -> None:
    edition = catalogue.editions["mama", "2024"]
    assert str(edition.date) == "2024-11-21/2024-11-23"
    assert edition.place == "Kyocera Dome, Osaka, Japan"
    american = [c for c in edition.category if str(c.date) == "2024-11-21"]
    assert american
    assert all("Dolby" in (c.place or "") for c in american)


def test_mama_2026_is_announced_and_open(catalogue: Catalogue) -> None:
    edition = catalogue.editions["mama", "2026"]
    assert edition.status is EditionStatus.ANNOUNCED
    assert str(edition.date) == "2026-11-20/2026-11-21"
    assert edition.category == ()


def test_all_of_bts_are_here_with_profiles_and_dates(catalogue: Catalogue) -> None:
    assert set(catalogue.artists["bts"].members) == set(BTS)
    for member in BTS:
        artist = catalogue.artists[member]
        assert artist.birthday, member
        assert artist.hangul, member
        assert artist.birth_name, member
        kinds = {moment.kind for moment in catalogue.moments_of[member]}
        assert {MomentKind.ENLISTMENT, MomentKind.DISCHARGE} <= kinds, member
    (discharge,) = [m for m in catalogue.moments_of["rm"] if m.kind is MomentKind.DISCHARGE]
    assert (str(discharge.date), discharge.date.status) == ("2025-06-10", DateStatus.CONFIRMED)


def test_everything_about_bts_has_a_korean_title(catalogue: Catalogue) -> None:
    moments = {moment for owner in ("bts", *BTS) for moment in catalogue.moments_of[owner]}
    assert len(moments) > 80
    assert [moment.title for moment in moments if not moment.title_ko] == []


@pytest.mark.parametrize(
    ("typed", "artists"),
    [
        ("RM", ("rm",)),
        ("rm", ("rm",)),
        ("방탄소년단", ("bts",)),
        ("방탄", ("bts",)),
        ("V", ("v",)),
        ("taehyung", ("v",)),
        ("남준", ("rm",)),
        ("rose", ("rose",)),
        ("Jungkook", ("jung-kook",)),
        ("(G)I-DLE", ("gidle",)),
        ("TXT", ("tomorrow-x-together",)),
        ("BEAST", ("highlight",)),
        ("BOL4", ("bol4",)),
        ("슈가", ("suga",)),
        ("jimin bts", ("jimin-bts",)),
        ("jimin", ("jimin-aoa", "jimin-bts", "jimin-class-y")),
        ("Mark", ("mark-got7", "mark-nct")),
        ("마크", ("mark-got7", "mark-nct")),
        ("Maya", ("maya-niziu", "maya-singer", "maya-xg")),
    ],
)
def test_whom_a_name_means(catalogue: Catalogue, typed: str, artists: tuple[str, ...]) -> None:
    assert tuple(sorted(catalogue.artist_names.find(typed))) == artists


def test_an_id_means_just_one(catalogue: Catalogue) -> None:
    several = {name for name, owners in catalogue.artist_names.items() if len(owners) > 1}
    assert [artist for artist in catalogue.artists if fold(artist) in several] == []


def test_everyone_named_is_known_and_most_are_placed(catalogue: Catalogue) -> None:
    named = set(catalogue.results_of)
    assert named <= set(catalogue.artists)
    assert len(named) > 300
    assert [a for a in named if catalogue.artists[a].scene is None] == []


def test_no_tool_or_machine_is_named() -> None:
    words = re.compile(r"find_string|fact-check|\b(?:in the|was) stored?\b|/work/|from memory", re.IGNORECASE)
    for path in (ROOT / "data").rglob("*.toml"):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            assert not words.search(line), f"{path}:{number}: {line}"


def test_files_stay_small_enough_to_edit() -> None:
    lists = ("release.toml", "discharge.toml", "enlistment.toml", "anniversary.toml", "concert.toml")
    long = {path.name for path in (ROOT / "data").rglob("*.toml") if path.read_text().count("\n") > 750}
    assert long <= set(lists)


@pytest.mark.skipif(not FACTS.is_dir(), reason="the shared facts are not beside this checkout")
def test_the_shared_facts_import_into_a_lawful_catalogue(tmp_path: Path) -> None:
    data = tmp_path / "data"
    data.mkdir()
    (data / "catalogue.toml").write_text('as_of = "2026-10"\n')
    kinds = ("ceremonies-asia", "ceremonies-global", "awards-asia", "awards-global", "artists", "dates")
    reports = [import_facts(FACTS / f"{kind}.jsonl", data) for kind in kinds]
    assert [report.conflicts for report in reports] == [[]] * len(kinds)
    assert sum(report.added for report in reports[2:4]) == sum(report.rows for report in reports[2:4])
    everything = load_catalogue(data)
    assert everything.result_count() == 2507
    assert len(everything.artists) > 2000
    several = {name for name, owners in everything.artist_names.items() if len(owners) > 1}
    assert [artist for artist in everything.artists if fold(artist) in several] == []


@pytest.mark.skipif(not FACTS.is_dir(), reason="the shared facts are not beside this checkout")
@pytest.mark.parametrize("kind", ["ceremonies-global", "awards-global", "awards-asia"])
def test_the_shipped_data_hold_all_that_the_facts_say_of_both_shows(kind: str) -> None:
    report = import_facts(FACTS / f"{kind}.jsonl", ROOT / "data", only=SHOWS, dry_run=True)
    assert (report.added, report.also_added, report.written) == (0, 0, [])
