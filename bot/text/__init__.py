"""GROUND: words. Every sentence that a person reads comes from data/locales, in the reader's language."""

from bot.text.words import LANGUAGES, LOCALES, WordBook, Words

__all__ = ["LANGUAGES", "LOCALES", "WordBook", "Words"]
