"""Passports and identity papers: a number, and what is said of it beside or around it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import zip_longest

from ostraka.model.dates import PartialDate
from ostraka.model.datetext import parse_date
from ostraka.model.identifier import Identifier, Scheme
from ostraka.model.origin import Origin
from ostraka.sources.gb.texts import split_numbered
from ostraka.sources.un_sc.details import find_number

_WHEN = r"(\d{1,2}[ /.]\w{2,9}[ /.,]+\d{4}|\w{3,9}\.? \d{4}|\d{4})"
_ISSUED = re.compile(r"\bissued?(?:d on| on|:| in)?\s*:?\s*" + _WHEN, re.IGNORECASE)
_EXPIRES = re.compile(
    r"\b(?:expir(?:ed|es|y date|ation date)|valid until|exp)(?: on|:)?\s*:?\s*" + _WHEN,
    re.IGNORECASE,
)
_COUNTRY = re.compile(
    r"^(?:the )?((?:[A-Z][\w'-]+|of|the|and)(?: (?:[A-Z][\w'-]+|of|the|and|\(Islamic))*?\)?)"
    r"(?=$|[.,;(]| \(| (?:number|no\b|national|passport|diplomatic|service|identi|issued|driv|birth"
    r"|civil|foreign|travel|ordinary|Passport|Number|Diplomatic|Fiscal|Social|Civil))"
)
_JOINT = re.compile(r"[.,;]\s+")
_NO_COUNTRY = re.compile(
    r"\b(?:Issued?|False|Diplomatic|Passport|Counterfeit|Date|Expir\w+|Number|Personal|Certificate"
    r"|Ration|Voter|Card|Unconfirmed|Probably|Photo|National|Officially|Tazkira|Driving|Belonging|Valid)\b"
)
_SCHEMES = (
    ("passport", Scheme.PASSPORT),
    ("driv", Scheme.DRIVING_LICENCE),
    ("birth certificate", Scheme.OTHER),
    ("student", Scheme.OTHER),
    ("voter", Scheme.OTHER),
    ("ration", Scheme.OTHER),
    ("tax", Scheme.TAX_ID),
    ("fiscal", Scheme.TAX_ID),
    ("social security", Scheme.SOCIAL_SECURITY),
)


def read_documents(
    numbers: str, notes: str, scheme: Scheme, origin: Origin
) -> Iterator[Identifier]:
    """The documents of a cell of numbers and a cell of notes, paired in order.

    Older files have one cell: then the number is found inside the note.
    """
    values, details = split_numbered(numbers), split_numbered(notes)
    if len(values) == 1:
        values = split_joined(values[0])
    if not values:
        values = [find_number(detail) for detail in details]
    elif len(values) == 1:
        details = [" ".join(details)]
    for value, note in zip_longest(values, details, fillvalue=""):
        if value:
            yield _make_document(value, note, scheme, origin)


def split_joined(text: str) -> list[str]:
    """The numbers of one text that stand apart by full stops or commas, each with a figure.

    >>> split_joined("734088604. 735958824"), split_joined("A 12, issued in Zenda")
    (['734088604', '735958824'], ['A 12, issued in Zenda'])
    """
    parts = _JOINT.split(text)
    whole = all(any(c.isdigit() for c in p) and " " not in p for p in parts)
    return parts if whole else [text]


def find_issuer(note: str) -> str:
    """The country a note begins with, as written; empty where it begins with anything else.

    >>> find_issuer("Pakistan number, issued on 12 Aug. 1991"), find_issuer("Issued in Karachi")
    ('Pakistan', '')
    """
    found = _COUNTRY.match(note)
    words = found.group(1) if found else ""
    odd = _NO_COUNTRY.search(words) or any(c.isdigit() for c in words) or words.endswith(" of")
    return "" if odd else words


def _make_document(value: str, note: str, scheme: Scheme, origin: Origin) -> Identifier:
    said = note.casefold()
    named = next((s for word, s in _SCHEMES if word in said), scheme)
    return Identifier(
        named if scheme is not Scheme.PASSPORT else scheme,
        value,
        origin,
        label=str(scheme).replace("_", " "),
        country=find_issuer(note),
        issued=_find_date(_ISSUED, note),
        expires=_find_date(_EXPIRES, note),
        note=note,
    )


def _find_date(pattern: re.Pattern[str], note: str) -> PartialDate | None:
    found = pattern.search(note)
    return parse_date(found.group(1).replace(".", " ").replace(",", " ")) if found else None
