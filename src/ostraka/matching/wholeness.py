"""What is remembered of a file that was read to its last byte, so that it is not read so again.

The sums over an index of hundreds of megabytes cost more than most answers from it. So a file that
was found whole gets a mark beside it: its device, number, size, times of last change (of content
and of anything) and the sum of its table. The file system moves one of them with whatever is
written to the file, or put in its place. What changes the bytes beneath the file system (a failing
disk) is found only by reading them all: `ostraka doctor` does.
"""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

_TOO_CLOSE = 2_000_000_000
"""Nanoseconds: the coarsest clock of a file system (FAT). A file that was changed twice within one
tick of it bears the time of the first change."""


def is_known_whole(path: Path, status: os.stat_result, table_sum: int) -> bool:
    """Whether this very file, as it is now, was read and found whole before.

    A mark that was set right after the file was written is not relied upon.
    """
    mark = _find_mark(path)
    try:
        set_at = mark.stat().st_mtime_ns
        if set_at < max(status.st_ctime_ns, status.st_mtime_ns) + _TOO_CLOSE:
            return False
        return mark.read_text("ascii") == _identify(status, table_sum)
    except (OSError, ValueError):
        return False


def remember_whole(path: Path, status: os.stat_result, table_sum: int) -> None:
    """The next process takes the file as read; where no mark can be written it reads for itself."""
    mark = _find_mark(path)
    staging = mark.with_name(f"{mark.name}.{os.getpid()}")
    with suppress(OSError):
        staging.write_text(_identify(status, table_sum), "ascii")
        staging.replace(mark)


def forget(path: Path) -> None:
    """The file is gone, and its mark with it."""
    path.unlink(missing_ok=True)
    _find_mark(path).unlink(missing_ok=True)


def _find_mark(path: Path) -> Path:
    return path.with_name(f".{path.name}.whole")


def _identify(status: os.stat_result, table_sum: int) -> str:
    times = (status.st_mtime_ns, status.st_ctime_ns)
    return " ".join(map(str, (status.st_dev, status.st_ino, status.st_size, *times, table_sum)))
