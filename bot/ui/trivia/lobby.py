"""What the buttons of a lobby do: join, leave, wait for nobody else."""

from typing import Any

import discord

from bot.services.trivia.games import Games
from bot.ui.layouts import draw
from bot.ui.markdown import plain
from bot.ui.reader import words_for
from bot.ui.reply import answer
from bot.ui.screens import Screens
from bot.ui.trivia.actors import actor_of
from bot.ui.trivia.announcer import Announcer
from bot.ui.trivia.deeds import BeginDeed, JoinDeed, LeaveDeed

Asking = discord.Interaction[Any]


class Lobby:
    """The deeds of every lobby. Whoever pressed is answered privately; the lobby itself is drawn anew soon after."""

    def __init__(self, games: Games, announcer: Announcer, screens: Screens) -> None:
        self._games, self._announcer = games, announcer
        screens.add_deed(JoinDeed, self.join)
        screens.add_deed(LeaveDeed, self.leave)
        screens.add_deed(BeginDeed, self.begin)

    async def join(self, deed: JoinDeed, interaction: Asking, _: tuple[str, ...]) -> None:
        actor = actor_of(interaction)
        table = await self._games.join(deed.game, actor, deed.team if deed.team >= 0 else None)
        words, player = await words_for(interaction), table.players[actor.user_id]
        team = None if player.team is None else plain(table.options.teams[player.team].name)
        text = words("trivia-you-play") if team is None else words("trivia-you-play-for", team=team)
        await answer(interaction, draw(text))
        self._announcer.redraw_lobby(table)

    async def leave(self, deed: LeaveDeed, interaction: Asking, _: tuple[str, ...]) -> None:
        table = await self._games.leave(deed.game, actor_of(interaction))
        await answer(interaction, draw((await words_for(interaction))("trivia-you-left")))
        self._announcer.redraw_lobby(table)

    async def begin(self, deed: BeginDeed, interaction: Asking, _: tuple[str, ...]) -> None:
        await self._games.begin(deed.game, actor_of(interaction))
        await answer(interaction, draw((await words_for(interaction))("trivia-begins")))
