"""Composition root: builds every room once. How the bot starts and stops is lifecycle.py's."""

from collections.abc import Awaitable, Callable
from typing import TypeVar

from bot.catalogue import Catalogue, load_catalogue
from bot.client import Laurel
from bot.clock import Clock, SystemClock
from bot.services.agenda import Agenda
from bot.services.announcements.rooms import AnnouncementRooms, furnish
from bot.services.backups import Backups
from bot.services.ballots.ballots import Ballots
from bot.services.ballots.counting import Counting
from bot.services.ballots.hosting import Hosting
from bot.services.ballots.nights import Nights
from bot.services.ballots.posting import Posting
from bot.services.ballots.rooms import BallotRooms
from bot.services.bell import Bell
from bot.services.bundle import Services
from bot.services.calendar_maker import CalendarMaker
from bot.services.calendars import Calendars
from bot.services.caretaker import Caretaker
from bot.services.chronicle import Chronicle
from bot.services.daybook import Daybook
from bot.services.events import Events
from bot.services.facts import Facts
from bot.services.failures import Failures
from bot.services.feedback import Feedback
from bot.services.follows import Follows
from bot.services.guilds import Guilds
from bot.services.languages import Languages
from bot.services.lookup import Lookup
from bot.services.members import Members
from bot.services.mirrors import Mirrors
from bot.services.occasions import Occasions
from bot.services.ping_roles import PingRoles
from bot.services.polls.desk import Polls
from bot.services.polls.rounds import Rounds
from bot.services.portability import Portability
from bot.services.privacy import Privacy, ServerData
from bot.services.prizes import Prizes
from bot.services.reminders.desk import Reminders
from bot.services.reminders.moves import Moves
from bot.services.reminders.rounds import ReminderRounds
from bot.services.reports import Reports
from bot.services.setup import SetupGuide
from bot.services.trivia.dailies import Dailies
from bot.services.trivia.desk import Desk
from bot.services.trivia.difficulties import Difficulties
from bot.services.trivia.games import Games
from bot.services.trivia.leaderboards import Leaderboards
from bot.services.trivia.master import GameMaster
from bot.services.trivia.packs import Packs
from bot.services.trivia.presets import Presets
from bot.services.trivia.questions import Questions
from bot.services.trivia.settling import Settling
from bot.services.trivia.stats import Stats
from bot.services.voting import Voting
from bot.services.zones import Zones
from bot.settings import Settings
from bot.storage.answers import AnswerBook
from bot.storage.ballot_posts import PostBook
from bot.storage.ballots import BallotBook
from bot.storage.boards import BoardBook
from bot.storage.commands import CommandSyncs
from bot.storage.dailies import DailyBook
from bot.storage.database import Database
from bot.storage.deliveries import DeliveryBook
from bot.storage.departures import Departures
from bot.storage.events import EventBook
from bot.storage.failures import FailureBook
from bot.storage.feedback import FeedbackBook
from bot.storage.feeds import FeedBook
from bot.storage.follows import FollowBook
from bot.storage.games import GameBook
from bot.storage.guilds import GuildBook
from bot.storage.mirrors import MirrorBook
from bot.storage.ownership import PEOPLE, SERVERS
from bot.storage.packs import PackBook
from bot.storage.people import PeopleBook
from bot.storage.ping_roles import PingRoleBook
from bot.storage.poll_votes import VoteBook
from bot.storage.polls import PollBook
from bot.storage.portability import ImportBook
from bot.storage.presets import PresetBook
from bot.storage.privacy import PrivacyBook
from bot.storage.reminders import ReminderBook
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
    languages, zones = Languages(words, guilds, members), Zones()
    lookup = Lookup(catalogue, clock)
    events = Events(EventBook(database), guilds, zones, clock)
    reminder_book = ReminderBook(database)
    failures = Failures(FailureBook(database), clock)
    packs = Packs(PackBook(database), clock, catalogue.packs)
    questions = Questions(catalogue, words, packs)
    games = _games(database, questions, guilds, failures, clock)
    boards, dailies = BoardBook(database), DailyBook(database)
    leaderboards = Leaderboards(boards, guilds, members, clock)
    balloting = _balloting(database, guilds, failures, catalogue, clock)
    facts = Facts(catalogue, clock)
    announcing = furnish(database, catalogue, agenda, facts, events, guilds, clock, settings.announce_rate)
    moves = Moves(reminder_book, agenda, clock)
    reminder_rounds = ReminderRounds(reminder_book, moves, announcing.throttle, clock)
    forget_server = (guilds.forget, follows.forget, packs.forget, games.forget, balloting.ballots.forget)
    server_data = ServerData(PrivacyBook(database, SERVERS), clock, forget_server)
    prizes, polls, votes = Prizes(catalogue, clock), PollBook(database), VoteBook(database)
    services = Services(
        settings=settings,
        clock=clock,
        catalogue=catalogue,
        words=words,
        database=database,
        command_syncs=CommandSyncs(database),
        lookup=lookup,
        prizes=prizes,
        chronicle=Chronicle(catalogue),
        facts=facts,
        daybook=Daybook(catalogue, clock),
        agenda=agenda,
        voting=Voting(catalogue, agenda, clock),
        reports=Reports(ReportBook(database), clock),
        feedback=Feedback(FeedbackBook(database), clock),
        guilds=guilds,
        failures=failures,
        questions=questions,
        packs=packs,
        games=games,
        balloting=balloting,
        announcing=announcing,
        leaderboards=leaderboards,
        stats=Stats(boards, dailies, leaderboards, guilds, members, clock),
        dailies=Dailies(dailies, questions, guilds, failures, clock),
        presets=Presets(PresetBook(database), clock),
        difficulties=Difficulties(boards, questions),
        members=members,
        follows=follows,
        polls=Polls(polls, votes, catalogue, prizes, guilds),
        poll_rounds=Rounds(polls, votes, guilds, failures, clock),
        languages=languages,
        zones=zones,
        setup_guide=_setup_guide(guilds, follows, lookup, announcing, clock),
        privacy=Privacy(PrivacyBook(database, PEOPLE), clock, (members.forget, games.forget, balloting.ballots.forget)),
        server_data=server_data,
        portability=Portability(ImportBook(database), guilds, follows, zones, catalogue, clock),
        occasions=Occasions(agenda, lookup, clock),
        events=events,
        mirrors=Mirrors(MirrorBook(database), catalogue, follows, languages, failures, announcing.throttle, clock),
        reminders=Reminders(reminder_book, zones, clock, reminder_rounds.expect),
        reminder_rounds=reminder_rounds,
        calendars=Calendars(
            CalendarMaker(catalogue, agenda, clock),
            guilds,
            follows,
            events,
            words,
            FeedBook(database),
            clock,
            settings.feeds_url,
        ),
        ping_roles=PingRoles(PingRoleBook(database), clock),
        bell=Bell(),
        backups=backups_of(settings, clock),
        caretaker=Caretaker(Departures(database), server_data, clock),
    )
    return Laurel(services)


