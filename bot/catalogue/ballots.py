"""The laws of editions and their ballots. Called by laws.py, which has those of everything else."""

from collections.abc import Iterator

from bot.catalogue.located import Located, Place
from bot.catalogue.model import Category, EditionStatus


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
