"""`/trivia`: the game a whole server plays. One group, put together from the modules beside this one."""

from typing import TYPE_CHECKING

from discord.app_commands import locale_str
from discord.ext import commands

from bot.ui.commands import look_up
from bot.ui.trivia.announcer import Announcer
from bot.ui.trivia.answers import FORM, Answers
from bot.ui.trivia.deeds import TypeDeed
from bot.ui.trivia.lobby import Lobby
from cogs.trivia._daily import DailyCommands
from cogs.trivia._games import GameCommands, Guess
from cogs.trivia._presets import PresetCommands
from cogs.trivia._solo import SoloCommands

if TYPE_CHECKING:
    from bot.client import Laurel


@look_up
class Trivia(
    GameCommands,
    DailyCommands,
    SoloCommands,
    PresetCommands,
    commands.GroupCog,
    group_name="trivia",
    group_description=locale_str("command-trivia"),
):
    """The group. Each module beside this one brings a mixin with commands: discord.py gathers those of all bases."""

    def __init__(self, bot: "Laurel") -> None:
        services = bot.services
        self.games, self.lookup, self.presets = services.games, services.lookup, services.presets
        self.dailies, self.guilds, self.questions = services.dailies, services.guilds, services.questions
        self.screens = bot.screens
        self.add_daily_screens()
        self.add_solo_screens()


async def setup(bot: "Laurel") -> None:
    services = bot.services
    announcer = Announcer(services, bot.messenger, bot.debounce, services.announcing.throttle.take)
    services.games.master.meet(announcer, lambda guild_id: bot.get_guild(guild_id) is not None)
    answers = Answers(services.games, bot.screens, bot.tree.on_error)
    bot.forms.add(FORM, answers.submit)
    bot.screens.add_deed(TypeDeed, answers.open_form)
    Lobby(services.games, announcer, bot.screens)
    await bot.add_cog(Trivia(bot))
    await bot.add_cog(Guess(answers, bot.screens))
