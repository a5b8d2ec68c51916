"""Names of the Australian list: one a row, of a type and sometimes a strength."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from ostraka.model.name import Name, NameKind
from ostraka.model.origin import Origin
from ostraka.sources.au_dfat.rows import Row
from ostraka.sources.packed_names import is_acronym, is_latin, split_names
from ostraka.sources.text import tidy

_KINDS = {
    "primary name": NameKind.PRIMARY,
    "aka": NameKind.ALIAS,
    "alias": NameKind.ALIAS,
    "original script": NameKind.ORIGINAL_SCRIPT,
    "formerly known as": NameKind.FORMER,
    "previously listed as": NameKind.FORMER,
    "": NameKind.ALIAS,
}
_NOTE = re.compile(
    r"\s*\((?P<note>previously listed as|formerly listed as|formerly|combat name|call sign|"
    r"nom de guerre|tigrinya|arabic|original script)\)",
    re.IGNORECASE,
)


def read_names(rows: Sequence[Row], *, person: bool, unknown: Counter[str]) -> tuple[Name, ...]:
    """Every name of a party once, the primary one first.

    The first row leads where none is marked as primary: references begin with the primary name.
    """
    found: dict[str, Name] = {}
    marked = any(_find_kind(row, Counter()) is NameKind.PRIMARY for row in rows)
    for row in rows:
        kind = _find_kind(row, unknown)
        if not marked and row is rows[0]:
            kind = NameKind.PRIMARY
        for name in _read_row(row, kind, person):
            found.setdefault(name.text, name)
    return tuple(sorted(found.values(), key=lambda name: name.kind is not NameKind.PRIMARY))


def _find_kind(row: Row, unknown: Counter[str]) -> NameKind:
    word = tidy(row["name_type"]).casefold()
    if word not in _KINDS:
        unknown[f"the name type {word!r} is new; read as an alias"] += 1
    kind = _KINDS.get(word, NameKind.ALIAS)
    weak = row["strength"].casefold() == "weak"
    return NameKind.WEAK_ALIAS if weak and kind is not NameKind.PRIMARY else kind


def _read_row(row: Row, kind: NameKind, person: bool) -> Iterator[Name]:
    origin = Origin("au_dfat", f"row {row.number}")
    whole = tidy(row["name"])
    note = _NOTE.search(whole)
    plain = _NOTE.sub("", whole)
    if note and re.search("listed|formerly", note["note"], re.IGNORECASE):
        kind = NameKind.FORMER
    for place, text in enumerate(split_names(plain) or (plain,)):
        own = kind if not place else _demote(kind)
        yield Name(text, _refine(own, text, person), _raw(origin, text, whole))


def _demote(kind: NameKind) -> NameKind:
    return NameKind.ALIAS if kind is NameKind.PRIMARY else kind


def _refine(kind: NameKind, text: str, person: bool) -> NameKind:
    if kind is NameKind.ALIAS and not is_latin(text):
        return NameKind.ORIGINAL_SCRIPT
    alone = person and " " not in text and "-" not in text
    if kind is NameKind.ALIAS and (alone or is_acronym(text)):
        return NameKind.WEAK_ALIAS
    return kind


def _raw(origin: Origin, text: str, whole: str) -> Origin:
    return origin if text == whole else Origin(origin.source, origin.record, whole)
