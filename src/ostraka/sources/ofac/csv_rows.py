"""Rows of the CSV set that begin with a uid, and whether a file belongs to the entries."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from ostraka.model.errors import SourceRefused
from ostraka.sources.ofac.draft import Draft
from ostraka.sources.ofac.ledger import Ledger
from ostraka.sources.reading import InputFile
from ostraka.sources.text import CsvRow, read_csv_rows

_HEADERS = frozenset({"ent_num", "uid", "ent_no", "entnum"})


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
    """Tells whether the uids of a file are those of the entries."""

    file: InputFile | None
    drafts: Mapping[str, Draft]
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
            SourceRefused: most uids have none, so the file is of another list.
        """
        if self.file is None or not self.orphans:
            return
        count, total = len(self.orphans), len(self.orphans) + len(self.known)
        if count > len(self.known):
            raise SourceRefused(
                f"{count} of the {total} uids in this file are not among the entries",
                where=self.file.name,
                remedy="It belongs to another list or publication; give the files of one set.",
            )
        ledger.warn(
            f"{self.file.name}: {count} of {total} uids have no entry, so their rows are left out; "
            "the file may be of another publication"
        )
