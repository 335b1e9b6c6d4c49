"""Draws the end of /setup: the next posts as they will look, what is missing for them, and what to do afterwards."""

from collections.abc import Callable, Sequence

from bot.services.setup import NextPost
from bot.services.zones import SEOUL
from bot.text import Words
from bot.ui.announcements.lines import Scene
from bot.ui.announcements.outline import MOST_LINES, outline
from bot.ui.announcements.posts import Posts
from bot.ui.layouts import FrozenLayout, Item, draw
from bot.ui.panels import CheckQuery, SetupQuery
from bot.ui.screens import open_button, turn_button
from bot.ui.setup import Block, Desk, amiss_in_channel, step_page

THEN = {"config": "config check", "follow": "follow add", "awards": "awards"}
ROOM = 2_500  # characters for what is missing and the posts; a header has the rest


def preview_page(desk: Desk, posts: Sequence[NextPost], drawer: Posts, theirs: Words, words: Words) -> FrozenLayout:
    """The posts in `theirs`, the server's own words; all else in the reader's."""
    missing = _missing(desk, posts, words)
    room = ROOM - sum(len(text) for text, _ in missing)
    blocks: list[Block] = [*missing, *_posts(desk, posts, drawer, theirs, words, room)]
    return step_page(desk, "preview", words, blocks)


def done_page(desk: Desk, posts: Sequence[NextPost], mention: Callable[[str], str], words: Words) -> FrozenLayout:
    """What happens now, and what else there is."""
    since = desk.card.version
    channel = desk.settings.channel_id
    if channel is not None and desk.trouble is None and posts:
        text = words("setup-done-first", channel=f"<#{channel}>", when=f"<t:{posts[0].at}:F>")
    else:
        text = words("setup-done-quiet")
    lines = [f"- {words(f'setup-then-{use}', command=mention(command))}" for use, command in THEN.items()]
    ways = [
        turn_button(words("setup-back"), SetupQuery("preview", since), emoji="◀️"),
        open_button(words("config-check"), CheckQuery(since=since), emoji="🩺"),
    ]
    return draw(f"## {words('setup-done')}\n{text}", ["\n".join(lines)], [ways])


def _missing(desk: Desk, posts: Sequence[NextPost], words: Words) -> list[tuple[str, Item]]:
    """What is in the way of a post, each with the button to the step that puts it right."""
    settings = desk.settings
    found: list[tuple[str, str]] = []
    if settings.channel_id is None:
        found.append(("channel", words("setup-preview-no-channel")))
    elif desk.trouble is not None:
        found.append(("channel", amiss_in_channel(desk.trouble, words)))
    if not desk.standing.follows:
        found.append(("follows", words("setup-preview-no-follows")))
    if not settings.kinds:
        found.append(("kinds", words("setup-preview-no-kinds")))
    if not posts and desk.standing.follows and settings.kinds:
        found.append(("follows", words("setup-preview-nothing")))
    since = desk.card.version
    return [(text, turn_button(words(f"setup-go-{section}"), SetupQuery(section, since))) for section, text in found]


def _posts(desk: Desk, posts: Sequence[NextPost], drawer: Posts, theirs: Words, words: Words, room: int) -> list[str]:
    """Each post under its hour, with as many dates as there is room for."""
    settings = desk.settings
    hour = {"time": f"{settings.hour:02}:00", "city": words.city(settings.zone or SEOUL)}
    blocks: list[str] = []
    for most in range(MOST_LINES, 1, -1):
        blocks = []
        for post in posts:
            when = words("setup-preview-when", relative=f"<t:{post.at}:R>", **hour)
            scene = Scene(post.parcel, post.items, settings.ping_role_id)
            text = outline(scene, drawer, theirs, most=most)
            blocks.append("\n".join([f"-# {when}", *(f"> {line}" for line in text.splitlines())]))
        if sum(map(len, blocks)) <= room:
            break
    while sum(map(len, blocks)) > room:
        blocks.pop()
    return blocks
