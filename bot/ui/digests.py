"""Draws a digest: what a day brings, as a channel reads it. Which dates it holds is services/forecast.py's."""

from bot.catalogue import Catalogue
from bot.services.coming import Coming
from bot.services.forecast import Post
from bot.text import Words
from bot.ui.upcoming import line

MOST_LINES = 12


def digest_text(
    post: Post, role_id: int | None, catalogue: Catalogue, words: Words, *, most: int = MOST_LINES, level: int = 2
) -> str:
    """A post in words: the role it mentions, the day, at most `most` dates. `level` is that of its heading."""
    lines = [f"<@&{role_id}>"] if role_id is not None else []
    lines.append(f"{'#' * level} {words('digest-title', date=words.day(post.day))}")
    shown = post.dates if len(post.dates) <= most else post.dates[: most - 1]
    lines += [_line(date, post, catalogue, words) for date in shown]
    if len(shown) < len(post.dates):
        lines.append(f"- {words('digest-more', count=len(post.dates) - len(shown))}")
    return "\n".join(lines)


def _line(date: Coming, post: Post, catalogue: Catalogue, words: Words) -> str:
    told = line(date, post.day, catalogue, words)
    elsewhere = date.day is not None and date.day != post.day  # where it takes place it is another day
    return f"{told} · {words.day(date.day)}" if elsewhere and date.day is not None else told
