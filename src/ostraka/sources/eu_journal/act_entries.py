"""Rows of an act's annex as rows of a table of entries: what is set in lines is told apart."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from ostraka.sources.eu_journal.act_text import ActText, Item
from ostraka.sources.eu_journal.sheet import Row, make_row
from ostraka.sources.packed_names import is_latin
from ostraka.sources.special import is_special_field
from ostraka.sources.tables import load_words
from ostraka.sources.us_agencies.webtable import Cell

_LABEL = re.compile(r"^[—–-]?\s*([^:;]{2,60}?)\s*:\s*(.*)$")
_WORD_FORMER = r"(?:formerly(?: known as)?|f\.?k\.?a\.?)[:,]?"
_WORD_ALSO = r"(?:a\.?k\.?a\.?|alias(?:es)?|also known as)(?=[\s:])[:,]?"
_FORMER = re.compile(rf"^\(?{_WORD_FORMER}\s+(.+?)\)?$", re.IGNORECASE)
_FORMER_INLINE = re.compile(rf"^(.+?)\s+\({_WORD_FORMER}\s+([^()]+)\)?$")
_ALSO = re.compile(rf"^\(?{_WORD_ALSO}\s*(.*?)\)?$", re.IGNORECASE)
_ALSO_INLINE = re.compile(rf"^(.+?)\s+\(?{_WORD_ALSO}\s*(.+?)\)?$")
_LANGUAGE = re.compile(r"^\(?(?:[A-Z][a-z]+(?:/[A-Z][a-z]+)*)(?: spelling| name)?\)?$")
_IN_BRACKETS = re.compile(r"^\((.+)\)[,;]?$")
Fields = dict[str, list[str]]
Reader = Callable[[Sequence[str], Counter[str]], Iterator[tuple[str, str]]]


def read_entries(text: ActText, odd: Counter[str]) -> Iterator[Row]:
    """A row for each entry; lines below an entry that name nobody go on with it."""
    held: tuple[Item, Fields] | None = None
    number = 0
    for item in text.items:
        cells = _by_meaning(item)
        if "name" not in cells:
            odd[f"annex {item.annex.number} of {text.act.number} has a table without names"] += 1
            continue
        fields = _read_cells(cells, odd)
        if held and not fields.get("name"):
            for column, values in fields.items():
                held[1].setdefault(column, []).extend(values)
            continue
        if held:
            number += 1
            yield _make_row(number, text, *held)
        held = (item, fields) if fields.get("name") else None
    if held:
        yield _make_row(number + 1, text, *held)


def _by_meaning(item: Item) -> Mapping[str, list[Cell]]:
    """The cells by what their headings say; a second column of names is that in another script."""
    words = load_words(__package__, "act_headings.csv")
    found: dict[str, list[Cell]] = defaultdict(list)
    for place, (heading, cell) in enumerate(zip(item.header, item.cells, strict=False)):
        meaning = words.get(_fold(heading), "record" if not heading and not place else "")
        if meaning == "name" and found["name"]:
            meaning = "native"
        found[meaning or "details"].append(cell)
    return {meaning: cells for meaning, cells in found.items() if cells}


def _read_cells(cells: Mapping[str, Sequence[Cell]], odd: Counter[str]) -> Fields:
    fields: Fields = defaultdict(list)
    for meaning, several in cells.items():
        for cell in several:
            for column, value in _READERS[meaning](cell.lines, odd):
                fields[column].append(value)
    return fields


def _read_names(lines: Sequence[str], _odd: Counter[str]) -> Iterator[tuple[str, str]]:
    """The first line is the name; what follows are labelled, bracketed or native further names."""
    role = "alias"
    for place, line in enumerate(lines):
        former, also = _FORMER.match(line), _ALSO.match(line)
        if former or (also and place):
            role = "previousname" if former else "alias"
            found = former or also
            yield from ((role, name) for name in _split(found.group(1) if found else ""))
        elif place == 0:
            yield from _read_first(line)
        else:
            yield from ((role, name) for name in _split(_without_language(line)))


def _read_first(line: str) -> Iterator[tuple[str, str]]:
    former, also = _FORMER_INLINE.match(line), _ALSO_INLINE.match(line)
    if former:
        yield "name", former.group(1)
        yield from (("previousname", name) for name in _split(former.group(2)))
    elif also:
        yield "name", also.group(1)
        yield from (("alias", name) for name in _split(also.group(2)))
    else:
        yield "name", line


def _read_native(lines: Sequence[str], _odd: Counter[str]) -> Iterator[tuple[str, str]]:
    for line in lines:
        also = _ALSO.match(line)
        for name in _split(also.group(1) if also else _without_language(line)):
            if name.strip("-–— ") and not (is_latin(name) and _LANGUAGE.match(name)):
                yield "alias", name


def _without_language(line: str) -> str:
    """The line without the language it says it is in, or nothing where it says only that."""
    bare = _IN_BRACKETS.sub(r"\1", line)
    label, colon, rest = bare.partition(":")
    if colon and len(label) < 30 and is_latin(label):
        return rest.strip()
    return "" if _LANGUAGE.match(line) and line.startswith("(") else bare


def _split(text: str) -> Iterable[str]:
    return (part.strip(" ,") for part in text.split(";") if part.strip(" ,"))


def _read_details(lines: Sequence[str], odd: Counter[str]) -> Iterator[tuple[str, str]]:
    """Labelled values; a line or a part without a label goes on with the one before it."""
    columns = load_words(__package__, "act_labels.csv")
    column, value, dropping = "notes", "", False
    for part in _parts(lines, columns):
        labelled = _LABEL.match(part)
        known = columns.get(_fold(labelled.group(1))) if labelled else None
        if labelled and is_special_field(labelled.group(1)):
            odd[f"label {labelled.group(1)!r} is left out: no reader keeps such data"] += 1
            dropping = True
        elif labelled and (known or len(labelled.group(1).split()) < 6):
            if value:
                yield column, value
            column, dropping = known or "notes", False
            value = labelled.group(2) if known else part
        elif not dropping:
            value = f"{value} {part}".strip()
    if value:
        yield column, value


def _parts(lines: Sequence[str], columns: Mapping[str, str]) -> Iterator[str]:
    """The lines, cut at semicolons and full stops that a known label follows."""
    for line in lines:
        held = ""
        for piece in re.split(r"(?<=[;.])\s+", line):
            labelled = _LABEL.match(piece)
            opens = labelled and (
                _fold(labelled.group(1)) in columns or is_special_field(labelled.group(1))
            )
            if held and opens:
                yield held.rstrip(" ;")
                held = piece
            else:
                held = f"{held} {piece}".strip()
        if held:
            yield held.rstrip(" ;")


def _as_one(column: str, joint: str = " ") -> Reader:
    def read(lines: Sequence[str], _odd: Counter[str]) -> Iterator[tuple[str, str]]:
        if lines:
            yield column, joint.join(lines).strip()

    return read


def _fold(label: str) -> str:
    return " ".join(re.sub(r"[\W_]+", " ", label).casefold().split())


def _make_row(number: int, text: ActText, item: Item, fields: Fields) -> Row:
    annex = f"{item.annex.number}.{item.part}" if item.part else item.annex.number
    joined = {column: "; ".join(dict.fromkeys(values)) for column, values in fields.items()}
    joined["recordid"] = joined.get("recordid", "").rstrip(". ")
    joined["startdate"] = joined.get("startdate", "").rstrip(".")
    joined["reason"] = " ".join(fields.get("reason", ()))
    own = {"celex": text.act.celex, "annex": annex, "schema": item.kind or "entity"}
    return make_row(number, own | joined)


_READERS: Mapping[str, Reader] = {
    "record": _as_one("recordid"),
    "name": _read_names,
    "native": _read_native,
    "details": _read_details,
    "grounds": _as_one("reason"),
    "since": _as_one("startdate"),
    "imo": _as_one("imonumber"),
    "place": _as_one("address", "; "),
    "function": _as_one("position"),
}
