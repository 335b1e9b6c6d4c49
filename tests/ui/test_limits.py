"""Every page of the real catalogue, in both languages, within Discord's limits."""

from collections.abc import Iterator
from typing import Any

import pytest

from bot.app import build_bot
from bot.catalogue import Catalogue
from bot.client import Laurel
from bot.settings import Settings
from bot.text import LOCALES
from bot.ui.queries import (
    ArtistQuery,
    ArtistSourcesQuery,
    AwardsQuery,
    CategoryQuery,
    CategorySourcesQuery,
    CeremonyQuery,
    CeremonySourcesQuery,
    CompareQuery,
    DecidedQuery,
    HelpQuery,
    Query,
    SourcesQuery,
)


@pytest.fixture(scope="module")
def bot(tmp_path_factory: pytest.TempPathFactory) -> Laurel:
    return build_bot(Settings(database_url=f"sqlite+aiosqlite:///{tmp_path_factory.mktemp('x')}/x.db"))


def walk(components: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for component in components:
        yield component
        yield from walk(component.get("components", []))


def check(bot: Laurel, query: Query, locale: str) -> None:
    """Components V2 (PLATFORM, section 1): 40 components, 4,000 characters; buttons 80, ids 100, 25 options."""
    page = bot.screens._pure[query.screen](query, bot.services.words.of(locale))
    parts = list(walk(page.to_components()))
    what = f"{query} in {locale}"
    assert len(parts) <= 40, what
    assert sum(len(part.get("content", "")) for part in parts) <= 4_000, what
    assert all(part["content"] for part in parts if part["type"] == 10), what
    ids = [part["custom_id"] for part in parts if "custom_id" in part]
    assert len(ids) == len(set(ids)) and all(len(custom_id) <= 100 for custom_id in ids), what
    for part in parts:
        if part["type"] == 1:
            assert 1 <= len(part["components"]) <= 5, what
        if part["type"] == 2:
            assert 1 <= len(part["label"]) <= 80, what
        if part["type"] == 3:
            values = [option["value"] for option in part["options"]]
            assert 1 <= len(values) <= 25 and len(values) == len(set(values)), what
            assert all(1 <= len(option["label"]) <= 100 for option in part["options"]), what
            assert sum(bool(option.get("default")) for option in part["options"]) <= 1, what


def artists(catalogue: Catalogue) -> list[str]:
    return [*catalogue.results_of, *list(catalogue.artists)[::5]]


@pytest.mark.parametrize("locale", LOCALES)
def test_awards(bot: Laurel, catalogue: Catalogue, locale: str) -> None:
    for artist in artists(catalogue):
        check(bot, AwardsQuery(artist, unverified=True), locale)
        check(bot, AwardsQuery(artist, page=2, via="bts" if artist != "bts" else "rm"), locale)
    longest = max(catalogue.results_of, key=lambda artist: len(catalogue.results_of[artist]))
    for page in range(1, 80):
        check(bot, AwardsQuery(longest, page=page), locale)
        check(bot, SourcesQuery(longest, page=page), locale)


@pytest.mark.parametrize("locale", LOCALES)
def test_artists(bot: Laurel, catalogue: Catalogue, locale: str) -> None:
    for artist in catalogue.artists:
        check(bot, ArtistQuery(artist), locale)
    for artist in artists(catalogue)[::7]:
        check(bot, ArtistSourcesQuery(artist), locale)
        check(bot, DecidedQuery(artist=artist), locale)


@pytest.mark.parametrize("locale", LOCALES)
def test_ceremonies_and_prizes(bot: Laurel, catalogue: Catalogue, locale: str) -> None:
    for show, edition in catalogue.editions:
        for page in (1, 2, 9):
            check(bot, CeremonyQuery(show, edition, page), locale)
        check(bot, CeremonySourcesQuery(show, edition), locale)
    for show, prize in catalogue.history_of:
        check(bot, CategoryQuery(show, prize), locale)
        edition = catalogue.history_of[show, prize][0][0].id
        check(bot, CategorySourcesQuery(show, prize, edition), locale)
    for show in catalogue.ceremonies:
        check(bot, DecidedQuery(show=show), locale)


@pytest.mark.parametrize("locale", LOCALES)
def test_comparisons_and_help(bot: Laurel, catalogue: Catalogue, locale: str) -> None:
    often = sorted(catalogue.results_of, key=lambda artist: -len(catalogue.results_of[artist]))[:12]
    for first in often:
        for second in often:
            if first != second:
                check(bot, CompareQuery(first, second), locale)
    check(bot, HelpQuery(), locale)
