"""Every room below the client, as one value: built by app.py, carried by the bot, handed out in parts to cogs."""

from dataclasses import dataclass

from bot.catalogue import Catalogue
from bot.clock import Clock
from bot.services.agenda import Agenda
from bot.services.announcements.rooms import AnnouncementRooms
from bot.services.backups import Backups
from bot.services.ballots.rooms import BallotRooms
from bot.services.bell import Bell
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
from bot.services.reminders.rounds import ReminderRounds
from bot.services.reports import Reports
from bot.services.setup import SetupGuide
from bot.services.trivia.dailies import Dailies
from bot.services.trivia.difficulties import Difficulties
from bot.services.trivia.games import Games
from bot.services.trivia.leaderboards import Leaderboards
from bot.services.trivia.packs import Packs
from bot.services.trivia.presets import Presets
from bot.services.trivia.questions import Questions
from bot.services.trivia.stats import Stats
from bot.services.voting import Voting
from bot.services.zones import Zones
from bot.settings import Settings
from bot.storage.commands import CommandSyncs
from bot.storage.database import Database
from bot.text import WordBook


@dataclass(frozen=True)
class Services:
    """What a cog may be given a part of."""

    settings: Settings
    clock: Clock
    catalogue: Catalogue
    words: WordBook
    database: Database
    command_syncs: CommandSyncs
    lookup: Lookup
    prizes: Prizes
    chronicle: Chronicle
    facts: Facts
    daybook: Daybook
    agenda: Agenda
    voting: Voting
    reports: Reports
    feedback: Feedback
    guilds: Guilds
    failures: Failures
    questions: Questions
    packs: Packs
    games: Games
    balloting: BallotRooms
    announcing: AnnouncementRooms
    leaderboards: Leaderboards
    stats: Stats
    dailies: Dailies
    presets: Presets
    difficulties: Difficulties
    members: Members
    follows: Follows
    polls: Polls
    poll_rounds: Rounds
    languages: Languages
    zones: Zones
    setup_guide: SetupGuide
    privacy: Privacy
    server_data: ServerData
    portability: Portability
    occasions: Occasions
    events: Events
    mirrors: Mirrors
    reminders: Reminders
    reminder_rounds: ReminderRounds
    calendars: Calendars
    ping_roles: PingRoles
    bell: Bell
    backups: Backups
    caretaker: Caretaker

    def prepare(self) -> None:
        """Gathers what /record, /fact and /today tell, long careers, words, zones and questions: 1 s for a thread.

        A question that comes before is answered all the same, after doing its part of this itself.
        """
        len(self.chronicle.computed)
        len(self.daybook.days)
        self.facts.deck()
        self.zones.prepare()
        self.words.prepare()
        self.lookup.prepare()
        self.questions.prepare()
        self.announcing.occasions.prepare()
