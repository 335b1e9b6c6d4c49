"""The playground's page in a real Chromium, as somebody would use it."""

import discord
import pytest

from tests.playground.conftest import Running
from tests.playground.visitor import Visitor


def channel(playground: Running, name: str) -> discord.TextChannel:
    return next(found for found in playground.bot.get_all_channels() if found.name == name)


def test_opens_at_a_plain_address_with_its_own_name_and_the_welcome(visitor: Visitor) -> None:
    visitor.driver.get(visitor.address)
    visitor.at("awards")
    assert visitor.driver.current_url == f"{visitor.address}awards"
    assert visitor.driver.title == "Laurel playground"
    visitor.reads("Welcome")
    assert visitor.text("body").casefold().count("simcord") == 1  # the credit, and nowhere else


def test_a_command_is_typed_with_suggestions_from_the_bot_and_chosen_by_keyboard(visitor: Visitor) -> None:
    visitor.types("/awards ")
    visitor.sees_suggestion("IU")
    visitor.presses("방탄")
    visitor.until(lambda: visitor.suggestions() == ["방탄소년단"], "the one suggestion")
    visitor.enter()
    visitor.until(lambda: not visitor.suggestions(), "the list to close")
    visitor.enter()
    visitor.reads("방탄소년단\n2 wins")
    assert visitor.script("document.activeElement.id") == "channel-composer-input"


def test_a_suggestion_is_chosen_by_mouse_and_shown_by_its_name(visitor: Visitor) -> None:
    visitor.types("/awards ros")
    visitor.sees_suggestion("ROSÉ").click()
    visitor.until(lambda: visitor.composing() == {"artist": "ROSÉ"}, "the chosen name")
    visitor.enter()
    visitor.reads("rosé\n2 wins")


def test_a_whole_line_may_be_pasted_with_options_by_name(visitor: Visitor) -> None:
    visitor.driver.execute_script(
        "const box = document.getElementById('channel-composer-input'); box.focus(); box.value = arguments[0];"
        "box.dispatchEvent(new Event('input', { bubbles: true }));",
        "/awards Nobody show:MAMA year:2019",
    )
    visitor.until(lambda: visitor.composing() == {"artist": "Nobody", "show": "MAMA", "year": "2019"}, "three options")
    visitor.enter()
    visitor.reads("Nobody MAMA 2019")


def test_enter_sends_a_command_whose_options_are_all_optional(visitor: Visitor) -> None:
    visitor.types("/help ")
    visitor.enter()
    visitor.reads("Help about everything in en-US")
    visitor.types("/help topic:tri")
    visitor.presses("via")
    visitor.enter()
    visitor.reads("Help about trivia in en-US")


def test_a_command_in_a_message_is_put_into_the_composer_by_a_click(visitor: Visitor) -> None:
    visitor.until(lambda: visitor.all(".inline-code"), "the welcome")[1].click()
    visitor.until(lambda: visitor.composing() == {"artist": "방탄소년단"}, "the command")


def test_a_click_is_answered_and_two_quick_ones_both_count(visitor: Visitor) -> None:
    visitor.go("trivia")
    visitor.types("/count ")
    visitor.enter()
    visitor.reads("Clicked 0")
    visitor.until(lambda: visitor.all(".component-button"), "button")[-1].click()
    visitor.reads("Clicked 1")
    visitor.driver.execute_script(
        "const click = () => [...document.querySelectorAll('.component-button')].at(-1).click(); click(); click();"
    )
    visitor.reads("Clicked 3")


def test_haneul_speaks_korean_to_the_bot(visitor: Visitor) -> None:
    visitor.be("하늘")
    visitor.types("/aw")
    visitor.until(lambda: "아티스트의 수상 기록" in visitor.text(".command-popup"), "the Korean description")
    visitor.erases()
    visitor.types("/help ")
    visitor.enter()
    answer = visitor.reads("Help about everything in ko")
    portrait = "return arguments[0].querySelector('.message-avatar img')?.naturalWidth"
    visitor.until(lambda: visitor.driver.execute_script(portrait, answer), "the bot's portrait")


def test_only_who_may_sees_the_commands_of_admins(visitor: Visitor) -> None:
    visitor.types("/set")
    visitor.until(lambda: "/setup" in visitor.text(".command-popup"), "/setup")
    visitor.erases()
    visitor.be("Theo")
    visitor.types("/")
    visitor.until(lambda: "/awards" in visitor.text(".command-popup"), "/awards")
    assert "/setup" not in visitor.text(".command-popup")


def test_another_channel_is_a_click_away_and_you_stay_who_you_are(visitor: Visitor) -> None:
    visitor.be("Theo")
    visitor.one(".laurel-channels a[data-channel=anniversaries]").click()
    visitor.at("anniversaries")
    assert visitor.driver.current_url.endswith("/anniversaries")
    assert visitor.script("document.getElementById('viewer-picker').selectedOptions[0].text").startswith("Theo")


