"""Tables of web pages and of the eCFR, as rows of cells under their headings."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from lxml import etree

from ostraka.model.errors import SourceRefused
from ostraka.sources.reading import InputFile
from ostraka.sources.text import decode, tidy
from ostraka.sources.xmlstream import Element

_BLOCKS = frozenset({"br", "p", "div", "li", "tr", "fp"})
_STRONG = frozenset({"strong", "b"})
_UNSEEN = frozenset({"script", "style", "sup", "su"})
_PAGE_END = re.compile(r"</html>\s*(?:<!--.*?-->\s*)*$", re.IGNORECASE | re.DOTALL)
_SPAN_MAX = 5000
_HUGE = 8 << 20  # a node of a page beyond this size trips the bounds of libxml2
_AGAIN = "Save the whole page again from its publisher, as HTML."


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: its lines as they are broken on the page, tidied, and what is set in bold."""

    lines: tuple[str, ...] = ()
    strong: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """All lines as one."""
        return " ".join(self.lines)


@dataclass(frozen=True, slots=True)
class WebTable:
    """One table: what stands before it since the table before, its headings and data rows."""

    before: str
    header: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def read_page(file: InputFile) -> tuple[WebTable, ...]:
    """The tables of a web page, in order.

    Raises:
        SourceRefused: undecodable bytes, or a page that does not end as one.
    """
    return tuple(_make_table(table) for table in parse_page(file).iter("table"))


def parse_page(file: InputFile) -> Element:
    """The root of a web page; nothing that it refers to is fetched.

    Raises:
        SourceRefused: undecodable bytes, or a page that does not end as one.
    """
    text = decode(file)
    if not _PAGE_END.search(text):
        raise SourceRefused("the page is cut short: it has no end", where=file.name, remedy=_AGAIN)
    parser = etree.HTMLParser(
        no_network=True, remove_comments=True, remove_pis=True, huge_tree=len(text) > _HUGE
    )
    root = etree.fromstring(text.encode("utf-16"), parser)
    if root is None:
        raise SourceRefused("the page is empty", where=file.name, remedy=_AGAIN)
    return root


def read_page_text(file: InputFile) -> str:
    """The text of a web page with its lines.

    Raises:
        SourceRefused: undecodable bytes, or a page that does not end as one.
    """
    return "\n".join(read_cell(parse_page(file)).lines)


def expand_rows(rows: Iterable[Element]) -> tuple[tuple[Cell, ...], ...]:
    """The cells of each row, with those that span several rows or columns repeated in each."""
    grid: list[tuple[Cell, ...]] = []
    below: dict[int, tuple[int, Cell]] = {}
    for row in rows:
        line: list[Cell] = []
        for cell in row.iterchildren("td", "th", "TD", "TH"):
            _fill_from_above(line, below)
            content = read_cell(cell)
            for _ in range(_span(cell, "colspan")):
                if (down := _span(cell, "rowspan")) > 1:
                    below[len(line)] = (down - 1, content)
                line.append(content)
        _fill_from_above(line, below)
        grid.append(tuple(line))
    return tuple(grid)


def read_cell(cell: Element) -> Cell:
    """The content of one element, without scripts, styles and footnote marks."""
    lines = (tidy(line) for line in "".join(_pieces(cell)).split("\n"))
    bold = (tidy("".join(_pieces(e))) for e in cell.iter(etree.Element) if _name(e) in _STRONG)
    return Cell(tuple(filter(None, lines)), tuple(filter(None, bold)))


def _make_table(table: Element) -> WebTable:
    rows = [row for row in table.iter("tr") if next(row.iterancestors("table"), None) is table]
    cells = expand_rows(rows)
    header = tuple(cell.text for cell in cells[0]) if cells else ()
    return WebTable(_text_before(table), header, cells[1:])


def _text_before(table: Element) -> str:
    """The text between this table and the one before it, however deep each is nested."""
    found: list[str] = []
    node: Element | None = table
    while node is not None:
        for sibling in node.itersiblings(etree.Element, preceding=True):
            if _name(sibling) == "table" or sibling.find(".//table") is not None:
                return tidy(" ".join(reversed(found)))
            found.append(read_cell(sibling).text)
        node = node.getparent()
    return tidy(" ".join(reversed(found)))


def _fill_from_above(line: list[Cell], below: dict[int, tuple[int, Cell]]) -> None:
    while len(line) in below:
        left, content = below.pop(len(line))
        if left > 1:
            below[len(line)] = (left - 1, content)
        line.append(content)


def _span(cell: Element, name: str) -> int:
    text = str(cell.get(name) or "1")
    return min(max(int(text), 1), _SPAN_MAX) if text.isascii() and text.isdecimal() else 1


def _pieces(element: Element) -> Iterator[str]:
    name = _name(element)
    if name in _UNSEEN:
        return
    yield "\n" if name in _BLOCKS else ""
    yield _one_line(element.text)
    for child in element:
        yield from _pieces(child)
        yield _one_line(child.tail)
    yield "\n" if name in _BLOCKS and name != "br" else ""


def _one_line(text: str | None) -> str:
    # A line break in the source of a page is a space on the page.
    return re.sub(r"[\r\n\t]+", " ", text or "")


def _name(element: Element) -> str:
    return element.tag.lower()


def find_columns(
    header: Sequence[str], wanted: Mapping[str, Sequence[str]]
) -> dict[str, int] | None:
    """Where the columns stand, each under one of its headings; `None` where one is missing."""
    plain = [re.sub(r"[\W_]+", " ", heading).strip().casefold() for heading in header]
    found = {
        column: plain.index(name)
        for column, names in wanted.items()
        for name in names
        if name in plain
    }
    return found if found.keys() == wanted.keys() else None
