"""Servers' own questions."""
