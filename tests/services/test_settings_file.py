"""The file of a server's settings: what is written is read again, and nothing else is."""

import json
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import UNSET

from bot.errors import ImportRefused
from bot.services.guilds import GuildSettings
from bot.services.settings_file import (
    MOST_BYTES,
    PLACES,
    FileFollows,
    FileSettings,
    Place,
    SettingsFile,
    compose,
    parse,
)

FULL = GuildSettings(
    language="ko",
    zone="Asia/Seoul",
    visibility="private",
    spoiler_hours=0,
    channel_id=2**62,
    hour=23,
    kinds=("birthdays", "other"),
    ping_role_id=2**61,
    host_role_id=None,
    games="hosts",
    game_channels=(2**60, 3),
    setup_step=4,
)
FOLLOWS = FileFollows(("bts", "iu"), ("mama",))


def composed(settings: GuildSettings = FULL, follows: FileFollows = FOLLOWS) -> bytes:
    names = {2**62: "공지 📢", 2**60: "games"}
    return compose(settings, follows, names, laurel="0.1.0", exported_at="2026-11-23T12:00:00Z")


def changed(**changes: Any) -> bytes:
    """A file with some things put elsewhere: top-level keys, or settings.x."""
    data = json.loads(composed())
    for name, value in changes.items():
        where = data if name in data else data["settings"]
        where[name] = value
    return json.dumps(data).encode()


def refusal(content: bytes) -> ImportRefused:
    with pytest.raises(ImportRefused) as refused:
        parse(content)
    return refused.value


def test_what_is_written_is_read() -> None:
    file = parse(composed())
    assert file.settings.channel == Place(str(2**62), "공지 📢") and file.settings.ping_role == Place(str(2**61))
    assert file.settings.host_role is None and file.settings.game_channels == (Place(str(2**60), "games"), Place("3"))
    assert (file.settings.language, file.settings.hour, file.settings.spoiler_hours) == ("ko", 23, 0)
    assert file.follows == FOLLOWS
    assert "공지 📢" in composed().decode() and composed().count(b"\n") > 20, "for people to read"


def test_a_server_that_decided_nothing_can_be_written_too() -> None:
    file = parse(composed(GuildSettings(), FileFollows()))
    assert file.settings.channel is None and file.settings.kinds is not UNSET and file.follows == FileFollows()


def test_every_setting_is_in_the_file_and_no_step_of_setup() -> None:
    wanted = {PLACES.get(name, name) for name in GuildSettings.__struct_fields__} - {"setup_step"}
    assert set(FileSettings.__struct_fields__) == wanted == set(json.loads(composed())["settings"])


def test_what_is_not_mentioned_is_left_alone() -> None:
    file = parse(b'{"what": "server-settings", "format": 1, "settings": {"hour": 5}}')
    assert file.settings == FileSettings(hour=5) and file.follows is UNSET
    assert parse(b'\xef\xbb\xbf{"what": "server-settings", "format": 1}').settings == FileSettings(), "from Notepad"


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"hello",
        b"\x00\x01\x02",
        b"\x89PNG\r\n\x1a\n",
        '{"what": "server-settings", "format": 1}'.encode("utf-16"),
        b'{"what": "server-settings", "format": 1, "laurel": "\xff"}',
        b'{"what": "server-settings", "format": 1} trailing',
        b"{'what': 'server-settings'}",
        b'{"what": "server-settings", "format": 1, "laurel": "\\ud800"}',
    ],
)
def test_what_is_no_json(content: bytes) -> None:
    assert refusal(content).reason == "not-json"


@pytest.mark.parametrize(
    "content",
    [
        b"null",
        b"[]",
        b"3",
        b"{}",
        b'{"what": "my-data", "format": 1, "tables": {}}',
        b'{"what": ["server-settings"], "format": 1}',
        b'{"what": "server-settings", "format": "1"}',
        b"[" * 100_000 + b"]" * 100_000,
        b'{"settings": ' * 20_000,
        b'{"what": "server-settings", "format": 1, "settings": ' + b"[" * 100_000 + b"]" * 100_000 + b"}",
    ],
)
def test_what_is_no_file_of_settings(content: bytes) -> None:
    assert refusal(content).reason == "not-settings"


