"""`/remind` and *Remind me about this*: a member's own reminders, by direct message or in a channel."""

from typing import TYPE_CHECKING, Any

import discord
from discord import app_commands
from discord.app_commands import Choice, locale_str
from discord.ext import commands

from bot.errors import Refused, SendFault
from bot.services.bundle import Services
from bot.services.occasions import title_of
from bot.services.reminders.desk import Place, Reminder, Wish
from bot.text import Words
from bot.ui.commands import look_up
from bot.ui.forms import Forms, Values
from bot.ui.layouts import FrozenLayout
from bot.ui.reader import words_for, zone_here
from bot.ui.reminders.courier import ReminderCourier
from bot.ui.reminders.options import channel_here, complete_about, complete_reminder, complete_when
from bot.ui.reminders.pages import FORM, NOTE, WHEN, list_page, remind_form, snoozed_page, taken_page
from bot.ui.reminders.queries import (
    DropDeed,
    HereDeed,
    ReminderQuery,
    RemindersQuery,
    SnoozeDeed,
    SnoozedQuery,
    TryMessageDeed,
)
from bot.ui.reply import in_time
from bot.ui.screens import Screens, StaleButton

if TYPE_CHECKING:
    from bot.client import Laurel

MESSAGE, HERE = "message", "here"
PLACES = [Choice(name=locale_str(f"choice-remind-{place}"), value=place) for place in (MESSAGE, HERE)]


