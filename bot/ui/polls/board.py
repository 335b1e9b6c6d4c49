"""Hangs polls in channels, draws them anew, and reads what Discord counted. When, services/polls/rounds.py says."""

import datetime
import re
from collections.abc import Awaitable, Callable

import discord

from bot.catalogue import Catalogue
from bot.errors import SendFault
from bot.services.languages import Languages
from bot.services.polls.desk import Polls
from bot.services.polls.rounds import Posted, Rounds, Tally
from bot.storage.polls import OPEN, Poll
from bot.ui.debounce import Debounce
from bot.ui.marks import POLLS, bears, mark_of, marked
from bot.ui.messenger import Messenger, faults
from bot.ui.polls.panels import closed_round, native_text, panel, results

LOOKED_THROUGH = 100  # messages: as many as one question brings
END = 0  # the round of which the results are, among the marks
MARKS = 8  # for each poll: a bracket has five rounds


class PollBoard:
    """The board of polls; see services/polls/rounds.py."""

    def __init__(
        self,
        client: discord.Client,
        messenger: Messenger,
        debounce: Debounce,
        polls: Polls,
        rounds: Rounds,
        languages: Languages,
        catalogue: Catalogue,
    ) -> None:
        self._client, self._messenger, self._debounce = client, messenger, debounce
        self._polls, self._rounds, self._languages, self._catalogue = polls, rounds, languages, catalogue

    def here(self, guild_id: int) -> bool:
        return self._client.get_guild(guild_id) is not None

    def stir(self, poll: Poll) -> None:
        if poll.message_id is not None:
            self._debounce.ask(poll.message_id, self._redrawing(poll))

    def heard(self, guild_id: int | None, message_id: int) -> None:
        """Somebody voted in one of Discord's own polls: if it is ours, its counts are read, soon."""

        async def read() -> None:
            poll = await self._polls.by_message(guild_id, message_id)
            if poll is not None:
                await self._rounds.read(poll)

        self._debounce.ask(message_id, read)

    async def post(self, poll: Poll, *, tried: bool = False) -> Posted:
        hanging = await self._hanging(poll, poll.round) if tried else None
        if hanging is not None:
            return _posted(hanging)
        nonce = f"poll-{poll.id}-{poll.round}"
        words = await self._languages.of_guild(poll.guild_id)
        card = await self._polls.card(poll)
        if not poll.native:
            page = marked(panel(card, self._catalogue, words), _mark(poll, poll.round))
            first = not poll.gone  # a deleted message's nonce fails
            return Posted(await self._messenger.send(poll.channel_id, page, nonce=nonce if first else None))
        question = discord.Poll(poll.question, duration=datetime.timedelta(hours=poll.hours))
        for one in poll.answers:
            question.add_answer(text=one.text)
        channel = self._client.get_partial_messageable(poll.channel_id)
        mentions = discord.AllowedMentions.none()
        text = native_text(card, self._catalogue, words)
        with faults():
            return _posted(await channel.send(text, poll=question, allowed_mentions=mentions, nonce=nonce))

    async def close(self, poll: Poll) -> None:
        words = await self._languages.of_guild(poll.guild_id)
        card = await self._polls.card(poll)
        round_over = poll.kind == "bracket"  # the whole bracket is told in a post of its own
        page = closed_round(card, poll.posted, words) if round_over else results(card, self._catalogue, words)
        await self._messenger.edit(poll.channel_id, poll.message_id or 0, page)

    async def tell(self, poll: Poll, *, tried: bool = False) -> None:
        if tried and await self._hanging(poll, END) is not None:
            return
        words = await self._languages.of_guild(poll.guild_id)
        page = results(await self._polls.card(poll), self._catalogue, words)
        await self._messenger.send(poll.channel_id, marked(page, _mark(poll, END)), nonce=f"poll-{poll.id}-end")

    async def tally(self, poll: Poll) -> Tally:
        found = (await self._fetched(poll)).poll
        if found is None:
            raise SendFault(SendFault.Why.GONE, "the message has no poll any more")
        counts = {answer.id: answer.vote_count for answer in found.answers}
        return Tally(tuple(counts.get(n, 0) for n in range(1, len(poll.answers) + 1)), found.is_finalized())

    async def expire(self, poll: Poll) -> None:
        message = await self._fetched(poll)
        if message.poll is not None and not message.poll.is_finalized():
            with faults():
                await message.end_poll()

    async def missing(self, poll: Poll) -> bool:
        """Whether the poll's message was deleted, as far as Discord can be asked."""
        try:
            await self._fetched(poll)
        except SendFault as fault:
            return fault.why is SendFault.Why.GONE
        return False

    async def _hanging(self, poll: Poll, round_: int) -> discord.Message | None:
        """What a try before has left in the channel. One that was deleted since is not found, and hung again."""
        mark = _mark(poll, round_)
        try:
            async for message in self._messenger.history(poll.channel_id, LOOKED_THROUGH):
                ours = message.author == self._client.user
                if ours and (bears(message, mark) or (round_ != END and _asks(message, poll))):
                    return message
        except SendFault as fault:
            if fault.why is not SendFault.Why.FORBIDDEN:
                raise
        return None

    async def _fetched(self, poll: Poll) -> discord.Message:
        channel = self._client.get_partial_messageable(poll.channel_id)
        with faults():
            return await channel.fetch_message(poll.message_id or 0)

    def _redrawing(self, poll: Poll) -> Callable[[], Awaitable[None]]:
        async def redraw() -> None:
            found = await self._polls.of(poll.guild_id, poll.id)
            if found.state != OPEN or found.message_id != poll.message_id or found.posted != found.round:
                return
            if found.native:
                await self._rounds.read(found)
                return
            words = await self._languages.of_guild(found.guild_id)
            page = panel(await self._polls.card(found), self._catalogue, words)
            try:
                await self._messenger.edit(found.channel_id, found.message_id or 0, page)
            except SendFault as fault:
                if fault.why is not SendFault.Why.GONE:
                    raise
                await self._polls.lose(found)

        return redraw


def _mark(poll: Poll, round_: int) -> int:
    return mark_of(POLLS, poll.id * MARKS + round_)


def _asks(message: discord.Message, poll: Poll) -> bool:
    """Whether a message is this one of Discord's own polls: no other bears its number and asks the same."""
    asked = message.poll
    if not poll.native or asked is None or asked.question != poll.question:
        return False
    return str(poll.id) in re.findall(r"\d+", message.content)


def _posted(message: discord.Message) -> Posted:
    ends = message.poll.expires_at if message.poll is not None else None
    return Posted(message.id, None if ends is None else int(ends.timestamp()))
