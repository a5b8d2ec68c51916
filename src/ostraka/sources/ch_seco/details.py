"""Births, places, papers and words of a target of the Swiss list."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from ostraka.model.dates import PartialDate
from ostraka.model.datetext import parse_date
from ostraka.model.fact import Fact, Topic
from ostraka.model.identifier import Identifier, Scheme
from ostraka.model.origin import Origin
from ostraka.model.place import Address, BirthPlace
from ostraka.sources.ch_seco.programmes import Context
from ostraka.sources.special import without_special_sentences
from ostraka.sources.text import tidy
from ostraka.sources.xmlstream import Element, child_text

_GREGORIAN = frozenset({"", "gregorian"})
_NUMBERS = (
    (Scheme.IMO, re.compile(r"\bIMO(?: number| no\.?)?\s*:?\s*(\d{7})\b", re.IGNORECASE)),
    (Scheme.INN, re.compile(r"\b(?:INN|Tax(?:payer)? (?:ID|number))\s*:?\s*(\d{10}(?:\d\d)?)\b")),
    (Scheme.OGRN, re.compile(r"\bOGRN\s*:?\s*(\d{13}(?:\d\d)?)\b")),
)


def read_dates(identities: list[Element], origin: Origin) -> Iterator[PartialDate]:
    """The dates of all identities; those of another calendar than ours are remarks."""
    for identity in identities:
        for element in identity.iterchildren("day-month-year"):
            found = parse_date(_write_date(element))
            if found and str(element.get("calendar", "")).casefold() in _GREGORIAN:
                circa = element.get("quality") == "circa"
                yield replace(found, circa=circa, origin=origin)


def _write_date(element: Element) -> str:
    year, month, day = (str(element.get(part, "")) for part in ("year", "month", "day"))
    parts = (part.zfill(2) for part in (year, month, day if month else "") if part.isdecimal())
    return "-".join(parts)


def read_birth_places(
    identities: list[Element], context: Context, origin: Origin
) -> Iterator[BirthPlace]:
    """The places of birth, with the country where the file separates it."""
    for identity in identities:
        for element in identity.iterchildren("place-of-birth"):
            place = context.places.get(str(element.get("place-id", "")))
            if place and place.text:
                yield BirthPlace(place.text, origin, country=place.country or place.code)


def read_addresses(
    identities: list[Element], context: Context, origin: Origin
) -> Iterator[Address]:
    """The addresses, details before the place."""
    for identity in identities:
        for element in identity.iterchildren("address"):
            place = context.places.get(str(element.get("place-id", "")))
            c_o, details, box, code, note = (
                tidy(child_text(element, tag))
                for tag in ("c-o", "address-details", "p-o-box", "zip-code", "remarks")
            )
            town = " ".join(filter(None, (code, place.text if place else "")))
            full = ", ".join(filter(None, (c_o and f"c/o {c_o}", details, box, town)))
            if full:
                yield Address(
                    full,
                    origin,
                    city=place.location if place else "",
                    region=place.area if place else "",
                    postal_code=code,
                    country=(place.country or place.code) if place else "",
                    note=note,
                )


def read_papers(
    identities: list[Element], schemes: Mapping[str, str], origin: Origin
) -> Iterator[Identifier]:
    """Passports and other papers with their numbers."""
    for identity in identities:
        for element in identity.iterchildren("identification-document"):
            kind, number = str(element.get("document-type", "")), child_text(element, "number")
            issuer = element.find("issuer")
            if number:
                yield Identifier(
                    Scheme(schemes.get(kind, "other")),
                    tidy(number),
                    origin,
                    label=kind,
                    country=str(issuer.get("code", "")) if issuer is not None else "",
                    issued=parse_date(_day_of(element, "date-of-issue")),
                    expires=parse_date(_day_of(element, "expiry-date")),
                    note=tidy(child_text(element, "remark")),
                )


def _day_of(element: Element, tag: str) -> str:
    child = element.find(tag)
    if child is None:
        return ""
    return tidy(child.text or "") or _write_date(child)


def read_words(subject: Element, origin: Origin, *, person: bool) -> Iterator[Fact | Identifier]:
    """Justifications, other information, and the numbers that stand in it behind a label."""
    for tag, topic in (("justification", Topic.REASON), ("other-information", Topic.REMARK)):
        for element in subject.iterchildren(tag):
            text = tidy(" ".join(map(str, element.itertext())))
            kept = without_special_sentences(text) if person else text
            if kept:
                yield Fact(topic, kept, origin)
            for scheme, pattern in _NUMBERS if tag == "other-information" else ():
                for number in pattern.findall(text):
                    yield Identifier(scheme, number, origin)
