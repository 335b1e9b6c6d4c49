"""The stand-in's REST v10: what Discord answers a bot, faults on request, and a record of every call.

It must not judge what a bot sends beyond what Discord refuses by protocol (late, twice, unknown); a validator
hangs on `on_request`.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, NamedTuple

import msgspec
from aiohttp import web

from tests.stand_in.asked import Asked, Payload
from tests.stand_in.gateway import Gateway
from tests.stand_in.world import World

ANSWER_WITHIN = 3.0
EPHEMERAL, LOADING = 1 << 6, 1 << 7


class Recorded(NamedTuple):
    """One REST request as it came in, and the status it got."""

    method: str
    path: str
    body: Any
    status: int


@dataclass
class Fault:
    """What the next `times` matching requests meet. Status 0 cuts the connection instead of answering."""

    status: int
    path: re.Pattern[str]
    method: str | None
    times: int
    retry_after: float


class Refusal(Exception):
    """An answer Discord gives instead of what was asked for."""

    def __init__(self, status: int, code: int, message: str, headers: dict[str, str] | None = None, **extra: Any):
        super().__init__(message)
        self.status = status
        self.body = {"message": message, "code": code, **extra}
        self.headers = headers or {}


class Rest:
    """Serves the routes the bot uses; any other is 404, as a missing one is on Discord."""

    def __init__(
        self,
        world: World,
        gateway: Gateway,
        *,
        shards: int,
        record: bool,
        on_request: Callable[[str, str, Any], None] | None,
    ) -> None:
        self.world = world
        self.gateway = gateway
        self.shards = shards
        self.record = record
        self.on_request = on_request
        self.requests: list[Recorded] = []
        self.commands: dict[str, Payload] = {}
        self.messages: dict[str, Payload] = {}
        self.asked: dict[str, Asked] = {}
        self.faults: list[Fault] = []
        route = re.compile
        self._routes: list[tuple[str, re.Pattern[str], Callable[..., Any]]] = [
            ("POST", route(r"/interactions/(\d+)/([^/]+)/callback"), self._callback),
            ("POST", route(r"/webhooks/\d+/([^/]+)"), self._followup),
            ("GET", route(r"/webhooks/\d+/([^/]+)/messages/([^/]+)"), self._read_answer),
            ("PATCH", route(r"/webhooks/\d+/([^/]+)/messages/([^/]+)"), self._edit_answer),
            ("DELETE", route(r"/webhooks/\d+/([^/]+)/messages/([^/]+)"), self._delete_answer),
            ("POST", route(r"/channels/(\d+)/messages"), self._post_message),
            ("GET", route(r"/channels/(\d+)/messages"), self._list_messages),
            ("GET", route(r"/channels/(\d+)/messages/(\d+)"), self._read_message),
            ("PATCH", route(r"/channels/(\d+)/messages/(\d+)"), self._edit_message),
            ("GET", route(r"/users/@me"), lambda body: self.world.bot()),
            ("GET", route(r"(?:/oauth2)?/applications/@me"), lambda body: self.world.application()),
            ("GET", route(r"/gateway/bot"), self._gateway_bot),
            ("GET", route(r"/applications/\d+/commands"), lambda body: list(self.commands.values())),
            ("PUT", route(r"/applications/\d+/commands"), self._put_commands),
            ("GET", route(r"/channels/(\d+)"), lambda body, channel: self.world.channel(int(channel))),
        ]

    async def _serve(self, request: web.BaseRequest) -> web.StreamResponse:
        if request.path.startswith("/gateway"):
            return await self.gateway.serve(request)
        raw = await self._body(request)
        received = time.perf_counter()
        path = request.path.removeprefix("/api/v10")
        body = msgspec.json.decode(raw) if raw else None
        if self.on_request is not None:
            self.on_request(request.method, path, body)
        try:
            self._meet_fault(request, path)
            if request.headers.get("Authorization") != f"Bot {self.gateway.token}" and self._needs_token(path):
                raise Refusal(401, 0, "401: Unauthorized")
            answer = self._answer(request, path, body, received)
            status, headers = (204, {}) if answer is None else (200, {})
        except Refusal as refusal:
            status, answer, headers = refusal.status, refusal.body, refusal.headers
        if self.record:
            self.requests.append(Recorded(request.method, path, body, status))
        if status == 0 and request.transport is not None:
            request.transport.abort()
            return web.Response()  # to nobody
        payload = None if answer is None else msgspec.json.encode(answer)
        return web.Response(status=status, body=payload, content_type="application/json", headers=headers)

    @staticmethod
    async def _body(request: web.BaseRequest) -> bytes:
        """The JSON of a request: its body, or of an upload the part `payload_json`."""
        if request.content_type != "multipart/form-data":
            return await request.read()
        raw = b""
        async for part in await request.multipart():
            content = await part.read()
            if part.name == "payload_json":
                raw = bytes(content)
        return raw

    @staticmethod
    def _needs_token(path: str) -> bool:
        return not path.startswith(("/interactions/", "/webhooks/"))

    def _meet_fault(self, request: web.BaseRequest, path: str) -> None:
        for fault in self.faults:
            if fault.times > 0 and fault.method in (None, request.method) and fault.path.search(path):
                fault.times -= 1
                if fault.status == 429:
                    # Without Via, discord.py takes a 429 for Cloudflare's and gives up.
                    headers = {"Via": "1.1 stand-in", "Retry-After": str(max(1, round(fault.retry_after)))}
                    raise Refusal(
                        429,
                        0,
                        "You are being rate limited.",
                        headers,
                        **{"retry_after": fault.retry_after, "global": False},
                    )
                raise Refusal(fault.status, 0, f"{fault.status}: injected")

    def _answer(self, request: web.BaseRequest, path: str, body: Any, received: float) -> Any:
        for method, pattern, handler in self._routes:
            if method == request.method and (found := pattern.fullmatch(path)):
                if handler == self._callback:
                    return self._callback(body, *found.groups(), received, "with_response" in request.query)
                return handler(body, *found.groups())
        raise Refusal(404, 0, "404: Not Found")

    def _gateway_bot(self, body: Any) -> Payload:
        limit = {"total": 1000, "remaining": 999, "reset_after": 0, "max_concurrency": 1}
        return {"url": self.gateway.url, "shards": self.shards, "session_start_limit": limit}

    def _put_commands(self, body: list[Payload]) -> list[Payload]:
        """Discord keeps a command's id while its name stays, and answers with the whole list."""
        fresh: dict[str, Payload] = {}
        for command in body:
            known = self.commands.get(command["name"])
            fresh[command["name"]] = {
                "description": "",
                "type": 1,
                "default_member_permissions": None,
                "nsfw": False,
                **command,
                "id": known["id"] if known else str(self.world.new_id()),
                "version": str(self.world.new_id()),
                "application_id": str(self.world.application_id),
            }
        self.commands = fresh
        return list(fresh.values())

    def _callback(self, body: Payload, interaction_id: str, token: str, received: float, echo: bool) -> Payload | None:
        asked = self.asked.get(token)
        if asked is None or str(asked.id) != interaction_id:
            raise Refusal(404, 10062, "Unknown interaction")
        if asked.answered is not None:
            asked.refusals.append(40060)
            raise Refusal(400, 40060, "Interaction has already been acknowledged.")
        if received - asked.dispatched > ANSWER_WITHIN:
            asked.refusals.append(10062)
            raise Refusal(404, 10062, "Unknown interaction")
        asked.answered = received
        asked.callback_type = kind = body["type"]
        asked.data = body.get("data") or {}
        message = None
        if kind == 7 and asked.origin is not None:
            asked.message = message = self._revise(asked.origin, asked.data)
        elif kind == 4 and self.record:
            asked.message = message = self._keep(self.world.answer(asked, asked.data))
        elif kind == 6:
            asked.message = asked.origin
        asked.tell()
        if not echo:
            return None
        if message is None:
            message = self.world.answer(asked, asked.data) if kind in (4, 5) else None
        told = {
            "id": interaction_id,
            "type": asked.kind,
            "response_message_loading": kind == 5,
            "response_message_ephemeral": bool((asked.data.get("flags") or 0) & EPHEMERAL),
        }
        if message is None:
            return {"interaction": told}
        if kind == 5:
            message["flags"] |= LOADING
        return {
            "interaction": told | {"response_message_id": message["id"]},
            "resource": {"type": kind, "message": message},
        }

    def _keep(self, message: Payload) -> Payload:
        self.messages[message["id"]] = message
        return message

    def _by_token(self, token: str) -> Asked:
        asked = self.asked.get(token)
        if asked is None or asked.answered is None:
            raise Refusal(404, 10015, "Unknown Webhook")
        return asked

    def _followup(self, body: Payload, token: str) -> Payload:
        asked = self._by_token(token)
        message = self._keep(self.world.answer(asked, body))
        if asked.readable:
            asked.followups.append(message)
        else:
            asked.message = message
        asked.tell()
        return message

    def _answer_message(self, token: str, message_id: str) -> Payload:
        asked = self._by_token(token)
        message = asked.message if message_id == "@original" else self.messages.get(message_id)
        if message is None:
            raise Refusal(404, 10008, "Unknown Message")
        return message

    def _read_answer(self, body: Any, token: str, message_id: str) -> Payload:
        return self._answer_message(token, message_id)

    def _edit_answer(self, body: Payload, token: str, message_id: str) -> Payload:
        asked = self._by_token(token)
        if asked.message is None and message_id == "@original":
            asked.message = self._keep(self.world.answer(asked, body))
        message = self._revise(self._answer_message(token, message_id), body)
        asked.tell()
        return message

    def _delete_answer(self, body: Any, token: str, message_id: str) -> None:
        self.messages.pop(self._answer_message(token, message_id)["id"], None)

    def _revise(self, message: Payload, body: Payload) -> Payload:
        fresh = self.world.message(int(message["channel_id"]), body)
        message.update({key: fresh[key] for key in ("content", "embeds", "components", "flags") if key in body})
        message["edited_timestamp"] = fresh["timestamp"]
        return message

    def _post_message(self, body: Payload, channel: str) -> Payload:
        return self._keep(self.world.message(int(channel), body))

    def _list_messages(self, body: Any, channel: str) -> list[Payload]:
        return [message for message in reversed(self.messages.values()) if message["channel_id"] == channel][:50]

    def _read_message(self, body: Any, channel: str, message_id: str) -> Payload:
        if message_id not in self.messages:
            raise Refusal(404, 10008, "Unknown Message")
        return self.messages[message_id]

    def _edit_message(self, body: Payload, channel: str, message_id: str) -> Payload:
        return self._revise(self._read_message(None, channel, message_id), body)

    def fail(
        self, status: int, path: str, *, method: str | None = None, times: int = 1, retry_after: float = 0.3
    ) -> Fault:
        """Let the next `times` requests whose path matches meet `status` (0: a cut connection)."""
        fault = Fault(status, re.compile(path), method, times, retry_after)
        self.faults.append(fault)
        return fault

    def requested(self, method: str, path: str) -> list[Recorded]:
        """The recorded requests whose whole path matches."""
        pattern = re.compile(path)
        return [request for request in self.requests if request.method == method and pattern.fullmatch(request.path)]
