"""Several names in one text: enumerations, and names that run into an address."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from ostraka.sources.packed_names import split_after_forms
from ostraka.sources.tables import iter_table
from ostraka.sources.text import tidy

_TAILS = "name_tails.csv"
_BRACKET = re.compile(r"\([^()]*(?:\([^()]*\)[^()]*)*\)")
_MEMBERS = re.compile(
    r"\b(?:which include|subsidiar(?:y|ies)\s*:|from \w+,)\s*(.+?)\)*$", re.IGNORECASE
)
_ENDS_IN_FORM = re.compile(r"\b(?:Ltd|Pvt|Inc|Co|Corp|LLC)\.?$", re.IGNORECASE)
_ENUMERATION_MIN = 4
_STOP = re.compile(r"(?<=\w{3})(?<!Ltd)(?<!Inc)(?<!Pvt)(?<!Corp)\.$")
LEAD = re.compile(r"^(?:and|including)\s+", re.IGNORECASE)
"""What leads the last name of an enumeration."""
_SAFE_FIRST = frozenset({"ltd", "limited", "inc", "llc", "gmbh", "jr", "ltda", "incorporated"})
"""Legal forms that begin no address, so that words may follow them ("Ltd. Zenda Branch")."""


def split_parties(text: str) -> tuple[str, ...]:
    """The parties one cell names, apart by a semicolon or by "and" after a legal form.

    A comma parts them only in a long enumeration with several legal forms: names hold commas too.
    Where one ends in a single word, that is a place.

    >>> split_parties("A Co., Ltd. and B Works Co., Ltd. and their subsidiaries")
    ('A Co., Ltd.', 'B Works Co., Ltd. and their subsidiaries')
    """
    pieces = (part for piece in text.split(";") for part in split_after_forms(piece))
    found = [LEAD.sub("", part) for piece in pieces for part in _split_enumeration(piece.strip())]
    named = [part for part in found if part]
    long = len(named) >= _ENUMERATION_MIN
    return tuple(named[:-1] if long and " " not in named[-1] else named)


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
        name = LEAD.sub("", tidy(head)).strip(" ,")
        name = _STOP.sub("", name)
        if name:
            yield name


def cut_at_comma(text: str) -> tuple[str, str]:
    """A name and what stands after it, at the first comma that no legal form follows.

    >>> cut_at_comma("Zorvan Co., Ltd., 1 Quay, Zenda")
    ('Zorvan Co., Ltd.', '1 Quay, Zenda')
    """
    masked = _BRACKET.sub(lambda group: "\x00" * len(group.group()), text)
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
