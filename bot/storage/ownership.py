"""What is kept of a person or a server: which tables, which columns, and what an end means in each. The one list.

A new table with a user or server id belongs into PEOPLE or SERVERS; tests/house/test_privacy.py reads the schema.
"""

from collections.abc import Mapping
from enum import Enum, auto
from typing import Any

import msgspec
import sqlalchemy as sa

from bot.storage.schema import (
    announcements,
    audit,
    ballots,
    boards,
    calendar,
    command_sync,
    erasure,
    failure,
    feedback,
    games,
    guild,
    guild_follow,
    member,
    member_follow,
    mirrors,
    packs,
    polls,
    report,
)

NOBODY = 0  # who changed a setting, once they are gone
NOWHERE = 0


class Meaning(Enum):
    """What a number or a JSON value of a table tells."""

    PERSON = auto()
    SERVER = auto()
    PLACE = auto()  # a channel, role or message: of a server, of nobody by itself
    TIME = auto()  # UTC seconds
    OTHER = auto()  # tells nothing of anybody


MEANINGS: Mapping[str, Meaning] = {  # of every 64-bit number and JSON value, by the column's name, in all tables alike
    "user_id": Meaning.PERSON,
    "guild_id": Meaning.SERVER,
    "channel_id": Meaning.PLACE,
    "message_id": Meaning.PLACE,
    "ping_role_id": Meaning.PLACE,
    "host_role_id": Meaning.PLACE,
    "role_id": Meaning.PLACE,
    "event_id": Meaning.PLACE,
    "game_channels": Meaning.PLACE,
    "at": Meaning.TIME,
    "created_at": Meaning.TIME,
    "updated_at": Meaning.TIME,
    "followed_at": Meaning.TIME,
    "left_at": Meaning.TIME,
    "added_at": Meaning.TIME,
    "synced_at": Meaning.TIME,
    "lease_until": Meaning.TIME,
    "retry_at": Meaning.TIME,
    "agreed_at": Meaning.TIME,
    "sent_at": Meaning.TIME,
    "due_at": Meaning.TIME,
    "since_at": Meaning.TIME,
    "starts_at": Meaning.TIME,
    "ends_at": Meaning.TIME,
    "claimed_at": Meaning.TIME,
    "started_at": Meaning.TIME,
    "closes_at": Meaning.TIME,
    "finished_at": Meaning.TIME,
    "starter_id": Meaning.PERSON,
    "question": Meaning.OTHER,
    "press_id": Meaning.OTHER,
    "due_ms": Meaning.OTHER,
    "asked_ms": Meaning.OTHER,
    "closes_ms": Meaning.OTHER,
    "settled_ms": Meaning.OTHER,
    "opened_at": Meaning.TIME,
    "ended_at": Meaning.TIME,
    "locks_at": Meaning.TIME,
    "post_at": Meaning.TIME,
    "again_at": Meaning.TIME,
    "hides_until": Meaning.TIME,
    "contents": Meaning.OTHER,
    "winners": Meaning.OTHER,
    "nth": Meaning.OTHER,
    "ballot_id": Meaning.OTHER,
    "interaction_id": Meaning.OTHER,
    "next_due_at": Meaning.TIME,
    "expires_at": Meaning.TIME,
    "tried_at": Meaning.TIME,
    "watched_until": Meaning.TIME,
    "subscription_id": Meaning.OTHER,
    "leads": Meaning.OTHER,
    "vote_hours": Meaning.OTHER,
    "about": Meaning.OTHER,
    "payload": Meaning.OTHER,
    "id": Meaning.OTHER,
    "application_id": Meaning.OTHER,
    "whose": Meaning.PERSON,  # or a server
    "form_id": Meaning.OTHER,
    "subject_id": Meaning.OTHER,
    "command_ids": Meaning.OTHER,
    "kinds": Meaning.OTHER,
    "before": Meaning.OTHER,
    "after": Meaning.OTHER,
    "questions": Meaning.OTHER,
    "question_id": Meaning.OTHER,
    "options": Meaning.OTHER,
    "poll_id": Meaning.OTHER,
    "game_id": Meaning.OTHER,
    "act_id": Meaning.OTHER,
    "answers": Meaning.OTHER,
    "heats": Meaning.OTHER,
}


