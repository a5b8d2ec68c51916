"""The text of a consolidated act as EUR-Lex shows it: its annexes, and the entries they set."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from ostraka.model.errors import SourceRefused
from ostraka.sources.eu_journal.annexes import Annex, JournalAct, find_act, find_known_annex
from ostraka.sources.reading import InputFile
from ostraka.sources.us_agencies.webtable import Cell, expand_rows, parse_page, read_cell
from ostraka.sources.xmlstream import Element

_TITLE = re.compile(r"ANNEX\s+([IVXLC]+[A-Za-z]{0,3})\b")
_MARK = re.compile(r"[►▼](?:B|[ACM]\d+)(?:\s*—+)*|◄|\(\*\d*\)|\bText of image\b")
_CELEX = re.compile(r"\b0(\d{4}R\d{4})\b")
_DAY = re.compile(r"\b(\d{2})[./](\d{2})[./](\d{4})\b")
_PART = re.compile(r"^(?:(?:Part|PART)\s+([A-Z]{1,4})\b|([A-H]|[IVX]{1,4})\.(?:\s|$))")
_NUMBERED = re.compile(r"^(\d{1,4}[a-z]?)\.\s+(\S.*)$")
_NUMBER = re.compile(r"^(\d{1,4}[a-z]?)\.?$")
_KINDS = (
    (re.compile(r"\bvessels?\b", re.IGNORECASE), "vessel"),
    (re.compile(r"\b(?:legal persons?|entit(?:y|ies)|bod(?:y|ies))\b", re.IGNORECASE), "entity"),
    (re.compile(r"\b(?:natural )?persons?\b|\bindividuals\b", re.IGNORECASE), "person"),
)
_LONGEST_HEADING = 120


@dataclass(frozen=True, slots=True)
class Item:
    """One row of a table, or one name of a list, under the headings that stand above it."""

    annex: Annex
    part: str
    kind: str
    header: tuple[str, ...]
    cells: tuple[Cell, ...]


@dataclass(slots=True)
class ActText:
    """An act, the day of its consolidation, its items, and annexes known but set otherwise."""

    act: JournalAct
    consolidated: date | None
    items: list[Item] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)


@dataclass(slots=True)
class _Place:
    """Where in an annex the reading stands: its part, what that holds, the last table's header."""

    annex: Annex
    part: str = ""
    kind: str = ""
    header: tuple[str, ...] = ()


def read_act(file: InputFile) -> ActText:
    """The annexes of a consolidated act that list parties.

    Raises:
        SourceRefused: a page that is cut, of an act that is not known, or without annexes.
    """
    root = parse_page(file)
    text = _make_text(file, root)
    titles = [p for p in root.iter("p") if _TITLE.match(_read(p)) and _is_title(p)]
    if not titles:
        raise SourceRefused(
            "the web page holds no annex of a consolidated act",
            where=file.name,
            remedy="Save the consolidated version as HTML: the page whose address ends in "
            f"CELEX:0{text.act.celex[1:]}-YYYYMMDD.",
        )
    for title in titles:
        found = _TITLE.match(_read(title))
        annex = find_known_annex(text.act, found.group(1)) if found else None
        if annex:
            items = list(_read_annex(title, annex))
            text.items += items
            text.unread += [] if items else [annex.number]
    return text


def clean(text: str) -> str:
    """The text without the marks of amending acts, which EUR-Lex sets into it.

    >>> clean("►M12 Zorvan ◄ JSC (*1)")
    'Zorvan JSC'
    """
    return " ".join(_MARK.sub(" ", text).split())


def _make_text(file: InputFile, root: Element) -> ActText:
    head = " ".join(_read(p) for p in root.iter("p") if "reference" in (p.get("class") or ""))
    stated, filed = _CELEX.search(head), _CELEX.search(file.name)
    if stated and filed and stated.group(1) != filed.group(1):
        raise SourceRefused(
            f"the text is that of another act ({stated.group()}) than the file's name says",
            where=file.name,
            remedy="Save the text again, or give the file the number of the act it holds.",
        )
    named = stated or filed
    act = find_act(f"0{named.group(1)}") if named else None
    if act is None:
        raise SourceRefused(
            "the web page does not say of which known act it is the consolidated text",
            where=file.name,
            remedy="Save the whole page of a consolidated version, as HTML.",
        )
    day = _DAY.search(head)
    parts = tuple(map(int, day.groups())) if day else ()
    try:
        return ActText(act, date(*parts[::-1]) if parts else None)
    except ValueError:
        return ActText(act, None)


