"""Screens: how a query is drawn, shown, turned and opened beside. Buttons carry addresses and outlive a restart.

A deed is a query that changes something when its button is pressed, and then says which screen to turn to.
"""

import datetime
import re
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Coroutine
from typing import Any, Protocol, Self, TypeVar, cast

import discord
import msgspec
from discord import ui

from bot.clock import Clock
from bot.errors import UserError
from bot.text import Words
from bot.ui.layouts import FrozenLayout
from bot.ui.queries import Query
from bot.ui.reader import visibility_here, words_for
from bot.ui.reply import answer, asked_by, in_time, redraw

Q = TypeVar("Q", bound=Query)
CACHED_PAGES = 1_024  # of some 10 KiB each
Apologise = Callable[[UserError, Query | None, Words], FrozenLayout]
Asking = discord.Interaction[Any]
Doing = Coroutine[Any, Any, Query | FrozenLayout | None]
Deed = Callable[[Any, Asking, tuple[str, ...]], Doing]
EVERYTHING = "*"  # the value of "all of them" in a select


class StaleButton(UserError):
    """A button of an older Laurel, for a screen that is no more."""


class Screens:
    """Every screen by name. A page is drawn once per language and quarter of an hour and then sent from memory."""

    def __init__(self, clock: Clock, apologise: Apologise) -> None:
        """`apologise` draws the answer to a UserError; whatever else goes wrong is the tree's."""
        self._clock = clock
        self._apologise = apologise
        self._kinds: dict[str, type[Query]] = {}
        self._pure: dict[str, Callable[[Any, Words], FrozenLayout]] = {}
        self._settlers: dict[str, Callable[[Any, Asking], Awaitable[Query]]] = {}
        self._live: dict[str, Callable[[Any, Asking, Words], Awaitable[FrozenLayout]]] = {}
        self._deeds: dict[str, Deed] = {}
        self._drawn: OrderedDict[tuple[Query, str, datetime.datetime], FrozenLayout] = OrderedDict()

    def add(
        self,
        kind: type[Q],
        draw: Callable[[Q, Words], FrozenLayout],
        settle: Callable[[Q, Asking], Awaitable[Q]] | None = None,
    ) -> None:
        """Says how queries of one kind are drawn. Drawing is pure: the same query, language and time, the same page.

        What is not (which fact is dealt next, which day "today" is, what the server set) `settle` decides first: it
        makes a query definite for whoever asks, where they ask. It may raise UserError.
        """
        self._kinds[kind.screen] = kind
        self._pure[kind.screen] = draw
        if settle is not None:
            self._settlers[kind.screen] = settle

    def add_live(self, kind: type[Q], draw: Callable[[Q, Asking, Words], Awaitable[FrozenLayout]]) -> None:
        """The same for a screen that shows what is stored: drawn anew each time, never kept. It may raise UserError."""
        self._kinds[kind.screen] = kind
        self._live[kind.screen] = draw

    def add_deed(self, kind: type[Q], do: Callable[[Q, Asking, tuple[str, ...]], Doing]) -> None:
        """Says what a deed does: called with what a select holds (nothing for a button), it returns the screen to
        turn to, or a page to show beside, privately; None when it has answered by itself, as one that opens a form
        does. It may raise UserError, and asks itself whether whoever pressed may do it: a button may be older than a
        permission. One that may take long answers nothing itself: Discord may just be promised an answer.
        """
        self._kinds[kind.screen] = kind
        self._deeds[kind.screen] = do

    def parse(self, address: str) -> Query:
        """The query of an address. Raises StaleButton for one that this version does not know."""
        screen, _, rest = address.partition("?")
        if screen not in self._kinds:
            raise StaleButton(address)
        try:
            return self._kinds[screen].parse(rest)
        except msgspec.ValidationError:
            raise StaleButton(address) from None

    def page(self, query: Query, words: Words) -> FrozenLayout:
        """The page of a pure screen in a language. Raises UserError when there is none."""
        now = self._clock.now()  # in no zone does a day begin within a quarter of an hour
        key = (query, words.locale, now.replace(minute=now.minute // 15 * 15, second=0, microsecond=0))
        page = self._drawn.get(key)
        if page is None:
            page = self._drawn[key] = self._pure[query.screen](query, words)
            if len(self._drawn) > CACHED_PAGES:
                self._drawn.popitem(last=False)
        else:
            self._drawn.move_to_end(key)
        return page

    async def _asked(self, interaction: Asking, query: Query) -> FrozenLayout:
        """The page of a query that a reader asks for, settled for where they are."""
        words = await words_for(interaction)
        if query.screen in self._live:
            return await self._live[query.screen](query, interaction, words)
        settle = self._settlers.get(query.screen)
        return self.page(query if settle is None else await settle(query, interaction), words)

    async def show(self, interaction: Asking, query: Query, share: bool | None = None) -> None:
        """Answers a command: in public or privately, as `share` and the place say. Apologies are always private."""
        try:
            page = await self._asked(interaction, query)
        except UserError as error:
            await self.apologise(interaction, error, query)
        else:
            ephemeral = not await visibility_here(interaction, share)
            await interaction.response.send_message(view=page, ephemeral=ephemeral)

    async def turn(self, interaction: Asking, query: Query) -> None:
        """Turns the page in place for whoever asked for it; anybody else gets a copy of their own."""
        try:
            page = await self._asked(interaction, query)
        except UserError as error:
            await self.apologise(interaction, error, query)
            return
        if asked_by(interaction):
            await redraw(interaction, page)
        else:
            await interaction.response.send_message(view=page, ephemeral=True)

    async def open(self, interaction: Asking, query: Query) -> None:
        """Opens a page beside, for the reader alone."""
        try:
            page = await self._asked(interaction, query)
        except UserError as error:
            await self.apologise(interaction, error, query)
        else:
            await answer(interaction, page)

    async def perform(self, interaction: Asking, deed: Query) -> None:
        """Answers a command by doing a deed, privately, with the screen that came of it."""
        try:
            after = await in_time(interaction, self._deeds[deed.screen](deed, interaction, ()))
        except UserError as error:
            await self.apologise(interaction, error, deed)
        else:
            if isinstance(after, FrozenLayout):
                await answer(interaction, after)
            elif after is not None:
                await self.open(interaction, after)

    async def carry_out(self, interaction: Asking, deed: Query, values: tuple[str, ...]) -> None:
        """Does what a button or select stands for, then turns the page it is on. Raises UserError."""
        after = await in_time(interaction, self._deeds[deed.screen](deed, interaction, values), update=True)
        if isinstance(after, FrozenLayout):
            await answer(interaction, after)
        elif after is not None:
            await self.turn(interaction, after)

    async def apologise(self, interaction: Asking, error: UserError, query: Query | None = None) -> None:
        """Says privately why there is no answer, and what to do."""
        await answer(interaction, self._apologise(error, query, await words_for(interaction)))


class _HasScreens(Protocol):
    screens: Screens
    tree: Any


class _Guide(ui.DynamicItem[ui.Item[Any]], template=r"(?!)"):
    """What buttons and selects with an address share. discord.py logs their errors and tells nobody: we do tell."""

    def __init__(self, item: ui.Item[Any], groups: dict[str, str]) -> None:
        super().__init__(item)
        self.groups = groups

    @classmethod
    async def from_custom_id(cls, interaction: Asking, item: ui.Item[Any], match: re.Match[str], /) -> Self:
        return cls(item, match.groupdict())

    async def callback(self, interaction: Asking) -> None:
        client = cast(_HasScreens, interaction.client)
        try:
            await self.go(interaction, client.screens)
        except UserError as error:
            await client.screens.apologise(interaction, error)
        except Exception as error:  # handed to the one error handler, which logs what is not a member's own
            await client.tree.on_error(interaction, error)

    async def go(self, interaction: Asking, screens: Screens) -> None:
        raise NotImplementedError


class TurnButton(_Guide, template=r"to:(?P<address>.+)"):
    """Turns the page it is on."""

    async def go(self, interaction: Asking, screens: Screens) -> None:
        await screens.turn(interaction, screens.parse(self.groups["address"]))


class OpenButton(_Guide, template=r"see:(?P<address>.+)"):
    """Opens a page beside, privately."""

    async def go(self, interaction: Asking, screens: Screens) -> None:
        await screens.open(interaction, screens.parse(self.groups["address"]))


class PickSelect(_Guide, template=r"pick:(?P<field>\w+):(?P<address>.+)"):
    """Turns the page it is on, with one field of the query as picked."""

    async def go(self, interaction: Asking, screens: Screens) -> None:
        query = screens.parse(self.groups["address"])
        value = cast(ui.Select[Any], self.item).values[0]
        await screens.turn(interaction, query.picked(self.groups["field"], None if value == EVERYTHING else value))


class DeedItem(_Guide, template=r"do:(?P<address>.+)"):
    """Does something, and shows what came of it. A button, or any select."""

    async def go(self, interaction: Asking, screens: Screens) -> None:
        data = cast(dict[str, Any], interaction.data or {})
        await screens.carry_out(interaction, screens.parse(self.groups["address"]), tuple(data.get("values", ())))


def turn_button(label: str, query: Query, *, emoji: str | None = None, disabled: bool = False) -> ui.Button[Any]:
    """A button that turns the page to `query`."""
    return ui.Button(label=label[:80], emoji=emoji, disabled=disabled, custom_id=f"to:{query.address}")


def open_button(label: str, query: Query, *, emoji: str | None = None) -> ui.Button[Any]:
    """A button that opens `query` beside, privately."""
    return ui.Button(label=label[:80], emoji=emoji, custom_id=f"see:{query.address}")


def pick_select(placeholder: str, field: str, query: Query, options: list[discord.SelectOption]) -> ui.Select[Any]:
    """A select over `field` of `query`; an option's value EVERYTHING clears it. At most 25 options."""
    return ui.Select(custom_id=f"pick:{field}:{query.address}", placeholder=placeholder[:150], options=options[:25])


def deed_button(
    label: str, deed: Query, *, emoji: str | None = None, style: discord.ButtonStyle = discord.ButtonStyle.secondary
) -> ui.Button[Any]:
    """A button that does `deed`."""
    return ui.Button(label=label[:80], emoji=emoji, style=style, custom_id=deed_id(deed))


def deed_id(deed: Query) -> str:
    """The custom id by which a button, or a select of any kind, does `deed`."""
    return f"do:{deed.address}"


def page_buttons(query: Any, page: int, count: int, words: Words) -> list[ui.Item[Any]]:
    """Back and onward, each disabled at its end; none where there is one page only."""
    if count < 2:
        return []
    return [
        turn_button(words("page-back"), query.but(page=page - 1), emoji="◀️", disabled=page == 1),
        turn_button(words("page-onward"), query.but(page=page + 1), emoji="▶️", disabled=page == count),
    ]


GUIDES = (TurnButton, OpenButton, PickSelect, DeedItem)
