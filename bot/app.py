"""Composition root: builds every room once. How the bot starts and stops is lifecycle.py's."""

from collections.abc import Awaitable, Callable
from typing import TypeVar

from bot.catalogue import load_catalogue
from bot.client import Laurel
from bot.clock import Clock, SystemClock
from bot.services.agenda import Agenda
from bot.services.bundle import Services
from bot.services.chronicle import Chronicle
from bot.services.daybook import Daybook
from bot.services.facts import Facts
from bot.services.guilds import Guilds
from bot.services.languages import Languages
from bot.services.lookup import Lookup
from bot.services.members import Members
from bot.services.prizes import Prizes
from bot.services.reports import Reports
from bot.services.voting import Voting
from bot.services.zones import Zones
from bot.settings import Settings
from bot.storage.commands import CommandSyncs
from bot.storage.database import Database
from bot.storage.guilds import GuildBook
from bot.storage.people import PeopleBook
from bot.storage.reports import ReportBook
from bot.text import WordBook

T = TypeVar("T")


def build_bot(settings: Settings, clock: Clock | None = None) -> Laurel:
    """The whole bot with every cog, not yet started.

    Touches no file but data/, and the decoded catalogue that it keeps beside a SQLite database.

    Raises CatalogueError when data/ breaks a law. Whoever starts it must `close()` it.
    """
    clock = clock or SystemClock()
    database = Database(settings.database_url)
    catalogue = load_catalogue(settings.data_dir, database.neighbour("catalogue.cache"))
    words = WordBook(settings.data_dir)
    agenda = Agenda(catalogue, clock)
    guilds = Guilds(GuildBook(database), clock)
    members = Members(PeopleBook(database), clock)
    services = Services(
        settings=settings,
        clock=clock,
        catalogue=catalogue,
        words=words,
        database=database,
        command_syncs=CommandSyncs(database),
        lookup=Lookup(catalogue, clock),
        prizes=Prizes(catalogue, clock),
        chronicle=Chronicle(catalogue),
        facts=Facts(catalogue, clock),
        daybook=Daybook(catalogue, clock),
        agenda=agenda,
        voting=Voting(catalogue, agenda, clock),
        reports=Reports(ReportBook(database), clock),
        guilds=guilds,
        members=members,
        languages=Languages(words, guilds, members),
        zones=Zones(),
    )
    return Laurel(services)


async def with_reports(settings: Settings, work: Callable[[Reports], Awaitable[T]]) -> T:
    """What `work` returns, for a command line that needs the reports and no bot.

    Raises DatabaseError when the database cannot be used.
    """
    database = Database(settings.database_url)
    await database.open()
    try:
        return await work(Reports(ReportBook(database), SystemClock()))
    finally:
        await database.close()
