"""What the prose of an entry of the UN list states besides its fields."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ostraka.model.fact import Fact, Gender, Topic
from ostraka.model.identifier import Identifier, Scheme
from ostraka.model.origin import Origin
from ostraka.sources.special import split_sentences, without_special_sentences
from ostraka.sources.text import tidy

_IMO = re.compile(r"\bIMO(?:\s+(?:company\s+)?(?:number|no))?\.?\s*:?\s*(\d{7})\b", re.IGNORECASE)
_BIC = re.compile(
    r"\b(?:SWIFT|BIC)(?:/BIC)?(?: code)?\s*:?\s*([A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?)\b"
)
_REGISTRATION = re.compile(
    r"\b((?:Business |Company )?Registration (?:Number|No))\.?\s*:?\s*([A-Z0-9-]*\d[\w-]*)"
    r"(?:\s*\(([A-Z][A-Za-z ]+)\))?"
)
_TAX = re.compile(
    r"\b(?:([A-Z][a-z]+) )?(?:National )?Tax (?:Number|No)\.?\s*:?\s*([\w-]*\d[\w-]*)"
)
_OLD_REFERENCE = re.compile(r"\[Old Reference #\s*([A-Z0-9.]+)\s*\]", re.IGNORECASE)
_REFERENCE = re.compile(r"\b([A-Z][A-Za-z][ei]\.\d{3})\b")
_GENDER = re.compile(r"\bGender\s*:?\s*(male|female)\b", re.IGNORECASE)
_DEATH = re.compile(
    r"^(?:(?:Reportedly|Confirmed|Confirmed to be|Reported|Believed status/location:)[\s:].*"
    r"\b(?:deceased|died|dead|killed)\b|.*\b(?:believed|reported) to have (?:died|been killed)\b)",
    re.IGNORECASE,
)
_MEASURES = re.compile(
    r"\(\s*((?:Travel Ban|Asset Freeze)(?:\s*,\s*(?:Travel Ban|Asset Freeze))*)\s*\)"
)


def is_imo(number: str) -> bool:
    """Whether the last of seven digits is the check digit of an IMO number.

    Ships weigh the first six digits 7 to 2; companies 8, 6, 4, 2, 9, 7 with another formula.
    Source: IMO Resolution A.1117(30), and its appendix for companies.

    >>> is_imo("9074729"), is_imo("9074728")
    (True, False)
    """
    digits = [int(c) for c in number]
    ship = sum(d * w for d, w in zip(digits, range(7, 1, -1), strict=False)) % 10
    company = 11 - sum(d * w for d, w in zip(digits, (8, 6, 4, 2, 9, 7), strict=False)) % 11
    return digits[6] in (ship, company % 10)


def read_remarks(text: str, origin: Origin, *, person: bool) -> Iterator[Fact]:
    """The comment as one remark, and beside it a sentence that says the person has died.

    Of a person, sentences on ethnicity, religion or health are left out.
    """
    kept = without_special_sentences(tidy(text)) if person else tidy(text)
    if not kept:
        return
    yield Fact(Topic.REMARK, kept, origin)
    if person:
        dead = next(filter(_DEATH.search, split_sentences(kept)), None)
        if dead:
            yield Fact(Topic.DECEASED, dead, origin)


def read_numbers(text: str, origin: Origin) -> Iterator[Identifier]:
    """IMO, SWIFT, registration and tax numbers, and earlier references, from the prose.

    The UN list has no fields for them. A seven-digit number after "IMO" counts only with a right
    check digit.
    """
    plain = tidy(text)
    for found in _IMO.finditer(plain):
        if is_imo(found.group(1)):
            yield Identifier(Scheme.IMO, found.group(1), origin, label="IMO number")
    for found in _BIC.finditer(plain):
        yield Identifier(Scheme.BIC, found.group(1), origin, label="SWIFT/BIC")
    for found in _REGISTRATION.finditer(plain):
        label, value, country = found.groups()
        yield Identifier(Scheme.REGISTRATION, value, origin, label=label, country=country or "")
    for found in _TAX.finditer(plain):
        country, value = found.groups()
        yield Identifier(Scheme.TAX_ID, value, origin, label="Tax Number", country=country or "")
    for found in _OLD_REFERENCE.finditer(plain):
        yield Identifier(Scheme.LIST_REFERENCE, found.group(1), origin, label="old reference")


def find_gender(text: str) -> Gender | None:
    """The gender that the prose states as "Gender: …"."""
    found = _GENDER.search(tidy(text))
    return Gender(found.group(1).lower()) if found else None


def find_references(text: str) -> tuple[str, ...]:
    """The reference numbers of other entries that the prose mentions, each once."""
    return tuple(dict.fromkeys(_REFERENCE.findall(tidy(text))))


def find_measures(text: str) -> tuple[str, ...]:
    """The measures that the prose states in brackets: travel ban, asset freeze, or both."""
    found = _MEASURES.search(tidy(text))
    return tuple(re.split(r"\s*,\s*", found.group(1))) if found else ()
