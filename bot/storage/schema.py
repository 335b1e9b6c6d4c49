"""The tables, and the revisions that led to them. A change here needs a migration beside it."""

import sqlalchemy as sa

REVISIONS = ("0001", "0002")  # every migration, oldest first; the last is what this code needs

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

report = sa.Table(
    "report",
    metadata,
    sa.Column("id", sa.BigInteger().with_variant(sa.Integer, "sqlite"), primary_key=True),
    sa.Column("created_at", sa.BigInteger, nullable=False, comment="UTC seconds"),
    sa.Column("guild_id", sa.BigInteger, nullable=True, comment="null: outside servers"),
    sa.Column("channel_id", sa.BigInteger, nullable=False),
    sa.Column("message_id", sa.BigInteger, nullable=False),
    sa.Column("user_id", sa.BigInteger, nullable=False),
    sa.Column("form_id", sa.BigInteger, nullable=False, comment="the interaction that opened the form"),
    sa.Column("locale", sa.String(8), nullable=False),
    sa.Column("address", sa.String(100), nullable=False, comment="of the screen shown, where it has one"),
    sa.Column("about", sa.String(100), nullable=False, comment="the line that was picked"),
    sa.Column("what", sa.Text, nullable=False),
    sa.Column("source", sa.Text, nullable=False, comment="may be empty"),
    sa.Column("state", sa.String(8), nullable=False, comment="open, closed"),
    sa.UniqueConstraint("user_id", "form_id"),
)
