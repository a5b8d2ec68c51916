"""Listings of one entry: one for each programme, with the dates the file states."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ostraka.model.fact import Fact, Topic
from ostraka.model.listing import (
    Act,
    ActKind,
    DateKind,
    Listing,
    ListingClass,
    StatedDate,
)
from ostraka.sources.ofac.draft import Draft, ListEntry
from ostraka.sources.ofac.edition import AUTHORITY, CONS, SDN, Edition
from ostraka.sources.ofac.ledger import Ledger
from ostraka.sources.ofac.pieces import Dated
from ostraka.sources.ofac.programmes import SDN_LIST, load_lists, load_programmes

_ORDER = re.compile(r"EO(\d{5})")
_BLOCK = "Block"
_INSTRUMENT = re.compile(r"\((EO \d+ Directive \w+)\)")
_STATED_KINDS = {"effective": DateKind.EFFECTIVE, "divest_by": DateKind.DIVEST_BY}


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a listing stands: the legal list, its class, its entry, and dates of the measure."""

    source: str
    listing_class: ListingClass
    entry: ListEntry | None
    stated: tuple[Dated, ...] = ()


def make_listings(draft: Draft, edition: Edition, ledger: Ledger) -> tuple[Listing, ...]:
    """One listing for each programme of the entry and each legal list the file puts it on.

    An entry without a programme, or with an unknown one, keeps the class of its list.
    """
    programmes = tuple(dict.fromkeys(draft.programmes))
    if not programmes:
        ledger.note("the entry names no programme; the class of its list is used", draft.uid)
    places = _sdn_places if edition is SDN else _cons_places
    return tuple(
        _make_listing(draft, programme, place)
        for programme in programmes or ("",)
        for place in places(draft, programme, ledger)
    )


def make_directive_facts(draft: Draft, edition: Edition) -> tuple[Fact, ...]:
    """Dates of non-blocking measures that date no listing of this entry, in the list's words.

    On the SDN list a directive's dates are not those of the blocking: the party was under the
    directive first, and blocked later.
    """
    used = [] if edition is SDN else [p for p in draft.programmes if p]
    return tuple(
        Fact(Topic.DIRECTIVE, f"{d.label}: {d.on:%d %b %Y}", d.origin)
        for d in draft.dated
        if not any(d.measure in programme for programme in used)
    )


def _sdn_places(draft: Draft, programme: str, ledger: Ledger) -> tuple[_Place, ...]:
    if programme and programme not in load_programmes():
        ledger.note(
            f"the programme {programme} is not in the table; its listing freezes assets, as every "
            "one of this list does",
            draft.uid,
        )
    return (_Place(SDN.key, ListingClass.ASSET_FREEZE, draft.entries.get(SDN_LIST)),)


def _cons_places(draft: Draft, programme: str, ledger: Ledger) -> tuple[_Place, ...]:
    """The non-SDN listing of a programme, and that on the SDN list where the file states it.

    The Advanced and Enhanced shapes name the lists of a party but not which programme is on which;
    a programme that has a list of its own here is on that, and any other on the SDN list if the
    party is.
    """
    known = load_programmes().get(programme)
    own_list = known.list if known else ""
    blocked = draft.entries.get(SDN_LIST)
    stated = tuple(d for d in draft.dated if d.measure in programme)
    found: list[_Place] = []
    if own_list in draft.entries or stated or blocked is None:
        entry = _find_non_sdn_entry(draft, own_list)
        listing_class = _find_class(draft, programme, ledger)
        found.append(_Place(CONS.key, listing_class, entry, stated))
    if blocked is not None and own_list not in draft.entries:
        found.append(_Place(SDN.key, ListingClass.ASSET_FREEZE, blocked))
    return tuple(found)


def _find_non_sdn_entry(draft: Draft, own_list: str) -> ListEntry | None:
    if own_list in draft.entries:
        return draft.entries[own_list]
    lists = load_lists()
    specific = [
        entry
        for name, entry in draft.entries.items()
        if name != SDN_LIST and not (name in lists and lists[name].meta)
    ]
    return specific[0] if len(specific) == 1 else None


def _find_class(draft: Draft, programme: str, ledger: Ledger) -> ListingClass:
    known = load_programmes().get(programme)
    if known and known.in_cons:
        return known.in_cons
    if programme:
        ledger.note(
            f"the programme {programme} is not known on this list; its listing has the class of "
            "the list it stands on, or status",
            draft.uid,
        )
    lists = load_lists()
    classes = [lists[name].listing_class for name in draft.entries if name in lists]
    here = [c for c in classes if c is not ListingClass.ASSET_FREEZE]
    return min(here, key=lambda c: c.strictness, default=ListingClass.STATUS)


def _make_listing(draft: Draft, programme: str, place: _Place) -> Listing:
    basis = (*draft.legal_basis, *(place.entry.legal_basis if place.entry else ()))
    return Listing(
        list=place.source,
        authority=AUTHORITY,
        listing_class=place.listing_class,
        origin=draft.origin,
        programme=programme,
        legal_basis=_of_programme(basis, programme, draft),
        acts=_make_acts(draft, programme, place),
        dates=tuple(
            StatedDate(_STATED_KINDS[d.what], d.on, d.origin)
            for d in place.stated
            if d.what in _STATED_KINDS
        ),
        clauses=tuple(draft.clauses),
    )


def _make_acts(draft: Draft, programme: str, place: _Place) -> tuple[Act, ...]:
    """The designations: by the dates of the measure where stated, else by the date of the list."""
    measures = _measures(draft, programme, place)
    by_measure = tuple(
        Act(
            ActKind.DESIGNATE,
            d.origin,
            on=d.on,
            instrument=_instrument(d.label),
            measures=measures,
        )
        for d in place.stated
        if d.what == "listing"
    )
    if by_measure or place.entry is None or place.entry.on is None:
        return by_measure
    return (Act(ActKind.DESIGNATE, draft.origin, on=place.entry.on, measures=measures),)


def _instrument(label: str) -> str:
    found = _INSTRUMENT.search(label)
    return found.group(1) if found else ""


def _measures(draft: Draft, programme: str, place: _Place) -> tuple[str, ...]:
    """The measures of a listing. On the SDN list that is the blocking, wherever it is stated."""
    stated = (*draft.measures, *(place.entry.measures if place.entry else ()))
    if place.source == SDN.key and _BLOCK in stated:
        return (_BLOCK,)
    return _of_programme(stated, programme, draft)


def _of_programme(texts: tuple[str, ...], programme: str, draft: Draft) -> tuple[str, ...]:
    """The texts that name the executive order of the programme, else those no programme claims.

    The files state authorities and measures beside programmes without saying which go together.
    """
    stated = tuple(dict.fromkeys(texts))
    order = _ORDER.search(programme)
    same = tuple(text for text in stated if order and order.group(1) in text)
    if same:
        return same
    orders = {found.group(1) for p in draft.programmes for found in _ORDER.finditer(p)}
    return tuple(text for text in stated if not any(number in text for number in orders))
