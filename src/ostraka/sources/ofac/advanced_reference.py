"""Reference values, dates and places of the Advanced XML, where everything else is a number."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from ostraka.sources.ofac.entries import word_region
from ostraka.sources.ofac.periods import word_period
from ostraka.sources.text import tidy
from ostraka.sources.xmlstream import Element, child_text, children

_UNDETERMINED = "undetermined"
_LINES = ("ADDRESS1", "ADDRESS2", "ADDRESS3", "Unknown")
_PARTS = {"CITY": "city", "STATE/PROVINCE": "region", "POSTAL CODE": "postal_code"}


@dataclass(frozen=True, slots=True)
class ReferenceValue:
    """One value of a reference set: its text and attributes."""

    text: str
    attributes: Mapping[str, str]


@dataclass(slots=True)
class References:
    """The reference sets by the name of their elements, then by ID.

    IDs are never known in advance: the file's own tables say what they mean.
    """

    sets: dict[str, dict[str, ReferenceValue]]

    def text(self, name: str, key: str | None) -> str:
        """The text of a value; empty where it has none or the ID is not in the file."""
        found = self.sets.get(name, {}).get(key or "")
        return found.text if found else ""

    def attribute(self, name: str, key: str | None, attribute: str) -> str:
        """An attribute of a value; empty where there is none."""
        found = self.sets.get(name, {}).get(key or "")
        return found.attributes.get(attribute, "") if found else ""


def read_references(element: Element) -> References:
    """The tables of the element `ReferenceValueSets`."""
    sets: dict[str, dict[str, ReferenceValue]] = {}
    for group in element:
        for value in group:
            attributes = {str(k): str(v) for k, v in value.attrib.items()}
            found = ReferenceValue(tidy(value.text or ""), attributes)
            sets.setdefault(str(value.tag), {})[attributes.get("ID", "")] = found
    return References(sets)


def read_place(location: Element, references: References) -> dict[str, str]:
    """The parts of a Location as `entries.make_address` takes them."""
    country = ""
    for tag, attribute, name in (
        ("LocationCountry", "CountryID", "Country"),
        ("LocationAreaCode", "AreaCodeID", "AreaCode"),
    ):
        for item in children(location, tag):
            country = country or _place_name(references, name, item.get(attribute))
    stated: dict[str, list[str]] = {}
    for part in children(location, "LocationPart"):
        kind = references.text("LocPartType", part.get("LocPartTypeID"))
        values = [tidy(child_text(v, "Value")) for v in children(part, "LocationPartValue")]
        stated.setdefault(kind, []).extend(v for v in values if v)
    parts = {key: ", ".join(stated.get(kind, ())) for kind, key in _PARTS.items()}
    region = word_region(", ".join(stated.get("REGION", ())))
    street = ", ".join(v for line in _LINES for v in stated.get(line, ()))
    return {**parts, "street": street, "country": country or region}


def _place_name(references: References, name: str, key: str | None) -> str:
    """A country in words: area codes hold an ISO code as text and the words as description."""
    words = references.attribute(name, key, "Description") or references.text(name, key)
    return "" if words == _UNDETERMINED else words


def read_day(element: Element | None) -> date | None:
    """The day of an element with Year, Month and Day; nothing where it is not a whole date."""
    if element is None:
        return None
    try:
        year, month, day = (int(child_text(element, part)) for part in ("Year", "Month", "Day"))
        return date(year, month, day)
    except ValueError:
        return None


def read_period(period: Element) -> str:
    """The words of a DatePeriod; empty where it states no date."""
    start, end = period.find("Start"), period.find("End")
    first = _bound(start, last=False)
    last = _bound(end if end is not None else start, last=True)
    if first is None:
        return ""
    circa = any(e is not None and e.get("Approximate") == "true" for e in (start, end))
    return word_period(first, max(first, last or first), circa=circa)


def _bound(element: Element | None, *, last: bool) -> date | None:
    """The outer bound of a Start or End: its From, or for the last day its To."""
    if element is None:
        return None
    moment = element.find("From")
    if last and element.find("To") is not None:
        moment = element.find("To")
    if moment is None:
        return None
    return read_day(moment) or _rounded(moment, last=last)


def _rounded(moment: Element, *, last: bool) -> date | None:
    """A moment without its day or month, as the first or last day it may be."""
    year, month = child_text(moment, "Year"), child_text(moment, "Month")
    if not year.isdigit():
        return None
    number = int(month) if month.isdigit() and 1 <= int(month) <= 12 else (12 if last else 1)
    day = monthrange(int(year), number)[1] if last else 1
    return date(int(year), number, day)
