"""The services of ballots and nights as one value, for whoever hands parts of it out."""

import msgspec

from bot.services.ballots.ballots import Ballots
from bot.services.ballots.hosting import Hosting
from bot.services.ballots.nights import Nights
from bot.services.ballots.posting import Posting


class BallotRooms(msgspec.Struct, frozen=True):
    """`ballots` for members, `hosting` and `nights` for hosts, `posting` for what channels are told."""

    ballots: Ballots
    hosting: Hosting
    nights: Nights
    posting: Posting
