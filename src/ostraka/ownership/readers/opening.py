"""Files of stakes on disk, packed or not, as text."""

from __future__ import annotations

import gzip
import io
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, TextIO, cast

from ostraka.model.errors import StakesRefused

_MOST_BYTES = 64 << 30  # an archive that unpacks to more is not a file of stakes


@contextmanager
def open_bytes(path: Path) -> Iterator[BinaryIO]:
    """The bytes of the file, unpacked where it is gzipped, or a zip archive of one file.

    Raises:
        StakesRefused: The archive cannot be unpacked, or holds several files.
    """
    with path.open("rb") as raw:
        start = raw.read(4)
        raw.seek(0)
        try:
            if start[:2] == b"\x1f\x8b":
                with gzip.open(raw) as unpacked:
                    yield cast("BinaryIO", unpacked)
            elif start == b"PK\x03\x04":
                yield from _open_zip(raw, path)
            else:
                yield raw
        except (zipfile.BadZipFile, gzip.BadGzipFile, EOFError) as error:
            raise StakesRefused(
                f"it cannot be unpacked: {error}", where=path.name, remedy="Fetch it again."
            ) from error


@contextmanager
def open_text(path: Path) -> Iterator[TextIO]:
    """The same as text in UTF-8.

    Raises:
        StakesRefused: It cannot be unpacked, or is not UTF-8.
    """
    with open_bytes(path) as raw:
        text = io.TextIOWrapper(cast("io.BufferedReader", raw), encoding="utf-8-sig", newline="")
        try:
            yield text
        except UnicodeDecodeError as error:
            raise StakesRefused(
                f"it is not text in UTF-8: {error.reason} at byte {error.start}",
                where=path.name,
                remedy="Save it in UTF-8.",
            ) from error
        finally:
            text.detach()


def _open_zip(raw: BinaryIO, path: Path) -> Iterator[BinaryIO]:
    with zipfile.ZipFile(raw) as archive:
        members = [member for member in archive.infolist() if not member.is_dir()]
        if len(members) != 1 or members[0].file_size > _MOST_BYTES:
            raise StakesRefused(
                f"the archive holds {len(members)} files, or more than can be read",
                where=path.name,
                remedy="Unpack it, and give the files one by one.",
            )
        with archive.open(members[0]) as unpacked:
            yield cast("BinaryIO", unpacked)