def _games(database: Database, questions: Questions, guilds: Guilds, failures: Failures, clock: Clock) -> Games:
    book = GameBook(database)
    desk = Desk(AnswerBook(database), book)
    master = GameMaster(book, desk, questions, Settling(book, questions, guilds, clock), failures, clock)
    return Games(book, desk, master, questions, guilds)


def _balloting(
    database: Database, guilds: Guilds, failures: Failures, catalogue: Catalogue, clock: Clock
) -> BallotRooms:
    book, posts = BallotBook(database), PostBook(database)
    ballots = Ballots(book, guilds, catalogue, Counting(book), clock)
    hosting = Hosting(book, posts, ballots, guilds, clock)
    nights = Nights(book, ballots, hosting, guilds)
    return BallotRooms(ballots, hosting, nights, Posting(book, posts, ballots, hosting, failures))


def _setup_guide(
    guilds: Guilds, follows: Follows, lookup: Lookup, announcing: AnnouncementRooms, clock: Clock
) -> SetupGuide:
    """/setup, which ends with what the outbox will post."""
    return SetupGuide(guilds, follows, lookup, announcing.subscriptions, announcing.expander, announcing.reading, clock)


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


async def with_deliveries(settings: Settings, work: Callable[[DeliveryBook], Awaitable[T]]) -> T:
    """The same for the outbox of announcements."""
    return await _with_database(settings, lambda database: work(DeliveryBook(database)))


async def _with_database(settings: Settings, work: Callable[[Database], Awaitable[T]]) -> T:
    database = Database(settings.database_url)
    await database.open()
    try:
        return await work(database)
    finally:
        await database.close()
