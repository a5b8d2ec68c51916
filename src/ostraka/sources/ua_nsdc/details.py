"""What the last columns of the Ukrainian register state in words: numbers, dates, owners."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from ostraka.model.dates import PartialDate
from ostraka.model.datetext import parse_date
from ostraka.model.fact import Fact, Topic
from ostraka.model.identifier import Identifier, Scheme
from ostraka.model.origin import Origin
from ostraka.model.party import PartyKind
from ostraka.model.place import Address
from ostraka.model.relation import Relation, RelationKind
from ostraka.sources.text import tidy
from ostraka.sources.ua_nsdc.rows import Row

_REGISTER = re.compile(r"^(?P<label>[^\d\s]*)\s*№?\s*(?P<value>[\dA-ZА-ЯІ][\w./-]*)$")
_PASSPORTS = re.compile(
    r"паспорт[^№;.\d]{0,80}(?:№+)?\s*(?P<numbers>(?:[A-ZА-ЯІ]{0,2}\s?(?:№\s*)?\d{5,12}(?:,\s*)?)+)",
    re.IGNORECASE,
)
_PASSPORT = re.compile(r"[A-ZА-ЯІ]{0,2}\s?(?:№\s*)?\d{5,12}")
_TAX = re.compile(
    r"\b(?P<label>ІПН|ІНН|ИНН|ІНПП|індивідуальний податковий номер|ідентифікаційний "
    r"(?:податковий )?(?:код|номер)(?: платника податків)?|реєстраційний номер "
    r"облікової картки платника податків)"
    r"[^\d\w]{0,6}(?P<value>\d{10}(?:\d\d)?)\b",
    re.IGNORECASE,
)
_OKPO = re.compile(r"\b(?P<label>[ОЗ]КПО)\s*:?\s*(?P<value>\d{8,10})\b")
_OTHER_BIRTH = re.compile(r"альтернативна дата народження\D{0,4}(\d\d\.\d\d\.\d{4})", re.IGNORECASE)
_REGISTERED = re.compile(
    r"дата (?:реєстрації|створення|внесення)\D{0,4}(\d\d\.\d\d\.\d{4})", re.IGNORECASE
)
_OWNER = re.compile(
    r"кінцев\w+ бенефіціарн\w+ власник\w*\s*[–—:-]\s*([^;,.\n(]{5,80})", re.IGNORECASE
)
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_LEFT_OUT = re.compile(r"національніст|етнічн|релігі|віросповід|інвалід|хвор|здоров", re.IGNORECASE)


def read_numbers(row: Row, origin: Origin) -> Iterator[Identifier]:
    """Numbers of registers and tax offices from their columns, others from the prose."""
    russian = len(re.sub(r"\D", "", row["register"])) in {13, 15}
    for field in ("register", "tax"):
        found = _REGISTER.match(tidy(row[field]))
        if found:
            scheme = _find_scheme(field, found["value"], russian=russian)
            yield Identifier(scheme, found["value"], origin, label=found["label"])
    text = f"{tidy(row['more'])}; {tidy(row['position'])}"
    for found in _TAX.finditer(text):
        scheme = Scheme.INN if len(found["value"]) == 12 else Scheme.TAX_ID
        yield Identifier(scheme, found["value"], origin, label=found["label"])
    for found in _OKPO.finditer(text):
        yield Identifier(Scheme.REGISTRATION, found["value"], origin, label=found["label"])
    for group in _PASSPORTS.finditer(text):
        for number in _PASSPORT.findall(group["numbers"]):
            value = tidy(number.replace("№", " "))
            yield Identifier(Scheme.PASSPORT, value, origin)


def _find_scheme(field: str, value: str, *, russian: bool) -> Scheme:
    """The scheme by the length of the number: many an OGRN stands behind the Ukrainian label."""
    if field == "register":
        return Scheme.OGRN if len(value) in {13, 15} else Scheme.REGISTRATION
    return Scheme.INN if russian and len(value) in {10, 12} else Scheme.TAX_ID


def read_births(row: Row, origin: Origin) -> Iterator[PartialDate]:
    """The date of birth, and an alternative one that the last column states."""
    texts = [row["born"], *_OTHER_BIRTH.findall(row["more"])]
    for text in filter(None, texts if row.kind is PartyKind.PERSON else ()):
        found = parse_date(text)
        if found:
            yield replace(found, origin=origin)


def read_established(row: Row, origin: Origin) -> Iterator[PartialDate]:
    """The day a company was registered, where the last column states it."""
    for text in _REGISTERED.findall(row["more"]) if row.kind is not PartyKind.PERSON else ():
        found = parse_date(text)
        if found:
            yield replace(found, origin=origin)


def read_owners(row: Row, origin: Origin) -> Iterator[Relation]:
    """Ultimate beneficial owners by name; the register states no shares."""
    for name in dict.fromkeys(_OWNER.findall(tidy(row["more"]))):
        yield Relation(RelationKind.OWNED_OR_CONTROLLED_BY, name.strip(), origin)


def read_addresses(row: Row, origin: Origin) -> Iterator[Address]:
    """Addresses of both columns; an address of a person without a figure or a comma is a remark."""
    for field in ("address", "other_address"):
        text = tidy(row[field]).strip(" ,;")
        if text and (row.kind is not PartyKind.PERSON or re.search(r"[\d,]|\bм\.|область", text)):
            yield Address(text, origin)


def read_facts(row: Row, origin: Origin) -> Iterator[Fact]:
    """Positions, e-mail addresses, and the words of the last column."""
    if row["position"]:
        yield from _kept(Topic.POSITION, tidy(row["position"]), row, origin)
    for address in dict.fromkeys(_EMAIL.findall(row["more"])):
        yield Fact(Topic.EMAIL, address.rstrip("."), origin)
    if not list(read_addresses(row, origin)) and row["address"]:
        yield from _kept(Topic.REMARK, tidy(row["address"]), row, origin)
    if row["more"]:
        yield from _kept(Topic.REMARK, tidy(row["more"]), row, origin)
    for heading, text in row.new:
        yield from _kept(Topic.REMARK, f"{heading}: {text}", row, origin)


def _kept(topic: Topic, text: str, row: Row, origin: Origin) -> Iterator[Fact]:
    """Of a person, parts that speak of a special category of data are left out."""
    parts = re.split(r"(?<=[.;])\s+", text) if row.kind is PartyKind.PERSON else [text]
    kept = " ".join(part for part in parts if not _LEFT_OUT.search(part))
    if kept:
        yield Fact(topic, kept, origin)
