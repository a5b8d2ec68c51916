"""Compressed files, unpacked in bounded memory: a bomb is refused long before it is unpacked."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import IO

from ostraka.model.errors import SourceRefused
from ostraka.sources.reading import InputFile

_PIECE = 1 << 16
_MAX_RATIO = 200
"""Most unpacked bytes for one packed; lists reach about 30, a bomb about 1,000."""
_RATIO_MATTERS_FROM = 8 << 20
_MAX_MEMBERS = 1000
_WORKBOOK_MEMBER = "[Content_Types].xml"
_DAMAGED = "Download it again and compare its size with the publisher's."


@dataclass(slots=True)
class Allowance:
    """The unpacked bytes that one import may still produce, over all its files."""

    left: int

    def take(self, where: str, count: int, packed: int, unpacked: int) -> None:
        """Spends `count` bytes, or refuses where they are too many or too many for `packed`."""
        self.left -= count
        too_dense = unpacked > _RATIO_MATTERS_FROM and unpacked > _MAX_RATIO * packed
        if self.left < 0 or too_dense:
            raise SourceRefused(
                f"the compressed file unpacks to more than {unpacked >> 20} MiB, "
                "far more than a list does",
                where=where,
                remedy="Do not use this file; download the list from its publisher.",
            )


def gunzip(where: str, data: bytes, allowance: Allowance) -> bytes:
    """The unpacked bytes of a gzip file of one or more members, every checksum verified.

    Raises:
        SourceRefused: the file ends early, is damaged, or unpacks to too much.
    """
    out = io.BytesIO()
    rest = data
    try:
        while rest.startswith(b"\x1f\x8b"):
            rest = _gunzip_member(where, rest, len(data), out, allowance)
    except zlib.error as problem:
        raise _damaged(where, "gzip file", "is damaged") from problem
    if rest.strip(b"\0"):
        raise _damaged(where, "gzip file", "has other bytes after its end")
    return out.getvalue()


def _gunzip_member(
    where: str, data: bytes, packed: int, out: IO[bytes], allowance: Allowance
) -> bytes:
    engine = zlib.decompressobj(wbits=31)
    pending = data
    while not engine.eof:
        piece = engine.decompress(pending, _PIECE)
        pending = engine.unconsumed_tail
        if not piece and not pending and not engine.eof:
            raise _damaged(where, "gzip file", "ends early")
        out.write(piece)
        allowance.take(where, len(piece), packed, out.tell())
    return engine.unused_data


def unzip(
    where: str, name: str, data: bytes, allowance: Allowance, *, keep: Callable[[str], bool]
) -> list[InputFile]:
    """The members of a zip archive that `keep` accepts, by name; a workbook as one file.

    Every byte of every kept member is unpacked under the allowance and its checksum verified, also
    those of a workbook.

    Raises:
        SourceRefused: truncated, damaged, encrypted, too many or too large members, or none kept.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            infos = sorted(archive.infolist(), key=lambda info: info.filename)
            if len(infos) > _MAX_MEMBERS:
                raise _damaged(where, "zip archive", f"has more than {_MAX_MEMBERS} members")
            workbook = any(info.filename == _WORKBOOK_MEMBER for info in infos)
            wanted = [i for i in infos if not i.is_dir() and (workbook or keep(i.filename))]
            members = [
                InputFile(f"{name}/{i.filename}", _load_member(where, archive, i, allowance))
                for i in wanted
                if not i.filename.startswith("__MACOSX/")
            ]
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError) as problem:
        raise _damaged(where, "zip archive", "ends early or is damaged") from problem
    if workbook:
        return [InputFile(name, data)]
    if not members:
        raise SourceRefused(
            "the zip archive holds no list file",
            where=where,
            remedy="Check that this is the archive of that list.",
        )
    return members


def _load_member(
    where: str, archive: zipfile.ZipFile, info: zipfile.ZipInfo, allowance: Allowance
) -> bytes:
    if info.flag_bits & 0x1:
        raise _damaged(where, "zip archive", "is encrypted")
    out = io.BytesIO()
    with archive.open(info) as member:
        while piece := member.read(_PIECE):
            out.write(piece)
            allowance.take(where, len(piece), info.compress_size, out.tell())
    return out.getvalue()


def _damaged(where: str, what: str, how: str) -> SourceRefused:
    return SourceRefused(f"the {what} {how}", where=where, remedy=_DAMAGED)
