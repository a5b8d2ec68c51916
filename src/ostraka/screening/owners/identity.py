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
from ostraka.screening.holdings import choose_snapshots, find_not_held, refuse_stale
from ostraka.screening.opening import open_screener
from ostraka.screening.owners.listed import ListsUsed
from ostraka.screening.owners.regimes import find_regimes
from ostraka.screening.screener import Screener, Settings
from ostraka.screening.subjects import make_subject
from ostraka.snapshots import Store

NEAR_NAMES_AT_MOST = 5_000
"""Parties of stakes that are screened for near names; above, only equal names are found."""


def find_on_lists(
    store: Store, stakes: Stakes, sources: Sequence[str], day: date, now: datetime
) -> tuple[Sequence[Listed], ListsUsed]:
    """The listings that stand for parties of the stakes, by their keys, and the lists asked.

    Raises:
        ListMissing: A list is not held, or none is.
        ListStale: A list was not checked recently enough, and the day is not in the past.
    """
    snapshots = choose_snapshots(store, sources or None, day if day < now.date() else None)
    if day >= now.date():
        refuse_stale(store, snapshots, now, None)
    parties = [party for snapshot in snapshots for party in store.load_parties(snapshot)]
    keys = _keys_by_name(stakes)
    listed = list(_find_equal(parties, keys))
    if len(keys) <= NEAR_NAMES_AT_MOST:
        screener = open_screener(
            store,
            sources=[snapshot.source for snapshot in snapshots],
            as_of=day if day < now.date() else None,
            settings=Settings(limit=None),
            now=now,
        )
        known = {(entry.party, entry.regime) for entry in listed}
        near = _find_near(screener, stakes, parties)
        listed += [entry for entry in near if (entry.party, entry.regime) not in known]
    held = tuple(snapshot.source for snapshot in snapshots)
    return listed, ListsUsed(held=held, not_held=tuple(find_not_held(store)))


def make_listed(party: Party, key: str, identity: str, *, sure: bool) -> Iterator[Listed]:
    """A listing for each regime that one of the party's listings belongs to."""
    for listing in party.listings:
        for regime in find_regimes(listing):
            yield Listed(key, regime, listing.listed_on, listing.ended_on, sure, identity)


def _keys_by_name(stakes: Stakes) -> Mapping[str, Sequence[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for stake in stakes.stakes:
        for key in (stake.owner, stake.owned):
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


def _find_near(screener: Screener, stakes: Stakes, parties: Sequence[Party]) -> Iterator[Listed]:
    names = sorted({key for stake in stakes.stakes for key in (stake.owner, stake.owned)})
    by_id = {party.id: party for party in parties}
    subjects = [make_subject(stakes.name(key))[0] for key in names]
    for key, result in zip(names, screener.find_many(subjects), strict=True):
        for hit in result.hits:
            identity = f"near {hit.name}, {hit.party}, score {hit.score:.2f}"
            if hit.party in by_id:
                yield from make_listed(by_id[hit.party], key, identity, sure=False)
