"""The error tree: what a person can meet, and whose move it is.

    LaurelError
    ├── OperatorError          the person who runs the bot must act; one plain line, then exit `code`
    │   ├── SettingsError          78  a setting is missing or wrong
    │   ├── CatalogueError         78  a data file is broken (file, line, suggestion)
    │   ├── FactsError             65  a facts file cannot be imported (bot/catalogue/importing)
    │   ├── RevisionError          64  a revision to compare with that git does not know, or no git
    │   ├── EditionError           64  a new edition of an unknown show, or one that is already there
    │   ├── DatabaseError          78  a database that cannot be written, or is newer than the code
    │   ├── NoBackup               66  there is no file to restore from
    │   ├── BackupBroken           65  a backup is no database, is damaged, or is not Laurel's
    │   ├── BackupFailed           74  a backup can be neither written nor put back: no room, no permission
    │   ├── DatabaseInUse          75  a bot has the database open, so it cannot be replaced
    │   ├── TokenRefused           78  Discord does not know the token
    │   ├── DiscordRefused         78  Discord knows us and says no: to our commands, our shards
    │   ├── PlaygroundUnavailable  78  the simulated Discord is missing or of another version
    │   ├── PortTaken              69  somebody else listens on the playground's port
    │   └── DiscordUnreachable     69  no way to Discord; worth another try later
    ├── SendFault              Discord did not take a post, an edit or a direct message; carries why
    ├── StorageTrouble         the database is full, locked or away: nothing was kept; the member may try again
    └── UserError              a member asked for something that is not there; answered kindly, never logged as a fault
        ├── Refused                any other reason that one sentence tells; carries the words' key
        ├── UnknownName            nobody has that name; carries the nearest ones
        ├── AmbiguousName          several have it; carries them all
        ├── UnknownEdition         that show has no such edition
        ├── SameArtist             a comparison needs two
        ├── UnknownDay             what was typed is no day
        ├── NotAllowed             a command of those who manage the server
        ├── UnknownZone            no such time zone; carries the nearest
        ├── NotOurs                a message that Laurel did not write cannot be reported
        ├── EmptyReport            a report that says nothing
        ├── TooManyReports         a member has reported enough for a day
        ├── EmptyFeedback          a word to the operator that says nothing
        ├── TooMuchFeedback        a member has told the operator enough for a day
        ├── NothingNamed           to follow neither an artist nor a show
        ├── NoServerHere           a server's own, asked for where there is none, or one without Laurel
        ├── TooManyFollows         a server or a member follows as many as one may
        ├── ImportRefused          an uploaded file of settings that cannot be taken; carries why, and where in it
        └── ImportExpired          one that was uploaded too long ago, or before a restart

Anything else that escapes is a bug: the member gets one sentence with an id, the log has the traceback under it.
Exit codes are those of sysexits.h (EX_USAGE 64, EX_DATAERR 65, EX_NOINPUT 66, EX_UNAVAILABLE 69, EX_IOERR 74,
EX_TEMPFAIL 75, EX_CONFIG 78).
"""

from enum import StrEnum
from typing import ClassVar


class LaurelError(Exception):
    """The root of everything that Laurel raises on purpose."""


class OperatorError(LaurelError):
    """Whoever runs the bot must do something. `str()` is one plain line that says what."""

    code: ClassVar[int] = 78


class SettingsError(OperatorError):
    """A setting is missing or cannot be understood."""


class CatalogueError(OperatorError):
    """A file under data/ breaks a law of the catalogue.

    Attributes:
        problems: one line each, `path:line: what is wrong. What to do.`
    """

    def __init__(self, problems: list[str]) -> None:
        self.problems = problems
        more = "" if len(problems) == 1 else f" (and {len(problems) - 1} more: run `laurel catalogue check`)"
        super().__init__(f"{problems[0]}{more}")


class RevisionError(OperatorError):
    """The catalogue as it was cannot be had."""

    code = 64


class EditionError(OperatorError):
    """A new edition cannot be begun as asked."""

    code = 64


class DatabaseError(OperatorError):
    """The database cannot be used as it is."""


class NoBackup(OperatorError):
    """There is no such file to restore from."""

    code = 66


class BackupBroken(OperatorError):
    """A backup proves to be no database, damaged, or of another program."""

    code = 65


class BackupFailed(OperatorError):
    """A backup cannot be written, or put in the database's place. What was there before is there still."""

    code = 74


class DatabaseInUse(OperatorError):
    """Somebody has the database open."""

    code = 75


class TokenRefused(OperatorError):
    """Discord answered 401 to the token."""


class DiscordRefused(OperatorError):
    """Discord answered no to something that every start needs."""


class PlaygroundUnavailable(OperatorError):
    """The playground cannot run with what is installed."""


class PortTaken(OperatorError):
    """Another program listens on the port."""

    code = 69

    def __init__(self, port: int, advice: str | None = None) -> None:
        self.port = port
        super().__init__(f"Port {port} is taken. {advice or f'Choose another: laurel playground --port {port + 1}'}")


class DiscordUnreachable(OperatorError):
    """Discord did not answer."""

    code = 69


