"""Takes what members report about facts, and hands it to whoever runs the bot. Knows nothing of Discord's forms."""

from msgspec.structs import replace

from bot.errors import EmptyReport, TooManyReports
from bot.services.letters import DAY, MOST_A_DAY, Letters, says_something, tidied
from bot.storage.reports import Draft, Report

__all__ = ["DAY", "MOST_A_DAY", "Draft", "Report", "Reports", "tidied"]

LONGEST_WHAT, LONGEST_SOURCE, LONGEST_LINE = 1_000, 500, 100


class Reports(Letters[Draft, Report]):
    """Use cases of reports. `send` and `check` raise EmptyReport and TooManyReports."""

    def clean(self, draft: Draft) -> Draft:
        what = tidied(draft.what, LONGEST_WHAT)
        if not says_something(what):
            raise EmptyReport
        return replace(
            draft,
            what=what,
            source=tidied(draft.source, LONGEST_SOURCE),
            about=tidied(draft.about, LONGEST_LINE),
            address=tidied(draft.address, LONGEST_LINE),
        )

    def too_many(self, again_at: int) -> TooManyReports:
        return TooManyReports(again_at)
