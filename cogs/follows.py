"""`/follow`: the artists and shows that a server's announcements and a member's own reminders are about."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import discord
from discord import app_commands
from discord.app_commands import Choice, locale_str
from discord.ext import commands

from bot.catalogue.names import fold
from bot.errors import NoServerHere, NothingNamed
from bot.services.follows import Follows, Subjects
from bot.services.lookup import Lookup
from bot.text import Words
from bot.ui.commands import look_up, manages, require, server_here
from bot.ui.follows import (
    ME,
    SERVER,
    Done,
    FollowDeed,
    FollowedQuery,
    FollowsQuery,
    UnfollowDeed,
    Whose,
    followed_page,
    follows_page,
    label_of,
    named,
)
from bot.ui.layouts import FrozenLayout
from bot.ui.options import CHOICES, ArtistOption, ShowOption
from bot.ui.queries import Query
from bot.ui.reader import words_for
from bot.ui.screens import Screens

if TYPE_CHECKING:
    from bot.client import Laurel

WHOSE = [Choice(name=locale_str(f"choice-follow-{whose}"), value=whose) for whose in (SERVER, ME)]
Doer = FollowDeed | UnfollowDeed


class Following(commands.Cog):
    """`/follow`. The server's needs Manage Server; one's own is anybody's, everywhere."""

    follow = look_up(app_commands.Group(name="follow", description=locale_str("command-follow")))

    def __init__(self, follows: Follows, lookup: Lookup, screens: Screens, mention: Callable[[str], str]) -> None:
        self.follows, self.lookup, self.screens, self.mention = follows, lookup, screens, mention
        screens.add(FollowedQuery, self.draw_followed)
        screens.add_live(FollowsQuery, self.draw)
        screens.add_deed(FollowDeed, self.do_follow)
        screens.add_deed(UnfollowDeed, self.do_unfollow)

    @follow.command(name="add", description=locale_str("command-follow-add"))
    @app_commands.rename(whose="for")
    @app_commands.describe(
        artist=locale_str("option-artist"), show=locale_str("option-show"), whose=locale_str("option-follow-for")
    )
    @app_commands.choices(whose=WHOSE)
    async def add(
        self,
        interaction: discord.Interaction,
        artist: ArtistOption | None = None,
        show: ShowOption | None = None,
        whose: str | None = None,
    ) -> None:
        await self.screens.perform(interaction, FollowDeed(_whose(interaction, whose), artist, show))

    @follow.command(name="remove", description=locale_str("command-follow-remove"))
    @app_commands.rename(whose="for")
    @app_commands.describe(
        artist=locale_str("option-followed-artist"),
        show=locale_str("option-followed-show"),
        whose=locale_str("option-follow-for"),
    )
    @app_commands.choices(whose=WHOSE)
    async def remove(
        self,
        interaction: discord.Interaction,
        artist: str | None = None,
        show: str | None = None,
        whose: str | None = None,
    ) -> None:
        await self.screens.perform(interaction, UnfollowDeed(_whose(interaction, whose), artist, show))

    @remove.autocomplete("artist")
    async def complete_artist(self, interaction: discord.Interaction, current: str) -> list[Choice[str]]:
        return await self._completed(interaction, "artist", current)

    @remove.autocomplete("show")
    async def complete_show(self, interaction: discord.Interaction, current: str) -> list[Choice[str]]:
        return await self._completed(interaction, "show", current)

    @follow.command(name="list", description=locale_str("command-follow-list"))
    async def show_list(self, interaction: discord.Interaction) -> None:
        await self.screens.open(interaction, FollowsQuery())

    async def draw(self, query: FollowsQuery, interaction: discord.Interaction[Any], words: Words) -> FrozenLayout:
        guild_id = server_here(interaction)
        server = None if guild_id is None else await self.follows.of_guild(guild_id)
        mine = await self.follows.of_member(interaction.user.id)
        return follows_page(server, mine, query, self.lookup, self.mention, words, manages=manages(interaction))

    def draw_followed(self, query: FollowedQuery, words: Words) -> FrozenLayout:
        return followed_page(query, self.lookup, words)

    async def do_follow(self, deed: FollowDeed, interaction: discord.Interaction[Any], _: tuple[str, ...]) -> Query:
        guild_id = _server(interaction) if deed.whose == SERVER else None
        subjects = _some(named(deed, self.lookup))
        if guild_id is None:
            new = await self.follows.follow_member(interaction.user.id, *subjects)
        else:
            new = await self.follows.follow_guild(guild_id, interaction.user.id, *subjects)
        return _outcome(deed, "added" if new else "known", subjects)

    async def do_unfollow(
        self, deed: UnfollowDeed, interaction: discord.Interaction[Any], values: tuple[str, ...]
    ) -> Query:
        guild_id = _server(interaction) if deed.whose == SERVER else None
        subjects = _some(named(deed, self.lookup, values, await self._followed(interaction, guild_id)))
        if guild_id is None:
            gone = await self.follows.unfollow_member(interaction.user.id, *subjects)
        else:
            gone = await self.follows.unfollow_guild(guild_id, interaction.user.id, *subjects)
        return FollowsQuery(deed.page) if deed.page else _outcome(deed, "removed" if gone else "absent", subjects)

    async def _followed(self, interaction: discord.Interaction[Any], guild_id: int | None) -> Subjects:
        """The server's, or one's own."""
        if guild_id is None:
            return await self.follows.of_member(interaction.user.id)
        return await self.follows.of_guild(guild_id)

    async def _completed(self, interaction: discord.Interaction, kind: str, current: str) -> list[Choice[str]]:
        """What is followed, as far as it fits what was typed: by any of its names."""
        whose = _whose(interaction, getattr(interaction.namespace, "for", None))
        guild_id = server_here(interaction) if whose == SERVER else None
        followed = [one for one in await self._followed(interaction, guild_id) if one.kind == kind]
        words = await words_for(interaction)
        labels = {subject.id: label_of(subject, self.lookup, words) for subject in followed}
        by_name = {artist.id for artist in self.lookup.suggest_artists(current)} if kind == "artist" and current else ()
        found = [id_ for id_, label in labels.items() if id_ in by_name or fold(current) in fold(label)]
        return [Choice(name=labels[id_], value=id_) for id_ in found[:CHOICES]]


def _whose(interaction: discord.Interaction[Any], said: str | None) -> Whose:
    """The server's for who manages it, else one's own; unless it is said."""
    if said is None:
        return SERVER if server_here(interaction) is not None and manages(interaction) else ME
    return SERVER if said == SERVER else ME


def _server(interaction: discord.Interaction[Any]) -> int:
    """The server here, for who manages it. Raises NoServerHere, NotAllowed."""
    if server_here(interaction) is None:
        raise NoServerHere
    return require(interaction)


def _some(subjects: Subjects) -> Subjects:
    if not subjects:
        raise NothingNamed
    return subjects


def _outcome(deed: Doer, done: Done, subjects: Subjects) -> FollowedQuery:
    ids = {subject.kind: subject.id for subject in subjects}
    return FollowedQuery(deed.whose, done, ids.get("artist"), ids.get("show"))


async def setup(bot: "Laurel") -> None:
    services = bot.services
    await bot.add_cog(Following(services.follows, services.lookup, bot.screens, bot.tree.mention))
