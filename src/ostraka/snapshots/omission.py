r"""What a file shape cannot state, and how a comparison leaves it out.

A CSV set without its alias file says nothing about aliases; that is not a removal of aliases.
Parsers name it in `ParsedList.omits`:

- `addresses`: a field of a party;
- `facts:website`: the items of a field with that kind, scheme, topic or role;
- `listings.acts`: an attribute of the items of a field;
- `aliases`: every name but the primary one and the weak aliases, which is what OFAC's alias file
  holds beside the main file;
- `scripts`: names and addresses in letters other than Latin ones;
- `quotes`: the form of quotation marks, so that `"A"`, `\"A\"` and `'A'` are one text.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from ostraka.model.name import NameKind
from ostraka.model.party import Party
from ostraka.snapshots.content import Content, sort_contents
from ostraka.snapshots.shapes import record_of

IN_REMARKS = (
    *("identifiers", "countries", "born", "birth_places", "genders", "established", "relations"),
    *("facts", "names:weak_alias", "listings.acts", "listings.dates", "listings.clauses"),
)
"""What OFAC's CSV set states in the remarks, which it cuts."""

_ALIASES = (NameKind.ALIAS, NameKind.FORMER, NameKind.ORIGINAL_SCRIPT)
_WORDS = {"aliases": tuple(f"names:{kind}" for kind in _ALIASES)}
_SORTED_BY = {
    "names": "kind",
    "identifiers": "scheme",
    "countries": "role",
    "relations": "kind",
    "facts": "topic",
}
_SCRIPTS, _QUOTES = "scripts", "quotes"
_TEXT_WITH_SCRIPT = {"names": "text", "addresses": "full"}
_QUOTATION_MARK = re.compile(r"\\?[\"'\u2018\u2019\u201c\u201d\u00ab\u00bb]")
_PATTERN = re.compile(r"(?P<field>[a-z_]+)(?::(?P<term>[a-z_]+)|\.(?P<attribute>[a-z_]+))?")


@dataclass(frozen=True, slots=True)
class Omission:
    """One thing not stated: a field, its items of one term, or one attribute of its items.

    `field` is `scripts` or `quotes` for the two that concern the letters of a text.
    """

    field: str
    term: str = ""
    attribute: str = ""

    def apply(self, content: Content) -> None:
        """The content is without it."""
        if self.field == _SCRIPTS:
            _keep_latin(content)
        elif self.field == _QUOTES:
            content.update({name: _plain_quotes(value) for name, value in content.items()})
        elif self.field in content:
            _keep(content, self.field, self._kept(content[self.field]))

    def _kept(self, items: Sequence[Content]) -> list[Content]:
        if self.term:
            key = _SORTED_BY[self.field]
            return [item for item in items if item.get(key) != self.term]
        if self.attribute:
            return [_without(item, self.attribute) for item in items]
        return []


def leave_out(omissions: Sequence[Omission], content: Content) -> Content:
    """The content without what is not stated.

    Items that thereby say nothing that another does not say as well are left out.
    """
    for omission in omissions:
        omission.apply(content)
    for name, value in content.items() if omissions else ():
        if isinstance(value, list):
            content[name] = _without_repetition(sort_contents(value))
    return content


def find_unstated(words: Collection[str]) -> tuple[str, ...]:
    """The words that name what is missing whole, such as `aliases`; sorted."""
    details = {_SCRIPTS, _QUOTES}
    return tuple(sorted(w for w in words if not re.search("[:.]", w) and w not in details))


def parse_omissions(words: Collection[str]) -> tuple[Omission, ...]:
    """The omissions that the words of a parser name, those that drop whole items first.

    Raises:
        ValueError: A word names nothing a party has; the parser is at fault.
    """
    spelled = sorted({part for word in words for part in _WORDS.get(word, (word,))})
    found = map(_parse_omission, spelled)
    return tuple(sorted(found, key=lambda omission: bool(omission.attribute)))


def _parse_omission(word: str) -> Omission:
    found = _PATTERN.fullmatch(word)
    fields = {*(f.name for f in record_of(Party).fields), _SCRIPTS, _QUOTES}
    if not found or found["field"] not in fields:
        raise ValueError(f"{word!r} names no field of a party that a list may leave unsaid")
    if found["term"] and found["field"] not in _SORTED_BY:
        raise ValueError(f"{word!r}: the items of {found['field']} have no kind")
    return Omission(found["field"], found["term"] or "", found["attribute"] or "")


def _without_repetition(items: list[Any]) -> list[Any]:
    once = [x for i, x in enumerate(items) if not i or x != items[i - 1]]
    return [x for x in once if not any(_says_more(other, x) for other in once)]


def _says_more(other: Any, item: Any) -> bool:  # noqa: ANN401 - any JSON value
    return isinstance(item, dict) and other != item and other.items() >= item.items()


def _keep(content: Content, field: str, items: list[Content]) -> None:
    if items:
        content[field] = items
    else:
        del content[field]


def _keep_latin(content: Content) -> None:
    for field, text in _TEXT_WITH_SCRIPT.items():
        if field in content:
            _keep(content, field, [item for item in content[field] if _is_latin(item[text])])


def _is_latin(text: str) -> bool:
    letters = (c for c in text if ord(c) > 0x24F and c.isalpha())
    return all("LATIN" in unicodedata.name(c, "") for c in letters)


def _plain_quotes(value: Any) -> Any:  # noqa: ANN401 - any JSON value
    match value:
        case str():
            return _QUOTATION_MARK.sub("'", value)
        case list():
            return [_plain_quotes(item) for item in value]
        case dict():
            return {key: _plain_quotes(item) for key, item in value.items()}
    return value


def _without(item: Content, attribute: str) -> Content:
    return {key: value for key, value in item.items() if key != attribute}
