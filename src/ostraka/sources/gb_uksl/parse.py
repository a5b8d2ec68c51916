"""The parser of `gb_uksl`: the UK Sanctions List in XML or CSV."""

from __future__ import annotations

from collections.abc import Sequence

from ostraka.model.errors import SourceRefused
from ostraka.sources.gb.gathering import Gathering
from ostraka.sources.gb_uksl.csv_file import CsvFile
from ostraka.sources.gb_uksl.xml_file import RECORD, XmlFile
from ostraka.sources.reading import InputFile, ParsedList
from ostraka.sources.xmlstream import count_start_tags

SOURCE = "gb_uksl"


def parse(files: Sequence[InputFile]) -> ParsedList:
    """The parties of one file, whose shape is told by its content.

    Records are designations in the XML, rows in the CSV.

    Raises:
        SourceRefused: not exactly one file, another file, or one that is cut.
    """
    if len(files) != 1:
        raise SourceRefused(
            f"the UK Sanctions List is one file, and here are {len(files)}",
            where=", ".join(file.name for file in files),
            remedy="Import the XML or the CSV alone.",
        )
    is_xml = files[0].data[:256].removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"<")
    parsed = _parse_xml(files[0]) if is_xml else _parse_csv(files[0])
    if not parsed.parties:
        raise SourceRefused(
            "the file holds no designation",
            where=files[0].name,
            remedy="Check that this is the UK Sanctions List, and download it again.",
        )
    return parsed


def _parse_xml(file: InputFile) -> ParsedList:
    source, gathering = XmlFile(file), Gathering(SOURCE)
    for key, rows in source.iter_designations():
        gathering.tallies["records"] += 1
        gathering.take(key, rows)
    counted = count_start_tags(file.data, RECORD)
    return _make(source, gathering, counted)


def _parse_csv(file: InputFile) -> ParsedList:
    source, gathering = CsvFile(file), Gathering(SOURCE)
    for row in source.iter_rows():
        gathering.tallies["records"] += 1
        gathering.take(row["unique_id"].strip(), [row])
    return _make(source, gathering, None)


def _make(source: XmlFile | CsvFile, gathering: Gathering, counted: int | None) -> ParsedList:
    parties = gathering.finish(source.published)
    return ParsedList(
        parties=parties,
        published=source.published,
        counted=counted,
        tallies=dict(gathering.tallies),
        warnings=(*source.warnings, *gathering.warnings()),
    )
