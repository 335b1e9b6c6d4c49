"""Messages that answer no interaction: posted, edited, deleted, told; and what Discord says, in our own words."""

from typing import Any

import aiohttp
import discord
import pytest

from bot.errors import SendFault
from bot.ui.layouts import draw
from bot.ui.messenger import faults
from tests.stage import Stage

Why = SendFault.Why


class Response:
    def __init__(self, status: int) -> None:
        self.status, self.reason = status, ""


@pytest.mark.parametrize(
    ("error", "why"),
    [
        (discord.Forbidden(Response(403), "no"), Why.FORBIDDEN),  # type: ignore[arg-type]
        (discord.NotFound(Response(404), "gone"), Why.GONE),  # type: ignore[arg-type]
        (discord.HTTPException(Response(400), "bad"), Why.REJECTED),  # type: ignore[arg-type]
        (discord.HTTPException(Response(429), "slow"), Why.BUSY),  # type: ignore[arg-type]
        (discord.RateLimited(7.5), Why.BUSY),
        (discord.DiscordServerError(Response(503), "away"), Why.UNREACHABLE),  # type: ignore[arg-type]
        (aiohttp.ClientConnectionError("reset"), Why.UNREACHABLE),
        (TimeoutError(), Why.UNREACHABLE),
        (RuntimeError("Session is closed"), Why.UNREACHABLE),
    ],
)
def test_every_refusal_has_its_reason(error: Exception, why: SendFault.Why) -> None:
    with pytest.raises(SendFault) as found, faults():
        raise error
    assert found.value.why is why
    assert found.value.retry_after == (7.5 if isinstance(error, discord.RateLimited) else 0)


def test_a_bug_is_no_fault_of_discords() -> None:
    with pytest.raises(RuntimeError, match="ours"), faults():
        raise RuntimeError("ours")


def posts(stage: Stage) -> list[Any]:
    return [r for r in stage.env.http_requests if r.method == "POST" and r.path.endswith("/messages")]


async def test_it_posts_edits_and_deletes(stage: Stage) -> None:
    messenger, channel = stage.bot.messenger, stage.channel.id
    number = await messenger.send(channel, draw("Hello @everyone"), nonce="a1-1", ping=(5,), silent=True)
    sent = posts(stage)[-1].json
    assert (sent["nonce"], sent["enforce_nonce"], sent["flags"] & 4096) == ("a1-1", True, 4096)
    assert sent["allowed_mentions"]["roles"] == ["5"] or sent["allowed_mentions"]["roles"] == [5]
    assert "everyone" not in sent["allowed_mentions"]["parse"] and "users" not in sent["allowed_mentions"]["parse"]
    await messenger.edit(channel, number, draw("Goodbye"))
    (last,) = [message async for message in messenger.history(channel, 5)]
    assert last.id == number and "Goodbye" in str(last.components[0].to_dict())
    await messenger.delete(channel, number)
    await messenger.delete(channel, number)
    with pytest.raises(SendFault) as gone:
        await messenger.edit(channel, number, draw("Back"))
    assert gone.value.why is Why.GONE
    with pytest.raises(SendFault):
        await messenger.send(404, draw("Nowhere"))


async def test_it_tells_a_member(stage: Stage) -> None:
    assert await stage.bot.messenger.tell(stage.ada.user.id, draw("Psst"), nonce="r1-1")
