"""GROUND: facts with papers. Read-only once loaded; no Discord, no SQL, no words for people to read."""

from bot.catalogue.index import Catalogue, Result
from bot.catalogue.load import load_catalogue

__all__ = ["Catalogue", "Result", "load_catalogue"]
