"""Points, daily challenges, presets, and how hard questions turned out to be."""

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    pass
