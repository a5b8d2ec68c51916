"""The files of an edition on disk, each fetched once: a run that was cut short goes on from there.

Beside each whole file lies what its server said of it. A file is asked for again by that, and taken
from this folder, or from the edition that is held, where it is unchanged.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import date
from email.utils import parsedate_to_datetime
from hashlib import sha256
from pathlib import Path

from ostraka.screening.registers.held import RegisterEdition, hash_file
from ostraka.screening.registers.locating import Located
from ostraka.snapshots.durable import write_file
from ostraka.sources.fetch import Fetcher, Progress, Received, Validators

_SAID = ".json"


@dataclass(frozen=True, slots=True)
class Fetched:
    """Every file of an edition on disk, by address; `size` counts the bytes that came."""

    located: Located
    files: Mapping[str, tuple[Path, Received]]
    size: int

    @property
    def digest(self) -> str:
        """The SHA-256 of the file; of several, that of the lines of their hashes."""
        hashes = [received.sha256 for _, received in self.files.values()]
        return hashes[0] if len(hashes) == 1 else sha256("\n".join(hashes).encode()).hexdigest()

    @property
    def modified(self) -> date | None:
        """The latest day on which a server says that a file was changed."""
        stamps = [received.last_modified for _, received in self.files.values()]
        return max((day for day in map(_read_stamp, stamps) if day), default=None)


def fetch_files(
    fetcher: Fetcher,
    located: Located,
    held: RegisterEdition | None,
    into: Path,
    progress: Progress,
) -> Fetched:
    """All files are in the folder, and no file of another edition.

    Raises:
        DownloadFailed: A file cannot be had; those that came whole stay for the next run.
    """
    wanted = dict(zip(located.urls, located.names, strict=True))
    _drop_others(into, set(wanted.values()))
    files: dict[str, tuple[Path, Received]] = {}
    size = 0
    for url, name in wanted.items():
        path = into / name
        known = _load_said(path, url) or _offer_held(held, url, path)
        received = _fetch(fetcher, url, path, known, progress)
        if known and received.unchanged:
            received = known
        else:
            size += received.size
        _save_said(path, url, received)
        files[url] = path, received
    return Fetched(located, files, size)


def _fetch(
    fetcher: Fetcher, url: str, path: Path, known: Received | None, progress: Progress
) -> Received:
    validators = Validators(known.etag, known.last_modified) if known else None
    return fetcher.fetch(url, path, known=validators, progress=progress)


def _offer_held(held: RegisterEdition | None, url: str, path: Path) -> Received | None:
    """The file of the edition that is held, put in place, where it is of that address and whole."""
    found = held.files.get(url) if held else None
    if held is None or found is None:
        return None
    source = held.folder / found.name
    if not source.is_file() or hash_file(source) != found.received.sha256:
        return None
    path.unlink(missing_ok=True)
    try:
        os.link(source, path)
    except OSError:  # a file system without links
        shutil.copyfile(source, path)
    return found.received


def _load_said(path: Path, url: str) -> Received | None:
    try:
        said = json.loads(path.with_name(path.name + _SAID).read_bytes())
        received = Received(**said["received"])
        whole = said["url"] == url and hash_file(path) == received.sha256
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return received if whole else None


def _save_said(path: Path, url: str, received: Received) -> None:
    text = json.dumps({"url": url, "received": asdict(received)})
    write_file(path.with_name(path.name + _SAID), text.encode())


def _drop_others(folder: Path, names: set[str]) -> None:
    for path in _files(folder):
        if path.name.removesuffix(_SAID) not in names:
            path.unlink()


def _files(folder: Path) -> Iterator[Path]:
    return (path for path in sorted(folder.iterdir()) if path.is_file())


def _read_stamp(stamp: str) -> date | None:
    try:
        return parsedate_to_datetime(stamp).date() if stamp else None
    except ValueError:
        return None
