"""Names of the Swiss list: parts in an order, each with spellings in languages and scripts."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ostraka.model.name import Name, NameKind
from ostraka.model.origin import Origin
from ostraka.sources.packed_names import is_latin
from ostraka.sources.text import tidy
from ostraka.sources.xmlstream import Element, child_text

MOST_SPELLINGS = 16
"""Most spellings of one name; the parts of a name of five words would make hundreds."""

_GIVEN = frozenset({"given-name", "further-given-name"})
_FAMILY = frozenset({"family-name"})


@dataclass(frozen=True, slots=True)
class _Part:
    kind: str
    value: str
    variants: dict[tuple[str, str], tuple[str, ...]]


def read_names(
    identities: list[Element], kinds: Mapping[str, str], origin: Origin, unknown: Counter[str]
) -> tuple[Name, ...]:
    """Every name of every identity once, the primary one of the main identity first."""
    found: dict[str, Name] = {}
    for identity in sorted(identities, key=lambda e: e.get("main") != "true"):
        main = identity is identities[0] or identity.get("main") == "true"
        for element in identity.iterchildren("name"):
            kind = _find_kind(element, kinds, unknown, main=main)
            for name in _read_name(element, kind, origin):
                found.setdefault(name.text, name)
    return tuple(sorted(found.values(), key=lambda name: name.kind is not NameKind.PRIMARY))


def read_titles(identities: list[Element]) -> tuple[str, ...]:
    """The parts of names that are titles, each once."""
    parts = (
        part
        for identity in identities
        for name in identity.iterchildren("name")
        for part in _read_parts(name)
    )
    return tuple(dict.fromkeys(part.value for part in parts if part.kind == "title"))


def _find_kind(
    element: Element, kinds: Mapping[str, str], unknown: Counter[str], *, main: bool
) -> NameKind:
    word = str(element.get("name-type", ""))
    if word not in kinds:
        unknown[f"the name type {word!r} is new; read as an alias"] += 1
    kind = NameKind(kinds.get(word, "alias"))
    if element.get("quality") == "low" and kind is not NameKind.PRIMARY:
        return NameKind.WEAK_ALIAS
    return NameKind.ALIAS if kind is NameKind.PRIMARY and not main else kind


def _read_name(element: Element, kind: NameKind, origin: Origin) -> Iterator[Name]:
    parts = [part for part in _read_parts(element) if part.kind != "title"]
    text = " ".join(part.value for part in parts if part.value)
    if any(c.isalnum() for c in text):
        yield Name(
            text,
            kind,
            origin,
            given=" ".join(p.value for p in parts if p.kind in _GIVEN),
            family=" ".join(p.value for p in parts if p.kind in _FAMILY),
        )
    for language, script in dict.fromkeys(key for part in parts for key in part.variants):
        yield from _spell(parts, (language, script), kind, origin)


def _spell(
    parts: list[_Part], key: tuple[str, str], kind: NameKind, origin: Origin
) -> Iterator[Name]:
    """The name in one language and script; a part without a spelling in it stands as it is."""
    choices = [part.variants.get(key, (part.value,)) for part in parts]
    for words in itertools.islice(itertools.product(*choices), MOST_SPELLINGS):
        text = " ".join(filter(None, words))
        own = NameKind.ALIAS if kind is NameKind.PRIMARY else kind
        if own is NameKind.ALIAS and not is_latin(text):
            own = NameKind.ORIGINAL_SCRIPT
        yield Name(text, own, origin, script=key[1], language=key[0])


def _read_parts(element: Element) -> list[_Part]:
    children = sorted(element.iterchildren("name-part"), key=_order)
    return [_make_part(child) for child in children]


def _order(part: Element) -> int:
    order = str(part.get("order", ""))
    return int(order) if order.isdecimal() else 0


def _make_part(element: Element) -> _Part:
    variants: dict[tuple[str, str], tuple[str, ...]] = {}
    for variant in element.iterchildren("spelling-variant"):
        text = tidy(variant.text or "")
        # ISO 639-2 codes of three letters are kept as the file has them where none of two fits.
        key = (_shorten(str(variant.get("lang", ""))), str(variant.get("script", ""))[:4].title())
        if text:
            variants[key] = (*variants.get(key, ()), text)
    kind = str(element.get("name-part-type", ""))
    return _Part(kind, tidy(child_text(element, "value")), variants)


def _shorten(language: str) -> str:
    known = {"eng": "en", "ger": "de", "fre": "fr", "ita": "it", "rus": "ru", "ara": "ar"}
    known |= {"ukr": "uk", "bel": "be", "per": "fa", "kor": "ko", "chi": "zh", "heb": "he"}
    return known.get(language, language)
