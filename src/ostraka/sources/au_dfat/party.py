"""The rows of one party of the Australian list, as a party."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ostraka.model.dates import PartialDate
from ostraka.model.datetext import parse_date
from ostraka.model.fact import Fact, Topic
from ostraka.model.identifier import Identifier, Scheme
from ostraka.model.origin import Origin
from ostraka.model.party import Party, PartyKind
from ostraka.model.place import Address, BirthPlace, CountryRole, CountryTie
from ostraka.sources.au_dfat.listing import read_listings
from ostraka.sources.au_dfat.names import read_names
from ostraka.sources.au_dfat.prose import read_facts, read_numbers
from ostraka.sources.au_dfat.rows import Row
from ostraka.sources.lettered import split_lettered
from ostraka.sources.text import tidy

SOURCE = "au_dfat"
_KINDS = {
    "individual": PartyKind.PERSON,
    "entity": PartyKind.ORGANISATION,
    "vessel": PartyKind.VESSEL,
}
_COUNTRY_ROLES = {
    PartyKind.ORGANISATION: CountryRole.REGISTRATION,
    PartyKind.VESSEL: CountryRole.FLAG,
}
_ALTERNATIVES = re.compile(
    r"\s*(?:;|>>|\n|,\s*(?=\d{1,2}[/.]))\s*(?:(?:alt\.?(?:ernative)?|or)\s*)?"
)
_LABEL = re.compile(r"^(?:alt\.?\s*)?(?:DOB|POB|date of birth|citizenship)\s*:?\s*", re.IGNORECASE)
_CITIZENSHIPS = re.compile(
    r"\s*[;/,]\s*|\s+and\s+(?=(?:Ukrain|Russia|Uzbek|Lebanon|Egypt|Fiji|United))"
)
_SEVERAL_LINES = re.compile(r";\s*\n\s*|;\s+(?=[^;]{12})|\n\s*\n")


def make_party(party_id: str, rows: Sequence[Row], unknown: Counter[str]) -> Party:
    """The party that these rows describe; `unknown` counts what could not be understood."""
    origin = Origin(SOURCE, f"row {rows[0].number}")
    kind = _read_kind(rows, unknown)
    identifiers = (*_read_imo(rows, origin), *read_numbers(rows, origin))
    return Party(
        id=party_id,
        source=SOURCE,
        kind=kind,
        names=read_names(rows, person=kind is PartyKind.PERSON, unknown=unknown),
        listings=read_listings(rows, origin, unknown),
        origin=origin,
        identifiers=(
            Identifier(Scheme.LIST_REFERENCE, rows[0].reference, origin),
            *dict.fromkeys(identifiers),
        ),
        addresses=tuple(Address(text, origin) for text in _distinct(_read_addresses(rows))),
        countries=tuple(_read_countries(rows, kind, origin)),
        born=tuple(_read_births(rows, kind, origin, unknown)),
        birth_places=tuple(
            BirthPlace(text, origin) for text in _distinct(_read_pieces(rows, "birth_place"))
        ),
        facts=(
            *read_facts(rows, origin, person=kind is not PartyKind.ORGANISATION),
            *_read_odd_births(rows, origin),
        ),
    )


def _read_kind(rows: Sequence[Row], unknown: Counter[str]) -> PartyKind | None:
    """What the rows call the party; the more frequent word where they disagree."""
    words = Counter(row["type"].casefold() for row in rows if row["type"])
    if len(words) > 1:
        unknown["rows of one party are of different types; the more frequent one is taken"] += 1
    word = words.most_common(1)[0][0] if words else ""
    if word and word not in _KINDS:
        unknown[f"the type {word!r} is new; its parties are of no kind"] += 1
    imo = any(row["imo"] for row in rows)
    return _KINDS.get(word) or (PartyKind.VESSEL if imo and not word else None)


def _read_imo(rows: Sequence[Row], origin: Origin) -> Iterator[Identifier]:
    for text in _distinct(row["imo"] for row in rows):
        digits = re.sub(r"\D", "", text)
        if digits:
            yield Identifier(Scheme.IMO, digits, origin)


def _read_addresses(rows: Sequence[Row]) -> Iterator[str]:
    for text in dict.fromkeys(row["address"] for row in rows):
        for piece in split_lettered(text):
            yield from _SEVERAL_LINES.split(piece)


def _read_pieces(rows: Sequence[Row], field: str) -> Iterator[str]:
    for text in dict.fromkeys(row[field] for row in rows):
        for piece in split_lettered(text):
            yield from (_LABEL.sub("", part) for part in re.split(r"\s*;\s*", piece))


def _read_countries(
    rows: Sequence[Row], kind: PartyKind | None, origin: Origin
) -> Iterator[CountryTie]:
    role = _COUNTRY_ROLES.get(kind, CountryRole.CITIZENSHIP) if kind else CountryRole.CITIZENSHIP
    pieces = (p for text in _read_pieces(rows, "citizenship") for p in _CITIZENSHIPS.split(text))
    # "Indonesian (as at Dec. 2003)": the bracket is about the citizenship, not part of its name.
    for text in _distinct(re.sub(r"\s*\([^()]*\)?", "", piece) for piece in pieces):
        yield CountryTie(text, role, origin)


def _read_births(
    rows: Sequence[Row], kind: PartyKind | None, origin: Origin, unknown: Counter[str]
) -> Iterator[PartialDate]:
    if kind is PartyKind.ORGANISATION:
        return
    for piece in _iter_births(rows):
        found = _find_birth(piece)
        if found:
            yield replace(found, origin=origin)
        else:
            unknown["a date of birth is not understood; it is kept as a remark"] += 1


def _read_odd_births(rows: Sequence[Row], origin: Origin) -> Iterator[Fact]:
    for piece in _iter_births(rows):
        if not _find_birth(piece):
            yield Fact(Topic.REMARK, f"Date of birth: {piece}", origin)


def _iter_births(rows: Sequence[Row]) -> Iterator[str]:
    yield from _distinct(
        part
        for text in dict.fromkeys(row["born"] for row in rows)
        for lettered in split_lettered(text)
        for part in _ALTERNATIVES.split(lettered)
    )


def _find_birth(piece: str) -> PartialDate | None:
    plain = _LABEL.sub("", piece).replace("approximately:", "approximately")
    mended = re.sub(r"^(\d{1,2}/\d\d)(\d{4})$", r"\1/\2", plain)
    return parse_date(re.sub(r"^(\d{1,3}),(\d{1,3})$", r"\1\2", mended))


def _distinct(texts: Iterator[str] | Sequence[str]) -> dict[str, None]:
    tidied = (tidy(text).strip(" ;,") for text in texts)
    return dict.fromkeys(text for text in tidied if any(c.isalnum() for c in text))
