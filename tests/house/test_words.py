"""Every word in every language, none unused; every command within Discord's limits and in the README."""

import re
from pathlib import Path
from typing import Any, get_args

import discord
import pytest
from discord.app_commands import locale_str
from fluent.syntax import FluentParser, ast

from bot.anniversaries.plans import LEADS, Anchor, Kind, Style
from bot.app import build_bot
from bot.ballots.scoring import Scoring
from bot.catalogue.dates import DateStatus
from bot.catalogue.model import ArtistKind, Confidence, EditionStatus, MethodKind, PrizeClass, RecordTopic
from bot.records.computed import RecordKind
from bot.services.coming import ComingKind, VoteState
from bot.services.daybook import EntryKind
from bot.services.facts import FactKind
from bot.services.failures import Why
from bot.services.polls.drafts import AFTER, HIDDEN, LIVE, NATIVE
from bot.services.polls.lineup import KINDS
from bot.services.records import DateKind, ResultFilter
from bot.services.trivia.leaderboards import BoardGame, Scope
from bot.settings import Settings
from bot.storage.ownership import PEOPLE, SERVERS
from bot.text import LANGUAGES, LOCALES, WordBook
from bot.tree import WordTranslator
from bot.trivia.packs import LONGEST
from bot.trivia.periods import Period
from bot.trivia.questions import Difficulty
from bot.trivia.rounds import Mode
from bot.trivia.session import Why as Ending
from bot.trivia.wordings import PARTS, part_key
from bot.ui.about import TOPICS
from bot.ui.announcements.controls import LEAP_DAYS, OUTLOOKS
from bot.ui.announcements.controls import SECTIONS as ANNOUNCE_SECTIONS
from bot.ui.announcements.history import REASONS
from bot.ui.announcements.options import DESCRIBED as ANNOUNCE_OPTIONS
from bot.ui.checks import PLAYING, POSTING
from bot.ui.controls import GAMES, SECTIONS, SETTINGS, SPOILER_HOURS, VISIBILITIES
from bot.ui.follows import Done, Whose
from bot.ui.setup_preview import THEN

ROOT = Path(__file__).resolve().parents[2]

WHOLE = ("en-US", "ko")  # any other may be only begun, and says the rest in English: see WordBook.gaps

# Choices that read the same in every language: a language's own name, hours.
SAID_ALIKE = {*LANGUAGES.values(), *(f"{hours} h" for hours in SPOILER_HOURS)}

BALLOT_DEEDS = (
    *(f"ballot-{what}" for what in ("open", "lock", "reopen", "void", "won", "undone", "correct")),
    "night-start",
    "night-end",
)
BALLOT_REFUSALS = (
    "none", "which", "gone", "void", "locked", "not-yet", "withdrawn", "no-nominees", "past", "began", "lock-past",
    "lock-unclear", "night-began", "is-locked", "not-locked", "has-results", "no-category", "decided", "undecided",
    "same", "winner-empty", "winner-several", "meanwhile",
)  # fmt: skip

ANNOUNCEMENT_DEEDS = ("added", "changed", "removed", "paused", "resumed", "skipped", "resent")
ANNOUNCE_COMMANDS = (
    "add", "edit", "remove", "list", "preview", "test", "skip", "resend", "pause", "resume", "history",
)  # fmt: skip

