"""From a home to a screener: snapshots chosen, staleness judged, the index found or built."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from contextlib import suppress
from datetime import date, datetime
from itertools import chain
from pathlib import Path

from ostraka.matching.container import FORMAT
from ostraka.matching.index import Index, open_index
from ostraka.matching.record import RECORD_FORMAT
from ostraka.matching.weights import load_weights
from ostraka.matching.wholeness import forget
from ostraka.model.errors import ListMissing, StoreDamaged
from ostraka.model.party import Party
from ostraka.model.snapshot import Engine, Snapshot
from ostraka.names.fingerprint import fingerprint_names
from ostraka.screening.holdings import (
    choose_snapshots,
    find_not_held,
    find_not_screened,
    find_reconstructed,
    refuse_stale,
)
from ostraka.screening.linking.kept import load_neighbours
from ostraka.screening.reading_back import REPEATED, find_repeated, read_back
from ostraka.screening.release import find_version
from ostraka.screening.screener import Screener, Settings
from ostraka.snapshots import Store

_MOST_INDEXES = 8  # kept in a home; the one built longest ago is dropped first


def open_screener(
    store: Store,
    *,
    sources: Sequence[str] | None = None,
    as_of: date | None = None,
    settings: Settings,
    now: datetime,
    allow_stale_days: int | None = None,
) -> Screener:
    """A screener over the lists asked for, or over every default list held.

    The lists of a policy stand in the place of those asked for. The index is built once for a set
    of snapshots and found again by its fingerprint. Staleness is not judged for a day in the past,
    nor as seen from one. A store that is read as it was known on a day answers about that day,
    unless another is asked for.

    Raises:
        UnknownSource: There is no list of that key.
        ListMissing: A list is not held.
        ListStale: A list was not checked recently enough.
        UseUnconfirmed: Nobody has confirmed what a list is used for that is not free for every use.
        StoreDamaged: The home is not whole.
    """
    if settings.policy and settings.policy.lists:
        sources = settings.policy.lists
    as_of = as_of or store.known_on
    snapshots = choose_snapshots(store, sources, as_of)
    if all(day is None or day >= now.date() for day in (as_of, store.known_on)):
        refuse_stale(store, snapshots, now, allow_stale_days)
    mark = fingerprint(store, snapshots, as_of)
    engine = Engine(
        version=find_version(),
        index=mark,
        as_of=as_of or now.date(),
        threshold=settings.policy.threshold if settings.policy else settings.threshold,
        limit=settings.limit,
        policy=settings.policy.mark if settings.policy else None,
        weak_aliases=settings.policy.weak_aliases if settings.policy else settings.weak_aliases,
        snapshots=snapshots,
        reconstructed=find_reconstructed(snapshots, as_of),
        not_held=find_not_held(store),
        not_screened=find_not_screened(store, snapshots),
        allow_stale_days=allow_stale_days,
        prior=settings.prior,
        search=settings.search.value,
        peps=settings.peps,
        known_on=store.known_on,
    )
    linked = {} if as_of else load_neighbours(store)
    index = _get_index(store, snapshots, mark, as_of)
    return Screener(index, engine, settings, linked, _find_path(store, mark))


def open_words(store: Store) -> tuple[Index | None, tuple[Snapshot, ...]]:
    """The index of every default list held, for how rare words are; `None` where none is held.

    Staleness is not judged: no answer about a party rests on it.
    """
    try:
        snapshots = choose_snapshots(store, None, None)
    except ListMissing:
        return None, ()
    return _get_index(store, snapshots, fingerprint(store, snapshots, None), None), snapshots


def fingerprint(store: Store, snapshots: Sequence[Snapshot], as_of: date | None) -> str:
    """What an index depends on, hashed: snapshots with their history, weights, tables, version."""
    form = {
        "snapshots": [f"{s.source} {s.published} {s.id}" for s in snapshots],
        "history": store.fingerprint([snapshot.source for snapshot in snapshots], as_of),
        "read back to": str(as_of) if find_reconstructed(snapshots, as_of) else None,
        "repeated": REPEATED,
        "weights": load_weights().fingerprint,
        "names": fingerprint_names(),
        "records": RECORD_FORMAT,
        "version": find_version(),
        "format": FORMAT,
    }
    return hashlib.sha256(json.dumps(form, sort_keys=True).encode()).hexdigest()


def _get_index(store: Store, snapshots: Sequence[Snapshot], mark: str, as_of: date | None) -> Index:
    path = _find_path(store, mark)
    try:
        return open_index(path, load_weights())
    except FileNotFoundError:
        pass
    except StoreDamaged:
        forget(path)  # an index can always be built again
    from ostraka.matching.building import build_index  # an index that stands needs none of it

    parties = chain.from_iterable(_load(store, s, snapshots, as_of) for s in snapshots)
    build_index(parties, path, load_weights())
    _drop_old_indexes(path)
    return open_index(path, load_weights())


def _find_path(store: Store, mark: str) -> Path:
    return store.home / "indexes" / f"{mark[:32]}.index"


def _load(
    store: Store, snapshot: Snapshot, snapshots: Sequence[Snapshot], as_of: date | None
) -> Iterable[Party]:
    parties = store.load_parties(snapshot)
    if not as_of or snapshot.published <= as_of:
        return parties
    held = {
        own.source: frozenset(p.id.partition(":")[2] for p in store.load_parties(own))
        for own in find_repeated(snapshot.source, snapshots, as_of)
    }
    return read_back(parties, as_of, held)


def _drop_old_indexes(kept: Path) -> None:
    """Leaves the newest few; another process may be doing the same, so nothing need be there."""
    dated = []
    for path in kept.parent.glob("*.index"):
        with suppress(FileNotFoundError):
            dated.append((path.stat().st_mtime, path))
    for _, path in sorted(dated, reverse=True)[_MOST_INDEXES:]:
        forget(path)
