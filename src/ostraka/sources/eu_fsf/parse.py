"""The parser of `eu_fsf`: the consolidated list in XML 1.1 or CSV 1.1."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

from ostraka.model.errors import SourceRefused
from ostraka.model.party import Party
from ostraka.sources.dating import find_day
from ostraka.sources.entry import Entry
from ostraka.sources.eu_fsf.csv_file import CsvFile
from ostraka.sources.eu_fsf.entity import SOURCE, fill_entry, make_entry
from ostraka.sources.eu_fsf.node import ENTITY, Record
from ostraka.sources.eu_fsf.xml_file import NAMESPACES, iter_xml
from ostraka.sources.reading import InputFile, ParsedList
from ostraka.sources.xmlstream import count_start_tags, read_root


def parse(files: Sequence[InputFile]) -> ParsedList:
    """The parties of one file, whose shape is told by its content; `published` is its own day.

    Records are entities; those of one EU reference number are one party.

    Raises:
        SourceRefused: not exactly one file, another file, one that is cut, or an entity without
            any id.
    """
    if len(files) != 1:
        raise SourceRefused(
            f"the list is one file, and here are {len(files)}",
            where=", ".join(file.name for file in files),
            remedy="Import the XML or the CSV alone.",
        )
    is_xml = files[0].data[:256].removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"<")
    return _parse_xml(files[0]) if is_xml else _parse_csv(files[0])


def _parse_xml(file: InputFile) -> ParsedList:
    odd: Counter[str] = Counter()
    root = read_root(file)
    if root.namespace not in NAMESPACES:
        odd[f"the namespace {root.namespace!r} is new; the file is read as usual"] += 1
    tallies: Counter[str] = Counter()
    parties = _make_parties(file, iter_xml(file, odd), tallies, odd)
    published = find_day(root.attributes.get("generationDate", ""))
    return _finish(parties, published, count_start_tags(file.data, ENTITY), tallies, odd)


def _parse_csv(file: InputFile) -> ParsedList:
    odd: Counter[str] = Counter()
    tallies: Counter[str] = Counter()
    source = CsvFile(file, odd)
    parties = _make_parties(file, source.iter_records(), tallies, odd)
    tallies["rows"] = source.rows
    return _finish(parties, source.published, None, tallies, odd)


def _make_parties(
    file: InputFile, records: Iterable[Record], tallies: Counter[str], odd: Counter[str]
) -> tuple[Party, ...]:
    entries: dict[str, Entry] = {}
    for record in records:
        tallies["records"] += 1
        if not record.key:
            raise _refused(file, "an entity has neither a reference number nor a logical id")
        if not record.entity["euReferenceNumber"]:
            tallies["records without an EU reference number"] += 1
        if record.key not in entries:
            entries[record.key] = make_entry(record, odd)
        fill_entry(entries[record.key], record, odd)
    if not entries:
        raise _refused(file, "the file holds no entity")
    unnamed = sum(not entry.names for entry in entries.values())
    if unnamed:
        tallies["parties without a name"] = unnamed
    return tuple(entry.make_party() for entry in entries.values() if entry.names)


def _finish(
    parties: tuple[Party, ...],
    published: date | None,
    counted: int | None,
    tallies: Counter[str],
    odd: Counter[str],
) -> ParsedList:
    return ParsedList(
        parties=parties,
        published=published,
        counted=counted,
        tallies=dict(tallies),
        warnings=tuple(f"{what} ({count})" for what, count in sorted(odd.items())),
    )


def _refused(file: InputFile, problem: str) -> SourceRefused:
    return SourceRefused(
        problem,
        where=file.name,
        remedy=f"Check that this is the list of {SOURCE}, and download it again.",
    )
