"""Names of the Consolidated Screening List: aliases, clauses and parents inside one cell."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ostraka.model.listing import ClauseKind
from ostraka.model.name import NameKind
from ostraka.sources.packed_names import (
    is_acronym,
    is_latin,
    split_after_forms,
    split_names,
)
from ostraka.sources.text import tidy

_GROUP_WORDS = {
    ClauseKind.SUCCESSORS: r"successors?",
    ClauseKind.SUBUNITS: r"sub-?units?|operating units|branches",
    ClauseKind.SUBSIDIARIES: r"subsidiar(?:y|ies)",
    ClauseKind.AFFILIATES: r"affiliates?|affiliated|subordinates?",
}
_ANY_GROUP = "|".join(_GROUP_WORDS.values())
_CLAUSE = re.compile(
    rf",?\s+(?=[^()]*\b(?:{_ANY_GROUP})\b)(?:and\s+(?:any|its|all|subordinate)|including)\b.*$",
    re.IGNORECASE | re.DOTALL,
)
_PARENT = re.compile(
    r"^(?P<parent>.+?)[.,]\s+(?:Affiliated Entity:|Subordinate Institution\s*-)\s*(?P<own>.+)$"
)
_LED_BY_GROUP = re.compile(r"^Affiliated Entity:\s*(?=\S)")
_SUBORDINATE = re.compile(r"\s*\(a subordinate (?:institute|institution|entity) of ([^()]+)\)")
_KNOWN_AS = r"(?P<how>[afn]\.k\.a\.?|[afn]/k/a|(?<=[(\[ ])[afn]ka(?=\s)|d/b/a)[,:]?\s+"
_KNOWN_AS_GROUP = re.compile(
    rf"\s*[(\[]\s*{_KNOWN_AS}(?P<names>(?:[^()\[\]]|\([^()]*\))*)[)\]]", re.IGNORECASE
)
_KNOWN_AS_TAIL = re.compile(rf",?\s+{_KNOWN_AS}(?P<names>.+)$", re.IGNORECASE)
_LED_BY_KNOWN_AS = re.compile(r"^(?=[afn][./]k[./]a\b|fka\s|d/b/a\b)", re.IGNORECASE)
_INDIVIDUAL = re.compile(r"\s*\([A-Z][A-Za-z ]* individual\)")
_ADDRESS = re.compile(r"^Address \d+\b")
_GENERIC = re.compile(
    r"^(?:(?:\d+(?:st|nd|rd|th)?|first|second|third|fourth|fifth|design|research|department|"
    r"institute|factory|laboratory|academy|no\.?)[\s,]*)+$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Alias:
    """A name beside the primary one, and what it is to the party."""

    text: str
    kind: NameKind


@dataclass(frozen=True, slots=True)
class NameCell:
    """What one name cell says: the name, further names, a parent, and the words of a clause."""

    name: str
    aliases: tuple[Alias, ...] = ()
    parent: str = ""
    clause: str = ""
    individual: bool = False


def is_address(text: str) -> bool:
    """Whether a name cell holds an address by mistake ("Address 01 …")."""
    return bool(_ADDRESS.match(text))


def repair(text: str) -> str:
    r"""The text with the marks put back that the file replaced by question marks.

    >>> repair("Ruritania?s Port of ?Zenda? and Hentzau?Strelsau Fa?ur")
    'Ruritania\'s Port of "Zenda" and Hentzau-Strelsau Fa\'ur'
    """
    if "?" not in text:
        return text
    text = text.replace("??", "?")
    text = re.sub(r"(?<=\w)\?(?=s\b)|(?<=[a-z])\?(?=[a-z])", "'", text)
    text = re.sub(r"(?<=[a-z])\?(?=[A-Z])|(?<=\d)\?(?=\d)", "-", text)
    return re.sub(r"(?<!\w)\?([^?]+)\?(?!\w)", r'"\1"', text)


def read_name_cell(text: str) -> NameCell:
    """The primary name and all that a name cell packs beside it."""
    plain = _LED_BY_GROUP.sub("", repair(tidy(text)))
    individual = bool(_INDIVIDUAL.search(plain))
    plain, clause = _cut_clause(_INDIVIDUAL.sub("", plain))
    subordinate = _SUBORDINATE.search(plain)
    plain = _SUBORDINATE.sub("", plain)
    parent, own = _cut_parent(plain)
    base, known_as = _cut_known_as(own)
    name, *others = split_names(base) or (base,)
    if parent and _GENERIC.match(name):
        others, name = [*others, name], plain
    aliases = [*(Alias(other, _kind_of(other)) for other in others), *known_as]
    return NameCell(
        name,
        tuple(a for a in dict.fromkeys(aliases) if a.text != name),
        parent or (subordinate.group(1) if subordinate else ""),
        clause,
        individual,
    )


def read_alias_cell(parts: list[str]) -> Iterator[Alias]:
    """The names of the column alt_names, each with those packed inside it.

    The last two may be joined by "and" behind a legal form, and one may say of itself "f.k.a.".
    """
    for part in (name for cell in parts for name in split_after_forms(repair(tidy(cell)))):
        plain = _LED_BY_KNOWN_AS.sub(" ", re.sub(r"^and\s+", "", part))
        base, known_as = _cut_known_as(plain)
        for name in split_names(base):
            yield Alias(name, _kind_of(name))
        yield from known_as


def find_clause_kinds(clause: str) -> tuple[ClauseKind, ...]:
    """Whom the words of a clause name beyond the party."""
    return tuple(
        kind
        for kind, words in _GROUP_WORDS.items()
        if re.search(rf"\b(?:{words})\b", clause, re.IGNORECASE)
    )


def _cut_clause(text: str) -> tuple[str, str]:
    found = _CLAUSE.search(text)
    if not found or not found.start():
        return text, ""
    return text[: found.start()].strip(" ,"), found.group().strip(" ,")


def _cut_parent(text: str) -> tuple[str, str]:
    found = _PARENT.match(text)
    return (found["parent"], found["own"]) if found else ("", text)


def _cut_known_as(text: str) -> tuple[str, list[Alias]]:
    aliases: list[Alias] = []
    for pattern in (_KNOWN_AS_GROUP, _KNOWN_AS_TAIL):
        found = pattern.search(text)
        while found:
            aliases.extend(_make_aliases(found["how"], found["names"]))
            text = tidy(text[: found.start()] + text[found.end() :])
            found = pattern.search(text)
    return text.strip(" ,;"), aliases


def _make_aliases(how: str, names: str) -> Iterator[Alias]:
    former = how.lower().startswith("f")
    for part in names.split(";"):
        base, inner = _cut_known_as(re.sub(r"^\s*and\s+", "", part))
        for name in split_names(base):
            yield Alias(name, NameKind.FORMER if former else _kind_of(name))
        yield from inner


def _kind_of(name: str) -> NameKind:
    if not is_latin(name):
        return NameKind.ORIGINAL_SCRIPT
    return NameKind.WEAK_ALIAS if is_acronym(name) or _GENERIC.match(name) else NameKind.ALIAS
