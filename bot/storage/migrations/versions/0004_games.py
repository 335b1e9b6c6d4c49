"""Games of trivia: who plays, what was asked, who answered."""

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    pass
