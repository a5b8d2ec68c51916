"""Numbers of annex entries: a value, and in brackets or after a comma what it is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ostraka.model.datetext import parse_date
from ostraka.model.identifier import Identifier, Scheme
from ostraka.model.origin import Origin
from ostraka.sources.gb.documents import find_issuer
from ostraka.sources.gb.numbers import read_business_numbers
from ostraka.sources.ofac.tables import load_countries
from ostraka.sources.un_sc.details import find_number

_BRACKET = re.compile(r"\(([^()]*(?:\([^()]*\)[^()]*)*)\)")
_LENGTHS = {
    Scheme.INN: re.compile(r"(?<!\d)(?:\d{12}|\d{10})(?!\d)"),
    Scheme.OGRN: re.compile(r"(?<!\d)(?:\d{15}|\d{13})(?!\d)"),
    Scheme.IMO: re.compile(r"(?<!\d)\d{7}(?!\d)"),
    Scheme.MMSI: re.compile(r"(?<!\d)\d{9}(?!\d)"),
    Scheme.BIC: re.compile(r"\b[A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?\b"),
}
_INN_WEIGHTS = (3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8)
_LABELS = (
    ("INN", Scheme.INN),
    ("OGRN", Scheme.OGRN),
    ("USCC", Scheme.USCC),
    ("LEI", Scheme.LEI),
)
_EXPIRES = re.compile(
    r"(?:expir\w*|valid until)(?: on)?:? (\d{1,2}[. ]\w+\.?[. ]\d{4})", re.IGNORECASE
)
_ISSUED = re.compile(r"issued(?: on)?:? (\d{1,2}[. ]\w+\.?[. ]\d{4})", re.IGNORECASE)


def read_number(
    scheme: Scheme, text: str, heading: str, origin: Origin, *, russian: bool = False
) -> Iterator[Identifier]:
    """The number of a cell in its scheme, and others that the cell names after it.

    A cell of registration numbers may say itself that the number is a taxpayer's. Of a `russian`
    party a number with the length and the check digits of an INN or OGRN is one.
    """
    bracket = _BRACKET.search(text)
    country = bracket.group(1) if bracket and bracket.group(1) in load_countries() else ""
    label = bracket.group(1) if bracket and not country else heading
    plain = _BRACKET.sub(" ", text).strip(" ,;")
    if scheme in _LENGTHS:
        found = _LENGTHS[scheme].search(plain)
        yield from _read_in_scheme(scheme, found, plain, heading, origin)
        return
    said = next((s for word, s in _LABELS if bracket and word in label), scheme)
    if said in _LENGTHS and not _LENGTHS[said].search(plain):
        said = scheme
    if russian and said in (Scheme.REGISTRATION, Scheme.TAX_ID):
        said = find_russian_scheme(plain) or said
    if any(c.isdigit() for c in plain) or (plain.isalnum() and scheme is Scheme.TICKER):
        yield Identifier(said, plain, _raw(origin, text, plain), label=label, country=country)


def find_russian_scheme(digits: str) -> Scheme | None:
    """INN or OGRN where length and check digits are those of one, else `None`.

    Sources: Order of the Federal Tax Service MMV-7-6/435 of 2012 (INN) and Resolution 438 of
    2002 of the Government of the Russian Federation (OGRN).

    >>> str(find_russian_scheme("7707083893")), str(find_russian_scheme("1027700132195"))
    ('inn', 'ogrn')
    """
    if not (digits.isascii() and digits.isdecimal()):
        return None
    if len(digits) in (13, 15):
        check = int(digits[:-1]) % (len(digits) - 2) % 10
        return Scheme.OGRN if check == int(digits[-1]) else None
    if len(digits) not in (10, 12):
        return None
    for length in range(10 if len(digits) == 10 else 11, len(digits) + 1):
        weights = _INN_WEIGHTS[-(length - 1) :]
        total = sum(w * int(d) for w, d in zip(weights, digits, strict=False))
        if total % 11 % 10 != int(digits[length - 1]):
            return None
    return Scheme.INN


def read_document(scheme: Scheme, text: str, heading: str, origin: Origin) -> Identifier | None:
    """The number of a passport or identity paper, `None` where the text holds none."""
    bracket = _BRACKET.search(text)
    note = bracket.group(1) if bracket else text.partition(",")[2].strip()
    value = find_number(_BRACKET.sub(" ", text).strip(" ,;"))
    if not value:
        return None
    expires, issued = _EXPIRES.search(text), _ISSUED.search(text)
    return Identifier(
        scheme,
        value,
        _raw(origin, text, value),
        label=heading,
        country=find_issuer(note),
        issued=parse_date(issued.group(1)) if issued else None,
        expires=parse_date(expires.group(1)) if expires else None,
        note=note,
    )


def _read_in_scheme(
    scheme: Scheme, found: re.Match[str] | None, plain: str, heading: str, origin: Origin
) -> Iterator[Identifier]:
    if found is None:
        if any(c.isdigit() for c in plain):
            yield Identifier(Scheme.OTHER, plain, origin, label=heading)
        return
    yield Identifier(scheme, found.group(), _raw(origin, plain, found.group()), label=heading)
    rest = plain[found.end() :]
    for other in read_business_numbers(rest, origin):
        if other.scheme is not Scheme.REGISTRATION:
            yield other


def _raw(origin: Origin, text: str, value: str) -> Origin:
    return Origin(origin.source, origin.record, text if text != value else "")
