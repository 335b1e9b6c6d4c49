"""Ceremonies mirrored as Discord's scheduled events."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"


def upgrade() -> None:
    op.create_table(
        "mirroring",
        sa.Column("guild_id", sa.BigInteger, nullable=False, autoincrement=False),
        sa.Column("state", sa.String(8), nullable=False, comment="on, off; off: events are still being taken away"),
        sa.Column("updated_at", sa.BigInteger, nullable=False, comment="UTC seconds"),
        sa.Column(
            "retry_at", sa.BigInteger, nullable=True, comment="UTC seconds: Discord refused, and is left alone so long"
        ),
        sa.Column("why", sa.String(16), nullable=True, comment="forbidden, full, rejected; null: nothing is wrong"),
        sa.PrimaryKeyConstraint("guild_id", name="pk_mirroring"),
        sa.CheckConstraint("state IN ('on', 'off')", name=op.f("ck_mirroring_state")),
    )
    op.create_table(
        "mirror",
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
        sa.CheckConstraint("state IN ('making', 'made', 'dropped')", name=op.f("ck_mirror_state")),
    )