# Keys that the code puts together: prefix -> what may follow.
MADE = {
    "announce-": [
        *ANNOUNCE_SECTIONS,
        *(f"{section}-text" for section in ANNOUNCE_SECTIONS),
        *(f"kind-{kind}" for kind in ("everything", *(kind.value for kind in Kind))),
        *(f"anchor-{anchor.value}" for anchor in Anchor),
        *(f"at-{anchor.value}" for anchor in Anchor),
        *(f"style-{style.value}" for style in Style),
        *(f"outlook-{name}" for name in OUTLOOKS),
        *(f"leap-{day}" for day in LEAP_DAYS),
        *(f"before-{days}" for days in LEADS),
        *(f"choose-{name}" for name in ("drop", "kinds", "leads", "vote_hours", "hour", "anchor", "channel_id")),
        *(f"choose-{name}" for name in ("role_id", "style", "outlooks", "language", "catch_up_hours", "leap_day")),
        *("paused", "disabled"),
        *(f"was-{state}" for state in ("missed", "skipped", "dead")),
        *(f"error-{reason}" for reason in {*REASONS.values(), "unreachable", "rejected"}),
        *(f"done-{done}" for done in ("removed", "paused", "known", "resumed", "tested", "skipped", "resent")),
        "done-unskipped",
    ],
    "choice-result-": [result.value for result in ResultFilter],
    "choice-coming-": ["everything", *(kind.value for kind in ComingKind)],
    "vote-": [state.value for state in VoteState],
    "confidence-": [level.value for level in Confidence],
    "short-": [level.value for level in Confidence],
    "method-": [kind.value for kind in MethodKind] + [f"{kind.value}-means" for kind in MethodKind],
    "kind-": [kind.value for kind in ArtistKind],
    "coming-": [kind.value for kind in DateKind if kind is not DateKind.MOMENT],
    "date-": [status.value for status in DateStatus if status is not DateStatus.CONFIRMED],
    "status-": [status.value for status in EditionStatus if status is not EditionStatus.HELD],
    "topic-": [topic.id for topic in TOPICS] + [f"{topic.id}-text" for topic in TOPICS],
    "error-unknown-": ["artist", "show", "category", "zone"],
    "error-nothing-like-": ["artist", "show", "category", "zone"],
    "error-poll-": [
        "cannot-post",
        "cannot-repost",
        "cannot-withdraw",
        "closed",
        "ended",
        "is-there",
        "missing",
        "native-answers",
        "native-live",
        "no-channel",
        "no-nominees",
        "no-question",
        "no-stance",
        "none",
        "not-your-channel",
        "too-few",
        "too-few-left",
        "too-long",
        "too-many",
        "too-many-answers",
        "unknown",
        "withdrawn",
    ],
    "choice-poll-": [NATIVE, HIDDEN, LIVE, AFTER, *KINDS, "lot", "order"],
    "poll-": [f"{NATIVE}-means", f"{HIDDEN}-means", "why-earlier", "why-seed"],
    "poll-form-": [
        *(f"{kind}{part}" for kind in ("custom", "bracket") for part in ("", "-question", "-answers")),
        *(f"debate{part}" for part in ("", "-question")),
        *(f"{kind}-{field}-hint" for kind in ("custom", "bracket") for field in ("question", "answers")),
        *("debate-question-hint", "reason-hint", "shown-hint"),
    ],
    "permission-": [
        "manage_roles",
        "manage_guild",
        "administrator",
        "manage_events",
        "send_polls",
        "send_messages_in_threads",
        *(name for name in dict.fromkeys((*POSTING, *PLAYING))),
    ],
    "config-": [
        *SECTIONS,
        *(f"{section}-text" for section in SECTIONS),
        *(f"choose-{name}" for names in SETTINGS.values() for name in names),
        *(f"visibility-{value}" for value in VISIBILITIES),
        *(f"games-{value}" for value in GAMES),
    ],
    "setting-": [name for names in SETTINGS.values() for name in names],
    "check-use-": ["announcements", "games"],
    "check-role-": ["gone", "silent"],
    "why-": [why.value for why in Why],
    "followed-": [f"{done}-{whose}" for done in get_args(Done) for whose in get_args(Whose)],
    "follows-": [f"{what}{whose}" for what in ("", "none-", "remove-") for whose in get_args(Whose)],
    "choice-follow-": get_args(Whose),
    "audit-": [
        *(f"announcement-{deed}" for deed in ANNOUNCEMENT_DEEDS),
        "events",
        "mirror",
        "ping-roles",
        "poll-open",
        "poll-end",
        "poll-withdraw",
        "follow",
        *BALLOT_DEEDS,
        "rules",
        "daily-post",
        "preset-saved",
        "preset-deleted",
        "pack-added",
        "pack-removed",
    ],
    "choice-period-": [period.value for period in Period],
    "choice-scope-": [scope.value for scope in Scope],
    "board-game-": [game.value for game in BoardGame],
    "board-line-": [game.value for game in BoardGame],
    "board-how-": [game.value for game in BoardGame],
    "board-of-": [scope.value for scope in Scope],
    "board-to-": [scope.value for scope in Scope],
    "choice-mode-": [mode.value for mode in Mode],
    "choice-difficulty-": [one.value for one in Difficulty],
    "trivia-mode-": ["elimination", "teams"],
    "trivia-end-": [why.value for why in Ending],
    "choice-scoring-": [scoring.value for scoring in Scoring],
    "rules-": [scoring.value for scoring in Scoring],
    "ballot-did-": ["lock", "reopen", "void"],
    "predict-": [f"{what}{kind}" for kind in ("will", "should") for what in ("", "choose-")],
    "scoring-": [scoring.value for scoring in Scoring],
    "setup-": [
        *(f"{step}-step{text}" for step in ("follows", "preview") for text in ("", "-text")),
        *(f"{role}{none}" for role in ("ping", "host") for none in ("", "-none")),
        *(f"role-{trouble}" for trouble in ("gone", "silent")),
        *(f"names-{field}{hint}" for field in ("artists", "shows") for hint in ("", "-hint")),
        *(f"names-{part}" for part in ("new", "known", "beyond")),
        *(f"go-{section}" for section in ("channel", "follows", "kinds")),
        *(f"then-{use}" for use in THEN),
    ],
    "class-": [kind.value for kind in PrizeClass],
    "record-topic-": [topic.value for topic in RecordTopic],
    "record-of-": [kind.value for kind in RecordKind],
    "fact-": [kind.value for kind in FactKind if kind is not FactKind.RECORD],
    "today-": ["birthday", "debut", *(f"{kind.value}s" for kind in EntryKind)],
    "playground-": ["awards", "trivia", "anniversaries"],
    "option-announce-": list(ANNOUNCE_OPTIONS),
    "command-": [
        *(f"announce-{what}" for what in ANNOUNCE_COMMANDS),
        "awards",
        "artist",
        "ceremony",
        "help",
        "about",
        "record",
        "fact",
        "today",
        "category",
        "compare",
        "upcoming",
        "voting",
        "setup",
        "config-view",
        "config-check",
        "settings",
        *(f"follow-{what}" for what in ("add", "remove", "list")),
        "feedback",
        *(f"privacy-{what}" for what in ("show", "export", "delete")),
        *(f"server-data-{what}" for what in ("export", "delete")),
        "leaderboard",
        "stats",
        *(f"trivia-{what}" for what in ("daily", "solo", "preset-save", "preset-list", "preset-delete")),
        *(f"predict-{what}" for what in ("ballot", "mine", "standings", "rules")),
        *(f"ballot-{what}" for what in ("open", "lock", "reopen", "void", "result", "correct")),
        *(f"live-{what}" for what in ("start", "console")),
    ],
    "pack-fault-": [
        *(f"no-{what}" for what in ("question", "answer", "text", "address")),
        *(f"long-{what}" for what in LONGEST),
        *("twice", "same-option", "many-answers", "many-wrong", "too-many"),
    ],
    "trivia-part-": [part_key(part).removeprefix("trivia-part-") for part in PARTS],
    "trivia-ask-most-": ["wins", "grand-prizes"],
    "trivia-after-most-": ["wins", "grand-prizes"],
    "kept-mine-": [rule.table.name.replace("_", "-") for rule in PEOPLE],
    "kept-server-": [rule.table.name.replace("_", "-") for rule in SERVERS],
    **{f"kept-{what}-": ["mine", "server"] for what in ("title", "nothing", "never", "file")},
    **{f"erase{what}-": ["mine", "server"] for what in ("-title", "-what", "d")},
    "error-": [*(f"ballot-{why}" for why in BALLOT_REFUSALS), "night-none", "night-no-edition"],
    "error-event-": [
        *(f"{what}-{why}" for what, why in (("too", "many"), ("year", "alone"), ("nothing", "changed"))),
        *("title", "date", "over", "gone", "unknown", "several"),
    ],
    "error-remind-": [
        *("when", "unknown", "past", "far", "ambiguous", "about", "too-many", "gone", "not-yours", "snoozed"),
        *("no-channel", "cannot-post", "closed", "not-now"),
    ],
    "error-calendar-": ["what", "both", "no-feeds", "too-many", "gone"],
    "error-notify-": [
        *("gone", "everyone", "managed", "dangerous", "no-permission", "above", "above-you", "not-listed"),
        *("too-many", "nothing-listed", "cannot-post", "not-now"),
    ],
    "choice-mirror-": ["on", "off"],
    "mirror-": [*("making", "made", "dropped"), *("forbidden", "full", "rejected")],
    "error-mirror-": ["forbidden", "full"],
    "choice-remind-": ["message", "here"],
    "remind-snooze-": ["10m", "1h", "1d"],
    "error-import-": [
        "too-large",
        "unreadable",
        "not-json",
        "not-settings",
        "other-format",
        "wrong-value",
    ],
}


