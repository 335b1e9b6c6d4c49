"""What changed in the facts, in words; and the catalogue as it was at a revision."""

import shutil
import subprocess
from pathlib import Path

import pytest

from bot.catalogue import Catalogue
from bot.catalogue.diff import changes
from bot.catalogue.revisions import catalogue_at
from bot.errors import RevisionError
from tests.catalogue.conftest import Folder

AMA = "ceremonies/ama/2025.toml"


def told(folder: Folder, old: Catalogue) -> list[str]:
    return changes(old, folder.load())


def test_nothing_changed(folder: Folder) -> None:
    assert told(folder, folder.load()) == []


@pytest.mark.parametrize(
    "file, before, after, sentences",
    [
        (AMA, '["rm"], won = true', '["rm"]', ["AMA 2025, Favorite K-Pop Artist: RM no longer won."]),
        (
            AMA,
            '{ artists = ["jimin-bts"] }',
            '{ artists = ["jimin-bts"], won = true }',
            ["AMA 2025, Favorite K-Pop Artist: Jimin now won."],
        ),
        (AMA, "complete = true\n", "", ["AMA 2025, Favorite K-Pop Artist: complete is now no (was yes)."]),
        (
            AMA,
            '{ artists = ["rose"], work = "APT." }',
            '{ artists = ["rose"], work = "toxic" }',
            [
                'AMA 2025, Favorite K-Pop Artist: ROSÉ ("toxic") now nominated.',
                'AMA 2025, Favorite K-Pop Artist: ROSÉ ("APT.") no longer nominated.',
            ],
        ),
        (AMA, '    "https://example.com/b",\n', "", ["AMA 2025, Favorite K-Pop Artist: sources: 1 fewer."]),
        (
            AMA,
            '"confirmed"',
            '"single-source"',
            ["AMA 2025, Favorite K-Pop Artist: confidence is now single-source (was confirmed)."],
        ),
        (AMA, "2025-05-26", "2025-05-27", ["AMA 2025: date is now 2025-05-27 (was 2025-05-26)."]),
        ("artists/bts.toml", "1994-09-12", "1994-09-13", ["Artist RM: birthday is now 1994-09-13 (was 1994-09-12)."]),
        ("artists/bts.toml", '["Bangtan"]', '["Bangtan", "방탄"]', ["Artist BTS: aliases: now with 방탄."]),
        (
            "ceremonies/ama/ceremony.toml",
            "fan-vote",
            "jury",
            ["American Music Awards, how it decides: kind is now jury (was fan-vote)."],
        ),
        (
            "ceremonies/ama/ceremony.toml",
            '[[method]]\nkind = "fan-vote"',
            '[[method]]\nkind = "fan-vote"\n[[method]]\nkind = "data"\nsince = 2026',
            ["American Music Awards: decides since 2026 by data (new)."],
        ),
        (
            "moments/discharge.toml",
            "2025-06-10",
            "2025-06",
            ["Moment RM finishes military service (2025-06): date is now 2025-06 (was 2025-06-10)."],
        ),
        ("catalogue.toml", "2026-10", "2026-11", ["The catalogue is as of 2026-11 (was 2026-10)."]),
    ],
)  # fmt: skip
def test_one_change_is_one_sentence(folder: Folder, file: str, before: str, after: str, sentences: list[str]) -> None:
    old = folder.load()
    folder.change(file, before, after)
    assert told(folder, old) == sentences


def test_what_came_and_what_went(folder: Folder) -> None:
    old = folder.load()
    folder.write("ceremonies/ama/2026.toml", 'year = 2026\n[[category]]\nid = "a"\nname = "A"\n')
    (folder.root / "moments/discharge.toml").unlink()
    assert told(folder, old) == [
        "AMA 2026: new, with 1 categories, 0 of them with a winner.",
        "Moment RM finishes military service (2025-06-10): gone.",
    ]


