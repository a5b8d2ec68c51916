"""Names of the Canadian list: bilingual, labelled with their language, aliases packed together."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from ostraka.model.name import Name, NameKind
from ostraka.model.origin import Origin
from ostraka.model.party import PartyKind
from ostraka.sources.ca_sema.entry import Entry
from ostraka.sources.packed_names import is_acronym, is_latin, split_names
from ostraka.sources.tables import load_words

# "Iranian Navy/Force navale iranienne": both official languages, or a name in two spellings.
_BILINGUAL = re.compile(r"^([^/]*[^/\s] [^/]+?)\s*/\s*([^/]+ [^/]+)$")
_KNOWN_AS = re.compile(
    r"\s*\(?\s*\b(?P<how>a\.?k\.?a\.?|f\.?k\.?a\.?|also known as|formerly(?: known as)?|"
    r"previously(?: known as)?)[:,]?\s+(?P<names>[^()]*(?:\([^()]*\)[^()]*)*)\)?",
    re.IGNORECASE,
)
_LABELS = "Arabic|Belaruss?ian|Burmese|Chinese|English|Farsi|French|Hebrew|Persian|Romanian|Russian"
_LABEL = re.compile(rf"[\s,;]*\b(?={_LABELS}|Spanish|Ukrainian)(\w+)\s*:\s*")
_SEPARATORS = r"\s*;\s*|\s+/\s+|\s+or\s+(?=[^a-z])|(?<=[Ѐ-ӿ»\"”]) and (?=[Ѐ-ӿ«\"“])"
_LISTED = re.compile(rf"\s*,\s+|{_SEPARATORS}")
# A comma inside the name of a body often belongs to it ("Zenda Works, JSC"; "science, arts and…").
_FORM = r"(?:[A-Z]{2,4}|Ltd|Inc|Co|SA|[А-Я]{2,4})\b\.?\s*(?:$|,|;)|Facult|Department|Branch"
_PACKED = re.compile(rf"\s*,\s+(?=[^\W\d_a-zа-яё])(?!{_FORM})|{_SEPARATORS}")


def read_names(entry: Entry, origin: Origin) -> tuple[Name, ...]:
    """Every name once, the primary one first."""
    found: dict[str, Name] = {}
    for name in (*_read_primary(entry, origin), *_read_aliases(entry, origin)):
        found.setdefault(name.text, name)
    return tuple(found.values())


def _read_primary(entry: Entry, origin: Origin) -> Iterator[Name]:
    if entry.kind is PartyKind.PERSON:
        given, family = _without_brackets(entry["givenname"]), _without_brackets(entry["lastname"])
        text = f"{given} {family}".strip()
        yield Name(
            text, NameKind.PRIMARY, _raw(origin, text, entry.name), given=given, family=family
        )
        for inner in re.findall(r"\(([^()]+)\)", entry.name):
            yield from _make(inner.strip(), NameKind.ALIAS, entry, origin)
        return
    texts, known_as = _cut_known_as(entry["entity"])
    both = _BILINGUAL.match(texts)
    first, *others = split_names(both.group(1) if both else texts) or (texts or entry.name,)
    yield Name(first, NameKind.PRIMARY, _raw(origin, first, entry["entity"]))
    for other in (*others, *(split_names(both.group(2)) if both else ())):
        yield from _make(other, NameKind.ALIAS, entry, origin)
    for text, kind in known_as:
        yield from _make(text, kind, entry, origin)


def _read_aliases(entry: Entry, origin: Origin) -> Iterator[Name]:
    base, known_as = _cut_known_as(entry["aliases"])
    pattern = _LISTED if entry.kind is PartyKind.PERSON else _PACKED
    for language, labelled in _by_language(base):
        for part in pattern.split(labelled):
            both = _BILINGUAL.match(part)
            for text in both.groups() if both else (part,):
                for name in split_names(text):
                    yield from _make(name, NameKind.ALIAS, entry, origin, language)
    for text, kind in known_as:
        yield from _make(text, kind, entry, origin)


def _cut_known_as(text: str) -> tuple[str, list[tuple[str, NameKind]]]:
    found: list[tuple[str, NameKind]] = []
    for match in _KNOWN_AS.finditer(text):
        former = match["how"].lower()[0] in "fp"
        kind = NameKind.FORMER if former else NameKind.ALIAS
        pieces = (p.strip(" ,;)") for p in re.split(r"\s*;\s*", match["names"]))
        found.extend((name, kind) for piece in pieces for name in split_names(piece))
    return _KNOWN_AS.sub("", text).strip(" ,;("), found


def _by_language(text: str) -> Iterator[tuple[str, str]]:
    """A label counts for the names after it until the next: "Russian: A, B; Hebrew: C"."""
    first, *rest = _LABEL.split(text)
    yield "", first
    for label, names in zip(rest[::2], rest[1::2], strict=True):
        yield load_languages().get(label.casefold(), ""), names


@cache
def load_languages() -> dict[str, str]:
    """Codes of languages by their English names, in lower case."""
    return load_words(__package__, "languages.csv")


def _make(
    text: str, kind: NameKind, entry: Entry, origin: Origin, language: str = ""
) -> Iterator[Name]:
    text = text if text.count("(") == text.count(")") else text.strip(" ()")
    if not any(c.isalpha() for c in text):
        return
    if kind is NameKind.ALIAS and not is_latin(text):
        kind = NameKind.ORIGINAL_SCRIPT
    # One word of a person's name stops too many; it still confirms a match.
    alone = entry.kind is PartyKind.PERSON and " " not in text
    if kind is NameKind.ALIAS and (alone or is_acronym(text)):
        kind = NameKind.WEAK_ALIAS
    yield Name(text, kind, _raw(origin, text, entry["aliases"]), language=language)


def _raw(origin: Origin, text: str, raw: str) -> Origin:
    return Origin(origin.source, origin.record, raw) if raw != text else origin


def _without_brackets(text: str) -> str:
    return " ".join(re.sub(r"\([^()]*\)?", " ", text).split())
