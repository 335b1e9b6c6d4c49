"""Ceremonies that are mirrored as Discord's own scheduled events: by which servers, and as which event."""

import sqlalchemy as sa

from bot.storage.schema.base import metadata, one_of

mirroring = sa.Table(
    "mirroring",
    metadata,
    sa.Column("guild_id", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("state", sa.String(8), nullable=False, comment="on, off; off: events are still being taken away"),
    sa.Column("updated_at", sa.BigInteger, nullable=False, comment="UTC seconds"),
    sa.Column(
        "retry_at", sa.BigInteger, nullable=True, comment="UTC seconds: Discord refused, and is left alone so long"
    ),
    sa.Column("why", sa.String(16), nullable=True, comment="forbidden, full, rejected; null: nothing is wrong"),
    one_of("state", "on", "off"),
)

mirror = sa.Table(
    "mirror",
    metadata,
    sa.Column("guild_id", sa.BigInteger, nullable=False, autoincrement=False),
    sa.Column("show", sa.String(40), nullable=False, comment="of the catalogue"),
    sa.Column("edition", sa.String(40), nullable=False, comment="of the catalogue"),
    sa.Column(
        "state", sa.String(8), nullable=False, comment="making, made, dropped; dropped: a moderator took it away"
    ),
    sa.Column("event_id", sa.BigInteger, nullable=True, comment="Discord's; null: being made, or dropped"),
    sa.Column("name", sa.String(100), nullable=False, comment="as Discord was told"),
    sa.Column("starts_at", sa.BigInteger, nullable=False, comment="UTC seconds, as Discord was told"),
    sa.Column("ends_at", sa.BigInteger, nullable=False, comment="UTC seconds, as Discord was told"),
    sa.Column("told", sa.String(64), nullable=False, comment="SHA-256 of all that Discord was told"),
    sa.Column(
        "claimed_at", sa.BigInteger, nullable=False, comment="UTC seconds: when somebody last set out to make it"
    ),
    sa.PrimaryKeyConstraint("guild_id", "show", "edition", name="pk_mirror"),
    one_of("state", "making", "made", "dropped"),
)
