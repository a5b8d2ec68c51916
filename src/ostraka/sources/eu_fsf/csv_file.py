"""The CSV 1.1 of the Financial Sanctions Files: a row for each part of an entity."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from ostraka.model.errors import SourceRefused
from ostraka.sources.dating import find_day
from ostraka.sources.eu_fsf import node
from ostraka.sources.eu_fsf.node import Node, Record
from ostraka.sources.eu_fsf.xml_file import load_attributes
from ostraka.sources.gb.texts import find_uk_day
from ostraka.sources.reading import InputFile
from ostraka.sources.special import is_special_field
from ostraka.sources.text import read_csv_rows, tidy

_PREFIXES = {
    "Entity_SubjectType_": node.SUBJECT,
    "Entity_Regulation_": node.REGULATION,
    "Entity_": node.ENTITY,
    "NameAlias_": node.NAME,
    "Address_": node.ADDRESS,
    "BirthDate_": node.BIRTH,
    "Identification_": node.IDENTIFICATION,
    "Citizenship_": node.CITIZENSHIP,
}
_ACT = "Regulation_"
_NAMES = {
    "EU_ReferenceNumber": "euReferenceNumber",
    "Day": "dayOfMonth",
    "Month": "monthOfYear",
    "BirthDate": "birthdate",
    "IssuedDate": "issueDate",
    "TypeCode": "identificationTypeCode",
    "TypeDescription": "identificationTypeDescription",
    "Type": "regulationType",
}
_MANDATORY = (
    *("Entity_LogicalId", "Entity_EU_ReferenceNumber", "Entity_Regulation_Programme"),
    *("NameAlias_WholeName", "BirthDate_Year", "Identification_Number"),
)
_DATE = "fileGenerationDate"


@dataclass(frozen=True, slots=True)
class _Column:
    tag: str
    name: str
    act: bool = False


@dataclass(slots=True)
class CsvFile:
    """One CSV file while it is read: its rows, the day it states, what was new."""

    file: InputFile
    odd: Counter[str]
    published: date | None = None
    rows: int = 0
    _columns: list[_Column | None] = field(default_factory=list)

    def iter_records(self) -> Iterator[Record]:
        """Every entity once, with the parts of all its rows.

        Raises:
            SourceRefused: a missing column, a row that is cut, or one without its logical id.
        """
        by_id: dict[str, list[Node]] = {}
        for nodes in self._iter_rows():
            entity = next((n for n in nodes if n.tag == node.ENTITY), None)
            if entity is None or not entity["logicalId"]:
                raise _refused(self.file, f"row {self.rows} has no Entity_LogicalId")
            by_id.setdefault(entity["logicalId"], []).extend(nodes)
        for nodes in by_id.values():
            parts = [n for n in nodes if n.tag != node.ENTITY]
            entity = next(n for n in nodes if n.tag == node.ENTITY)
            yield Record(entity, tuple(n for i, n in enumerate(parts) if n not in parts[:i]))

    def _iter_rows(self) -> Iterator[list[Node]]:
        lines = read_csv_rows(self.file, delimiter=";")
        headings = [tidy(cell) for cell in next(lines).cells]
        missing = [name for name in _MANDATORY if name not in headings]
        if missing:
            raise _refused(self.file, f"the CSV lacks the columns {', '.join(missing)}")
        self._columns = [self._find_column(heading) for heading in headings]
        dated = headings.index(_DATE) if _DATE in headings else None
        for line in lines:
            if len(line.cells) != len(headings):
                raise _refused(
                    self.file, f"line {line.line} has {len(line.cells)} of {len(headings)} columns"
                )
            self.rows += 1
            if dated is not None and self.published is None:
                self.published = find_uk_day(line.cells[dated]) or find_day(line.cells[dated])
            yield list(self._make_nodes(line.cells))

    def _make_nodes(self, cells: list[str]) -> Iterator[Node]:
        values: dict[str, dict[str, str]] = {}
        acts: dict[str, dict[str, str]] = {}
        for column, cell in zip(self._columns, cells, strict=True):
            text = tidy(cell)
            if column and text:
                (acts if column.act else values).setdefault(column.tag, {})[column.name] = text
        for tag, found in values.items():
            yield _make_node(tag, found, acts.get(tag))

    def _find_column(self, heading: str) -> _Column | None:
        if heading == _DATE:
            return None
        if is_special_field(heading):
            self.odd[f"column {heading} is left out: no reader keeps such data"] += 1
            return None
        if heading == "Entity_SubjectType":
            return _Column(node.SUBJECT, "code")
        for prefix, tag in _PREFIXES.items():
            if heading.startswith(prefix):
                return self._make_column(heading, tag, heading.removeprefix(prefix))
        self.odd[f"column {heading} is new; kept as a remark"] += 1
        return _Column(node.ENTITY, f"?{heading}")

    def _make_column(self, heading: str, tag: str, rest: str) -> _Column:
        if rest.startswith(_ACT):
            return _Column(tag, _lower_first(rest.removeprefix(_ACT)), act=True)
        name = _NAMES.get(rest, _lower_first(rest))
        known = load_attributes()[tag] | {"remark", "contactInfo"}
        if name not in known:
            self.odd[f"column {heading} is new; kept as a remark"] += 1
            return _Column(tag, f"?{heading}")
        return _Column(tag, name)


def _make_node(tag: str, found: Mapping[str, str], act: Mapping[str, str] | None) -> Node:
    values = {k: v for k, v in found.items() if k[0] != "?" and k not in ("remark", "contactInfo")}
    remarks = (found["remark"],) if "remark" in found else ()
    contacts = (("", found["contactInfo"]),) if "contactInfo" in found else ()
    new = tuple(f"{k[1:]}: {v}" for k, v in found.items() if k[0] == "?")
    return Node(tag, values, remarks, act, contacts, new)


def _lower_first(text: str) -> str:
    return text[:1].lower() + text[1:]


def _refused(file: InputFile, problem: str) -> SourceRefused:
    return SourceRefused(
        problem,
        where=file.name,
        remedy="Check that this is csvFullSanctionsList_1_1, or import the XML instead.",
    )
