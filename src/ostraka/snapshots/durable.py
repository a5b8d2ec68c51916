"""Writing so that a kill or a power cut leaves the old bytes or the new ones."""

from __future__ import annotations

import os
from pathlib import Path


def write_file(path: Path, data: bytes) -> None:
    """The file holds `data`, and the disk has it."""
    with path.open("wb") as stream:
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())


def sync_folder(path: Path) -> None:
    """The names inside the folder are on the disk."""
    descriptor = os.open(path, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def replace_file(path: Path, data: bytes) -> None:
    """The file holds `data`; at every moment before, it held what it held.

    Only one process at a time may replace the same file.
    """
    fresh = path.with_name(f".tmp-{path.name}")
    write_file(fresh, data)
    fresh.replace(path)
    sync_folder(path.parent)


def move_folder(fresh: Path, final: Path) -> None:
    """The folder `fresh`, its files already on the disk, is found as `final`."""
    sync_folder(fresh)
    fresh.replace(final)
    sync_folder(final.parent)


def make_folder(path: Path) -> None:
    """The folder exists, with its parents, and the disk knows its name."""
    missing = [p for p in (path, *path.parents) if not p.exists()]
    for folder in reversed(missing):
        folder.mkdir(exist_ok=True)
        sync_folder(folder.parent)
