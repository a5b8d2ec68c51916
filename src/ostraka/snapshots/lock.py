"""One import of a list at a time, across processes."""

from __future__ import annotations

import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ostraka.model.errors import NotPublished

PATIENCE = 600
"""How often a busy lock is tried before the import is refused."""

PAUSE = 0.05
"""Seconds between two tries; 600 of them are half a minute, longer than any list takes to write."""


@contextmanager
def hold_lock(path: Path) -> Iterator[None]:
    """The lock is held inside the block, and let go after it, whatever happens.

    The kernel lets go of the lock of a process that dies, so a kill never leaves one behind.

    Raises:
        NotPublished: Another process holds it for longer than the patience.
    """
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o666)
    try:
        _wait_for(descriptor, path)
        yield
    finally:
        os.close(descriptor)


def _wait_for(descriptor: int, path: Path) -> None:
    for _ in range(PATIENCE):
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            time.sleep(PAUSE)
        else:
            return
    raise NotPublished(
        "another import of this list is running",
        where=str(path.parent),
        remedy="Wait until it has ended, then import again. Nothing was changed.",
    )
