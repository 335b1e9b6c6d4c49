"""Settings: from the environment, from .env, and one clear line for each mistake."""

from pathlib import Path

import pytest

from bot.errors import SettingsError
from bot.settings import DEFAULT_DATABASE, Secret, Settings, load_settings

TOKEN = "MTIzNDU2Nzg5MDEyMzQ1Njc4.Gabcde.abcdefghijklmnopqrstuvwxyz0"


def test_defaults() -> None:
    settings = load_settings({}, None)
    assert not settings.discord_token
    assert settings.database_url == DEFAULT_DATABASE
    assert (settings.data_dir / "artists").is_dir()


def test_the_environment_wins_over_the_file(tmp_path: Path) -> None:
    dotenv = tmp_path / ".env"
    dotenv.write_text(f"DISCORD_TOKEN={TOKEN}\nLOG_LEVEL=DEBUG\nLOG_FORMAT=json\n# a note\n", encoding="utf-8")
    settings = load_settings({"LOG_LEVEL": "ERROR", "LOG_FORMAT": ""}, dotenv)
    assert settings.discord_token.reveal() == TOKEN
    assert settings.log_level == "ERROR"
    assert settings.log_format == "text", "an empty variable counts as not set"


def test_numbers_and_lists() -> None:
    settings = load_settings({"SHARD_COUNT": "4", "SHARD_IDS": "0, 2", "DEV_GUILD_ID": "123"}, None)
    assert settings.shard_ids == (0, 2) and settings.dev_guild_id == 123


def test_the_token_never_shows() -> None:
    settings = load_settings({"DISCORD_TOKEN": TOKEN}, None)
    for shown in (repr(settings), str(settings), f"{settings.discord_token}", repr(Secret(TOKEN)), f"{vars}"):
        assert TOKEN not in shown
    with pytest.raises(SettingsError) as error:
        load_settings({"DISCORD_TOKEN": TOKEN, "LOG_LEVEL": "loud"}, None)
    assert TOKEN not in str(error.value)


@pytest.mark.parametrize(
    "name, text, line",
    [
        ("LOG_LEVEL", "loud", "LOG_LEVEL is 'loud': choose one of DEBUG, INFO, WARNING, ERROR."),
        ("LOG_FORMAT", "xml", "LOG_FORMAT is 'xml': choose text or json."),
        ("SHARD_COUNT", "many", "SHARD_COUNT is 'many': write a whole number of at least 1."),
        ("SHARD_COUNT", "0", "SHARD_COUNT is '0': write a whole number of at least 1."),
        ("SHARD_IDS", "1", "SHARD_IDS needs SHARD_COUNT, the number of shards of all processes together."),
        ("DEV_GUILD_ID", "my server", "DEV_GUILD_ID is 'my server': write the server's id, a number"),
        ("DISCORD_API_BASE", "discord.com", "DISCORD_API_BASE is 'discord.com': write an address such as"),
        ("DATABASE_URL", "mysql://root:geheim@h/d", "DATABASE_URL is 'mysql://...': write sqlite+aiosqlite:///"),
    ],
)
def test_each_mistake_has_one_line(name: str, text: str, line: str) -> None:
    with pytest.raises(SettingsError) as error:
        load_settings({name: text}, None)
    assert str(error.value).startswith(line)
    assert "\n" not in str(error.value) and "geheim" not in str(error.value)


def test_shards_must_exist() -> None:
    with pytest.raises(SettingsError, match="between 0 and 1"):
        load_settings({"SHARD_COUNT": "2", "SHARD_IDS": "2"}, None)


def test_settings_are_made_without_an_environment() -> None:
    settings = Settings(database_url="sqlite+aiosqlite:///x.db")
    assert settings.database_url == "sqlite+aiosqlite:///x.db"
    with pytest.raises(AttributeError):
        settings.log_level = "DEBUG"  # type: ignore[misc]
