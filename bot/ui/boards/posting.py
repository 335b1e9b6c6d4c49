"""Posts the daily challenge in a server's channel, in its language: the Poster of services/trivia/dailies.py."""

import datetime

from bot.services.languages import Languages
from bot.services.trivia.dailies import DAY, Dailies
from bot.ui.boards.daily import daily_post
from bot.ui.messenger import Messenger


class DailyPoster:
    """One for all servers."""

    def __init__(self, dailies: Dailies, languages: Languages, messenger: Messenger) -> None:
        self._dailies, self._languages, self._messenger = dailies, languages, messenger

    async def post(self, guild_id: int, channel_id: int, day: str, ends_at: int, nonce: str) -> int:
        """The message's id. Raises SendFault."""
        before = (datetime.date.fromisoformat(day) - DAY).isoformat()
        taken = await self._dailies.taken(guild_id, before)
        words = await self._languages.of_guild(guild_id)
        return await self._messenger.send(channel_id, daily_post(day, ends_at, taken, words), nonce=nonce)
