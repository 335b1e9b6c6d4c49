"""Posts, edits and deletes messages that answer no interaction. What they say, and when, others decide."""

from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager

import aiohttp
import discord

from bot.errors import SendFault
from bot.ui.layouts import FrozenLayout

Why = SendFault.Why


class Messenger:
    """One way to Discord for all who speak without being asked. Every method raises SendFault, none what Discord said.

    Who posts many at once sees to the rate themselves: discord.py only reacts to a 429.
    """

    def __init__(self, client: discord.Client) -> None:
        self._client = client

    async def send(
        self,
        channel_id: int,
        page: FrozenLayout,
        *,
        nonce: str | None = None,
        ping: tuple[int, ...] = (),
        members: tuple[int, ...] = (),
        silent: bool = False,
    ) -> int:
        """Posts a page in a channel or thread and returns the message's id.

        `ping` are the roles that may be mentioned in it, `members` the members. Posted again with the same `nonce` (at
        most 25 characters, one for each channel) within a few minutes, Discord returns the first message instead.
        """
        mentions = discord.AllowedMentions(
            everyone=False,
            users=[discord.Object(member) for member in members],
            roles=[discord.Object(role) for role in ping],
            replied_user=False,
        )
        channel = self._client.get_partial_messageable(channel_id)
        with faults():
            if nonce is None:
                message = await channel.send(view=page, allowed_mentions=mentions, silent=silent)
            else:
                message = await channel.send(view=page, allowed_mentions=mentions, silent=silent, nonce=nonce)
        return message.id

    async def edit(self, channel_id: int, message_id: int, page: FrozenLayout) -> None:
        """Draws a message of ours anew. Shared messages are edited at most once in two seconds: see debounce.py."""
        message = self._client.get_partial_messageable(channel_id).get_partial_message(message_id)
        with faults():
            await message.edit(view=page, allowed_mentions=discord.AllowedMentions.none())

    async def delete(self, channel_id: int, message_id: int) -> None:
        """Takes a message of ours away; one that is gone already is no fault."""
        message = self._client.get_partial_messageable(channel_id).get_partial_message(message_id)
        try:
            with faults():
                await message.delete()
        except SendFault as fault:
            if fault.why is not Why.GONE:
                raise

    async def history(self, channel_id: int, most: int) -> AsyncIterator[discord.Message]:
        """The latest messages of a channel or thread, newest first, read as far as they are asked for."""
        messages = self._client.get_partial_messageable(channel_id).history(limit=most)
        while True:
            with faults():
                message = await anext(messages, None)
            if message is None:
                return
            yield message

    async def tell(self, user_id: int, page: FrozenLayout, *, nonce: str | None = None) -> int:
        """Sends a member a direct message and returns its id. FORBIDDEN: they take none from us."""
        with faults():
            channel = await self._client.create_dm(discord.Object(user_id))
        return await self.send(channel.id, page, nonce=nonce)


@contextmanager
def faults() -> Iterator[None]:
    """Turns what Discord, or the way to it, answered into a SendFault."""
    try:
        yield
    except discord.RateLimited as error:
        raise SendFault(Why.BUSY, str(error), error.retry_after) from error
    except discord.HTTPException as error:
        raise SendFault(_why(error.status), f"{error.status} {error.text[:200]}") from error
    except (aiohttp.ClientError, TimeoutError, OSError) as error:
        raise SendFault(Why.UNREACHABLE, f"{type(error).__name__}: {error}") from error
    except RuntimeError as error:
        if "closed" not in str(error):
            raise
        raise SendFault(Why.UNREACHABLE, "the bot is closing") from error  # aiohttp has no error of its own for it


def _why(status: int) -> SendFault.Why:
    match status:
        case 403:
            return Why.FORBIDDEN
        case 404:
            return Why.GONE
        case 429:
            return Why.BUSY
        case _:
            return Why.UNREACHABLE if status >= 500 else Why.REJECTED
