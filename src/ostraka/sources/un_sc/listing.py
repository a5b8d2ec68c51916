"""The listing of one record of the UN list: when, by which committee, under which resolution."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cache

from ostraka.model.listing import Act, ActKind, Listing, ListingClass
from ostraka.model.origin import Origin
from ostraka.model.programme import Programme
from ostraka.sources.dating import find_day
from ostraka.sources.programme_tables import iter_programmes
from ostraka.sources.text import tidy
from ostraka.sources.un_sc.comments import find_measures
from ostraka.sources.un_sc.details import find_days
from ostraka.sources.xmlstream import Element, child_text

_AUTHORITY = "United Nations Security Council"
_TRAVEL_BAN_ONLY = ("Travel Ban",)


def read_listing(
    element: Element,
    origin: Origin,
    unknown: Counter[str],
) -> Listing:
    """The listing with its acts in order of day; an unknown regime is kept and freezes assets."""
    programme = tidy(child_text(element, "UN_LIST_TYPE"))
    known = find_programme(programme)
    if known is None:
        unknown[f"list type {programme!r} is new; its committee is not known"] += 1
    resolution = known.legal_basis[0] if known else ""
    measures = find_measures(child_text(element, "COMMENTS1"))
    usual = known.listing_class if known else ListingClass.ASSET_FREEZE
    acts = sorted(_read_acts(element, origin, resolution, measures), key=lambda act: str(act.on))
    return Listing(
        list=origin.source,
        authority=f"{_AUTHORITY}, {known.authority}" if known else _AUTHORITY,
        listing_class=ListingClass.VISA if measures == _TRAVEL_BAN_ONLY else usual,
        origin=origin,
        programme=programme,
        legal_basis=(resolution,) if resolution else (),
        acts=tuple(acts),
    )


@cache
def _load_programmes() -> dict[str, Programme]:
    return {programme.code: programme for programme in iter_programmes(__package__)}


def find_programme(code: str) -> Programme | None:
    """The regime of a UN_LIST_TYPE; `None` where it is new."""
    return _load_programmes().get(code)


def _read_acts(
    element: Element, origin: Origin, instrument: str, measures: tuple[str, ...]
) -> Iterator[Act]:
    citation = child_text(element, "REFERENCE_NUMBER")
    listed = child_text(element, "LISTED_ON")
    where = Origin(origin.source, origin.record, listed)
    on = find_day(listed)
    yield Act(
        ActKind.DESIGNATE,
        where,
        on=on,
        instrument=instrument,
        citation=citation,
        measures=measures,
    )
    for day in dict.fromkeys(find_days(element, "LAST_DAY_UPDATED")):
        yield Act(ActKind.AMEND, origin, on=day, citation=citation)
    ended = find_day(child_text(element, "DELISTED_ON"))
    if ended:
        yield Act(ActKind.REMOVE, origin, on=ended, citation=citation)
