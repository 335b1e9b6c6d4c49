"""What Laurel says, by Fluent, in each language, and the choice of one for a reader. Knows no Discord."""

import datetime
import logging
from collections.abc import Iterable, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

from babel import Locale
from babel.dates import format_skeleton
from babel.lists import format_list
from babel.numbers import format_decimal
from fluent.runtime import FluentBundle, FluentResource
from fluent.runtime.types import FluentNone

from bot.catalogue.dates import DateSpan, PartialDate, Precision
from bot.text.cities import cities, zone_label
from bot.text.korean import with_particle
from bot.text.phrases import Phrases, read_phrases

LANGUAGES = {"en-US": "English", "ko": "한국어"}  # each in its own words; the first is what others fall back to
LOCALES = tuple(LANGUAGES)
REMEMBERED = 8_192
NAMED_GAPS = 5
log = logging.getLogger(__name__)

_SKELETONS = {Precision.DAY: "yMMMd", Precision.MONTH: "yMMM", Precision.YEAR: "y"}


class Words:
    """One language's words: `words("awards-wins", count=3)`."""

    def __init__(
        self,
        locale: str,
        phrases: Phrases,
        fallback: "Words | None" = None,
    ) -> None:
        self.locale = locale
        self._phrases = phrases
        functions: dict[str, Any] = {"PARTICLE": _particle}
        self._bundle = FluentBundle([locale], functions=functions, use_isolating=False)
        self._fallback = fallback
        self._babel = Locale.parse(locale.replace("-", "_"))
        # Fluent takes some 30 µs a message, and the same few are said again and again.
        self._said = lru_cache(maxsize=REMEMBERED)(self._say)

    def __call__(self, key: str, **values: Any) -> str:
        """The message `key` with its values (hashable); a missing one falls back and is logged."""
        return self._said(key, tuple(values.items()))

    def _say(self, key: str, values: tuple[tuple[str, Any], ...]) -> str:
        given = dict(values)
        phrase = self._phrases.get(key)
        if phrase is None:
            log.error("no word for %s in %s", key, self.locale)
            return self._fallback(key, **given) if self._fallback else key
        template = phrase.template
        if template is not None and all(type(given.get(name)) is str for _, name in template if name):
            return "".join(given[name] if name else text for text, name in template)
        text, errors = self._bundle.format_pattern(self._pattern(key), given)
        for error in errors:
            log.error("%s in %s: %s", key, self.locale, error)
        return str(text)

    def prepare(self) -> None:
        """Compiles the messages that need Fluent, and reads how the language writes numbers, days and lists."""
        for key, phrase in self._phrases.items():
            if phrase.template is None and not key.startswith("-"):
                self._pattern(key)
        self.day(datetime.date(2000, 1, 1))
        self.list(("1", "2"))
        self.zone("Asia/Seoul")
        format_decimal(1, locale=self._babel)

    def _pattern(self, key: str) -> Any:
        """A message as Fluent formats it: parsed at its first use, with all it refers to."""
        if not self._bundle.has_message(key):
            needed, there = [key], set[str]()
            while needed:
                name = needed.pop()
                if name not in there and (phrase := self._phrases.get(name)):
                    there.add(name)
                    self._bundle.add_resource(FluentResource(phrase.source))
                    needed += phrase.needs
        return self._bundle.get_message(key).value

    def __contains__(self, key: str) -> bool:
        return key in self._phrases

    @property
    def keys(self) -> frozenset[str]:
        """Every message this language has."""
        return frozenset(name for name in self._phrases if not name.startswith("-"))

    def date(self, date: PartialDate | DateSpan) -> str:
        """A date no more exact than it is known: 10 June 2025, June 2025 or 2025, in the reader's order."""
        if isinstance(date, DateSpan):
            first, last = self.date(date.first), self.date(date.last)
            return first if first == last else f"{first} – {last}"
        return self.day(date.first_day, date.precision)

    def day(self, day: datetime.date, precision: Precision = Precision.DAY) -> str:
        return format_skeleton(_SKELETONS[precision], day, locale=self._babel)

    def city(self, zone: str) -> str:
        """The city that a time zone (IANA) is named after: `뉴욕`; its own name if there is none."""
        return cities(self.locale).get(zone, zone)

    def zone(self, zone: str) -> str:
        """A time zone (IANA) by its city: `뉴욕 (America/New_York)`."""
        return zone_label(zone, self.locale)

    def list(self, items: Iterable[str]) -> str:
        """A, B and C, as the language joins them."""
        listed = list(items)
        if self.locale == "ko":  # CLDR's "및" is for forms and contracts
            return ", ".join(listed)
        return format_list(listed, locale=self._babel) if len(listed) > 1 else "".join(listed)  # mostly one


class WordBook:
    """Every language under data/locales."""

    def __init__(self, data_dir: Path, locales: Sequence[str] = LOCALES, kept: Path | None = None) -> None:
        """`kept` is a file in which to keep what was read for the next time.

        Raises CatalogueError when a language has no files, or a message in one is broken.
        """
        self._words: dict[str, Words] = {}
        for locale, phrases in read_phrases(data_dir, locales, kept).items():
            self._words[locale] = Words(locale, phrases, self._words.get(LOCALES[0]))

    def prepare(self) -> None:
        """Makes ready what would be made at a message's first use, in all languages: some 0.1 s, for a thread."""
        for words in self._words.values():
            words.prepare()

    def gaps(self) -> list[str]:
        """One line for each language that lacks messages, which are said in English, or has some that nobody says."""
        whole = self._words[LOCALES[0]].keys
        lines = []
        for locale, words in self._words.items():
            for found, what in ((whole - words.keys, "are missing"), (words.keys - whole, "are none of English’s")):
                if found:
                    some = ", ".join(sorted(found)[:NAMED_GAPS])
                    lines.append(f"data/locales/{locale}: {len(found)} of {len(whole)} messages {what}: {some}")
        return lines

    def speaks(self, locale: str) -> str | None:
        """Our locale for a Discord locale: `ko` for `ko`, `en-US` for `en-GB`; None for a language we do not speak."""
        if locale in self._words:
            return locale
        language = locale.partition("-")[0]
        return next((ours for ours in self._words if ours.partition("-")[0] == language), None)

    def of(self, locale: str | None) -> Words:
        """The words for a Discord locale such as `ko` or `en-GB`; English for what we do not speak."""
        return self._words.get(locale or "", self._words[LOCALES[0]])


def _particle(word: Any, pair: Any) -> str:
    """`{ PARTICLE($name, "은/는") }`: the word with the particle that fits its last sound."""
    return "" if isinstance(word, FluentNone) else with_particle(str(word), str(pair))
