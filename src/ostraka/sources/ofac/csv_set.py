"""Which file of the legacy CSV set is which, told by columns and content."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from ostraka.model.errors import SourceRefused
from ostraka.sources.ofac.edition import Edition
from ostraka.sources.ofac.ledger import Ledger
from ostraka.sources.reading import InputFile
from ostraka.sources.text import read_csv_rows

PRIMARY, ADDRESSES, ALIASES, COMMENTS = 12, 6, 5, 2
"""Columns of the four files; none has a header."""

_WHAT = {
    PRIMARY: "entries",
    ADDRESSES: "addresses",
    ALIASES: "aliases",
    COMMENTS: "continued remarks",
}
_SAMPLE = 50
_END_MARK = b"\x1a"


@dataclass(frozen=True, slots=True)
class CsvSet:
    """The files of one set; only that of the entries is indispensable."""

    primary: InputFile
    aliases: InputFile | None = None
    addresses: InputFile | None = None
    comments: InputFile | None = None


def find_csv_set(files: Sequence[InputFile], edition: Edition, ledger: Ledger) -> CsvSet:
    """The set among the files, with a warning for each part that is missing.

    Raises:
        SourceRefused: a file that is cut or has other columns, two of one kind, or none of the
            entries.
    """
    found: dict[int, InputFile] = {}
    for file in files:
        width = _find_width(file)
        _refuse_cut(file)
        if width in found:
            raise SourceRefused(
                f"both this file and {found[width].name} hold {_WHAT[width]} ({width} columns)",
                where=file.name,
                remedy="Import the files of one publication at a time.",
            )
        found[width] = file
    if PRIMARY not in found:
        raise _without_entries(found, edition)
    _warn_of_gaps(found, edition, ledger)
    return CsvSet(found[PRIMARY], found.get(ALIASES), found.get(ADDRESSES), found.get(COMMENTS))


def _find_width(file: InputFile) -> int:
    sample = list(islice(read_csv_rows(file), _SAMPLE))
    width, _ = Counter(len(row.cells) for row in sample).most_common(1)[0] if sample else (0, 0)
    numbered = sum(row.cells[0].strip().isdigit() for row in sample)
    if width in _WHAT and numbered * 2 >= len(sample):
        return width
    raise SourceRefused(
        f"this is none of the files of OFAC's CSV set: it has {width} columns, not 12 (entries), "
        "5 (aliases), 6 (addresses) or 2 (continued remarks) with a number in the first",
        where=file.name,
        remedy="Give the CSV set or one of the XML files; fixed-width (.FF), .PIP and .DEL files "
        "are not read.",
    )


def _without_entries(found: dict[int, InputFile], edition: Edition) -> SourceRefused:
    given = ", ".join(f"{file.name} holds {_WHAT[width]}" for width, file in found.items())
    return SourceRefused(
        f"the file of the entries is missing: {given}",
        where=edition.key,
        remedy=f"Import it together with {edition.primary}, the file with 12 columns.",
    )


def _warn_of_gaps(found: dict[int, InputFile], edition: Edition, ledger: Ledger) -> None:
    if ALIASES not in found:
        ledger.warn(
            f"there is no alias file ({edition.aliases}): only weak aliases, which stand in the "
            "remarks, are known, so names in use may be missed"
        )
    if ADDRESSES not in found:
        ledger.warn(f"there is no address file ({edition.addresses}): no address is known")


def _refuse_cut(file: InputFile) -> None:
    # every file OFAC published from 2021 to 2026 ends in it, and a cut leaves no other trace
    if not file.data.rstrip(b"\r\n\0 ").endswith(_END_MARK):
        raise SourceRefused(
            "the file lacks the mark (byte 0x1A) with which OFAC ends its CSV files: it is cut, or "
            "was written anew by another program",
            where=file.name,
            remedy="Download it again from OFAC, and import it as it came.",
        )
