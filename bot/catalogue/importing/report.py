"""What an import did, in numbers and sentences. Prints nothing itself."""

from collections import Counter
from pathlib import Path

import msgspec


class ImportReport(msgspec.Struct):
    """Counts are of rows of the facts file; conflicts and refusals are whole sentences for people.

    Attributes:
        rows: rows read.
        added: rows that became new records.
        merged: rows whose record was there and got something that it lacked.
        unchanged: rows whose record was there and lacked nothing.
        skipped: rows that were not asked for (`only`, `named_only`).
        refused: why rows were not imported, and how many for each reason.
        conflicts: where data/ says otherwise than the facts; data/ was kept.
        remarks: what else was decided, and how often.
        also_added: artists that came along because an added row names them.
        written: the files that were (or, in a dry run, would be) written, relative to the data folder's parent.
    """

    facts: str
    kind: str
    rows: int = 0
    added: int = 0
    merged: int = 0
    unchanged: int = 0
    skipped: int = 0
    also_added: int = 0
    refused: Counter[str] = msgspec.field(default_factory=Counter)
    conflicts: list[str] = msgspec.field(default_factory=list)
    remarks: Counter[str] = msgspec.field(default_factory=Counter)
    written: list[Path] = msgspec.field(default_factory=list)

    def lines(self) -> list[str]:
        """The report as plain lines, the counts first."""
        counts = f"{self.rows} rows: {self.added} added, {self.merged} merged, {self.unchanged} unchanged"
        refused = sum(self.refused.values())
        return [
            f"{self.facts} ({self.kind}): {counts}, {self.skipped} skipped, {refused} refused",
            *([f"{self.also_added} artists came along with them"] if self.also_added else []),
            *(f"refused: {number} x {why}" for why, number in self.refused.most_common()),
            *(f"note: {number} x {what}" for what, number in self.remarks.most_common()),
            *(f"conflict: {sentence}" for sentence in self.conflicts),
            f"{len(self.written)} files written",
        ]
