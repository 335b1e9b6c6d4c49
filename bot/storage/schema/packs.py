"""Servers' own questions."""

import sqlalchemy as sa

from bot.storage.schema.base import metadata, number

pack = sa.Table(
    "pack",
    metadata,
    number(),
    sa.Column("guild_id", sa.BigInteger, nullable=False),
    sa.Column("name", sa.String(32), nullable=False, comment="small letters of any script, digits, hyphens"),
    sa.Column("draft", sa.Boolean, nullable=False, comment="true: previewed, and not yet asked"),
    sa.Column("size", sa.Integer, nullable=False, comment="how many questions"),
    sa.Column("questions", sa.JSON, nullable=False, comment="a list, as bot/trivia/packs.py reads it"),
    sa.Column("added_at", sa.BigInteger, nullable=False, comment="UTC seconds"),
    sa.UniqueConstraint("guild_id", "name", "draft"),
)
