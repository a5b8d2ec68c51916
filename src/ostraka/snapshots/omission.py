"""What a file shape cannot state, and how a comparison leaves it out.

A CSV set without its alias file says nothing about aliases; that is not a removal of aliases.
Parsers name it in `ParsedList.omits`:

- `addresses`: a field of a party;
- `facts:website`: the items of a field with that kind, scheme, topic or role;
- `listings.acts`: an attribute of the items of a field;
- `aliases`: every name but the primary one and the weak aliases, which is what OFAC's alias file
  holds beside the main file.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass

from ostraka.model.name import NameKind
from ostraka.model.party import Party
from ostraka.snapshots.content import Content, sort_contents
from ostraka.snapshots.shapes import record_of

_ALIASES = (NameKind.ALIAS, NameKind.FORMER, NameKind.ORIGINAL_SCRIPT)
_WORDS = {"aliases": tuple(f"names:{kind}" for kind in _ALIASES)}
_SORTED_BY = {
    "names": "kind",
    "identifiers": "scheme",
    "countries": "role",
    "relations": "kind",
    "facts": "topic",
}
_PATTERN = re.compile(r"(?P<field>[a-z_]+)(?::(?P<term>[a-z_]+)|\.(?P<attribute>[a-z_]+))?")


@dataclass(frozen=True, slots=True)
class Omission:
    """One thing not stated: a field, its items of one term, or one attribute of its items."""

    field: str
    term: str = ""
    attribute: str = ""

    def apply(self, content: Content) -> None:
        """The content is without it."""
        if self.field not in content:
            return
        if self.term:
            key = _SORTED_BY[self.field]
            kept = [item for item in content[self.field] if item.get(key) != self.term]
        elif self.attribute:
            kept = [_without(item, self.attribute) for item in content[self.field]]
        else:
            kept = []
        content[self.field] = sort_contents(kept)
        if not kept:
            del content[self.field]


def parse_omissions(words: Collection[str]) -> tuple[Omission, ...]:
    """The omissions that the words of a parser name, sorted.

    Raises:
        ValueError: A word names nothing a party has; the parser is at fault.
    """
    spelled = sorted({part for word in words for part in _WORDS.get(word, (word,))})
    return tuple(_parse_omission(word) for word in spelled)


def _parse_omission(word: str) -> Omission:
    found = _PATTERN.fullmatch(word)
    fields = {f.name for f in record_of(Party).fields}
    if not found or found["field"] not in fields:
        raise ValueError(f"{word!r} names no field of a party that a list may leave unsaid")
    if found["term"] and found["field"] not in _SORTED_BY:
        raise ValueError(f"{word!r}: the items of {found['field']} have no kind")
    return Omission(found["field"], found["term"] or "", found["attribute"] or "")


def _without(item: Content, attribute: str) -> Content:
    return {key: value for key, value in item.items() if key != attribute}
