"""Regimes and measures of the United Kingdom, by the words its lists have for them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from ostraka.model.listing import ListingClass
from ostraka.model.programme import Programme
from ostraka.sources.programme_tables import iter_programmes
from ostraka.sources.tables import iter_table


@dataclass(frozen=True, slots=True)
class Measure:
    """A measure the UK list states for an entry, and the class it alone would give."""

    name: str
    listing_class: ListingClass


def find_regime(words: str) -> Programme | None:
    """The regime that a list calls so, by short name or by the title of its regulations.

    >>> find_regime("Global Human Rights").code
    'GHR'
    """
    return _load_regimes().get(letters_of(words))


def find_measure(words: str) -> Measure | None:
    """The measure of that name, of the XML element or of the column.

    >>> find_measure("Travel Ban").name, find_measure("TravelBan").name
    ('travel ban', 'travel ban')
    """
    return _load_measures().get(letters_of(words))


def class_of(measures: Iterable[str], regime: Programme | None) -> ListingClass:
    """The strictest class of the measures; without one, what the regime usually entails.

    An unknown measure or regime never weakens a listing.
    """
    found = [find_measure(name) for name in measures]
    known = [measure.listing_class for measure in found if measure]
    if known and len(known) == len(found):
        return min(known, key=lambda c: c.strictness)
    return regime.listing_class if regime else ListingClass.ASSET_FREEZE


def letters_of(words: str) -> str:
    """The letters and digits of a text in lower case: what two spellings of a label share.

    >>> letters_of("Business registration number (s)")
    'businessregistrationnumbers'
    """
    return re.sub(r"[\W_]+", "", words.casefold())


@cache
def _load_regimes() -> dict[str, Programme]:
    found: dict[str, Programme] = {}
    for regime in iter_programmes(__package__, "regimes.csv"):
        for name in (*regime.names, regime.title, regime.title.removeprefix("The ")):
            found[letters_of(name)] = regime
    return found


@cache
def _load_measures() -> dict[str, Measure]:
    found: dict[str, Measure] = {}
    for row in iter_table(__package__, "measures.csv"):
        measure = Measure(row["measure"], ListingClass(row["class"]))
        found[letters_of(row["element"])] = found[letters_of(row["measure"])] = measure
    return found