def test_what_the_bot_posts_of_itself_appears_by_itself(visitor: Visitor, playground: Running) -> None:
    visitor.driver.execute_script("window.untouched = true")
    message = playground.call(channel(playground, "awards").send("Out of the blue"))
    visitor.reads("Out of the blue")
    playground.call(message.edit(content="Out of the red"))
    visitor.reads("Out of the red")
    playground.call(channel(playground, "anniversaries").send("Today: a birthday"))
    visitor.until(lambda: visitor.all("a[data-channel=anniversaries].is-unread"), "the mark of news")
    assert visitor.script("window.untouched")
    visitor.go("anniversaries")
    visitor.reads("Today: a birthday")
    assert not visitor.all(".is-unread[data-channel=anniversaries]")


def test_a_deferred_answer_thinks_first_and_may_bring_a_picture(visitor: Visitor) -> None:
    visitor.types("/think 1.5")
    visitor.enter()
    visitor.reads("Laurel is thinking…")
    message = visitor.reads("Thought about it")
    visitor.until(
        lambda: visitor.driver.execute_script(
            "return arguments[0].querySelector('img[alt=\"A card\"]')?.naturalWidth", message
        ),
        "the picture",
    )


def test_a_private_answer_is_private(visitor: Visitor) -> None:
    visitor.types("/whisper ")
    visitor.enter()
    assert "Only you can see this" in visitor.reads("A secret").text
    visitor.be("Theo")
    visitor.reads("Welcome")
    assert not any("A secret" in text for text in visitor.messages())


def test_a_select_and_a_form_work(visitor: Visitor) -> None:
    visitor.go("trivia")
    visitor.types("/awards PSY")
    visitor.sees_suggestion("PSY")
    visitor.enter()
    visitor.enter()
    visitor.reads("psy\n2 wins")
    visitor.all(".select-trigger")[-1].click()
    visitor.until(lambda: [o for o in visitor.all(".select-option") if "2024" in o.text], "2024")[-1].click()
    visitor.reads("Chosen: 2024")
    visitor.until(lambda: "2023" in visitor.all(".select-trigger")[-1].text, "what the bot says it holds")
    visitor.types("/ask ")
    visitor.enter()
    visitor.until(lambda: visitor.script("document.activeElement.matches('.modal-input')"), "the form's field")
    visitor.presses("정답")
    next(button for button in visitor.all(".modal-actions button") if button.text == "Submit").click()
    visitor.reads("You guessed 정답")


def test_a_failing_or_silent_command_leaves_the_page_alive(visitor: Visitor) -> None:
    visitor.types("/fail ")
    visitor.enter()
    visitor.reads("Something went wrong (id 1234).")
    visitor.types("/silence ")
    visitor.enter()
    visitor.until(lambda: visitor.text("#action-status") == "The application did not respond.", "its silence")
    visitor.types("/help ")
    visitor.enter()
    visitor.reads("Help about everything in en-US")
    assert visitor.text("#action-status") == ""


@pytest.mark.parametrize("width", [360, 390, 760])
def test_nothing_scrolls_sideways_in_a_narrow_window(visitor: Visitor, width: int) -> None:
    visitor.window(width, 844)
    visitor.types("/awards IU")
    visitor.sees_suggestion("IU")
    visitor.enter()
    visitor.enter()
    visitor.reads("iu\n2 wins")
    for selector in ("html", "body", "#channel-timeline", ".laurel-header"):
        wide, room = visitor.driver.execute_script(
            "const e = document.querySelector(arguments[0]); return [e.scrollWidth, e.clientWidth]", selector
        )
        assert wide <= room, selector
    assert visitor.seen(".laurel-channels a[data-channel=anniversaries]")


def test_a_page_finds_its_way_back_to_a_bot_that_was_started_anew(visitor: Visitor, tmp_path) -> None:
    first = Running(tmp_path / "first.db")
    visitor.address = first.address
    visitor.go("trivia")
    visitor.be("Theo")
    first.stop()
    visitor.until(lambda: "Trying again" in visitor.text("#action-status"), "that nobody answers")
    second = Running(tmp_path / "second.db", port=int(first.address.rstrip("/").rpartition(":")[2]))
    try:
        visitor.until(lambda: not visitor.text("#action-status") and visitor.shown("trivia"), "the conversation")
        visitor.types("/help ")
        visitor.enter()
        visitor.reads("Help about everything in en-US")
        assert "Theo used" in visitor.messages()[-1]
    finally:
        second.stop()
    visitor.driver.get("about:blank")
    visitor.driver.get_log("browser")
