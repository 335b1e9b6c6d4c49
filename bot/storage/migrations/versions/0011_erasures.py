"""Who was forgotten, so that a backup does not bring them back."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"


def upgrade() -> None:
    op.create_table(
        "erasure",
        sa.Column("kind", sa.String(8), nullable=False, comment="person, server"),
        sa.Column("whose", sa.BigInteger, nullable=False, autoincrement=False, comment="who was forgotten"),
        sa.Column("at", sa.BigInteger, nullable=False, comment="UTC seconds"),
        sa.PrimaryKeyConstraint("kind", "whose", name="pk_erasure"),
        sa.CheckConstraint("kind IN ('person', 'server')", name=op.f("ck_erasure_kind")),
    )
