"""One interaction a fan started, what the bot made of it, and reading an answer as a fan reads it."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

Payload = dict[str, Any]


@dataclass(slots=True)
class Asked:
    """One interaction a fan started, and what the bot made of it. Times are `time.perf_counter()` seconds."""

    id: int
    kind: int
    token: str
    channel_id: int
    user: Payload
    dispatched: float = 0.0
    due: float | None = None
    answered: float | None = None
    callback_type: int | None = None
    data: Payload = field(default_factory=dict)
    message: Payload | None = None
    origin: Payload | None = None  # the message whose button was pressed
    followups: list[Payload] = field(default_factory=list)
    refusals: list[int] = field(default_factory=list)
    on_answer: Any = None
    _waiting: list[tuple[asyncio.Future[None], bool]] = field(default_factory=list)

    @property
    def latency(self) -> float:
        """Seconds from dispatch to the bot's callback having been read here."""
        if self.answered is None:
            raise LookupError("not answered")
        return self.answered - self.dispatched

    @property
    def readable(self) -> bool:
        """Whether a fan can read the answer: anything but a bare "thinking" deferral."""
        return self.answered is not None and (self.callback_type != 5 or self.message is not None)

    @property
    def choices(self) -> list[Payload]:
        choices: list[Payload] = self.data.get("choices", [])
        return choices

    @property
    def text(self) -> str:
        """Every word of the answer a fan reads, one piece a line."""
        return "\n".join(words(self.message or self.data))

    async def answer(self, within: float = 10.0) -> Asked:
        """Wait for the acknowledgement (whatever kind). Raises TimeoutError."""
        return await self._wait(within, readable=False)

    async def content(self, within: float = 10.0) -> Asked:
        """Wait until there is something to read, past a deferral. Raises TimeoutError."""
        return await self._wait(within, readable=True)

    async def _wait(self, within: float, *, readable: bool) -> Asked:
        if not (self.readable if readable else self.answered is not None):
            future = asyncio.get_running_loop().create_future()
            self._waiting.append((future, readable))
            async with asyncio.timeout(within):
                await future
        return self

    def tell(self) -> None:
        """Wake whoever waited for the state this has reached."""
        for future, readable in self._waiting:
            if not future.done() and (self.readable or not readable):
                future.set_result(None)
        if self.on_answer is not None and self.readable:
            self.on_answer(self)
            self.on_answer = None


def components(payload: Payload) -> Iterator[Payload]:
    """All components of a message, nested ones after their parents."""
    below = payload.get("components") or []
    for component in [*below, *filter(None, [payload.get("accessory"), payload.get("component")])]:
        yield component
        yield from components(component)


def words(message: Payload) -> Iterator[str]:
    """The readable pieces of a message: content, embeds, text displays, labels and options."""
    if message.get("content"):
        yield message["content"]
    for embed in message.get("embeds") or []:
        pieces = [embed.get("title"), embed.get("description"), (embed.get("footer") or {}).get("text")]
        pieces += [piece for entry in embed.get("fields") or [] for piece in (entry["name"], entry["value"])]
        yield from filter(None, pieces)
    for component in components(message):
        yield from filter(None, [component.get("content"), component.get("label"), component.get("placeholder")])
        yield from (option["label"] for option in component.get("options") or [])
