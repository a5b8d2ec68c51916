"""Listings of the Australian list: by whom, under what, and the days its prose states."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from ostraka.model.dates import Precision
from ostraka.model.datetext import parse_date
from ostraka.model.listing import Act, ActKind, Listing, ListingClass
from ostraka.model.origin import Origin
from ostraka.sources.au_dfat.rows import Row
from ostraka.sources.tables import iter_table
from ostraka.sources.text import tidy

AUTHORITY = "Australian Department of Foreign Affairs and Trade"
ACTS = {"UN": "Charter of the United Nations Act 1945", "AS": "Autonomous Sanctions Act 2011"}
_DAY = r"\d{1,2}\s*(?:[A-Z][a-z]{2,8}\.?\s*|/\d{1,2}/)\d{4}"
_LISTED = re.compile(
    rf"(?:(?<!re)(?<!re-)(?<!last )\b(?:first )?listed|designated)\b[^.;()]*?(?:on:?|:)\s+({_DAY})"
    rf"|^({_DAY}|\d{{4}}-\d\d-\d\d)$",
    re.IGNORECASE,
)
_CHANGED = re.compile(r"\b(?:amended|re-?listed|last listed)\b(?P<days>[^()]*)", re.IGNORECASE)
_DAYS = re.compile(rf"{_DAY}|\d{{4}}-\d\d-\d\d")
_INSTRUMENT = re.compile(
    r"((?:Autonomous Sanctions|Charter of the United Nations) \([^\n]*?"
    r"(?:Instrument|List|Declaration) (\d{4})(?: \(No\.? ?\d+\))?)"
)
_REGISTERED = re.compile(r"\bF\d{4}[A-Z]\d{5}\b")


@dataclass(frozen=True, slots=True)
class Programme:
    """A committee or regime: the Australian act and regulations behind it."""

    act: str
    basis: str


@cache
def load_programmes() -> dict[str, Programme]:
    """What gives effect to each programme, by its folded name."""
    rows = iter_table(__package__, "programmes.csv")
    return {_fold(row["name"]): Programme(row["act"], row["basis"]) for row in rows}


def read_listings(
    rows: Sequence[Row], origin: Origin, unknown: Counter[str]
) -> tuple[Listing, ...]:
    """One listing for each programme that the rows of a party name."""
    names: dict[str, Row] = {}
    for row in rows:
        names.setdefault(re.sub(r"\s*[–—]\s*", " - ", tidy(row["committees"])), row)
    stated = {name: row for name, row in names.items() if name} or names
    return tuple(_make(name, row, origin, unknown) for name, row in stated.items())


def _make(name: str, row: Row, origin: Origin, unknown: Counter[str]) -> Listing:
    programme = load_programmes().get(_fold(name))
    if programme is None:
        unknown[f"the committee {name!r} is new; its legal basis is not known"] += 1
    measures = _read_measures(row)
    basis = (programme.basis, ACTS[programme.act]) if programme else ()
    own = programme is not None and (programme.act == "AS" or name.startswith("1373"))
    return Listing(
        list="au_dfat",
        authority=AUTHORITY,
        listing_class=_find_class(measures),
        origin=origin,
        programme=name,
        legal_basis=basis,
        acts=tuple(_read_acts(row, measures, origin, own_decision=own)),
    )


def _read_measures(row: Row) -> tuple[str, ...]:
    """The measures of the columns that say yes; workbooks until 2025 have no such columns."""
    found = ((f.partition(":")[2], v) for f, v in row.cells.items() if f.startswith("measure:"))
    return tuple(sorted(m for m, v in found if v.casefold() in {"yes", "true", "y", "1", "x"}))


def _find_class(measures: Sequence[str]) -> ListingClass:
    if not measures or "targeted financial sanction" in measures:
        return ListingClass.ASSET_FREEZE
    return ListingClass.VISA if "travel ban" in measures else ListingClass.STATUS


def _read_acts(
    row: Row, measures: tuple[str, ...], origin: Origin, *, own_decision: bool
) -> Iterator[Act]:
    text = " ".join(filter(None, (tidy(row["listing"]), tidy(row["instrument"]))))
    named = _INSTRUMENT.search(text)
    registered = _REGISTERED.search(text)
    instrument = named.group(1) if named else ""
    citation = registered.group() if registered else ""
    control = _find_day(row["control"])
    listed = _find_listed(text)
    # Measured on 2024-11-11: of the Minister's own listings the control date is the day of the
    # instrument named, of the committees' listings a later day.
    if (
        listed is None
        and own_decision
        and control
        and named
        and int(named.group(2)) == control.year
    ):
        listed = control
    where = Origin(origin.source, origin.record, text)
    yield Act(
        ActKind.DESIGNATE,
        where,
        on=listed,
        instrument=instrument,
        citation=citation,
        measures=measures,
    )
    changes = sorted({*_find_changes(text), *([control] if control else [])} - {listed})
    for day in changes:
        if listed is None or day > listed:
            yield Act(ActKind.AMEND, origin, on=day)


def _find_listed(text: str) -> date | None:
    for found in _LISTED.finditer(text):
        day = _find_day(found.group(1) or found.group(2))
        if day:
            return day
    return None


def _find_changes(text: str) -> Iterator[date]:
    """Days of amendment, and of a listing made anew before it lapsed, which goes on unbroken."""
    for found in _CHANGED.finditer(text):
        for words in _DAYS.findall(found["days"]):
            day = _find_day(words)
            if day:
                yield day


def _find_day(text: str) -> date | None:
    found = parse_date(text)
    return found.first if found and found.precision is Precision.DAY else None


def _fold(name: str) -> str:
    return re.sub(r"[\s–—-]+", " ", name).strip().casefold()
