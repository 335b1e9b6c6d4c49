"""The date of the catalogue that a reminder waits for, so that it can move with it."""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"


def upgrade() -> None:
    for column in (
        sa.Column(
            "occasion", sa.String(100), nullable=True, comment="of the catalogue; null: a time of the member's own"
        ),
        sa.Column(
            "date", sa.String(10), nullable=True, comment="of the occasion, as last known (EDTF); empty: called off"
        ),
        sa.Column(
            "moved_from", sa.String(10), nullable=True, comment="YYYY-MM-DD: when the member asked; null: it stands"
        ),
        sa.Column(
            "lead",
            sa.Integer,
            nullable=True,
            comment="seconds before the occasion; -1: the morning of its day; null: whatever becomes of it",
        ),
    ):
        op.add_column("reminder", column)
