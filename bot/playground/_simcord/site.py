"""The web server: simcord's handlers for several channels behind one port, and our documents before them."""

from collections.abc import Awaitable, Callable
from importlib.resources import files

import aiohttp.web
from simcord.preview._server import PreviewServer

from bot.errors import PortTaken
from bot.playground import dressing
from bot.playground._simcord.pages import Door, LivePreview

_REPLACED = ("/", "/protocol.schema.json")
_UNUSED = tuple(f"/fonts/noto-sans-{script}-" for script in ("arabic", "devanagari", "hebrew", "sc"))
"""20 MB of fonts: the visitor's own are at hand, and hold Hangul too."""


class Site:
    """The web server on 127.0.0.1 for all channels. Requests find theirs by the secret that its document carries.

    The address needs no secret: `Host` is checked, so no foreign name can be pointed here, and no foreign page can
    read the document or send the header.
    """

    def __init__(self, port: int) -> None:
        self._port = port
        self._runner: aiohttp.web.AppRunner | None = None
        self._documents: dict[str, dressing.Sheet] = {}
        self._doors: dict[str, Door] = {}
        self._sheets: dict[str, dressing.Sheet] = {}

    @property
    def url(self) -> str:
        """The address to open, of the first channel's page."""
        return f"http://127.0.0.1:{self._port}/"

    async def open(self) -> None:
        """Take the port; visitors are asked for a moment's patience until a channel is admitted.

        Raises:
            PortTaken: the port is in use, or not ours to take.
        """
        self._sheets = dressing.wardrobe(_originals())
        app = aiohttp.web.Application(middlewares=[self._guard])
        for verb, path, handler in (
            ("POST", "/api/pages", "_pages"),
            ("DELETE", "/api/pages/{context_id}", "_delete_page"),
            ("GET", "/api/state", "_state"),
            ("GET", "/api/commands", "_commands"),
            ("GET", "/api/action-result", "_action_result"),
            ("POST", "/api/action", "_action"),
            ("GET", "/api/assets/{asset_id}", "_asset"),
        ):
            app.router.add_route(verb, path, self._through(handler))
        app.router.add_get("/{address:.*}", self._static)
        self._runner = aiohttp.web.AppRunner(app, access_log=None, shutdown_timeout=0.5)
        await self._runner.setup()
        try:
            await aiohttp.web.TCPSite(self._runner, "127.0.0.1", self._port).start()
        except OSError as error:
            await self.close()
            raise PortTaken(self._port) from error
        self._port = self._runner.addresses[0][1]

    def admit(self, name: str, preview: LivePreview, document: bytes) -> None:
        """Show the channel `name` at `/name`, with `document` as its page."""
        door = preview._server
        assert isinstance(door, Door)
        door.port = self._port
        self._doors[preview.capability] = door
        self._documents[name] = dressing.sheet(f"{name}.html", document)

    async def close(self) -> None:
        """Stop listening; requests in flight get half a second."""
        if self._runner is not None:
            await self._runner.cleanup()
            self._runner = None

    @aiohttp.web.middleware
    async def _guard(
        self,
        request: aiohttp.web.Request,
        handler: Callable[[aiohttp.web.Request], Awaitable[aiohttp.web.StreamResponse]],
    ) -> aiohttp.web.StreamResponse:
        if request.host not in (f"127.0.0.1:{self._port}", f"localhost:{self._port}"):
            raise aiohttp.web.HTTPForbidden(text="This page is only served as 127.0.0.1.")
        return await handler(request)

    def _through(self, name: str) -> Callable[[aiohttp.web.Request], Awaitable[aiohttp.web.StreamResponse]]:
        async def handle(request: aiohttp.web.Request) -> aiohttp.web.StreamResponse:
            door = self._doors.get(request.headers.get("X-Simcord-Capability", ""))
            if door is None:
                raise aiohttp.web.HTTPUnauthorized
            answer = await getattr(door, name)(request)
            assert isinstance(answer, aiohttp.web.StreamResponse)
            return answer

        return handle

    async def _static(self, request: aiohttp.web.Request) -> aiohttp.web.Response:
        address = request.path
        if not self._documents:
            return aiohttp.web.Response(status=503, text="Laurel is starting…", headers={"Refresh": "1"})
        if address == "/":
            raise aiohttp.web.HTTPFound(f"/{next(iter(self._documents))}")
        found = self._sheets.get(address) or self._documents.get(address.removeprefix("/"))
        if found is None:
            raise aiohttp.web.HTTPNotFound
        headers = {**PreviewServer._SECURITY_HEADERS, "ETag": f'"{found.tag}"', "Cache-Control": "no-cache"}
        del headers["Pragma"]
        if request.headers.get("If-None-Match") == headers["ETag"]:
            return aiohttp.web.Response(status=304, headers=headers)
        return aiohttp.web.Response(body=found.body, content_type=found.media_type, charset="utf-8", headers=headers)


def _originals() -> dict[str, bytes]:
    static = files("simcord.preview") / "static"
    return {
        address: (static / name).read_bytes()
        for address, name in PreviewServer._STATIC_FILES.items()
        if address not in _REPLACED and not address.startswith(_UNUSED)
    }
