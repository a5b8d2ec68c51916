"""Which scheme a number as typed belongs to, and whether one party can bear two of it."""

from __future__ import annotations

import re

from ostraka.matching.identifiers import KnownIdentifier
from ostraka.model.identifier import Scheme
from ostraka.names import find_country, identifier_keys, is_valid_identifier

_LABELS = {
    Scheme.IMO: r"imo",
    Scheme.MMSI: r"mmsi",
    Scheme.LEI: r"lei",
    Scheme.INN: r"inn|инн",
    Scheme.OGRN: r"ogrn|огрн",
    Scheme.USCC: r"uscc|unified social credit code",
    Scheme.BIC: r"bic|swift",
    Scheme.PASSPORT: r"passport|pass\.? ?no",
}
_LABELLED = {
    scheme: re.compile(rf"^\s*(?:{words})\b", re.IGNORECASE) for scheme, words in _LABELS.items()
}
_SHAPES = {
    Scheme.LEI: re.compile(r"[0-9A-Z]{18}\d{2}"),
    Scheme.USCC: re.compile(r"(?=.*\d)[0-9A-HJ-NP-RT-UW-Y]{18}"),
    Scheme.OGRN: re.compile(r"\d{13}|\d{15}"),
    Scheme.INN: re.compile(r"\d{10}|\d{12}"),
    Scheme.IMO: re.compile(r"\d{7}"),
    Scheme.BIC: re.compile(r"[A-Z]{6}[0-9A-Z]{2}(?:[0-9A-Z]{3})?"),
}
_ISSUER = re.compile(r"\(([^()]+)\)\s*$")

ONE_TO_A_PARTY = frozenset({Scheme.LEI, Scheme.IMO, Scheme.INN, Scheme.OGRN, Scheme.USCC})
"""Schemes that give a party one number for its life: ISO 17442; IMO Res. A.1117(30); Federal Tax
Service Order MMV-7-6/435 (INN); Federal Law 129-FZ (OGRN); GB 32100-2015 (USCC)."""

FEW_TO_A_PARTY = frozenset({Scheme.BIC, Scheme.MMSI, Scheme.PASSPORT})
"""Schemes in which a party bears several numbers, at once or in turn: branches, flags, renewals."""


def find_differing(
    asked: str, listed: tuple[KnownIdentifier, ...]
) -> tuple[str, KnownIdentifier] | None:
    """The finding and the listed number where one of the same scheme is another, else `None`.

    Call it for a number that equals none of the party's. A scheme is known by its label, or by a
    shape whose check digits are right; a passport counts only beside the country that issued it.
    """
    schemes = {known.scheme for known in listed} & (ONE_TO_A_PARTY | FEW_TO_A_PARTY)
    scheme = next((one for one in sorted(schemes) if _is_of(asked, one)), None)
    if scheme is None:
        return None
    others = [known for known in listed if known.scheme is scheme]
    if scheme is Scheme.PASSPORT:
        others = [known for known in others if known.country and known.country == _issuer(asked)]
    if not others:
        return None
    row = "identifier_differs" if scheme in ONE_TO_A_PARTY else "identifier_renewed"
    return row, others[0]


def _is_of(asked: str, scheme: Scheme) -> bool:
    labelled = next((one for one, label in _LABELLED.items() if label.match(asked)), None)
    if labelled is not None or scheme not in _SHAPES:
        return labelled is scheme
    form = identifier_keys(asked, scheme)[-1:]
    return bool(form and _SHAPES[scheme].fullmatch(form[0]) and is_valid_identifier(asked, scheme))


def _issuer(asked: str) -> str:
    stated = _ISSUER.search(asked)
    return (find_country(stated.group(1)) or "") if stated else ""
