"""The one file per source that says which snapshots stand: what it does not name is not there."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from ostraka.model.errors import StoreDamaged
from ostraka.model.snapshot import Snapshot
from ostraka.snapshots.durable import replace_file
from ostraka.snapshots.sealed import parse_sealed, refusing_the_unknown, render_sealed

STATE_FILE = "state.json"

_REMEDY = (
    "Restore the home from a backup, or move this folder away and import the list's files again."
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One publication: on this day the list stood as the snapshot in `folder`.

    `manifest` is the SHA-256 of the manifest's bytes. Two entries share a folder where a list
    was published again with the same content. `omits` are the fields its files do not state. `base`
    is the id of the snapshot that the folder is stored as a difference to, empty for a whole one.
    """

    published: date
    id: str
    folder: str
    manifest: str
    imported: datetime
    parties: int
    forced: str | None = None
    omits: tuple[str, ...] = ()
    base: str = ""


@dataclass(frozen=True, slots=True)
class State:
    """All publications of one source, in published order, and the last check.

    Publications of one day stand in the order they came in; the last entry is the current one.
    `unknown` are publications that came in after the day one looks from: they stand nowhere, and
    what is stored as a difference to them is read all the same.
    """

    source: str
    entries: tuple[Entry, ...] = ()
    checked: datetime | None = None
    unknown: tuple[Entry, ...] = ()

    def known_on(self, day: date) -> State:
        """The state as this home had it when the day ended (UTC)."""
        return self._known(lambda imported: imported.astimezone(UTC).date() <= day)

    def known_at(self, moment: datetime) -> State:
        """The state as this home had it at that moment."""
        return self._known(lambda imported: imported <= moment)

    def _known(self, had_come: Callable[[datetime], bool]) -> State:
        came = [(had_come(entry.imported), entry) for entry in self.entries]
        known = tuple(entry for had, entry in came if had)
        return replace(self, entries=known, unknown=tuple(e for had, e in came if not had))

    def snapshot(self, entry: Entry) -> Snapshot:
        """The entry as the rest of Ostraka knows it."""
        return Snapshot(
            id=entry.id,
            source=self.source,
            published=entry.published,
            imported=entry.imported,
            parties=entry.parties,
            current=entry is self.entries[-1],
            omits=entry.omits,
            forced=entry.forced,
        )

    def place(self, published: date) -> int:
        """Where a publication of that day goes: after all of that day and before."""
        return bisect_right([e.published for e in self.entries], published)

    def until(self, day: date | None) -> tuple[Entry, ...]:
        """The publications on or before `day`, all of them where it is `None`."""
        return self.entries if day is None else self.entries[: self.place(day)]

    def find_entry(self, snapshot: Snapshot) -> int | None:
        """The position of a snapshot's publication, the last where there are several."""
        wanted = (snapshot.id, snapshot.published)
        found = [i for i, e in enumerate(self.entries) if (e.id, e.published) == wanted]
        return found[-1] if found else None

    def insert(self, entry: Entry) -> State:
        """The state with one more publication."""
        at = self.place(entry.published)
        return replace(self, entries=(*self.entries[:at], entry, *self.entries[at:]))

    def find_base(self, snapshot: str) -> Entry | None:
        """The publication of a whole snapshot, by its id."""
        return next(
            (e for e in (*self.entries, *self.unknown) if e.id == snapshot and not e.base), None
        )

    def is_base(self, snapshot: str) -> bool:
        """Whether another snapshot is stored as a difference to that one."""
        return any(e.base == snapshot for e in self.entries)

    def rehouse(self, snapshot: str, folder: str, manifest: str, base: str) -> State:
        """The state with every publication of that content pointing at `folder`."""
        moved = (
            replace(e, folder=folder, manifest=manifest, base=base) if e.id == snapshot else e
            for e in self.entries
        )
        return replace(self, entries=tuple(moved))


def load_state(folder: Path, source: str) -> State | None:
    """The state of a source, `None` where nothing of it was ever held.

    Raises:
        StoreDamaged: The state file is changed, of another version, or gone.
    """
    path = folder / STATE_FILE
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        _refuse_orphans(folder)
        return None
    except OSError as error:
        raise StoreDamaged(
            f"the file cannot be read: {error.strerror}", where=str(path), remedy=_REMEDY
        ) from error
    body = parse_sealed(data, path, _REMEDY)
    with refusing_the_unknown(path):
        return _parse_state(body, source, path)


def save_state(folder: Path, state: State) -> None:
    """The state is what stands, from one moment to the next."""
    body = {
        "source": state.source,
        "checked": state.checked and state.checked.isoformat(),
        "current": state.entries[-1].folder if state.entries else None,
        "publications": [_entry_body(e) for e in state.entries],
    }
    replace_file(folder / STATE_FILE, render_sealed(body))


def _refuse_orphans(folder: Path) -> None:
    # the state file is written before the first folder, so folders without it mean a loss
    if not folder.is_dir() or not any(p.is_dir() for p in folder.iterdir()):
        return
    raise StoreDamaged(
        "snapshots are here, but the file that says which of them stand is gone",
        where=str(folder / STATE_FILE),
        remedy=_REMEDY,
    )


def _entry_body(entry: Entry) -> dict[str, Any]:
    stamps = {
        "published": entry.published.isoformat(),
        "imported": entry.imported.isoformat(),
    }
    return {**asdict(entry), **stamps}


def _parse_state(body: Mapping[str, Any], source: str, path: Path) -> State:
    if body["source"] != source:
        raise StoreDamaged(
            f"the file is that of {body['source']}, not of {source}",
            where=str(path),
            remedy=_REMEDY,
        )
    entries = tuple(
        Entry(
            **{
                **row,
                "published": date.fromisoformat(row["published"]),
                "imported": datetime.fromisoformat(row["imported"]),
                "omits": tuple(row.get("omits", ())),
            }
        )
        for row in body["publications"]
    )
    checked = body["checked"]
    return State(source, entries, datetime.fromisoformat(checked) if checked else None)
