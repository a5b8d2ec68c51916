"""Business registration numbers: one free text, several schemes, sometimes no space between."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ostraka.model.identifier import Identifier, Scheme
from ostraka.model.origin import Origin

_PATTERNS: tuple[tuple[Scheme, str, re.Pattern[str]], ...] = tuple(
    (scheme, label, re.compile(pattern, re.IGNORECASE))
    for scheme, label, pattern in (
        (Scheme.OGRN, "OGRN", r"(?:\b|(?<=\d))OGRN(?:IP)?\W{0,4}(\d{15}|\d{13})(?!\d)"),
        (Scheme.OGRN, "OGRN", r"(?<!\d)(\d{15}|\d{13})\W{1,4}(?:Russia\w* )?OGRN"),
        (Scheme.INN, "INN", r"(?:\b|(?<=\d))INN\W{0,4}(\d{12}|\d{10})(?!\d)"),
        (Scheme.INN, "INN", r"(?<!\d)(\d{12}|\d{10})\W{1,4}(?:Russia\w* )?INN\b"),
        (Scheme.LEI, "LEI", r"\bLEI\W{0,4}([A-Z0-9]{18}\d\d)\b"),
        (Scheme.USCC, "USCC", r"(?<![A-Z0-9])([159Y][1239]\d{6}[0-9A-Z]{10})(?![A-Z0-9])"),
        (
            Scheme.BIC,
            "SWIFT/BIC",
            r"\b(?:SWIFT|BIC)(?:/BIC)?(?: code)?\W{0,4}([A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?)\b",
        ),
        (Scheme.OTHER, "KPP", r"(?:\b|(?<=\d))KPP\W{0,4}(\d{9})(?!\d)"),
        (Scheme.OTHER, "BIK", r"(?:\b|(?<=\d))BIK\W{0,4}(\d{9})(?!\d)"),
        (Scheme.OTHER, "OKPO", r"(?:\b|(?<=\d))OKPO\W{0,4}(\d{8}(?:\d\d)?)(?!\d)"),
        (Scheme.OTHER, "Orbis ID", r"\bOrbis ID\W{0,4}([A-Z0-9]{5,16})\b"),
        (
            Scheme.TAX_ID,
            "tax number",
            r"\b(?:TIN|Tax(?:payer)?(?: Identification)?(?: number| no| id)?)\W{1,5}"
            r"([A-Z0-9-]*\d[A-Z0-9-]{4,})",
        ),
        (
            Scheme.REGISTRATION,
            "registration number",
            r"\b(?:Registration|Reg(?:istered)?|Company|Commercial Register|Licen[cs]e|National ID)"
            r"\.?(?: number| no| num)?\W{1,5}([A-Z0-9/-]*\d[A-Z0-9/-]{2,})",
        ),
    )
)
_BARE = re.compile(r"(?=[\w/.-]*\d)[\w/.-]{4,}")


def read_business_numbers(text: str, origin: Origin) -> Iterator[Identifier]:
    """Every number of a cell with its scheme; what no scheme explains is a registration number.

    >>> [(str(i.scheme), i.value) for i in
    ...  read_business_numbers("INN: 7720603527OGRN: 1077764566373", Origin("x", "1"))]
    [('ogrn', '1077764566373'), ('inn', '7720603527')]
    """
    rest = text
    where = Origin(origin.source, origin.record, text)
    for scheme, label, pattern in _PATTERNS:
        while found := pattern.search(rest):
            yield Identifier(scheme, found.group(1), where, label=label)
            rest = rest[: found.start()] + " ; " + rest[found.end() :]
    for part in re.split(r"[;,]|\s{2,}|\(\d+\)", rest):
        for word in _BARE.findall(part):
            yield Identifier(Scheme.REGISTRATION, word.strip(".-/"), where, label="number")
