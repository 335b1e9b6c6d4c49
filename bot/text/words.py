"""Fluent bundles from data/locales/<locale>/*.ftl, and the choice of one for a reader. Knows no Discord."""

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
from fluent.syntax import ast

from bot.catalogue.dates import DateSpan, PartialDate, Precision
from bot.errors import CatalogueError
from bot.text.cities import cities, zone_label
from bot.text.korean import with_particle

LANGUAGES = {"en-US": "English", "ko": "한국어"}  # each in its own words; the first is what others fall back to
LOCALES = tuple(LANGUAGES)
REMEMBERED = 8_192
NAMED_GAPS = 5
log = logging.getLogger(__name__)

# What a message is that only inserts texts: its parts in order, each a text of ours or the name of a value.
Template = tuple[tuple[str, str], ...]

_SKELETONS = {Precision.DAY: "yMMMd", Precision.MONTH: "yMMM", Precision.YEAR: "y"}


class Words:
    """One language's words: `words("awards-wins", count=3)`."""

    def __init__(
        self,
        locale: str,
        bundle: FluentBundle,
        keys: frozenset[str],
        templates: dict[str, Template],
        fallback: "Words | None" = None,
    ) -> None:
        self.locale = locale
        self._bundle = bundle
        self._keys = keys
        self._templates = templates
        self._fallback = fallback
        self._babel = Locale.parse(locale.replace("-", "_"))
        # Fluent takes some 30 µs a message, and the same few are said again and again.
        self._said = lru_cache(maxsize=REMEMBERED)(self._say)

    def __call__(self, key: str, **values: Any) -> str:
        """The message `key` with its values (hashable); a missing one falls back and is logged."""
        return self._said(key, tuple(values.items()))

    def _say(self, key: str, values: tuple[tuple[str, Any], ...]) -> str:
        given = dict(values)
        template = self._templates.get(key)
        if template is not None and all(type(given.get(name)) is str for _, name in template if name):
            return "".join(given[name] if name else text for text, name in template)
        pattern = self._bundle.get_message(key).value if self._bundle.has_message(key) else None
        if pattern is None:
            log.error("no word for %s in %s", key, self.locale)
            return self._fallback(key, **given) if self._fallback else key
        text, errors = self._bundle.format_pattern(pattern, given)
        for error in errors:
            log.error("%s in %s: %s", key, self.locale, error)
        return str(text)

    def prepare(self) -> None:
        """Compiles the messages that need Fluent, and reads how the language writes numbers, days and lists."""
        for key in self._keys - self._templates.keys():
            self._bundle.get_message(key)
        self.day(datetime.date(2000, 1, 1))
        self.list(("1", "2"))
        self.zone("Asia/Seoul")
        format_decimal(1, locale=self._babel)

    def __contains__(self, key: str) -> bool:
        return bool(self._bundle.has_message(key))

    @property
    def keys(self) -> frozenset[str]:
        """Every message this language has."""
        return self._keys

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
        return format_list(listed, locale=self._babel) if len(listed) > 1 else "".join(listed)  # mostly one


class WordBook:
    """Every language under data/locales."""

    def __init__(self, data_dir: Path, locales: Sequence[str] = LOCALES) -> None:
        """Raises CatalogueError when a language has no files, or a message in one is broken."""
        self._words: dict[str, Words] = {}
        for locale in locales:
            parts = _bundle(data_dir / "locales" / locale, locale)
            self._words[locale] = Words(locale, *parts, self._words.get(LOCALES[0]))

    def prepare(self) -> None:
        """Makes ready what would be made at a message's first use, in all languages: some 40 ms, for a thread."""
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


def _bundle(folder: Path, locale: str) -> tuple[FluentBundle, frozenset[str], dict[str, Template]]:
    keys: set[str] = set()
    templates: dict[str, Template] = {}
    functions: dict[str, Any] = {"PARTICLE": _particle}
    bundle = FluentBundle([locale], functions=functions, use_isolating=False)
    files = sorted(folder.glob("*.ftl"))
    if not files:
        raise CatalogueError([f"data/locales/{locale}/: holds no .ftl file. Restore it from the release."])
    for file in files:
        resource = FluentResource(file.read_text(encoding="utf-8"))
        for entry in resource.body:
            if isinstance(entry, ast.Junk):
                line = str(entry.content).strip().splitlines()[0]
                raise CatalogueError([f"data/locales/{locale}/{file.name}: cannot be read at {line!r}."])
            if isinstance(entry, ast.Message):
                keys.add(entry.id.name)
                if template := _template(entry):
                    templates[entry.id.name] = template
        bundle.add_resource(resource)
    return bundle, frozenset(keys), templates


def _template(message: ast.Message) -> Template | None:
    """The parts of a message that needs no Fluent to be said, only its values in their places."""
    parts = []
    for element in message.value.elements if message.value else ():
        if isinstance(element, ast.TextElement):
            parts.append((element.value, ""))
        elif isinstance(element.expression, ast.VariableReference):
            parts.append(("", element.expression.id.name))
        else:
            return None
    return tuple(parts)


def _particle(word: Any, pair: Any) -> str:
    """`{ PARTICLE($name, "은/는") }`: the word with the particle that fits its last sound."""
    return "" if isinstance(word, FluentNone) else with_particle(str(word), str(pair))
