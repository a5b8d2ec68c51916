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
from ostraka.snapshots.content import make_snapshot_id
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
    """A snapshot that is held, read only after its bytes have been compared with their hashes.

    With a `base` the folder holds what differs from that snapshot, and reading joins both.
    """

    path: Path
    manifest_hash: str
    base: SnapshotFolder | None = None

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

        tables = self._read_tables(PARTIES_FILE, ids=ids)
        try:
            return read_parties(tables[0], *tables[1:], gone=self.manifest.gone, seen=seen)
        except (ValueError, KeyError) as error:
            raise StoreDamaged(
                f"the snapshot cannot be read: {error}",
                where=str(self.path / PARTIES_FILE),
                remedy="Use the version of Ostraka that wrote it, or a newer one.",
            ) from error

    def load_presence(self, columns: Sequence[str] | None = None) -> pa.Table:
        """The presence table, all columns or those asked for.

        Raises:
            StoreDamaged: The file is missing or changed, or does not belong to its base.
        """
        from ostraka.snapshots.delta import join_tables  # pyarrow is late

        own, *base = self._read_tables(PRESENCE_FILE, columns=columns)
        if not base:
            return own
        replaced = {*own["party"].to_pylist(), *self.manifest.gone}
        joined = join_tables(base[0], own, "party", replaced)
        if columns is None:
            self._refuse_foreign_base(joined)
        return joined

    def load_own_presence(self, party_id: str) -> set[tuple[str, str]]:
        """Legal list and programme of a party's listings in this folder; its base is not asked.

        Raises:
            StoreDamaged: The file is missing or changed.
        """
        from ostraka.snapshots.parquet import read_rows  # pyarrow is late

        columns = ("list", "programme")
        data = self.verified(PRESENCE_FILE)
        rows = read_rows(data, columns, [party_id], key="party").to_pylist()
        return {(row["list"], row["programme"]) for row in rows}

    def find_renamed(self, former: str) -> tuple[str, ...]:
        """The ids of parties that their list had under `former` before, sorted.

        Raises:
            StoreDamaged: A file is missing or changed.
        """
        from ostraka.snapshots.renamed import COLUMNS, find_renamed  # pyarrow is late

        own, *base = self._read_tables(PARTIES_FILE, columns=COLUMNS)
        return find_renamed(own, base[0] if base else None, self.manifest.gone, former)

    def _read_tables(
        self,
        name: str,
        *,
        columns: Sequence[str] | None = None,
        ids: Collection[str] | None = None,
    ) -> list[pa.Table]:
        """The table of this folder, and that of its base where it has one."""
        from ostraka.snapshots.parquet import read_rows  # pyarrow is late

        folders = [self, *([self.base] if self.base else [])]
        return [read_rows(folder.verified(name), columns, ids) for folder in folders]

    def _refuse_foreign_base(self, presence: pa.Table) -> None:
        from ostraka.snapshots.presence import read_digests  # pyarrow is late

        if make_snapshot_id(read_digests(presence)) != self.manifest.id:
            raise StoreDamaged(
                "the snapshot and the one it is stored as a difference to do not belong together",
                where=str(self.path),
                remedy=_REMEDY,
            )

    def is_whole(self) -> bool:
        """Whether every file is there and has the bytes that were written."""
        try:
            for name in self.manifest.files:
                self.verified(name)
        except StoreDamaged:
            return False
        return self.base is None or self.base.is_whole()

    def verified(self, name: str) -> bytes:
        """The bytes of a file, which are those that were written.

        Raises:
            StoreDamaged: The file is missing or changed.
        """
        path = self.path / name
        data = _read(path)
        _compare(path, data, self.manifest.files[name])
        return data


def write_folder(
    final: Path,
    manifest: Manifest,
    parties: Sequence[Party],
    digests: Mapping[str, str],
    base: SnapshotFolder | None = None,
) -> tuple[str, str]:
    """The folder `final` holds the snapshot; before that moment it does not exist.

    It is stored as a difference to `base` where one is given and that is much smaller.

    Returns:
        The SHA-256 of the manifest, by which the state names the snapshot, and the id of the base,
        empty where the snapshot is stored whole.
    """
    ordered = sorted(parties, key=lambda p: p.id)
    files, manifest = _render_beside(base, manifest, ordered, digests)
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
    return sha256(files[MANIFEST_FILE]).hexdigest(), manifest.base


def _render_beside(
    base: SnapshotFolder | None,
    manifest: Manifest,
    ordered: Sequence[Party],
    digests: Mapping[str, str],
) -> tuple[dict[str, bytes], Manifest]:
    from ostraka.snapshots.delta import make_delta  # pyarrow is late
    from ostraka.snapshots.parquet import has_shape_of

    delta = make_delta(base.load_parties(), ordered) if base else None
    if base is None or delta is None:
        return _render(ordered, digests), manifest
    files = _render(delta.own, digests)
    # a base written before the vocabulary grew has other columns, which cannot be joined
    if any(not has_shape_of(base.verified(name), data) for name, data in files.items()):
        return _render(ordered, digests), manifest
    return files, replace(manifest, base=base.manifest.id, gone=delta.gone)


def _render(ordered: Sequence[Party], digests: Mapping[str, str]) -> dict[str, bytes]:
    from ostraka.snapshots.parquet import render_parties, render_presence  # pyarrow is late

    return {
        PARTIES_FILE: render_parties(ordered),
        PRESENCE_FILE: render_presence(ordered, digests),
    }


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
