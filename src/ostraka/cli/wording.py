"""How the facts of an answer are put into words, the same in every verb."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from ostraka.cli.writing import visible
from ostraka.model.hit import Closeness, Hit, Reason
from ostraka.model.listing import Listing, ListingClass
from ostraka.model.party import PartyKind

CLOSE_HEADING = "close, not equal: review"
NOTHING = "nothing found on the lists held"


def name_kind(kind: PartyKind | None) -> str:
    """The kind of a party, or that its list does not say."""
    return kind.value if kind else "kind not stated"


def name_class(listing_class: ListingClass) -> str:
    """The class of a listing in words: `asset freeze`."""
    return listing_class.value.replace("_", " ")


def describe_class(listing_class: ListingClass) -> str:
    """The class and what it means, in one sentence."""
    return f"{name_class(listing_class)}: {listing_class.meaning}"


def describe_classes(listings: Sequence[Listing]) -> list[str]:
    """The class of each listing; what a class means is told where it first stands."""
    told: set[ListingClass] = set()
    lines = []
    for listing in listings:
        known = listing.listing_class in told
        lines.append((name_class if known else describe_class)(listing.listing_class))
        told.add(listing.listing_class)
    return lines


def describe_since(listing: Listing) -> str:
    """Since when a party is listed: as its list states it, or as far as history shows it.

    The two are never put in one another's words.
    """
    parts = [_describe_start(listing)]
    parts += [f"{d.kind.value.replace('_', ' ')} {d.on.isoformat()}" for d in listing.dates]
    if listing.ended_on:
        parts.append(f"ended on {listing.ended_on.isoformat()}")
    return "; ".join(parts)


def describe_listing(listing: Listing) -> str:
    """On which list, under which programme."""
    programme = f", programme {listing.programme}" if listing.programme else ""
    return visible(f"{listing.authority} ({listing.list}){programme}")


def describe_reason(reason: Reason) -> str:
    """One reason as a sentence, after the weight it adds to the score."""
    feature = reason.feature.value.replace("_", " ")
    named = reason.detail.lower().startswith(feature)
    detail = reason.detail if named else f"{feature}: {reason.detail}"
    return f"{_write_weight(reason.weight)} {visible(detail)}"


def _write_weight(weight: float) -> str:
    """Two decimals, or four where two would be none."""
    return f"{weight:+.2f}" if abs(weight) >= 0.005 or not weight else f"{weight:+.4f}"


def part_by_closeness(hits: Iterable[Hit]) -> tuple[list[Hit], list[Hit]]:
    """The hits whose name is the listed one or a variant of it, and those only near it."""
    same: list[Hit] = []
    close: list[Hit] = []
    for hit in hits:
        (close if hit.closeness is Closeness.CLOSE else same).append(hit)
    return same, close


def count(number: int, one: str, many: str = "") -> str:
    """A number with its noun.

    >>> count(1, "hit"), count(1200, "hit"), count(2, "party", "parties")
    ('1 hit', '1,200 hits', '2 parties')
    """
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def _describe_start(listing: Listing) -> str:
    if listing.listed_on:
        return f"listed on {listing.listed_on.isoformat()}, as the list states"
    if listing.first_seen is None:
        return "the list states no date"
    return f"the list states no date; {_describe_history(listing.first_seen, listing.last_absent)}"


def _describe_history(first_seen: date, last_absent: date | None) -> str:
    seen = f"first seen on the list published {first_seen.isoformat()}"
    if last_absent is None:
        return f"{seen}, no earlier list is held"
    return f"{seen}, absent from the one published {last_absent.isoformat()}"
