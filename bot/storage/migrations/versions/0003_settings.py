"""What servers and members decided, whom they follow, who changed what, what failed, and what members tell us."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def one_of(table: str, column: str, *values: str) -> sa.CheckConstraint:
    return sa.CheckConstraint(f"{column} IN ({', '.join(map(repr, values))})", name=op.f(f"ck_{table}_{column}"))


def number() -> sa.types.TypeEngine[int]:
    return sa.BigInteger().with_variant(sa.Integer, "sqlite")


def upgrade() -> None:
    op.create_table(
        "guild",
        sa.Column("guild_id", sa.BigInteger, nullable=False, autoincrement=False),
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
        sa.PrimaryKeyConstraint("guild_id", name="pk_guild"),
        one_of("guild", "visibility", "public", "private"),
        one_of("guild", "games", "everyone", "hosts", "nobody"),
        sa.CheckConstraint("spoiler_hours BETWEEN 0 AND 168", name=op.f("ck_guild_spoiler_hours")),
        sa.CheckConstraint("hour BETWEEN 0 AND 23", name=op.f("ck_guild_hour")),
        sa.CheckConstraint("version >= 0", name=op.f("ck_guild_version")),
    )
    for table, owner in (("guild_follow", "guild_id"), ("member_follow", "user_id")):
        op.create_table(
            table,
            sa.Column(owner, sa.BigInteger, nullable=False, autoincrement=False),
            sa.Column("subject", sa.String(8), nullable=False, comment="artist, show"),
            sa.Column("subject_id", sa.String(64), nullable=False, comment="an id of the catalogue"),
            sa.Column("followed_at", sa.BigInteger, nullable=False, comment="UTC seconds"),
            sa.PrimaryKeyConstraint(owner, "subject", "subject_id", name=f"pk_{table}"),
            one_of(table, "subject", "artist", "show"),
        )
    op.create_table(
        "audit",
        sa.Column("id", number(), nullable=False),
        sa.Column("guild_id", sa.BigInteger, nullable=False),
        sa.Column("user_id", sa.BigInteger, nullable=False, comment="0: somebody whose data was deleted"),
        sa.Column("at", sa.BigInteger, nullable=False, comment="UTC seconds"),
        sa.Column("what", sa.String(32), nullable=False, comment="a setting's name, or an action"),
        sa.Column("before", sa.JSON, nullable=True),
        sa.Column("after", sa.JSON, nullable=True),
        sa.Column("version", sa.Integer, nullable=False, comment="of the server's settings, after it"),
        sa.PrimaryKeyConstraint("id", name="pk_audit"),
    )
    op.create_index("ix_audit_guild_id", "audit", ["guild_id", "id"])
    op.create_table(
        "failure",
        sa.Column("id", number(), nullable=False),
        sa.Column("guild_id", sa.BigInteger, nullable=False),
        sa.Column("channel_id", sa.BigInteger, nullable=False),
        sa.Column("at", sa.BigInteger, nullable=False, comment="UTC seconds"),
        sa.Column("why", sa.String(32), nullable=False, comment="a word such as forbidden, gone, unreachable"),
        sa.PrimaryKeyConstraint("id", name="pk_failure"),
    )
    op.create_index("ix_failure_guild_id", "failure", ["guild_id", "id"])
    op.create_table(
        "member",
        sa.Column("user_id", sa.BigInteger, nullable=False, autoincrement=False),
        sa.Column("language", sa.String(8), nullable=True, comment="null: Discord's own"),
        sa.Column("zone", sa.String(64), nullable=True, comment="IANA; null: the server's"),
        sa.Column("on_boards", sa.Boolean, nullable=False, comment="whether boards show the name"),
        sa.Column("updated_at", sa.BigInteger, nullable=False, comment="UTC seconds"),
        sa.PrimaryKeyConstraint("user_id", name="pk_member"),
    )
    op.create_table(
        "feedback",
        sa.Column("id", number(), nullable=False),
        sa.Column("created_at", sa.BigInteger, nullable=False, comment="UTC seconds"),
        sa.Column("guild_id", sa.BigInteger, nullable=True, comment="null: outside servers"),
        sa.Column("user_id", sa.BigInteger, nullable=False),
        sa.Column("form_id", sa.BigInteger, nullable=False, comment="the interaction that opened the form"),
        sa.Column("locale", sa.String(8), nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("state", sa.String(8), nullable=False, comment="open, closed"),
        sa.PrimaryKeyConstraint("id", name="pk_feedback"),
        sa.UniqueConstraint("user_id", "form_id", name="uq_feedback_user_id_form_id"),
        one_of("feedback", "state", "open", "closed"),
    )
