"""Laurel: the awards desk for fan communities on Discord. The plan of the house is in the README."""

from importlib.metadata import PackageNotFoundError, version

try:
    __version__ = version("laurel-bot")
except PackageNotFoundError:  # run from a checkout that was never installed
    __version__ = "0+unknown"
