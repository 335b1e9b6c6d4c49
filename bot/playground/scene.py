"""Who and what is in the simulated server: plain facts, without a trace of how they are simulated."""

import msgspec


class Channel(msgspec.Struct, frozen=True):
    """A text channel. `name` is also its address on the page (`/awards`): lower case, no spaces."""

    name: str
    topic: str


class Member(msgspec.Struct, frozen=True):
    """Somebody the visitor can be.

    `locale` is the language of their Discord client, as Discord writes it (`en-US`, `ko`). `note` stands after the
    name where members are switched. `owner` is true for exactly one: she may do everything in the server.
    """

    name: str
    locale: str
    note: str
    owner: bool = False


class Scene(msgspec.Struct, frozen=True):
    """A server with its channels and members, in the order in which the page lists them."""

    guild: str
    bot: str
    channels: tuple[Channel, ...]
    members: tuple[Member, ...]

    def __post_init__(self) -> None:
        if sum(member.owner for member in self.members) != 1:
            raise ValueError("exactly one member owns the server")
        if len({channel.name for channel in self.channels}) != len(self.channels) or not self.channels:
            raise ValueError("a server has at least one channel, and no two of one name")


LAUREL = Scene(
    guild="Laurel playground",
    bot="Laurel",
    channels=(
        Channel("awards", "Who won what, with sources"),
        Channel("trivia", "Rounds, daily challenge and leaderboards"),
        Channel("anniversaries", "Birthdays, debuts and ceremonies, each exactly once"),
    ),
    members=(
        Member("Mina", "en-US", "admin", owner=True),
        Member("Theo", "en-US", "member"),
        Member("하늘", "ko", "Korean"),
    ),
)
