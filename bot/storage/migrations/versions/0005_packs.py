"""Servers' own questions."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    op.create_table(
        "pack",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer, "sqlite"), nullable=False),
        sa.Column("guild_id", sa.BigInteger, nullable=False),
        sa.Column("name", sa.String(32), nullable=False, comment="small letters of any script, digits, hyphens"),
        sa.Column("draft", sa.Boolean, nullable=False, comment="true: previewed, and not yet asked"),
        sa.Column("size", sa.Integer, nullable=False, comment="how many questions"),
        sa.Column("questions", sa.JSON, nullable=False, comment="a list, as bot/trivia/packs.py reads it"),
        sa.Column("added_at", sa.BigInteger, nullable=False, comment="UTC seconds"),
        sa.PrimaryKeyConstraint("id", name="pk_pack"),
        sa.UniqueConstraint("guild_id", "name", "draft", name="uq_pack_guild_id_name_draft"),
    )
