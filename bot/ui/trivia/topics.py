"""What a game is about, as an option of a command: an artist, a show, an era or a pack, in any spelling."""

from typing import TYPE_CHECKING, Any

import discord
from discord import app_commands
from discord.app_commands import Choice

from bot.errors import UnknownName
from bot.services.lookup import Lookup
from bot.text import Words
from bot.trivia.deck import ERAS
from bot.trivia.questions import EVERYTHING, Topic
from bot.ui.apologies import artist_label
from bot.ui.markdown import name_of, plain
from bot.ui.options import CHOICES, show_label
from bot.ui.reader import services_of, words_for
from bot.ui.trivia.pack_topics import pack_choices, pack_name

SUGGESTED = 10  # artists, and as many shows
ALL = "all"


class _Topic(app_commands.Transformer):
    async def transform(self, interaction: discord.Interaction[Any], value: str, /) -> str:
        return value

    async def autocomplete(  # type: ignore[override]
        self, interaction: discord.Interaction[Any], value: str, /
    ) -> list[Choice[str]]:
        lookup, words = services_of(interaction).lookup, await words_for(interaction)
        choices = [Choice(name=words("trivia-everything"), value=ALL)]
        choices += [Choice(name=era_name(era, words), value=f"era:{era}") for era in reversed(range(len(ERAS)))]
        if value.strip():
            wanted = value.strip().casefold()
            choices = [choice for choice in choices if wanted in choice.name.casefold()]
        choices += await pack_choices(interaction, value, words)
        choices += [
            Choice(name=artist_label(artist, lookup, words), value=f"artist:{artist.id}")
            for artist in lookup.suggest_artists(value, SUGGESTED)
        ]
        shows = [lookup.catalogue.ceremonies[show] for show in lookup.suggest_shows(value, SUGGESTED)]
        choices += [Choice(name=show_label(show, words), value=f"show:{show.id}") for show in shows]
        return choices[:CHOICES]


def topic_of(text: str | None, lookup: Lookup) -> Topic:
    """The topic that was picked, or typed: `artist:bts`, `BTS`, `MAMA`, `era:3`, `pack:firsts`.

    Raises UnknownName or AmbiguousName. Whether there are questions of a pack, the deck says.
    """
    kind, colon, rest = (text or ALL).strip().partition(":")
    match kind:
        case "all" | "":
            return EVERYTHING
        case "era" if colon and rest.isdigit() and int(rest) < len(ERAS):
            return Topic(era=int(rest))
        case "pack" if colon and rest:
            return Topic(pack=rest[:64])
        case "artist" if colon:
            return Topic(artist=lookup.artist_id(rest))
        case "show" if colon:
            return Topic(show=lookup.show_id(rest))
    typed = (text or "").strip()
    shows = lookup.catalogue.ceremony_names.find(typed)
    if len(shows) == 1 and not lookup.catalogue.artist_names.find(typed):
        return Topic(show=shows[0])
    return Topic(artist=_artist(typed, lookup))


def _artist(typed: str, lookup: Lookup) -> str:
    try:
        return lookup.artist_id(typed)
    except UnknownName:
        shows = lookup.suggest_shows(typed, 1)
        if shows and typed.casefold() in lookup.catalogue.ceremonies[shows[0]].name.casefold():
            raise UnknownName("show", typed, tuple(shows)) from None
        raise


def topic_name(topic: Topic, lookup: Lookup, words: Words) -> str:
    """What a game is about, escaped; what the catalogue no longer has is called by its id."""
    catalogue = lookup.catalogue
    parts = []
    if topic.artist is not None:
        artist = catalogue.artists.get(topic.artist)
        parts.append(plain(topic.artist) if artist is None else name_of(artist, words))
    if topic.show is not None:
        show = catalogue.ceremonies.get(topic.show)
        parts.append(plain(topic.show) if show is None else plain(show_label(show, words)))
    if topic.era is not None:
        parts.append(era_name(topic.era, words))
    if topic.pack is not None:
        parts.append(pack_name(topic.pack, catalogue, words))
    return " · ".join(parts) or words("trivia-everything")


def era_name(era: int, words: Words) -> str:
    """`2012 to 2017`; the first one has no beginning that we say, the last no end."""
    first = str(ERAS[era])
    if era + 1 == len(ERAS):
        return words("trivia-era-last", first=first)
    last = str(ERAS[era + 1] - 1)
    return words("trivia-era-first", last=last) if era == 0 else words("trivia-era", first=first, last=last)


if TYPE_CHECKING:
    TopicOption = str
else:
    TopicOption = app_commands.Transform[str, _Topic]
