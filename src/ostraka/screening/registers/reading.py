"""The files of an edition, record by record: nothing of it is held whole."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import BinaryIO, TextIO, cast

from ostraka.model.errors import StakesRefused
from ostraka.ownership.readers.gleif import stream_gleif_csv
from ostraka.ownership.readers.json_lines import read_objects
from ostraka.ownership.readers.problems import Problems
from ostraka.ownership.readers.psc import PscRecord, stream_psc
from ostraka.screening.registers.unpacking import open_member, refuse
from ostraka.sources.archives import Allowance
from ostraka.sources.registers import Register

_COLUMNS = (
    "Relationship.StartNode.NodeID",
    "Relationship.EndNode.NodeID",
    "Relationship.RelationshipType",
)


class RegisterReading:
    """One pass over the files; the counts are complete when the records were all taken."""

    def __init__(self, register: Register) -> None:
        self._register = register
        self._problems: list[Problems] = []
        self.records = 0
        self.announced = 0

    def records_of(self, paths: Sequence[Path]) -> Iterator[PscRecord]:
        """Every record that is a stake or names a party, in the order of the files.

        Raises:
            SourceRefused: A file is not what it should be, or unpacks to too much.
        """
        allowance = Allowance(self._register.unpacked_mib << 20)
        read = _READERS[self._register.reader]
        for path in paths:
            problems = Problems(path.name)
            self._problems.append(problems)
            try:
                with open_member(path, allowance) as raw:
                    yield from self._count(read(raw, path.name, problems))
            except StakesRefused as error:
                raise refuse(error.where, error.problem) from error
            except (csv.Error, UnicodeDecodeError) as error:
                raise refuse(path.name, "it is no text of the expected shape") from error

    def problems(self) -> Sequence[str]:
        """What was not understood, the first few of each file in full."""
        return [text for problems in self._problems for text in problems.all()]

    def _count(self, records: Iterator[PscRecord]) -> Iterator[PscRecord]:
        for record in records:
            self.announced = max(self.announced, record.announced)
            self.records += not record.announced
            yield record


def _read_gleif(raw: BinaryIO, name: str, problems: Problems) -> Iterator[PscRecord]:
    text = _as_text(raw)
    heading = text.readline()
    columns = next(csv.reader([heading]), [])
    missing = [column for column in _COLUMNS if column not in columns]
    if missing:
        raise refuse(name, f"there is no column {' and no column '.join(missing)}")
    lines = _with(heading, text)
    return (PscRecord(row) for row in stream_gleif_csv(lines, name, problems))


def _read_psc(raw: BinaryIO, name: str, problems: Problems) -> Iterator[PscRecord]:
    return stream_psc(read_objects(_as_text(raw), name), name, problems)


def _as_text(raw: BinaryIO) -> TextIO:
    return io.TextIOWrapper(cast("io.BufferedReader", raw), encoding="utf-8-sig", newline="")


def _with(first: str, rest: TextIO) -> Iterator[str]:
    yield first
    yield from rest


_READERS: Mapping[str, Callable[[BinaryIO, str, Problems], Iterator[PscRecord]]] = {
    "gleif_csv": _read_gleif,
    "psc": _read_psc,
}
