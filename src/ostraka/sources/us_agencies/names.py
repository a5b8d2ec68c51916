"""Names of entries that carry aliases, former names and groups in their own grammar."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from ostraka.model.name import NameKind
from ostraka.sources.packed_names import is_acronym, is_latin, split_names
from ostraka.sources.tables import iter_table
from ostraka.sources.text import tidy
from ostraka.sources.us_trade_csl.names import Alias, NameCell, find_clause_kinds

_FORMER = r"formerly(?: known as)?|f\.?/?k\.?/?a\b\.?"
_KNOWN_AS = (
    r"also known as|doing business as|(?:\w+ )?alias(?:es)?:|a\.?/?k\.?/?a\b\.?|d\.?/?b\.?/?a\b\.?"
)
_INTRO = re.compile(
    rf"(?:\b(?:and|including)\s+)*(?P<how>{_FORMER}|{_KNOWN_AS})[,:]?\s*", re.IGNORECASE
)
_TAILS = "name_tails.csv"
_IS_FORMER = re.compile(_FORMER, re.IGNORECASE)
_GROUP = re.compile(r"\s*\((?P<inner>[^()]*(?:\([^()]*\)[^()]*)*)\)")
_CHAIN = re.compile(rf",?\s+(?={_INTRO.pattern.replace('?P<how>', '?:')})", re.IGNORECASE)
_GROUP_WORDS = r"subsidiar(?:y|ies)|affiliate[sd]?|subordinates?|successors?|sub-?units?"
_CLAUSE = re.compile(
    rf",?\s+and\s+(?:(?:its|their|any|all)\s+)?(?:(?!and\b)[\w-]+\s+){{0,6}}?(?:{_GROUP_WORDS})\b.*$",
    re.IGNORECASE | re.DOTALL,
)
_MEMBERS = re.compile(
    r"\b(?:which include|subsidiar(?:y|ies)\s*:|from \w+,)\s*(.+?)\)*$", re.IGNORECASE
)
_GROUP_NEXT = (
    r"(?!(?:its|their|any|all|sons|brothers|subsidiar|affiliat|subordinat|successor)\w*\b)"
)
_AFTER_FORM = re.compile(
    rf"(?:(?<=\b(?:Ltd|Inc|LLC|C\.V)\.)|(?<=\bCo\.)|(?<=\bLimited)),?\s+and\s+{_GROUP_NEXT}",
    re.IGNORECASE,
)
_ENDS_IN_FORM = re.compile(r"\b(?:Ltd|Pvt|Inc|Co|Corp|LLC)\.?$", re.IGNORECASE)
_ENUMERATION_MIN = 4
_STOP = re.compile(r"(?<=\w{3})(?<!Ltd)(?<!Inc)(?<!Pvt)(?<!Corp)\.$")
_LEAD = re.compile(r"^(?:and|including)\s+", re.IGNORECASE)
_LEGAL = re.compile(r"(?:limited|ltd|group|holdings|china|americas|usa)", re.IGNORECASE)


def read_name(text: str, *, short_names: bool = False) -> NameCell:
    """The name of an entry, its aliases and former names, and the words that name a group.

    With `short_names` a bracket at the end is a further name, whatever it holds, unless it is a
    legal form or a place.

    >>> read_name("A Co., Ltd (and one alias: B) and subsidiaries").clause
    'and subsidiaries'
    """
    plain = tidy(text)
    aliases: list[Alias] = []
    for match in _GROUP.finditer(plain):
        if _INTRO.match(match["inner"]):
            aliases.extend(read_aliases(match["inner"]))
            plain = plain.replace(match.group(), "", 1)
    plain, clause = _cut_clause(plain)
    name, *chained = _CHAIN.split(plain)
    for piece in chained:
        aliases.extend(read_aliases(piece))
    name, *short = _split_short(tidy(name) or tidy(text), short_names=short_names)
    aliases = [*(Alias(s, _kind_of(s)) for s in short), *aliases]
    kept = dict.fromkeys(alias for alias in aliases if alias.text and alias.text != name)
    return NameCell(name, tuple(kept), "", clause)


def read_aliases(text: str) -> Iterator[Alias]:
    """The names after words such as "also known as" and "formerly known as".

    >>> [a.text for a in read_aliases("also known as A Co. and B; and formerly known as C")]
    ['A Co.', 'B', 'C']
    """
    marks = list(_INTRO.finditer(text))
    ends = [*(mark.start() for mark in marks[1:]), len(text)][: len(marks)]
    for mark, end in zip(marks, ends, strict=True):
        former = bool(_IS_FORMER.match(mark["how"]))
        for part in _split_parts(text[mark.end() : end]):
            yield Alias(part, NameKind.FORMER if former else _kind_of(part))


def split_after_forms(text: str) -> tuple[str, ...]:
    """The names of a text, apart by "and" behind a legal form that no word for a group follows.

    >>> split_after_forms("A Co., Ltd., and B")
    ('A Co., Ltd.', 'B')
    """
    return tuple(_AFTER_FORM.split(text))


def split_parties(text: str) -> tuple[str, ...]:
    """The parties one cell names, apart by a semicolon or by "and" after a legal form.

    A comma parts them only in a long enumeration with several legal forms: names hold commas too.
    In one, a single word is a place.

    >>> split_parties("A Co., Ltd. and B Works Co., Ltd. and their subsidiaries")
    ('A Co., Ltd.', 'B Works Co., Ltd. and their subsidiaries')
    """
    pieces = (part for piece in text.split(";") for part in split_after_forms(piece))
    found = [_LEAD.sub("", part) for piece in pieces for part in _split_enumeration(piece.strip())]
    named = [part for part in found if part]
    return tuple(part for part in named if len(named) < _ENUMERATION_MIN or " " in part)


def _split_enumeration(text: str) -> tuple[str, ...]:
    parts = tuple(split_list(text)) if ";" not in text else ()
    forms = sum(bool(_ENDS_IN_FORM.search(part)) for part in parts)
    return parts if len(parts) >= _ENUMERATION_MIN and forms > 1 else (text,)


def find_members(clause: str) -> tuple[str, ...]:
    """The parties that the words of a clause name one by one.

    >>> find_members("and its two subsidiaries, which include A Co., Ltd.; and B Co., Ltd.")
    ('A Co., Ltd.', 'B Co., Ltd.')
    """
    found = _MEMBERS.search(clause)
    return tuple(split_list(found.group(1))) if found else ()


def split_list(text: str) -> Iterator[str]:
    """The names of an enumeration, apart by commas that no legal form follows, or semicolons.

    >>> list(split_list("A Co., Ltd., B Inc., and C"))
    ['A Co., Ltd.', 'B Inc.', 'C']
    """
    rest = text
    while rest:
        if ";" in text:
            head, _, rest = rest.partition(";")
        else:
            head, rest = cut_at_comma(rest)
        name = _LEAD.sub("", tidy(head)).strip(" ,")
        name = _STOP.sub("", name)
        if name:
            yield name


def cut_at_comma(text: str) -> tuple[str, str]:
    """A name and what stands after it, at the first comma that no legal form follows.

    >>> cut_at_comma("Zorvan Co., Ltd., 1 Quay, Zenda")
    ('Zorvan Co., Ltd.', '1 Quay, Zenda')
    """
    masked = _GROUP.sub(lambda group: "\x00" * len(group.group()), text)
    for match in re.finditer(r"\s*,\s*", masked):
        if not _is_tail(text[match.end() :]):
            return text[: match.start()].strip(), text[match.end() :].strip()
    return text.strip(" ,"), ""


@cache
def _load_tails() -> frozenset[str]:
    return frozenset(row["word"] for row in iter_table("ostraka.sources.us_agencies", _TAILS))


def _is_tail(text: str) -> bool:
    segment = re.split(r"[,;(]", text, maxsplit=1)[0]
    words = " ".join(re.findall(r"\w+", segment.casefold()))
    first = re.findall(r"\w+", segment.casefold())[:1]
    tails = _load_tails()
    return words in tails or (bool(first) and first[0] in _SAFE_FIRST and first[0] in tails)


_SAFE_FIRST = frozenset({"ltd", "limited", "inc", "llc", "gmbh", "jr", "ltda", "incorporated"})
"""Legal forms that begin no address, so that words may follow them ("Ltd. Zenda Branch")."""


def _cut_clause(text: str) -> tuple[str, str]:
    found = _CLAUSE.search(text)
    if not found or not found.start() or not find_clause_kinds(found.group()):
        return text, ""
    return text[: found.start()].strip(" ,"), found.group().strip(" ,")


def _split_short(name: str, *, short_names: bool) -> tuple[str, ...]:
    brackets = [found for found in _GROUP.finditer(name) if found.end() == len(name)]
    for last in brackets if short_names else ():
        if not _LEGAL.fullmatch(last["inner"]):
            return (name[: last.start()].strip(), last["inner"].strip())
    found = split_names(name) or (name,)
    if len(found) > 1 and found[0].startswith(f"{found[1]} ("):
        return found[1:]  # "Zorvan Works (ZW)": the name is the part before the acronym
    return found


def _split_parts(text: str) -> Iterator[str]:
    for piece in text.split(";"):
        for part in split_after_forms(piece):
            plain = re.sub(r"[,\s]+and$", "", _LEAD.sub("", tidy(part))).strip(" ,;")
            if any(c.isalpha() for c in plain):
                yield plain


def _kind_of(name: str) -> NameKind:
    if not is_latin(name):
        return NameKind.ORIGINAL_SCRIPT
    return NameKind.WEAK_ALIAS if is_acronym(name) else NameKind.ALIAS
