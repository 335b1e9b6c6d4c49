"""Points, daily challenges, presets, and how hard questions turned out to be."""

import sqlalchemy as sa

from bot.storage.schema.base import metadata, number, one_of

score = sa.Table(
    "score",
    metadata,
    sa.Column("user_id", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("game", sa.String(16), primary_key=True, comment="what was played: trivia, later others"),
    sa.Column("guild_id", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("day", sa.String(10), primary_key=True, comment="ISO, in the server's zone"),
    sa.Column("asked", sa.Integer, nullable=False, comment="how many questions were answered"),
    sa.Column("right", sa.Integer, nullable=False),
    sa.Column("points", sa.Integer, nullable=False),
    sa.Column("timed", sa.Integer, nullable=False, comment="how many right answers were timed"),
    sa.Column("taken_ms", sa.Integer, nullable=False, comment="by those together"),
    # Boards read nothing but these: ten times as fast as by way of the rows.
    sa.Index("ix_score_guild_id", "guild_id", "game", "day", "user_id", "points", "asked", "right"),
    sa.Index("ix_score_game", "game", "day", "user_id", "points", "asked", "right"),
)

score_detail = sa.Table(
    "score_detail",
    metadata,
    sa.Column("user_id", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("what", sa.String(8), primary_key=True, comment="topic, or pace: right answers by half seconds"),
    sa.Column("guild_id", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("name", sa.String(64), primary_key=True, comment="an id of the catalogue, or how many half seconds"),
    sa.Column("asked", sa.Integer, nullable=False),
    sa.Column("right", sa.Integer, nullable=False),
    one_of("what", "topic", "pace"),
    sa.Index("ix_score_detail_guild_id", "guild_id"),
)

question_tally = sa.Table(
    "question_tally",
    metadata,
    sa.Column("question_id", sa.String(200), primary_key=True),
    sa.Column("asked", sa.Integer, nullable=False),
    sa.Column("right", sa.Integer, nullable=False),
)

daily = sa.Table(
    "daily",
    metadata,
    sa.Column("day", sa.String(10), primary_key=True, comment="ISO, in Seoul"),
    sa.Column("questions", sa.JSON, nullable=False, comment="as they were when the day's first member asked"),
    sa.Column("created_at", sa.BigInteger, nullable=False, comment="UTC seconds"),
)

daily_run = sa.Table(
    "daily_run",
    metadata,
    sa.Column("user_id", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("day", sa.String(10), primary_key=True, comment="of the challenge"),
    sa.Column("guild_id", sa.BigInteger, nullable=True, comment="where it was begun; null: outside servers"),
    sa.Column("picks", sa.String(32), nullable=False, comment="the option of each answer, a digit each"),
    sa.Column("marks", sa.String(32), nullable=False, comment="1 where it was right, else 0"),
    sa.Column("asked", sa.Integer, nullable=False, comment="how many were answered"),
    sa.Column("right", sa.Integer, nullable=False),
    sa.Column("started_at", sa.BigInteger, nullable=False, comment="UTC seconds"),
    sa.Column("finished_at", sa.BigInteger, nullable=True, comment="UTC seconds; null: not yet"),
    sa.Index("ix_daily_run_guild_id_day", "guild_id", "day"),
    sa.Index("ix_daily_run_day", "day"),
)

daily_place = sa.Table(
    "daily_place",
    metadata,
    sa.Column("guild_id", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("channel_id", sa.BigInteger, nullable=False, comment="where each day's challenge is posted"),
    sa.Column("since_at", sa.BigInteger, nullable=False, comment="UTC seconds"),
)

daily_post = sa.Table(
    "daily_post",
    metadata,
    sa.Column("guild_id", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("day", sa.String(10), primary_key=True, comment="of the challenge: it is posted once"),
    sa.Column("channel_id", sa.BigInteger, nullable=False),
    sa.Column("claimed_at", sa.BigInteger, nullable=False, comment="UTC seconds"),
    sa.Column("message_id", sa.BigInteger, nullable=True),
    sa.Column("state", sa.String(8), nullable=False),
    one_of("state", "claimed", "sent", "failed"),
)

preset = sa.Table(
    "preset",
    metadata,
    number(),
    sa.Column("guild_id", sa.BigInteger, nullable=False),
    sa.Column("name", sa.String(40), nullable=False, comment="as it was typed"),
    sa.Column("called", sa.String(80), nullable=False, comment="the same, folded: two may not differ by case alone"),
    sa.Column("options", sa.JSON, nullable=False, comment="of /trivia start"),
    sa.Column("created_at", sa.BigInteger, nullable=False, comment="UTC seconds"),
    sa.UniqueConstraint("guild_id", "called"),
)