class MemberReminders(commands.Cog):
    """The commands, the menu's entry with its form, and the buttons of reminders."""

    remind = look_up(app_commands.Group(name="remind", description=locale_str("command-remind")))

    def __init__(self, services: Services, courier: ReminderCourier, screens: Screens, forms: Forms) -> None:
        self.reminders, self.occasions, self.catalogue = services.reminders, services.occasions, services.catalogue
        self.courier, self.screens = courier, screens
        screens.add_live(RemindersQuery, self.draw_list)
        screens.add_live(ReminderQuery, self.draw)
        screens.add_live(SnoozedQuery, self.draw_snoozed)
        screens.add_deed(TryMessageDeed, self.try_message)
        screens.add_deed(HereDeed, self.tell_here)
        screens.add_deed(DropDeed, self.drop)
        screens.add_deed(SnoozeDeed, self.snooze)
        forms.add(FORM, self.take_form)
        name = locale_str(services.words.of(None)("menu-remind"), key="menu-remind")
        self.menu = look_up(app_commands.ContextMenu(name=name, callback=self.open_form))

    @remind.command(description=locale_str("command-remind-me"))
    @app_commands.describe(
        when=locale_str("option-remind-when"),
        about=locale_str("option-remind-about"),
        note=locale_str("option-remind-note"),
        where=locale_str("option-remind-where"),
    )
    @app_commands.choices(where=PLACES)
    @app_commands.autocomplete(when=complete_when, about=complete_about)
    async def me(
        self,
        interaction: discord.Interaction,
        when: app_commands.Range[str, 1, 60] | None = None,
        about: str | None = None,
        note: app_commands.Range[str, 1, 500] | None = None,
        where: str = MESSAGE,
    ) -> None:
        words = await words_for(interaction)
        wish = self._wish(about, note or "", words)
        await self._take(interaction, when or "", wish, words, here=where == HERE)

    @remind.command(name="list", description=locale_str("command-remind-list"))
    async def show(self, interaction: discord.Interaction) -> None:
        await self.screens.open(interaction, RemindersQuery())

    @remind.command(description=locale_str("command-remind-remove"))
    @app_commands.describe(reminder=locale_str("option-remind-reminder"))
    @app_commands.autocomplete(reminder=complete_reminder)
    async def remove(self, interaction: discord.Interaction, reminder: str) -> None:
        if not reminder.isascii() or not reminder.isdigit() or len(reminder) > 18:
            raise Refused("remind-gone")
        await self.screens.perform(interaction, DropDeed(int(reminder)))

    async def open_form(self, interaction: discord.Interaction, message: discord.Message) -> None:
        form = remind_form(message.channel.id, message.id, await words_for(interaction))
        await interaction.response.send_modal(form)

    async def take_form(self, interaction: discord.Interaction, rest: str, values: Values) -> None:
        channel, _, message = rest.partition(":")
        if not (channel.isdigit() and message.isdigit()):
            raise StaleButton(rest)
        link = f"https://discord.com/channels/{interaction.guild_id or '@me'}/{channel}/{message}"
        wish = Wish(note=values.get(NOTE, ""), link=link)
        await self._take(interaction, values.get(WHEN, ""), wish, await words_for(interaction))

    def _wish(self, about: str | None, note: str, words: Words) -> Wish:
        if about is None:
            return Wish(note=note)
        found = self.occasions.find(about)
        if found is None:
            raise Refused("remind-about", text=about)
        title, occasion = title_of(found, self.catalogue, words), about.partition("|")[2]
        return Wish(note=note, title=title, at=found.at, day=found.day, occasion=occasion)

    async def _take(
        self, interaction: discord.Interaction, text: str, wish: Wish, words: Words, *, here: bool = False
    ) -> None:
        when = self.reminders.time(text, wish, await zone_here(interaction))
        place = channel_here(interaction) if here else Place()
        asked = (interaction.user.id, interaction.application_id, words.locale)
        kept = await in_time(interaction, self.reminders.add(*asked, wish, when, place))
        await self.screens.open(interaction, ReminderQuery(kept.id))

    async def draw(self, query: ReminderQuery, interaction: discord.Interaction[Any], words: Words) -> FrozenLayout:
        reminder = await self.reminders.one(interaction.user.id, query.reminder)
        return taken_page(reminder, _can_be_here(interaction), words)

    async def draw_list(
        self, query: RemindersQuery, interaction: discord.Interaction[Any], words: Words
    ) -> FrozenLayout:
        user = interaction.user.id
        return list_page(await self.reminders.waiting(user), await self.reminders.failed(user), query, words)

    async def draw_snoozed(
        self, query: SnoozedQuery, interaction: discord.Interaction[Any], words: Words
    ) -> FrozenLayout:
        return snoozed_page(await self.reminders.one(interaction.user.id, query.reminder), words)

    async def try_message(
        self, deed: TryMessageDeed, interaction: discord.Interaction[Any], values: tuple[str, ...]
    ) -> ReminderQuery:
        """The member said yes: one is tried now, because later nobody could be told that none arrives."""
        reminder = await self.reminders.unanswered(interaction.user.id, deed.reminder)
        try:
            await self.courier.greet(reminder.user_id, (await words_for(interaction)).locale)
        except SendFault as fault:
            closed = fault.why is SendFault.Why.FORBIDDEN
            raise Refused("remind-closed" if closed else "remind-not-now") from fault
        await self.reminders.agree(reminder.user_id, reminder.id, Place())
        return ReminderQuery(reminder.id)

    async def tell_here(
        self, deed: HereDeed, interaction: discord.Interaction[Any], values: tuple[str, ...]
    ) -> ReminderQuery:
        await self.reminders.agree(interaction.user.id, deed.reminder, channel_here(interaction))
        return ReminderQuery(deed.reminder)

    async def drop(
        self, deed: DropDeed, interaction: discord.Interaction[Any], values: tuple[str, ...]
    ) -> RemindersQuery:
        number = deed.reminder if deed.reminder is not None else int(values[0] if values else 0)
        await self.reminders.remove(interaction.user.id, number)
        return RemindersQuery(deed.page)

    async def snooze(
        self, deed: SnoozeDeed, interaction: discord.Interaction[Any], values: tuple[str, ...]
    ) -> SnoozedQuery:
        kept: Reminder = await self.reminders.snooze(interaction.user.id, deed.reminder, deed.told_for, deed.how)
        return SnoozedQuery(kept.id)


def _can_be_here(interaction: discord.Interaction[Any]) -> bool:
    try:
        return not channel_here(interaction).direct
    except Refused:
        return False


async def setup(bot: "Laurel") -> None:
    cog = MemberReminders(bot.services, bot.reminder_courier, bot.screens, bot.forms)
    await bot.add_cog(cog)
    bot.tree.add_command(cog.menu)
