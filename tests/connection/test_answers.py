"""What fans get back over the socket: awards, suggestions, their language, and buttons that work."""

from __future__ import annotations

import copy
import re

import pytest

from tests.connection.conftest import GENEROUS, Running, live_buttons
from tests.stand_in import components

pytestmark = [pytest.mark.asyncio(loop_scope="module"), pytest.mark.xdist_group("connection-answers")]

COMPONENTS_V2, EPHEMERAL = 32768, 64
HANGUL = re.compile("[가-힣]")


async def test_awards_are_answered_at_once_as_a_layout(laurel: Running) -> None:
    asked = await laurel.discord.slash("awards", {"artist": "RM"}).answer(GENEROUS)
    assert asked.callback_type == 4, "look-ups answer from memory; a deferral shows a fan nothing"
    assert asked.data["flags"] & COMPONENTS_V2
    assert "RM" in asked.text
    assert "Favorite K-Pop Artist" in asked.text, "the American Music Awards of 2025 are missing"
    assert "2025" in asked.text


async def test_the_answer_keeps_to_what_was_asked(laurel: Running) -> None:
    asked = await laurel.discord.slash("awards", {"artist": "BTS", "show": "MAMA", "year": 2019}).answer(GENEROUS)
    assert asked.callback_type == 4
    assert "Album of the Year" in asked.text
    assert "### Billboard" not in asked.text and "### American" not in asked.text


@pytest.mark.parametrize(
    ("typed", "artist"), [("방탄", "bts"), ("방타", "bts"), ("bts", "bts"), ("Blakpink", "blackpink")]
)
async def test_typing_finds_the_artist(laurel: Running, typed: str, artist: str) -> None:
    asked = await laurel.discord.autocomplete("awards", {"artist": typed}, "artist").answer(GENEROUS)
    assert asked.callback_type == 8
    assert 0 < len(asked.choices) <= 25
    assert artist in [choice["value"] for choice in asked.choices[:5]]


async def test_a_korean_reader_gets_korean(laurel: Running) -> None:
    english = await laurel.discord.slash("awards", {"artist": "RM"}).answer(GENEROUS)
    korean = await laurel.discord.slash("awards", {"artist": "RM"}, locale="ko").answer(GENEROUS)
    assert len(HANGUL.findall(korean.text)) > len(HANGUL.findall(english.text)) + 20


async def test_in_a_direct_message_too(laurel: Running) -> None:
    asked = await laurel.discord.slash("awards", {"artist": "rm"}, guild=None).answer(GENEROUS)
    assert "Favorite K-Pop Artist" in asked.text


async def test_a_name_nobody_has_is_answered_kindly(laurel: Running) -> None:
    asked = await laurel.discord.slash("awards", {"artist": "xqzzy nobody"}).answer(GENEROUS)
    assert asked.callback_type == 4
    assert "xqzzy nobody" in asked.text


async def test_other_commands_answer(laurel: Running) -> None:
    for name, options in (
        ("artist", {"name": "BTS"}),
        ("ceremony", {"show": "MAMA"}),
        ("help", {}),
        ("about", {}),
    ):
        asked = await laurel.discord.slash(name, options).answer(GENEROUS)
        assert asked.callback_type == 4, name
        assert len(asked.text) > 40, name


async def test_the_page_turns_for_who_asked_and_is_copied_for_others(laurel: Running) -> None:
    asked = await laurel.discord.slash("awards", {"artist": "BTS"}, fan=1).answer(GENEROUS)
    assert asked.message is not None
    onward = live_buttons(asked.message)[0]
    other = await laurel.discord.click(asked.message, onward, fan=2).answer(GENEROUS)
    assert other.callback_type == 4 and other.data["flags"] & EPHEMERAL
    first_page = asked.text
    same = await laurel.discord.click(asked.message, onward, fan=1).answer(GENEROUS)
    assert same.callback_type == 7
    assert "BTS" in asked.text and asked.text != first_page


async def test_every_button_and_menu_is_acknowledged(laurel: Running) -> None:
    asked = await laurel.discord.slash("awards", {"artist": "BTS"}).answer(GENEROUS)
    assert asked.message is not None
    for custom_id in live_buttons(asked.message):
        pressed = await laurel.discord.click(copy.deepcopy(asked.message), custom_id).answer(GENEROUS)
        assert pressed.callback_type in (4, 7), custom_id
    for menu in [part for part in components(asked.message) if part["type"] == 3]:
        values = [menu["options"][-1]["value"]]
        picked = await laurel.discord.select(copy.deepcopy(asked.message), menu["custom_id"], values).answer(GENEROUS)
        assert picked.callback_type in (4, 7), menu
