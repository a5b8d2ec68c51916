"""Which parties of the stakes are on the lists held.

The same id, or the same name but for case and spaces, counts as the listed party; a name that is
near to a listed one, as `ostraka screen` finds it, is possibly that party, and every answer that
rests on it is `review`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime

from ostraka.model.name import NameKind
from ostraka.model.party import Party
from ostraka.ownership import Listed, Stakes
from ostraka.ownership.readers.keys import fold
from ostraka.screening.holdings import find_not_held
from ostraka.screening.opening import open_screener
from ostraka.screening.owners.listed import ListsUsed
from ostraka.screening.owners.regimes import find_regimes
from ostraka.screening.reading_back import read_back
from ostraka.screening.screener import Screener, Settings
from ostraka.screening.subjects import make_subject
from ostraka.snapshots import Store

NEAR_NAMES_AT_MOST = 5_000
"""Parties of stakes that are screened for near names; above, only equal names are found."""


def find_on_lists(
    store: Store,
    stakes: Stakes,
    sources: Sequence[str],
    day: date,
    now: datetime,
    allow_stale_days: int | None = None,
) -> tuple[Sequence[Listed], ListsUsed]:
    """The listings that stand for parties of the stakes, by their keys, and the lists asked.

    Raises:
        ListMissing: A list is not held, or none is.
        ListStale: A list was not checked recently enough, and the day is not in the past.
    """
    screener = open_screener(
        store,
        sources=sources or None,
        as_of=day if day < now.date() else None,
        settings=Settings(limit=None),
        now=now,
        allow_stale_days=allow_stale_days,
    )
    held = tuple(snapshot.source for snapshot in screener.engine.snapshots)
    used = ListsUsed(held=held, not_held=tuple(find_not_held(store)))
    return identify(store, screener, stakes), used


def identify(
    store: Store, screener: Screener, stakes: Stakes, also: Iterable[str] = ()
) -> list[Listed]:
    """The listings, on the lists of the screener, that stand for parties of the stakes.

    `also` are further keys to look for, of parties that no stake names.
    """
    wanted = sorted({key for stake in stakes.stakes for key in stake[:2]}.union(also))
    listed_owners = ListedOwners(store, screener, stakes)
    near = len(wanted) <= NEAR_NAMES_AT_MOST
    found = listed_owners.find(wanted, near=near)
    return [entry for key in wanted for entry in found[key]]


class ListedOwners:
    """The listings that stand for parties of the stakes, asked for again and again.

    What is equal is found once for all parties; near names are looked up as they are asked for.
    """

    def __init__(self, store: Store, screener: Screener, stakes: Stakes) -> None:
        """`screener` gives every hit of a name, however many there are."""
        self._screener = screener
        self._stakes = stakes
        self._lists = list(_iter_lists(store, screener))
        self._parties = [party for own, _ in self._lists for party in own]
        self._known: dict[str, list[Listed]] = {}

    def find(self, keys: Iterable[str], *, near: bool = True) -> Mapping[str, Sequence[Listed]]:
        """The listings of each of these parties, and of those asked for before."""
        new = sorted(set(keys) - self._known.keys())
        self._known |= {key: [] for key in new}
        wanted = _keys_by_name(self._stakes, new)
        for own, is_read_back in self._lists if new else ():
            for entry in _find_equal(own, wanted):
                self._known[entry.party].append(_leave_open(entry) if is_read_back else entry)
        equal = {(entry.party, entry.regime) for key in new for entry in self._known[key]}
        for entry in _find_near(self._screener, self._stakes, new, self._parties) if near else ():
            if (entry.party, entry.regime) not in equal:
                self._known[entry.party].append(entry)
        return self._known


def _iter_lists(store: Store, screener: Screener) -> Iterator[tuple[list[Party], bool]]:
    """The parties of each list as they were on the day, and whether that was read back."""
    for snapshot in screener.engine.snapshots:
        own = list(store.load_parties(snapshot))
        is_read_back = snapshot.source in screener.engine.reconstructed
        yield list(read_back(own, screener.engine.as_of)) if is_read_back else own, is_read_back


def _leave_open(entry: Listed) -> Listed:
    """The listing, unsure where a list read back to an earlier day states no date for it."""
    if entry.start is not None:
        return entry
    identity = f"{entry.identity}, listed on a day that its list does not state"
    return entry._replace(sure=False, identity=identity)


def make_listed(party: Party, key: str, identity: str, *, sure: bool) -> Iterator[Listed]:
    """A listing for each regime that one of the party's listings belongs to."""
    for listing in party.listings:
        for regime in find_regimes(listing):
            yield Listed(key, regime, listing.listed_on, listing.ended_on, sure, identity)


def _keys_by_name(stakes: Stakes, wanted: Iterable[str]) -> Mapping[str, Sequence[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for key in wanted:
        found[fold(key)].add(key)
        found[fold(stakes.name(key))].add(key)
    return {name: sorted(keys) for name, keys in found.items()}


def _find_equal(parties: Iterable[Party], keys: Mapping[str, Sequence[str]]) -> Iterator[Listed]:
    for party in parties:
        written = {fold(party.id): "by its id"}
        written.update({fold(i.value): f"{i.value}, as {party.id}" for i in party.identifiers})
        written.update(
            {
                fold(n.text): f"as {party.id}"
                for n in party.names
                if n.kind is not NameKind.WEAK_ALIAS
            }
        )
        for text, identity in written.items():
            for key in keys.get(text, ()):
                yield from make_listed(party, key, identity, sure=True)


def _find_near(
    screener: Screener, stakes: Stakes, wanted: Sequence[str], parties: Sequence[Party]
) -> Iterator[Listed]:
    by_id = {party.id: party for party in parties}
    subjects = [make_subject(stakes.name(key))[0] for key in wanted]
    for key, result in zip(wanted, screener.find_many(subjects), strict=True):
        for hit in result.hits:
            identity = f"near {hit.name}, {hit.party}, score {hit.score:.2f}"
            if hit.party in by_id:
                yield from make_listed(by_id[hit.party], key, identity, sure=False)
