"""Games of trivia: who plays, what was asked, who answered."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def number() -> sa.types.TypeEngine[int]:
    return sa.BigInteger().with_variant(sa.Integer, "sqlite")


def upgrade() -> None:
    op.create_table(
        "game",
        sa.Column("id", number(), nullable=False),
        sa.Column("guild_id", sa.BigInteger, nullable=False),
        sa.Column("channel_id", sa.BigInteger, nullable=False),
        sa.Column("message_id", sa.BigInteger, nullable=True, comment="of the lobby; null: there is none"),
        sa.Column("starter_id", sa.BigInteger, nullable=False, comment="0: somebody whose data was deleted"),
        sa.Column("state", sa.String(10), nullable=False, comment="lobby, asking, revealing, between, ended"),
        sa.Column("options", sa.JSON, nullable=False, comment="what is asked, and how"),
        sa.Column("round", sa.Integer, nullable=False, comment="the latest one; 0: none yet"),
        sa.Column("idle", sa.Integer, nullable=False, comment="rounds without an answer, one after another"),
        sa.Column("tries", sa.Integer, nullable=False, comment="how often the step that is due failed"),
        sa.Column("opened_at", sa.BigInteger, nullable=False, comment="UTC seconds"),
        sa.Column("ended_at", sa.BigInteger, nullable=True, comment="UTC seconds; null: it goes on"),
        sa.Column("due_ms", sa.BigInteger, nullable=True, comment="of the next step; null: none is left"),
        sa.Column("why", sa.String(10), nullable=True, comment="how it ended; null: it goes on"),
        sa.PrimaryKeyConstraint("id", name="pk_game"),
        sa.CheckConstraint("state IN ('lobby', 'asking', 'revealing', 'between', 'ended')", name=op.f("ck_game_state")),
        sa.CheckConstraint("(state = 'ended') = (ended_at IS NOT NULL)", name=op.f("ck_game_ended_at")),
    )
    lives = sa.text("ended_at IS NULL")
    op.create_index(
        "uq_game_channel_id", "game", ["channel_id"], unique=True, sqlite_where=lives, postgresql_where=lives
    )
    op.create_index("ix_game_due_ms", "game", ["due_ms"])
    op.create_index("ix_game_guild_id", "game", ["guild_id", "ended_at"])
    op.create_table(
        "game_round",
        sa.Column("game_id", sa.BigInteger, nullable=False, autoincrement=False),
        sa.Column("number", sa.Integer, nullable=False, autoincrement=False, comment="from 1"),
        sa.Column("guild_id", sa.BigInteger, nullable=False),
        sa.Column("question", sa.JSON, nullable=False, comment="whole: it stays the same when facts change"),
        sa.Column("typed", sa.Boolean, nullable=False, comment="whether answers are typed"),
        sa.Column("message_id", sa.BigInteger, nullable=True, comment="null: not posted yet"),
        sa.Column("asked_ms", sa.BigInteger, nullable=False),
        sa.Column("closes_ms", sa.BigInteger, nullable=False),
        sa.Column("settled_ms", sa.BigInteger, nullable=True, comment="null: answers may come"),
        sa.Column("skipped", sa.Boolean, nullable=False, comment="it scores nobody"),
        sa.PrimaryKeyConstraint("game_id", "number", name="pk_game_round"),
    )
    op.create_index("ix_game_round_guild_id", "game_round", ["guild_id"])
    op.create_table(
        "game_player",
        sa.Column("game_id", sa.BigInteger, nullable=False, autoincrement=False),
        sa.Column("user_id", sa.BigInteger, nullable=False, autoincrement=False),
        sa.Column("guild_id", sa.BigInteger, nullable=False),
        sa.Column("team", sa.Integer, nullable=True, comment="from 0; null: plays alone"),
        sa.Column("lives", sa.Integer, nullable=True, comment="null: nobody loses any"),
        sa.Column("points", sa.Integer, nullable=False),
        sa.Column("right", sa.Integer, nullable=False, comment="how many right answers"),
        sa.Column("streak", sa.Integer, nullable=False, comment="right ones in a row, up to now"),
        sa.PrimaryKeyConstraint("game_id", "user_id", name="pk_game_player"),
    )
    op.create_index("ix_game_player_user_id", "game_player", ["user_id"])
    op.create_index("ix_game_player_guild_id", "game_player", ["guild_id"])
    op.create_table(
        "game_answer",
        sa.Column("game_id", sa.BigInteger, nullable=False, autoincrement=False),
        sa.Column("number", sa.Integer, nullable=False, autoincrement=False, comment="of the round"),
        sa.Column("user_id", sa.BigInteger, nullable=False, autoincrement=False),
        sa.Column("guild_id", sa.BigInteger, nullable=False),
        sa.Column("choice", sa.Integer, nullable=True, comment="from 0; null: typed"),
        sa.Column("text", sa.String(100), nullable=True, comment="null: chosen"),
        sa.Column("press_id", sa.BigInteger, nullable=False, comment="the interaction that gave it, and so its moment"),
        sa.Column("right", sa.Boolean, nullable=True, comment="null: not settled yet"),
        sa.Column("points", sa.Integer, nullable=True, comment="null: not settled yet"),
        sa.PrimaryKeyConstraint("game_id", "number", "user_id", name="pk_game_answer"),
    )
    op.create_index("ix_game_answer_user_id", "game_answer", ["user_id"])
    op.create_index("ix_game_answer_guild_id", "game_answer", ["guild_id"])
    op.create_table(
        "game_deck",
        sa.Column("guild_id", sa.BigInteger, nullable=False, autoincrement=False),
        sa.Column("topic", sa.String(120), nullable=False, comment="what its questions are about"),
        sa.Column("turn", sa.Integer, nullable=False, comment="how many were dealt"),
        sa.PrimaryKeyConstraint("guild_id", "topic", name="pk_game_deck"),
    )
    op.create_table(
        "game_rules",
        sa.Column("guild_id", sa.BigInteger, nullable=False, autoincrement=False),
        sa.Column("reading", sa.Integer, nullable=False, comment="seconds in which speed costs nothing"),
        sa.Column("changes", sa.Boolean, nullable=False, comment="whether answers may be changed"),
        sa.Column("humans", sa.Integer, nullable=False, comment="how many must answer for points to count on boards"),
        sa.PrimaryKeyConstraint("guild_id", name="pk_game_rules"),
        sa.CheckConstraint("reading BETWEEN 0 AND 20", name=op.f("ck_game_rules_reading")),
        sa.CheckConstraint("humans BETWEEN 1 AND 10", name=op.f("ck_game_rules_humans")),
    )
