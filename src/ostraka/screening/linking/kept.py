"""Which entries are linked, as it was found last: a small file of the home, read at every start."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

from ostraka.model.snapshot import Snapshot
from ostraka.snapshots import Store
from ostraka.snapshots.durable import make_folder, replace_file

_FILE = "links.json"


def load_neighbours(store: Store) -> dict[str, tuple[str, ...]]:
    """The entries each entry is linked with; nothing where the lists have changed since."""
    try:
        body = json.loads(_path(store).read_bytes())
        marks = {key: str(mark) for key, mark in body["snapshots"].items()}
        neighbours = {str(k): tuple(v) for k, v in body["linked"].items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}
    held = {s.source: s.id for s in store.snapshots() if s.current}
    return neighbours if all(held.get(key) == mark for key, mark in marks.items()) else {}


def keep_neighbours(
    store: Store, snapshots: Sequence[Snapshot], linked: Mapping[str, tuple[str, ...]]
) -> None:
    """The home holds which entries of these snapshots are linked, until one of them is replaced."""
    body = {"snapshots": {s.source: s.id for s in snapshots}, "linked": linked}
    make_folder(store.home)
    replace_file(_path(store), json.dumps(body, sort_keys=True).encode())


def _path(store: Store) -> Path:
    return store.home / _FILE
