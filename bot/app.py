"""Composition root: builds every room once. How the bot starts and stops is lifecycle.py's."""

from bot.catalogue import load_catalogue
from bot.client import Laurel
from bot.clock import Clock, SystemClock
from bot.services.bundle import Services
from bot.services.lookup import Lookup
from bot.settings import Settings
from bot.storage.commands import CommandSyncs
from bot.storage.database import Database
from bot.text import WordBook


def build_bot(settings: Settings, clock: Clock | None = None) -> Laurel:
    """The whole bot with every cog, not yet started and with no file but data/ touched.

    Raises CatalogueError when data/ breaks a law. Whoever starts it must `close()` it.
    """
    clock = clock or SystemClock()
    catalogue = load_catalogue(settings.data_dir)
    database = Database(settings.database_url)
    services = Services(
        settings=settings,
        clock=clock,
        catalogue=catalogue,
        words=WordBook(settings.data_dir),
        database=database,
        command_syncs=CommandSyncs(database),
        lookup=Lookup(catalogue, clock),
    )
    return Laurel(services)