@pytest.mark.parametrize("number", [0, 2, -1, 2**62])
def test_another_format(number: int) -> None:
    refused = refusal(changed(format=number))
    assert (refused.reason, refused.where) == ("other-format", str(number))


def test_another_format_may_hold_anything() -> None:
    content = b'{"what": "server-settings", "format": 2, "settings": [1, {"new": true}], "more": 1}'
    assert refusal(content).reason == "other-format"


@pytest.mark.parametrize(
    "changes, where",
    [
        ({"hour": 24}, "settings.hour"),
        ({"hour": -1}, "settings.hour"),
        ({"hour": "9"}, "settings.hour"),
        ({"hour": 9.5}, "settings.hour"),
        ({"hour": True}, "settings.hour"),
        ({"hour": None}, "settings.hour"),
        ({"spoiler_hours": 169}, "settings.spoiler_hours"),
        ({"language": "fr"}, "settings.language"),
        ({"language": 3}, "settings.language"),
        ({"zone": "x" * 65}, "settings.zone"),
        ({"visibility": "secret"}, "settings.visibility"),
        ({"games": None}, "settings.games"),
        ({"kinds": ["birthdays", "gossip"]}, "settings.kinds[1]"),
        ({"kinds": ["birthdays"] * 8}, "settings.kinds"),
        ({"channel": {"id": 5}}, "settings.channel.id"),
        ({"channel": {"id": "@everyone"}}, "settings.channel.id"),
        ({"channel": {"id": "1" * 20}}, "settings.channel.id"),
        ({"channel": {"id": "-5"}}, "settings.channel.id"),
        ({"channel": {}}, "settings.channel"),
        ({"channel": {"id": "5", "topic": "x"}}, "settings.channel.topic"),
        ({"channel": "5"}, "settings.channel"),
        ({"channel": {"id": "5", "name": "x" * 101}}, "settings.channel.name"),
        ({"game_channels": [{"id": "5"}] * 26}, "settings.game_channels"),
        ({"setup_step": 3}, "settings.setup_step"),
        ({"follows": {"artists": [3]}}, "follows.artists[0]"),
        ({"follows": {"artists": [""]}}, "follows.artists[0]"),
        ({"follows": {"artists": ["x" * 65]}}, "follows.artists[0]"),
        ({"follows": {"artists": ["bts"] * 501}}, "follows.artists"),
        ({"follows": {"members": ["5"]}}, "follows.members"),
        ({"follows": None}, "follows"),
        ({"settings": None}, "settings"),
        ({"settings": []}, "settings"),
        ({"laurel": "x" * 41}, "laurel"),
    ],
)
def test_a_wrong_value_is_named(changes: dict[str, Any], where: str) -> None:
    refused = refusal(changed(**changes))
    assert (refused.reason, refused.where) == ("wrong-value", where)


def test_too_large() -> None:
    assert refusal(b" " * (MOST_BYTES + 1)).reason == "too-large"
    assert refusal(b"[" * (10 * 1024 * 1024)).reason == "too-large"
    padded = composed()[:-2] + b" " * (MOST_BYTES - len(composed())) + b"}"
    assert len(padded) <= MOST_BYTES and parse(padded).follows == FOLLOWS


def test_a_huge_file_of_a_long_name_is_refused_in_a_moment() -> None:
    name = "x" * (MOST_BYTES - 100)
    refused = refusal(msgspec.json.encode({"what": "server-settings", "format": 1, name: 1}))
    assert refused.reason == "wrong-value" and refused.where == name


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)


@given(settings=st.dictionaries(st.sampled_from(FileSettings.__struct_fields__), JSON), follows=JSON)
def test_whatever_is_in_it_is_read_or_refused(settings: dict[str, Any], follows: Any) -> None:
    data = {"what": "server-settings", "format": 1, "settings": settings, "follows": follows}
    try:
        file = parse(json.dumps(data).encode())
    except ImportRefused as refused:
        assert refused.reason in ("wrong-value", "not-json")
    else:
        assert isinstance(file, SettingsFile)


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(content: bytes) -> None:
    with pytest.raises(ImportRefused):
        parse(content)
