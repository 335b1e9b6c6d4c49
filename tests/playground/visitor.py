"""Somebody before the playground's page: types, clicks, looks, and waits until what they expect is there."""

import time
from collections.abc import Callable
from typing import Any, TypeVar

from selenium.common.exceptions import NoSuchElementException, StaleElementReferenceException
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.ui import Select

Found = TypeVar("Found")
PATIENCE = 15.0


class Visitor:
    def __init__(self, driver: Any, address: str) -> None:
        self.driver, self.address = driver, address

    def until(self, look: Callable[[], Found], what: str = "") -> Found:
        """The first true thing that `look` returns."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            try:
                if found := look():
                    return found
            except (NoSuchElementException, StaleElementReferenceException):
                pass
            time.sleep(0.02)
        raise AssertionError(f"never seen: {what}; the page says:\n{self.text('body')}")

    def window(self, width: int, height: int) -> None:
        metrics = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False}
        self.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)

    def go(self, channel: str, *, new: bool = False) -> None:
        """Open a channel's address; `new` forgets who one was."""
        self.driver.get(f"{self.address}{channel}")
        if new:
            self.driver.execute_script("sessionStorage.clear()")
            self.driver.refresh()
        self.at(channel)

    def at(self, channel: str) -> None:
        """Wait until the channel is shown."""
        self.until(lambda: self.text("#channel-name, h1") == channel or self.shown(channel), f"#{channel}")
        self.until(lambda: self.all("#viewer-picker option"), "members")

    def shown(self, channel: str) -> bool:
        name = self.driver.execute_script("return document.getElementById('channel-name')?.textContent")
        return bool(name == channel)

    def be(self, member: str) -> None:
        picker = Select(self.one("#viewer-picker"))
        picker.select_by_visible_text(next(o.text for o in picker.options if o.text.startswith(member)))
        locale = "ko" if member == "하늘" else "en-US"
        self.until(lambda: self.script("document.documentElement.dataset.locale") == locale, member)
        self.until(lambda: self.all(".channel-message") or self.seen(".channel-empty"), "the conversation")

    def script(self, expression: str) -> Any:
        return self.driver.execute_script(f"return {expression}")

    def one(self, selector: str) -> WebElement:
        return self.driver.find_element(By.CSS_SELECTOR, selector)

    def all(self, selector: str) -> list[WebElement]:
        return self.driver.find_elements(By.CSS_SELECTOR, selector)

    def seen(self, selector: str) -> bool:
        return any(element.is_displayed() for element in self.all(selector))

    def text(self, selector: str) -> str:
        return self.one(selector).text

    def messages(self) -> list[str]:
        return [element.text for element in self.all(".channel-message")]

    def reads(self, text: str, *, count: int = 1) -> WebElement:
        """Wait for a message that contains `text` (for `count` of them); the newest."""

        def look() -> WebElement | None:
            found = [element for element in self.all(".channel-message") if text in element.text]
            return found[-1] if len(found) >= count else None

        return self.until(look, f"message {text!r}")

    def types(self, text: str) -> None:
        """Begin a line in the composer."""
        box = self.until(lambda: self.one("#channel-composer-input"), "composer")
        box.click()
        box.send_keys(text)

    def presses(self, *keys: str) -> None:
        self.driver.switch_to.active_element.send_keys(*keys)

    def erases(self) -> None:
        self.presses(Keys.CONTROL + "a")
        self.presses(Keys.BACKSPACE)

    def enter(self) -> None:
        self.presses(Keys.ENTER)

    def suggestions(self) -> list[str]:
        return [item.text for item in self.all(".command-suggestion .command-suggestion-label")]

    def sees_suggestion(self, text: str) -> WebElement:
        return self.until(
            lambda: next((item for item in self.all(".command-suggestion") if item.text == text), None), text
        )

    def composing(self) -> dict[str, str]:
        """What the command in the composer holds, by option."""
        return {
            field.get_attribute("data-option"): field.get_attribute("value")
            for field in self.all(".command-option-input")
        }

    def complaints(self) -> list[str]:
        """What the console took amiss.

        Not counted: a server that was stopped, and what was still under way when a page or a member was left.
        """
        harmless = ("ERR_CONNECTION_REFUSED", "410 (Gone)", "/api/assets/")
        return [
            entry["message"]
            for entry in self.driver.get_log("browser")
            if entry["level"] == "SEVERE" and not any(word in entry["message"] for word in harmless)
        ]
