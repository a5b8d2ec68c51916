"""A list of the user's own, from a table to parties."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from ostraka.model.dates import PartialDate, Precision
from ostraka.model.datetext import parse_date
from ostraka.model.errors import SourceRefused
from ostraka.model.fact import Fact, Topic
from ostraka.model.identifier import Identifier, Scheme
from ostraka.model.listing import Act, ActKind, Listing, ListingClass
from ostraka.model.name import Name, NameKind
from ostraka.model.origin import Origin
from ostraka.model.party import Party, PartyKind
from ostraka.model.place import Address, CountryRole, CountryTie
from ostraka.sources.custom.sheet import Cell, Sheet, load_table, read_sheet
from ostraka.sources.keys import Unnumbered, derive_keys
from ostraka.sources.packed_names import is_latin
from ostraka.sources.reading import InputFile, ParsedList

SOURCE = "custom"
_AUTHORITY = "The user's own list"
_ROLES = {
    PartyKind.ORGANISATION: CountryRole.REGISTRATION,
    PartyKind.VESSEL: CountryRole.FLAG,
    PartyKind.AIRCRAFT: CountryRole.FLAG,
}


@dataclass(slots=True)
class _Record:
    """One row, and the fields of it that could not be understood."""

    number: int
    cells: tuple[Cell, ...]
    odd: list[str] = field(default_factory=list)

    def texts(self, name: str) -> list[str]:
        return [part for cell in self.of(name) for part in _split(cell.text)]

    def of(self, name: str) -> list[Cell]:
        return [cell for cell in self.cells if cell.column.field == name]

    def first(self, name: str) -> str:
        return next((cell.text for cell in self.of(name)), "")


def parse(files: Sequence[InputFile]) -> ParsedList:
    """The parties of a user's table; a row that cannot be used is named, and the others are kept.

    Raises:
        SourceRefused: not exactly one file, not a table with a name column, or no usable row.
    """
    if len(files) != 1:
        raise SourceRefused(
            f"a list of your own is one table, and here are {len(files)} files",
            where=", ".join(file.name for file in files),
            remedy="Put all parties into one CSV or xlsx table.",
        )
    sheet = read_sheet(files[0])
    warnings = list(sheet.warnings)
    parties = tuple(_read_parties(sheet, warnings))
    if not parties:
        raise SourceRefused(
            "no row of the table can be used",
            where=files[0].name,
            remedy="\n".join(warnings[:5]) or "Add at least one row with a name.",
        )
    return ParsedList(
        parties=parties,
        published=None,
        tallies={"records": len(sheet.rows), "rows left out": len(sheet.rows) - len(parties)},
        warnings=tuple(warnings),
    )


def _read_parties(sheet: Sheet, warnings: list[str]) -> Iterator[Party]:
    records = list(_named(sheet, warnings))
    unnumbered = [record for record in records if not record.first("id")]
    derived = dict(
        zip(
            (record.number for record in unnumbered),
            derive_keys([_make_basis(record) for record in unnumbered]),
            strict=True,
        )
    )
    seen: dict[str, int] = {}
    for record in records:
        key = record.first("id") or derived[record.number]
        if key in seen:
            warnings.append(f"row {record.number} has the id of row {seen[key]}; it is left out")
            continue
        seen[key] = record.number
        yield _make_party(record, key)
        warnings.extend(f"row {record.number}: {problem}" for problem in record.odd)


def _named(sheet: Sheet, warnings: list[str]) -> Iterator[_Record]:
    for number, cells in sheet.rows:
        record = _Record(number, cells)
        if any(c.isalnum() for c in record.first("name")):
            yield record
        else:
            warnings.append(f"row {number} has no name; it is left out")


def _make_basis(record: _Record) -> Unnumbered:
    return Unnumbered(
        SOURCE,
        record.first("kind").lower(),
        record.first("name"),
        record.first("listed_on"),
        record.first("programme"),
        record.first("born") + record.first("address"),
    )


def _make_party(record: _Record, key: str) -> Party:
    origin = Origin(SOURCE, f"row {record.number}")
    kind = _read_kind(record)
    return Party(
        id=f"{SOURCE}:{key}",
        source=SOURCE,
        kind=kind,
        names=tuple(_make_names(record, origin)),
        listings=tuple(_make_listings(record, origin)),
        origin=origin,
        identifiers=tuple(_make_identifiers(record, origin)),
        addresses=tuple(Address(cell.text, origin) for cell in record.of("address")),
        countries=tuple(_make_countries(record, kind, origin)),
        born=tuple(_read_dates(record, "born", origin)),
        facts=tuple(_make_facts(record, origin)),
    )


def _read_kind(record: _Record) -> PartyKind | None:
    word = record.first("kind").lower()
    row = load_table("kinds.csv").get(word)
    if row is None and word:
        record.odd.append("its kind is not understood; it is screened as any kind")
    return PartyKind(row["kind"]) if row and row["kind"] else None


def _make_names(record: _Record, origin: Origin) -> Iterator[Name]:
    primary = record.first("name")
    yield Name(primary, NameKind.PRIMARY, origin)
    seen = {primary}
    kinds = {"alias": NameKind.ALIAS, "weak_alias": NameKind.WEAK_ALIAS}
    for column, kind in kinds.items():
        for text in record.texts(column):
            if text in seen or not any(c.isalnum() for c in text):
                continue
            seen.add(text)
            native = kind is NameKind.ALIAS and not is_latin(text)
            yield Name(text, NameKind.ORIGINAL_SCRIPT if native else kind, origin)


def _make_listings(record: _Record, origin: Origin) -> Iterator[Listing]:
    days = [d for d in _read_dates(record, "listed_on", origin) if d.precision is Precision.DAY]
    acts = tuple(Act(ActKind.DESIGNATE, origin, on=day.first) for day in days)
    for programme in record.texts("programme") or [""]:
        yield Listing(
            list=SOURCE,
            authority=_AUTHORITY,
            listing_class=_read_class(record),
            origin=origin,
            programme=programme,
            acts=acts,
        )


def _read_class(record: _Record) -> ListingClass:
    word = record.first("class").lower().replace(" ", "_")
    if not word:
        return ListingClass.STATUS
    if word in set(ListingClass):
        return ListingClass(word)
    problem = "its class is not understood; it is read as status"
    if problem not in record.odd:
        record.odd.append(problem)
    return ListingClass.STATUS


def _make_identifiers(record: _Record, origin: Origin) -> Iterator[Identifier]:
    for cell in record.of("identifier"):
        for value in _split(cell.text):
            yield Identifier(Scheme(cell.column.role), value, origin, label=cell.column.heading)


def _make_countries(
    record: _Record, kind: PartyKind | None, origin: Origin
) -> Iterator[CountryTie]:
    usual = _ROLES.get(kind, CountryRole.RESIDENCE) if kind else CountryRole.RESIDENCE
    for cell in record.of("country"):
        role = CountryRole(cell.column.role) if cell.column.role else usual
        for country in _split(cell.text):
            yield CountryTie(country, role, origin)


def _read_dates(record: _Record, name: str, origin: Origin) -> Iterator[PartialDate]:
    for text in record.texts(name):
        found = parse_date(text)
        if found:
            yield replace(found, origin=origin)
        else:
            record.odd.append(f"its {name} is not a date; the row is kept without it")


def _make_facts(record: _Record, origin: Origin) -> Iterator[Fact]:
    for cell in record.of("reason"):
        yield Fact(Topic.REASON, cell.text, origin)
    for cell in record.of(""):
        if cell.column.heading:
            yield Fact(Topic.REMARK, f"{cell.column.heading}: {cell.text}", origin)


def _split(text: str) -> list[str]:
    return [part for part in map(str.strip, text.split(";")) if part]
