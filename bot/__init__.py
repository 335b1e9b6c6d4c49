"""Laurel: the awards desk for fan communities on Discord. The plan of the house is in the README."""

__version__ = "0.1.0"
