"""Births, addresses, citizenships and documents of the Financial Sanctions Files."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date

from ostraka.model.dates import PartialDate
from ostraka.model.datetext import parse_date
from ostraka.model.fact import Fact, Topic
from ostraka.model.identifier import Identifier, Scheme
from ostraka.model.origin import Origin
from ostraka.model.place import Address, BirthPlace, CountryRole, CountryTie
from ostraka.sources.contacts import CONTACTS, split_contact
from ostraka.sources.dating import find_day, find_year, make_day, make_year, make_years
from ostraka.sources.eu_fsf.node import Node
from ostraka.sources.tables import load_words

_YES = "true"
_NO_COUNTRY = {"", "00"}
_NO_DESCRIPTION = {"", "UNKNOWN"}
_STATES = {
    "knownFalse": "known to be false",
    "knownExpired": "known to be expired",
    "reportedLost": "reported lost",
    "revokedByIssuer": "revoked by its issuer",
    "diplomatic": "diplomatic",
}
_CONTACTS = {
    "PHONE": Topic.PHONE,
    "FAX": Topic.PHONE,
    "EMAIL": Topic.EMAIL,
    "WEB": Topic.WEBSITE,
}
_SUCCESSORS = {"CS": "RS"}  # Serbia and Montenegro, which the list still has for Serbia
_LABELLED = re.compile(r"\b(PHONE|FAX|EMAIL|WEB)\s*\[?[:=]?\s*", re.IGNORECASE)


def read_birth(node: Node) -> PartialDate | None:
    """The date of an element `birthdate`; `None` where it states only a place.

    A date of another calendar than the Gregorian is kept as a remark, not converted.
    """
    if node["calendarType"] not in ("", "GREGORIAN"):
        return None
    circa = node["circa"].casefold() == _YES
    raw = node["birthdate"] or " ".join(filter(None, (node["year"], node["monthOfYear"])))
    day = find_day(node["birthdate"])
    if day:
        return make_day(day, raw, circa=circa)
    first, last = find_year(node["yearRangeFrom"]), find_year(node["yearRangeTo"])
    if first and last:
        return make_years(first, last, f"{first} to {last}", circa=circa)
    year = find_year(node["year"]) or first or last
    if not year:
        return parse_date(node["birthdate"]) if node["birthdate"] else None
    month, number = node["monthOfYear"], node["dayOfMonth"]
    if month.isdecimal() and number.isdecimal() and _exists(year, int(month), int(number)):
        return make_day(date(year, int(month), int(number)), raw, circa=circa)
    if month.isdecimal() and 1 <= int(month) <= 12:
        found = parse_date(f"circa {year}-{month}" if circa else f"{year}-{month}")
        return found or make_year(year, raw, circa=circa)
    return make_year(year, raw, circa=circa)


def read_birth_place(node: Node, origin: Origin) -> BirthPlace | None:
    """The place of an element `birthdate`, `None` where it states none."""
    country = find_country(node)
    parts = (node["city"], node["region"], node["place"], country)
    text = ", ".join(filter(None, parts))
    return BirthPlace(text, origin, country) if text else None


def read_other_calendar(node: Node) -> str:
    """What an element `birthdate` states in another calendar, as text; empty for none."""
    if node["calendarType"] in ("", "GREGORIAN"):
        return ""
    parts = (node["birthdate"], node["dayOfMonth"], node["monthOfYear"], node["year"])
    return f"Date of birth ({node['calendarType'].lower()}): {' '.join(filter(None, parts))}"


def read_address(node: Node, origin: Origin) -> Iterator[Address | Fact]:
    """The address of an element, and what it says of contacts and of the address itself."""
    country = find_country(node)
    box = f"PO Box {node['poBox']}" if node["poBox"].isdecimal() else node["poBox"]
    town = " ".join(filter(None, (node["zipCode"], node["city"])))
    parts = (node["street"], box, town, node["region"], node["place"], country)
    full = ", ".join(filter(None, parts))
    if full:
        yield Address(
            full,
            origin,
            city=node["city"],
            region=node["region"],
            postal_code=node["zipCode"],
            country=country,
            note=" ".join(node.remarks),
        )
    for key, value in node.contacts:
        yield from _read_contact(key, value, origin)


def read_citizenship(node: Node, origin: Origin) -> CountryTie | None:
    """The citizenship of an element, `None` where its country is unknown."""
    country = find_country(node)
    return CountryTie(country, CountryRole.CITIZENSHIP, origin) if country else None


def read_identification(node: Node, origin: Origin, odd: Counter[str]) -> Identifier | None:
    """The number of a document, `None` where it has none; an unknown type is kept as other."""
    value = node["number"] or node["latinNumber"]
    if not value:
        return None
    code = node["identificationTypeCode"]
    scheme = load_words(__package__, "identifications.csv").get(code.casefold())
    if scheme is None:
        odd[f"identification type {code!r} is new; kept as another identifier"] += 1
    said = [words for name, words in _STATES.items() if node[name].casefold() == _YES]
    if node["nameOnDocument"]:
        said.append(f"in the name of {node['nameOnDocument']}")
    return Identifier(
        Scheme(scheme or "other"),
        value,
        origin,
        label=node["identificationTypeDescription"] or code,
        country=find_country(node),
        issued=parse_date(node["issueDate"] or node["validFrom"]),
        expires=parse_date(node["validTo"]),
        note="; ".join((*said, *node.remarks)),
    )


def find_country(node: Node) -> str:
    """The code of the country, or its name where it has no code; empty where it is unknown."""
    if node["countryIso2Code"] not in _NO_COUNTRY:
        return _SUCCESSORS.get(node["countryIso2Code"], node["countryIso2Code"])
    description = node["countryDescription"]
    return "" if description in _NO_DESCRIPTION else description


def _read_contact(key: str, value: str, origin: Origin) -> Iterator[Fact]:
    marks = list(_LABELLED.finditer(value))
    if key.upper() in _CONTACTS and (len(marks) < 2 or marks[0].start()):
        yield from _make_contacts(_CONTACTS[key.upper()], value, origin)
        return
    ends = [*(m.start() for m in marks[1:]), len(value)]
    for mark, end in zip(marks, ends, strict=False):
        text = value[mark.end() : end].strip(" ;,]\n")
        yield from _make_contacts(_CONTACTS[mark.group(1).upper()], text, origin)
    if value and not marks:
        yield Fact(Topic.REMARK, f"Contact: {value}", origin)


def _make_contacts(topic: Topic, text: str, origin: Origin) -> Iterator[Fact]:
    told = split_contact(topic, text) if topic in CONTACTS else ((topic, text),)
    yield from (Fact(kind, contact, origin) for kind, contact in told if contact)


def _exists(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True
