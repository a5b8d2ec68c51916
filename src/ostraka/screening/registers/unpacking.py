"""The one file in an archive, as bytes that come within bounds: a bomb is refused as it unpacks."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING, BinaryIO, cast

from ostraka.model.errors import SourceRefused
from ostraka.sources.archives import Allowance
from ostraka.sources.contents import refuse_foreign_content
from ostraka.sources.reading import InputFile

if TYPE_CHECKING:
    from typing_extensions import Buffer

_ZIP = b"PK\x03\x04"
_LONGEST_LINE = 16 << 20
_AGAIN = "Nothing was changed. Try again later: `ostraka sync`."


@contextmanager
def open_member(path: Path, allowance: Allowance) -> Iterator[BinaryIO]:
    """The bytes of the only file in the archive; its checksum is compared at its end.

    Raises:
        SourceRefused: It is no archive of one file, is damaged, or unpacks to too much.
    """
    with path.open("rb") as raw:
        start = raw.read(4096)
    if not start.startswith(_ZIP):
        refuse_foreign_content(InputFile(path.name, start))
        raise refuse(path.name, "it is no zip archive")
    try:
        with zipfile.ZipFile(path) as archive:
            members = [member for member in archive.infolist() if not member.is_dir()]
            if len(members) != 1 or members[0].flag_bits & 0x1:
                raise refuse(path.name, "the archive holds not one file, or is encrypted")
            with archive.open(members[0]) as member:
                packed = members[0].compress_size
                bounded = _Bounded(path.name, member, packed, allowance)
                yield cast("BinaryIO", io.BufferedReader(bounded, 1 << 20))
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError) as problem:
        raise refuse(path.name, "the archive ends early or is damaged") from problem


def refuse(name: str, problem: str) -> SourceRefused:
    """What to raise of a file of a register that is not what it should be."""
    return SourceRefused(problem, where=name, remedy=_AGAIN)


class _Bounded(io.RawIOBase):
    def __init__(self, name: str, member: IO[bytes], packed: int, allowance: Allowance) -> None:
        self._name, self._member = name, member
        self._packed, self._allowance = packed, allowance
        self._unpacked = self._line = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Buffer, /) -> int:
        view = memoryview(buffer)
        piece = self._member.read(len(view))
        self._unpacked += len(piece)
        self._allowance.take(self._name, len(piece), self._packed, self._unpacked)
        ended = piece.rfind(b"\n")
        self._line = self._line + len(piece) if ended < 0 else len(piece) - ended
        if self._line > _LONGEST_LINE:
            raise refuse(self._name, f"a line is longer than {_LONGEST_LINE >> 20} MiB")
        view[: len(piece)] = piece
        return len(piece)
