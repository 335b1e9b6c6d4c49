"""Ballots, picks, results and ceremony nights."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"


def one_of(table: str, column: str, *values: str) -> sa.CheckConstraint:
    return sa.CheckConstraint(f"{column} IN ({', '.join(map(repr, values))})", name=op.f(f"ck_{table}_{column}"))


def number() -> sa.types.TypeEngine[int]:
    return sa.BigInteger().with_variant(sa.Integer, "sqlite")


def upgrade() -> None:
    op.create_table(
        "ballot",
        sa.Column("id", number(), nullable=False),
        sa.Column("guild_id", sa.BigInteger, nullable=False),
        sa.Column("channel_id", sa.BigInteger, nullable=False, comment="of the panel and of what is posted about it"),
        sa.Column(
            "user_id", sa.BigInteger, nullable=False, comment="who opened it; 0: somebody whose data was deleted"
        ),
        sa.Column("ceremony", sa.String(64), nullable=False, comment="an id of the catalogue"),
        sa.Column("edition", sa.String(64), nullable=False, comment="an id of the catalogue"),
        sa.Column("season", sa.Integer, nullable=False, comment="the calendar year of the ceremony"),
        sa.Column("scoring", sa.String(8), nullable=False),
        sa.Column("contents", sa.JSON, nullable=False, comment="categories with their nominees, as members see them"),
        sa.Column("locks_at", sa.BigInteger, nullable=True, comment="UTC seconds; null: when a host locks it"),
        sa.Column("state", sa.String(8), nullable=False, comment="asking, silent (a night without a ballot), void"),
        sa.Column(
            "nth", sa.BigInteger, nullable=False, comment="0; its own id when it is void and another may be opened"
        ),
        sa.Column("created_at", sa.BigInteger, nullable=False, comment="UTC seconds"),
        sa.PrimaryKeyConstraint("id", name="pk_ballot"),
        sa.UniqueConstraint("guild_id", "ceremony", "edition", "nth", name="uq_ballot_guild_id_ceremony_edition_nth"),
        one_of("ballot", "scoring", "flat", "weighted", "rarity"),
        one_of("ballot", "state", "asking", "silent", "void"),
    )
    op.create_table(
        "ballot_pick",
        sa.Column("ballot_id", sa.BigInteger, nullable=False, autoincrement=False),
        sa.Column("user_id", sa.BigInteger, nullable=False, autoincrement=False),
        sa.Column("category", sa.String(64), nullable=False),
        sa.Column("kind", sa.String(8), nullable=False, comment="will, should"),
        sa.Column(
            "interaction_id", sa.BigInteger, nullable=False, autoincrement=False, comment="tells when: a snowflake"
        ),
        sa.Column("guild_id", sa.BigInteger, nullable=False),
        sa.Column("choice", sa.String(16), nullable=True, comment="a nominee's key; null: taken back"),
        sa.PrimaryKeyConstraint("ballot_id", "user_id", "category", "kind", "interaction_id", name="pk_ballot_pick"),
        one_of("ballot_pick", "kind", "will", "should"),
    )
    op.create_index("ix_ballot_pick_user_id", "ballot_pick", ["user_id"])
    op.create_index("ix_ballot_pick_guild_id", "ballot_pick", ["guild_id"])
    op.create_table(
        "ballot_result",
        sa.Column("id", number(), nullable=False),
        sa.Column("ballot_id", sa.BigInteger, nullable=False),
        sa.Column("guild_id", sa.BigInteger, nullable=False),
        sa.Column("category", sa.String(64), nullable=False),
        sa.Column("revision", sa.Integer, nullable=False, comment="1 for the first; the latest counts"),
        sa.Column("outcome", sa.String(8), nullable=False),
        sa.Column("winners", sa.JSON, nullable=False, comment="keys of nominees, @artists, =names"),
        sa.Column("source", sa.Text, nullable=False, comment="may be empty"),
        sa.Column(
            "user_id", sa.BigInteger, nullable=False, comment="0: the catalogue, or somebody whose data was deleted"
        ),
        sa.Column("at", sa.BigInteger, nullable=False, comment="UTC seconds"),
        sa.PrimaryKeyConstraint("id", name="pk_ballot_result"),
        sa.UniqueConstraint("ballot_id", "category", "revision", name="uq_ballot_result_ballot_id_category_revision"),
        one_of("ballot_result", "outcome", "won", "undone", "void"),
    )
    op.create_index("ix_ballot_result_guild_id", "ballot_result", ["guild_id"])
    op.create_table(
        "night",
        sa.Column("ballot_id", sa.BigInteger, nullable=False, autoincrement=False),
        sa.Column("guild_id", sa.BigInteger, nullable=False),
        sa.Column("channel_id", sa.BigInteger, nullable=False),
        sa.Column(
            "user_id", sa.BigInteger, nullable=False, comment="who started it; 0: somebody whose data was deleted"
        ),
        sa.Column("spoiler_hours", sa.Integer, nullable=False, comment="how long reveals hide; 0: never"),
        sa.Column("chat", sa.String(8), nullable=False, comment="a thread: none, wanted, open, refused"),
        sa.Column("state", sa.String(8), nullable=False, comment="live, over"),
        sa.Column("created_at", sa.BigInteger, nullable=False, comment="UTC seconds"),
        sa.PrimaryKeyConstraint("ballot_id", name="pk_night"),
        one_of("night", "chat", "none", "wanted", "open", "refused"),
        one_of("night", "state", "live", "over"),
        sa.CheckConstraint("spoiler_hours BETWEEN 0 AND 168", name=op.f("ck_night_spoiler_hours")),
    )
    op.create_index("ix_night_guild_id", "night", ["guild_id"])
    op.create_table(
        "ballot_post",
        sa.Column("id", number(), nullable=False),
        sa.Column("ballot_id", sa.BigInteger, nullable=False),
        sa.Column("guild_id", sa.BigInteger, nullable=False),
        sa.Column("channel_id", sa.BigInteger, nullable=False),
        sa.Column("kind", sa.String(16), nullable=False, comment="panel, note, reveal and so on"),
        sa.Column("about", sa.String(64), nullable=False, comment="a category, or the number of what it tells"),
        sa.Column("text", sa.Text, nullable=False, comment="what a host wrote for it; may be empty"),
        sa.Column("message_id", sa.BigInteger, nullable=True, comment="null: not posted yet"),
        sa.Column("wanted", sa.Integer, nullable=False, comment="how often it was to be drawn"),
        sa.Column("drawn", sa.Integer, nullable=False, comment="up to which of these it is"),
        sa.Column("tries", sa.Integer, nullable=False, comment="that failed since it was drawn last"),
        sa.Column("post_at", sa.BigInteger, nullable=True, comment="UTC seconds; not before; null: not now"),
        sa.Column("again_at", sa.BigInteger, nullable=True, comment="UTC seconds; when it looks different by itself"),
        sa.Column("hides_until", sa.BigInteger, nullable=True, comment="UTC seconds; behind a spoiler until then"),
        sa.Column("state", sa.String(8), nullable=False, comment="due, lost (its channel or message is gone)"),
        sa.PrimaryKeyConstraint("id", name="pk_ballot_post"),
        sa.UniqueConstraint("ballot_id", "kind", "about", name="uq_ballot_post_ballot_id_kind_about"),
        one_of("ballot_post", "state", "due", "lost"),
    )
    op.create_index("ix_ballot_post_guild_id", "ballot_post", ["guild_id"])
