"""A small catalogue with a ceremony to come on 19 December 2026: four categories to predict, one without nominees."""

import shutil
from pathlib import Path

from bot.settings import packaged_data
from tests.season import FILES

SONGS = 30  # nominees of one category: more than a select holds
SHOW = "han"

_ACTS = "".join(
    f'[[artist]]\nid = "act-{n}"\nname = "Act {n}"\nkind = "group"\nconfidence = "confirmed"\n'
    f'sources = ["https://example.org/act-{n}"]\n\n'
    for n in range(1, SONGS + 1)
)
_TAIL = 'nominees_confidence = "confirmed"\nnominee_sources = ["https://example.org/ballot"]\n\n'
_WON = 'confidence = "confirmed"\nsources = ["https://example.org/won", "https://example.org/also"]\n'


def _category(name: str, nominees: list[str], *, grand: bool = False, won: tuple[int, ...] = ()) -> str:
    rows = [row.replace(" }", ", won = true }") if n in won else row for n, row in enumerate(nominees)]
    slug = name.lower().replace(" ", "-")
    text = f'[[category]]\nid = "{slug}"\nname = "{name}"\n{"grand_prize = true" if grand else ""}\n'
    return text + f"nominees = [{', '.join(rows)}]\n{_WON if won else ''}{_TAIL if nominees else chr(10)}"


def edition(*, held: bool = False, withdrawn: bool = False) -> str:
    """The file of the ceremony: `held` with two winners known, `withdrawn` with one nominee less and one more."""
    acts = ['{ artists = ["aurora"] }', '{ artists = ["bora"] }', '{ artists = ["star"] }']
    if withdrawn:
        acts = [acts[0], acts[2], '{ artists = ["act-1"] }']
    songs = [f'{{ artists = ["act-{n}"], work = "Song {n}" }}' for n in range(1, SONGS + 1)]
    status = "held" if held else "announced"
    head = f'year = 2026\ndate = "2026-12-19/2026-12-20"\nplace = "Han River Park, Seoul"\nstatus = "{status}"\n'
    return (
        head
        + 'confidence = "confirmed"\nsources = ["https://example.org/han-2026"]\n\n'
        + _category("Artist of the Year", acts, grand=True, won=(1,) if held else ())
        + _category("Song of the Year", songs, won=(0, 2) if held else ())
        + _category("Best Group", ['{ artists = ["aurora"] }', '{ artists = ["act-1"] }'])
        + _category("Best *New* Artist", ['{ artists = ["bora"] }', '{ artists = ["nari"] }'])
        + _category("Best OST", [])
    )


def gala(folder: Path, **change: bool) -> Path:
    """Writes the catalogue into `folder`, with the real words beside it, and returns it."""
    shutil.rmtree(folder, ignore_errors=True)
    files = {name: FILES[name] for name in ("catalogue.toml", "artists/all.toml", "ceremonies/han/ceremony.toml")}
    files |= {name: FILES[name] for name in ("ceremonies/sun/ceremony.toml", "ceremonies/sun/2026.toml")}
    files["artists/acts.toml"] = _ACTS
    files["ceremonies/han/2026.toml"] = edition(**change).replace("best-*new*-artist", "best-new-artist")
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    shutil.copytree(packaged_data() / "locales", folder / "locales")
    return folder
