"""One party on one page: what its list says, or said, and who is linked with it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from ostraka.model.party import Party
from ostraka.model.snapshot import Snapshot
from ostraka.screening.answer import Json, iso
from ostraka.screening.entry import make_entry, make_entry_listing, make_snapshot_read
from ostraka.screening.linking.kept import load_neighbours
from ostraka.screening.reading_back import find_open, find_repeated, read_back
from ostraka.screening.renamed import find_entry, find_new_id
from ostraka.snapshots import Store
from ostraka.snapshots.former import Former, find_former, find_notices
from ostraka.snapshots.notices import Notice


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A party as its list has it on a day, or had it last.

    `on_list` is false for a party that the snapshot of that day does not hold: `party` is then as
    it was read last, in `snapshot`. `reconstructed` tells that no snapshot of the day is held and a
    later one was read back by its own dates; `review` then says what stays open. `former` are its
    listings that are gone, `linked` the entries of other lists that are the same party. `former_id`
    is the id that was asked for, where the list has the party under another one.
    """

    party: Party
    snapshot: Snapshot
    on_list: bool = True
    reconstructed: bool = False
    review: str = ""
    former: tuple[Former, ...] = ()
    notices: tuple[Notice, ...] = ()
    linked: tuple[tuple[Party, Snapshot], ...] = ()
    former_id: str = ""


def find_page(store: Store, party_id: str, day: date | None) -> Page | None:
    """The page of a party, `None` where no list held has, had, or may have had it by that day.

    Raises:
        StoreDamaged: The home is not whole.
    """
    page = (
        _find_standing(store, party_id, day)
        or _find_renamed(store, party_id, day)
        or _find_gone(store, party_id, day)
        or _find_read_back(store, party_id, day)
    )
    if page is None:
        return None
    return replace(page, linked=_find_linked(store, page.party.id, day))


def make_page(page: Page) -> Json:
    """What `ostraka show --json` prints."""
    return make_entry(page.party, page.snapshot) | {
        "on_list": page.on_list,
        "reconstructed": page.reconstructed,
        "review": page.review or None,
        "former_listings": [_make_former(former) for former in page.former],
        "notices": [make_notice(notice) for notice in page.notices],
        "linked": [make_entry(*other) for other in page.linked],
        "former_id": page.former_id or None,
    }


def make_notice(notice: Notice) -> Json:
    """A recorded notice as JSON."""
    return {
        "party": notice.party,
        "programme": notice.programme or None,
        "on": iso(notice.on),
        "citation": notice.citation,
        "recorded": notice.recorded.isoformat(),
    }


def _make_former(former: Former) -> Json:
    return make_entry_listing(former.listing) | {
        "last_seen": iso(former.last_seen.published),
        "last_seen_in": make_snapshot_read(former.last_seen),
        "absent_since": iso(former.absent_since.published),
        "absent_from": make_snapshot_read(former.absent_since),
        "notice": make_notice(former.notice) if former.notice else None,
    }


def _find_standing(store: Store, party_id: str, day: date | None) -> Page | None:
    entry = store.find_party(party_id, day)
    if entry is None:
        return None
    former = find_former(store, party_id, day)
    notices = find_notices(store, party_id, day)
    return Page(party=entry[0], snapshot=entry[1], former=former, notices=notices)


def _find_renamed(store: Store, party_id: str, day: date | None) -> Page | None:
    """The page of the entry that has taken the place of another; it has not left its list."""
    now = find_new_id(store, party_id, day)
    page = _find_standing(store, now, day) if now else None
    if page is None:
        return None
    notices = (*find_notices(store, party_id, day), *page.notices)
    return replace(page, former_id=party_id, notices=notices)


def _find_gone(store: Store, party_id: str, day: date | None) -> Page | None:
    former = find_former(store, party_id, day)
    notices = find_notices(store, party_id, day)
    if not former:
        return None
    last = store.find_party(party_id, former[0].last_seen.published)
    if last is None:
        return None
    return Page(party=last[0], snapshot=last[1], on_list=False, former=former, notices=notices)


def _find_read_back(store: Store, party_id: str, day: date | None) -> Page | None:
    """What the first snapshot after the day implies of it, where none of before is held."""
    source = party_id.partition(":")[0]
    earliest = next(iter(store.snapshots(source)), None) if source else None
    if day is None or earliest is None or earliest.published <= day:
        return None
    entry = find_entry(store, party_id, earliest.published)
    number = party_id.partition(":")[2]
    held = {
        own.source: frozenset([number] if store.find_party(f"{own.source}:{number}", day) else [])
        for own in find_repeated(source, store.snapshots(), day)
    }
    standing = list(read_back([entry[0]], day, held)) if entry else []
    if entry is None or not standing:
        return None
    [party] = standing
    review = find_open(party.listings, day)
    former_id = "" if party.id == party_id else party_id
    return Page(
        party=party, snapshot=entry[1], reconstructed=True, review=review, former_id=former_id
    )


def _find_linked(
    store: Store, party_id: str, day: date | None
) -> tuple[tuple[Party, Snapshot], ...]:
    """The entries of other lists that `ostraka links` found to be the same party."""
    others = load_neighbours(store).get(party_id, ())
    found = (store.find_party(other, day) for other in others)
    return tuple(entry for entry in found if entry)
