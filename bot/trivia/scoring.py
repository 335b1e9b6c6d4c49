"""What answers are worth, who is ahead, and when a game is decided. Pure; knows no question and no clock.

A right answer is worth 100, up to 50 more for speed (falling evenly over the time to answer, after the time to read),
and 10 more for each right answer in a row before it, at most 50. A question that was skipped scores nobody.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence

import msgspec
from msgspec.structs import replace

from bot.trivia.rounds import SUDDEN_DEATHS, GameOptions, Mode, Window

BASE, SPEED = 100, 50
STREAK_STEP, STREAK_MOST = 10, 50


class Player(msgspec.Struct, frozen=True):
    """One who plays. `lives` None: nobody loses any; `team` None: plays alone."""

    user_id: int
    team: int | None = None
    lives: int | None = None
    points: int = 0
    right: int = 0
    streak: int = 0

    @property
    def is_out(self) -> bool:
        return self.lives == 0


class Mark(msgspec.Struct, frozen=True):
    """What one answer came to; `taken_ms` from the question's message to the answer."""

    user_id: int
    right: bool
    points: int
    taken_ms: int


class Place(msgspec.Struct, frozen=True):
    """One line of the standings: a player's, or a team's (then `who` is its number). Ties share a rank."""

    rank: int
    who: int
    points: int
    lives: int | None = None


def points_for(taken_ms: int, options: GameOptions, streak: int) -> int:
    """What a right answer is worth after `taken_ms`, to who gave `streak` right ones in a row before it."""
    late = min(max(taken_ms - 1000 * options.rules.reading, 0), 1000 * options.seconds)
    speed = round(SPEED * (1 - late / (1000 * options.seconds)))
    return BASE + speed + min(STREAK_STEP * streak, STREAK_MOST)


def settle(
    answers: Mapping[int, tuple[int, bool]],
    players: Mapping[int, Player],
    options: GameOptions,
    open_for: Window,
    *,
    skipped: bool = False,
) -> tuple[list[Mark], dict[int, Player]]:
    """What a question brought: `answers` says of each member when they answered (UTC ms), and whether rightly.

    Returns a mark for each answer and every player as they are afterwards. In an elimination whoever was not right
    loses a life, unless nobody was: what nobody knows costs nobody anything.
    """
    new = {user_id: Player(user_id) for user_id in answers if user_id not in players}
    now = {**players, **new}
    if skipped:
        return [Mark(user_id, False, 0, 0) for user_id in answers], now
    marks = []
    for user_id, (at_ms, right) in answers.items():
        player = now[user_id]
        taken = max(at_ms - open_for.asked_ms, 0)
        points = points_for(taken, options, player.streak) if right else 0
        marks.append(Mark(user_id, right, points, taken))
        if right:
            now[user_id] = replace(
                player, points=player.points + points, right=player.right + 1, streak=player.streak + 1
            )
    knowing = {mark.user_id for mark in marks if mark.right}
    for user_id, player in now.items():
        if user_id not in knowing:
            falls = bool(player.lives) and bool(knowing)
            now[user_id] = replace(player, streak=0, lives=player.lives - 1 if falls and player.lives else player.lives)
    return marks, now


def standings(players: Iterable[Player], options: GameOptions) -> list[Place]:
    """Everybody's place, or every team's, best first. A team counts what its members have on average."""
    if options.mode is Mode.TEAMS:
        return _ranked([(team, average(players, team), None) for team in _teams(players)])
    return _ranked([(player.user_id, player.points, player.lives) for player in players])


def average(players: Iterable[Player], team: int) -> int:
    """A team's points: the mean of its members', so that a large team has no advantage."""
    theirs = [player.points for player in players if player.team == team]
    return round(sum(theirs) / len(theirs)) if theirs else 0


def contenders(players: Collection[Player], options: GameOptions, number: int) -> frozenset[int] | None:
    """Who may answer round `number`: None is everybody; in an elimination those who have lives, and in sudden death
    those who share the first place.
    """
    if number > options.rounds:
        return _leaders(players, options)
    if options.mode is Mode.ELIMINATION:
        return frozenset(player.user_id for player in players if not player.is_out)
    return None


def is_decided(players: Collection[Player], options: GameOptions, number: int) -> bool:
    """Whether the game is over after round `number`: the rounds are played and nobody shares the first place, or
    sudden death did not help either, or one player is left.
    """
    if options.mode is Mode.ELIMINATION and sum(not player.is_out for player in players) <= 1:
        return True
    if number < options.rounds:
        return False
    first = [place for place in standings(players, options) if place.rank == 1]
    tied = len(first) > 1 and first[0].points > 0
    return not tied or number >= options.rounds + SUDDEN_DEATHS


def team_for(players: Iterable[Player], options: GameOptions) -> int:
    """The team that somebody who named none plays for: the smallest."""
    sizes = [0] * max(len(options.teams), 1)
    for player in players:
        if player.team is not None and player.team < len(sizes):
            sizes[player.team] += 1
    return sizes.index(min(sizes))


def _leaders(players: Collection[Player], options: GameOptions) -> frozenset[int]:
    first = {place.who for place in standings(players, options) if place.rank == 1}
    if options.mode is Mode.TEAMS:
        return frozenset(player.user_id for player in players if player.team in first)
    return frozenset(first)


def _teams(players: Iterable[Player]) -> list[int]:
    return sorted({player.team for player in players if player.team is not None})


def _ranked(found: Sequence[tuple[int, int, int | None]]) -> list[Place]:
    ordered = sorted(found, key=lambda one: (-(one[2] or 0), -one[1], one[0]))
    places: list[Place] = []
    for number, (who, points, lives) in enumerate(ordered, 1):
        last = places[-1] if places else None
        shares = last is not None and (last.points, last.lives) == (points, lives)
        places.append(Place(last.rank if last and shares else number, who, points, lives))
    return places
