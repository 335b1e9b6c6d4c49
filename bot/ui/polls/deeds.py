"""What the buttons, selects and forms of polls do, and the pages they lead to."""

import asyncio
from typing import Any

import discord

from bot.catalogue import Catalogue
from bot.errors import Refused
from bot.services.polls.desk import Poll, Polls
from bot.services.polls.rounds import Rounds
from bot.storage.polls import OPEN
from bot.text import Words
from bot.ui.forms import Forms, Values
from bot.ui.hosting import hosts
from bot.ui.layouts import FrozenLayout, draw
from bot.ui.polls.board import PollBoard
from bot.ui.polls.forms import REASON, SHOWN, WHY, YES, reason_form
from bot.ui.polls.lines import own_line
from bot.ui.polls.pages import desk_page, heat_page, list_page, part_of
from bot.ui.polls.panels import results
from bot.ui.polls.places import require_polls
from bot.ui.polls.queries import (
    EndPollDeed,
    HeatDeed,
    HeatsQuery,
    PollDeskQuery,
    PollQuery,
    PollsQuery,
    ReasonDeed,
    RepostDeed,
    WithdrawDeed,
)
from bot.ui.polls.votes import who
from bot.ui.reader import words_for
from bot.ui.reply import answer, in_time
from bot.ui.screens import Screens, StaleButton

Asking = discord.Interaction[Any]
Values_ = tuple[str, ...]
LOOKING = 1.2  # seconds that a list waits to hear which messages are gone


class PollDeeds:
    """The screens and deeds of polls. Votes are anybody's; the rest asks whether whoever pressed may manage events."""

    def __init__(
        self, polls: Polls, rounds: Rounds, board: PollBoard, catalogue: Catalogue, screens: Screens, forms: Forms
    ) -> None:
        self.polls, self.rounds, self.board, self.catalogue = polls, rounds, board, catalogue
        screens.add_live(PollQuery, self.draw)
        screens.add_live(PollsQuery, self.draw_list)
        screens.add_live(PollDeskQuery, self.draw_desk)
        screens.add_live(HeatsQuery, self.draw_heats)
        screens.add_deed(HeatDeed, self.vote_in_heat)
        screens.add_deed(ReasonDeed, self.ask_reason)
        screens.add_deed(EndPollDeed, self.end)
        screens.add_deed(WithdrawDeed, self.withdraw)
        screens.add_deed(RepostDeed, self.repost)
        forms.add(WHY, self.take_reason)

    async def draw(self, query: PollQuery, interaction: Asking, words: Words) -> FrozenLayout:
        poll = await self.rounds.read(await self._poll(interaction, query.poll))
        mine = own_line(poll, await self.polls.votes_of(poll.id, interaction.user.id), words) if query.own else ""
        return results(await self.polls.card(poll), self.catalogue, words, mine=mine)

    async def draw_list(self, query: PollsQuery, interaction: Asking, words: Words) -> FrozenLayout:
        found = await self.polls.latest(interaction.guild_id or 0)
        await self._look_for(part_of(found, query)[0])
        found = await self.polls.latest(interaction.guild_id or 0)
        return list_page(found, query, words, manages=await hosts(interaction))

    async def draw_desk(self, query: PollDeskQuery, interaction: Asking, words: Words) -> FrozenLayout:
        await require_polls(interaction)
        poll = await self._poll(interaction, query.poll)
        return desk_page(await self.polls.card(poll), interaction.created_at.timestamp(), words, query.merged)

    async def draw_heats(self, query: HeatsQuery, interaction: Asking, words: Words) -> FrozenLayout:
        poll = await self._poll(interaction, query.poll)
        return heat_page(poll, await self.polls.votes_of(poll.id, interaction.user.id), query, words)

    async def vote_in_heat(self, deed: HeatDeed, interaction: Asking, _: Values_) -> HeatsQuery:
        """Keeps a vote in a heat, then turns to the first heat without one; to the same one when there is none."""
        voted = await self.polls.vote(interaction.guild_id, deed.poll, deed.answer, heat=deed.heat, **who(interaction))
        self.board.stir(voted.poll)
        mine = await self.polls.votes_of(deed.poll, interaction.user.id)
        heats = [heat.key for heat in voted.poll.now if heat.second is not None]
        left = [key for key in heats if key not in mine]
        return HeatsQuery(deed.poll, 0 if left else heats.index(deed.heat) + 1)

    async def ask_reason(self, deed: ReasonDeed, interaction: Asking, _: Values_) -> None:
        poll = await self._poll(interaction, deed.poll)
        await interaction.response.send_modal(reason_form(poll.id, await words_for(interaction)))

    async def take_reason(self, interaction: Asking, rest: str, values: Values) -> None:
        if not rest.isdecimal():
            raise StaleButton(rest)
        poll = await self._poll(interaction, int(rest))
        text, shown = values.get(REASON, ""), values.get(SHOWN) == YES
        at = interaction.created_at.timestamp()
        await in_time(interaction, self.polls.explain(poll, interaction.user.id, text, shown, at))
        self.board.stir(poll)
        key = "poll-reason-gone" if not text.strip() else "poll-reason-shown" if shown else "poll-reason-kept"
        await answer(interaction, draw((await words_for(interaction))(key)))

    async def end(self, deed: EndPollDeed, interaction: Asking, _: Values_) -> PollDeskQuery:
        """Ends a poll with the second in which that was asked; it is counted when late votes have arrived."""
        await require_polls(interaction)
        poll = await self._poll(interaction, deed.poll)
        await self.polls.end(poll, interaction.user.id, int(interaction.created_at.timestamp()) + 1)
        await self.rounds.ended(poll)
        return PollDeskQuery(poll.id)

    async def withdraw(self, deed: WithdrawDeed, interaction: Asking, values: Values_) -> PollDeskQuery:
        """Takes an answer out and tells so on the panel."""
        await require_polls(interaction)
        poll = await self._poll(interaction, deed.poll)
        at = interaction.created_at.timestamp()
        await self.polls.withdraw(poll, _number(values), interaction.user.id, at)
        self.board.stir(poll)
        return PollDeskQuery(poll.id)

    async def repost(self, deed: RepostDeed, interaction: Asking, _: Values_) -> PollDeskQuery:
        await require_polls(interaction)
        poll = await self._poll(interaction, deed.poll)
        if not poll.gone and not await self.board.missing(poll):
            raise Refused("poll-is-there")
        await self.polls.lose(poll)
        await self.rounds.again(await self._poll(interaction, deed.poll))
        return PollDeskQuery(poll.id)

    async def _poll(self, interaction: Asking, poll_id: int) -> Poll:
        return await self.polls.of(interaction.guild_id, poll_id)

    async def _look_for(self, polls: Any) -> None:
        """Finds out which panels were deleted; Discord tells nobody who does not ask."""
        asked = [poll for poll in polls if poll.state == OPEN and poll.posted and not poll.gone]
        looking = {asyncio.ensure_future(self.board.missing(poll)): poll for poll in asked}
        if not looking:
            return
        done, late = await asyncio.wait(looking, timeout=LOOKING)
        for task in late:
            task.cancel()
        for task in done:
            if task.exception() is None and task.result():
                await self.polls.lose(looking[task])


def _number(values: Values_) -> int:
    if not values or not values[0].isdecimal():
        raise StaleButton("no answer was picked")
    return int(values[0])
