"""What servers and members decided, what they told us, and what the bot remembers of itself."""

import sqlalchemy as sa

from bot.storage.schema.base import metadata, number, one_of

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
    number(),
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
    sa.UniqueConstraint("user_id", "form_id", name="uq_report_user_id"),  # its name since 0002
)


guild = sa.Table(
    "guild",
    metadata,
    sa.Column("guild_id", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("language", sa.String(8), nullable=True, comment="null: English"),
    sa.Column("zone", sa.String(64), nullable=True, comment="IANA; null: Asia/Seoul"),
    sa.Column("visibility", sa.String(8), nullable=False, comment="of look-ups: public, private"),
    sa.Column("spoiler_hours", sa.Integer, nullable=False, comment="how long winners hide; 0: never"),
    sa.Column("channel_id", sa.BigInteger, nullable=True, comment="of announcements; null: none"),
    sa.Column("hour", sa.Integer, nullable=False, comment="of announcements, 0 to 23 in the zone"),
    sa.Column("kinds", sa.JSON, nullable=False, comment="what is announced: a list of kinds of coming dates"),
    sa.Column("ping_role_id", sa.BigInteger, nullable=True, comment="named with announcements"),
    sa.Column(
        "host_role_id", sa.BigInteger, nullable=True, comment="may start games and ballots, as Manage Server may"
    ),
    sa.Column("games", sa.String(8), nullable=False, comment="who may start one: everyone, hosts, nobody"),
    sa.Column("game_channels", sa.JSON, nullable=False, comment="a list of channel ids; empty: all"),
    sa.Column("setup_step", sa.Integer, nullable=False, comment="how far /setup got; 0: not begun"),
    sa.Column("version", sa.Integer, nullable=False, comment="how many changes there were"),
    sa.Column("updated_at", sa.BigInteger, nullable=False, comment="UTC seconds"),
    sa.Column("left_at", sa.BigInteger, nullable=True, comment="UTC seconds; null: Laurel is there"),
    one_of("visibility", "public", "private"),
    one_of("games", "everyone", "hosts", "nobody"),
    sa.CheckConstraint("spoiler_hours BETWEEN 0 AND 168", name="spoiler_hours"),
    sa.CheckConstraint("hour BETWEEN 0 AND 23", name="hour"),
    sa.CheckConstraint("version >= 0", name="version"),
)

guild_follow = sa.Table(
    "guild_follow",
    metadata,
    sa.Column("guild_id", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("subject", sa.String(8), primary_key=True, comment="artist, show"),
    sa.Column("subject_id", sa.String(64), primary_key=True, comment="an id of the catalogue"),
    sa.Column("followed_at", sa.BigInteger, nullable=False, comment="UTC seconds"),
    one_of("subject", "artist", "show"),
)

audit = sa.Table(
    "audit",
    metadata,
    number(),
    sa.Column("guild_id", sa.BigInteger, nullable=False),
    sa.Column("user_id", sa.BigInteger, nullable=False, comment="0: somebody whose data was deleted"),
    sa.Column("at", sa.BigInteger, nullable=False, comment="UTC seconds"),
    sa.Column("what", sa.String(32), nullable=False, comment="a setting's name, or an action"),
    sa.Column("before", sa.JSON, nullable=True),
    sa.Column("after", sa.JSON, nullable=True),
    sa.Column("version", sa.Integer, nullable=False, comment="of the server's settings, after it"),
    sa.Index("ix_audit_guild_id", "guild_id", "id"),
)

failure = sa.Table(
    "failure",
    metadata,
    number(),
    sa.Column("guild_id", sa.BigInteger, nullable=False),
    sa.Column("channel_id", sa.BigInteger, nullable=False),
    sa.Column("at", sa.BigInteger, nullable=False, comment="UTC seconds"),
    sa.Column("why", sa.String(32), nullable=False, comment="a word such as forbidden, gone, unreachable"),
    sa.Index("ix_failure_guild_id", "guild_id", "id"),
)

member = sa.Table(
    "member",
    metadata,
    sa.Column("user_id", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("language", sa.String(8), nullable=True, comment="null: Discord's own"),
    sa.Column("zone", sa.String(64), nullable=True, comment="IANA; null: the server's"),
    sa.Column("on_boards", sa.Boolean, nullable=False, comment="whether boards show the name"),
    sa.Column("updated_at", sa.BigInteger, nullable=False, comment="UTC seconds"),
)

member_follow = sa.Table(
    "member_follow",
    metadata,
    sa.Column("user_id", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("subject", sa.String(8), primary_key=True, comment="artist, show"),
    sa.Column("subject_id", sa.String(64), primary_key=True, comment="an id of the catalogue"),
    sa.Column("followed_at", sa.BigInteger, nullable=False, comment="UTC seconds"),
    one_of("subject", "artist", "show"),
)

feedback = sa.Table(
    "feedback",
    metadata,
    number(),
    sa.Column("created_at", sa.BigInteger, nullable=False, comment="UTC seconds"),
    sa.Column("guild_id", sa.BigInteger, nullable=True, comment="null: outside servers"),
    sa.Column("user_id", sa.BigInteger, nullable=False),
    sa.Column("form_id", sa.BigInteger, nullable=False, comment="the interaction that opened the form"),
    sa.Column("locale", sa.String(8), nullable=False),
    sa.Column("text", sa.Text, nullable=False),
    sa.Column("state", sa.String(8), nullable=False, comment="open, closed"),
    sa.UniqueConstraint("user_id", "form_id"),
    one_of("state", "open", "closed"),
)

erasure = sa.Table(
    "erasure",
    metadata,
    sa.Column("kind", sa.String(8), primary_key=True, comment="person, server"),
    sa.Column("whose", sa.BigInteger, primary_key=True, autoincrement=False, comment="who was forgotten"),
    sa.Column("at", sa.BigInteger, nullable=False, comment="UTC seconds"),
    one_of("kind", "person", "server"),
)