def messages(locale: str) -> dict[str, ast.Message]:
    found: dict[str, ast.Message] = {}
    for file in sorted((ROOT / "data" / "locales" / locale).glob("*.ftl")):
        for entry in FluentParser().parse(file.read_text(encoding="utf-8")).body:
            assert not isinstance(entry, ast.Junk), f"{file.name}: {entry.content}"
            if isinstance(entry, ast.Message):
                assert entry.id.name not in found, f"{entry.id.name} twice in {locale}"
                found[entry.id.name] = entry
    return found


def variables(message: ast.Message) -> set[str]:
    found: set[str] = set()

    def look(node: Any) -> None:
        if isinstance(node, ast.VariableReference):
            found.add(node.id.name)
        for value in vars(node).values():
            for child in value if isinstance(value, list) else [value]:
                if isinstance(child, ast.BaseNode):
                    look(child)

    look(message)
    return found


def used() -> set[str]:
    code = "\n".join(p.read_text("utf-8") for room in ("bot", "cogs") for p in (ROOT / room).rglob("*.py"))
    quoted = set(re.findall(r"[\"']([a-z]+(?:-[a-z]+)*)[\"']", code))
    refused = {f"error-{reason}" for reason in re.findall(r"Refused\(\s*[\"']([a-z-]+)[\"']", code)}
    return quoted | refused | {prefix + rest for prefix, ends in MADE.items() for rest in ends}


