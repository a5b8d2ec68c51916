"""The cell of a list of the BIS that packs name, aliases, sub-entities and addresses."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from ostraka.model.name import NameKind
from ostraka.sources.text import tidy
from ostraka.sources.us_agencies.enumerations import cut_at_comma
from ostraka.sources.us_trade_csl.names import Alias, NameCell, read_alias_cell, read_name_cell

_DASH = re.compile(r"^\s*[—–]\s*|^\s*-\s+")
_DASHED = re.compile(r"(?<=[:;])\s*(?:(?:and|or)\s+)?(?=[—–]\s*\w)|(?<=\band)\s+(?=[—–]\s*\w)")
_AFTER_ALIASES = re.compile(r"(?<=\.)\s+(?=\d|No\.|Room|Building|Floor|P\.?\s?O)")
_ALIASES_FOLLOW = re.compile(
    r",?\s*(?P<how>[af]\.?/?k\.?/?a\.?),?\s*(?:to include\s+)?(?:the\s+)?following\b[^:]*:?\s*$",
    re.IGNORECASE,
)
_INLINE = re.compile(r",?\s+(?P<how>[af]\.k\.a\.|[af]/k/a),?\s+(?P<rest>.+)$", re.IGNORECASE)
_TAIL = re.compile(r"(?:(?:[;,]\s*|\s+)(?:and|or))?[;,.]*\s*$", re.IGNORECASE)
_GROUP_HEAD = re.compile(
    r"^(?P<how>subordinate institu|affiliated entit|sub-?units?|and the following)", re.IGNORECASE
)
_UNIT = re.compile(
    r"institut|plant\b|bureau|compan|corporation|cent(?:er|re)\b|factory|academy|universit|works\b|"
    r"association|enterprise|laborator|concern|measurements|\b(?:JSC|AO|OAO|PAO|NPO)\b",
    re.IGNORECASE,
)
_PLACE = re.compile(
    r"no\.|p\.?\s?o\.?\s?box|room|rm\b|building|floor|flat|shop|office|suite|unit\b|street|\d",
    re.IGNORECASE,
)
_LOOK_ELSEWHERE = re.compile(
    r"\s*\((?:see|please see)\s+(?:also\s+)?(?:alternate\s+)?[^()]*\)\.?", re.IGNORECASE
)
_NEXT_ADDRESS = re.compile(r";\s*(?:and\s+)?")


@dataclass(frozen=True, slots=True)
class EntityCell:
    """What one cell says: the name with its aliases, the parts named below it, and addresses."""

    name: NameCell
    parts: tuple[str, ...]
    addresses: tuple[str, ...]
    remarks: tuple[str, ...]


def read_entity_cell(
    lines: Sequence[str], shared_heads: Collection[str] = frozenset()
) -> EntityCell:
    """The parts of a cell, line by line.

    A name of `shared_heads`, which several entries lead with, is only the parent: the unit named
    after its comma belongs to the name.

    The first line leads with the name. Lines that begin with a dash are aliases, or below a heading
    such as "Affiliated entities" further parties of the group. All else is address.
    """
    first, *rest = [part for line in lines for part in _split_line(tidy(line))] or [""]
    how = _ALIASES_FOLLOW.search(first)
    if how:
        name, address = first[: how.start()], ""
    else:
        name, address = _cut_name(first)
        if name in shared_heads:
            name, address = _take_unit(name, address)
    aliases, parts, others = _sort_lines(rest, former=_is_former(how["how"] if how else ""))
    cell = read_name_cell(name.strip(" ,;"))
    full, remarks = _split_addresses([address, *others])
    return EntityCell(
        NameCell(
            cell.name,
            tuple(dict.fromkeys((*cell.aliases, *aliases))),
            cell.parent,
            cell.clause,
            cell.individual,
        ),
        tuple(parts),
        full,
        remarks,
    )


def _split_line(line: str) -> list[str]:
    """A line with aliases behind their heading, as lines of their own, and what follows them."""
    head, *aliases = _DASHED.split(line)
    if not aliases or not _ALIASES_FOLLOW.search(head):
        return [line]
    last, *address = _AFTER_ALIASES.split(aliases[-1], maxsplit=1)
    return [head, *aliases[:-1], last, *address]


def _is_former(how: str) -> bool:
    return how.casefold().startswith("f")


def _cut_name(line: str) -> tuple[str, str]:
    """Name and address on one line, at the first comma that no legal form follows."""
    inline = _INLINE.search(line)
    if inline:
        alias, address = cut_at_comma(inline["rest"])
        return f"{line[: inline.start()]} ({inline['how']} {alias})", address
    if ";" in line.split(",", maxsplit=1)[0]:
        name, _, address = line.partition(";")
        return name, address.strip()
    return cut_at_comma(line)


def find_head(lines: Sequence[str]) -> str:
    """What a cell leads with, up to the first comma that no legal form follows."""
    first = tidy(lines[0]) if lines else ""
    return "" if _ALIASES_FOLLOW.search(first) else _cut_name(first)[0]


def _take_unit(name: str, address: str) -> tuple[str, str]:
    unit, rest = cut_at_comma(address)
    if _UNIT.search(unit) and not _PLACE.match(unit):
        return f"{name}, {unit}", rest
    return name, address


def _sort_lines(lines: Sequence[str], *, former: bool) -> tuple[list[Alias], list[str], list[str]]:
    aliases: list[Alias] = []
    parts: list[str] = []
    others: list[str] = []
    in_group = False
    for line in lines:
        if _GROUP_HEAD.match(line):
            in_group = True
        elif not _DASH.match(line):
            others.append(line)
        elif in_group:
            parts.append(_plain(line))
        else:
            aliases.extend(_make_aliases(_plain(line), former=former))
    return aliases, [part for part in parts if part], others


def _make_aliases(text: str, *, former: bool) -> Iterator[Alias]:
    for alias in read_alias_cell([text]) if any(map(str.isalpha, text)) else ():
        yield Alias(alias.text, NameKind.FORMER) if former else alias


def _plain(line: str) -> str:
    plain = _TAIL.sub("", _DASH.sub("", line))
    return f"{plain}." if _ends_in_form(line) and not plain.endswith(".") else plain


def _ends_in_form(line: str) -> bool:
    """Whether the full stop that ends a line belongs to a legal form."""
    bare = re.sub(r"(?:(?:[;,]\s*|\s+)and)?[;,]*\s*$", "", line)
    return bool(re.search(r"\b(?:Ltd|Inc|Co|Corp|Jr|S\.A|B\.V|N\.V|L\.L\.C|[A-Z])\.$", bare))


def _split_addresses(lines: Sequence[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    text = tidy(" ".join(lines))
    remarks = tuple(tidy(found) for found in _LOOK_ELSEWHERE.findall(text))
    plain = _LOOK_ELSEWHERE.sub("", text)
    pieces = (piece.strip(" .,;") for piece in _NEXT_ADDRESS.split(plain))
    return tuple(dict.fromkeys(filter(None, pieces))), remarks
