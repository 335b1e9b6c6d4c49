"""A small server on simcord with members of two languages, and answers that can be read and pressed.

The only module of the tests that touches simcord's private parts (PLATFORM.md, section 6).
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import discord
import simcord

from bot.client import Laurel
from bot.errors import StorageTrouble, UserError

simcord.Env._settle_internal.__kwdefaults__["idle"] = 0.001  # clicks and autocomplete are 25 times faster so
_record_error = simcord.Env._record_error


def _record_faults(env: simcord.Env, error: BaseException) -> None:
    """A member's own mistake is no fault of the bot: the tree answers it like any other question."""
    if not isinstance(error.__cause__ or error, UserError | StorageTrouble):
        _record_error(env, error)


simcord.Env._record_error = _record_faults  # type: ignore[method-assign]

SELECTS = (3, 5, 6, 7, 8)  # Discord's component types: of texts, members, roles, both, channels


@dataclass
class Answer:
    """What one interaction was answered with."""

    stage: "Stage"
    result: Any
    payload: dict[str, Any]
    pressed_by: Any

    @property
    def private(self) -> bool:
        return bool(self.result.ephemeral)

    @property
    def parts(self) -> list[dict[str, Any]]:
        """Every component of the message, outermost first."""
        return list(_walk((self.payload.get("data") or {}).get("components", [])))

    @property
    def text(self) -> str:
        return "\n".join(part["content"] for part in self.parts if part["type"] == 10)

    @property
    def buttons(self) -> dict[str, dict[str, Any]]:
        return {part["label"]: part for part in self.parts if part["type"] == 2}

    @property
    def selects(self) -> list[dict[str, Any]]:
        return [part for part in self.parts if part["type"] in SELECTS]

    @property
    def fields(self) -> dict[str, dict[str, Any]]:
        """The fields of a form by their ids."""
        return {part["component"]["custom_id"]: part["component"] for part in self.payload["data"]["components"]}

    async def press(self, label: str, by: Any = None) -> "Answer":
        """Presses the button with that label, as who asked unless `by` says otherwise."""
        custom_id = self.buttons[label]["custom_id"]
        actor = by or self.pressed_by
        return await self.stage.answered(actor, actor.click(self.result.response, custom_id=custom_id))

    async def submit(self, **values: Any) -> "Answer":
        """Sends the form that this answer is, as often as one likes; selects stay as they are unless `values` says."""
        for name, control in self.fields.items():
            if control["type"] == 3:
                chosen = [option["value"] for option in control["options"] if option.get("default")]
                values[name] = [values[name]] if name in values else chosen
        self.result._interaction.modal_consumed = False
        return await self.stage.answered(self.pressed_by, self.pressed_by.submit_modal(self.result, values))

    async def pick(self, placeholder: str, *values: Any, by: Any = None) -> "Answer":
        """Picks from the select with that placeholder: texts, or what simcord made (channels, roles)."""
        custom_id = next(s["custom_id"] for s in self.selects if s["placeholder"] == placeholder)
        actor = by or self.pressed_by
        chosen = actor.select(self.result.response, list(values), custom_id=custom_id)
        return await self.stage.answered(actor, chosen)


@dataclass
class Stage:
    """The bot on a simulated Discord: `ada` reads English, `haneul` Korean; `admin` manages the server."""

    bot: Laurel
    env: simcord.Env
    server: Any = None
    channel: Any = None
    ada: Any = None
    haneul: Any = None
    admin: Any = None
    locales: dict[str, str] = field(default_factory=dict)
    brought: set[str] = field(default_factory=set)  # members whose server has no Laurel: they brought it themselves

    def __post_init__(self) -> None:
        self.server = self.env.create_guild()
        self.channel = self.server.create_text_channel("awards")
        self.ada = self.server.add_member(self.env.create_user("ada"))
        self.haneul = self.server.add_member(self.env.create_user("haneul"))
        self.locales[str(self.haneul.id)] = "ko"
        managers = self.server.create_role("managers", permissions=discord.Permissions(manage_guild=True))
        self.admin = self.server.add_member(self.env.create_user("admin"), roles=[managers])
        self.env.backend.subscribers.insert(0, self._translate)

    def _translate(self, event: str, payload: Any) -> None:
        """simcord knows no locales: an interaction gets that of its member before the bot sees it."""
        if event == "INTERACTION_CREATE":
            user = payload.get("user") or payload["member"]["user"]
            payload["locale"] = self.locales.get(str(user["id"]), "en-US")
            if str(user["id"]) in self.brought:
                payload["authorizing_integration_owners"] = {"1": str(user["id"])}

    def dismiss(self, member: Any) -> None:
        """Takes every role from a member, as an owner may at any moment."""
        self.server._guild.members[member.id].role_ids.clear()

    def allow_everybody(self, command: str) -> None:
        """Shows a command to everybody, as an admin may by the server's integration settings."""
        everyone = [{"id": str(self.server.id), "type": 1, "permission": True}]
        self.env.backend.set_command_permissions(self.server.id, self.bot.tree.command_ids[command], everyone)

    async def slash(self, command: str, *, by: Any = None, **options: Any) -> Answer:
        actor = by or self.ada
        return await self.answered(actor, actor.slash(self.channel, command, **options))

    async def dm(self, command: str, *, by: Any = None, **options: Any) -> Answer:
        """A command in a member's own DM with Laurel."""
        actor = (by or self.ada).user
        return await self.answered(actor, actor.slash(command, **options))

    async def menu(self, entry: str, message: Any, *, by: Any = None) -> Answer:
        """Chooses an entry in the menu of a message."""
        actor = by or self.ada
        return await self.answered(actor, actor.context_menu(self.channel, entry, message))

    async def suggestions(self, command: str, option: str, text: str, *, by: Any = None, **others: Any) -> list[Any]:
        actor = by or self.ada
        return list(await actor.autocomplete(self.channel, command, option, text, **others))

    async def at_once(self, *actions: Any) -> list[Any]:
        """What members do in the same moment: the bot hears of all before it has answered any."""
        settle = self.env._settle_internal

        async def later(**_: Any) -> None:
            """Not yet."""

        self.env._settle_internal = later  # type: ignore[method-assign]
        try:
            results = [await action for action in actions]
        finally:
            del self.env._settle_internal  # type: ignore[method-assign]
        await settle(dispatch="INTERACTION_CREATE")
        return results

    async def answered(self, actor: Any, action: Any) -> Answer:
        before = len(self.env.http_requests)
        result = await action
        callbacks = [r for r in list(self.env.http_requests)[before:] if r.path.endswith("/callback")]
        assert len(callbacks) == 1, f"{len(callbacks)} callbacks for one interaction"
        payload = callbacks[0].json
        if payload["type"] in (5, 6):  # an answer or a change promised, and given later
            later = [r for r in list(self.env.http_requests)[before:] if r.path.endswith("/messages/@original")]
            assert len(later) == 1, f"{len(later)} answers to one promise"
            payload = {"type": payload["type"], "data": later[0].json}
        return Answer(self, result, payload, actor)


def _walk(components: list[Mapping[str, Any]]) -> Iterator[dict[str, Any]]:
    for component in components:
        yield dict(component)
        yield from _walk([*component.get("components", []), *([side] if (side := component.get("accessory")) else [])])


@contextmanager
def expected_errors(env: simcord.Env) -> Iterator[None]:
    """simcord fails a test whose bot met an unhandled error; here one is meant to happen."""
    yield
    assert env.errors, "no error happened"
