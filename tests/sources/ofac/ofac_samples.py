"""Small files in OFAC's four shapes, with parties that do not exist."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ostraka.model.party import Party
from ostraka.sources.reading import InputFile, ParsedList
from ostraka.sources.us_ofac_cons.parse import parse as parse_cons
from ostraka.sources.us_ofac_sdn.parse import parse as parse_sdn

END = "\x1a"
NONE = "-0- "
PARSERS = {"us_ofac_sdn": parse_sdn, "us_ofac_cons": parse_cons}


@dataclass(frozen=True)
class Row:
    """One row of sdn.csv; what is not given is OFAC's null."""

    uid: str = "101"
    name: str = "WIDGET WORKS"
    kind: str = NONE
    programmes: str = "SDGT"
    title: str = NONE
    remarks: str = NONE
    vessel: tuple[str, str, str, str, str, str] = (NONE,) * 6

    @property
    def text(self) -> str:
        cells = (self.name, self.kind, self.programmes, self.title, *self.vessel, self.remarks)
        return ",".join((self.uid, *(_cell(cell) for cell in cells)))


def _cell(text: str) -> str:
    return text if text == NONE else f'"{text}"'


def table(name: str, *lines: str, end: str = END) -> InputFile:
    """A file of the CSV set as OFAC writes it: CRLF, and 0x1A at the end."""
    return InputFile(name, ("".join(f"{line}\r\n" for line in lines) + end).encode())


def primary(*rows: Row, name: str = "sdn.csv") -> InputFile:
    """A file of entries."""
    return table(name, *(row.text for row in rows))


def read(key: str, *files: InputFile) -> ParsedList:
    """The list in the files."""
    return PARSERS[key](files)


def read_party(row: Row, key: str = "us_ofac_sdn", *more: InputFile) -> Party:
    """The party of one row."""
    (party,) = read(key, primary(row), *more).parties
    return party


def read_remarks(remarks: str, kind: str = "individual", key: str = "us_ofac_sdn") -> Party:
    """The party of an entry with these remarks."""
    return read_party(Row(name="DOE, Jane", kind=kind, remarks=remarks), key)


LEGACY_NAMESPACE = "http://tempuri.org/sdnList.xsd"
NEW_LEGACY_NAMESPACE = (
    "https://sanctionslistservice.ofac.treas.gov/api/PublicationPreview/exports/XML"
)


def legacy_xml(
    *entries: str, namespace: str = LEGACY_NAMESPACE, count: int | None = None
) -> InputFile:
    """A legacy XML file of 2 January 2031."""
    stated = len(entries) if count is None else count
    text = (
        f'<?xml version="1.0"?><sdnList xmlns="{namespace}"><publshInformation>'
        f"<Publish_Date>01/02/2031</Publish_Date><Record_Count>{stated}</Record_Count>"
        f"</publshInformation>{''.join(entries)}</sdnList>"
    )
    return InputFile("list.xml", text.encode())


def entry(uid: str = "101", programmes: Sequence[str] = ("SDGT",), inside: str = "") -> str:
    """An entry of the legacy XML: an organisation with the parts given."""
    tags = "".join(f"<program>{p}</program>" for p in programmes)
    return (
        f"<sdnEntry><uid>{uid}</uid><lastName>WIDGET WORKS {uid}</lastName>"
        f"<sdnType>Entity</sdnType><programList>{tags}</programList>{inside}</sdnEntry>"
    )
