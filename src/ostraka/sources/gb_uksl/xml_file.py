"""The XML of the UK Sanctions List: every designation as rows of fields."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from ostraka.model.errors import SourceRefused
from ostraka.sources.gb.designation import Row
from ostraka.sources.gb.headings import name_field
from ostraka.sources.gb.regimes import find_measure
from ostraka.sources.gb.texts import find_uk_day
from ostraka.sources.reading import InputFile
from ostraka.sources.xmlstream import Element, child_text, iter_records, read_root

RECORD = "Designation"
_ROOT = "Designations"
_GENERATED = "DateGenerated"
_INDICATORS = "SanctionsImposedIndicators"
_GROUPS = frozenset(
    {
        *("Name", "NonLatinName", "Address", "Location"),
        *("Passport", "PassportDetail", "NationalIdentifier", "NationalIdentifierDetail"),
    }
)
_YES = frozenset({"true", "yes", "1"})


@dataclass(slots=True)
class XmlFile:
    """One XML file while it is read: the day it states, and elements that are new."""

    file: InputFile
    published: date | None = None
    warnings: list[str] = field(default_factory=list)
    _keys: dict[str, str] = field(default_factory=dict)

    def iter_designations(self) -> Iterator[tuple[str, list[Row]]]:
        """The unique id and the rows of every designation, its own fields first.

        Raises:
            SourceRefused: not XML, cut short, or a designation without its unique id.
        """
        root = read_root(self.file)
        if root.name != _ROOT:
            self.warnings.append(
                f"the root element <{root.name}> is new; the file is read as usual"
            )
        if root.namespace:
            self.warnings.append(f"the namespace {root.namespace!r} is new; it is left aside")
        for element in iter_records(self.file, root=root.name, tags=(RECORD, _GENERATED)):
            if element.tag == _GENERATED:
                self.published = find_uk_day(element.text or "")
                continue
            rows = [self._head(element), *self._parts(element)]
            key = child_text(element, "UniqueID")
            if not key:
                raise SourceRefused(
                    "a designation has no UniqueID",
                    where=self.file.name,
                    remedy="Check that this is the official XML; an element may have been renamed.",
                )
            yield key, rows

    def _head(self, element: Element) -> Row:
        row: dict[str, str] = {}
        for child in element.iterchildren():
            if len(child) == 0:
                self._put(row, str(child.tag), child.text)
        return row

    def _parts(self, element: Element) -> Iterator[Row]:
        for child in element.iterchildren():
            if len(child):
                yield from self._part(child)

    def _part(self, element: Element) -> Iterator[Row]:
        if element.tag == _INDICATORS:
            for child in element.iterchildren():
                yield from self._indicator(str(child.tag), child.text)
            return
        if element.tag in _GROUPS:
            row: dict[str, str] = {}
            for child in element.iterchildren():
                self._put(row, str(child.tag), child.text)
            yield row
            return
        for child in element.iterchildren():
            if len(child) or child.tag in _GROUPS:
                yield from self._part(child)
            else:
                row = {}
                self._put(row, str(child.tag), child.text)
                yield row

    def _indicator(self, tag: str, text: str | None) -> Iterator[Row]:
        if (text or "").strip().casefold() in _YES:
            known = find_measure(tag)
            yield {"measures": known.name if known else tag}

    def _put(self, row: dict[str, str], tag: str, text: str | None) -> None:
        if tag not in self._keys:
            self._keys[tag] = name_field(tag, self.warnings)
        key = self._keys[tag]
        if key and text and text.strip():
            row[key] = f"{row[key]}; {text}" if key in row else text
