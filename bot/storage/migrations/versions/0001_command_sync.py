"""What Discord was last told about our commands."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    op.create_table(
        "command_sync",
        sa.Column("application_id", sa.BigInteger, nullable=False, autoincrement=False),
        sa.Column("guild_id", sa.BigInteger, nullable=False, autoincrement=False, comment="0: everywhere"),
        sa.Column("tree_hash", sa.String(64), nullable=False),
        sa.Column("command_ids", sa.JSON, nullable=False, comment="name -> the id Discord gave it"),
        sa.Column("synced_at", sa.BigInteger, nullable=False, comment="UTC seconds"),
        sa.PrimaryKeyConstraint("application_id", "guild_id", name="pk_command_sync"),
    )
