"""The outbox of ballots and nights: what is to be posted, what was, and what is to be drawn anew."""

from collections.abc import Sequence

import msgspec
import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.storage.database import Database
from bot.storage.schema.ballots import ballot_post

DUE, LOST = "due", "lost"


class Draft(msgspec.Struct, frozen=True):
    """A post to be made: of each kind `about` each thing there is one. Times in UTC seconds; `post_at` None: not now.

    Kept again, it is posted anew where it was lost or is elsewhere now, and drawn anew otherwise.
    """

    kind: str
    about: str
    channel_id: int
    post_at: int | None
    text: str = ""
    again_at: int | None = None
    hides_until: int | None = None


class PostRow(msgspec.Struct, frozen=True):
    """One as it is stored."""

    id: int
    ballot_id: int
    guild_id: int
    channel_id: int
    kind: str
    about: str
    text: str
    message_id: int | None
    wanted: int
    drawn: int
    tries: int
    post_at: int | None
    again_at: int | None
    hides_until: int | None
    state: str


class PostBook:
    """All posts of ballots."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def due(self, now: int) -> list[PostRow]:
        """What is to be posted or drawn anew by now, in the order in which it was asked for; of all servers."""
        waits = sa.and_(ballot_post.c.drawn < ballot_post.c.wanted, ballot_post.c.post_at <= now)
        return await self._posts(ballot_post.c.state == DUE, sa.or_(waits, ballot_post.c.again_at <= now))

    async def next_at(self, now: int) -> int | None:
        """When the next one will be due after now, in UTC seconds."""
        open_ones = ballot_post.c.state == DUE
        waits = (open_ones, ballot_post.c.drawn < ballot_post.c.wanted, ballot_post.c.post_at > now)
        async with self._database.read() as connection:
            first = await connection.scalar(sa.select(sa.func.min(ballot_post.c.post_at)).where(*waits))
            query = sa.select(sa.func.min(ballot_post.c.again_at)).where(open_ones, ballot_post.c.again_at > now)
            again = await connection.scalar(query)
        return min((at for at in (first, again) if at is not None), default=None)

    async def of_ballot(self, ballot_id: int) -> list[PostRow]:
        return await self._posts(ballot_post.c.ballot_id == ballot_id)

    async def find(self, post_id: int) -> PostRow | None:
        found = await self._posts(ballot_post.c.id == post_id)
        return found[0] if found else None

    async def drew(self, post: PostRow, message_id: int, again_at: int | None) -> None:
        """Keeps that a post was made, or drawn as it was wanted when `post` was read."""
        values: dict[str, object] = {
            "message_id": message_id,
            "drawn": post.wanted,
            "again_at": again_at,
            "tries": 0,
            "state": DUE,
        }
        await self._update(post, values)

    async def missed(self, post: PostRow, retry_at: int) -> None:
        """Keeps that it failed and is tried again."""
        again_at = None if post.again_at is None or post.drawn < post.wanted else retry_at
        await self._update(post, {"tries": post.tries + 1, "post_at": retry_at, "again_at": again_at})

    async def lost(self, post: PostRow) -> None:
        """Keeps that its channel or message is gone, or closed to us: nothing is tried until somebody asks."""
        await self._update(post, {"state": LOST})

    async def _update(self, post: PostRow, values: dict[str, object]) -> None:
        async with self._database.write() as connection:
            await connection.execute(sa.update(ballot_post).where(ballot_post.c.id == post.id).values(**values))

    async def _posts(self, *conditions: sa.ColumnElement[bool]) -> list[PostRow]:
        query = sa.select(ballot_post).where(*conditions).order_by(ballot_post.c.id)
        async with self._database.read() as connection:
            return [PostRow(**row) for row in (await connection.execute(query)).mappings()]


async def touch(connection: AsyncConnection, ballot_id: int, kinds: Sequence[str], about: Sequence[str] = ()) -> None:
    """Has what was posted about a ballot drawn anew: all of some kinds, or only those about something."""
    posted = [ballot_post.c.ballot_id == ballot_id, ballot_post.c.message_id.is_not(None)]
    posted += [ballot_post.c.kind.in_(kinds), *([ballot_post.c.about.in_(about)] if about else [])]
    await connection.execute(sa.update(ballot_post).where(*posted).values(wanted=ballot_post.c.wanted + 1))


async def keep_posts(connection: AsyncConnection, ballot_id: int, guild_id: int, drafts: Sequence[Draft]) -> None:
    """Has something posted, inside the transaction of what it tells."""
    for draft in drafts:
        key = {"ballot_id": ballot_id, "kind": draft.kind, "about": draft.about}
        same = [ballot_post.c[name] == value for name, value in key.items()]
        row = (await connection.execute(sa.select(ballot_post).where(*same))).mappings().first()
        values = {name: getattr(draft, name) for name in Draft.__struct_fields__ if name not in key}
        if row is None:
            fresh = {"guild_id": guild_id, "message_id": None, "wanted": 1, "drawn": 0, "tries": 0, "state": DUE}
            await connection.execute(sa.insert(ballot_post).values(**key, **values, **fresh))
            continue
        moved = row["state"] == LOST or row["channel_id"] != draft.channel_id
        values |= {"message_id": None if moved else row["message_id"], "wanted": row["wanted"] + 1}
        values |= {"tries": 0, "state": DUE}
        await connection.execute(sa.update(ballot_post).where(*same).values(**values))
