"""Settings, from the environment and `.env`: the only reader of os.environ. The token never shows itself."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any, Literal

import msgspec
from dotenv import dotenv_values
from msgspec import Meta

from bot.errors import SettingsError

DEFAULT_DATABASE = "sqlite+aiosqlite:///state/laurel.db"
LOG_LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR")


class Secret:
    """A text that `str`, `repr`, logging and error messages show as stars."""

    __slots__ = ("_text",)

    def __init__(self, text: str) -> None:
        self._text = text

    def reveal(self) -> str:
        """The text itself, for the one place that needs it."""
        return self._text

    def __repr__(self) -> str:
        return "Secret(********)" if self._text else "Secret(empty)"

    def __bool__(self) -> bool:
        return bool(self._text)


def packaged_data() -> Path:
    """The data folder: beside the code in a checkout, inside the package in an installed wheel."""
    here = Path(__file__).resolve().parent
    checkout = here.parent / "data"
    return checkout if checkout.is_dir() else here / "_data"


class Settings(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Everything an operator can decide. Each field is the lower-case name of its variable in `.env.example`."""

    discord_token: Secret = Secret("")
    database_url: Annotated[str, Meta(pattern=r"^(sqlite\+aiosqlite|postgresql\+asyncpg)://")] = DEFAULT_DATABASE
    backup_dir: str | None = None  # "off": no nightly ones
    data_dir: Path = msgspec.field(default_factory=packaged_data)
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "INFO"
    log_format: Literal["text", "json"] = "text"
    dev_guild_id: Annotated[int, Meta(ge=1)] | None = None
    discord_api_base: Annotated[str, Meta(pattern=r"^https?://[^\s/]+(/\S*)?$")] | None = None
    calendar_port: Annotated[int, Meta(ge=1, le=65_535)] | None = None  # None: no addresses of calendars
    http_host: Annotated[str, Meta(pattern=r"^[^\s/]+$")] = "127.0.0.1"
    public_url: Annotated[str, Meta(pattern=r"^https?://[^\s/?#]+(/[^\s?#]*)?$")] | None = None
    announce_rate: Annotated[float, Meta(ge=0, le=50)] = 40.0  # posts a second, of Discord's 50 requests; 0: no limit
    shard_count: Annotated[int, Meta(ge=1)] | None = None
    shard_ids: tuple[int, ...] | None = None

    @property
    def feeds_url(self) -> str | None:
        """Where feeds are reached, without a slash at the end; None: the operator did not switch them on."""
        if self.calendar_port is None:
            return None
        return (self.public_url or f"http://{self.http_host}:{self.calendar_port}").rstrip("/")

    def __post_init__(self) -> None:
        if self.shard_ids is not None:
            if self.shard_count is None:
                raise ValueError("SHARD_IDS needs SHARD_COUNT, the number of shards of all processes together")
            if not self.shard_ids or not all(0 <= shard < self.shard_count for shard in self.shard_ids):
                raise ValueError(f"SHARD_IDS must lie between 0 and {self.shard_count - 1} (SHARD_COUNT - 1)")


HINTS = {
    "database_url": "write sqlite+aiosqlite:///state/laurel.db or postgresql+asyncpg://user:password@host/name",
    "backup_dir": "name a folder for backups, or write off",
    "data_dir": "name a folder that holds artists/ and ceremonies/",
    "log_level": f"choose one of {', '.join(LOG_LEVELS)}",
    "log_format": "choose text or json",
    "dev_guild_id": "write the server's id, a number (Developer Mode, right-click the server, Copy Server ID)",
    "discord_api_base": "write an address such as http://127.0.0.1:8080/api/v10",
    "calendar_port": "write a free port, 1 to 65535",
    "http_host": "write an address to listen on, such as 127.0.0.1",
    "public_url": "write where calendars are reached from outside, such as https://laurel.example.org",
    "announce_rate": "write how many announcements may be posted a second, 1 to 50 (0: no limit)",
    "shard_count": "write a whole number of at least 1",
    "shard_ids": "write numbers with commas between, such as 0,1,2",
}


def load_settings(environ: Mapping[str, str] | None = None, dotenv: Path | None = Path(".env")) -> Settings:
    """Settings from the environment, which wins, and the `.env` file.

    Empty variables count as not set. Raises SettingsError with one line that names the variable and what to write.
    """
    values: dict[str, str] = {}
    if dotenv is not None and dotenv.is_file():
        values |= {key: value for key, value in dotenv_values(dotenv).items() if value is not None}
    values |= os.environ if environ is None else environ
    known: dict[str, Any] = {}
    for name in Settings.__struct_fields__:
        text = values.get(name.upper(), "").strip()
        if text:
            known[name] = _split(text) if name == "shard_ids" else text
    if base := known.get("discord_api_base"):
        known["discord_api_base"] = base.rstrip("/")
    try:
        return msgspec.convert(known, Settings, strict=False, dec_hook=_decode)
    except msgspec.ValidationError as error:
        raise SettingsError(_explain(str(error), known)) from None


def _split(text: str) -> list[str]:
    return [part.strip() for part in text.split(",") if part.strip()]


def _decode(wanted: type, value: Any) -> Any:
    return Secret(value) if wanted is Secret else Path(value).expanduser()


def _explain(message: str, known: Mapping[str, Any]) -> str:
    """One line for a person: msgspec says where (`$.log_level`), the table above says what to write."""
    _, _, path = message.partition(" - at `$.")
    field = path.rstrip("`").split("[")[0]
    if field not in HINTS:
        return f"{message}."
    shown = known[field] if isinstance(known[field], str) else ",".join(known[field])
    if field == "database_url":
        shown = shown.split("://")[0] + "://..." if "://" in shown else "..."  # it may hold a password
    return f"{field.upper()} is {shown!r}: {HINTS[field]}."
