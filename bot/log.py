"""Logging as text or as JSON lines. Whatever is logged, the token is not in it."""

import logging
import sys
from collections.abc import Iterable
from typing import Any

import msgspec

from bot.settings import Settings

# Below these they speak of themselves only.
LEAST_LEVELS = {"discord": logging.INFO, "alembic": logging.WARNING, "apscheduler": logging.WARNING}
STANDARD = frozenset(logging.makeLogRecord({}).__dict__) | {"message", "asctime", "taskName"}


def set_up_logging(settings: Settings) -> None:
    """Sends everything to standard error in the format and from the level that the settings name."""
    secrets = [settings.discord_token.reveal()] if settings.discord_token else []
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(JsonFormatter(secrets) if settings.log_format == "json" else TextFormatter(secrets))
    logging.basicConfig(level=settings.log_level, handlers=[handler], force=True)
    for name, least in LEAST_LEVELS.items():
        logging.getLogger(name).setLevel(max(least, logging.getLevelName(settings.log_level)))
    for name in ("discord.client", "discord.shard"):
        logging.getLogger(name).addFilter(in_one_line)


def in_one_line(record: logging.LogRecord) -> bool:
    """discord.py logs every lost connection with a traceback; that it tries again, and why, is all there is to say."""
    if record.exc_info and record.exc_info[1] is not None and record.msg.endswith(("Retrying...", "%.2fs")):
        record.msg += " (%s)"
        record.args = (*(record.args if isinstance(record.args, tuple) else ()), repr(record.exc_info[1]))
        record.exc_info = None
        record.levelno, record.levelname = logging.WARNING, "WARNING"
    return True


class TextFormatter(logging.Formatter):
    """`2026-11-23 21:04:05 INFO bot.client: ready`, with secrets starred out."""

    def __init__(self, secrets: Iterable[str]) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s: %(message)s", "%Y-%m-%d %H:%M:%S")
        self._secrets = tuple(secrets)

    def format(self, record: logging.LogRecord) -> str:
        text = super().format(record)
        for secret in self._secrets:
            text = text.replace(secret, "********")
        return text


class JsonFormatter(TextFormatter):
    """One JSON object a line: time, level, logger, message, exception, and what the call gave as `extra`."""

    def format(self, record: logging.LogRecord) -> str:
        fields: dict[str, Any] = {
            "time": self.formatTime(record),
            "level": record.levelname,
            "logger": record.name,
            "message": record.getMessage(),
        }
        if record.exc_info:
            fields["exception"] = self.formatException(record.exc_info)
        fields |= {key: value for key, value in record.__dict__.items() if key not in STANDARD}
        text = msgspec.json.encode(fields, enc_hook=str).decode()
        for secret in self._secrets:
            text = text.replace(secret, "********")
        return text
