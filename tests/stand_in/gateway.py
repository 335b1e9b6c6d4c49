"""The stand-in's gateway v10: HELLO, IDENTIFY, heartbeats, RESUME with replay, and the ways it can fail.

It must not know what an event means; `StandIn` hands it finished payloads.
"""

from __future__ import annotations

import asyncio
import time
import zlib
from collections import Counter, deque
from dataclasses import dataclass, field

import msgspec
from aiohttp import WSMsgType, web

from tests.stand_in.asked import Payload
from tests.stand_in.world import World

GUILDS_INTENT = 1
PRIVILEGED_INTENTS = 1 << 1 | 1 << 8 | 1 << 15
EVENTS_KEPT_FOR_REPLAY = 20_000


@dataclass(slots=True, eq=False)
class Connection:
    """One WebSocket with its compression and an ordered queue of what is to be written."""

    socket: web.WebSocketResponse
    transport: asyncio.Transport | None
    deflate: zlib._Compress | None
    session: Session | None = None
    queue: asyncio.Queue[bytes] = field(default_factory=asyncio.Queue)
    opened: float = field(default_factory=time.perf_counter)

    def push(self, op: int, data: object = None, event: str | None = None, sequence: int | None = None) -> None:
        raw = msgspec.json.encode({"op": op, "d": data, "t": event, "s": sequence})
        self.queue.put_nowait(raw)

    async def write(self) -> None:
        """Write until the socket ends; one stream has one compression context, so order matters."""
        try:
            while True:
                raw = await self.queue.get()
                if self.deflate is None:
                    await self.socket.send_str(raw.decode())
                else:
                    await self.socket.send_bytes(self.deflate.compress(raw) + self.deflate.flush(zlib.Z_SYNC_FLUSH))
        except (ConnectionError, RuntimeError):
            return


@dataclass(slots=True, eq=False)
class Session:
    """What RESUME returns to; outlives its connection."""

    id: str
    shard: int
    shards: int
    connection: Connection | None
    sequence: int = 0
    sent: deque[tuple[int, str, object]] = field(default_factory=lambda: deque(maxlen=EVENTS_KEPT_FOR_REPLAY))
    greeted: bool = False


