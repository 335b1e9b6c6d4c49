"""The laws of editions and their ballots. Called by laws.py, which has those of everything else."""

from collections.abc import Iterator

from bot.catalogue.located import Located, Place
from bot.catalogue.model import Category, Edition, EditionStatus


def broken_ballots(located: Located) -> Iterator[str]:
    """One line for each broken law of an edition, its categories and their nominees."""
    ceremonies = {ceremony.id for _, _, ceremony in located.ceremonies}
    for place, path, edition in located.editions:
        if edition.ceremony not in ceremonies:
            message = f'the folder "{edition.ceremony}" has no ceremony.toml. Write one beside this file.'
            yield place.problem(path, message)
        if edition.date is not None and any(
            abs(day.year - edition.year) > 1 for day in (edition.date.first, edition.date.last)
        ):
            yield place.problem("$.date", f"the date {edition.date} is far from the year {edition.year}. Correct one.")
        seen: set[str] = set()
        for n, category in enumerate(edition.category):
            at = f"$.category[{n}]"
            if category.id in seen:
                yield place.problem(f"{at}.id", f'category "{category.id}" appears twice. Merge the two.')
            seen.add(category.id)
            if category.date and edition.date and category.date not in edition.date:
                yield place.problem(f"{at}.date", f"{category.date} lies outside the edition ({edition.date}).")
            if category.winners and edition.status is not EditionStatus.HELD:
                message = f'{category.name} has a winner, but the edition is "{edition.status.value}". Correct one.'
                yield place.problem(f"{at}.nominees", message)
            claimed = category.nominees_confidence
            if claimed is not None and claimed.counts and not (category.nominee_sources or category.sources):
                message = f'nominees_confidence is "{claimed.value}", which needs a source.'
                yield place.problem(f"{at}.nominees_confidence", f'{message} Add it, or write "unverified".')
            yield from _ballot(place, at, category, located)
        yield from _disputes(place, edition, located)


def broken_prizes(located: Located) -> Iterator[str]:
    """Every wording of a category belongs to exactly one prize of its ceremony, and every prize was given."""
    given = {(ed.ceremony, category.id) for _, _, ed in located.editions for category in ed.category}
    seen: dict[tuple[str, str], str] = {}
    for place, path, prize in located.prizes:
        ceremony = place.path.split("/")[-2]
        if (ceremony, "prize " + prize.id) in seen:
            yield place.problem(f"{path}.id", f'category "{prize.id}" appears twice. Merge the two.')
        seen[ceremony, "prize " + prize.id] = prize.id
        for wording in prize.wordings:
            owner = seen.setdefault((ceremony, wording), prize.id)
            if owner != prize.id:
                message = f'the wording "{wording}" already belongs to "{owner}". Drop one of the two.'
                yield place.problem(f"{path}.wordings", message, wording)
            if (ceremony, wording) not in given:
                message = f'no edition of "{ceremony}" has a category "{wording}". Correct or drop it.'
                yield place.problem(f"{path}.wordings", message, wording)
    with_prizes = {ceremony for ceremony, _ in located.prize_of}
    for place, _, edition in located.editions:
        for n, category in enumerate(edition.category):
            if edition.ceremony in with_prizes and (edition.ceremony, category.id) not in located.prize_of:
                message = (
                    f'category "{category.id}" belongs to no prize. Add it to the wordings of one in '
                    f"data/ceremonies/{edition.ceremony}/categories.toml."
                )
                yield place.problem(f"$.category[{n}].id", message)


def _disputes(place: Place, edition: Edition, located: Located) -> Iterator[str]:
    there = {category.id for category in edition.category}
    for n, dispute in enumerate(edition.dispute):
        for category in dispute.categories:
            if category not in there:
                message = f'this edition has no category "{category}". Correct it.'
                yield place.problem(f"$.dispute[{n}].categories", message, category)
        for artist in dispute.artists:
            if artist not in located.artist_names:
                message = f'"{artist}" is no artist.{located.hint(artist)}'
                yield place.problem(f"$.dispute[{n}].artists", message, artist)
    for n, window in enumerate(edition.voting):
        if window.opens is not None and window.closes.last_day < window.opens.first_day:
            yield place.problem(f"$.voting[{n}].closes", f"{window.name} closes before it opens. Correct one.")


def _ballot(place: Place, at: str, category: Category, located: Located) -> Iterator[str]:
    rows: set[tuple[object, ...]] = set()
    for n, nominee in enumerate(category.nominees):
        row = f"{at}.nominees[{n}]"
        role = "winner" if nominee.won else "nominee"
        for artist in nominee.artists:
            if artist not in located.artist_names:
                message = f'{role} "{artist}" is no artist.{located.hint(artist)} Add new artists in data/artists/.'
                yield place.problem(row, message, artist)
        if not nominee.artists and not nominee.credit:
            yield place.problem(row, f"a {role} of {category.name} has neither artists nor a credit. Add one.")
        key = (nominee.artists, nominee.work, nominee.credit)
        if key in rows:
            yield place.problem(row, f"a {role} of {category.name} is listed twice. Delete one.")
        rows.add(key)
