"""The databases that storage is tried on."""

from tests.storage.conftest import empty, postgres, url

__all__ = ["empty", "postgres", "url"]
