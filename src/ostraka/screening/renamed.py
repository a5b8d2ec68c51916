"""A party asked for by an id that its list has given up: the entry that it is now."""

from __future__ import annotations

from datetime import date

from ostraka.model.party import Party
from ostraka.model.snapshot import Snapshot
from ostraka.snapshots import Store


def find_entry(
    store: Store, party_id: str, day: date | None = None
) -> tuple[Party, Snapshot] | None:
    """The entry of that id, now or on a day; else the one that has taken its place on the list.

    An id that stands is never taken for a former one, and one that several entries have is none.

    Raises:
        StoreDamaged: The home is not whole.
    """
    found = store.find_party(party_id, day)
    if found is not None:
        return found
    now = find_new_id(store, party_id, day)
    return store.find_party(now, day) if now else None


def find_new_id(store: Store, party_id: str, day: date | None = None) -> str | None:
    """The one id under which a list has the entry that was `party_id` once.

    Raises:
        StoreDamaged: The home is not whole.
    """
    found = store.find_renamed(party_id, day)
    return found[0] if len(found) == 1 else None


def explain_renamed(former: str, now: str) -> str:
    """The sentence that says which entry is meant."""
    return f"{former} is {now} now: its list has put the entries together under that id."
