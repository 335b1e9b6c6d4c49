"""Every record with the file it stands in: what the laws look at. Holds no law itself."""

from dataclasses import dataclass, field
from functools import cached_property
from typing import Protocol

from rapidfuzz import fuzz, process

from bot.catalogue.dates import PartialDate
from bot.catalogue.model import (
    Artist,
    Ceremony,
    Edition,
    Moment,
    Prize,
    QuestionPack,
    SharedName,
    SharedTitle,
    WrittenRecord,
)


class Place(Protocol):
    """A file that can say where in it something stands."""

    @property
    def path(self) -> str: ...

    def problem(self, path: str, message: str, value: str | None = None) -> str: ...


def where(place: Place, path: str, value: str | None = None) -> str:
    """`data/artists/bts.toml:7`."""
    return place.problem(path, "", value).rstrip(": ")


@dataclass
class Located:
    """Every record with its file and its path within (`$.artist[3]`)."""

    as_of: PartialDate
    artists: list[tuple[Place, str, Artist]] = field(default_factory=list)
    shared_names: list[tuple[Place, str, SharedName]] = field(default_factory=list)
    shared_titles: list[tuple[Place, str, SharedTitle]] = field(default_factory=list)
    ceremonies: list[tuple[Place, str, Ceremony]] = field(default_factory=list)
    prizes: list[tuple[Place, str, Prize]] = field(default_factory=list)
    editions: list[tuple[Place, str, Edition]] = field(default_factory=list)
    moments: list[tuple[Place, str, Moment]] = field(default_factory=list)
    records: list[tuple[Place, str, WrittenRecord]] = field(default_factory=list)
    packs: list[tuple[Place, str, QuestionPack]] = field(default_factory=list)

    @cached_property
    def prize_of(self) -> dict[tuple[str, str], str]:
        """The canonical id of (ceremony, an edition's category id)."""
        return {
            (place.path.split("/")[-2], wording): prize.id
            for place, _, prize in self.prizes
            for wording in prize.wordings
        }

    @cached_property
    def artist_names(self) -> dict[str, str]:
        return {artist.id: artist.name for _, _, artist in self.artists}

    def hint(self, text: str) -> str:
        """The nearest artist by id, as a question; empty when none is near."""
        close = process.extractOne(text, list(self.artist_names), scorer=fuzz.ratio, score_cutoff=60)
        return f' Did you mean "{close[0]}" ({self.artist_names[close[0]]})?' if close else ""
