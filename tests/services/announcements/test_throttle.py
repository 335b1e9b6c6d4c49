"""So many a second, in order, never more than Discord allows in any one second; and a pause that Discord asks for."""

import asyncio
from itertools import pairwise

import pytest

from bot.services.announcements.throttle import BURST, Throttle
from tests.bench.virtual import VirtualLoop


def passed(rate: float | None, count: int, *, pause: float = 0.0, rest: float = 0.0) -> list[tuple[int, float]]:
    """When each of a crowd that comes at once got through, in simulated time; `rest` before the second half comes."""
    loop = VirtualLoop()

    async def run() -> list[tuple[int, float]]:
        throttle, through = Throttle(rate), list[tuple[int, float]]()

        async def go(number: int) -> None:
            await throttle.take()
            through.append((number, loop.time()))

        if pause:
            throttle.pause(pause)
        for half in (range(count // 2), range(count // 2, count)):
            await asyncio.gather(*map(go, half))
            await asyncio.sleep(rest)
        return through

    try:
        return loop.run_until_complete(run())
    finally:
        loop.close()


@pytest.mark.parametrize("rest", [0.0, 0.4, 3.0])
def test_never_more_than_fifty_in_a_second_and_nobody_overtakes(rest: float) -> None:
    through = passed(40.0, 400, rest=rest)
    times = [at for _, at in through]
    assert [number for number, _ in through] == list(range(400))
    for start in times:
        assert sum(start <= at < start + 1 for at in times) <= 40 + BURST
    assert all(later >= earlier for earlier, later in pairwise(times))


def test_it_lets_through_what_the_rate_allows() -> None:
    assert passed(40.0, 4_000)[-1][1] == pytest.approx((4_000 - BURST) / 40, abs=0.1)


def test_a_pause_holds_everybody_back_then_the_rate_goes_on() -> None:
    times = [at for _, at in passed(40.0, 80, pause=2.0)]
    assert min(times) >= 2.0 and max(times) <= 2.0 + 80 / 40


def test_without_a_rate_nobody_waits() -> None:
    assert passed(None, 100)[-1][1] == 0.0
    assert passed(None, 100, pause=1.0)[0][1] == pytest.approx(1.0)
