"""From what a delivery tells to the message that is posted. Courier, preview and test all come here, so they agree."""

from bot.anniversaries.plans import Parcel
from bot.services.announcements.reading import Reading
from bot.services.languages import Languages
from bot.storage.subscriptions import Subscription
from bot.text import WordBook, Words
from bot.ui.announcements.lines import Scene
from bot.ui.announcements.posts import Posts
from bot.ui.layouts import FrozenLayout


class Press:
    """Makes messages of parcels, in the language of whoever subscribed."""

    def __init__(self, reading: Reading, posts: Posts, book: WordBook, languages: Languages) -> None:
        self._reading = reading
        self._posts = posts
        self._book = book
        self._languages = languages

    async def page(
        self, of: Subscription, parcel: Parcel, *, late_since: int | None = None, sample: bool = False
    ) -> FrozenLayout | None:
        """The message; None when nothing of it is so any more. `late_since` (UTC seconds): it was due then, and says
        so. A `sample` names no role. Raises StorageTrouble.
        """
        items = await self._reading.read(of.guild_id, parcel, of)
        role_id = None if sample else of.role_id
        return self._posts.draw(Scene(parcel, items, role_id, late_since, sample), await self.words(of))

    async def words(self, of: Subscription) -> Words:
        """The words of its posts: its own, else the server's."""
        return self._book.of(of.language) if of.language else await self._languages.of_guild(of.guild_id)
