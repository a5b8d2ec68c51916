"""What a later snapshot says of an earlier day, by its own dates: never claimed to be complete."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from types import MappingProxyType

from ostraka.model.hit import Hit
from ostraka.model.listing import Listing
from ostraka.model.party import Party
from ostraka.model.snapshot import Snapshot

REPEATED = {"us_trade_csl": ("us_ofac_sdn", "us_ofac_cons")}
"""Lists that repeat others under the numbers of these, and which."""

Numbers = Mapping[str, frozenset[str]]
"""The numbers of the parties that a list itself held on a day, by list."""


def read_back(
    parties: Iterable[Party], day: date, held: Numbers = MappingProxyType({})
) -> Iterator[Party]:
    """The parties that were listed on `day`, or may have been, with the listings that may stand.

    A listing whose acts say that it had not begun, or had ended, is left out; one without dates
    stays, because the list does not tell, unless the list that it repeats is `held` as of that very
    day without the party.
    """
    for party in parties:
        number = party.id.partition(":")[2]
        standing = tuple(x for x in party.listings if _may_stand(x, day, number, held))
        if standing:
            yield replace(party, listings=standing)


def find_repeated(source: str, snapshots: Iterable[Snapshot], day: date) -> tuple[Snapshot, ...]:
    """The snapshots published on that day of the lists that a source repeats."""
    repeated = REPEATED.get(source, ())
    return tuple(s for s in snapshots if s.source in repeated and s.published == day)


def _may_stand(listing: Listing, day: date, number: str, held: Numbers) -> bool:
    stood = listing.in_force(day)
    if stood is None and listing.list in held:
        return number in held[listing.list]
    return stood is not False


def mark_open(hit: Hit, day: date) -> Hit:
    """The hit, for review where none of its listings is dated: it may not have stood on `day`."""
    return replace(hit, review=review) if (review := find_open(hit.listings, day)) else hit


def find_open(listings: Iterable[Listing], day: date) -> str:
    """Why it is open whether a party was listed on a day, a sentence; nothing where it is not."""
    if any(listing.in_force(day) for listing in listings):
        return ""
    return (
        f"The list states no date of listing and no snapshot of {day} is held: whether the "
        "party was listed on that day is open."
    )
