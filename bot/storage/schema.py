"""The tables, and the revisions that led to them. A change here needs a migration beside it."""

import sqlalchemy as sa

REVISIONS = ("0001",)  # every migration, oldest first; the last is what this code needs

metadata = sa.MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    }
)

command_sync = sa.Table(
    "command_sync",
    metadata,
    sa.Column("application_id", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("guild_id", sa.BigInteger, primary_key=True, autoincrement=False, comment="0: everywhere"),
    sa.Column("tree_hash", sa.String(64), nullable=False),
    sa.Column("command_ids", sa.JSON, nullable=False, comment="name -> the id Discord gave it"),
    sa.Column("synced_at", sa.BigInteger, nullable=False, comment="UTC seconds"),
)
