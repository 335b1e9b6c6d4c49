"""Draws how one member does at trivia."""

from bot.catalogue import Catalogue
from bot.services.trivia.stats import MemberStats, TopicScore
from bot.text import Words
from bot.trivia.streaks import Streak
from bot.ui.layouts import FrozenLayout, draw
from bot.ui.markdown import name_of, plain
from bot.ui.queries import Query

_KEYS = {"member": "m"}


class StatsQuery(Query, frozen=True, omit_defaults=True, rename=_KEYS):
    """A member's numbers; None: the reader's own."""

    screen = "stats"

    member: int | None = None


def stats_page(stats: MemberStats, in_server: bool, catalogue: Catalogue, words: Words) -> FrozenLayout:
    """What a member made of what they were asked, here or (outside servers) everywhere."""
    header = f"## {words('stats-title')}\n<@{stats.user_id}> · {words('stats-here' if in_server else 'stats-all')}"
    blocks = [_answers(stats, words)] if stats.asked else [words("stats-none")]
    if topics := [line for line in (_topic(one, catalogue, words) for one in stats.topics) if line]:
        blocks.append("\n".join([f"**{words('stats-topics')}**", *topics]))
    if stats.places:
        places = [
            words("stats-place", period=words(f"choice-period-{period.value}"), rank=rank, count=count)
            for period, (rank, count) in stats.places.items()
        ]
        blocks.append("\n".join([f"**{words('stats-places')}**", *places]))
    blocks.append(_daily(stats, words))
    return draw(header, blocks, footer=f"-# {words('stats-how')}")


def _answers(stats: MemberStats, words: Words) -> str:
    share = f"{round(100 * stats.right / stats.asked)}%"
    lines = [
        f"**{words('stats-answers')}**",
        words("stats-accuracy", right=stats.right, asked=stats.asked, share=share, points=stats.points),
    ]
    if stats.mean_ms is not None and stats.median_ms is not None:
        lines.append(words("stats-speed", mean=_seconds(stats.mean_ms), median=_seconds(stats.median_ms)))
    lines.append(words("stats-played", **_days(stats.played)))
    return "\n".join(lines)


def _topic(score: TopicScore, catalogue: Catalogue, words: Words) -> str | None:
    """None for what the catalogue no longer has."""
    if (artist := catalogue.artists.get(score.topic)) is not None:
        name = name_of(artist, words)
    elif (show := catalogue.ceremonies.get(score.topic)) is not None:
        name = plain(show.hangul if words.locale == "ko" and show.hangul else show.short)
    else:
        return None
    return words("stats-topic", name=name, right=score.right, asked=score.asked)


def _daily(stats: MemberStats, words: Words) -> str:
    daily = stats.daily
    title = f"**{words('board-game-daily')}**"
    if not daily.finished:
        return f"{title}\n{words('stats-daily-none')}"
    mean = f"{daily.right / daily.finished:.1f}"
    counts = {"finished": daily.finished, "perfect": daily.perfect, "mean": mean}
    return "\n".join([title, words("stats-daily", **counts), words("stats-streak", **_days(daily.streak))])


def _days(streak: Streak) -> dict[str, int]:
    return {"now": streak.now, "best": streak.best}


def _seconds(milliseconds: int) -> str:
    return f"{milliseconds / 1000:.1f}"
