"""Written records against the facts: whom they name, and whether the results bear them out."""

from collections.abc import Callable, Iterator

from bot.catalogue.counting import Scope, day_of, editions_in, eligible, everyones, results_in
from bot.catalogue.index import Catalogue, Result
from bot.catalogue.located import Located, Place
from bot.catalogue.model import Check, CheckRule, Confidence

NAMED = 3  # how many others a problem names


def broken_records(located: Located) -> Iterator[str]:
    """One line for each written record that names nobody, nothing, or a check that checks nothing."""
    shows = {ceremony.id for _, _, ceremony in located.ceremonies}
    prizes = {(ceremony, prize) for (ceremony, _), prize in located.prize_of.items()}
    seen: set[str] = set()
    for place, path, record in located.records:
        if record.id in seen:
            yield place.problem(f"{path}.id", f'record "{record.id}" appears twice. Merge the two.')
        seen.add(record.id)
        for artist in record.artists:
            if artist not in located.artist_names:
                message = f'"{artist}" is no artist.{located.hint(artist)} Add new artists in data/artists/.'
                yield place.problem(f"{path}.artists", message, artist)
        if record.show is not None and record.show not in shows:
            yield place.problem(f"{path}.show", f'"{record.show}" is no ceremony under data/ceremonies/.')
        for n, check in enumerate(record.check):
            at = f"{path}.check[{n}]"
            if check.artist not in located.artist_names:
                yield place.problem(at, f'the check\'s "{check.artist}" is no artist.{located.hint(check.artist)}')
            if check.show is not None and check.show not in shows:
                yield place.problem(at, f'the check\'s "{check.show}" is no ceremony under data/ceremonies/.')
            elif check.prize is not None and (check.show, check.prize) not in prizes:
                message = f'the check\'s "{check.prize}" is no category of "{check.show}". See its categories.toml.'
                yield place.problem(at, message)
            if missing := _missing(check):
                yield place.problem(at, f'a check with the rule "{check.rule.value}" {missing}.')


def _missing(check: Check) -> str | None:
    """What a check of its rule needs and lacks, or has and must not."""
    match check.rule:
        case CheckRule.COUNT if (check.exactly is None) == (check.at_least is None):
            return "needs is or at_least, one of the two"
        case CheckRule.EARLIEST if check.since is None:
            return "needs since, the year of the first one"
        case CheckRule.STREAK if check.since is None or check.until is None or check.show is None:
            return "needs show, since and until"
        case CheckRule.FIRST | CheckRule.MOST if check.show is None:
            return "needs show"
        case CheckRule.COUNT | CheckRule.STREAK if not check.kpop and check.kind is None:
            return None
        case CheckRule.COUNT | CheckRule.STREAK:
            return "compares with nobody: drop kpop and kind"
    return None


def contradictions(catalogue: Catalogue, located: Located) -> list[str]:
    """One line for each written record that the results do not bear out, unless it is marked disputed."""
    problems = []
    for place, path, record in located.records:
        if record.confidence is Confidence.DISPUTED:
            continue
        for n, check in enumerate(record.check):
            if wrong := contradiction(catalogue, check):
                problems.append(_problem(place, f"{path}.check[{n}]", record.id, wrong))
    return problems


def _problem(place: Place, path: str, record: str, wrong: str) -> str:
    advice = 'Correct whichever is wrong, drop a check that the data is too thin for, or mark the record "disputed".'
    return place.problem(path, f'the data contradicts "{record}": {wrong}. {advice}')


def contradiction(catalogue: Catalogue, check: Check) -> str | None:
    """What the results say instead, in a phrase; None when they bear the check out."""
    return _RULES[check.rule](catalogue, check)


def _scope(check: Check, **changes: int | None) -> Scope:
    years = {"since": check.since, "until": check.until} | changes
    return Scope(of=check.of, show=check.show, prize=check.prize, grand_prize=check.grand_prize, **years)


def _count(catalogue: Catalogue, check: Check) -> str | None:
    found = len(results_in(catalogue, _scope(check), check.artist))
    if found == check.exactly or (check.at_least is not None and found >= check.at_least):
        return None
    wanted = check.exactly if check.at_least is None else f"at least {check.at_least}"
    return f"it has {found} {_what(catalogue, check)} for {_name(catalogue, check.artist)}, not {wanted}"


