"""Listings as plain JSON values, as the index keeps them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from ostraka.model.listing import (
    Act,
    ActKind,
    Clause,
    ClauseKind,
    DateKind,
    Listing,
    ListingClass,
    StatedDate,
)
from ostraka.model.origin import Origin


def encode_listing(listing: Listing) -> dict[str, Any]:
    """A listing without the raw text of its origins; those stay in the snapshot."""
    return {
        "list": listing.list,
        "authority": listing.authority,
        "class": listing.listing_class,
        "origin": [listing.origin.source, listing.origin.record],
        "programme": listing.programme,
        "legal_basis": listing.legal_basis,
        "acts": [_encode_act(act) for act in listing.acts],
        "dates": [[stated.kind, stated.on.isoformat()] for stated in listing.dates],
        "clauses": [[clause.kind, clause.text] for clause in listing.clauses],
        "first_seen": _iso(listing.first_seen),
        "last_absent": _iso(listing.last_absent),
    }


def decode_listing(form: Mapping[str, Any]) -> Listing:
    """The listing that `encode_listing` wrote."""
    origin = Origin(*form["origin"])
    return Listing(
        list=form["list"],
        authority=form["authority"],
        listing_class=ListingClass(form["class"]),
        origin=origin,
        programme=form["programme"],
        legal_basis=tuple(form["legal_basis"]),
        acts=tuple(_decode_act(act, origin) for act in form["acts"]),
        dates=tuple(
            StatedDate(DateKind(kind), date.fromisoformat(on), origin) for kind, on in form["dates"]
        ),
        clauses=tuple(Clause(ClauseKind(kind), text, origin) for kind, text in form["clauses"]),
        first_seen=_date(form["first_seen"]),
        last_absent=_date(form["last_absent"]),
    )


def _encode_act(act: Act) -> list[Any]:
    dates = [_iso(act.on), _iso(act.effective), _iso(act.published)]
    return [act.kind, *dates, act.instrument, act.citation, act.measures]


def _decode_act(form: list[Any], origin: Origin) -> Act:
    kind, on, effective, published, instrument, citation, measures = form
    return Act(
        kind=ActKind(kind),
        origin=origin,
        on=_date(on),
        effective=_date(effective),
        published=_date(published),
        instrument=instrument,
        citation=citation,
        measures=tuple(measures),
    )


def _iso(value: date | None) -> str | None:
    return value.isoformat() if value else None


def _date(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
