"""A file that grows by whole batches and can be cut back to where a batch ended."""

from __future__ import annotations

import fcntl
import gzip
import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from ostraka.model.errors import TableRefused

_BLOCK = 1024 * 1024
_EMPTY = hashlib.sha256().hexdigest()
_LEVEL = 6  # gzip's own default; 9 takes three times as long for 1 % less


@dataclass(frozen=True, slots=True)
class Mark:
    """How much of a file is good: so many bytes, which have this SHA-256."""

    size: int = 0
    sha256: str = _EMPTY


class GrowingFile:
    """A file written only at its end, and by one run at a time.

    Compressed, every batch is a gzip member of its own, so that the file is whole after each.
    """

    def __init__(self, path: Path, *, gzipped: bool, mark: Mark) -> None:
        """The file is there and locked, and good up to the mark; nothing in it has changed.

        Raises:
            TableRefused: Another run has the file open, or it is not what the mark says.
        """
        self._path = path
        self._gzipped = gzipped
        self._size = mark.size
        self._hash = hashlib.sha256()
        self._file = _open_locked(path)
        try:
            self._check(mark)
        except TableRefused:
            self._file.close()
            raise

    @property
    def mark(self) -> Mark:
        """How much of the file is good now."""
        return Mark(self._size, self._hash.hexdigest())

    def cut_back(self) -> None:
        """What stands behind the mark, the rest of a batch that was interrupted, is gone."""
        self._file.truncate(self._size)
        self._file.seek(self._size)

    def append(self, data: bytes) -> None:
        """The bytes stand at the end of the file, and have left this process.

        An empty beginning is written too: an empty gzip file is not one of no bytes.
        """
        if not data and self._size:
            return
        if self._gzipped:
            data = gzip.compress(data, _LEVEL, mtime=0)
        self._file.write(data)
        self._file.flush()
        self._hash.update(data)
        self._size += len(data)

    def close(self) -> None:
        """The file is closed and free for others."""
        self._file.close()

    def _check(self, mark: Mark) -> None:
        left = mark.size
        while left and (block := self._file.read(min(left, _BLOCK))):
            self._hash.update(block)
            left -= len(block)
        if left or self._hash.hexdigest() != mark.sha256:
            raise TableRefused(
                "the file is not as the interrupted run left it",
                where=str(self._path),
                remedy="Remove it and the file ending in .resume.json, and start again.",
            )


def _open_locked(path: Path) -> BinaryIO:
    """The file open for reading and writing, made where it is not there; nobody else has it."""
    path.touch()
    file = path.open("r+b")
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        file.close()
        raise TableRefused(
            "another run is writing this file",
            where=str(path),
            remedy="Wait until it is done, or give another OUT.",
        ) from None
    return file