def _first(catalogue: Catalogue, check: Check) -> str | None:
    held = _compared(catalogue, check)
    if check.artist not in held:
        return f"{_name(catalogue, check.artist)} has no {_what(catalogue, check)} in it"
    days = {artist: min(day_of(result) for result in results) for artist, results in held.items()}
    earlier = sorted((day, artist) for artist, day in days.items() if day < days[check.artist])
    if not earlier:
        return None
    others = ", ".join(f"{_name(catalogue, artist)} ({day.year})" for day, artist in earlier[:NAMED])
    return f"{others} had {_what(catalogue, check)} before {_name(catalogue, check.artist)}"


def _earliest(catalogue: Catalogue, check: Check) -> str | None:
    found = results_in(catalogue, _scope(check, since=None, until=None), check.artist)
    first = min((result.edition.year for result in found), default=None)
    if first == check.since:
        return None
    return f"the first of the {_what(catalogue, check)} of {_name(catalogue, check.artist)} is of {first or 'no year'}"


def _streak(catalogue: Catalogue, check: Check) -> str | None:
    scope = _scope(check)
    won = {result.edition.id for result in results_in(catalogue, scope, check.artist)}
    given = [edition for edition in editions_in(catalogue, scope) if _gives(catalogue, edition.id, check)]
    missed = [edition.id for edition in reversed(given) if edition.id not in won]
    if missed:
        return f"{_name(catalogue, check.artist)} has no {_what(catalogue, check)} in {', '.join(missed)}"
    years = {edition.year for edition in given}
    since, until = check.since or 0, check.until or 0  # a streak has both
    wanted = {since, until} if check.exactly is not None else set(range(since, until + 1))
    if gaps := sorted(wanted - years):
        return f"it has no such results in {', '.join(map(str, gaps))}"
    if check.exactly is not None and len(given) != check.exactly:
        return f"it has {len(given)} such editions, not {check.exactly}"
    return None


def _most(catalogue: Catalogue, check: Check) -> str | None:
    counts = {artist: len(results) for artist, results in _compared(catalogue, check).items()}
    mine = counts.get(check.artist, 0)
    more = sorted(((count, artist) for artist, count in counts.items() if count > mine), reverse=True)
    if not more:
        return None if mine else f"{_name(catalogue, check.artist)} has no {_what(catalogue, check)} in it"
    others = ", ".join(f"{_name(catalogue, artist)} ({count})" for count, artist in more[:NAMED])
    return f"{others} have more {_what(catalogue, check)} than {_name(catalogue, check.artist)} ({mine})"


_RULES: dict[CheckRule, Callable[[Catalogue, Check], str | None]] = {
    CheckRule.COUNT: _count,
    CheckRule.FIRST: _first,
    CheckRule.EARLIEST: _earliest,
    CheckRule.STREAK: _streak,
    CheckRule.MOST: _most,
}


def _compared(catalogue: Catalogue, check: Check) -> dict[str, list[Result]]:
    """The results of everybody whom the check compares."""
    found = everyones(catalogue, _scope(check))
    return {
        artist: results
        for artist, results in found.items()
        if artist == check.artist or eligible(catalogue, artist, kpop=check.kpop, kind=check.kind)
    }


def _gives(catalogue: Catalogue, edition: str, check: Check) -> bool:
    """Whether an edition gave, on record, what the check is about."""
    found = catalogue.editions[check.show or "", edition]
    return any(
        category.nominees
        and (category.grand_prize or not check.grand_prize)
        and check.prize in (None, catalogue.prize(found, category).id)
        for category in found.category
    )


def _name(catalogue: Catalogue, artist: str) -> str:
    return catalogue.artists[artist].name


def _what(catalogue: Catalogue, check: Check) -> str:
    """`grand prizes at MAMA in 2019`."""
    what = "grand prizes" if check.grand_prize else check.of.value
    if check.prize is not None:
        what = f'{what} of "{check.prize}"'
    if check.show is not None:
        what = f"{what} at {catalogue.ceremonies[check.show].short}"
    if check.rule is CheckRule.EARLIEST or (check.since is None and check.until is None):
        return what
    if check.since == check.until:
        return f"{what} in {check.since}"
    since = f" from {check.since}" if check.since is not None else ""
    return f"{what}{since}{f' until {check.until}' if check.until is not None else ''}"
