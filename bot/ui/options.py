"""Options that name an artist, a show or a time zone, with autocomplete that understands how fans type and gives ids.

What was typed instead of picked passes as it is: screens.py resolves a name, or offers the nearest as buttons.
"""

from typing import TYPE_CHECKING, Any

import discord
from discord import app_commands
from discord.app_commands import Choice

from bot.catalogue.model import Ceremony
from bot.text import Words
from bot.ui.apologies import artist_label
from bot.ui.reader import services_of, words_for

CHOICES = 25


class _Artist(app_commands.Transformer):
    async def transform(self, interaction: discord.Interaction[Any], value: str, /) -> str:
        return value

    async def autocomplete(  # type: ignore[override]
        self, interaction: discord.Interaction[Any], value: str, /
    ) -> list[Choice[str]]:
        services = services_of(interaction)
        words = await words_for(interaction)
        found = services.lookup.suggest_artists(value, CHOICES)
        return [Choice(name=artist_label(artist, services.lookup, words), value=artist.id) for artist in found]


class _Show(app_commands.Transformer):
    async def transform(self, interaction: discord.Interaction[Any], value: str, /) -> str:
        return value

    async def autocomplete(  # type: ignore[override]
        self, interaction: discord.Interaction[Any], value: str, /
    ) -> list[Choice[str]]:
        services = services_of(interaction)
        words = await words_for(interaction)
        shows = [services.lookup.catalogue.ceremonies[show] for show in services.lookup.suggest_shows(value, CHOICES)]
        return [Choice(name=show_label(show, words), value=show.id) for show in shows]


class _Zone(app_commands.Transformer):
    async def transform(self, interaction: discord.Interaction[Any], value: str, /) -> str:
        return value

    async def autocomplete(  # type: ignore[override]
        self, interaction: discord.Interaction[Any], value: str, /
    ) -> list[Choice[str]]:
        zones = services_of(interaction).zones
        words = await words_for(interaction)
        return [Choice(name=words.zone(zone), value=zone) for zone in zones.suggest(value, CHOICES)]


def show_label(show: Ceremony, words: Words) -> str:
    """A show for a choice or a button, at most 100 characters."""
    return (f"{show.hangul} ({show.short})" if words.locale == "ko" and show.hangul else show.name)[:100]


async def complete_year(interaction: discord.Interaction[Any], current: int | str) -> list[Choice[int]]:
    """Years in which the artist chosen so far has results, or the show chosen so far was held."""
    lookup = services_of(interaction).lookup
    asked = interaction.namespace
    artist = _known(lookup.catalogue.artist_names.find(str(getattr(asked, "artist", None) or "")))
    show = _known(lookup.catalogue.ceremony_names.find(str(getattr(asked, "show", None) or "")))
    years = [year for year in lookup.years_of(artist, show) if str(year).startswith(str(current or ""))]
    return [Choice(name=str(year), value=year) for year in years[:CHOICES]]


async def complete_edition(interaction: discord.Interaction[Any], current: str) -> list[Choice[str]]:
    """Editions of the show chosen so far, newest first."""
    lookup = services_of(interaction).lookup
    show = _known(lookup.catalogue.ceremony_names.find(str(getattr(interaction.namespace, "show", None) or "")))
    editions = [edition.id for edition in lookup.editions(show)] if show else []
    return [Choice(name=edition, value=edition) for edition in editions if edition.startswith(current)][:CHOICES]


def _known(found: tuple[str, ...]) -> str | None:
    return found[0] if len(found) == 1 else None


if TYPE_CHECKING:
    ArtistOption = str
    ShowOption = str
    ZoneOption = str
else:
    ArtistOption = app_commands.Transform[str, _Artist]
    ShowOption = app_commands.Transform[str, _Show]
    ZoneOption = app_commands.Transform[str, _Zone]
