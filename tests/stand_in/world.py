"""Who and what exists in the stand-in: the bot, fans, guilds, and the payloads Discord would send about them.

Pure data, nothing is stored per guild or fan: everything follows from an index. It must not open a socket.
"""

from __future__ import annotations

import time

from tests.stand_in.asked import Asked, Payload, components

DISCORD_EPOCH_MS = 1_420_070_400_000
# What a fan may do; and a bot invited with Discord's ordinary text permissions (never Administrator).
FAN_PERMISSIONS = str(1 << 10 | 1 << 11 | 1 << 16 | 1 << 31)
MANAGER_PERMISSIONS = str(int(FAN_PERMISSIONS) | 1 << 5 | 1 << 33)
BOT_PERMISSIONS = str(int(FAN_PERMISSIONS) | 1 << 6 | 1 << 14 | 1 << 15 | 1 << 18 | 1 << 33 | 1 << 44 | 1 << 49)


class World:
    """The bot, `guilds` small guilds of two text channels, and any number of fans."""

    # A multiple of every small shard count, so that guild n is in shard n % shards.
    FIRST_GUILD = 5040 * 40_000_000
    FIRST_FAN = 100_000_000_000

    def __init__(self, guilds: int) -> None:
        self.guilds = guilds
        self.application_id = (self.FIRST_FAN - 1) << 22
        self.owner_id = (self.FIRST_FAN - 2) << 22
        self._last_id = 0

    def new_id(self) -> int:
        """A fresh snowflake of this moment: what Discord would stamp on an interaction or a message."""
        now = (time.time_ns() // 1_000_000 - DISCORD_EPOCH_MS) << 22
        self._last_id = max(now, self._last_id + 1)
        return self._last_id

    def guild_id(self, guild: int) -> int:
        return (self.FIRST_GUILD + guild) << 22

    def channel_id(self, guild: int, channel: int = 0) -> int:
        return self.guild_id(guild) + 2 + channel % 2

    def guild_of(self, channel_id: int) -> int | None:
        """The index of the channel's guild; None for a direct message."""
        guild = (channel_id >> 22) - self.FIRST_GUILD
        return guild if 0 <= guild < self.guilds else None

    def bot(self) -> Payload:
        return {
            "id": str(self.application_id),
            "username": "laurel",
            "discriminator": "0007",
            "avatar": None,
            "global_name": None,
            "bot": True,
            "public_flags": 0,
            "flags": 0,
            "verified": True,
        }

    def fan(self, fan: int) -> Payload:
        return {
            "id": str((self.FIRST_FAN + fan) << 22),
            "username": f"fan{fan}",
            "discriminator": "0",
            "global_name": f"Fan {fan}",
            "avatar": None,
            "public_flags": 0,
            "bot": False,
        }

    def application(self) -> Payload:
        owner = self.fan(0) | {"id": str(self.owner_id), "username": "owner"}
        return {
            "id": str(self.application_id),
            "name": "laurel",
            "description": "",
            "icon": None,
            "summary": "",
            "bot_public": True,
            "bot_require_code_grant": False,
            "verify_key": "0" * 64,
            "owner": owner,
            "flags": 0,
            "team": None,
            "approximate_guild_count": self.guilds,
            "bot": self.bot(),
        }

    def member(self, user: Payload, permissions: str | None = None) -> Payload:
        member = {
            "user": user,
            "roles": [],
            "nick": None,
            "avatar": None,
            "joined_at": "2024-03-01T12:00:00+00:00",
            "deaf": False,
            "mute": False,
            "flags": 0,
            "pending": False,
            "premium_since": None,
        }
        return member if permissions is None else member | {"permissions": permissions}

    def channel(self, channel_id: int) -> Payload:
        guild = self.guild_of(channel_id)
        if guild is None:
            return {"id": str(channel_id), "type": 1, "recipients": [], "last_message_id": None, "flags": 0}
        position = channel_id & 1
        return {
            "id": str(channel_id),
            "guild_id": str(self.guild_id(guild)),
            "type": 0,
            "nsfw": False,
            "flags": 0,
            "name": ("awards", "lounge")[position],
            "position": position,
            "permission_overwrites": [],
            "parent_id": None,
            "topic": None,
            "rate_limit_per_user": 0,
            "last_message_id": None,
        }

    def role(self, role_id: int, name: str, permissions: str, position: int) -> Payload:
        return {
            "id": str(role_id),
            "name": name,
            "color": 0,
            "colors": {"primary_color": 0},
            "hoist": False,
            "position": position,
            "permissions": permissions,
            "managed": position > 0,
            "mentionable": False,
            "flags": 0,
        }

    def guild(self, guild: int) -> Payload:
        """GUILD_CREATE as a bot without the members intent gets it: itself as the only member."""
        own = self.guild_id(guild)
        roles = [
            self.role(own, "@everyone", FAN_PERMISSIONS, 0),
            self.role(own + 1, "laurel", BOT_PERMISSIONS, 1),
        ]
        return {
            "id": str(own),
            "name": f"Community {guild}",
            "icon": None,
            "owner_id": str(self.owner_id),
            "features": ["COMMUNITY"],
            "preferred_locale": "en-US",
            "roles": roles,
            "emojis": [],
            "stickers": [],
            "verification_level": 1,
            "default_message_notifications": 1,
            "explicit_content_filter": 0,
            "mfa_level": 0,
            "nsfw_level": 0,
            "premium_tier": 0,
            "afk_timeout": 300,
            "afk_channel_id": None,
            "system_channel_id": None,
            "system_channel_flags": 0,
            "rules_channel_id": None,
            "member_count": 40,
            "large": False,
            "unavailable": False,
            "joined_at": "2024-03-01T12:00:00+00:00",
            "channels": [self.channel(self.channel_id(guild, n)) for n in range(2)],
            "threads": [],
            "members": [self.member(self.bot()) | {"roles": [str(own + 1)]}],
            "presences": [],
            "voice_states": [],
            "stage_instances": [],
            "guild_scheduled_events": [],
            "soundboard_sounds": [],
        }

    def message(self, channel_id: int, sent: Payload) -> Payload:
        """A message object made from what a bot sent; Discord numbers unnumbered components."""
        for number, component in enumerate(components(sent), 1):
            component.setdefault("id", number)
        stamp = time.strftime("%Y-%m-%dT%H:%M:%S+00:00", time.gmtime())
        return {
            "id": str(self.new_id()),
            "channel_id": str(channel_id),
            "type": 0,
            "author": self.bot(),
            "content": sent.get("content") or "",
            "embeds": sent.get("embeds") or [],
            "attachments": [],
            "components": sent.get("components") or [],
            "flags": sent.get("flags") or 0,
            "timestamp": stamp,
            "edited_timestamp": None,
            "tts": False,
            "mention_everyone": False,
            "mentions": [],
            "mention_roles": [],
            "pinned": False,
            **({"nonce": sent["nonce"]} if sent.get("nonce") else {}),
        }

    def answer(self, asked: Asked, sent: Payload) -> Payload:
        """A message that answers an interaction: it tells who asked."""
        metadata = {
            "id": str(asked.id),
            "type": asked.kind,
            "user": asked.user,
            "authorizing_integration_owners": self.owners(asked),
        }
        return self.message(asked.channel_id, sent) | {"type": 20, "interaction_metadata": metadata}

    def owners(self, asked: Asked) -> dict[str, str]:
        """Who installed the bot: the guild, or in a direct message the fan."""
        guild = self.guild_of(asked.channel_id)
        return {"1": asked.user["id"]} if guild is None else {"0": str(self.guild_id(guild))}

    def interaction(
        self, asked: Asked, data: Payload, *, locale: str, manager: bool, message: Payload | None
    ) -> Payload:
        """INTERACTION_CREATE: in a guild it carries a member, in a direct message a user."""
        body = {
            "id": str(asked.id),
            "application_id": str(self.application_id),
            "type": asked.kind,
            "token": asked.token,
            "version": 1,
            "data": data,
            "channel_id": str(asked.channel_id),
            "channel": self.channel(asked.channel_id),
            "locale": locale,
            "app_permissions": BOT_PERMISSIONS,
            "entitlements": [],
            "attachment_size_limit": 10_485_760,
        }
        if message is not None:
            body["message"] = message
        guild, owners = self.guild_of(asked.channel_id), self.owners(asked)
        if guild is None:
            return body | {"user": asked.user, "context": 1, "authorizing_integration_owners": owners}
        own = str(self.guild_id(guild))
        return body | {
            "guild_id": own,
            "guild": {"id": own, "locale": "en-US", "features": []},
            "context": 0,
            "member": self.member(asked.user, MANAGER_PERMISSIONS if manager else FAN_PERMISSIONS),
            "guild_locale": "en-US",
            "authorizing_integration_owners": owners,
        }


def option_list(command: Payload | None, options: Payload, focused: str | None = None) -> list[Payload]:
    """{"artist": "rm"} as Discord sends it, typed as the command declared; nested dicts are sub-commands."""
    declared = {option["name"]: option for option in (command or {}).get("options") or []}
    listed: list[Payload] = []
    for name, value in options.items():
        declaration = declared.get(name)
        if isinstance(value, dict):
            listed.append(
                {
                    "name": name,
                    "type": (declaration or {"type": 1})["type"],
                    "options": option_list(declaration, value, focused),
                }
            )
            continue
        guess = {bool: 5, int: 4, float: 10}.get(type(value), 3)
        option = {"name": name, "type": declaration["type"] if declaration else guess, "value": value}
        listed.append(option | {"focused": True} if name == focused else option)
    return listed
