"""Games of trivia: who plays, what was asked, who answered. Times in `_ms` are UTC milliseconds."""

import sqlalchemy as sa

from bot.storage.schema.base import metadata, number, one_of

game = sa.Table(
    "game",
    metadata,
    number(),
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
    one_of("state", "lobby", "asking", "revealing", "between", "ended"),
    sa.CheckConstraint("(state = 'ended') = (ended_at IS NOT NULL)", name="ended_at"),
    sa.Index(
        "uq_game_channel_id",
        "channel_id",
        unique=True,
        sqlite_where=sa.text("ended_at IS NULL"),
        postgresql_where=sa.text("ended_at IS NULL"),
    ),
    sa.Index("ix_game_due_ms", "due_ms"),
    sa.Index("ix_game_guild_id", "guild_id", "ended_at"),
)

game_round = sa.Table(
    "game_round",
    metadata,
    sa.Column("game_id", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("number", sa.Integer, primary_key=True, autoincrement=False, comment="from 1"),
    sa.Column("guild_id", sa.BigInteger, nullable=False),
    sa.Column("question", sa.JSON, nullable=False, comment="whole: it stays the same when facts change"),
    sa.Column("typed", sa.Boolean, nullable=False, comment="whether answers are typed"),
    sa.Column("message_id", sa.BigInteger, nullable=True, comment="null: not posted yet"),
    sa.Column("asked_ms", sa.BigInteger, nullable=False),
    sa.Column("closes_ms", sa.BigInteger, nullable=False),
    sa.Column("settled_ms", sa.BigInteger, nullable=True, comment="null: answers may come"),
    sa.Column("skipped", sa.Boolean, nullable=False, comment="it scores nobody"),
    sa.Index("ix_game_round_guild_id", "guild_id"),
)

game_player = sa.Table(
    "game_player",
    metadata,
    sa.Column("game_id", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("user_id", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("guild_id", sa.BigInteger, nullable=False),
    sa.Column("team", sa.Integer, nullable=True, comment="from 0; null: plays alone"),
    sa.Column("lives", sa.Integer, nullable=True, comment="null: nobody loses any"),
    sa.Column("points", sa.Integer, nullable=False),
    sa.Column("right", sa.Integer, nullable=False, comment="how many right answers"),
    sa.Column("streak", sa.Integer, nullable=False, comment="right ones in a row, up to now"),
    sa.Index("ix_game_player_user_id", "user_id"),
    sa.Index("ix_game_player_guild_id", "guild_id"),
)

game_answer = sa.Table(
    "game_answer",
    metadata,
    sa.Column("game_id", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("number", sa.Integer, primary_key=True, autoincrement=False, comment="of the round"),
    sa.Column("user_id", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("guild_id", sa.BigInteger, nullable=False),
    sa.Column("choice", sa.Integer, nullable=True, comment="from 0; null: typed"),
    sa.Column("text", sa.String(100), nullable=True, comment="null: chosen"),
    sa.Column("press_id", sa.BigInteger, nullable=False, comment="the interaction that gave it, and so its moment"),
    sa.Column("right", sa.Boolean, nullable=True, comment="null: not settled yet"),
    sa.Column("points", sa.Integer, nullable=True, comment="null: not settled yet"),
    sa.Index("ix_game_answer_user_id", "user_id"),
    sa.Index("ix_game_answer_guild_id", "guild_id"),
)

game_vote = sa.Table(
    "game_vote",
    metadata,
    sa.Column("game_id", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("number", sa.Integer, primary_key=True, autoincrement=False, comment="of the round"),
    sa.Column("user_id", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("guild_id", sa.BigInteger, nullable=False),
    sa.Index("ix_game_vote_user_id", "user_id"),
    sa.Index("ix_game_vote_guild_id", "guild_id"),
)

game_deck = sa.Table(
    "game_deck",
    metadata,
    sa.Column("guild_id", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("topic", sa.String(120), primary_key=True, comment="what its questions are about"),
    sa.Column("turn", sa.Integer, nullable=False, comment="how many were dealt"),
)

game_rules = sa.Table(
    "game_rules",
    metadata,
    sa.Column("guild_id", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("reading", sa.Integer, nullable=False, comment="seconds in which speed costs nothing"),
    sa.Column("changes", sa.Boolean, nullable=False, comment="whether answers may be changed"),
    sa.Column("humans", sa.Integer, nullable=False, comment="how many must answer for points to count on boards"),
    sa.CheckConstraint("reading BETWEEN 0 AND 20", name="reading"),
    sa.CheckConstraint("humans BETWEEN 1 AND 10", name="humans"),
)
