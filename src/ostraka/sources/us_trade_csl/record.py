"""One row of the Consolidated Screening List, as a party."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TypeVar

from ostraka.model.dates import PartialDate
from ostraka.model.datetext import parse_date
from ostraka.model.fact import Fact, StatedGender, Topic
from ostraka.model.identifier import Identifier, Scheme
from ostraka.model.name import Name, NameKind
from ostraka.model.origin import Origin
from ostraka.model.party import Party, PartyKind
from ostraka.model.place import Address, BirthPlace, CountryRole, CountryTie
from ostraka.model.relation import Relation, RelationKind
from ostraka.sources.ofac.names import split_person_name
from ostraka.sources.ofac.pieces import Dated, Established, Piece
from ostraka.sources.special import without_special_sentences
from ostraka.sources.us_trade_csl.labelled import make_value, split_ids
from ostraka.sources.us_trade_csl.listings import read_listings
from ostraka.sources.us_trade_csl.lists import find_list
from ostraka.sources.us_trade_csl.names import (
    Alias,
    NameCell,
    read_alias_cell,
    read_name_cell,
    repair,
)
from ostraka.sources.us_trade_csl.rows import Row

SOURCE = "us_trade_csl"
T = TypeVar("T")
_KINDS = {
    "individual": PartyKind.PERSON,
    "entity": PartyKind.ORGANISATION,
    "vessel": PartyKind.VESSEL,
    "aircraft": PartyKind.AIRCRAFT,
}
_FACTS = {
    "title": Topic.POSITION,
    "license_requirement": Topic.LICENCE_REQUIREMENT,
    "license_policy": Topic.LICENCE_POLICY,
    "vessel_type": Topic.VESSEL_TYPE,
    "gross_tonnage": Topic.TONNAGE,
    "gross_registered_tonnage": Topic.GROSS_TONNAGE,
    "vessel_owner": Topic.VESSEL_OWNER,
}
_COUNTRIES = {
    "nationalities": CountryRole.NATIONALITY,
    "citizenships": CountryRole.CITIZENSHIP,
    "vessel_flag": CountryRole.FLAG,
}


def read_name(row: Row) -> NameCell:
    """The name of a row; of a numbered row as OFAC has it, which packs nothing into one cell."""
    return NameCell(row["name"]) if row["entity_number"] else read_name_cell(row["name"])


def find_kind(row: Row, cell: NameCell) -> PartyKind | None:
    """What the party is, where the row or its name says so."""
    return _KINDS.get(row["type"].lower(), PartyKind.PERSON if cell.individual else None)


def read_party(row: Row, key: str, cell: NameCell) -> Party:
    """The party of one row, with the listings of that row alone."""
    kind = find_kind(row, cell)
    origin = Origin(SOURCE, key)
    pieces = [
        make_value(labelled, origin, person=kind is PartyKind.PERSON)
        for labelled in split_ids(row["ids"])
    ]
    dated = _only(Dated, pieces)
    return Party(
        id=f"{SOURCE}:{key}",
        source=SOURCE,
        kind=kind,
        names=tuple(_make_names(row, cell, kind, origin)),
        listings=read_listings(row, find_list(row["source"]), origin, dated, cell.clause),
        origin=origin,
        identifiers=(*_read_call_sign(row, origin), *_only(Identifier, pieces)),
        addresses=tuple(_read_address(part, origin) for part in row.parts("addresses")),
        countries=(*_read_countries(row, origin), *_only(CountryTie, pieces)),
        born=tuple(_read_births(row, origin)),
        birth_places=tuple(_read_places(row, origin)),
        genders=_only(StatedGender, pieces),
        established=tuple(piece.date for piece in _only(Established, pieces)),
        relations=tuple(_read_relations(row, cell, origin)),
        facts=(
            *_only(Fact, pieces),
            *_read_facts(row, origin, person=kind is PartyKind.PERSON),
        ),
    )


def _only(wanted: type[T], pieces: Sequence[Piece | Fact]) -> tuple[T, ...]:
    return tuple(piece for piece in pieces if isinstance(piece, wanted))


def _make_names(row: Row, cell: NameCell, kind: PartyKind | None, origin: Origin) -> Iterator[Name]:
    numbered = bool(row["entity_number"])
    if numbered:
        aliases: Sequence[Alias] = [Alias(t, NameKind.ALIAS) for t in row.parts("alt_names")]
    else:
        aliases = [*cell.aliases, *read_alias_cell(row.parts("alt_names"))]
    primary = Alias(cell.name, NameKind.PRIMARY)
    seen: set[str] = set()
    for alias in (primary, *aliases):
        if alias.text in seen:
            continue
        seen.add(alias.text)
        split = numbered and kind is PartyKind.PERSON
        family, given = split_person_name(alias.text) if split else ("", "")
        raw = row["name"] if alias is primary and row["name"] != alias.text else ""
        where = Origin(origin.source, origin.record, raw)
        yield Name(alias.text, alias.kind, where, given=given, family=family)


def _read_call_sign(row: Row, origin: Origin) -> Iterator[Identifier]:
    if row["call_sign"]:
        yield Identifier(Scheme.CALL_SIGN, row["call_sign"], origin, label="call_sign")


def _read_address(text: str, origin: Origin) -> Address:
    """An address that ends in an alpha-2 code, or is one; some of persons denied have none."""
    text = re.sub(r"^and\s+", "", text)
    last = text.rpartition(", ")[2]
    is_code = len(last) == 2 and last.isalpha() and last.isupper()
    return Address(repair(text), origin, country=last if is_code else "")


def _read_countries(row: Row, origin: Origin) -> Iterator[CountryTie]:
    for column, role in _COUNTRIES.items():
        for text in row.parts(column):
            yield CountryTie(text, role, origin)


def _read_births(row: Row, origin: Origin) -> Iterator[PartialDate]:
    for text in row.parts("dates_of_birth"):
        found = parse_date(text)
        if found:
            yield replace(found, origin=origin)


def _read_places(row: Row, origin: Origin) -> Iterator[BirthPlace]:
    for text in row.parts("places_of_birth"):
        yield BirthPlace(text, origin)


def _read_relations(row: Row, cell: NameCell, origin: Origin) -> Iterator[Relation]:
    if cell.parent:
        yield Relation(RelationKind.LINKED_TO, cell.parent, origin)
    for remark in row.parts("remarks"):
        if remark.startswith("(Linked To: ") and remark.endswith(")"):
            yield Relation(RelationKind.LINKED_TO, remark[len("(Linked To: ") : -1], origin)


def _read_facts(row: Row, origin: Origin, *, person: bool) -> Iterator[Fact]:
    for column, topic in _FACTS.items():
        if row[column]:
            yield Fact(topic, row[column], origin)
    remarks = "; ".join(r for r in row.parts("remarks") if not r.startswith("(Linked To: "))
    kept = without_special_sentences(remarks) if person else remarks
    if kept:
        yield Fact(Topic.REMARK, kept, origin)
    for column, text in row.new.items():
        yield Fact(Topic.REMARK, f"{column}: {text}", origin)
