"""Names of the Japanese list: in katakana and Latin letters, aliases of both in one cell."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ostraka.model.name import Name, NameKind
from ostraka.model.origin import Origin
from ostraka.model.party import PartyKind
from ostraka.sources.jp_mof.rows import Row
from ostraka.sources.lettered import split_lettered
from ostraka.sources.packed_names import is_acronym, is_latin
from ostraka.sources.text import tidy

_KANA_OR_HAN = re.compile("[\u3041-\u30ff\u3400-\u9fff]")
_SCRIPT = re.compile(r"[(（]\s*original\s+script\s*[:：]?\s*([^()（）]+)[)）]", re.IGNORECASE)
_KNOWN_AS = re.compile(
    r"[(（]?\s*a\.?\s?k\.?\s?a\.?\s*[:：,]?\s*|[(（]?別称[、:：]\s*", re.IGNORECASE
)
_BRACKET = re.compile(r"[(（]([^()（）]*)[)）]")
_VARIANT = re.compile(r"([\w'’-]+)\s*[(（]([\w'’-]+)[)）]")
_LATIN_SEPARATORS = re.compile(r"\s*[;；\n]\s*|,\s+(?=[A-Z])")
_JAPANESE_SEPARATORS = re.compile(r"\s*[;；\n、,]\s*")
_BODY_SEPARATORS = re.compile(r"\s*[;；\n]\s*")
_FIELDS = {
    "alias": NameKind.ALIAS,
    "former": NameKind.FORMER,
    "weak_alias": NameKind.WEAK_ALIAS,
}


def read_names(row: Row) -> tuple[Name, ...]:
    """Every name once: the Latin one first, the Japanese one, those of the alias columns."""
    origin = Origin("jp_mof", f"{row.sheet}/row {row.number}")
    found: dict[str, Name] = {}
    for name in (
        *_read_latin(row, origin),
        *_read_japanese(row, origin),
        *_read_aliases(row, origin),
    ):
        if any(c.isalnum() for c in name.text):
            found.setdefault(name.text, name)
    names = list(found.values())
    if names and names[0].kind is not NameKind.PRIMARY:
        names[0] = Name(
            names[0].text, NameKind.PRIMARY, names[0].origin, language=names[0].language
        )
    return tuple(names)


def _read_latin(row: Row, origin: Origin) -> Iterator[Name]:
    whole = row["english"]
    plain = tidy(_SCRIPT.sub(" ", whole))
    raw = Origin(origin.source, origin.record, tidy(whole))
    if row.kind is PartyKind.PERSON and _VARIANT.search(plain):
        # "Andrei (Andrey) Gurulev (Gurulyov)": the bracket spells the word before it otherwise.
        yield Name(tidy(_VARIANT.sub(r"\1", plain)), NameKind.PRIMARY, raw)
        yield Name(tidy(_VARIANT.sub(r"\2", plain)), NameKind.ALIAS, raw)
    elif plain:
        yield Name(plain, NameKind.PRIMARY, raw if plain != whole else origin)
    for text in _SCRIPT.findall(whole):
        yield Name(tidy(text), NameKind.ORIGINAL_SCRIPT, raw)


def _read_japanese(row: Row, origin: Origin) -> Iterator[Name]:
    text = tidy(row["japanese"]).strip(" 　")
    if text:
        yield Name(text, NameKind.ALIAS, origin, language="ja")


def _read_aliases(row: Row, origin: Origin) -> Iterator[Name]:
    for field, kind in _FIELDS.items():
        for part in _KNOWN_AS.split(row[field]):
            for piece in split_lettered(part):
                for text in _take_apart(piece, row.kind):
                    yield _make(text, kind, row.kind, origin)


def _take_apart(piece: str, kind: PartyKind) -> Iterator[str]:
    """The Japanese name and, in a bracket or on a line of its own, the Latin one.

    A bracket in Japanese is a note ("when he took part in …"), not a name.
    """
    outside = piece
    for inner in _BRACKET.findall(piece):
        if _is_name_in_bracket(inner):
            yield from _split(inner, kind)
        outside = re.sub(r"[(（]" + re.escape(inner) + r"[)）]", " ", outside, count=1)
    for line in outside.splitlines():
        yield from _split(re.sub(r"[()（）]", " ", line), kind)


def _is_name_in_bracket(inner: str) -> bool:
    return not _KANA_OR_HAN.search(inner) and any(c.isalpha() for c in inner)


def _split(text: str, kind: PartyKind) -> Iterator[str]:
    # A comma inside the Latin name of a body belongs to it ("Zenda Works, Ltd.").
    latin = _LATIN_SEPARATORS if kind is PartyKind.PERSON else _BODY_SEPARATORS
    pattern = _JAPANESE_SEPARATORS if _KANA_OR_HAN.search(text) else latin
    for part in pattern.split(text):
        name = tidy(part).strip(" 、,;；。「」“”\"'　.")
        if any(c.isalpha() for c in name) and name not in {"不明", "及び", "又は"}:
            yield name


def _make(text: str, kind: NameKind, party: PartyKind, origin: Origin) -> Name:
    japanese = bool(_KANA_OR_HAN.search(text))
    if kind is NameKind.ALIAS and not japanese and not is_latin(text):
        kind = NameKind.ORIGINAL_SCRIPT
    alone = party is PartyKind.PERSON and not re.search(r"[\s・＝=-]", text)
    if kind is NameKind.ALIAS and (alone or is_acronym(text)):
        kind = NameKind.WEAK_ALIAS
    return Name(text, kind, origin, language="ja" if japanese else "")
