"""Makes, edits and deletes scheduled events in servers, and writes what they tell. Decides nothing about which."""

import datetime
from collections.abc import Sequence

import discord

from bot.anniversaries.mirroring import Notice, There
from bot.catalogue import Catalogue
from bot.catalogue.model import Confidence
from bot.errors import SendFault
from bot.services.ceremonials import Ceremonial
from bot.services.coming import Coming, Occasion
from bot.services.occasions import title_of
from bot.services.zones import SEOUL
from bot.text import Words
from bot.ui.markdown import plain
from bot.ui.messenger import faults

LONGEST_NAME, LONGEST_TEXT, LONGEST_PLACE = 100, 1_000, 100  # Discord's, of a scheduled event
AHEAD = (discord.EventStatus.scheduled, discord.EventStatus.active)  # the others are over, or called off
SHOWN_SOURCES = 3


class EventBoard:
    """See Noticeboard in bot/services/mirrors.py."""

    def __init__(self, client: discord.Client, catalogue: Catalogue) -> None:
        self._client = client
        self._catalogue = catalogue

    def may(self, guild_id: int) -> bool:
        guild = self._client.get_guild(guild_id)
        return guild is not None and guild.me.guild_permissions.create_events

    def known(self, guild_id: int) -> Sequence[There]:
        guild = self._client.get_guild(guild_id)
        return [] if guild is None else self._there(guild.scheduled_events)

    async def listed(self, guild_id: int) -> Sequence[There]:
        with faults():
            return self._there(await self._guild(guild_id).fetch_scheduled_events(with_counts=False))

    def write(self, of: Ceremonial, words: Words) -> Notice:
        edition = of.edition
        assert edition.date is not None  # what has no days is no Ceremonial
        coming = Coming(Occasion.CEREMONY, None, edition.date.first, None, ceremony=of.ceremony, edition=edition)
        name = _short(title_of(coming, self._catalogue, words), LONGEST_NAME)
        place = _short(of.edition.place or words("mirror-no-place"), LONGEST_PLACE)
        return Notice(name, of.starts_at, of.ends_at, place, event_text(of, words))

    async def create(self, guild_id: int, notice: Notice) -> int:
        with faults():
            made = await self._guild(guild_id).create_scheduled_event(
                name=notice.name,
                start_time=_moment(notice.starts_at),
                end_time=_moment(notice.ends_at),
                entity_type=discord.EntityType.external,
                privacy_level=discord.PrivacyLevel.guild_only,
                location=notice.place,
                description=notice.text,
            )
        return made.id

    async def edit(self, guild_id: int, event_id: int, notice: Notice) -> None:
        with faults():
            event = await self._event(guild_id, event_id)
            await event.edit(
                name=notice.name,
                start_time=_moment(notice.starts_at),
                end_time=_moment(notice.ends_at),
                entity_type=discord.EntityType.external,
                location=notice.place,
                description=notice.text,
            )

    async def delete(self, guild_id: int, event_id: int) -> None:
        try:
            with faults():
                await (await self._event(guild_id, event_id)).delete()
        except SendFault as fault:
            if fault.why is not SendFault.Why.GONE:
                raise

    async def _event(self, guild_id: int, event_id: int) -> discord.ScheduledEvent:
        guild = self._guild(guild_id)
        known = guild.get_scheduled_event(event_id)
        return known or await guild.fetch_scheduled_event(event_id, with_counts=False)

    def _guild(self, guild_id: int) -> discord.Guild:
        guild = self._client.get_guild(guild_id)
        if guild is None:
            raise SendFault(SendFault.Why.UNREACHABLE, f"server {guild_id} is not here")
        return guild

    def _there(self, events: Sequence[discord.ScheduledEvent]) -> list[There]:
        me = None if self._client.user is None else self._client.user.id
        return [
            There(event.id, event.name, int(event.start_time.timestamp()), event.creator_id == me)
            for event in events
            if event.status in AHEAD
        ]


def event_text(of: Ceremonial, words: Words) -> str:
    """What it is, how it is decided, that nobody knows the hour, and where that comes from: as much as there is room
    for, whole lines only.
    """
    ceremony, edition = of.ceremony, of.edition
    method = ceremony.method_of(edition.year)
    summary = method.summary_ko if words.locale == "ko" and method.summary_ko else method.summary
    show = plain(ceremony.hangul if words.locale == "ko" and ceremony.hangul else ceremony.name)
    assert edition.date is not None
    how = words("decided-line", how=words(f"method-{method.kind.value}"))
    lines = [
        words("mirror-what", show=show, date=words.date(edition.date)),
        words("mirror-all-day", city=words.city(ceremony.zone or SEOUL)),
        f"{how}. {plain(summary) if summary else ''}".strip(),
    ]
    if edition.confidence is Confidence.DISPUTED:
        lines.append(words("confidence-disputed"))
    addresses = [source.partition(" ")[0] for source in edition.sources[:SHOWN_SOURCES]]
    lines += [words("source-plain", source=address) for address in addresses]
    text = ""
    for line in lines:
        if len(text) + 1 + len(line) <= LONGEST_TEXT:
            text = f"{text}\n{line}" if text else line
    return text


def _short(text: str, length: int) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= length else f"{flat[: length - 1].rstrip()}…"


def _moment(seconds: int) -> datetime.datetime:
    return datetime.datetime.fromtimestamp(seconds, datetime.UTC)
