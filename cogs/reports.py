"""*Report this fact*, in the menu of a message: a form whose words are kept for whoever runs the bot."""

from typing import TYPE_CHECKING, Any

import discord
from discord import app_commands
from discord.app_commands import locale_str
from discord.ext import commands

from bot.errors import UserError
from bot.services.reports import Draft, Reports
from bot.text import WordBook
from bot.ui.commands import look_up
from bot.ui.forms import Forms, Values
from bot.ui.reader import words_for
from bot.ui.reply import answer
from bot.ui.reports import ABOUT, FORM, SOURCE, WHAT, Subject, report_form, thanks
from bot.ui.screens import Screens

if TYPE_CHECKING:
    from bot.client import Laurel


class FactReports(commands.Cog):
    """The menu's entry and the form it opens."""

    def __init__(self, reports: Reports, words: WordBook, screens: Screens, forms: Forms) -> None:
        self.reports = reports
        self.screens = screens
        forms.add(FORM, self.send)
        name = locale_str(words.of(None)("menu-report"), key="menu-report")
        self.menu = look_up(app_commands.ContextMenu(name=name, callback=self.open))

    async def open(self, interaction: discord.Interaction[Any], message: discord.Message) -> None:
        words = await words_for(interaction)
        try:
            form = report_form(message, interaction.client.user, interaction.id, words)
            await self.reports.check(interaction.user.id)
        except UserError as error:
            await self.screens.apologise(interaction, error)
        else:
            await interaction.response.send_modal(form)

    async def send(self, interaction: discord.Interaction[Any], rest: str, values: Values) -> None:
        subject = Subject.parse(rest)
        await interaction.response.defer(ephemeral=True, thinking=True)
        draft = Draft(
            guild_id=interaction.guild_id,
            channel_id=interaction.channel_id or 0,
            message_id=subject.message_id,
            user_id=interaction.user.id,
            form_id=subject.form_id,
            locale=interaction.locale.value,
            address=subject.address,
            about=values.get(ABOUT, ""),
            what=values.get(WHAT, ""),
            source=values.get(SOURCE, ""),
        )
        kept = await self.reports.send(draft)
        await answer(interaction, thanks(kept, await words_for(interaction)))


async def setup(bot: "Laurel") -> None:
    cog = FactReports(bot.services.reports, bot.services.words, bot.screens, bot.forms)
    await bot.add_cog(cog)
    bot.tree.add_command(cog.menu)
