"""Rows of the CSV set that begin with a uid, and whether a file belongs to the entries."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from ostraka.model.errors import SourceRefused
from ostraka.sources.ofac.draft import Draft
from ostraka.sources.ofac.ledger import Ledger
from ostraka.sources.reading import InputFile
from ostraka.sources.text import CsvRow, read_csv_rows

_FEW = 50
_STRAY = 0.02
"""Share of uids that may differ between the files of one publication. In the real sets none does,
except in the continued remarks."""
_HEADERS = frozenset({"ent_num", "uid", "ent_no", "entnum"})


_ONE_SET = "Download the files of the set again, all on one day, and import them together."


def iter_numbered_rows(
    file: InputFile | None, width: int, ledger: Ledger, *, refuse: bool = False
) -> Iterator[CsvRow]:
    """The rows of a file that begin with a uid; none where there is no file.

    With `refuse`, for the file of the entries, a bad row refuses the file, since a party would be
    missing. In another file it is left out with a warning.

    Raises:
        SourceRefused: the file is cut short, not text, or has a bad row and `refuse` is set.
    """
    if file is None:
        return
    name = file.name

    def leave_out(line: int, problem: str) -> None:
        ledger.warn(f"{name}: line {line} {problem}; the row is left out")

    for row in read_csv_rows(file, width=width, on_bad=None if refuse else leave_out):
        first = row.cells[0].strip()
        if first.isdigit():
            yield row
        elif row.line == 1 and first.casefold() in _HEADERS:
            ledger.warn(f"{name}: line 1 is a header, which OFAC's files do not have")
        elif refuse:
            raise bad_row(file, row, "does not begin with a uid")
        else:
            leave_out(row.line, "does not begin with a uid")


def bad_row(file: InputFile, row: CsvRow, problem: str) -> SourceRefused:
    """The refusal of a file for one of its rows."""
    return SourceRefused(
        f"line {row.line} {problem}",
        where=file.name,
        remedy="The file is damaged or edited; download it again.",
    )


@dataclass(slots=True)
class BelongingCheck:
    """Tells whether the uids of a file are those of the entries.

    `strict` is for a file that must be of the same publication, `covering` for one that has a row
    for every entry.
    """

    file: InputFile | None
    drafts: Mapping[str, Draft]
    strict: bool = False
    covering: bool = False
    rows: int = 0
    known: set[str] = field(default_factory=set)
    orphans: set[str] = field(default_factory=set)

    def find_draft(self, uid: str) -> Draft | None:
        """The entry a row belongs to; a row without one is remembered."""
        self.rows += 1
        draft = self.drafts.get(uid)
        (self.orphans if draft is None else self.known).add(uid)
        return draft

    def settle(self, ledger: Ledger) -> None:
        """Warns of rows without an entry.

        Raises:
            SourceRefused: so many uids have none, or so many entries have no row, that the files
                are of different lists or publications, or one of them is cut.
        """
        if self.file is None:
            return
        self._refuse_foreign(self.file)
        self._refuse_gaps(self.file)
        if self.orphans:
            ledger.warn(
                f"{self.file.name}: {len(self.orphans)} of {self._total} uids have no entry, so "
                "their rows are left out; the file may be of another publication"
            )

    @property
    def _total(self) -> int:
        return len(self.orphans) + len(self.known)

    def _refuse_foreign(self, file: InputFile) -> None:
        share = _STRAY if self.strict and self._total >= _FEW else 0.5
        if len(self.orphans) > share * self._total:
            raise SourceRefused(
                f"{len(self.orphans):,} of the {self._total:,} uids in this file are not among the "
                "entries: it is of another list or publication, or the file of the entries is cut",
                where=file.name,
                remedy=_ONE_SET,
            )

    def _refuse_gaps(self, file: InputFile) -> None:
        missing = len(self.drafts) - len(self.known)
        if self.covering and len(self.drafts) >= _FEW and missing > _STRAY * len(self.drafts):
            raise SourceRefused(
                f"{missing:,} of the {len(self.drafts):,} entries have no row in this file, which "
                "has one for each: it is of another publication, or cut",
                where=file.name,
                remedy=_ONE_SET,
            )