class SendFault(LaurelError):
    """Discord did not take what we sent.

    Attributes:
        why: what to do about it.
        retry_after: for BUSY, in how many seconds Discord wants to be asked again; 0 when it did not say.
    """

    class Why(StrEnum):
        FORBIDDEN = "forbidden"  # 403: a permission is missing, or a member takes no direct messages
        GONE = "gone"  # 404: the channel or message is no more
        REJECTED = "rejected"  # 400: what we sent is wrong; sending it again would not help
        BUSY = "busy"  # 429: not now
        UNREACHABLE = "unreachable"  # 5xx or no answer: it may have arrived or not

    def __init__(self, why: Why, told: str, retry_after: float = 0) -> None:
        super().__init__(told)
        self.why, self.retry_after = why, retry_after


class StorageTrouble(LaurelError):
    """The database could not take or give something now. Whoever waited for it was told of nothing that is not kept."""


class UserError(LaurelError):
    """A member's request cannot be met as asked."""


class Mention(str):
    """Discord's own markup for a channel, a member, a command or a time, such as `<t:1700000000:R>`."""


class Refused(UserError):
    """A request that cannot be met for a reason that one sentence tells: `error-<reason>` of the words, in every
    capability alike.

    Attributes:
        reason: the words' key without `error-`.
        values: what the sentence names. Texts are escaped and cut where they are told, a Mention stands as it is.
    """

    def __init__(self, reason: str, **values: int | str) -> None:
        super().__init__(f"{reason} {values or ''}".strip())
        self.reason, self.values = reason, values


class UnknownName(UserError):
    """Nobody has that name.

    Attributes:
        option: the command's option that carried it, such as `artist`.
        text: what was typed.
        nearest: ids of the closest matches, best first, at most three.
    """

    def __init__(self, option: str, text: str, nearest: tuple[str, ...]) -> None:
        super().__init__(f"no {option} is called {text!r}")
        self.option, self.text, self.nearest = option, text, nearest


class AmbiguousName(UserError):
    """Several have that name.

    Attributes:
        option: the command's option that carried it.
        text: what was typed.
        candidates: their ids, the most often nominated first.
    """

    def __init__(self, option: str, text: str, candidates: tuple[str, ...]) -> None:
        super().__init__(f"{text!r} means {len(candidates)} of them")
        self.option, self.text, self.candidates = option, text, candidates


class UnknownEdition(UserError):
    """The show has no edition of that name.

    Attributes:
        ceremony: the show's id.
        text: what was typed.
        editions: the editions there are, newest first.
    """

    def __init__(self, ceremony: str, text: str, editions: tuple[str, ...]) -> None:
        super().__init__(f"{ceremony} has no edition {text!r}")
        self.ceremony, self.text, self.editions = ceremony, text, editions


class SameArtist(UserError):
    """Both names of a comparison mean one artist.

    Attributes:
        artist: the artist's id.
    """

    def __init__(self, artist: str) -> None:
        super().__init__(f"both are {artist}")
        self.artist = artist


class UnknownDay(UserError):
    """What was typed is no day of the calendar.

    Attributes:
        text: what was typed.
    """

    def __init__(self, text: str) -> None:
        super().__init__(f"{text!r} is no day")
        self.text = text


class NotAllowed(UserError):
    """Only those with a permission may do it.

    Attributes:
        permission: Discord's own name of it, such as `manage_guild`.
    """

    def __init__(self, permission: str) -> None:
        super().__init__(f"needs {permission}")
        self.permission = permission


class UnknownZone(UserError):
    """No time zone is called so.

    Attributes:
        text: what was typed.
        nearest: IANA names of the closest, best first, at most three.
    """

    def __init__(self, text: str, nearest: tuple[str, ...]) -> None:
        super().__init__(f"no zone is called {text!r}")
        self.text, self.nearest = text, nearest


class NotOurs(UserError):
    """Somebody else wrote the message, so its facts are not Laurel's."""


class EmptyReport(UserError):
    """A report has no words in it."""


class TooManyReports(UserError):
    """A member has as many open reports as one may have a day.

    Attributes:
        again_at: when there is room for another, in UTC seconds.
    """

    def __init__(self, again_at: int) -> None:
        super().__init__(f"not before {again_at}")
        self.again_at = again_at


class EmptyFeedback(UserError):
    """Feedback has no words in it."""


class TooMuchFeedback(UserError):
    """A member has as much open feedback as one may have a day.

    Attributes:
        again_at: when there is room for more, in UTC seconds.
    """

    def __init__(self, again_at: int) -> None:
        super().__init__(f"not before {again_at}")
        self.again_at = again_at


class NothingNamed(UserError):
    """Neither an artist nor a show is named."""


class NoServerHere(UserError):
    """What is a server's was asked for in a DM, or in a server that did not install Laurel."""


class TooManyFollows(UserError):
    """Nobody may follow more.

    Attributes:
        most: how many one may.
        server: whether it is the server that follows them.
    """

    def __init__(self, most: int, *, server: bool) -> None:
        super().__init__(f"not more than {most}")
        self.most, self.server = most, server


class ImportRefused(UserError):
    """An uploaded file is none of settings that we can take. Nothing was changed.

    Attributes:
        reason: too-large, unreadable, not-json, not-settings, other-format or wrong-value.
        where: for wrong-value the place in the file, such as `settings.hour`; for other-format the number it carries.
    """

    def __init__(self, reason: str, where: str = "") -> None:
        super().__init__(f"{reason} {where}".strip())
        self.reason, self.where = reason, where


class ImportExpired(UserError):
    """What was uploaded is no longer in memory."""
