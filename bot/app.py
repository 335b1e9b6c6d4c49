"""Composition root: builds every room once. How the bot starts and stops is lifecycle.py's."""

from collections.abc import Awaitable, Callable
from typing import TypeVar

from bot.catalogue import load_catalogue
from bot.client import Laurel
from bot.clock import Clock, SystemClock
from bot.services.agenda import Agenda
from bot.services.backups import Backups
from bot.services.bell import Bell
from bot.services.bundle import Services
from bot.services.caretaker import Caretaker
from bot.services.chronicle import Chronicle
from bot.services.daybook import Daybook
from bot.services.facts import Facts
from bot.services.failures import Failures
from bot.services.feedback import Feedback
from bot.services.follows import Follows
from bot.services.guilds import Guilds
from bot.services.languages import Languages
from bot.services.lookup import Lookup
from bot.services.members import Members
from bot.services.portability import Portability
from bot.services.privacy import Privacy, ServerData
from bot.services.prizes import Prizes
from bot.services.reports import Reports
from bot.services.setup import SetupGuide
from bot.services.voting import Voting
from bot.services.zones import Zones
from bot.settings import Settings
from bot.storage.commands import CommandSyncs
from bot.storage.database import Database
from bot.storage.departures import Departures
from bot.storage.failures import FailureBook
from bot.storage.feedback import FeedbackBook
from bot.storage.follows import FollowBook
from bot.storage.guilds import GuildBook
from bot.storage.ownership import PEOPLE, SERVERS
from bot.storage.people import PeopleBook
from bot.storage.portability import ImportBook
from bot.storage.privacy import PrivacyBook
from bot.storage.reports import ReportBook
from bot.text import WordBook

T = TypeVar("T")


def build_bot(settings: Settings, clock: Clock | None = None) -> Laurel:
    """The whole bot with every cog, not yet started.

    Touches no file but data/, and what it keeps decoded of it beside a SQLite database.

    Raises CatalogueError when data/ breaks a law. Whoever starts it must `close()` it.
    """
    clock = clock or SystemClock()
    database = Database(settings.database_url)
    catalogue = load_catalogue(settings.data_dir, database.neighbour("catalogue.cache"))
    words = WordBook(settings.data_dir, kept=database.neighbour("words.cache"))
    agenda = Agenda(catalogue, clock)
    guilds = Guilds(GuildBook(database), clock)
    members = Members(PeopleBook(database), clock)
    follows = Follows(FollowBook(database), clock)
    zones = Zones()
    lookup = Lookup(catalogue, clock)
    server_data = ServerData(PrivacyBook(database, SERVERS), clock, (guilds.forget, follows.forget))
    services = Services(
        settings=settings,
        clock=clock,
        catalogue=catalogue,
        words=words,
        database=database,
        command_syncs=CommandSyncs(database),
        lookup=lookup,
        prizes=Prizes(catalogue, clock),
        chronicle=Chronicle(catalogue),
        facts=Facts(catalogue, clock),
        daybook=Daybook(catalogue, clock),
        agenda=agenda,
        voting=Voting(catalogue, agenda, clock),
        reports=Reports(ReportBook(database), clock),
        feedback=Feedback(FeedbackBook(database), clock),
        guilds=guilds,
        failures=Failures(FailureBook(database), clock),
        members=members,
        follows=follows,
        languages=Languages(words, guilds, members),
        zones=zones,
        setup_guide=SetupGuide(guilds, follows, lookup, agenda, clock),
        privacy=Privacy(PrivacyBook(database, PEOPLE), clock, (members.forget,)),
        server_data=server_data,
        portability=Portability(ImportBook(database), guilds, follows, zones, catalogue, clock),
        bell=Bell(),
        backups=backups_of(settings, clock),
        caretaker=Caretaker(Departures(database), server_data, clock),
    )
    return Laurel(services)


def backups_of(settings: Settings, clock: Clock | None = None) -> Backups:
    """The backups of the settings' database, for a bot and for a command line alike."""
    return Backups(settings.database_url, settings.backup_dir, clock or SystemClock())


async def with_reports(settings: Settings, work: Callable[[Reports], Awaitable[T]]) -> T:
    """What `work` returns, for a command line that needs the reports and no bot.

    Raises DatabaseError when the database cannot be used.
    """
    return await _with_database(settings, lambda database: work(Reports(ReportBook(database), SystemClock())))


async def with_feedback(settings: Settings, work: Callable[[Feedback], Awaitable[T]]) -> T:
    """The same for feedback."""
    return await _with_database(settings, lambda database: work(Feedback(FeedbackBook(database), SystemClock())))


async def _with_database(settings: Settings, work: Callable[[Database], Awaitable[T]]) -> T:
    database = Database(settings.database_url)
    await database.open()
    try:
        return await work(database)
    finally:
        await database.close()
