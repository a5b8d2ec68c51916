"""The table `targets.simple.csv`: one target a row, several values in a cell."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace

from ostraka.model.dates import PartialDate
from ostraka.model.datetext import parse_date
from ostraka.model.errors import SourceRefused
from ostraka.model.fact import Fact, Topic
from ostraka.model.identifier import Identifier, Scheme
from ostraka.model.listing import Listing
from ostraka.model.name import Name, NameKind
from ostraka.model.origin import Origin
from ostraka.model.party import Party, PartyKind
from ostraka.model.place import Address, CountryRole, CountryTie
from ostraka.sources.opensanctions.entities import KINDS
from ostraka.sources.opensanctions.listing import EXPOSED, SOURCE, find_class
from ostraka.sources.packed_names import is_latin
from ostraka.sources.reading import InputFile, ParsedList
from ostraka.sources.special import is_special_field, without_special_sentences
from ostraka.sources.text import read_csv_rows, tidy

_NEEDED = frozenset({"id", "schema", "name", "dataset"})
_READ = frozenset(
    {
        *_NEEDED,
        *("aliases", "birth_date", "countries", "addresses", "identifiers", "sanctions"),
        *("phones", "emails", "program_ids", "first_seen", "last_seen", "last_change"),
    }
)
_OMITTED = ("listings.acts", "birth_places", "relations", "genders", "facts:position")
_IMO = re.compile(r"^IMO\s?(\d{7})$")
_LEI = re.compile(r"^[A-Z0-9]{18}\d\d$")
_OFFICES = re.compile(r"\bpeps?\b|politically", re.IGNORECASE)
_Row = Mapping[str, str]


def read_targets(file: InputFile) -> ParsedList:
    """The targets of the table.

    Raises:
        SourceRefused: not that table, or a row that is not of its width.
    """
    rows = read_csv_rows(file)
    header = next(rows, None)
    names = [cell.strip().lower() for cell in header.cells] if header else []
    if not set(names) >= _NEEDED:
        raise SourceRefused(
            "this is neither a FollowTheMoney file nor the table targets.simple.csv",
            where=file.name,
            remedy="Import entities.ftm.json or targets.simple.csv of one dataset.",
        )
    unknown: Counter[str] = Counter()
    found = [_check_row(file, names, row.line, row.cells) for row in rows]
    parties = tuple(_make_party(row, unknown) for row in found if row["id"] and row["name"])
    for name in set(names) - _READ:
        how = "left out: no reader keeps such data" if is_special_field(name) else "new; left out"
        unknown[f"column {name!r} is {how}"] += 1
    return ParsedList(
        parties=parties,
        published=None,
        tallies={"records": len(found), "records without a name": len(found) - len(parties)},
        warnings=tuple(f"{what} ({count})" for what, count in sorted(unknown.items())),
        omits=_OMITTED,
    )


def _check_row(file: InputFile, names: list[str], line: int, cells: list[str]) -> _Row:
    if len(cells) != len(names):
        raise SourceRefused(
            f"line {line} has {len(cells)} columns, not {len(names)}",
            where=file.name,
            remedy="Download the table again; it may be cut short.",
        )
    return dict(zip(names, cells, strict=True))


def _make_party(row: _Row, unknown: Counter[str]) -> Party:
    origin = Origin(SOURCE, row["id"])
    kind = KINDS.get(row["schema"])
    if row["schema"] not in KINDS:
        unknown[f"the schema {row['schema']!r} is new; its targets are of no kind"] += 1
    return Party(
        id=f"{SOURCE}:{row['id']}",
        source=SOURCE,
        kind=kind,
        names=tuple(_read_names(row, origin)),
        listings=tuple(_read_listings(row, origin, unknown)),
        origin=origin,
        identifiers=tuple(_read_identifiers(row, kind, origin)),
        addresses=tuple(Address(text, origin) for text in _values(row, "addresses")),
        countries=tuple(
            # The table does not say how a party is tied to a country: by flag, birth or seat.
            CountryTie(code, CountryRole.RESIDENCE, origin)
            for code in _values(row, "countries")
        ),
        born=tuple(_read_births(row, origin)),
        facts=tuple(_read_facts(row, kind, origin)),
    )


def _values(row: _Row, column: str) -> tuple[str, ...]:
    """The values of a cell: quoted again inside it where they hold a semicolon."""
    cell = row.get(column, "").strip()
    try:
        parts = next(csv.reader([cell.replace("\n", " ")], delimiter=";", strict=True), [])
    except csv.Error:
        parts = cell.split(";")
    return tuple(dict.fromkeys(text for part in parts if (text := tidy(part))))


def _read_names(row: _Row, origin: Origin) -> Iterator[Name]:
    yield Name(tidy(row["name"]), NameKind.PRIMARY, origin)
    for text in _values(row, "aliases"):
        kind = NameKind.ALIAS if is_latin(text) else NameKind.ORIGINAL_SCRIPT
        if text != tidy(row["name"]) and any(c.isalnum() for c in text):
            yield Name(text, kind, origin)


def _read_listings(row: _Row, origin: Origin, unknown: Counter[str]) -> Iterator[Listing]:
    datasets = _values(row, "dataset")
    stated = _values(row, "program_ids")
    exposed = not stated and any(
        re.search(r"\bpeps?\b|politically", d, re.IGNORECASE) for d in datasets
    )
    for programme in stated or ((EXPOSED,) if exposed else ("",)):
        yield Listing(
            list=SOURCE,
            authority=", ".join(datasets) or "OpenSanctions",
            listing_class=find_class((), datasets, unknown),
            origin=origin,
            programme=programme,
        )


def _read_identifiers(row: _Row, kind: PartyKind | None, origin: Origin) -> Iterator[Identifier]:
    russian = "ru" in _values(row, "countries")
    for text in _values(row, "identifiers"):
        imo = _IMO.match(text)
        yield Identifier(_find_scheme(text, kind, russian=russian), imo[1] if imo else text, origin)


def _find_scheme(text: str, kind: PartyKind | None, *, russian: bool) -> Scheme:
    """The scheme by the form of the number: the table states none."""
    if _IMO.match(text):
        return Scheme.IMO
    if _LEI.match(text):
        return Scheme.LEI
    if russian and text.isdecimal() and kind is not PartyKind.VESSEL:
        by_length = {10: Scheme.INN, 12: Scheme.INN, 13: Scheme.OGRN, 15: Scheme.OGRN}
        return by_length.get(len(text), Scheme.OTHER)
    return Scheme.OTHER


def _read_births(row: _Row, origin: Origin) -> Iterator[PartialDate]:
    for text in _values(row, "birth_date"):
        found = parse_date(text)
        if found:
            yield replace(found, origin=origin)


def _read_facts(row: _Row, kind: PartyKind | None, origin: Origin) -> Iterator[Fact]:
    for text in _values(row, "sanctions"):
        kept = without_special_sentences(text) if kind in {PartyKind.PERSON, None} else text
        if kept.strip('" '):
            yield Fact(Topic.REASON, kept, origin)
    yield from (Fact(Topic.PHONE, text, origin) for text in _values(row, "phones"))
    yield from (Fact(Topic.EMAIL, text, origin) for text in _values(row, "emails"))
