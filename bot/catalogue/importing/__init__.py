"""One way from a facts file (JSON lines) into data/. Adds what is missing there; what is there already wins."""

from bot.catalogue.importing.facts import FactsError
from bot.catalogue.importing.report import ImportReport
from bot.catalogue.importing.run import import_facts

__all__ = ["FactsError", "ImportReport", "import_facts"]
