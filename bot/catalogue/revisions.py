"""The catalogue as it was at a git revision, read into a temporary folder. Changes nothing in the repository."""

import io
import subprocess
import tarfile
import tempfile
from pathlib import Path

from bot.catalogue.index import Catalogue
from bot.catalogue.load import read_catalogue
from bot.errors import CatalogueError, RevisionError

PATIENCE = 60  # seconds for git


def catalogue_at(revision: str, data_dir: Path) -> Catalogue:
    """What `data_dir` held at `revision`; laws that are younger than it are not asked for.

    Raises RevisionError: no git, no repository, no such revision, no data in it, or data this version cannot read.
    """
    root = Path(_git(data_dir, "rev-parse", "--show-toplevel").decode().strip())
    folder = data_dir.resolve().relative_to(root.resolve()).as_posix()
    commit = _commit(data_dir, revision)
    archive = _git(root, "archive", "--format=tar", commit, "--", folder, missing=f"{revision} has no {folder}/")
    with tempfile.TemporaryDirectory(prefix="laurel-diff-") as made:
        with tarfile.open(fileobj=io.BytesIO(archive)) as tar:
            tar.extractall(made, filter="data")
        try:
            return read_catalogue(Path(made) / folder)
        except CatalogueError as error:
            problem = error.problems[0]
            raise RevisionError(f"The catalogue of {revision} cannot be read by this version: {problem}") from None


def _commit(data_dir: Path, revision: str) -> str:
    if revision.startswith("-"):
        raise RevisionError(f"{revision!r} is no revision. Try HEAD, a branch, a tag or a commit.")
    missing = f"git knows no revision {revision!r}. Try HEAD, a branch, a tag or a commit"
    return (
        _git(data_dir, "rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}", missing=missing).decode().strip()
    )


def _git(where: Path, *arguments: str, missing: str | None = None) -> bytes:
    """What git prints. Raises RevisionError, with the sentence `missing` where git only says no."""
    try:
        ended = subprocess.run(
            ["git", "-C", str(where), *arguments], capture_output=True, timeout=PATIENCE, check=False
        )
    except FileNotFoundError:
        raise RevisionError("Comparing with a revision needs git, which is not installed.") from None
    except subprocess.TimeoutExpired:
        raise RevisionError(f"git did not answer within {PATIENCE} seconds.") from None
    if ended.returncode:
        said = ended.stderr.decode(errors="replace").strip().splitlines()
        reason = missing or (said[0].removeprefix("fatal: ") if said else "git failed")
        raise RevisionError(f"{reason}.")
    return ended.stdout
