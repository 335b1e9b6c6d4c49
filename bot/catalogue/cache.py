"""The decoded catalogue as kept.py keeps it, so that a start need not read and judge 600 files again."""

from typing import Any

import msgspec

from bot.catalogue.dates import DateSpan, PartialDate
from bot.catalogue.model import Artist, Ceremony, Edition, Moment, Prize, QuestionPack, SharedName, WrittenRecord


class Packed(msgspec.Struct, frozen=True):
    """Everything that a Catalogue is made from, once all laws held."""

    fingerprint: str
    artists: list[Artist]
    shared_names: list[SharedName]
    ceremonies: list[Ceremony]
    prizes: list[tuple[str, Prize]]
    editions: list[Edition]
    moments: list[Moment]
    records: list[WrittenRecord]
    packs: list[QuestionPack]
    as_of: PartialDate


def encode(value: Any) -> Any:
    if isinstance(value, PartialDate):
        return {"on": str(value), "status": value.status.value}
    if isinstance(value, DateSpan):
        return {"on": str(value), "status": value.first.status.value}
    raise TypeError(f"{type(value)} does not belong into the catalogue")
