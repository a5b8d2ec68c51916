"""The folder of a publication, together with the one it is stored as a difference to."""

from __future__ import annotations

from pathlib import Path

from ostraka.model.errors import StoreDamaged
from ostraka.snapshots.folder import SnapshotFolder
from ostraka.snapshots.state import STATE_FILE, Entry, State


def open_folder(folder: Path, state: State, entry: Entry) -> SnapshotFolder:
    """The snapshot of a publication; nothing of it is read yet.

    Raises:
        StoreDamaged: The state does not name the snapshot that it is a difference to.
    """
    if not entry.base:
        return SnapshotFolder(folder / entry.folder, entry.manifest)
    base = state.find_base(entry.base)
    if base is None:
        raise StoreDamaged(
            f"the snapshot {entry.base[:12]}, which {entry.folder} is stored against, is not held",
            where=str(folder / STATE_FILE),
            remedy="Restore the home from a backup, or import the list's files again into a new "
            "home.",
        )
    whole = SnapshotFolder(folder / base.folder, base.manifest)
    return SnapshotFolder(folder / entry.folder, entry.manifest, whole)
