"""Kills a process in the middle of quizzes again and again: every acknowledged answer is there, and counted once.

Each victim takes up the games that the last one left. It forks as kill.py does, and prints one line of JSON.
"""

from __future__ import annotations

import argparse
import asyncio
import datetime
import json
import os
import random
import time
from collections import Counter
from dataclasses import asdict

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import create_async_engine

from bot.errors import Refused
from bot.services.trivia.games import Actor
from bot.storage.database import Database
from bot.storage.schema.boards import score
from bot.storage.schema.games import game_answer, game_player, game_round
from tests.chaos.examine import Acknowledged, damage, settle
from tests.chaos.kill import LIVES, NUMBERS, Findings, _migrate, one_round
from tests.conftest import NOW, StillClock
from tests.trivia.table import GUILD, STARTER, Channel, Club

CHANNELS = (20, 21, 22)
MEMBERS = range(1, 41)
BURSTS = (1, 3, 20, 60)
SLOWER = 6  # a victim of a PostgreSQL first connects, compiles and takes games up for most of a second


async def play_until_killed(url: str, seed: int, first: int, pipe: int) -> None:
    """Starts games, answers in bursts and lets time pass, for ever. The clock of each victim is a minute later."""
    dice = random.Random(seed)
    database = Database(url)
    await database.open()
    clock = StillClock(NOW + datetime.timedelta(minutes=first // NUMBERS))
    club = Club(database, clock, Channel(clock))

    def tell(done: dict[str, object]) -> None:
        os.write(pipe, json.dumps(done).encode() + b"\n")

    async def answer(game: int, number: int) -> None:
        user, press, choice = dice.choice(MEMBERS), club.press(), dice.randrange(4)
        try:
            receipt = await club.games.answer(game, number, user, press, choice=choice)
        except Refused:
            return
        if not receipt.again:
            tell({"game": game, "number": number, "user": user, "press": press, "choice": receipt.choice})

    tell({})
    await club.games.set_rules(GUILD, STARTER, humans=1)
    await club.master.work()
    while True:
        for channel in CHANNELS:
            if await club.book.in_channel(channel) is None:
                await club.start(channel=channel, rounds=3)
        living = await club.book.living()
        for _ in range(dice.randrange(1, 4)):
            burst = [dice.choice(living) for _ in range(dice.choice(BURSTS))]
            await asyncio.gather(*(answer(game.id, game.round) for game in burst))
            clock.time += datetime.timedelta(milliseconds=50)
        if dice.random() < 0.1:
            game = dice.choice(living)
            await asyncio.gather(club.games.stop(game.channel_id, Actor(STARTER)), return_exceptions=True)
        await club.wait(dice.choice((1, 7, 25)))


async def examine(url: str, heard: Acknowledged) -> list[str]:
    """What is lost, counted twice, or there by half."""
    engine = create_async_engine(url)
    async with engine.connect() as connection:
        answers = (await connection.execute(sa.select(game_answer))).mappings().all()
        rounds = (await connection.execute(sa.select(game_round))).mappings().all()
        players = (await connection.execute(sa.select(game_player))).mappings().all()
        scores = (await connection.execute(sa.select(score))).mappings().all()
    await engine.dispose()
    kept = {(one["game_id"], one["number"], one["user_id"]): one for one in answers}
    problems = []
    for told in heard:
        found = kept.get((told["game"], told["number"], told["user"]))
        same = found is not None and found["press_id"] == told["press"] and found["choice"] == told["choice"]
        if found is None or not (same or found["press_id"] > told["press"]):
            problems.append(f"acknowledged and lost: {told}, there is {found and dict(found)}")
    settled = {(one["game_id"], one["number"]) for one in rounds if one["settled_ms"] is not None}
    for one in answers:
        if ((one["game_id"], one["number"]) in settled) != (one["points"] is not None):
            problems.append(f"settled by half: {dict(one)}")
    points, asked = Counter[tuple[int, int]](), Counter[int]()
    for one in answers:
        if one["points"] is not None:
            points[one["game_id"], one["user_id"]] += one["points"]
            asked[one["user_id"]] += 1
    for one in players:
        if one["points"] != points[one["game_id"], one["user_id"]]:
            problems.append(f"points that no answer brought, or some lost: {dict(one)}")
    skipped = {(one["game_id"], one["number"]) for one in rounds if one["skipped"]}
    if skipped:
        problems.append(f"questions that nobody skipped were: {skipped}")
    boards = Counter[int]()
    for one in scores:
        boards[one["user_id"]] += one["asked"]
    if boards != asked:
        problems.append(f"boards count {boards - asked} too many and {asked - boards} too few")
    return problems


def run(url: str, rounds: int, seed: int) -> Findings:
    findings, dice = Findings(seed), random.Random(seed)
    heard: Acknowledged = []
    began = time.monotonic()
    asyncio.run(_migrate(url))
    slower = 1 if url.startswith("sqlite") else SLOWER
    for number in range(rounds):
        lives = dice.random() * dice.choice((LIVES[1], 4 * LIVES[1])) * slower
        told, problem = one_round(url, dice.randrange(2**32), number * NUMBERS, lives, play_until_killed)
        findings.rounds += 1
        findings.silent += not told
        heard += told
        if url.startswith("sqlite"):
            problem = problem or damage(url)
        else:
            asyncio.run(settle(url))
        if problem:
            findings.problems.append(f"round {number}: {problem}")
            break
    findings.acknowledged = len(heard)
    findings.problems += asyncio.run(examine(url, heard))[:20]
    findings.seconds = round(time.monotonic() - began, 1)
    return findings


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.chaos.games", description=__doc__)
    parser.add_argument("url", help="of an empty database")
    parser.add_argument("--rounds", type=int, default=100)
    parser.add_argument("--seed", type=int, default=None, help="of an earlier run, to do as it did")
    options = parser.parse_args()
    seed = random.SystemRandom().randrange(10**9) if options.seed is None else options.seed
    print(json.dumps(asdict(run(options.url, options.rounds, seed))))


if __name__ == "__main__":
    main()
