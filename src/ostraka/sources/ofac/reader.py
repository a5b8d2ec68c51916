"""From the files of one list to its parties, whatever their shape."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ostraka.model.errors import SourceRefused
from ostraka.sources.ofac import advanced_xml, enhanced_xml, legacy_xml
from ostraka.sources.ofac.edition import Edition
from ostraka.sources.ofac.ledger import Ledger
from ostraka.sources.ofac.legacy_csv import parse_csv_set
from ostraka.sources.reading import InputFile, ParsedList
from ostraka.sources.xmlstream import Root, read_root

_Reader = Callable[[InputFile, Edition, Ledger], ParsedList]
_READERS: dict[str, tuple[_Reader, frozenset[str]]] = {
    legacy_xml.ROOT: (legacy_xml.parse_legacy_xml, legacy_xml.NAMESPACES),
    advanced_xml.ROOT: (advanced_xml.parse_advanced_xml, advanced_xml.NAMESPACES),
    enhanced_xml.ROOT: (enhanced_xml.parse_enhanced_xml, enhanced_xml.NAMESPACES),
}
_SCHEMA = "schema"
_SHAPES = "the CSV set, or one XML file: legacy (sdnList), Advanced (Sanctions), Enhanced"


def parse_list(files: Sequence[InputFile], edition: Edition) -> ParsedList:
    """The list in the files, told apart by their content, never by their names.

    Raises:
        SourceRefused: no file, files of several shapes or publications, a shape OFAC does not
            have, or the other of the two lists.
    """
    if not files:
        raise SourceRefused("there is no file", where=edition.key, remedy=f"Give {_SHAPES}.")
    roots = [(file, read_root(file)) for file in files if _is_xml(file)]
    lists = [(file, root) for file, root in roots if root.name != _SCHEMA]
    tables = [file for file in files if not _is_xml(file)]
    if lists and tables:
        raise _several(edition, [lists[0][0], tables[0]])
    if len(lists) > 1:
        raise _several(edition, [file for file, _ in lists])
    if lists:
        return _parse_xml(*lists[0], edition)
    if not tables:
        raise SourceRefused(
            "this is a schema, not a list", where=files[0].name, remedy=f"Give {_SHAPES}."
        )
    return parse_csv_set(tables, edition)


def _parse_xml(file: InputFile, root: Root, edition: Edition) -> ParsedList:
    if root.name not in _READERS:
        raise SourceRefused(
            f"the XML has the root element <{root.name}>, which no list of OFAC has",
            where=file.name,
            remedy=f"Give {_SHAPES}.",
        )
    if "delta" in root.namespace.casefold():
        raise SourceRefused(
            "this is a file of changes (delta), not a whole list",
            where=file.name,
            remedy="Import the whole list; a delta alone would drop every party it does not name.",
        )
    parse, namespaces = _READERS[root.name]
    ledger = Ledger()
    if root.namespace not in namespaces:
        ledger.warn(
            f"{file.name}: the namespace {root.namespace!r} is new; the file is read as usual"
        )
    return parse(file, edition, ledger)


def _is_xml(file: InputFile) -> bool:
    return file.data[:256].removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"<")


def _several(edition: Edition, files: Sequence[InputFile]) -> SourceRefused:
    names = " and ".join(file.name for file in files)
    return SourceRefused(
        f"{names} are different shapes or publications of one list",
        where=edition.key,
        remedy="Import one of them at a time.",
    )
