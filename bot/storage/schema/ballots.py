"""Ballots with their picks and results, ceremony nights, and what is posted about both."""

import sqlalchemy as sa

from bot.storage.schema.base import metadata, number, one_of

ballot = sa.Table(
    "ballot",
    metadata,
    number(),
    sa.Column("guild_id", sa.BigInteger, nullable=False),
    sa.Column("channel_id", sa.BigInteger, nullable=False, comment="of the panel and of what is posted about it"),
    sa.Column("user_id", sa.BigInteger, nullable=False, comment="who opened it; 0: somebody whose data was deleted"),
    sa.Column("ceremony", sa.String(64), nullable=False, comment="an id of the catalogue"),
    sa.Column("edition", sa.String(64), nullable=False, comment="an id of the catalogue"),
    sa.Column("season", sa.Integer, nullable=False, comment="the calendar year of the ceremony"),
    sa.Column("scoring", sa.String(8), nullable=False),
    sa.Column("contents", sa.JSON, nullable=False, comment="categories with their nominees, as members see them"),
    sa.Column("locks_at", sa.BigInteger, nullable=True, comment="UTC seconds; null: when a host locks it"),
    sa.Column("state", sa.String(8), nullable=False, comment="asking, silent (a night without a ballot), void"),
    sa.Column("nth", sa.BigInteger, nullable=False, comment="0; its own id when it is void and another may be opened"),
    sa.Column("created_at", sa.BigInteger, nullable=False, comment="UTC seconds"),
    sa.UniqueConstraint("guild_id", "ceremony", "edition", "nth"),
    one_of("scoring", "flat", "weighted", "rarity"),
    one_of("state", "asking", "silent", "void"),
)

ballot_pick = sa.Table(
    "ballot_pick",
    metadata,
    sa.Column("ballot_id", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("user_id", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("category", sa.String(64), primary_key=True),
    sa.Column("kind", sa.String(8), primary_key=True, comment="will, should"),
    sa.Column(
        "interaction_id", sa.BigInteger, primary_key=True, autoincrement=False, comment="tells when: a snowflake"
    ),
    sa.Column("guild_id", sa.BigInteger, nullable=False),
    sa.Column("choice", sa.String(16), nullable=True, comment="a nominee's key; null: taken back"),
    one_of("kind", "will", "should"),
    sa.Index("ix_ballot_pick_user_id", "user_id"),
    sa.Index("ix_ballot_pick_guild_id", "guild_id"),
)

ballot_result = sa.Table(
    "ballot_result",
    metadata,
    number(),
    sa.Column("ballot_id", sa.BigInteger, nullable=False),
    sa.Column("guild_id", sa.BigInteger, nullable=False),
    sa.Column("category", sa.String(64), nullable=False),
    sa.Column("revision", sa.Integer, nullable=False, comment="1 for the first; the latest counts"),
    sa.Column("outcome", sa.String(8), nullable=False),
    sa.Column("winners", sa.JSON, nullable=False, comment="keys of nominees, @artists, =names"),
    sa.Column("source", sa.Text, nullable=False, comment="may be empty"),
    sa.Column("user_id", sa.BigInteger, nullable=False, comment="0: the catalogue, or somebody whose data was deleted"),
    sa.Column("at", sa.BigInteger, nullable=False, comment="UTC seconds"),
    sa.UniqueConstraint("ballot_id", "category", "revision"),
    one_of("outcome", "won", "undone", "void"),
    sa.Index("ix_ballot_result_guild_id", "guild_id"),
)

night = sa.Table(
    "night",
    metadata,
    sa.Column("ballot_id", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("guild_id", sa.BigInteger, nullable=False),
    sa.Column("channel_id", sa.BigInteger, nullable=False),
    sa.Column("user_id", sa.BigInteger, nullable=False, comment="who started it; 0: somebody whose data was deleted"),
    sa.Column("spoiler_hours", sa.Integer, nullable=False, comment="how long reveals hide; 0: never"),
    sa.Column("chat", sa.String(8), nullable=False, comment="a thread: none, wanted, open, refused"),
    sa.Column("state", sa.String(8), nullable=False, comment="live, over"),
    sa.Column("created_at", sa.BigInteger, nullable=False, comment="UTC seconds"),
    one_of("chat", "none", "wanted", "open", "refused"),
    one_of("state", "live", "over"),
    sa.CheckConstraint("spoiler_hours BETWEEN 0 AND 168", name="spoiler_hours"),
    sa.Index("ix_night_guild_id", "guild_id"),
)

ballot_post = sa.Table(
    "ballot_post",
    metadata,
    number(),
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
    sa.UniqueConstraint("ballot_id", "kind", "about"),
    one_of("state", "due", "lost"),
    sa.Index("ix_ballot_post_guild_id", "guild_id"),
)
