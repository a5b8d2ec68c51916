"""Listings that a list held once and holds no longer: "absent since", until a notice ends them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, date

from ostraka.model.errors import ListMissing
from ostraka.model.listing import Act, ActKind, Listing
from ostraka.model.origin import Origin
from ostraka.model.snapshot import Snapshot
from ostraka.snapshots.notices import Notice, keep_notice, load_notices
from ostraka.snapshots.store import Store


@dataclass(frozen=True, slots=True)
class Former:
    """A listing that is gone from its list.

    `last_seen` is the last snapshot that held it, `absent_since` the next one, which did not. The
    authority acted somewhere between the two; only its own `notice` says when. The `listing` is as
    it was read last, and has ended where there is a notice or the list itself stated the end.
    """

    listing: Listing
    last_seen: Snapshot
    absent_since: Snapshot
    notice: Notice | None = None


def find_former(store: Store, party_id: str, day: date | None = None) -> tuple[Former, ...]:
    """The listings that a party had and has no longer, now or on a day; the latest gone first.

    Whoever left a list without a word is found here: by the last snapshot that held the listing
    and the next one, and by the authority's notice, where it is recorded.

    Raises:
        StoreDamaged: The home is not whole.
    """
    notices = find_notices(store, party_id, day)
    found = []
    for key, seen, absent in store.find_gone(party_id, day):
        entry = store.find_party(party_id, seen.published)
        for listing in entry[0].listings if entry else ():
            if (listing.list, listing.programme) == key:
                notice = _find_notice(notices, listing)
                found.append(Former(_end(listing, notice), seen, absent, notice))
    return tuple(found)


def find_notices(store: Store, party_id: str, day: date | None = None) -> tuple[Notice, ...]:
    """What authorities said of the end of a party's listings up to a day, in order of recording.

    Raises:
        StoreDamaged: The file of notices is not whole.
    """
    known_on, source = store.known_on, _source_of(party_id)
    if not source.isidentifier():  # it comes from a command line and names a file
        return ()
    return tuple(
        notice
        for notice in load_notices(store.home, source)
        if notice.party == party_id
        and (day is None or notice.on <= day)
        and (known_on is None or notice.recorded.astimezone(UTC).date() <= known_on)
    )


def record_notice(store: Store, notice: Notice) -> bool:
    """The notice is kept; whether it was new.

    Raises:
        ListMissing: No snapshot held has a listing that it could end.
        NotPublished: The disk refuses.
        StoreDamaged: The home is not whole.
    """
    entry = store.find_party(notice.party)
    listings = [x.listing for x in find_former(store, notice.party)]
    listings += entry[0].listings if entry else ()
    if not any(notice.concerns(listing.programme) for listing in listings):
        has = ", ".join(sorted({x.programme for x in listings if x.programme}))
        raise ListMissing(
            "no snapshot held has a listing that this notice could end",
            where=f"the id {notice.party!r}",
            remedy=f"Its programmes: {has}." if has else "`ostraka screen NAME` finds the id.",
        )
    return keep_notice(store.home, _source_of(notice.party), notice)


def _end(listing: Listing, notice: Notice | None) -> Listing:
    """The listing with the removal that a notice tells of; as it is without one."""
    if notice is None:
        return listing
    origin = Origin(listing.origin.source, "notice", notice.citation)
    removal = Act(ActKind.REMOVE, origin, on=notice.on, citation=notice.citation)
    return replace(listing, acts=(*listing.acts, removal))


def _find_notice(notices: Iterable[Notice], listing: Listing) -> Notice | None:
    """The latest that ends a listing; one of before its last designation does not."""
    began = listing.listed_on or date.min
    found = [n for n in notices if n.concerns(listing.programme) and n.on >= began]
    return max(found, key=lambda notice: (notice.on, notice.recorded), default=None)


def _source_of(party_id: str) -> str:
    return party_id.partition(":")[0]
