"""What the buttons, selects and forms of /announce do. Each asks again whether whoever pressed may."""

import asyncio
from collections.abc import Callable
from typing import Any

import discord
from discord.app_commands import Choice

from bot.anniversaries.plans import Parcel
from bot.catalogue.names import fold
from bot.errors import Mention, Refused, SendFault
from bot.services.announcements.preview import Foreseen
from bot.services.announcements.subscriptions import Subscription
from bot.services.bundle import Services
from bot.services.failures import Why
from bot.services.namelist import NameList, read_names
from bot.text import Words
from bot.ui.announcements.addresses import (
    FormDeed,
    ListQuery,
    OutcomeQuery,
    PanelQuery,
    RemoveDeed,
    ResendDeed,
    SampleDeed,
    SetDeed,
    SkipDeed,
    StateDeed,
)
from bot.ui.announcements.controls import decoded
from bot.ui.announcements.history import label, link_to, told
from bot.ui.announcements.options import time_of
from bot.ui.announcements.panel import (
    CHECK,
    FORM,
    NAMES,
    PANEL,
    SHOWS,
    TIME,
    ZONE,
    Desk,
    name_of,
    names_form,
    panel_page,
    time_form,
)
from bot.ui.announcements.press import Press
from bot.ui.checks import channel_check, role_check
from bot.ui.commands import require
from bot.ui.forms import Forms, Values
from bot.ui.layouts import FrozenLayout, draw
from bot.ui.messenger import Messenger
from bot.ui.panels import CheckQuery
from bot.ui.queries import Query
from bot.ui.reader import words_for
from bot.ui.reply import in_time, redraw
from bot.ui.screens import Screens, StaleButton, deed_button, turn_button

CHOICES = 25
Asking = discord.Interaction[Any]
Given = tuple[str, ...]


