"""Files of stakes that a home holds: dated, unchanged since they came in, each edition kept.

An edition is one folder with the file as it was given and a manifest with its hash. The folder
appears whole or not at all, and nothing in it is written again. Editions of one file name are one
register; on a day its newest edition published on or before that day counts.
"""

from __future__ import annotations

import json
import shutil
from dataclasses import asdict, dataclass
from datetime import date, datetime
from hashlib import file_digest
from pathlib import Path

from ostraka.model.errors import StakesRefused, StoreDamaged
from ostraka.ownership.readers import read_stakes
from ostraka.snapshots.durable import make_folder, move_folder, write_file
from ostraka.snapshots.lock import hold_lock

FOLDER, MANIFEST, LOCK, FRESH = "stakes", "manifest.json", ".lock", ".tmp-"


@dataclass(frozen=True, slots=True)
class Edition:
    """One file of stakes that is held: `path` leads to its bytes, `stakes` counts what was read."""

    path: Path
    name: str
    sha256: str
    published: date
    imported: datetime
    stakes: int


class HeldStakes:
    """The files of stakes of one home; reading needs no lock, since no edition ever changes."""

    def __init__(self, home: Path) -> None:
        self._root = home / FOLDER

    def editions(self) -> tuple[Edition, ...]:
        """Every edition, by name, day of publication, and moment of import.

        Raises:
            StoreDamaged: A manifest is missing or cannot be read.
        """
        folders = [p for p in self._root.glob("*") if p.is_dir() and not p.name.startswith(".")]
        found = [_read_manifest(folder) for folder in folders]
        return tuple(sorted(found, key=lambda e: (e.name, e.published, e.imported)))

    def choose(self, day: date, known_on: date | None = None) -> tuple[Edition, ...]:
        """One edition of each register: the newest of that day or before, else the earliest after.

        With `known_on` what was imported after that day is left out.

        Raises:
            StoreDamaged: A file is missing or was changed after it came in.
        """
        chosen: dict[str, Edition] = {}
        for edition in self.editions():
            if known_on is not None and edition.imported.date() > known_on:
                continue
            if edition.name not in chosen or edition.published <= day:
                chosen[edition.name] = edition
        for edition in chosen.values():
            _refuse_changed(edition)
        return tuple(chosen.values())

    def add(self, path: Path, published: date, now: datetime) -> tuple[Edition, bool]:
        """The edition that holds this file, and whether it is new.

        Raises:
            StakesRefused: The file cannot be read as stakes, or no stake of it is understood.
            NotPublished: Another import of stakes runs.
        """
        read = read_stakes(path)
        if not read.stakes:
            raise StakesRefused(
                "no stake in it was understood",
                where=path.name,
                remedy=(read.problems or ["Give a file with at least one stake."])[0],
            )
        digest = _hash(path)
        make_folder(self._root)
        with hold_lock(self._root / LOCK):
            for leftover in self._root.glob(FRESH + "*"):
                shutil.rmtree(leftover)
            for held in self.editions():
                if (held.name, held.sha256, held.published) == (path.name, digest, published):
                    _refuse_changed(held)
                    return held, False
            folder = self._root / f"{published}-{digest[:24]}-{now:%Y%m%dT%H%M%S%f}"
            edition = Edition(
                folder / path.name, path.name, digest, published, now, len(read.stakes)
            )
            _write(edition, path, folder)
        return edition, True


def _write(edition: Edition, source: Path, folder: Path) -> None:
    fresh = folder.with_name(FRESH + folder.name)
    manifest = asdict(edition) | {"path": edition.name}
    try:
        make_folder(fresh)
        data = source.read_bytes()
        write_file(fresh / edition.name, data)
        text = json.dumps(manifest, default=lambda value: value.isoformat(), ensure_ascii=False)
        write_file(fresh / MANIFEST, text.encode("utf-8", "surrogateescape"))
        _refuse_changed(_read_manifest(fresh))
        move_folder(fresh, folder)
    except (OSError, StoreDamaged):
        shutil.rmtree(fresh, ignore_errors=True)
        raise


def _read_manifest(folder: Path) -> Edition:
    path = folder / MANIFEST
    try:
        form = json.loads(path.read_bytes().decode("utf-8", "surrogateescape"))
        return Edition(
            folder / form["name"],
            form["name"],
            form["sha256"],
            date.fromisoformat(form["published"]),
            datetime.fromisoformat(form["imported"]),
            form["stakes"],
        )
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise _damaged(path, f"it cannot be read: {error}") from error


def _refuse_changed(edition: Edition) -> None:
    try:
        if _hash(edition.path) == edition.sha256:
            return
    except OSError as error:
        raise _damaged(edition.path, f"it cannot be read: {error.strerror}") from error
    raise _damaged(edition.path, "the file was changed after it was written")


def _hash(path: Path) -> str:
    with path.open("rb") as stream:
        return file_digest(stream, "sha256").hexdigest()


def _damaged(path: Path, problem: str) -> StoreDamaged:
    return StoreDamaged(
        problem,
        where=str(path),
        remedy="Remove the folder it lies in, and import the file of stakes again.",
    )
