"""The file an index is kept in: named sections behind a header that tells whether it is whole.

Layout, little-endian: 32 bytes of header (magic, format version, number of sections, size of the
file, checksum of the table), then a table of 56 bytes a section (name, offset, length, checksum),
then the sections, each at a multiple of 64 bytes. `docs/index-file.md` describes it.
"""

from __future__ import annotations

import mmap
import os
import struct
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from ostraka.matching import _kernel
from ostraka.matching.wholeness import is_known_whole, remember_whole
from ostraka.model.errors import StoreDamaged

MAGIC = b"OSTRAKA\x00"
FORMAT = 2
_HEADER = struct.Struct("<8sIIQQ")
_ENTRY = struct.Struct("<32sQQQ")
_ALIGNMENT = 64
Opened = TypeVar("Opened")
_REBUILD = "Delete the file; it is built again from the snapshots."


def save_sections(path: Path, sections: Mapping[str, bytes]) -> None:
    """Writes the sections to `path` in one atomic step: whoever opens it sees all or nothing."""
    table, offset = [], _align(_HEADER.size + _ENTRY.size * len(sections))
    for name, data in sections.items():
        table.append(_ENTRY.pack(name.encode(), offset, len(data), _kernel.checksum(data)))
        offset = _align(offset + len(data))
    entries = b"".join(table)
    header = _HEADER.pack(MAGIC, FORMAT, len(sections), offset, _kernel.checksum(entries))
    path.parent.mkdir(parents=True, exist_ok=True)
    staging = path.with_name(f".{path.name}.{os.getpid()}")
    with staging.open("wb") as file:
        file.write(header + entries)
        for data in sections.values():
            file.seek(_align(file.tell()))
            file.write(data)
        file.truncate(offset)
        file.flush()
        os.fsync(file.fileno())
    staging.replace(path)


@dataclass(frozen=True, slots=True)
class SectionFile:
    """A mapped file whose header and table are in order, and what its table says of the sections.

    `known_whole` tells that this very file was read and found whole before.
    """

    path: Path
    view: memoryview
    table: memoryview
    table_sum: int
    status: os.stat_result

    @property
    def known_whole(self) -> bool:
        """Whether it was, and nothing has touched it since."""
        return is_known_whole(self.path, self.status, self.table_sum)

    def remember_whole(self) -> None:
        """Whoever opens the file next need not read all of it."""
        remember_whole(self.path, self.status, self.table_sum)

    def map_sections(self) -> dict[str, memoryview]:
        """The sections where they lie; nothing of them is read.

        Raises:
            StoreDamaged: A section does not lie within the file.
        """
        return {name: data for name, data, _ in map(self._map, _ENTRY.iter_unpack(self.table))}

    def check_sections(self) -> None:
        """Returns where every byte of every section is as it was written.

        Raises:
            StoreDamaged: One is not.
        """
        for name, data, stated in map(self._map, _ENTRY.iter_unpack(self.table)):
            if _kernel.checksum(data) != stated:
                raise _damaged(self.path, f"section {name} was altered")

    def _map(self, entry: tuple[bytes, int, int, int]) -> tuple[str, memoryview, int]:
        padded, offset, length, stated = entry
        name, data = padded.rstrip(b"\x00").decode(), self.view[offset : offset + length]
        if len(data) != length:
            raise _damaged(self.path, f"section {name} was altered")
        return name, data, stated


def open_file(path: Path) -> SectionFile:
    """The file, mapped read-only; its header and table are checked, its sections not yet.

    Raises:
        StoreDamaged: The file is cut off, its table altered, or it is of another format version.
    """
    with path.open("rb") as file:
        status = os.fstat(file.fileno())
        size = status.st_size
        if size < _HEADER.size:
            raise _damaged(path, "the file is cut off")
        view = memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
    magic, version, count, stated, table_sum = _HEADER.unpack_from(view)
    if magic != MAGIC:
        raise _damaged(path, "the file is not an index")
    if version != FORMAT:
        raise _damaged(path, f"the index has format {version}, this version reads {FORMAT}")
    if stated != size or size < _HEADER.size + count * _ENTRY.size:
        raise _damaged(path, f"the file has {size} bytes, its header states {stated}")
    table = view[_HEADER.size : _HEADER.size + count * _ENTRY.size]
    if _kernel.checksum(table) != table_sum:
        raise _damaged(path, "the table of sections was altered")
    return SectionFile(path, view, table, table_sum, status)


def open_sections(path: Path) -> dict[str, memoryview]:
    """The sections of the file, mapped read-only, every byte of them checked.

    Raises:
        StoreDamaged: The file is cut off, altered, or of another format version.
    """
    file = open_file(path)
    file.check_sections()
    return file.map_sections()


def _align(offset: int) -> int:
    return -(-offset // _ALIGNMENT) * _ALIGNMENT


def _damaged(path: Path, problem: str) -> StoreDamaged:
    return StoreDamaged(problem, where=str(path), remedy=_REBUILD)


def open_once_checked(path: Path, make: Callable[[dict[str, memoryview], bool], Opened]) -> Opened:
    """What `make` makes of the sections; every byte of them is checked unless it was before.

    `make` is told whether it was. A file of which it made something counts as whole from then on.

    Raises:
        StoreDamaged: The file is cut off, altered, or of another format version.
    """
    file = open_file(path)
    known_whole = file.known_whole
    if not known_whole:
        file.check_sections()
    made = make(file.map_sections(), known_whole)
    if not known_whole:
        file.remember_whole()
    return made
