"""Polls of all kinds, and who voted for what. What a poll is made of is in its row: 34 answers at most."""

import sqlalchemy as sa

from bot.storage.schema.base import metadata, number, one_of

poll = sa.Table(
    "poll",
    metadata,
    number(),
    sa.Column("guild_id", sa.BigInteger, nullable=False),
    sa.Column("channel_id", sa.BigInteger, nullable=False),
    sa.Column("message_id", sa.BigInteger, nullable=True, comment="of the panel, or of Discord's poll; null: none yet"),
    sa.Column("user_id", sa.BigInteger, nullable=False, comment="who opened it; 0: whose data was deleted"),
    sa.Column("kind", sa.String(8), nullable=False, comment="nominees, custom, bracket, debate"),
    sa.Column("style", sa.String(8), nullable=False, comment="native: Discord's own; hidden: ours, and secret"),
    sa.Column("results", sa.String(8), nullable=False, comment="shown live, or after the end"),
    sa.Column("question", sa.Text, nullable=False),
    sa.Column("answers", sa.JSON, nullable=False, comment="a list of text, key, withdrawn, votes; null: not counted"),
    sa.Column("heats", sa.JSON, nullable=False, comment="of a bracket, decided ones too; else an empty list"),
    sa.Column("seed", sa.Integer, nullable=False, comment="of the lot that gave the answers their order; 0: as given"),
    sa.Column("show", sa.String(64), nullable=True, comment="of nominees: ids of the catalogue"),
    sa.Column("category", sa.String(64), nullable=True),
    sa.Column("edition", sa.String(64), nullable=True),
    sa.Column("hours", sa.Integer, nullable=False, comment="that it is open; of a bracket, each round"),
    sa.Column("round", sa.Integer, nullable=False, comment="of a bracket, from 1"),
    sa.Column("posted", sa.Integer, nullable=False, comment="the round whose panel is posted; 0: none is"),
    sa.Column("opened_at", sa.BigInteger, nullable=False, comment="UTC seconds"),
    sa.Column("closes_at", sa.BigInteger, nullable=False, comment="UTC seconds; a bracket's round"),
    sa.Column("state", sa.String(8), nullable=False, comment="open, counted, told"),
    sa.Column("gone", sa.Boolean, nullable=False, comment="whether its message is known to be deleted"),
    one_of("kind", "nominees", "custom", "bracket", "debate"),
    one_of("style", "native", "hidden"),
    one_of("results", "live", "after"),
    one_of("state", "open", "counted", "told"),
    sa.Index("ix_poll_guild_id", "guild_id", "id"),
    sa.Index("ix_poll_state", "state", "closes_at"),
)

poll_vote = sa.Table(
    "poll_vote",
    metadata,
    sa.Column("poll_id", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("heat", sa.Integer, primary_key=True, autoincrement=False, comment="round and number; 0: no bracket"),
    sa.Column("user_id", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("guild_id", sa.BigInteger, nullable=False),
    sa.Column("answer", sa.Integer, nullable=False, comment="its place among the answers, from 0"),
    sa.Column("act_id", sa.BigInteger, nullable=False, comment="the interaction that voted, which tells when"),
    sa.Column("reason", sa.Text, nullable=False, comment="may be empty"),
    sa.Column("shown", sa.Boolean, nullable=False, comment="whether the reason may be shown, without a name"),
    sa.Index("ix_poll_vote_user_id", "user_id"),
    sa.Index("ix_poll_vote_guild_id", "guild_id"),
)
