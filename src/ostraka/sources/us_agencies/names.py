"""Names of entries that carry aliases, former names and groups in their own grammar."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ostraka.model.name import NameKind
from ostraka.sources.packed_names import (
    is_acronym,
    is_latin,
    split_after_forms,
    split_names,
)
from ostraka.sources.text import tidy
from ostraka.sources.us_agencies.enumerations import LEAD
from ostraka.sources.us_trade_csl.names import Alias, NameCell, find_clause_kinds

_FORMER = r"formerly(?: known as)?|f\.?/?k\.?/?a\b\.?"
_KNOWN_AS = (
    r"also known as|doing business as|(?:\w+ )?alias(?:es)?:|a\.?/?k\.?/?a\b\.?|d\.?/?b\.?/?a\b\.?"
)
_INTRO = re.compile(
    rf"(?:\b(?:and|including)\s+)*(?P<how>{_FORMER}|{_KNOWN_AS})[,:]?\s*", re.IGNORECASE
)
_IS_FORMER = re.compile(_FORMER, re.IGNORECASE)
_GROUP = re.compile(r"\s*\((?P<inner>[^()]*(?:\([^()]*\)[^()]*)*)\)")
_CHAIN = re.compile(rf",?\s+(?={_INTRO.pattern.replace('?P<how>', '?:')})", re.IGNORECASE)
_GROUP_WORDS = r"subsidiar(?:y|ies)|affiliate[sd]?|subordinates?|successors?|sub-?units?"
_CLAUSE = re.compile(
    rf",?\s+and\s+(?:(?:its|their|any|all)\s+)?(?:(?!and\b)[\w-]+\s+){{0,6}}?(?:{_GROUP_WORDS})\b.*$",
    re.IGNORECASE | re.DOTALL,
)
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
            plain = re.sub(r"[,\s]+and$", "", LEAD.sub("", tidy(part))).strip(" ,;")
            if any(c.isalpha() for c in plain):
                yield plain


def _kind_of(name: str) -> NameKind:
    if not is_latin(name):
        return NameKind.ORIGINAL_SCRIPT
    return NameKind.WEAK_ALIAS if is_acronym(name) else NameKind.ALIAS
