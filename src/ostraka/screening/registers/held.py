"""Editions of registers that a home holds: dated, whole or not there, never written again.

An edition is one folder: the files as they came, the table of their stakes, and a manifest that
says where they came from, when, and their hashes. Beside the editions of a register lies the time
of its last check, the only thing that changes.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime
from hashlib import file_digest
from pathlib import Path
from typing import Any

from ostraka.model.errors import StoreDamaged
from ostraka.snapshots.durable import make_folder, move_folder, replace_file, write_file
from ostraka.sources.fetch import Received

FOLDER, MANIFEST, CHECKED, FRESH, TABLE = (
    "registers", "manifest.json", "checked.json", ".tmp-", "stakes.sqlite",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class HeldFile:
    """One file of an edition, and what its server said when it came."""

    name: str
    received: Received


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterEdition:
    """One edition; `files` by address, `sha256` that of the file, or of the hashes of several.

    `version` is that of the program that read it; `warnings` were said when it came in.
    """

    folder: Path
    key: str
    published: date
    imported: datetime
    sha256: str
    version: str
    records: int
    stakes: int
    table_sha256: str
    table_size: int
    files: Mapping[str, HeldFile]
    warnings: Sequence[str] = ()

    @property
    def table(self) -> Path:
        """The table of its stakes."""
        return self.folder / TABLE

    def is_there(self) -> bool:
        """Whether every file is there, as long as it was."""
        sizes = {self.folder / f.name: f.received.size for f in self.files.values()}
        sizes[self.table] = self.table_size
        return all(p.is_file() and p.stat().st_size == size for p, size in sizes.items())

    def find_changed(self) -> Iterator[str]:
        """The names of files that are missing or are not what came in; every byte is read."""
        hashes = {f.name: f.received.sha256 for f in self.files.values()}
        for name, digest in {**hashes, TABLE: self.table_sha256}.items():
            path = self.folder / name
            if not path.is_file() or hash_file(path) != digest:
                yield name


class HeldRegisters:
    """The registers of one home."""

    def __init__(self, home: Path) -> None:
        self.root = home / FOLDER

    def keys(self) -> Sequence[str]:
        """The registers of which an edition is held."""
        folders = [p.name for p in self.root.glob("*") if p.is_dir()]
        return [key for key in sorted(folders) if self.editions(key)]

    def editions(self, key: str) -> Sequence[RegisterEdition]:
        """Every edition of a register, by day of publication and moment of import.

        Raises:
            StoreDamaged: A manifest is missing or cannot be read.
        """
        folders = [p for p in (self.root / key).glob("[!.]*") if p.is_dir()]
        found = [_read_manifest(folder) for folder in folders]
        return sorted(found, key=lambda edition: (edition.published, edition.imported))

    def choose(self, day: date, known_on: date | None = None) -> Sequence[RegisterEdition]:
        """One edition of each register: the newest of that day or before, else the earliest after.

        Raises:
            StoreDamaged: A file is missing or has another length.
        """
        chosen: dict[str, RegisterEdition] = {}
        for key in self.keys():
            for edition in self.editions(key):
                if known_on is not None and edition.imported.date() > known_on:
                    continue
                if key not in chosen or edition.published <= day:
                    chosen[key] = edition
        for edition in chosen.values():
            if not edition.is_there():
                raise damaged(edition.folder, "a file is missing or was cut short")
        return tuple(chosen.values())

    def checked(self, key: str) -> datetime | None:
        """When the publisher was last seen to have nothing newer than the newest edition."""
        try:
            return datetime.fromisoformat(
                json.loads((self.root / key / CHECKED).read_bytes())["checked"]
            )
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def confirm(self, key: str, now: datetime) -> None:
        """The newest edition was seen to be current at that moment."""
        text = json.dumps({"checked": now.isoformat()})
        replace_file(self.root / key / CHECKED, text.encode())

    def make_room(self, key: str) -> Path:
        """An empty folder in which an edition can be made; those of killed runs are gone."""
        root = self.root / key
        make_folder(root)
        for leftover in root.glob(f"{FRESH}*"):
            if leftover.is_dir():
                shutil.rmtree(leftover)
        fresh = root / f"{FRESH}edition"
        fresh.mkdir()
        return fresh

    def add(self, fresh: Path, edition: RegisterEdition) -> None:
        """The folder, with all files of the edition in it, becomes that edition."""
        manifest = asdict(edition)
        del manifest["folder"]
        text = json.dumps(manifest, default=lambda value: value.isoformat(), indent=1)
        write_file(fresh / MANIFEST, text.encode())
        move_folder(fresh, edition.folder)


def hash_file(path: Path) -> str:
    """The SHA-256 of the file."""
    with path.open("rb") as stream:
        return file_digest(stream, "sha256").hexdigest()


def damaged(folder: Path, problem: str) -> StoreDamaged:
    """What to raise of an edition that is not whole."""
    return StoreDamaged(
        problem,
        where=str(folder),
        remedy="Remove this folder, and fetch the register again: `ostraka sync`.",
    )


def _read_manifest(folder: Path) -> RegisterEdition:
    try:
        form: dict[str, Any] = json.loads((folder / MANIFEST).read_bytes())
        form["files"] = {
            url: HeldFile(row["name"], Received(**row["received"]))
            for url, row in form["files"].items()
        }
        form["published"] = date.fromisoformat(form["published"])
        form["imported"] = datetime.fromisoformat(form["imported"])
        return RegisterEdition(folder=folder, **form)
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise damaged(folder, f"its manifest cannot be read: {error}") from error
