"""Subscriptions, and the outbox of deliveries. What servers set up becomes their first subscription."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"


def one_of(table: str, column: str, *values: str) -> sa.CheckConstraint:
    return sa.CheckConstraint(f"{column} IN ({', '.join(map(repr, values))})", name=op.f(f"ck_{table}_{column}"))


def number() -> sa.types.TypeEngine[int]:
    return sa.BigInteger().with_variant(sa.Integer, "sqlite")


def upgrade() -> None:
    op.create_table(
        "subscription",
        sa.Column("id", number(), nullable=False),
        sa.Column("guild_id", sa.BigInteger, nullable=False),
        sa.Column(
            "origin", sa.String(8), nullable=False, comment="settings: the server's own, in step with them; added"
        ),
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
        sa.PrimaryKeyConstraint("id", name="pk_subscription"),
        one_of("subscription", "origin", "settings", "added"),
        one_of("subscription", "anchor", "server", "kst", "host"),
        one_of("subscription", "style", "digest", "each"),
        one_of("subscription", "leap_day", "02-28", "03-01"),
        one_of("subscription", "state", "active", "paused", "disabled"),
        sa.CheckConstraint("hour BETWEEN 0 AND 23", name=op.f("ck_subscription_hour")),
        sa.CheckConstraint("minute BETWEEN 0 AND 59", name=op.f("ck_subscription_minute")),
        sa.CheckConstraint("catch_up_hours BETWEEN 0 AND 72", name=op.f("ck_subscription_catch_up_hours")),
    )
    op.create_index("ix_subscription_state_next_due_at_id", "subscription", ["state", "next_due_at", "id"])
    op.create_index("ix_subscription_guild_id_id", "subscription", ["guild_id", "id"])
    op.create_table(
        "delivery",
        sa.Column("id", number(), nullable=False),
        sa.Column("subscription_id", sa.BigInteger, nullable=False),
        sa.Column("guild_id", sa.BigInteger, nullable=False),
        sa.Column("channel_id", sa.BigInteger, nullable=False),
        sa.Column("occurrence", sa.String(120), nullable=False, comment="what is told, with its date"),
        sa.Column("lead", sa.String(8), nullable=False, comment="how long before"),
        sa.Column("payload", sa.JSON, nullable=False, comment="ids of facts, never words"),
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
        sa.PrimaryKeyConstraint("id", name="pk_delivery"),
        sa.UniqueConstraint(
            "subscription_id", "occurrence", "lead", name="uq_delivery_subscription_id_occurrence_lead"
        ),
        one_of("delivery", "state", "pending", "leased", "sent", "missed", "dead", "skipped"),
    )
    op.create_index("ix_delivery_state_retry_at_id", "delivery", ["state", "retry_at", "id"])
    op.create_index("ix_delivery_guild_id_id", "delivery", ["guild_id", "id"])
    op.create_table(
        "announced",
        sa.Column("subscription_id", sa.BigInteger, nullable=False, autoincrement=False),
        sa.Column("occurrence", sa.String(120), nullable=False, comment="what was told, without its date"),
        sa.Column("lead", sa.String(8), nullable=False),
        sa.Column("guild_id", sa.BigInteger, nullable=False),
        sa.Column("date", sa.String(24), nullable=False, comment="EDTF, as it was told"),
        sa.Column("status", sa.String(12), nullable=False, comment="how sure it was: confirmed, expected, ..."),
        sa.Column("post", sa.String(120), nullable=False, comment="the delivery's occurrence"),
        sa.Column("post_lead", sa.String(8), nullable=False, comment="the delivery's lead"),
        sa.Column("watched_until", sa.BigInteger, nullable=False, comment="UTC seconds; a change after it is no news"),
        sa.PrimaryKeyConstraint("subscription_id", "occurrence", "lead", name="pk_announced"),
    )
    op.create_index("ix_announced_guild_id", "announced", ["guild_id"])
    _derive()


def _derive() -> None:
    """As bot/storage/subscriptions.py keeps it from now on."""
    names = ("guild_id", "channel_id", "kinds", "hour", "zone", "ping_role_id", "language", "updated_at")
    guild = sa.table("guild", *(sa.column(name, sa.JSON if name == "kinds" else None) for name in names))
    json = {name: sa.column(name, sa.JSON) for name in ("kinds", "leads", "vote_hours")}
    plain = (
        "guild_id", "origin", "channel_id", "hour", "minute", "zone", "anchor", "role_id", "silent", "language",
        "style", "weekly", "monthly", "catch_up_hours", "leap_day", "state", "next_due_at", "facts", "version",
        "updated_at",
    )  # fmt: skip
    subscription = sa.table("subscription", *json.values(), *(sa.column(name) for name in plain))
    always = {
        "origin": "settings", "minute": 0, "anchor": "server", "silent": False, "style": "digest", "weekly": False,
        "monthly": False, "catch_up_hours": 12, "leap_day": "03-01", "state": "active", "next_due_at": 0, "facts": "",
        "version": 0, "leads": [0], "vote_hours": [],
    }  # fmt: skip
    connection = op.get_bind()
    rows = [dict(row) for row in connection.execute(sa.select(*guild.c)).mappings()]
    for row in rows:
        row["role_id"] = row.pop("ping_role_id")
    for start in range(0, len(rows), 500):
        connection.execute(sa.insert(subscription), [always | row for row in rows[start : start + 500]])
