"""The day that `--since` means."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from ostraka.model.errors import ListMissing


def find_day(home: Path, since: str, sources: Sequence[str] | None) -> date:
    """The day as it stands, or that on which the snapshot was published.

    Raises:
        ListMissing: It is no day, and no snapshot of the lists has that id; or another snapshot
            of the same day has taken its place, so that the day does not name it.
    """
    from ostraka.snapshots import Store

    try:
        return date.fromisoformat(since.strip())
    except ValueError:
        pass
    store = Store(home)
    held = [
        found for key in sources or store.sources() if (found := store.find_snapshot(key, since))
    ]
    if not held:
        raise ListMissing(
            f"{since!r} names no snapshot",
            where="since",
            remedy="Give a day, or six digits or more of an id; `ostraka snapshots` names them.",
        )
    snapshot = held[-1]
    if store.as_of(snapshot.source, snapshot.published) != snapshot:
        raise ListMissing(
            f"another snapshot of {snapshot.source} of {snapshot.published} has come after it",
            where=since,
            remedy="Give the id of that one: `ostraka snapshots` names it.",
        )
    return snapshot.published
