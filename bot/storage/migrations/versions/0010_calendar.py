"""Servers' own events, members' reminders, feeds and ping roles."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"


def one_of(table: str, column: str, *values: str) -> sa.CheckConstraint:
    return sa.CheckConstraint(f"{column} IN ({', '.join(map(repr, values))})", name=op.f(f"ck_{table}_{column}"))


def number() -> sa.types.TypeEngine[int]:
    return sa.BigInteger().with_variant(sa.Integer, "sqlite")


def upgrade() -> None:
    op.create_table(
        "event",
        sa.Column("id", number(), nullable=False),
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
        sa.PrimaryKeyConstraint("id", name="pk_event"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_event_guild_id", "event", ["guild_id", "id"])
    op.create_table(
        "reminder",
        sa.Column("id", number(), nullable=False),
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
        sa.Column("state", sa.String(8), nullable=False, comment="pending, leased, sent, missed, dead, skipped"),
        sa.Column("due_at", sa.BigInteger, nullable=False, comment="UTC seconds"),
        sa.Column("expires_at", sa.BigInteger, nullable=False, comment="UTC seconds; not sent after it"),
        sa.Column("retry_at", sa.BigInteger, nullable=False, comment="UTC seconds: not before; due_at at first"),
        sa.Column("lease_until", sa.BigInteger, nullable=True, comment="UTC seconds"),
        sa.Column("attempts", sa.Integer, nullable=False),
        sa.Column(
            "tried_at", sa.BigInteger, nullable=True, comment="UTC seconds of a try that nobody knows the end of"
        ),
        sa.Column("leased_by", sa.String(40), nullable=True, comment="null: nobody ever"),
        sa.Column("message_id", sa.BigInteger, nullable=True),
        sa.Column("sent_at", sa.BigInteger, nullable=True, comment="UTC seconds"),
        sa.Column("late", sa.Boolean, nullable=False, comment="whether it was sent late, and says so"),
        sa.Column("error", sa.String(200), nullable=True, comment="what went wrong last"),
        sa.PrimaryKeyConstraint("id", name="pk_reminder"),
        one_of("reminder", "state", "pending", "leased", "sent", "missed", "dead", "skipped"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_reminder_state_retry_at_id", "reminder", ["state", "retry_at", "id"])
    op.create_index("ix_reminder_user_id_id", "reminder", ["user_id", "id"])
    op.create_index("ix_reminder_guild_id_id", "reminder", ["guild_id", "id"])
    op.create_table(
        "direct_message",
        sa.Column("user_id", sa.BigInteger, nullable=False, autoincrement=False),
        sa.Column("agreed_at", sa.BigInteger, nullable=False, comment="UTC seconds: since when one arrives there"),
        sa.PrimaryKeyConstraint("user_id", name="pk_direct_message"),
    )
    op.create_table(
        "feed",
        sa.Column("id", number(), nullable=False),
        sa.Column("token_hash", sa.String(64), nullable=False, comment="SHA-256 of the token in its address"),
        sa.Column("user_id", sa.BigInteger, nullable=False, comment="whose address it is"),
        sa.Column("guild_id", sa.BigInteger, nullable=True, comment="of a server's dates"),
        sa.Column("subject", sa.String(8), nullable=False, comment="server, artist, show"),
        sa.Column("subject_id", sa.String(64), nullable=False, comment="an id of the catalogue; empty for a server"),
        sa.Column("locale", sa.String(8), nullable=False),
        sa.Column("created_at", sa.BigInteger, nullable=False, comment="UTC seconds"),
        sa.PrimaryKeyConstraint("id", name="pk_feed"),
        sa.UniqueConstraint("token_hash", name="uq_feed_token_hash"),
        one_of("feed", "subject", "server", "artist", "show"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_feed_user_id", "feed", ["user_id", "id"])
    op.create_index("ix_feed_guild_id", "feed", ["guild_id", "id"])
    op.create_table(
        "ping_role",
        sa.Column("guild_id", sa.BigInteger, nullable=False, autoincrement=False),
        sa.Column("role_id", sa.BigInteger, nullable=False, autoincrement=False),
        sa.Column("what", sa.String(100), nullable=False, comment="what it is pinged for; may be empty"),
        sa.Column("created_at", sa.BigInteger, nullable=False, comment="UTC seconds"),
        sa.PrimaryKeyConstraint("guild_id", "role_id", name="pk_ping_role"),
    )
    op.create_table(
        "ping_panel",
        sa.Column("guild_id", sa.BigInteger, nullable=False, autoincrement=False),
        sa.Column("channel_id", sa.BigInteger, nullable=False),
        sa.Column("message_id", sa.BigInteger, nullable=False, comment="the message whose buttons give the roles"),
        sa.PrimaryKeyConstraint("guild_id", name="pk_ping_panel"),
    )
