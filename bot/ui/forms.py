"""Forms: modals that outlive a restart. What a submission needs stands in the custom id, so nothing is remembered."""

from collections.abc import Awaitable, Callable, Iterator, Mapping
from typing import Any

import discord
from discord import ui

from bot.errors import UserError
from bot.ui.screens import Screens, StaleButton

CUSTOM_ID_LIMIT = 100
Values = Mapping[str, str]
Submitted = Callable[[discord.Interaction[Any], str, Values], Awaitable[None]]


class FrozenForm(ui.Modal):
    """A modal that discord.py need not keep: its submission is found by name, in this process or the next."""

    def __init__(self, name: str, rest: str, title: str) -> None:
        """`name` is that under which Forms knows it, `rest` what it is about; both stand in its custom id."""
        super().__init__(title=title, custom_id=f"form:{name}:{rest}"[:CUSTOM_ID_LIMIT], timeout=None)

    def is_finished(self) -> bool:
        return True


class Forms:
    """Every form by name. discord.py logs a modal's errors and tells nobody: here they reach the one handler."""

    def __init__(self, screens: Screens, on_error: Callable[[discord.Interaction[Any], Exception], Awaitable[None]]):
        self._screens = screens
        self._on_error = on_error
        self._kinds: dict[str, Submitted] = {}

    def add(self, name: str, submitted: Submitted) -> None:
        """Says who takes the submissions of a form: called with the rest of its custom id, and its values by id."""
        self._kinds[name] = submitted

    async def submit(self, interaction: discord.Interaction[Any]) -> None:
        """Hands a submission on. One that this version does not know gets an apology."""
        data: Mapping[str, Any] = interaction.data or {}
        _, name, rest = f"{data.get('custom_id', '')}::".split(":", 2)
        try:
            if name not in self._kinds:
                raise StaleButton(name)
            await self._kinds[name](interaction, rest.removesuffix("::"), dict(_values(data.get("components", ()))))
        except UserError as error:
            await self._screens.apologise(interaction, error)
        except Exception as error:
            await self._on_error(interaction, error)


def _values(components: Any) -> Iterator[tuple[str, str]]:
    """What was written or chosen, by the custom id of each field; the first of several choices."""
    for component in components:
        yield from _values([component["component"]] if "component" in component else component.get("components", ()))
        if "custom_id" in component:
            value = component.get("value", next(iter(component.get("values") or ()), ""))
            yield component["custom_id"], str(value)
