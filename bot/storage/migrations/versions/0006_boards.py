"""Points, daily challenges, presets, and how hard questions turned out to be."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def one_of(table: str, column: str, *values: str) -> sa.CheckConstraint:
    return sa.CheckConstraint(f"{column} IN ({', '.join(map(repr, values))})", name=op.f(f"ck_{table}_{column}"))


def upgrade() -> None:
    op.create_table(
        "score",
        sa.Column("user_id", sa.BigInteger, nullable=False, autoincrement=False),
        sa.Column("game", sa.String(16), nullable=False, comment="what was played: trivia, later others"),
        sa.Column("guild_id", sa.BigInteger, nullable=False, autoincrement=False),
        sa.Column("day", sa.String(10), nullable=False, comment="ISO, in the server's zone"),
        sa.Column("asked", sa.Integer, nullable=False, comment="how many questions were answered"),
        sa.Column("right", sa.Integer, nullable=False),
        sa.Column("points", sa.Integer, nullable=False),
        sa.Column("timed", sa.Integer, nullable=False, comment="how many right answers were timed"),
        sa.Column("taken_ms", sa.Integer, nullable=False, comment="by those together"),
        sa.PrimaryKeyConstraint("user_id", "game", "guild_id", "day", name="pk_score"),
    )
    op.create_index("ix_score_guild_id", "score", ["guild_id", "game", "day", "user_id", "points", "asked", "right"])
    op.create_index("ix_score_game", "score", ["game", "day", "user_id", "points", "asked", "right"])
    op.create_table(
        "score_detail",
        sa.Column("user_id", sa.BigInteger, nullable=False, autoincrement=False),
        sa.Column("what", sa.String(8), nullable=False, comment="topic, or pace: right answers by half seconds"),
        sa.Column("guild_id", sa.BigInteger, nullable=False, autoincrement=False),
        sa.Column("name", sa.String(64), nullable=False, comment="an id of the catalogue, or how many half seconds"),
        sa.Column("asked", sa.Integer, nullable=False),
        sa.Column("right", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("user_id", "what", "guild_id", "name", name="pk_score_detail"),
        one_of("score_detail", "what", "topic", "pace"),
    )
    op.create_index("ix_score_detail_guild_id", "score_detail", ["guild_id"])
    op.create_table(
        "question_tally",
        sa.Column("question_id", sa.String(200), nullable=False),
        sa.Column("asked", sa.Integer, nullable=False),
        sa.Column("right", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("question_id", name="pk_question_tally"),
    )
    op.create_table(
        "daily",
        sa.Column("day", sa.String(10), nullable=False, comment="ISO, in Seoul"),
        sa.Column("questions", sa.JSON, nullable=False, comment="as they were when the day's first member asked"),
        sa.Column("created_at", sa.BigInteger, nullable=False, comment="UTC seconds"),
        sa.PrimaryKeyConstraint("day", name="pk_daily"),
    )
    op.create_table(
        "daily_run",
        sa.Column("user_id", sa.BigInteger, nullable=False, autoincrement=False),
        sa.Column("day", sa.String(10), nullable=False, comment="of the challenge"),
        sa.Column("guild_id", sa.BigInteger, nullable=True, comment="where it was begun; null: outside servers"),
        sa.Column("picks", sa.String(32), nullable=False, comment="the option of each answer, a digit each"),
        sa.Column("marks", sa.String(32), nullable=False, comment="1 where it was right, else 0"),
        sa.Column("asked", sa.Integer, nullable=False, comment="how many were answered"),
        sa.Column("right", sa.Integer, nullable=False),
        sa.Column("started_at", sa.BigInteger, nullable=False, comment="UTC seconds"),
        sa.Column("finished_at", sa.BigInteger, nullable=True, comment="UTC seconds; null: not yet"),
        sa.PrimaryKeyConstraint("user_id", "day", name="pk_daily_run"),
    )
    op.create_index("ix_daily_run_guild_id_day", "daily_run", ["guild_id", "day"])
    op.create_index("ix_daily_run_day", "daily_run", ["day"])
    op.create_table(
        "daily_place",
        sa.Column("guild_id", sa.BigInteger, nullable=False, autoincrement=False),
        sa.Column("channel_id", sa.BigInteger, nullable=False, comment="where each day's challenge is posted"),
        sa.Column("since_at", sa.BigInteger, nullable=False, comment="UTC seconds"),
        sa.PrimaryKeyConstraint("guild_id", name="pk_daily_place"),
    )
    op.create_table(
        "daily_post",
        sa.Column("guild_id", sa.BigInteger, nullable=False, autoincrement=False),
        sa.Column("day", sa.String(10), nullable=False, comment="of the challenge: it is posted once"),
        sa.Column("channel_id", sa.BigInteger, nullable=False),
        sa.Column("claimed_at", sa.BigInteger, nullable=False, comment="UTC seconds"),
        sa.Column("message_id", sa.BigInteger, nullable=True),
        sa.Column("state", sa.String(8), nullable=False),
        sa.PrimaryKeyConstraint("guild_id", "day", name="pk_daily_post"),
        one_of("daily_post", "state", "claimed", "sent", "failed"),
    )
    op.create_table(
        "preset",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer, "sqlite"), nullable=False),
        sa.Column("guild_id", sa.BigInteger, nullable=False),
        sa.Column("name", sa.String(40), nullable=False, comment="as it was typed"),
        sa.Column(
            "called", sa.String(80), nullable=False, comment="the same, folded: two may not differ by case alone"
        ),
        sa.Column("options", sa.JSON, nullable=False, comment="of /trivia start"),
        sa.Column("created_at", sa.BigInteger, nullable=False, comment="UTC seconds"),
        sa.PrimaryKeyConstraint("id", name="pk_preset"),
        sa.UniqueConstraint("guild_id", "called", name="uq_preset_guild_id_called"),
    )
