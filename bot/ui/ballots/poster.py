"""Speaks in channels for ballots and nights: in the server's language, by the Messenger, and never too often."""

from collections.abc import Awaitable, Callable
from typing import Any

import discord

from bot.catalogue import Catalogue
from bot.errors import SendFault
from bot.services.ballots.model import Scene
from bot.services.languages import Languages
from bot.services.members import Members
from bot.ui.ballots.naming import title_of
from bot.ui.ballots.posts import SHOWN_PLACES, post_page
from bot.ui.debounce import Debounce
from bot.ui.layouts import FrozenLayout
from bot.ui.marks import BALLOTS, bears, mark_of, marked
from bot.ui.messenger import Messenger, faults

LONGEST_THREAD = 100
LOOKED_THROUGH = 100  # messages: as many as one question brings


class BallotPoster:
    """The Poster of services/ballots/posting.py."""

    def __init__(
        self,
        client: discord.Client,
        messenger: Messenger,
        debounce: Debounce,
        languages: Languages,
        members: Members,
        catalogue: Catalogue,
    ) -> None:
        self._client, self._messenger, self._debounce = client, messenger, debounce
        self._languages, self._members, self._catalogue = languages, members, catalogue

    async def post(self, scene: Scene, nonce: str) -> int:
        page = marked(await self._page(scene), mark_of(BALLOTS, scene.post.id))
        return await self._messenger.send(scene.post.channel_id, page, nonce=nonce)

    async def find(self, scene: Scene) -> int | None:
        """Looks through the channel's latest messages. One that was deleted since is not found, and is posted again."""
        mark = mark_of(BALLOTS, scene.post.id)
        try:
            async for message in self._messenger.history(scene.post.channel_id, LOOKED_THROUGH):
                if message.author == self._client.user and bears(message, mark):
                    return message.id
        except SendFault as fault:
            if fault.why is not SendFault.Why.FORBIDDEN:
                raise
        return None

    async def take_away(self, channel_id: int, message_id: int) -> None:
        await self._messenger.delete(channel_id, message_id)

    async def edit(self, scene: Scene) -> None:
        assert scene.post.message_id is not None
        await self._messenger.edit(scene.post.channel_id, scene.post.message_id, await self._page(scene))

    def soon(self, message_id: int, redraw: Callable[[], Awaitable[Any]]) -> None:
        self._debounce.ask(message_id, redraw)

    async def open_chat(self, scene: Scene) -> bool:
        """Opens a thread below the opening; False when we may not, or the channel takes none."""
        assert scene.post.message_id is not None
        words = await self._languages.of_guild(scene.ballot.guild_id)
        title = title_of(scene.ballot, self._catalogue, words).replace("\\", "")
        channel = self._client.get_partial_messageable(scene.post.channel_id, guild_id=scene.ballot.guild_id)
        message = channel.get_partial_message(scene.post.message_id)
        try:
            with faults():
                await message.create_thread(name=words("night-thread", title=title)[:LONGEST_THREAD])
        except SendFault:
            return False
        return True

    async def _page(self, scene: Scene) -> FrozenLayout:
        words = await self._languages.of_guild(scene.ballot.guild_id)
        told = [place.user_id for place in scene.standing.places[:SHOWN_PLACES]]
        if scene.change is not None:
            told += [move.user_id for move in (*scene.change.up, *scene.change.down)]
        return post_page(scene, await unnamed(self._members, told), self._catalogue, words)


async def unnamed(members: Members, user_ids: list[int]) -> frozenset[int]:
    """Those who want no board to show their names."""
    return frozenset([user_id for user_id in set(user_ids) if not (await members.of(user_id)).on_boards])
