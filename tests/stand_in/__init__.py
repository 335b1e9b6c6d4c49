"""A small Discord on a local socket, for running the bot as a real process. It must not know Laurel."""

from tests.stand_in.asked import Asked, Payload, components
from tests.stand_in.process import BotProcess
from tests.stand_in.server import TOKEN, StandIn

__all__ = ["TOKEN", "Asked", "BotProcess", "Payload", "StandIn", "components"]
