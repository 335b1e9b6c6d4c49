"""Votes to skip a question, which a restart forgot."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"


def upgrade() -> None:
    op.create_table(
        "game_vote",
        sa.Column("game_id", sa.BigInteger, nullable=False, autoincrement=False),
        sa.Column("number", sa.Integer, nullable=False, autoincrement=False, comment="of the round"),
        sa.Column("user_id", sa.BigInteger, nullable=False, autoincrement=False),
        sa.Column("guild_id", sa.BigInteger, nullable=False),
        sa.PrimaryKeyConstraint("game_id", "number", "user_id", name="pk_game_vote"),
    )
    op.create_index("ix_game_vote_user_id", "game_vote", ["user_id"])
    op.create_index("ix_game_vote_guild_id", "game_vote", ["guild_id"])
