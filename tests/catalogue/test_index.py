"""The catalogue's indexes, on the small catalogue."""

from bot.catalogue.index import names_of, titles_of
from bot.catalogue.model import Confidence
from tests.catalogue.conftest import Folder

OLDER = """\
year = 2022

[[category]]
id = "favorite-k-pop-artist"
name = "Favorite K-Pop Artist"
nominees = [
    { artists = ["bts"], won = true },
    { artists = ["rose", "rm"], credit = "ROSÉ & RM" },
]
nominees_confidence = "unverified"
confidence = "single-source"
sources = ["https://example.org/2022"]
"""


def test_results_come_newest_first_and_for_each_credited_artist(folder: Folder) -> None:
    folder.write("ceremonies/ama/2022.toml", OLDER)
    catalogue = folder.load()
    assert [(r.edition.id, r.nominee.won) for r in catalogue.results_of["rm"]] == [("2025", True), ("2022", False)]
    assert [edition.id for edition in catalogue.editions_of["ama"]] == ["2025", "2022"]
    assert [e.id for e, _ in catalogue.history_of["ama", "favorite-k-pop-artist"]] == ["2025", "2022"]
    assert catalogue.weight("rm") == 2
    assert catalogue.weight("nobody") == 0
    assert catalogue.result_count() == 2


def test_only_what_a_source_says_counts(folder: Folder) -> None:
    folder.write("ceremonies/ama/2022.toml", OLDER)
    catalogue = folder.load()
    won, listed = catalogue.results_of["bts"][0], catalogue.results_of["rm"][1]
    assert (won.confidence, won.counts) == (Confidence.SINGLE_SOURCE, True)
    assert (listed.confidence, listed.counts) == (Confidence.UNVERIFIED, False)


def test_links_go_both_ways(folder: Folder) -> None:
    catalogue = folder.load()
    assert catalogue.groups_of["rm"] == ("bts",)
    assert [moment.title for moment in catalogue.moments_of["rm"]] == ["RM finishes military service"]
    assert catalogue.former_groups_of == {}
    assert catalogue.is_kpop("bts")
    assert not catalogue.is_kpop("rose")


def test_everybody_answers_to_name_hangul_alias_and_id(folder: Folder) -> None:
    catalogue = folder.load()
    assert names_of(catalogue.artists["bts"]) == ("BTS", "방탄소년단", "Bangtan", "bts")
    for typed in ("bts", "방탄소년단", "BANGTAN"):
        assert catalogue.artist_names.find(typed) == ("bts",)
    assert catalogue.artist_names.find("jimin") == ("jimin-bts", "jimin-aoa")
    assert catalogue.artist_names.find("jimin bts") == ("jimin-bts",)
    assert titles_of(catalogue.ceremonies["ama"]) == ("American Music Awards", "AMA")
    assert catalogue.ceremony_names.find("ama") == ("ama",)


def test_the_method_is_the_latest_that_had_begun(folder: Folder) -> None:
    folder.change(
        "ceremonies/ama/ceremony.toml",
        '[[method]]\nkind = "fan-vote"\n',
        '[[method]]\nkind = "jury"\nsince = 1990\n\n[[method]]\nkind = "fan-vote"\nsince = 2006\n',
    )
    show = folder.load().ceremonies["ama"]
    assert [show.method_of(year).kind.value for year in (1974, 1990, 2005, 2006, 2026)] == [
        *("jury", "jury", "jury"),
        *("fan-vote", "fan-vote"),
    ]
