"""Several names in one field: packed with semicolons, scripts mixed, acronyms in brackets."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import pairwise

from ostraka.sources.text import tidy

_MARKED = re.compile(r"(?:^|(?<=\s))[a-z]\)\s*")
_JOINED = re.compile(r"(?<=\))\s+AND\s+")
_GROUP = re.compile(r"\s*\(([^()]*(?:\([^()]*\)[^()]*)*)\)")
_ACRONYM_AFTER_SLASH = re.compile(r"^(.+?) / ([A-Z][A-Z-]{1,9})$")
_ACRONYM = re.compile(r"[A-Z][A-Za-z]{0,2}[A-Z][A-Z/-]{0,8}(?: CO\.)?|[A-Z]{2}-?[A-Z]?")
_LABEL = re.compile(r"\s*\(?original script\)?\s*:?\s*|\s*-\s*sub-unit name\s*", re.IGNORECASE)
_NOTE = re.compile(
    r"combat name|birth name|nom de guerre|deceased|false identity|original script|"
    r"\bnumber\b|passport|located|[A-Za-z]{2}[ei]\.\d{3}",
    re.IGNORECASE,
)
_ARTICLES = frozenset({"the", "le", "la", "les", "el", "l"})
_STATEMENT = re.compile(r",?\s+born\s+(?:on\s+)?\d.*$")
_IN_SCRIPT = re.compile(
    r"(?:original script|in (?:arabic|russian|cyrillic|persian|farsi))\s*:\s*([^\d;.]+)",
    re.IGNORECASE,
)

_GROUP_NEXT = (
    r"(?!(?:its|their|any|all|sons|brothers|subsidiar|affiliat|subordinat|successor)\w*\b)"
)
_AFTER_FORM = re.compile(
    rf"(?:(?<=\b(?:Ltd|Inc|LLC|C\.V)\.)|(?<=\bCo\.)|(?<=\bLimited)),?\s+and\s+{_GROUP_NEXT}",
    re.IGNORECASE,
)


def is_latin(text: str) -> bool:
    """Whether most letters of a text are Latin; a text without letters counts as Latin.

    >>> is_latin("Абу Банат"), is_latin("Jin Tiesan"), is_latin("42")
    (False, True, True)
    """
    letters = [c for c in text if c.isalpha()]
    latin = sum(unicodedata.name(c, "").startswith("LATIN") for c in letters)
    return 2 * latin >= len(letters)


def split_names(text: str) -> tuple[str, ...]:
    """The names packed in one field, the first as it is spelled, each once.

    Names stand apart by `;` or `b)`. A bracket with another script, an acronym or several names
    holds names of its own; the name before it is then given without the bracket too.

    >>> split_names("Jin Tiesan (金铁三)")
    ('Jin Tiesan', '金铁三')
    >>> split_names("BUTEMBO AIRLINES (BAL)")
    ('BUTEMBO AIRLINES (BAL)', 'BUTEMBO AIRLINES', 'BAL')
    """
    whole = _STATEMENT.sub("", tidy(text)).strip()
    found: list[str] = []
    for piece in _split_packed(whole):
        found.extend(_read_piece(piece))
    return tuple(dict.fromkeys(name for name in map(_trim, found) if _is_name(name)))


def split_after_forms(text: str) -> tuple[str, ...]:
    """The names of a text, apart by "and" behind a legal form that no word for a group follows.

    >>> split_after_forms("Zorvan Co., Ltd., and Zor")
    ('Zorvan Co., Ltd.', 'Zor')
    """
    return tuple(_AFTER_FORM.split(text))


def find_names_in_note(note: str) -> tuple[str, ...]:
    """The names in another script that the note of an alias gives after "original script:".

    >>> find_names_in_note("Previously listed as. In Arabic: رياض محمد")
    ('رياض محمد',)
    """
    found = (_trim(m.group(1)) for m in _IN_SCRIPT.finditer(tidy(note)))
    return tuple(name for name in found if _is_name(name) and not is_latin(name))


def is_acronym(name: str) -> bool:
    """Whether a name is an acronym of at most three letters, too broad to stop anyone alone.

    >>> is_acronym("BAL"), is_acronym("FDLR")
    (True, False)
    """
    return len(name) <= 3 and name.isupper() and name.isalpha()


def _split_packed(text: str) -> list[str]:
    """Splits at semicolons and list marks outside brackets."""
    masked = _GROUP.sub(lambda m: "\x00" * len(m.group()), text)
    cuts = sorted({0, len(text), *_cut_places(masked)})
    pieces = (text[a:b] for a, b in pairwise(cuts))
    return [part for piece in pieces for part in _JOINED.split(_MARKED.sub("", piece).strip("; "))]


def _cut_places(masked: str) -> Iterator[int]:
    yield from (m.start() for m in re.finditer(";", masked))
    yield from (m.start() for m in _MARKED.finditer(masked))


def _read_piece(piece: str) -> Iterator[str]:
    slashed = _ACRONYM_AFTER_SLASH.match(piece)
    if slashed:
        yield from (piece, *slashed.groups())
        return
    groups = [m.group(1).strip() for m in _GROUP.finditer(piece)]
    base = _trim(_GROUP.sub("", piece))
    named = [g for g in groups if _holds_names(g, base)]
    if named and all(_ACRONYM.fullmatch(g) for g in named):
        yield piece
    elif not named:
        yield _without_notes(piece, groups)
    if named:
        yield base
    for group in named:
        if not _ACRONYM.fullmatch(group) or _stands_for_all(group, piece):
            yield from _names_of_group(group)


def _stands_for_all(acronym: str, piece: str) -> bool:
    """Whether an acronym is one of the whole name, not of a part or of a parent inside it."""
    before, _, after = piece.partition(f"({acronym})")
    words = [w for w in re.split(r"[\s’'-]+", before) if w.casefold() not in _ARTICLES]
    return bool(words) and words[0][0] == acronym[0] and len(after.split()) <= 1


def _holds_names(group: str, base: str) -> bool:
    if _is_acronym_of(group, base) or ";" in group:
        return True
    return is_latin(_LABEL.sub("", group)) != is_latin(base)


def _is_acronym_of(text: str, name: str) -> bool:
    """An acronym begins as one of the words does; "(KENYA)" after a name is a place."""
    initials = {word[0] for word in re.split(r"[\s’'-]+", name) if word}
    return bool(_ACRONYM.fullmatch(text)) and text[0] in initials


def _names_of_group(group: str) -> Iterator[str]:
    for part in group.split(";"):
        inner = [m.group(1) for m in _GROUP.finditer(part) if not _NOTE.search(m.group(1))]
        plain = _LABEL.sub("", part)
        yield _GROUP.sub("", plain) if inner else plain
        yield from (i for i in inner if _ACRONYM.fullmatch(i))


def _without_notes(piece: str, groups: Iterable[str]) -> str:
    for group in groups:
        if _NOTE.search(group) or len(group.split()) > 6:
            piece = piece.replace(f"({group})", "")
    return piece


def _trim(name: str) -> str:
    text = tidy(name).strip(" ;,:")
    if text.startswith(")") or text.count("(") != text.count(")"):
        text = text.strip("() ")
    if len(text) > 1 and text[0] in '"“' and text[-1] in '"”':
        text = text[1:-1]
    return text.strip()


def _is_name(text: str) -> bool:
    return any(c.isalpha() for c in text) and text.casefold() not in {"na", "n/a", "none"}
