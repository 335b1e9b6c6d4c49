"""What a member asked for with /trivia start, made into the options of a game."""

from collections.abc import Sequence
from typing import NamedTuple

import discord
import msgspec

from bot.errors import Refused
from bot.services.lookup import Lookup
from bot.text import Words
from bot.trivia.questions import Difficulty
from bot.trivia.rounds import GameOptions, Mode, Team
from bot.ui.trivia.topics import topic_of

LONGEST_TEAM = 40
TEAMS = 2


class Wanted(NamedTuple):
    """The options as they were given; None was left out. `roles` are those of the teams."""

    topic: str | None
    rounds: int | None
    seconds: int | None
    mode: str | None
    difficulty: str | None
    roles: Sequence[discord.Role | None] = ()


def options_of(wanted: Wanted, lookup: Lookup, words: Words, preset: GameOptions | None = None) -> GameOptions:
    """A game's options: what was given, else what `preset` says, else the usual. Raises UserError."""
    given = {
        "topic": None if wanted.topic is None else topic_of(wanted.topic, lookup),
        "rounds": wanted.rounds,
        "seconds": wanted.seconds,
        "mode": None if wanted.mode is None else Mode(wanted.mode),
        "difficulty": None if wanted.difficulty is None else Difficulty(wanted.difficulty),
    }
    roles = [role for role in wanted.roles if role is not None]
    if roles and given["mode"] is None:
        given["mode"] = Mode.TEAMS
    chosen = {name: value for name, value in given.items() if value is not None}
    options = msgspec.structs.replace(preset or GameOptions(), **chosen)
    if options.mode is not Mode.TEAMS:
        if roles:
            raise Refused("teams-elsewhere")
        return options
    return msgspec.structs.replace(options, teams=_teams(roles, words))


def _teams(roles: Sequence[discord.Role], words: Words) -> tuple[Team, ...]:
    if not roles:
        return tuple(Team(words("trivia-team", number=number)) for number in range(1, TEAMS + 1))
    if len({role.id for role in roles}) < TEAMS or any(role.is_default() for role in roles):
        raise Refused("teams-two-roles")
    return tuple(Team(role.name[:LONGEST_TEAM], role.id) for role in roles)
