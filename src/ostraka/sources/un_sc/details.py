"""Dates of birth, places, documents and addresses of the UN list."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator, Mapping
from datetime import date

from ostraka.model.dates import PartialDate
from ostraka.model.datetext import parse_date
from ostraka.model.identifier import Identifier, Scheme
from ostraka.model.origin import Origin
from ostraka.model.place import Address, BirthPlace
from ostraka.sources.dating import find_day, find_year, make_day, make_year, make_years
from ostraka.sources.text import tidy
from ostraka.sources.xmlstream import Element, child_text

_APPROXIMATE = re.compile(r"approx|circa|about", re.IGNORECASE)
_WRITTEN_MONTH = re.compile(r"\b[A-Z][a-z]{2}")
_YEAR = re.compile(r"\b\d{4}\b")
_EXPIRY = re.compile(
    r"(?:expir\w+|valid)(?:\s+date)?(?:\s+on|\s+until|:)?\s*:?\s*"
    r"(\d{4}-\d{2}-\d{2}|\d{1,2} \w{3,9}\.? \d{4})",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"(?:\b[A-Z]{1,3}[ -]{0,2})?[^\s(),;:“”]*\d[^\s(),;“”]*")
_NUMBER_SIGN = re.compile(r"^(?:N[o°]\.?|#)\s*", re.IGNORECASE)
_AFTER_NUMBER = re.compile(r"[(]|,|\b(?:issued|expired|under|made|of)\b")


def read_birth(element: Element) -> tuple[PartialDate | None, str]:
    """The date that one INDIVIDUAL_DATE_OF_BIRTH states, and the part of its note not understood.

    Nothing is made finer than stated: a year stays a year, and BETWEEN stays a span.
    """
    note = tidy(child_text(element, "NOTE"))
    raw = _raw(element)
    circa = "APPROX" in child_text(element, "TYPE_OF_DATE") or bool(_APPROXIMATE.search(note))
    rest = "" if _APPROXIMATE.fullmatch(note.removesuffix("imately")) else note
    day = find_day(child_text(element, "DATE"))
    if day:
        return make_day(day, raw, circa=circa), rest
    first, last = (find_year(child_text(element, name)) for name in ("FROM_YEAR", "TO_YEAR"))
    if first and last:
        return make_years(first, last, raw, circa=circa), rest
    year = find_year(child_text(element, "YEAR"))
    finer = _read_note(note, year, raw)
    if finer:
        return finer, ""
    return (make_year(year, raw, circa=circa), rest) if year else (None, rest)


def _read_note(note: str, year: int | None, raw: str) -> PartialDate | None:
    """A month, or a span of months, that only the note states ("Sep.", "Nov. 1973")."""
    if not _WRITTEN_MONTH.search(note):
        return None
    found = parse_date(note if _YEAR.search(note) else f"{note} {year}")
    if found is None or (year is not None and found.first.year != year):
        return None
    return dataclasses.replace(found, raw=raw)


def read_birth_place(element: Element, origin: Origin) -> BirthPlace | None:
    """A place of birth from STREET, CITY, STATE_PROVINCE, COUNTRY, or `None` when all are empty."""
    country = tidy(child_text(element, "COUNTRY"))
    text = _joined(element, ("STREET", "CITY", "STATE_PROVINCE", "COUNTRY", "NOTE"))
    return BirthPlace(text, origin, country) if text else None


def read_alias_birth(element: Element) -> PartialDate | None:
    """The date of birth that belongs to an alias identity: an alternative to the others."""
    text = child_text(element, "DATE_OF_BIRTH")
    raw = f"{text} (with the alias {tidy(child_text(element, 'ALIAS_NAME'))})"
    day, year = find_day(text), find_year(text)
    if day:
        return make_day(day, raw)
    return make_year(year, raw) if year else None


def read_alias_birth_place(element: Element, origin: Origin) -> BirthPlace | None:
    """The place of birth that belongs to an alias identity."""
    country = tidy(child_text(element, "COUNTRY_OF_BIRTH"))
    place = _joined(element, ("CITY_OF_BIRTH", "COUNTRY_OF_BIRTH"))
    return BirthPlace(place, origin, country) if place else None


def read_address(element: Element, origin: Origin) -> Address | None:
    """An address in reading order, or `None` for one of the many empty placeholders."""
    parts = ("STREET", "CITY", "STATE_PROVINCE", "ZIP_CODE", "COUNTRY")
    full, note = _joined(element, parts), tidy(child_text(element, "NOTE"))
    if not full and not note:
        return None
    street_free = {
        "city": tidy(child_text(element, "CITY")),
        "region": tidy(child_text(element, "STATE_PROVINCE")),
        "postal_code": tidy(child_text(element, "ZIP_CODE")),
        "country": tidy(child_text(element, "COUNTRY")),
    }
    return Address(full or note, origin, note=note if full else "", **street_free)


def read_document(
    element: Element, origin: Origin, schemes: Mapping[str, str]
) -> Identifier | None:
    """The number of a document with its scheme, or `None` where no number is stated.

    The number may stand in NUMBER, after prose, or only in the type or the note.
    """
    types = [tidy(child_text(element, f"TYPE_OF_DOCUMENT{n}")) for n in ("", "2")]
    stated, note = tidy(child_text(element, "NUMBER")), tidy(child_text(element, "NOTE"))
    value = next(filter(None, map(find_number, (stated, types[1], note))), "")
    if not value:
        return None
    label = types[1].partition(value)[0].strip(" :") or types[0]
    expires = _EXPIRY.search(f"{stated} {note}")
    return Identifier(
        _find_scheme(f"{stated} {label}", types[0], schemes),
        value,
        Origin(origin.source, origin.record, stated if stated != value else ""),
        label=label,
        country=tidy(
            child_text(element, "ISSUING_COUNTRY") or child_text(element, "COUNTRY_OF_ISSUE")
        ),
        issued=parse_date(child_text(element, "DATE_OF_ISSUE")),
        expires=parse_date(expires.group(1).replace(".", "")) if expires else None,
        note=note,
    )


def find_number(text: str) -> str:
    """The number in a text that may surround it with prose; empty where there is none.

    >>> find_number("Ruritanian diplomatic passport no. D00000001 (Expired 25 Jan. 2016)")
    'D00000001'
    >>> find_number("OB 0243318"), find_number("issued in 1993"), find_number("unknown")
    ('OB 0243318', '', '')
    """
    plain = tidy(text)
    if plain and not re.search(r"[a-z(),;:]", plain):
        return _NUMBER_SIGN.sub("", plain) if any(c.isdigit() for c in plain) else ""
    cut = _AFTER_NUMBER.search(plain)
    while cut and not any(c.isdigit() for c in plain[: cut.start()]):
        cut = _AFTER_NUMBER.search(plain, cut.end())
    head = plain[: cut.start()] if cut else plain
    found = _NUMBER.findall(head)
    last = _NUMBER_SIGN.sub("", found[-1]).strip(".") if found else ""
    return "" if re.fullmatch(r"(?:1[89]|20)\d\d", last) else last


def _find_scheme(words: str, fallback: str, schemes: Mapping[str, str]) -> Scheme:
    for text in (words.lower(), fallback.lower()):
        for part, scheme in schemes.items():
            if part in text:
                return Scheme(scheme)
    return Scheme.OTHER


def read_lists(element: Element, name: str) -> Iterator[str]:
    """The texts of NAME/VALUE, without empty ones and "na"."""
    for group in element.iterchildren(name):
        for value in group.iterchildren("VALUE"):
            text = tidy(value.text or "")
            if text and text.lower() not in {"na", "n/a", "-"}:
                yield text


def find_days(element: Element, name: str) -> Iterator[date]:
    """The days of NAME/VALUE."""
    return filter(None, map(find_day, read_lists(element, name)))


def _joined(element: Element, names: tuple[str, ...]) -> str:
    return ", ".join(filter(None, (tidy(child_text(element, name)) for name in names)))


def _raw(element: Element) -> str:
    return " ".join(filter(None, (tidy(child.text or "") for child in element)))
