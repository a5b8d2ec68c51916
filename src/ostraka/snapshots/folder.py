"""One snapshot on disk: two Parquet files and the manifest that holds their hashes."""

from __future__ import annotations

import shutil
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from ostraka.model.errors import StoreDamaged
from ostraka.model.party import Party
from ostraka.snapshots.durable import make_folder, move_folder, write_file
from ostraka.snapshots.history import Seen
from ostraka.snapshots.manifest import MANIFEST_FILE, Manifest, parse_manifest, render_manifest

if TYPE_CHECKING:
    import pyarrow as pa


PARTIES_FILE = "parties.parquet"
PRESENCE_FILE = "presence.parquet"
FRESH_PREFIX = ".tmp-"

_REMEDY = (
    "Import the list's file of that day again, which writes the snapshot anew, or restore the "
    "home from a backup."
)


@dataclass(frozen=True)
class SnapshotFolder:
    """A snapshot that is held, read only after its bytes have been compared with their hashes."""

    path: Path
    manifest_hash: str

    @cached_property
    def manifest(self) -> Manifest:
        """The manifest.

        Raises:
            StoreDamaged: It is missing, changed, or of another format version.
        """
        path = self.path / MANIFEST_FILE
        data = _read(path)
        manifest = parse_manifest(data, path, _REMEDY)
        _compare(path, data, self.manifest_hash)
        return manifest

    def load_parties(
        self, ids: Collection[str] | None = None, seen: Seen | None = None
    ) -> tuple[Party, ...]:
        """The parties sorted by id, all or those asked for.

        With `seen`, which is for the listings of these parties in their order, listings that
        state no date carry when they were first seen and last absent.

        Raises:
            StoreDamaged: A file is missing, changed, or holds what this version cannot read.
        """
        from ostraka.snapshots.parquet import read_parties  # pyarrow is late

        path = self.path / PARTIES_FILE
        data = self._verified(PARTIES_FILE)
        try:
            return read_parties(data, ids, seen)
        except (ValueError, KeyError) as error:
            raise StoreDamaged(
                f"the snapshot cannot be read: {error}",
                where=str(path),
                remedy="Use the version of Ostraka that wrote it, or a newer one.",
            ) from error

    def load_presence(self, columns: Sequence[str] | None = None) -> pa.Table:
        """The presence table, all columns or those asked for.

        Raises:
            StoreDamaged: The file is missing or changed.
        """
        from ostraka.snapshots.parquet import read_table  # pyarrow is late

        return read_table(self._verified(PRESENCE_FILE), columns)

    def is_whole(self) -> bool:
        """Whether every file is there and has the bytes that were written."""
        try:
            for name in self.manifest.files:
                self._verified(name)
        except StoreDamaged:
            return False
        return True

    def _verified(self, name: str) -> bytes:
        path = self.path / name
        data = _read(path)
        _compare(path, data, self.manifest.files[name])
        return data


def write_folder(
    final: Path, manifest: Manifest, parties: Sequence[Party], digests: Mapping[str, str]
) -> str:
    """The folder `final` holds the snapshot whole; before that moment it does not exist.

    Returns:
        The SHA-256 of the manifest, by which the state names the snapshot.
    """
    from ostraka.snapshots.parquet import render_parties, render_presence  # pyarrow is late

    ordered = sorted(parties, key=lambda p: p.id)
    files = {
        PARTIES_FILE: render_parties(ordered),
        PRESENCE_FILE: render_presence(ordered, digests),
    }
    hashes = {name: sha256(data).hexdigest() for name, data in files.items()}
    files[MANIFEST_FILE] = render_manifest(replace(manifest, files=hashes))
    fresh = final.with_name(FRESH_PREFIX + final.name)
    try:
        make_folder(fresh)
        for name, data in files.items():
            write_file(fresh / name, data)
        move_folder(fresh, final)
    except OSError:
        shutil.rmtree(fresh, ignore_errors=True)
        raise
    return sha256(files[MANIFEST_FILE]).hexdigest()


def remove_leftovers(parent: Path, held: Collection[str]) -> None:
    """Nothing is in the folder of a source but what its state names.

    The rest was left by processes that died before the state named it; nobody reads it.
    """
    for path in parent.iterdir():
        if path.is_dir() and path.name not in held:
            shutil.rmtree(path)


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError as error:
        raise StoreDamaged("the file is missing", where=str(path), remedy=_REMEDY) from error
    except OSError as error:
        raise StoreDamaged(
            f"the file cannot be read: {error.strerror}", where=str(path), remedy=_REMEDY
        ) from error


def _compare(path: Path, data: bytes, expected: str) -> None:
    if sha256(data).hexdigest() != expected:
        raise StoreDamaged(
            "the file was changed after it was written", where=str(path), remedy=_REMEDY
        )