class Gateway:
    """All connections and sessions. `count`: how often a bot did what (identify, resume, ...)."""

    def __init__(self, world: World, token: str, *, heartbeat_seconds: float = 41.25) -> None:
        self.world = world
        self.token = token
        self.heartbeat_seconds = heartbeat_seconds
        self.acknowledge_heartbeats = True
        self.refuses = False  # every handshake, while REST goes on
        self.url = ""
        self.connections: set[Connection] = set()
        self.sessions: dict[str, Session] = {}
        self.count: Counter[str] = Counter()
        self.intents = 0

    async def serve(self, request: web.BaseRequest) -> web.StreamResponse:
        if self.refuses:
            self.count["refused"] += 1
            return web.Response(status=503)
        socket = web.WebSocketResponse(compress=False, max_msg_size=0)
        await socket.prepare(request)
        deflate = zlib.compressobj() if request.query.get("compress") == "zlib-stream" else None
        connection = Connection(socket, request.transport, deflate)
        self.connections.add(connection)
        self.count["connect"] += 1
        writer = asyncio.create_task(connection.write())
        connection.push(10, {"heartbeat_interval": round(self.heartbeat_seconds * 1000)})
        try:
            async for frame in socket:
                if frame.type in (WSMsgType.TEXT, WSMsgType.BINARY):
                    await self._receive(connection, msgspec.json.decode(frame.data))
        finally:
            writer.cancel()
            self.connections.discard(connection)
            if connection.session is not None and connection.session.connection is connection:
                connection.session.connection = None
        return socket

    async def _receive(self, connection: Connection, payload: Payload) -> None:
        match payload.get("op"):
            case 1:
                self.count["heartbeat"] += 1
                if self.acknowledge_heartbeats:
                    connection.push(11)
            case 2:
                await self._identify(connection, payload["d"])
            case 6:
                self._resume(connection, payload["d"])
            case 3 | 4 | 8:
                self.count["other"] += 1
            case _:
                await connection.socket.close(code=4001, message=b"Unknown opcode.")

    async def _identify(self, connection: Connection, data: Payload) -> None:
        shard, shards = data.get("shard") or (0, 1)
        self.intents = int(data["intents"])
        if data["token"] != self.token:
            await connection.socket.close(code=4004, message=b"Authentication failed.")
        elif self.intents & PRIVILEGED_INTENTS:
            await connection.socket.close(code=4014, message=b"Disallowed intent(s).")
        else:
            self.count["identify"] += 1
            self._greet(connection, shard, shards)

    def _greet(self, connection: Connection, shard: int, shards: int) -> None:
        for old in [
            session for session in self.sessions.values() if (session.shard, session.shards) == (shard, shards)
        ]:
            del self.sessions[old.id]
        session = Session(f"session{self.count['identify']:04d}", shard, shards, connection)
        self.sessions[session.id] = connection.session = session
        mine = [guild for guild in range(self.world.guilds) if (self.world.guild_id(guild) >> 22) % shards == shard]
        application = {"id": str(self.world.application_id), "flags": 0}
        ready = {
            "v": 10,
            "user": self.world.bot(),
            "session_id": session.id,
            "resume_gateway_url": self.url,
            "shard": [shard, shards],
            "application": application,
            "private_channels": [],
            "guilds": [{"id": str(self.world.guild_id(guild)), "unavailable": True} for guild in mine],
        }
        self.emit(session, "READY", ready)
        if self.intents & GUILDS_INTENT:
            for guild in mine:
                self.emit(session, "GUILD_CREATE", self.world.guild(guild))
        session.greeted = True

    def _resume(self, connection: Connection, data: Payload) -> None:
        session = self.sessions.get(data["session_id"])
        if data["token"] != self.token or session is None or data["seq"] > session.sequence:
            self.count["resume refused"] += 1
            connection.push(9, False)
            return
        self.count["resume"] += 1
        session.connection, connection.session = connection, session
        for sequence, event, body in session.sent:
            if sequence > data["seq"]:
                connection.push(0, body, event, sequence)
        self.emit(session, "RESUMED", {})

    def emit(self, session: Session, event: str, body: object) -> None:
        session.sequence += 1
        session.sent.append((session.sequence, event, body))
        if session.connection is not None:
            session.connection.push(0, body, event, session.sequence)

    def dispatch(self, event: str, body: object, guild: int | None) -> None:
        """To the shard that serves the guild (shard 0 for None); kept for replay when nobody is connected."""
        for session in self.sessions.values():
            place = 0 if guild is None else (self.world.guild_id(guild) >> 22) % session.shards
            if place == session.shard:
                self.emit(session, event, body)
                return
        raise LookupError("no bot has identified for that guild")

    def ready(self, shards: int = 1, since: float = 0.0) -> bool:
        """Every shard is connected and was sent READY and its guilds (or RESUMED).

        Only connections opened after `since` count (`time.perf_counter()`): that of a process which has just ended
        may not have been noticed to be gone.
        """
        connections = [session.connection for session in self.sessions.values() if session.greeted]
        return sum(one is not None and one.opened > since for one in connections) >= shards

    # Faults

    async def close(self, code: int) -> None:
        """Close every connection with a close frame."""
        for connection in list(self.connections):
            await connection.socket.close(code=code)

    def cut(self) -> None:
        """Reset every TCP connection, without a close frame."""
        for connection in list(self.connections):
            if connection.session is not None:
                connection.session.connection = None
            if connection.transport is not None:
                connection.transport.abort()

    def invalidate(self, *, resumable: bool = False) -> None:
        """Op 9. Not resumable: the session is forgotten and the bot must IDENTIFY again."""
        for connection in list(self.connections):
            if not resumable and connection.session is not None:
                self.sessions.pop(connection.session.id, None)
                connection.session = None
            connection.push(9, resumable)

    def ask_reconnect(self) -> None:
        """Op 7: please connect again and RESUME."""
        for connection in list(self.connections):
            connection.push(7)
