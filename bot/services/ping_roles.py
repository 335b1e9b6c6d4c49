"""Which roles members may take by themselves. Knows no Discord: whether Laurel can give one, ui/ finds out."""

from bot.clock import Clock
from bot.errors import Refused
from bot.services.letters import tidied
from bot.storage.ping_roles import Panel, PingRole, PingRoleBook

__all__ = ["MOST", "Panel", "PingRole", "PingRoles"]

MOST = 20  # four rows of buttons
LONGEST_WHAT = 100


class PingRoles:
    """Use cases of ping roles."""

    def __init__(self, book: PingRoleBook, clock: Clock) -> None:
        self._book = book
        self._clock = clock

    async def of_guild(self, guild_id: int) -> list[PingRole]:
        return await self._book.of_guild(guild_id)

    async def put(self, guild_id: int, user_id: int, role_id: int, what: str) -> PingRole:
        """Lists a role for good before it returns, or says anew what it is for. Raises Refused for one too many."""
        role = PingRole(role_id, tidied(what, LONGEST_WHAT))
        if not await self._book.put(guild_id, user_id, role, at=self._now(), most=MOST):
            raise Refused("notify-too-many", most=MOST)
        return role

    async def remove(self, guild_id: int, user_id: int, role_id: int) -> None:
        """Takes a role off the list. Raises Refused for one that is not on it."""
        if not await self._book.remove(guild_id, user_id, role_id, at=self._now()):
            raise Refused("notify-not-listed")

    async def offered(self, guild_id: int, role_id: int) -> PingRole:
        """The role, as long as it is listed. Raises Refused."""
        for role in await self.of_guild(guild_id):
            if role.role_id == role_id:
                return role
        raise Refused("notify-not-listed")

    async def panel(self, guild_id: int) -> Panel | None:
        """The message that offers them, if one was posted."""
        return await self._book.panel(guild_id)

    async def place(self, guild_id: int, panel: Panel) -> None:
        await self._book.place(guild_id, panel)

    def _now(self) -> int:
        return int(self._clock.now().timestamp())
