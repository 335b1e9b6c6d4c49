"""Servers' own events, members' reminders, feeds and ping roles."""

import sqlalchemy as sa

from bot.storage.schema.announcements import outbox_columns, outbox_rules
from bot.storage.schema.base import metadata, number, one_of

event = sa.Table(
    "event",
    metadata,
    number(),
    sa.Column("guild_id", sa.BigInteger, nullable=False),
    sa.Column("user_id", sa.BigInteger, nullable=False, comment="who added it; 0: somebody whose data was deleted"),
    sa.Column("title", sa.String(100), nullable=False),
    sa.Column("date", sa.String(10), nullable=False, comment="YYYY-MM-DD, YYYY-MM or YYYY"),
    sa.Column("yearly", sa.Boolean, nullable=False),
    sa.Column("zone", sa.String(64), nullable=True, comment="IANA; null: the server's"),
    sa.Column("note", sa.String(500), nullable=False, comment="may be empty"),
    sa.Column("created_at", sa.BigInteger, nullable=False, comment="UTC seconds"),
    sa.Column("updated_at", sa.BigInteger, nullable=False, comment="UTC seconds"),
    sa.Column("revision", sa.Integer, nullable=False, comment="how often it was changed"),
    sa.Index("ix_event_guild_id", "guild_id", "id"),
    sqlite_autoincrement=True,  # a button of what is gone must not mean what came after
)

reminder = sa.Table(
    "reminder",
    metadata,
    number(),
    sa.Column("application_id", sa.BigInteger, nullable=False, comment="the bot that was asked"),
    sa.Column("user_id", sa.BigInteger, nullable=False),
    sa.Column("guild_id", sa.BigInteger, nullable=True, comment="of the channel; null: a direct message"),
    sa.Column("channel_id", sa.BigInteger, nullable=True, comment="null: a direct message"),
    sa.Column("locale", sa.String(8), nullable=False),
    sa.Column("zone", sa.String(64), nullable=False, comment="IANA: in which its time was meant"),
    sa.Column("title", sa.String(200), nullable=False, comment="of a date of the catalogue; may be empty"),
    sa.Column("note", sa.String(500), nullable=False, comment="may be empty"),
    sa.Column("link", sa.String(200), nullable=False, comment="of a message; may be empty"),
    sa.Column("created_at", sa.BigInteger, nullable=False, comment="UTC seconds"),
    sa.Column("occasion", sa.String(100), nullable=True, comment="of the catalogue; null: a time of the member's own"),
    sa.Column("date", sa.String(10), nullable=True, comment="of the occasion, as last known (EDTF); empty: called off"),
    sa.Column("moved_from", sa.String(10), nullable=True, comment="YYYY-MM-DD: when the member asked; null: it stands"),
    sa.Column(
        "lead",
        sa.Integer,
        nullable=True,
        comment="seconds before the occasion; -1: the morning of its day; null: whatever becomes of it",
    ),
    *outbox_columns(),  # skipped: not agreed to yet
    *outbox_rules("reminder"),
    sa.Index("ix_reminder_user_id_id", "user_id", "id"),
    sa.Index("ix_reminder_guild_id_id", "guild_id", "id"),
    sqlite_autoincrement=True,  # a button of what is gone must not mean what came after
)

direct_message = sa.Table(
    "direct_message",
    metadata,
    sa.Column("user_id", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("agreed_at", sa.BigInteger, nullable=False, comment="UTC seconds: since when one arrives there"),
)

feed = sa.Table(
    "feed",
    metadata,
    number(),
    sa.Column("token_hash", sa.String(64), nullable=False, comment="SHA-256 of the token in its address"),
    sa.Column("user_id", sa.BigInteger, nullable=False, comment="whose address it is"),
    sa.Column("guild_id", sa.BigInteger, nullable=True, comment="of a server's dates"),
    sa.Column("subject", sa.String(8), nullable=False, comment="server, artist, show"),
    sa.Column("subject_id", sa.String(64), nullable=False, comment="an id of the catalogue; empty for a server"),
    sa.Column("locale", sa.String(8), nullable=False),
    sa.Column("created_at", sa.BigInteger, nullable=False, comment="UTC seconds"),
    one_of("subject", "server", "artist", "show"),
    sa.UniqueConstraint("token_hash"),
    sa.Index("ix_feed_user_id", "user_id", "id"),
    sa.Index("ix_feed_guild_id", "guild_id", "id"),
    sqlite_autoincrement=True,  # a button of what is gone must not mean what came after
)

ping_role = sa.Table(
    "ping_role",
    metadata,
    sa.Column("guild_id", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("role_id", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("what", sa.String(100), nullable=False, comment="what it is pinged for; may be empty"),
    sa.Column("created_at", sa.BigInteger, nullable=False, comment="UTC seconds"),
)

ping_panel = sa.Table(
    "ping_panel",
    metadata,
    sa.Column("guild_id", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("channel_id", sa.BigInteger, nullable=False),
    sa.Column("message_id", sa.BigInteger, nullable=False, comment="the message whose buttons give the roles"),
)
