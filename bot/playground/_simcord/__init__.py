"""The only room that touches simcord and its private parts: a world in real time, and one site for its channels.

Everything in here holds for simcord 3.2.1 alone (`requirements` sees to that), and nothing outside imports simcord.
"""

from bot.playground._simcord.site import Site
from bot.playground._simcord.world import World

__all__ = ("Site", "World")
