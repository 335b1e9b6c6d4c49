"""Subscriptions, the outbox of their deliveries, which dates were told. `outbox_columns` serves other outboxes too."""

from typing import Any

import sqlalchemy as sa

from bot.storage.schema.base import metadata, number, one_of


def outbox_columns() -> tuple[sa.Column[Any], ...]:
    """What every table has from which bot/storage/outbox.py delivers; it needs `number()` and `outbox_rules()` too."""
    return (
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
    )


def outbox_rules(table: str) -> tuple[Any, ...]:
    """The checks and the index that belong to `outbox_columns`."""
    return (
        one_of("state", "pending", "leased", "sent", "missed", "dead", "skipped"),
        sa.Index(f"ix_{table}_state_retry_at_id", "state", "retry_at", "id"),
    )


subscription = sa.Table(
    "subscription",
    metadata,
    number(),
    sa.Column("guild_id", sa.BigInteger, nullable=False),
    sa.Column("origin", sa.String(8), nullable=False, comment="settings: the server's own, in step with them; added"),
    sa.Column("channel_id", sa.BigInteger, nullable=True, comment="null: none yet"),
    sa.Column("kinds", sa.JSON, nullable=False, comment="what is told"),
    sa.Column("about", sa.JSON, nullable=True, comment="artist:<id> and show:<id>; null: whom the server follows"),
    sa.Column("leads", sa.JSON, nullable=False, comment="days before; 0: on the day"),
    sa.Column("vote_hours", sa.JSON, nullable=False, comment="hours before a vote closes"),
    sa.Column("hour", sa.Integer, nullable=False),
    sa.Column("minute", sa.Integer, nullable=False),
    sa.Column("zone", sa.String(64), nullable=True, comment="IANA; null: Asia/Seoul"),
    sa.Column("anchor", sa.String(8), nullable=False, comment="whose days: server, kst, host"),
    sa.Column("role_id", sa.BigInteger, nullable=True, comment="named with each post"),
    sa.Column("silent", sa.Boolean, nullable=False),
    sa.Column("language", sa.String(8), nullable=True, comment="null: the server's"),
    sa.Column("style", sa.String(8), nullable=False, comment="digest, each"),
    sa.Column("weekly", sa.Boolean, nullable=False, comment="an outlook on Mondays"),
    sa.Column("monthly", sa.Boolean, nullable=False, comment="an outlook on the first"),
    sa.Column("catch_up_hours", sa.Integer, nullable=False, comment="how late a post may be"),
    sa.Column("leap_day", sa.String(8), nullable=False, comment="29 February in common years: 02-28, 03-01"),
    sa.Column("state", sa.String(8), nullable=False, comment="active, paused, disabled"),
    sa.Column("why", sa.String(32), nullable=True, comment="why it is disabled: forbidden, gone"),
    sa.Column("next_due_at", sa.BigInteger, nullable=False, comment="UTC seconds; 0: from now on"),
    sa.Column("facts", sa.String(16), nullable=False, comment="the dates that it was last compared with"),
    sa.Column("version", sa.Integer, nullable=False, comment="how many changes there were"),
    sa.Column("updated_at", sa.BigInteger, nullable=False, comment="UTC seconds"),
    one_of("origin", "settings", "added"),
    one_of("anchor", "server", "kst", "host"),
    one_of("style", "digest", "each"),
    one_of("leap_day", "02-28", "03-01"),
    one_of("state", "active", "paused", "disabled"),
    sa.CheckConstraint("hour BETWEEN 0 AND 23", name="hour"),
    sa.CheckConstraint("minute BETWEEN 0 AND 59", name="minute"),
    sa.CheckConstraint("catch_up_hours BETWEEN 0 AND 72", name="catch_up_hours"),
    sa.Index("ix_subscription_state_next_due_at_id", "state", "next_due_at", "id"),
    sa.Index("ix_subscription_guild_id_id", "guild_id", "id"),
)

delivery = sa.Table(
    "delivery",
    metadata,
    number(),
    sa.Column("subscription_id", sa.BigInteger, nullable=False),
    sa.Column("guild_id", sa.BigInteger, nullable=False),
    sa.Column("channel_id", sa.BigInteger, nullable=False),
    sa.Column("occurrence", sa.String(120), nullable=False, comment="what is told, with its date"),
    sa.Column("lead", sa.String(8), nullable=False, comment="how long before"),
    sa.Column("payload", sa.JSON, nullable=False, comment="ids of facts, never words"),
    *outbox_columns(),
    sa.UniqueConstraint("subscription_id", "occurrence", "lead"),
    *outbox_rules("delivery"),
    sa.Index("ix_delivery_guild_id_id", "guild_id", "id"),
)

announced = sa.Table(
    "announced",
    metadata,
    sa.Column("subscription_id", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("occurrence", sa.String(120), primary_key=True, comment="what was told, without its date"),
    sa.Column("lead", sa.String(8), primary_key=True),
    sa.Column("guild_id", sa.BigInteger, nullable=False),
    sa.Column("date", sa.String(24), nullable=False, comment="EDTF, as it was told"),
    sa.Column("status", sa.String(12), nullable=False, comment="how sure it was: confirmed, expected, ..."),
    sa.Column("post", sa.String(120), nullable=False, comment="the delivery's occurrence"),
    sa.Column("post_lead", sa.String(8), nullable=False, comment="the delivery's lead"),
    sa.Column("watched_until", sa.BigInteger, nullable=False, comment="UTC seconds; a change after it is no news"),
    sa.Index("ix_announced_guild_id", "guild_id"),
)
