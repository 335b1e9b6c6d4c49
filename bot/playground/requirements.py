"""What must be installed before the simulated Discord can be touched. Looks, and imports none of it."""

from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec

from bot.errors import PlaygroundUnavailable

SIMCORD = "3.2.1"
"""The one release of simcord whose private parts we know. Moving it means reading `_simcord` and `dressing` again."""

_PAGE_PACKAGES = {
    "aiohttp": "aiohttp",
    "markdown_it": "markdown-it-py",
    "linkify_it": "linkify-it-py",
    "regex": "regex",
    "PIL": "pillow",
}


def require() -> None:
    """Return when the playground can run here.

    Raises:
        PlaygroundUnavailable: simcord is missing or of another release, or its page lacks a package. The message
            is one line that ends in the command to run.
    """
    try:
        installed = version("simcord")
    except PackageNotFoundError:
        raise PlaygroundUnavailable(
            f"The playground needs simcord {SIMCORD}, which is not installed: pip install simcord=={SIMCORD}"
        ) from None
    if installed != SIMCORD:
        raise PlaygroundUnavailable(
            f"simcord {SIMCORD} is needed, {installed} is installed: pip install simcord=={SIMCORD}"
        )
    missing = [package for module, package in _PAGE_PACKAGES.items() if find_spec(module) is None]
    if missing:
        raise PlaygroundUnavailable(
            f"The playground's page needs {', '.join(missing)}: pip install {' '.join(missing)}"
        )
