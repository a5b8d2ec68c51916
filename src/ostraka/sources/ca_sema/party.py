"""One entry of the Canadian list, as a party."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from ostraka.model.dates import PartialDate
from ostraka.model.datetext import parse_date, parse_excel_serial
from ostraka.model.fact import Fact, Topic
from ostraka.model.identifier import Identifier, Scheme
from ostraka.model.listing import Act, ActKind, Listing, ListingClass
from ostraka.model.origin import Origin
from ostraka.model.party import Party, PartyKind
from ostraka.sources.ca_sema.entry import Entry
from ostraka.sources.ca_sema.names import read_names
from ostraka.sources.dating import find_day
from ostraka.sources.tables import iter_table

_SHORT_YEAR = re.compile(r"^((?:\d{1,2}-)?[A-Z][a-z]{2}-)([3-9]\d)$")
"""Of two figures; from 30 on only the last century had such a year in which somebody was born."""
SOURCE = "ca_sema"
AUTHORITY = "Government of Canada"
ACTS = {
    "SEMA": "Special Economic Measures Act, S.C. 1992, c. 17",
    "JVCFOA": "Justice for Victims of Corrupt Foreign Officials Act, S.C. 2017, c. 21",
}


def make_party(entry: Entry, party_id: str, unknown: Counter[str]) -> Party:
    """The party of an entry; `unknown` counts what could not be understood."""
    origin = Origin(SOURCE, f"record {entry.number}")
    return Party(
        id=party_id,
        source=SOURCE,
        kind=entry.kind,
        names=read_names(entry, origin),
        listings=(_make_listing(entry, origin, unknown),),
        origin=origin,
        identifiers=_make_identifiers(entry, origin),
        born=tuple(_read_births(entry, origin, unknown)),
        facts=tuple(_make_facts(entry, origin)),
    )


def _make_listing(entry: Entry, origin: Origin, unknown: Counter[str]) -> Listing:
    programme = entry.programme
    if not programme.act:
        unknown[f"the regulations {programme.code!r} are new; their citation is not known"] += 1
    on = find_day(entry["dateoflisting"])
    place = _cite(entry)
    stated = load_classes().get((programme.code, entry["schedule"]))
    return Listing(
        list=SOURCE,
        authority=AUTHORITY,
        listing_class=stated or ListingClass.ASSET_FREEZE,
        origin=origin,
        programme=programme.code,
        legal_basis=tuple(filter(None, (programme.basis, ACTS.get(programme.act)))),
        acts=(Act(ActKind.DESIGNATE, origin, on=on, citation=place),) if on or place else (),
    )


def _cite(entry: Entry) -> str:
    """The place of the entry in its regulations, the only reference the list has for it."""
    # Where regulations have one schedule only, the list names its part alone.
    alone = entry["schedule"].startswith("Part")
    schedule = f"Schedule{', ' if alone else ' '}{entry['schedule']}" if entry["schedule"] else ""
    return ", ".join(filter(None, (schedule, entry["item"] and f"item {entry['item']}")))


@cache
def load_classes() -> dict[tuple[str, str], ListingClass]:
    """The class of a listing by regulations and schedule, where it is not an asset freeze."""
    rows = iter_table(__package__, "schedules.csv")
    return {(row["code"], row["schedule"]): ListingClass(row["class"]) for row in rows}


def _make_identifiers(entry: Entry, origin: Origin) -> tuple[Identifier, ...]:
    return (Identifier(Scheme.IMO, entry.imo, origin),) if entry.imo else ()


def _read_births(entry: Entry, origin: Origin, unknown: Counter[str]) -> Iterator[PartialDate]:
    """Alternatives stand apart as dates of their own; a ship's date is that of its building."""
    text = entry["date"]
    if not text or entry.kind is not PartyKind.PERSON:
        return
    for part in text.replace(" OR ", " or ").split(" or "):
        # Five figures in this field are a day as a spreadsheet counts them: no year has five.
        serial = parse_excel_serial(part) if len(part.strip()) == 5 else None
        found = parse_date(_SHORT_YEAR.sub(r"\g<1>19\2", part)) or serial
        if found:
            yield replace(found, origin=origin)
        else:
            unknown["a date of birth is not understood; it is kept as a remark"] += 1


def _make_facts(entry: Entry, origin: Origin) -> Iterator[Fact]:
    vessel = entry.kind is PartyKind.VESSEL
    if entry["title"]:
        yield Fact(Topic.VESSEL_TYPE if vessel else Topic.TITLE, entry["title"], origin)
    if entry["date"] and entry.kind is not PartyKind.PERSON:
        yield Fact(Topic.BUILT if vessel else Topic.REMARK, entry["date"], origin)
    elif entry["date"] and not list(_read_births(entry, origin, Counter())):
        yield Fact(Topic.REMARK, f"Date of birth: {entry['date']}", origin)
    for tag, text in entry.new:
        yield Fact(Topic.REMARK, f"{tag}: {text}", origin)
