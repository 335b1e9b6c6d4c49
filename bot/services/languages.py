"""Which language somebody is answered in: their own choice, Discord's, the server's, English."""

import logging

from bot.errors import StorageTrouble
from bot.services.guilds import Guilds
from bot.services.members import Members
from bot.text import WordBook, Words

log = logging.getLogger(__name__)


class Languages:
    """Chooses words for readers."""

    def __init__(self, book: WordBook, guilds: Guilds, members: Members) -> None:
        self._book = book
        self._guilds = guilds
        self._members = members

    async def words(self, user_id: int, discord_locale: str, guild_id: int | None) -> Words:
        """The words for a member: what they chose, else what Discord speaks to them, else what the server chose."""
        try:
            own = (await self._members.of(user_id)).language
            known = own or self._book.speaks(discord_locale) or (await self._guilds.of(guild_id)).language
        except StorageTrouble as error:  # a look-up needs no database: it answers as Discord would
            log.warning("nobody's language can be read: %s", error)
            known = self._book.speaks(discord_locale)
        return self._book.of(known)

    async def of_guild(self, guild_id: int) -> Words:
        """The words for everybody in a server. Raises StorageTrouble."""
        return self._book.of((await self._guilds.of(guild_id)).language)
