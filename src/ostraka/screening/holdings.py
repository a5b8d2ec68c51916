"""Which lists an answer rests on, and whether they may be rested on: screening fails closed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from ostraka.model.errors import ListMissing, ListStale
from ostraka.model.snapshot import Snapshot
from ostraka.screening.confirming import refuse_unconfirmed
from ostraka.snapshots import Store
from ostraka.sources.limits import Limits, load_limits
from ostraka.sources.registry import KNOWN_KEYS, get_source

if TYPE_CHECKING:
    from ostraka.sources.definition import Source

NEVER_MISSED = frozenset({"custom", "demo", "leads"})
"""Lists nobody publishes: an answer does not name them among the known lists not held."""


def choose_snapshots(
    store: Store, sources: Sequence[str] | None, as_of: date | None
) -> tuple[Snapshot, ...]:
    """The snapshots to screen against: of the lists asked for, or of every default list held.

    With `as_of` the newest published on or before that day, or, where none is, the earliest after
    it, to be read back by its own dates (`find_reconstructed` says which).

    Raises:
        UnknownSource: There is no list of that key.
        ListMissing: A list asked for is not held, or none is held at all.
        UseUnconfirmed: A list is not free for every use, and nobody has confirmed what it is for.
    """
    chosen = _choose(store, sources, as_of)
    refuse_unconfirmed(store.home, [snapshot.source for snapshot in chosen])
    return chosen


def find_not_held(store: Store) -> tuple[str, ...]:
    """Known lists of authorities that this home holds no snapshot of."""
    held = {snapshot.source for snapshot in store.snapshots()}
    return tuple(key for key in KNOWN_KEYS if key not in held | NEVER_MISSED)


def find_not_screened(store: Store, snapshots: Sequence[Snapshot]) -> tuple[str, ...]:
    """Lists held in this home that an answer from these snapshots does not rest on."""
    screened = {snapshot.source for snapshot in snapshots}
    held = {snapshot.source for snapshot in store.snapshots()}
    return tuple(key for key in KNOWN_KEYS if key in held - screened)


def refuse_stale(
    store: Store, snapshots: Sequence[Snapshot], now: datetime, allow_stale_days: int | None
) -> None:
    """Returns when every list was checked recently enough.

    Raises:
        ListStale: The last successful check of a list is longer ago than its limit, or than
            `allow_stale_days` where given.
    """
    limits_of = load_limits()
    for snapshot in snapshots:
        limit = limits_of[snapshot.source].stale_after_days
        if limit is None:
            continue
        allowance = limit if allow_stale_days is None else max(limit, allow_stale_days)
        checked = store.checked(snapshot.source) or snapshot.imported
        if now - checked > timedelta(days=allowance):
            raise _stale(snapshot.source, checked, now, allowance)


def is_stale(source: Source | Limits, checked: datetime | None, now: datetime) -> bool:
    """Whether a list was last checked longer ago than its limit."""
    if source.stale_after_days is None or checked is None:
        return False
    return now - checked > timedelta(days=source.stale_after_days)


def find_reconstructed(snapshots: Sequence[Snapshot], as_of: date | None) -> tuple[str, ...]:
    """The lists whose snapshot is later than the day, so that it must be read back."""
    return tuple(s.source for s in snapshots if as_of and s.published > as_of)


def _choose(
    store: Store, sources: Sequence[str] | None, as_of: date | None
) -> tuple[Snapshot, ...]:
    if sources:
        return tuple(_get_snapshot(store, key, as_of) for key in dict.fromkeys(sources))
    wanted = [key for key, limits in load_limits().items() if limits.default]
    found = [_find_snapshot(store, key, as_of) for key in wanted]
    chosen = tuple(snapshot for snapshot in found if snapshot)
    if chosen:
        return chosen
    raise ListMissing(
        "no list is held in this home" + (", but for demo" if store.current("demo") else ""),
        where=str(store.home),
        remedy="Import one: `ostraka import SOURCE FILE`; `ostraka sources` names what can be "
        "read. The bundled designations are screened only when named: `--source demo`.",
    )


def _find_snapshot(store: Store, key: str, as_of: date | None) -> Snapshot | None:
    if as_of is None:
        return store.current(key)
    earliest = next(iter(store.snapshots(key)), None)
    return store.as_of(key, as_of) or earliest


def _get_snapshot(store: Store, key: str, as_of: date | None) -> Snapshot:
    snapshot = _find_snapshot(store, key, as_of) if key in load_limits() else None
    if snapshot:
        return snapshot
    source = get_source(key)
    raise ListMissing(
        "the list is not held in this home",
        where=source.key,
        remedy=f"Import it first: `ostraka import {source.key} FILE`. It is published at "
        f"{source.urls[0]}."
        if source.urls
        else f"`ostraka import {source.key} FILE`.",
    )


def _stale(source: str, checked: datetime, now: datetime, limit: int) -> ListStale:
    days = (now - checked).days
    return ListStale(
        f"the list was last checked {days} days ago, on {checked.date()}; its limit is {limit}",
        where=source,
        remedy=f"Fetch it (`ostraka sync {source}`) or import the newest file (`ostraka import "
        f"{source} FILE`; the same content counts as a check), or screen with --allow-stale "
        f"{days + 1}, which the answer will show.",
    )
