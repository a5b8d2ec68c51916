"""How each list that is held stands: its age, its size beside its floors, its latest drift."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from ostraka.model.errors import StoreDamaged
from ostraka.model.snapshot import Snapshot
from ostraka.model.terms import Term
from ostraka.screening.holdings import is_stale
from ostraka.snapshots import Store
from ostraka.snapshots.floors import check_floors
from ostraka.sources.definition import Source


class Condition(Term):
    """How a list stands."""

    SOUND = "sound", "Held whole, and checked recently enough."
    STALE = "stale", "Its last successful check is longer ago than its limit."
    DAMAGED = "damaged", "A file of it is missing or was changed after it was written."
    NOT_HELD = "not_held", "No snapshot of it is held."


@dataclass(frozen=True, slots=True, kw_only=True)
class Health:
    """One list: when it was published and checked, how large it is, what is odd about it.

    `days` are whole days since the last check, `limit` the most that may pass. `previous` is the
    number of parties in the publication before. `remarks` are floors that the list breaks and
    what was warned of, or overridden, when it was published.
    """

    source: str
    condition: Condition
    published: date | None = None
    checked: datetime | None = None
    days: int | None = None
    limit: int | None = None
    parties: int | None = None
    previous: int | None = None
    snapshots: int = 0
    remarks: tuple[str, ...] = ()

    @property
    def needs_care(self) -> bool:
        """Whether screening against the list would be refused, or would rest on damage."""
        return self.condition in {Condition.STALE, Condition.DAMAGED}


def examine(store: Store, source: Source, now: datetime) -> Health:
    """The health of one list; every byte of its current snapshot is read for it."""
    try:
        return _examine(store, source, now)
    except StoreDamaged as damage:
        return Health(
            source=source.key,
            condition=Condition.DAMAGED,
            limit=source.stale_after_days,
            remarks=(f"{damage.where}: {damage.problem}",),
        )


def _examine(store: Store, source: Source, now: datetime) -> Health:
    held = store.snapshots(source.key)
    if not held:
        return Health(
            source=source.key, condition=Condition.NOT_HELD, limit=source.stale_after_days
        )
    current, checked = held[-1], store.checked(source.key) or held[-1].imported
    stale = is_stale(source, checked, now)
    return Health(
        source=source.key,
        condition=Condition.STALE if stale else Condition.SOUND,
        published=current.published,
        checked=checked,
        days=(now - checked).days,
        limit=source.stale_after_days,
        parties=current.parties,
        previous=held[-2].parties if len(held) > 1 else None,
        snapshots=len(held),
        remarks=_find_remarks(store, source, current),
    )


def _find_remarks(store: Store, source: Source, current: Snapshot) -> tuple[str, ...]:
    parties = store.load_parties(current)  # every byte is compared with its hash
    manifest = store.get_manifest(current)
    floors = check_floors(source.floors, parties)
    forced = (f"published by force: {manifest.forced}",) if manifest.forced else ()
    found = (*forced, *floors.refusals, *manifest.overridden, *manifest.warnings)
    return tuple(dict.fromkeys(found))
