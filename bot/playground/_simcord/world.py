"""The simulated server, its people, and the bot among them. Furnishes and shows; waits for nobody's orders."""

from collections.abc import Callable, Mapping
from typing import Any

from discord.ext import commands
from simcord.backend.access import can_access_message
from simcord.backend.cdn import CDN_BASE
from simcord.builders import ChannelHandle
from simcord.interactions import command_leaves
from simcord.preview._pages import _Page

from bot.clock import Clock
from bot.playground import dressing
from bot.playground._simcord.pages import LivePreview
from bot.playground._simcord.runtime import LiveEnv
from bot.playground._simcord.site import Site
from bot.playground.scene import Scene


class World:
    """The simulated server with its people, and the bot in it."""

    def __init__(self, bot: commands.Bot | commands.AutoShardedBot, clock: Clock, scene: Scene) -> None:
        self._bot, self._scene = bot, scene
        self._env = LiveEnv(bot, clock)
        self._previews: dict[str, LivePreview] = {}
        self._channels: dict[str, ChannelHandle] = {}
        self._members: tuple[Any, ...] = ()
        self._drawn = -1
        self.locales: dict[int, str] = {}
        """The language of each member's client, by their id."""

    @property
    def on_stir(self) -> Callable[[], None]:
        """What to call when anything happened in the world."""
        return self._env.on_stir

    @on_stir.setter
    def on_stir(self, call: Callable[[], None]) -> None:
        self._env.on_stir = call

    async def open(self) -> None:
        """Furnish the server, log the bot in, and sync its commands unless it has done so itself."""
        env, backend = self._env, self._env.backend
        me = backend.bot_user
        me.name, me.avatar = self._scene.bot, "laurel"
        backend.cdn._blobs[f"{CDN_BASE}/avatars/{me.id}/{me.avatar}.png"] = dressing.portrait()
        users = {member: env.create_user(member.name, global_name=member.name) for member in self._scene.members}
        owner = next(user for member, user in users.items() if member.owner)
        guild = env.create_guild(self._scene.guild, owner=owner)
        self._channels = {
            channel.name: guild.create_text_channel(channel.name, topic=channel.topic)
            for channel in self._scene.channels
        }
        self._members = tuple(guild.add_member(user) for user in users.values())
        self.locales = {user.id: member.locale for member, user in users.items()}
        # Nobody here could read a direct message: a bot is told what Discord tells it of members who take none.
        closed = "Cannot send messages to this user"
        env.inject_error("POST", "/users/@me/channels", status=403, code=50007, message=closed, times=None)
        backend.subscribers.append(self._speak)
        await env.start()
        if not any(backend.commands.values()):
            with env._bot_scope():
                await self._bot.tree.sync()

    def _speak(self, event: str, payload: Mapping[str, Any]) -> None:
        if event == "INTERACTION_CREATE" and isinstance(payload, dict):
            user = payload.get("user") or payload["member"]["user"]
            payload["locale"] = self.locales.get(int(user["id"]), "en-US")

    def post(self, channel: str, text: str) -> None:
        """Post `text` in the channel of that name, as the bot's account."""
        backend = self._env.backend
        backend.create_message(self._channels[channel].id, backend.bot_user.id, text)

    async def show(self, site: Site) -> None:
        """Give every channel its page on `site`."""
        notes = {
            actor.user.global_name: {"id": str(actor.id), "note": member.note}
            for member, actor in zip(self._scene.members, self._members, strict=True)
        }
        for name, channel in self._channels.items():
            preview = LivePreview(self._env, channel, self._members, self._polish)
            document = dressing.document(
                guild=self._scene.guild,
                channels=self._channels,
                here=name,
                members=notes,
                capability=preview.capability,
            )
            site.admit(name, preview, document)
            self._previews[name] = await preview.__aenter__()

    async def turn(self) -> None:
        """Let what is due happen, and bring the pages up to date when anything happened since the last turn."""
        async with self._env.lock:
            with self._env._bot_scope():
                self._env.backend.expire_due_polls()
                self._env.backend.activate_due_scheduled_events()
            if self._drawn != self._env.stirs:
                drawn = self._env.stirs
                for preview in self._previews.values():
                    preview.republish()
                self._drawn = drawn

    async def close(self) -> None:
        """Close the pages, then the bot."""
        for preview in self._previews.values():
            await preview.close()
        await self._env.shutdown()

    def _polish(self, page: _Page) -> None:
        locale = self.locales[page.viewer.id]
        page.snapshot["profile"]["locale"] = locale
        page.snapshot["latestMessages"] = self._latest_messages(page.viewer)
        for entry in page.command_catalog["entries"]:
            self._translate(entry, locale)

    def _latest_messages(self, viewer: Any) -> dict[str, str]:
        """The id of the newest message that `viewer` can see, by channel; "0" where there is none."""
        latest = {}
        for name, channel in self._channels.items():
            messages = self._env.backend.messages.get(channel.id, {})
            latest[name] = next(
                (
                    str(key)
                    for key in sorted(messages, reverse=True)
                    if can_access_message(self._env, channel.id, messages[key], viewer, history=True)
                ),
                "0",
            )
        return latest

    def _translate(self, entry: dict[str, Any], locale: str) -> None:
        """Put the descriptions and choices of a command's `entry` into the language `locale`, as Discord would."""
        for command in self._env.backend.commands.get(None, {}).values():
            if command["id"] != entry["commandId"]:
                continue
            leaf = next((leaf for path, leaf in command_leaves(command) if path == entry["path"]), command)
            _localise(entry, leaf, locale)
            for option, told in zip(entry["options"], leaf.get("options") or (), strict=True):
                _localise(option, told, locale)
                for choice, named in zip(option["choices"], told.get("choices") or (), strict=True):
                    choice["name"] = (named.get("name_localizations") or {}).get(locale, choice["name"])


def _localise(shown: dict[str, Any], told: Mapping[str, Any], locale: str) -> None:
    shown["description"] = (told.get("description_localizations") or {}).get(locale, shown["description"])