class Deeds:
    """Changes subscriptions as their panel, their buttons and their forms say, and draws what came of it."""

    def __init__(
        self,
        services: Services,
        press: Press,
        messenger: Messenger,
        screens: Screens,
        forms: Forms,
        mention: Callable[[str], str],
    ) -> None:
        rooms = services.announcing
        self.subscriptions, self.preview, self.history = rooms.subscriptions, rooms.preview, rooms.history
        self.guilds, self.failures, self.lookup, self.zones = (
            services.guilds, services.failures, services.lookup, services.zones,
        )  # fmt: skip
        self.follows = services.follows
        self.press, self.screens, self.mention = press, screens, mention
        self._messenger = messenger
        screens.add_live(PanelQuery, self.draw_panel)
        screens.add_live(OutcomeQuery, self.draw_outcome)
        screens.add_deed(SetDeed, self.set)
        screens.add_deed(FormDeed, self.ask)
        screens.add_deed(StateDeed, self.change_state)
        screens.add_deed(RemoveDeed, self.remove)
        screens.add_deed(SampleDeed, self.post_sample)
        screens.add_deed(SkipDeed, self.skip)
        screens.add_deed(ResendDeed, self.resend)
        forms.add(FORM, self.take)

    async def meant(self, interaction: Asking, which: str | None) -> Subscription:
        """The one that an option names; the only one when it is left out. Raises Refused, NotAllowed."""
        guild_id = require(interaction)
        if which is not None:
            if not (which.isascii() and which.isdigit() and len(which) < 19):
                raise Refused("announce-which", text=which)
            return await self.subscriptions.find(guild_id, int(which))
        those = await self.subscriptions.of_guild(guild_id)
        if not those:
            raise Refused("announce-none")
        if len(those) > 1:
            raise Refused("announce-several")
        return those[0]

    async def suggest(self, interaction: Asking, current: str) -> list[Choice[str]]:
        """A server's subscriptions by name."""
        words = await words_for(interaction)
        found = []
        for one in await self.subscriptions.of_guild(require(interaction)):
            name = name_of(one, self.lookup, words).replace("\\", "")
            channel = interaction.guild.get_channel(one.channel_id or 0) if interaction.guild else None
            name = f"{name} → #{channel.name}" if channel is not None else name
            if fold(current) in fold(name):
                found.append(Choice(name=name[:100], value=str(one.id)))
        return found[:CHOICES]

    async def suggest_posts(self, interaction: Asking, current: str) -> list[Choice[str]]:
        """The latest posts that may be sent again."""
        words = await words_for(interaction)
        found = await self.history.resendable(require(interaction), CHOICES)
        named = [(label(one, self.lookup.catalogue, words), one.row.id) for one in found]
        return [Choice(name=name, value=str(number)) for name, number in named if fold(current) in fold(name)]

    async def draw_panel(
        self, query: PanelQuery, interaction: Asking, words: Words, unclear: tuple[str, ...] = ()
    ) -> FrozenLayout:
        guild_id = require(interaction)
        guild = interaction.guild
        assert guild is not None  # require() says so
        one = await self.subscriptions.find(guild_id, query.number)
        card = await self.guilds.card(guild_id, reader=interaction.user.id, since=query.since)
        coming = None if query.section else await self._next(interaction, one)
        desk = Desk(
            one,
            card,
            channel_check(guild, one.channel_id) if one.channel_id is not None else None,
            role_check(guild, one.role_id) if one.role_id is not None else None,
            None if coming is None else coming.post.at,
            await self.follows.of_guild(guild_id) if one.about is None else (),
        )
        return panel_page(desk, query, self.lookup, words, unclear)

    async def draw_outcome(self, query: OutcomeQuery, interaction: Asking, words: Words) -> FrozenLayout:
        """What came of a command, and the way to its announcement."""
        guild_id = require(interaction)
        values: dict[str, str] = {}
        rows = [[turn_button(words("announce-title"), ListQuery(), emoji="📣")]]
        if query.done == "tested":
            one = await self.subscriptions.find(guild_id, query.number)
            link = link_to(guild_id, one.channel_id or 0, query.delivery)
            values = {"channel": f"<#{one.channel_id}>", "link": link}
        elif query.delivery:
            past = await self.history.find(guild_id, query.delivery)
            if past is None:
                raise Refused("announce-post-gone")
            values = {"what": told(past, self.lookup.catalogue, words), "when": f"<t:{past.row.due_at}:F>"}
            if query.done == "skipped":
                undo = ResendDeed(query.number, query.delivery)
                rows[0].insert(0, deed_button(words("announce-undo"), undo, emoji="↩️"))
        elif query.done == "paused":
            values = {"resume": self.mention("announce resume")}
        if query.done not in ("removed", "paused", "resumed", "known", "tested", "skipped", "resent", "unskipped"):
            raise StaleButton(query.address)
        return draw(words(f"announce-done-{query.done}", **values), rows=rows)

    async def set(self, deed: SetDeed, interaction: Asking, values: Given) -> PanelQuery:
        """Takes what a control says, and shows the section again."""
        guild_id, user_id = require(interaction), interaction.user.id
        chosen = (deed.value,) if deed.value is not None else values
        if deed.setting == "drop":
            await self.subscriptions.unfollow(guild_id, user_id, deed.number, chosen)
        else:
            await self.subscriptions.change(guild_id, user_id, deed.number, **decoded(deed.setting, chosen))
        return PanelQuery(deed.number, deed.section, deed.since)

    async def ask(self, deed: FormDeed, interaction: Asking, values: Given) -> None:
        """Opens the form of a section."""
        one = await self.subscriptions.find(require(interaction), deed.number)
        words = await words_for(interaction)
        form = names_form(deed, words) if deed.section == "about" else time_form(deed, one, words)
        await interaction.response.send_modal(form)

    async def take(self, interaction: Asking, rest: str, values: Values) -> None:
        """Takes what was typed, and shows the section again with what is unclear."""
        guild_id, user_id = require(interaction), interaction.user.id
        section, _, numbers = rest.partition(":")
        number, _, since = numbers.partition(":")
        if not number.isdigit() or not since.lstrip("-").isdigit():
            raise StaleButton(rest)
        unclear: tuple[str, ...] = ()
        if section == "about":
            names = await in_time(interaction, self._add_names(guild_id, user_id, int(number), values), update=True)
            unclear = tuple(one.text for one in names.unclear)
        else:
            changes: dict[str, Any] = time_of(values.get(TIME, ""))
            typed = values.get(ZONE, "").strip()
            changes["zone"] = self.zones.find(typed) if typed else None
            await in_time(
                interaction, self.subscriptions.change(guild_id, user_id, int(number), **changes), update=True
            )
        here = PanelQuery(int(number), section, int(since))
        await redraw(interaction, await self.draw_panel(here, interaction, await words_for(interaction), unclear))

    async def change_state(self, deed: StateDeed, interaction: Asking, values: Given) -> Query:
        """Pauses or resumes, and goes back to where it was pressed."""
        guild_id = require(interaction)
        change = self.subscriptions.pause if deed.value == "pause" else self.subscriptions.resume
        done = await change(guild_id, interaction.user.id, deed.number)
        if deed.page == CHECK:
            return CheckQuery()
        if deed.page == PANEL:
            return PanelQuery(deed.number)
        return OutcomeQuery(f"{deed.value}d" if done else "known", deed.number)

    async def remove(self, deed: RemoveDeed, interaction: Asking, values: Given) -> OutcomeQuery:
        await self.subscriptions.remove(require(interaction), interaction.user.id, deed.number)
        return OutcomeQuery("removed")

    async def post_sample(self, deed: SampleDeed, interaction: Asking, values: Given) -> OutcomeQuery:
        """Posts what comes next, marked as a test, once Laurel may; nobody is mentioned."""
        one = await self.subscriptions.find(require(interaction), deed.number)
        await self._check_channel(interaction, one)
        coming = await self.preview.next(one, posted=False)
        page = None if coming is None else await self.press.page(one, Parcel.of(coming.post.payload()), sample=True)
        if page is None:
            theirs = await self.press.words(one)
            page = draw(f"## {theirs('post-sample-title')}\n{theirs('post-sample-empty')}")
        try:
            message_id = await self._messenger.send(one.channel_id or 0, page, silent=one.silent)
        except SendFault as fault:
            if fault.why in (SendFault.Why.FORBIDDEN, SendFault.Why.GONE):
                await self.failures.note(one.guild_id, one.channel_id or 0, Why(fault.why.value))
            raise Refused("announce-not-sent") from fault
        return OutcomeQuery("tested", one.id, message_id)

    async def skip(self, deed: SkipDeed, interaction: Asking, values: Given) -> OutcomeQuery:
        one = await self.subscriptions.find(require(interaction), deed.number)
        row = await self.preview.skip(one, interaction.user.id)
        return OutcomeQuery("skipped", one.id, row.id)

    async def resend(self, deed: ResendDeed, interaction: Asking, values: Given) -> OutcomeQuery:
        guild_id = require(interaction)
        number = int(values[0]) if values and values[0].isdigit() else deed.delivery
        row = await self.preview.resend(guild_id, interaction.user.id, number)
        waits = row.due_at > self.preview.now()
        return OutcomeQuery("unskipped" if waits else "resent", row.subscription_id, row.id)

    async def _add_names(self, guild_id: int, user_id: int, number: int, values: Values) -> NameList:
        names = await asyncio.to_thread(read_names, self.lookup, values.get(NAMES, ""), values.get(SHOWS, ""))
        if not names.clear and names.unclear:
            raise Refused("announce-nobody-meant", names=", ".join(one.text for one in names.unclear))
        if names.clear:
            await self.subscriptions.follow(guild_id, user_id, number, names.clear)
        return names

    async def _next(self, interaction: Asking, one: Subscription) -> Foreseen | None:
        """Looking a year ahead may take longer than Discord waits."""
        pressed = interaction.type is discord.InteractionType.component
        return await in_time(interaction, self.preview.next(one), update=pressed)

    async def _check_channel(self, interaction: Asking, one: Subscription) -> None:
        """Raises Refused with what is missing before anything is tried."""
        guild = interaction.guild
        assert guild is not None  # who asks has required it
        if one.channel_id is None:
            raise Refused("announce-no-channel")
        check = channel_check(guild, one.channel_id)
        if check.gone:
            raise Refused("announce-channel-gone")
        if check.missing:
            words = await words_for(interaction)
            missing = Mention(words.list(f"**{words(f'permission-{name}')}**" for name in check.missing))
            raise Refused("announce-missing", channel=Mention(f"<#{one.channel_id}>"), permissions=missing)
