"""What members do with a game: start, join, answer, skip, stop. Who leads it from step to step is master.py."""

from collections.abc import Collection

import msgspec

from bot.errors import Mention, Refused
from bot.services.guilds import Guilds
from bot.services.trivia.desk import Desk, Door, Receipt
from bot.services.trivia.master import GameMaster
from bot.services.trivia.questions import Questions
from bot.services.trivia.table import Table, row_of, table_of
from bot.storage.games import GameBook, GameRow
from bot.trivia.rounds import LIVES, LONGEST_READING, MOST_HUMANS, GameOptions, Mode, Rules
from bot.trivia.scoring import Player, team_for
from bot.trivia.session import State, Why


class Actor(msgspec.Struct, frozen=True):
    """Who does something: their roles, whether they manage the server, and whether they moderate the channel."""

    user_id: int
    roles: Collection[int] = ()
    manages: bool = False
    moderates: bool = False


class Votes(msgspec.Struct, frozen=True):
    """How many would skip a question, of how many that it takes."""

    given: int
    needed: int

    @property
    def enough(self) -> bool:
        return self.given >= self.needed


class Games:
    """Use cases of games. All of them raise Refused for what cannot be done, and StorageTrouble."""

    def __init__(self, book: GameBook, desk: Desk, master: GameMaster, questions: Questions, guilds: Guilds) -> None:
        self._book, self._desk, self.master = book, desk, master
        self._questions, self._guilds = questions, guilds

    async def start(self, guild_id: int, channel_id: int, actor: Actor, options: GameOptions) -> Table:
        """Begins a game in a channel; one with a lobby waits for players there first."""
        await self._check(guild_id, channel_id, actor)
        if (known := await self._book.in_channel(channel_id)) is not None:
            raise Refused("game-here", link=Mention(await self.link(known)))
        typed = options.mode is Mode.TYPED
        count = await self._questions.count(options.topic, options.difficulty, guild_id=guild_id, typed=typed)
        if not count:
            raise Refused("no-questions")
        rules = await self.rules(guild_id)
        options = msgspec.structs.replace(options, rounds=min(options.rounds, count), rules=rules)
        now = self.master.now_ms()
        new = GameRow(
            guild_id,
            channel_id,
            actor.user_id,
            State.LOBBY.value,
            msgspec.to_builtins(options),
            opened_at=now // 1000,
            due_ms=now,
        )
        game = await self._book.open(new)
        if game is None:  # somebody was faster
            known = await self._book.in_channel(channel_id)
            raise Refused("game-here", link=Mention(await self.link(known) if known else f"<#{channel_id}>"))
        await self.master.turn()
        return Table(game, options, {}, ())

    async def table(self, game_id: int) -> Table | None:
        sheet = await self._book.sheet(game_id)
        return None if sheet is None else table_of(sheet)

    async def link(self, game: GameRow) -> str:
        """The address of a game's latest message; of its channel, when nothing was posted yet."""
        sheet = await self._book.sheet(game.id)
        posted = sheet.round.message_id if sheet is not None and sheet.round is not None else None
        place = f"https://discord.com/channels/{game.guild_id}/{game.channel_id}"
        message = posted or game.message_id
        return f"{place}/{message}" if message else place

    async def join(self, game_id: int, actor: Actor, team: int | None = None) -> Table:
        """Somebody plays, or changes sides. In teams by roles the role decides, else `team`, else the smallest."""
        async with self.master.lock(game_id):
            table = await self._lobby(game_id)
            known = table.players.get(actor.user_id)
            side = self._side(table, actor, team)
            lives = LIVES if table.options.mode is Mode.ELIMINATION else None
            if known is None or known.team != side:
                if not await self._book.join(table.game, row_of(Player(actor.user_id, side, lives))):
                    raise Refused("lobby-over")
                table = await self.table(game_id) or table
            return table

    async def leave(self, game_id: int, actor: Actor) -> Table:
        """Somebody does not play after all."""
        async with self.master.lock(game_id):
            table = await self._lobby(game_id)
            await self._book.leave(game_id, actor.user_id)
            return await self.table(game_id) or table

    async def begin(self, game_id: int, actor: Actor) -> None:
        """The starter waits for nobody else."""
        async with self.master.lock(game_id):
            table = await self._lobby(game_id)
            if not (actor.moderates or table.game.starter_id == actor.user_id):
                raise Refused("not-your-game")
            if len(table.players) < 2:
                raise Refused("too-few-joined")
            await self._book.move(table.game, table.game.state, self.master.now_ms())
        await self.master.turn()

    async def answer(
        self,
        game_id: int,
        number: int,
        user_id: int,
        press_id: int,
        *,
        choice: int | None = None,
        text: str | None = None,
    ) -> Receipt:
        """Stores an answer to question `number` of a game: see Desk.take."""
        return await self._desk.take(game_id, number, user_id, press_id, choice=choice, text=text)

    async def guess(self, channel_id: int, user_id: int, press_id: int, text: str) -> Receipt:
        """A typed answer to whatever is asked in the channel."""
        game, door = await self._asking(channel_id)
        return await self._desk.take(game.id, door.number, user_id, press_id, text=text)

    async def skip(self, channel_id: int, actor: Actor) -> Votes:
        """Who started the game, or moderates, skips a question; others vote, and more than half of who plays is
        enough.
        """
        game, door = await self._asking(channel_id)
        if not (actor.moderates or game.starter_id == actor.user_id):
            voters = await self._book.vote(game, door.number, actor.user_id)
            before = await self._book.answered(game.id, door.number - 1)
            playing = {*door.given, *voters, *before}
            votes = Votes(len(voters), len(playing) // 2 + 1)
            if not votes.enough:
                return votes
        else:
            votes = Votes(1, 1)
        async with self.master.lock(game.id):
            table = await self.table(game.id)
            if table is None or table.state is not State.ASKING or table.number != door.number:
                raise Refused("nothing-to-skip")
            await self.master.settle(table, skipped=True)
        await self.master.turn()
        return votes

    async def stop(self, channel_id: int, actor: Actor) -> None:
        """Ends the game of a channel. What was answered so far is counted."""
        game = await self._book.in_channel(channel_id)
        if game is None:
            raise Refused("no-game-here")
        if not (actor.moderates or game.starter_id == actor.user_id):
            raise Refused("not-your-game")
        async with self.master.lock(game.id):
            table = await self.table(game.id)
            if table is not None and table.state is State.ASKING:
                await self.master.settle(table)
                table = await self.table(game.id)
            if table is None or table.state is State.ENDED:
                raise Refused("no-game-here")
            await self.master.end(table, Why.STOPPED)
        await self.master.turn()

    def forget(self, whose: int) -> None:
        """Takes open questions out of memory: what is stored of somebody has changed by another way."""
        self._desk.forget()

    async def rules(self, guild_id: int) -> Rules:
        """What a server decided about its games."""
        kept = await self._book.rules(guild_id)
        return Rules() if kept is None else msgspec.convert(dict(kept), Rules)

    async def set_rules(self, guild_id: int, user_id: int, **changes: int | bool | None) -> Rules:
        """Decides some of it, for good and with a trace. None leaves one as it is."""
        before = await self.rules(guild_id)
        wanted = {name: value for name, value in changes.items() if value is not None}
        rules = msgspec.structs.replace(before, **wanted)
        if not (0 <= rules.reading <= LONGEST_READING and 1 <= rules.humans <= MOST_HUMANS):
            raise ValueError(f"no such rules: {rules}")
        if rules != before:
            await self._book.set_rules(guild_id, msgspec.to_builtins(rules))
            told = (msgspec.to_builtins(before), msgspec.to_builtins(rules))
            await self._guilds.note(guild_id, user_id, "rules", *told)
        return rules

    async def _check(self, guild_id: int, channel_id: int, actor: Actor) -> None:
        """Whether the server lets them start one here."""
        settings = await self._guilds.of(guild_id)
        if settings.games == "nobody":
            raise Refused("games-off")
        if settings.games == "hosts" and not (actor.manages or settings.host_role_id in actor.roles):
            raise Refused("games-hosts")
        if settings.game_channels and channel_id not in settings.game_channels:
            raise Refused("games-elsewhere", channels=Mention(" ".join(f"<#{one}>" for one in settings.game_channels)))

    async def _lobby(self, game_id: int) -> Table:
        table = await self.table(game_id)
        if table is None or table.state is State.ENDED:
            raise Refused("game-over")
        if table.state is not State.LOBBY:
            raise Refused("lobby-over")
        return table

    def _side(self, table: Table, actor: Actor, team: int | None) -> int | None:
        teams = table.options.teams
        if table.options.mode is not Mode.TEAMS:
            return None
        by_role = [number for number, one in enumerate(teams) if one.role_id in actor.roles and one.role_id]
        if by_role:
            return by_role[0]
        if team is not None and 0 <= team < len(teams):
            return team
        others = [player for player in table.players.values() if player.user_id != actor.user_id]
        return team_for(others, table.options)

    async def _asking(self, channel_id: int) -> tuple[GameRow, Door]:
        game = await self._book.in_channel(channel_id)
        if game is None:
            raise Refused("no-game-here")
        door = await self._desk.door(game.id)
        if door is None or not door.open:
            raise Refused("no-question-now")
        return game, door
