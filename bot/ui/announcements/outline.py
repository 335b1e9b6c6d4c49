"""A post in short, for where several are shown together: the same facts in the same order, without their sources."""

from bot.text import Words
from bot.ui.announcements.lines import Scene
from bot.ui.announcements.posts import Posts

MOST_LINES = 12


def outline(scene: Scene, posts: Posts, words: Words, *, most: int = MOST_LINES) -> str:
    """The role it mentions, its title, and at most `most` lines; the rest is counted."""
    lines = [line for _, told in posts.contents(scene, words, brief=True) for line in told]
    shown = lines if len(lines) <= most else lines[: most - 1]
    head = [f"<@&{scene.role_id}>"] if scene.role_id is not None else []
    more = [f"- {words('digest-more', count=len(lines) - len(shown))}"] if len(shown) < len(lines) else []
    return "\n".join([*head, f"### {posts.title(scene, words)}", *shown, *more])
