"""The playground: the real bot on a simulated Discord, shown on a web page on 127.0.0.1.

Say what happens in the world around the bot here; never what the bot says. Nothing here knows a command of ours.
"""

from bot.playground.scene import LAUREL, Channel, Member, Scene
from bot.playground.session import run_playground

__all__ = ("LAUREL", "Channel", "Member", "Scene", "run_playground")
