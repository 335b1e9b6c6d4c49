"""Draws what Laurel is and what it can do: /about and /help."""

from collections.abc import Callable, Sequence

import discord
import msgspec
from discord import SelectOption

from bot.catalogue import Catalogue
from bot.services.records import Holdings
from bot.text import Words
from bot.ui.layouts import FrozenLayout, draw
from bot.ui.queries import HelpQuery
from bot.ui.screens import EVERYTHING, pick_select
from bot.ui.sources import as_of

# Look-ups answer interactions, which need no permission; announcements will send, embed and attach.
LEAST_PERMISSIONS = discord.Permissions(view_channel=True, send_messages=True, embed_links=True, attach_files=True)


class Topic(msgspec.Struct, frozen=True):
    """A capability of Laurel's, and the commands that belong to it."""

    id: str
    commands: tuple[str, ...]


TOPICS = (
    Topic("awards", ("awards", "ceremony", "category", "compare")),
    Topic("artists", ("artist",)),
    Topic("records", ("record", "fact", "today")),
    Topic("calendar", ("upcoming", "voting")),
    Topic(
        "ballots",
        (
            *(f"predict {what}" for what in ("ballot", "mine", "standings", "rules")),
            *(f"ballot {what}" for what in ("open", "lock", "reopen", "void", "result", "correct")),
            "live start",
            "live console",
        ),
    ),
    Topic(
        "boards",
        (
            "leaderboard",
            "stats",
            "trivia daily",
            "trivia solo",
            "trivia preset save",
            "trivia preset list",
            "trivia preset delete",
        ),
    ),
    Topic(
        "polls",
        (
            "poll nominees",
            "poll custom",
            "poll bracket",
            "poll debate",
            "poll end",
            "poll results",
            "poll list",
        ),
    ),
    Topic("packs", ("pack add", "pack list", "pack show", "pack remove")),
    Topic("games", ("trivia start", "trivia stop", "trivia skip", "guess")),
    Topic("reminders", ("remind me", "remind list", "remind remove")),
    Topic("events", ("event add", "event edit", "event remove", "event list", "event mirror")),
    Topic("feeds", ("calendar",)),
    Topic("notify", ("notify roles", "notify add", "notify remove", "notify list", "notify panel")),
    Topic("sources", ()),
    Topic("yours", ("settings", "follow add", "follow remove", "follow list", "feedback")),
    Topic("admin", ("setup", "config view", "config check")),
    Topic(
        "announcements",
        (
            *(f"announce {what}" for what in ("add", "edit", "remove", "list", "preview", "test", "skip", "resend")),
            *(f"announce {what}" for what in ("pause", "resume", "history")),
        ),
    ),
    Topic("privacy", ("privacy show", "privacy export", "privacy delete", "server-data export", "server-data delete")),
    Topic("laurel", ("help", "about")),
)


class Condition(msgspec.Struct, frozen=True):
    """How the running bot is: when it started (UTC seconds), latency in ms (None before the first heartbeat)."""

    version: str
    started_at: int
    latency_ms: int | None
    shards: int
    servers: int
    application_id: int | None


def about_page(condition: Condition, holdings: Holdings, catalogue: Catalogue, words: Words) -> FrozenLayout:
    """Version, catalogue, condition, licence."""
    size = words(
        "about-catalogue",
        artists=holdings.artists,
        ceremonies=holdings.ceremonies,
        editions=holdings.editions,
        results=holdings.results,
        percent=round(100 * holdings.sourced / holdings.results) if holdings.results else 0,
    )
    latency = words("about-latency", ms=condition.latency_ms) if condition.latency_ms is not None else ""
    running = words("about-running", since=f"<t:{condition.started_at}:R>", shards=condition.shards)
    blocks = [
        f"{size}\n{as_of(catalogue, words)}",
        "\n".join(part for part in (running, latency) if part),
        words("about-licence"),
    ]
    if condition.application_id is not None:
        blocks.append(words("about-invite", address=invite_address(condition.application_id)))
    return draw(f"## Laurel {condition.version}\n{words('about-what')}", blocks)


def invite_address(application_id: int) -> str:
    """The link that adds Laurel to a server with the least it needs: its commands, and sending in channels."""
    return discord.utils.oauth_url(
        application_id, permissions=LEAST_PERMISSIONS, scopes=("bot", "applications.commands")
    )


def help_page(query: HelpQuery, mention: Callable[[str], str], words: Words) -> FrozenLayout:
    """One topic with what each command does, or all of them; commands can be clicked."""
    topics: Sequence[Topic] = [topic for topic in TOPICS if query.topic in (None, topic.id)] or TOPICS
    if len(topics) > 1:  # what each command does would not fit on one page
        blocks = ["\n".join(_overview(topic, mention, words) for topic in topics)]
    else:
        (topic,) = topics
        lines = [f"### {words(f'topic-{topic.id}')}", words(f"topic-{topic.id}-text")]
        keys = {command: f"command-{command.replace(' ', '-')}" for command in topic.commands}
        blocks = ["\n".join([*lines, *(f"- {mention(command)}: {words(key)}" for command, key in keys.items())])]
    options = [SelectOption(label=words("topic-all"), value=EVERYTHING, default=query.topic is None)]
    options += [
        SelectOption(label=words(f"topic-{topic.id}"), value=topic.id, default=topic.id == query.topic)
        for topic in TOPICS
    ]
    rows = [[pick_select(words("help-choose"), "topic", HelpQuery(), options)]]
    return draw(f"## {words('help-title')}\n{words('help-intro')}", blocks, rows)


def _overview(topic: Topic, mention: Callable[[str], str], words: Words) -> str:
    """A topic in one line: its commands, of those with subcommands the first."""
    first = {command.partition(" ")[0]: command for command in reversed(topic.commands)}
    told = [mention(command) for command in topic.commands if command in first.values()]
    return f"- **{words(f'topic-{topic.id}')}**: {' · '.join(told) or words(f'topic-{topic.id}-text')}"
