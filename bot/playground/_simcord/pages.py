"""One channel as simcord's preview shows it, made live. Who may see what stays simcord's business."""

from collections.abc import Callable, Mapping
from typing import Any

import aiohttp.web
from simcord.backend.errors import SetupError
from simcord.builders import ChannelHandle
from simcord.preview import Preview, _server
from simcord.preview._pages import _Page

from bot.playground._simcord.haste import quicken
from bot.playground._simcord.runtime import LiveEnv


class LivePreview(Preview):
    """One channel's pages. Actions wait for their turn instead of being refused, and news is published by itself."""

    _MAX_PAGES = 200
    env: LiveEnv

    def __init__(
        self, env: LiveEnv, channel: ChannelHandle, viewers: tuple[Any, ...], polish: Callable[[_Page], None]
    ) -> None:
        quicken()
        super().__init__(
            env,
            channel,
            viewers,
            layout="channel",
            display="responsive",
            width=1280,
            height=800,
            locale="en-US",
            timezone="UTC",
            presentation_time=None,
            assets=None,
            port=0,
        )
        self._polish = polish
        self._server = Door(self)

    async def __aenter__(self) -> "LivePreview":
        await super().__aenter__()
        self.env._preview = None  # it allows itself one per Env
        return self

    def republish(self) -> None:
        """Bring every open page up to date."""
        for page in tuple(self._pages.values()):
            if page is not self._python and page.id in self._pages:
                self._publish(page, reason="refresh")

    def _publish(self, page: _Page, *, reason: Any = "action") -> None:
        self._advance_presentation_time()
        super()._publish(page, reason=reason)
        self._polish(page)

    async def _action(self, context_id: str | None, body: Mapping[str, Any]) -> dict[str, Any]:
        async with self.env.lock:
            page = self._get_page(context_id)
            if isinstance(body, dict):
                if "published_revision" in body:  # a click on what was just replaced is still a click
                    body["published_revision"] = page.revision
                if body.get("kind") == "close":
                    body["kind"] = "refresh"  # the playground ends where it was begun, not in a browser
            self.env._preview = self
            try:
                return await super()._action(context_id, body)
            finally:
                self.env._preview = None

    def _open_page(self, viewer_id: Any = None, target_id: Any = None) -> _Page:
        try:
            return super()._open_page(viewer_id, target_id)
        except SetupError:
            return super()._open_page(None, None)

    def _initial_target(self, viewer: Any, channel_id: int) -> int | None:
        return None  # a conversation opens at its end, not at the bot's last word


class Door(_server.PreviewServer):
    """A channel's way into the shared site: simcord's request handlers without its own port."""

    async def start(self) -> None:
        vars(_server)["web"] = aiohttp.web  # it imports this where it would bind

    async def close(self) -> None:
        pass