def _is_title(paragraph: Element) -> bool:
    return "title-annex" in (paragraph.get("class") or "")


def _read_annex(title: Element, annex: Annex) -> Iterator[Item]:
    place = _Place(annex, kind=annex.kind)
    for element in title.itersiblings():
        if element.find(".//p[@class='title-annex-1']") is not None or _is_title(element):
            if _TITLE.match(_read(element)):
                return
            continue
        yield from _walk(element, place)


def _walk(element: Element, place: _Place) -> Iterator[Item]:
    name, classes = element.tag, element.get("class") or ""
    if name == "table":
        yield from _read_table(element, place)
    elif "grid-container" in classes:
        yield from _read_grid(element, place)
    elif name == "p" or "list" in classes.split() or (name == "div" and _is_leaf(element)):
        yield from _read_paragraph(element, place)
    else:
        for child in element:
            yield from _walk(child, place)


def _read_table(table: Element, place: _Place) -> Iterator[Item]:
    rows = [row for row in table.iter("tr") if next(row.iterancestors("table"), None) is table]
    cells = [row for row in map(_clean_row, expand_rows(rows)) if len({c.text for c in row}) > 1]
    if not cells:
        return
    first = tuple(cell.text for cell in cells[0])
    continued = len(first) == len(place.header) and bool(_NUMBER.match(first[0]))
    if not continued:
        place.header, cells = first, cells[1:]
    for row in cells:
        yield Item(place.annex, place.part, place.kind, place.header, row)


def _clean_row(row: tuple[Cell, ...]) -> tuple[Cell, ...]:
    return tuple(Cell(tuple(filter(None, map(clean, cell.lines)))) for cell in row)


def _read_grid(grid: Element, place: _Place) -> Iterator[Item]:
    """A number or letter beside its text; behind a letter a part of the annex, tables and all."""
    columns = list(grid)
    label = _read(columns[0]) if columns else ""
    rest = columns[1:]
    if any(column.find(".//table") is not None for column in rest):
        _enter_part(f"{label} {' '.join(_headings(rest))}", place)
        for column in rest:
            yield from _walk(column, place)
    elif _NUMBER.match(label) and place.annex.form == "list":
        yield _make_name(label.rstrip("."), " ".join(map(_read, rest)), place)
    else:
        _enter_part(f"{label} {' '.join(map(_read, rest))}", place)


def _headings(columns: list[Element]) -> Iterator[str]:
    for column in columns:
        yield from (
            _read(p) for p in column.iter("p") if next(p.iterancestors("table"), None) is None
        )


def _read_paragraph(paragraph: Element, place: _Place) -> Iterator[Item]:
    text = _read(paragraph)
    numbered = _NUMBERED.match(text)
    if place.annex.form == "list" and numbered:
        yield _make_name(numbered.group(1), numbered.group(2), place)
    elif place.annex.form == "list" and "list" in (paragraph.get("class") or "").split():
        yield _make_name("", text, place)
    else:
        _enter_part(text, place)


def _make_name(number: str, text: str, place: _Place) -> Item:
    name = re.sub(r"[;,.]?(?:\s+and)?$", "", text) if text.endswith((";", "; and", ",")) else text
    cells = (Cell((number,) if number else ()), Cell((name,)))
    return Item(place.annex, place.part, place.kind, ("number", "name"), cells)


def _enter_part(text: str, place: _Place) -> None:
    """A short heading may open a part by its letter, and say what the part holds."""
    if not text.strip() or len(text) > _LONGEST_HEADING:
        return
    part = _PART.match(text.strip())
    if part:
        place.part, place.header = part.group(1) or part.group(2), ()
    if not place.annex.kind:
        place.kind = next((kind for form, kind in _KINDS if form.search(text)), place.kind)


def _is_leaf(element: Element) -> bool:
    return not any(
        child.tag in ("p", "div", "table") for child in element.iter() if child is not element
    )


def _read(element: Element) -> str:
    return clean(read_cell(element).text)