def test_records_voting_and_disputes(folder: Folder) -> None:
    old = folder.load()
    folder.write("records/a.toml", '[[record]]\nid = "a"\ntopic = "first"\nclaim = "RM won."\nartists = ["rm"]\n')
    folder.change(
        AMA,
        "[[category]]",
        '[[voting]]\nname = "Round 1"\ncloses = "2025-05-01"\n\n[[dispute]]\nclaims = [\n'
        '    { says = "a", says_ko = "a", sources = ["https://example.org/a"] },\n'
        '    { says = "b", says_ko = "b", sources = ["https://example.org/b"] },\n]\n\n[[category]]',
    )
    assert told(folder, old) == [
        "AMA 2025: where sources differ is now told 1 times (was 0).",
        "AMA 2025, voting Round 1: new.",
        'Record "RM won": new.',
    ]


@pytest.fixture
def repository(folder: Folder) -> Folder:
    """The folder under git, with one commit."""

    def git(*arguments: str) -> None:
        me = ["-c", "user.name=Ada", "-c", "user.email=ada@example.org"]
        subprocess.run(["git", "-C", str(folder.root.parent), *me, *arguments], check=True, capture_output=True)

    git("init", "-q")
    git("add", "data")
    git("commit", "-q", "-m", "facts")
    return folder


def test_the_catalogue_at_a_revision(repository: Folder) -> None:
    repository.change(AMA, '["rm"], won = true', '["rm"]')
    assert changes(catalogue_at("HEAD", repository.root), repository.load()) == [
        "AMA 2025, Favorite K-Pop Artist: RM no longer won."
    ]


def test_what_broke_a_younger_law_can_still_be_compared(repository: Folder) -> None:
    repository.change(AMA, '["rm"], won = true', '["nobody"], won = true')
    subprocess.run(
        ["git", "-C", str(repository.root.parent), "-c", "user.name=A", "-c", "user.email=a@b", "commit", "-qam", "x"],
        check=True,
    )
    repository.change(AMA, '["nobody"], won = true', '["rm"], won = true')
    assert changes(catalogue_at("HEAD", repository.root), repository.load()) == [
        "AMA 2025, Favorite K-Pop Artist: RM now won.",
        "AMA 2025, Favorite K-Pop Artist: nobody no longer won.",
    ]


@pytest.mark.parametrize("revision", ["nonsense", "HEAD~7", "--help", "", "a b"])
def test_an_unknown_revision(repository: Folder, revision: str) -> None:
    with pytest.raises(RevisionError, match="HEAD, a branch, a tag or a commit"):
        catalogue_at(revision, repository.root)


def test_no_repository_and_no_git(folder: Folder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    with pytest.raises(RevisionError, match="not a git repository"):
        catalogue_at("HEAD", folder.root)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert shutil.which("git") is None
    with pytest.raises(RevisionError, match="needs git, which is not installed"):
        catalogue_at("HEAD", folder.root)


def test_a_revision_that_this_version_cannot_read(repository: Folder) -> None:
    repository.change(AMA, "year = 2025", "year = ")
    subprocess.run(
        ["git", "-C", str(repository.root.parent), "-c", "user.name=A", "-c", "user.email=a@b", "commit", "-qam", "x"],
        check=True,
    )
    with pytest.raises(RevisionError, match=r"cannot be read by this version: data/ceremonies/ama/2025\.toml:1"):
        catalogue_at("HEAD", repository.root)


def test_a_revision_without_data(repository: Folder) -> None:
    other = repository.root.parent / "other"
    shutil.copytree(repository.root, other)
    with pytest.raises(RevisionError, match="HEAD has no other/"):
        catalogue_at("HEAD", other)


def test_a_revision_older_than_a_file_that_catalogues_have_now(repository: Folder) -> None:
    repository.change(AMA, '["jimin-bts"]', '["jimin-bts"], work = "APT."')
    repository.write("titles.toml", 'title = [{ name = "APT.", artists = ["jimin-bts", "rose"] }]\n')
    assert changes(catalogue_at("HEAD", repository.root), repository.load()) == [
        'AMA 2025, Favorite K-Pop Artist: Jimin ("APT.") now nominated.',
        "AMA 2025, Favorite K-Pop Artist: Jimin no longer nominated.",
    ]
