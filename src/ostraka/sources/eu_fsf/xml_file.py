"""The XML 1.1 of the Financial Sanctions Files, element by element."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cache

from ostraka.sources.eu_fsf.node import ENTITY, Node, Record
from ostraka.sources.programme_tables import split_cell
from ostraka.sources.reading import InputFile
from ostraka.sources.special import is_special_field
from ostraka.sources.tables import iter_table
from ostraka.sources.text import tidy
from ostraka.sources.xmlstream import Element, iter_records

ROOT = "export"
NAMESPACES = frozenset({"http://eu.europa.ec/fpi/fsd/export"})
_SUMMARY, _CONTACT, _REMARK = "regulationSummary", "contactInfo", "remark"


def iter_xml(file: InputFile, odd: Counter[str]) -> Iterator[Record]:
    """Every entity of the file; `odd` counts elements and attributes that are new.

    Raises:
        SourceRefused: not XML, another root, or an early end.
    """
    for element in iter_records(file, root=ROOT, tags=(ENTITY,)):
        known = load_attributes()
        nodes = [_make_node(c, odd) for c in element.iterchildren() if c.tag in known]
        yield Record(_make_node(element, odd), tuple(nodes))


@cache
def load_attributes() -> dict[str, frozenset[str]]:
    """The known attributes by element."""
    rows = iter_table(__package__, "attributes.csv")
    return {row["element"]: frozenset(split_cell(row["attributes"])) for row in rows}


def _make_node(element: Element, odd: Counter[str]) -> Node:
    tag = str(element.tag)
    known = load_attributes()[tag]
    values: dict[str, str] = {}
    new: list[str] = []
    for name, text in element.attrib.items():
        plain = tidy(str(text))
        if name in known:
            values.update({str(name): plain} if plain else {})
        elif _is_kept(f"{tag} {name!s}", str(name), odd) and plain:
            new.append(f"{name!s}: {plain}")
    remarks, contacts, act = [], [], None
    for child in element.iterchildren():
        text = tidy(" ".join(map(str, child.itertext())))
        if child.tag == _REMARK:
            remarks.append(text)
        elif child.tag == _CONTACT:
            contacts.append((child.get("key", ""), tidy(child.get("value", ""))))
        elif child.tag == _SUMMARY:
            act = {str(name): str(value) for name, value in child.attrib.items()}
        elif child.tag in known:
            values[str(child.tag)] = text
        elif child.tag not in load_attributes() and _is_kept(
            f"{tag}/{child.tag!s}", str(child.tag), odd
        ):
            stated = " ".join(filter(None, (*map(str, child.attrib.values()), text)))
            new.append(f"{child.tag!s}: {stated}")
    return Node(tag, values, tuple(filter(None, remarks)), act, tuple(contacts), tuple(new))


def _is_kept(where: str, name: str, odd: Counter[str]) -> bool:
    if is_special_field(name):
        odd[f"{where} is left out: no reader keeps such data"] += 1
        return False
    odd[f"{where} is new; kept as a remark"] += 1
    return True
