"""The simulated server as a plain description."""

import pytest

from bot.playground import LAUREL, Channel, Member, Scene


def test_laurels_own_server() -> None:
    assert LAUREL.guild == "Laurel playground"
    assert [channel.name for channel in LAUREL.channels] == ["awards", "trivia", "anniversaries"]
    assert {member.name: member.locale for member in LAUREL.members} == {"Mina": "en-US", "Theo": "en-US", "하늘": "ko"}


@pytest.mark.parametrize(
    ("channels", "owners"), [([], [True]), (["a", "a"], [True]), (["a"], [False]), (["a"], [True, True])]
)
def test_a_server_needs_channels_of_different_names_and_one_owner(channels: list[str], owners: list[bool]) -> None:
    with pytest.raises(ValueError, match=r"channel|owns"):
        Scene(
            "Server",
            "Bot",
            tuple(Channel(name, "") for name in channels),
            tuple(Member(str(n), "en-US", "", owner=owner) for n, owner in enumerate(owners)),
        )
