"""What members report about facts, for whoever runs the bot."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.create_table(
        "report",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer, "sqlite"), nullable=False),
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
        sa.PrimaryKeyConstraint("id", name="pk_report"),
        sa.UniqueConstraint("user_id", "form_id", name="uq_report_user_id"),
    )
