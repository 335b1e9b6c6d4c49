"""`/feedback`: a form whose words are kept for whoever runs the bot."""

from typing import TYPE_CHECKING, Any

import discord
from discord import app_commands
from discord.app_commands import locale_str
from discord.ext import commands

from bot.services.feedback import Feedback, Thought
from bot.ui.commands import look_up
from bot.ui.feedback import FORM, TEXT, feedback_form, feedback_thanks, form_number
from bot.ui.forms import Forms, Values
from bot.ui.reader import words_for
from bot.ui.reply import answer, in_time

if TYPE_CHECKING:
    from bot.client import Laurel


class Opinions(commands.Cog):
    """The command and the form it opens."""

    def __init__(self, feedback: Feedback, forms: Forms) -> None:
        self.book = feedback
        forms.add(FORM, self.send)

    @look_up
    @app_commands.command(description=locale_str("command-feedback"))
    async def feedback(self, interaction: discord.Interaction) -> None:
        await self.book.check(interaction.user.id)
        await interaction.response.send_modal(feedback_form(interaction.id, await words_for(interaction)))

    async def send(self, interaction: discord.Interaction[Any], rest: str, values: Values) -> None:
        thought = Thought(
            guild_id=interaction.guild_id,
            user_id=interaction.user.id,
            form_id=form_number(rest),
            locale=interaction.locale.value,
            text=values.get(TEXT, ""),
        )
        kept = await in_time(interaction, self.book.send(thought))
        await answer(interaction, feedback_thanks(kept, await words_for(interaction)))


async def setup(bot: "Laurel") -> None:
    await bot.add_cog(Opinions(bot.services.feedback, bot.forms))