@pytest.mark.parametrize("locale", WHOLE[1:])
def test_every_key_is_in_every_language_with_the_same_values(locale: str) -> None:
    english, other = messages(LOCALES[0]), messages(locale)
    assert set(english) == set(other)
    for key, message in english.items():
        extra = variables(other[key]) - variables(message)
        assert not extra, f"{key} in {locale} wants {extra}, which English does not"


def test_no_key_is_unused_and_none_is_missing() -> None:
    there = set(messages(LOCALES[0]))
    assert not there - used(), "words that nobody says"
    assert not {prefix + rest for prefix, ends in MADE.items() for rest in ends} - there, "words that are missing"


@pytest.fixture
def bot(tmp_path: Path) -> Any:
    return build_bot(Settings(database_url=f"sqlite+aiosqlite:///{tmp_path}/x.db"))


async def test_every_text_of_every_command_has_a_word_in_every_language(bot: Any, words: WordBook) -> None:
    for command in bot.tree.walk_commands():
        keys = [command._locale_description]
        for parameter in () if isinstance(command, discord.app_commands.Group) else command._params.values():
            keys.append(parameter.description)
            keys += [choice._locale_name for choice in parameter.choices or () if choice.name not in SAID_ALIKE]
        for key in keys:
            assert isinstance(key, locale_str), f"/{command.qualified_name}: {key!r} is not translated"
            for locale in WHOLE:
                assert key.message in words.of(locale), f"{key.message} in {locale}"


async def test_commands_are_within_discords_limits(bot: Any, words: WordBook) -> None:
    await bot.tree.set_translator(WordTranslator(words))
    payload = await bot.tree.payload()
    assert len(payload) <= 100
    for command in payload:
        if _is_menu(command):
            assert command["name"] == command["name_localizations"]["en-US"], "the tree finds it by its English name"
            assert set(command["name_localizations"]) >= set(WHOLE), "a menu's entry is read, not typed"
        else:
            assert not command.get("name_localizations"), "names stay English"
        longest = _check(command)
        assert longest <= 8_000
        managed = command["default_member_permissions"] is not None
        assert set(command["contexts"]) == ({0} if managed else {0, 1, 2})
        assert set(command["integration_types"]) == ({0} if managed else {0, 1})


def _is_menu(node: dict[str, Any]) -> bool:
    """Whether it is a message's or member's menu entry, which has a name and no description."""
    return "contexts" in node and node["type"] != discord.AppCommandType.chat_input.value


def _check(node: dict[str, Any]) -> int:
    """Checks a command, option or choice; returns its characters, counting the longest localisation of each text."""
    total = 0
    for field, limit in (("name", 100 if "value" in node else 32), ("description", 100)):
        texts = [node.get(field) or "", *(node.get(f"{field}_localizations") or {}).values()]
        assert all(len(text) <= limit for text in texts), f"{node['name']}: {field} over {limit}"
        total += max(map(len, texts))
    if "value" not in node and not _is_menu(node):
        assert node["description"] and not re.fullmatch(r"[a-z-]+", node["description"]), "a key instead of words"
        assert set(node["description_localizations"]) >= set(WHOLE)
    assert len(node.get("options", ())) <= 25 and len(node.get("choices", ())) <= 25
    return total + sum(_check(child) for child in (*node.get("options", ()), *node.get("choices", ())))


def test_every_command_is_in_the_readme(bot: Any) -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    for command in bot.tree.walk_commands():
        if isinstance(command, discord.app_commands.Group):
            continue
        assert f"`/{command.qualified_name}`" in readme, f"README lacks /{command.qualified_name}"
        for parameter in command.parameters:
            shown = parameter.display_name
            assert f"`{shown}`" in readme, f"README lacks {shown} of /{command.qualified_name}"


async def test_every_command_is_in_the_help(bot: Any) -> None:
    helped = {name.partition(" ")[0] for topic in TOPICS for name in topic.commands}
    assert helped == {command.name for command in bot.tree.get_commands(type=discord.AppCommandType.chat_input)}


async def test_every_menu_entry_is_in_the_help_and_the_readme(bot: Any, words: WordBook) -> None:
    for menu in bot.tree.get_commands(type=discord.AppCommandType.message):
        assert f"**{menu.name}**" in (ROOT / "README.md").read_text(encoding="utf-8")
        for locale in LOCALES:
            of = words.of(locale)
            assert any(of(menu._locale_name.extras["key"]) in of(f"topic-{topic.id}-text") for topic in TOPICS)


def test_every_locale_is_one_of_discords() -> None:
    assert set(LOCALES) <= {locale.value for locale in discord.Locale}
