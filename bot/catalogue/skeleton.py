"""Writes the file of an edition to come: last time's categories, no nominees yet. Overwrites nothing."""

from pathlib import Path

from bot.catalogue.importing.render import line
from bot.catalogue.index import Catalogue
from bot.catalogue.model import Edition
from bot.errors import EditionError

HEAD = """\
#:schema ../../schema/edition.json
# {name}. Fill in what is known, then run `laurel catalogue check`.
# A nominee is {{ artists = ["an-id"], work = "A Song" }}; who won has `won = true` too. Leave out what is not known.
year = {year}
# date = "{year}-11-28"  # or "{year}-11", or "{year}-11-28/{year}-11-29"
# place = "Seoul, South Korea"
status = "announced"  # drop this line once it has been held
confidence = "unverified"  # single-source, confirmed (two sources), disputed
sources = []
"""
CATEGORY = """
[[category]]
{head}
nominees = [
]
confidence = "unverified"
sources = []
"""


def new_edition(catalogue: Catalogue, data_dir: Path, show: str, year: int) -> tuple[Path, Edition | None]:
    """Writes `data_dir`/ceremonies/<show>/<year>.toml; returns it and the edition whose categories it took over.

    Raises EditionError for a show that is not there, a year that already is, or one that no edition can have.
    """
    found = catalogue.ceremony_names.find(show)
    if len(found) != 1:
        known = ", ".join(sorted(catalogue.ceremonies))
        raise EditionError(f'No ceremony is called "{show}". There are: {known}.')
    if not 1900 <= year <= 2100:
        raise EditionError(f"{year} is no year of an edition. Write one such as 2027.")
    ceremony = catalogue.ceremonies[found[0]]
    path = data_dir / "ceremonies" / ceremony.id / f"{year}.toml"
    editions = catalogue.editions_of.get(ceremony.id, ())
    taken = next((one for one in editions if one.year == year), None)
    if path.exists() or taken is not None:
        there = f"data/ceremonies/{ceremony.id}/{taken.id if taken else year}.toml"
        raise EditionError(f"{ceremony.short} {year} is already there ({there}). Edit that file.")
    last = next((one for one in editions if one.category and one.year < year), None)
    text = HEAD.format(name=f"{ceremony.name} {year}", year=year)
    for category in last.category if last else ():
        head = [line("id", category.id), line("name", category.name)]
        head += ["grand_prize = true"] if category.grand_prize else []
        text += CATEGORY.format(head="\n".join(head))
    with path.open("x", encoding="utf-8") as file:
        file.write(text)
    return path, last
