"""What the announcer asks of whoever posts: a Courier, which ui/ implements. Knows no Discord."""

from typing import Protocol

from bot.storage.outbox import Claim, Row


class Nothing(Exception):
    """There is nothing left to tell: the delivery is skipped."""


class Courier(Protocol):
    """Posts one kind of delivery."""

    def here(self, row: Row) -> bool:
        """Whether this process may deliver it: it is in the server. `row` has the outbox's places. Called often."""
        ...

    def place(self, row: Row) -> int:
        """Where it goes, so that one at a time goes there. `row` as above."""
        ...

    def may_look(self, claim: Claim) -> bool:
        """Whether `find` could tell afterwards if it was posted."""
        ...

    async def post(self, claim: Claim, *, late: bool) -> int:
        """Posts it and returns the message's id. Posted again within a few minutes it is the same message.

        Raises SendFault, Nothing.
        """
        ...

    async def find(self, claim: Claim) -> int | None:
        """The message that a try before has left, None when there is surely none. Raises SendFault, LookupError when
        nobody can tell.
        """
        ...

    async def refused(self, claim: Claim, why: str) -> None:
        """Discord refuses the place (`forbidden`, `gone`): whoever subscribed is told, and nothing more goes there.

        Raises StorageTrouble.
        """
        ...
