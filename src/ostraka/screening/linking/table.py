"""The table of links of a home: made from the lists held now, kept until a list changes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from ostraka.model.snapshot import Snapshot
from ostraka.screening.holdings import choose_snapshots
from ostraka.screening.linking.kept import keep_neighbours
from ostraka.screening.linking.link import Link, list_neighbours
from ostraka.screening.linking.names import link_by_name
from ostraka.screening.linking.numbers import link_by_number
from ostraka.screening.opening import open_screener
from ostraka.screening.screener import Settings
from ostraka.snapshots import Store


@dataclass(frozen=True, slots=True)
class LinkTable:
    """The links between the entries of some snapshots, sorted."""

    snapshots: tuple[Snapshot, ...]
    links: tuple[Link, ...]


def make_links(
    store: Store, now: datetime, sources: Sequence[str] | None = None, threads: int = 1
) -> LinkTable:
    """The links between all lists held, or those named; kept in the home for hits and pages.

    A link by number stands before one by name between the same entries.

    Raises:
        ListMissing: No list is held, or one that was named is not.
        ListStale: A list was not checked recently enough.
        UseUnconfirmed: Nobody has confirmed what a list is used for that is not free for every use.
    """
    snapshots = choose_snapshots(store, sources, None)
    parties = [party for snapshot in snapshots for party in store.load_parties(snapshot)]
    found = {(link.left, link.right): link for link in link_by_number(parties)}
    screener = open_screener(store, sources=sources, settings=Settings(), now=now)
    for link in link_by_name(screener.index, parties, found.keys(), threads):
        found[link.left, link.right] = link
    table = LinkTable(snapshots, tuple(sorted(found.values())))
    if not sources:
        keep_neighbours(store, snapshots, list_neighbours(table.links))
    return table