class Rule(msgspec.Struct, frozen=True):
    """What happens to the rows whose `column` names who is to be forgotten.

    They go; with `blank` they stay, with these values in place of what told of them. `secret` ones are counted, but
    others wrote them: they are in no export.
    """

    column: sa.Column[Any]
    blank: Mapping[str, Any] | None = None
    secret: bool = False

    @property
    def table(self) -> sa.Table:
        table = self.column.table
        assert isinstance(table, sa.Table)
        return table


PEOPLE = (
    Rule(member.c.user_id),
    Rule(member_follow.c.user_id),
    Rule(report.c.user_id),
    Rule(feedback.c.user_id),
    Rule(calendar.event.c.user_id, blank={"user_id": NOBODY}),  # the date is the server's
    Rule(calendar.reminder.c.user_id),
    Rule(calendar.direct_message.c.user_id),
    Rule(calendar.feed.c.user_id),
    Rule(boards.score.c.user_id),
    Rule(boards.score_detail.c.user_id),
    Rule(boards.daily_run.c.user_id),
    Rule(games.game.c.starter_id, blank={"starter_id": NOBODY}),
    Rule(games.game_player.c.user_id),
    Rule(games.game_answer.c.user_id),
    Rule(games.game_vote.c.user_id),
    Rule(polls.poll.c.user_id, blank={"user_id": NOBODY}),  # the poll is the server's
    Rule(polls.poll_vote.c.user_id),
    Rule(ballots.ballot_pick.c.user_id),
    Rule(ballots.ballot.c.user_id, blank={"user_id": NOBODY}),  # the ballot, its results and the night are the server's
    Rule(ballots.ballot_result.c.user_id, blank={"user_id": NOBODY}),
    Rule(ballots.night.c.user_id, blank={"user_id": NOBODY}),
    Rule(audit.c.user_id, blank={"user_id": NOBODY}),  # what was changed is the server's to know, by whom is not
)
_SENT_FROM = {"guild_id": None, "channel_id": NOWHERE, "message_id": NOWHERE}
SERVERS = (
    Rule(guild.c.guild_id),
    Rule(guild_follow.c.guild_id),
    Rule(packs.pack.c.guild_id),
    Rule(audit.c.guild_id),
    Rule(calendar.event.c.guild_id),
    Rule(calendar.ping_role.c.guild_id),
    Rule(calendar.ping_panel.c.guild_id),
    Rule(calendar.reminder.c.guild_id, secret=True),
    Rule(calendar.feed.c.guild_id, secret=True),
    Rule(boards.score.c.guild_id, secret=True),  # a member's own, counted here
    Rule(boards.score_detail.c.guild_id, secret=True),
    Rule(boards.daily_run.c.guild_id, blank={"guild_id": None}, secret=True),  # their streak is not the server's
    Rule(boards.daily_place.c.guild_id),
    Rule(boards.daily_post.c.guild_id),
    Rule(boards.preset.c.guild_id),
    Rule(games.game.c.guild_id),
    Rule(games.game_round.c.guild_id),
    Rule(games.game_player.c.guild_id, secret=True),
    Rule(games.game_answer.c.guild_id, secret=True),
    Rule(games.game_vote.c.guild_id, secret=True),
    Rule(games.game_deck.c.guild_id),
    Rule(games.game_rules.c.guild_id),
    Rule(polls.poll.c.guild_id),
    Rule(polls.poll_vote.c.guild_id, secret=True),  # how somebody voted is theirs alone
    Rule(ballots.ballot.c.guild_id),
    Rule(ballots.ballot_pick.c.guild_id, secret=True),  # what somebody picked is theirs alone
    Rule(ballots.ballot_result.c.guild_id),
    Rule(ballots.night.c.guild_id),
    Rule(ballots.ballot_post.c.guild_id),
    Rule(failure.c.guild_id),
    Rule(announcements.subscription.c.guild_id),
    Rule(announcements.delivery.c.guild_id),
    Rule(announcements.announced.c.guild_id),
    Rule(mirrors.mirroring.c.guild_id),
    Rule(mirrors.mirror.c.guild_id),
    Rule(report.c.guild_id, blank=_SENT_FROM, secret=True),  # the words are their writer's
    Rule(feedback.c.guild_id, blank={"guild_id": None}, secret=True),
)
EXEMPT = (
    command_sync.c.guild_id,  # the operator's own: where commands are tried out, told by DEV_GUILD_ID
    erasure.c.whose,  # or a backup would bring them back; it goes when no backup is so old
)
