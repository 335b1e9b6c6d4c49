"""Every way to ask about the catalogue."""

from bot.trivia.dealing import Template
from bot.trivia.templates import awards, ballots, methods, people, records, rosters, runs, written

TEMPLATES: tuple[Template, ...] = (
    *awards.TEMPLATES,
    *ballots.TEMPLATES,
    *runs.TEMPLATES,
    *people.TEMPLATES,
    *rosters.TEMPLATES,
    *records.TEMPLATES,
    *methods.TEMPLATES,
    *written.TEMPLATES,
)

__all__ = ["TEMPLATES"]
