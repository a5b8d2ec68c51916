"""Whether the indexes of a home are still as they were written, to the last byte."""

from __future__ import annotations

from ostraka.matching.container import open_sections
from ostraka.matching.wholeness import forget
from ostraka.model.errors import StoreDamaged
from ostraka.snapshots import Store


def drop_damaged_indexes(store: Store) -> tuple[str, ...]:
    """Every byte of every index is read; what was wrong with those that are deleted for it.

    An index is built again from the snapshots when it is next needed. A start reads a file only
    once, so that a failing disk is found here and nowhere else.
    """
    found = []
    for path in sorted((store.home / "indexes").glob("*.index")):
        try:
            open_sections(path)
        except FileNotFoundError:  # another process has dropped it
            continue
        except StoreDamaged as damage:
            forget(path)
            found.append(f"{path.name}: {damage.problem}")
    return tuple(found)
