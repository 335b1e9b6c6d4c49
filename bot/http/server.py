"""Listens on a port for as long as the bot runs. Logs no request: a calendar's address is a secret."""

import logging
from collections.abc import Awaitable, Callable

from aiohttp import web

from bot.clock import Clock
from bot.errors import PortTaken
from bot.http.calendar import CalendarFeed
from bot.services.calendars import Calendars

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]
log = logging.getLogger(__name__)


class HttpServer:
    """Answers on `host`:`port`; on loopback only, unless the operator says otherwise."""

    def __init__(self, calendars: Calendars, clock: Clock, host: str, port: int, is_ready: Callable[[], bool]) -> None:
        """Until `is_ready`, everybody is asked to come back: the port is taken before the database is open."""
        self._is_ready = is_ready
        self._app = web.Application(client_max_size=1_024, middlewares=[self._when_ready])
        CalendarFeed(calendars, clock).mount(self._app)
        self._host, self._port = host, port
        self._runner: web.AppRunner | None = None

    async def start(self) -> None:
        """Begins to listen; again, it does nothing. Raises PortTaken."""
        if self._runner is not None:
            return
        runner = web.AppRunner(self._app, access_log=None, handle_signals=False)
        await runner.setup()
        try:
            await web.TCPSite(runner, self._host, self._port).start()
        except OSError:
            await runner.cleanup()
            raise PortTaken(self._port, "Set CALENDAR_PORT to another, or leave it out.") from None
        self._runner = runner
        log.info("calendars are answered on http://%s:%d", self._host, self._port)

    async def stop(self) -> None:
        """Answers what was asked, then closes the port; safe to call twice, or without a start."""
        runner, self._runner = self._runner, None
        if runner is not None:
            await runner.cleanup()

    @web.middleware
    async def _when_ready(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        if not self._is_ready():
            return web.Response(status=503, text="Try again later.\n", headers={"Retry-After": "10"})
        return await handler(request)
