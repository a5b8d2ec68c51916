"""Two names in one text: the present one and a former, maiden or other one."""

from __future__ import annotations

import re

_MARK = re.compile(
    r"""
    \b(?=[abdfgnpt])(?P<mark>
      formerly(?:\ known)?(?:\ as)? | previously(?:\ known)?(?:\ as)? | also\ known\ as
    | trading\ as | doing\ business\ as | now\ known\ as | better\ known\ as
    | f/?k/?a\b | a/?k/?a\b | d/?b/?a\b | f\.k\.a\. | a\.k\.a\. | d\.b\.a\. | t/a\b | n/k/a\b
    | née\b | geb\.(?=\s) | geborene\b | born(?=\s[A-Z]\w+\W*$)
    )[:\s]\s*
    """,
    re.VERBOSE | re.IGNORECASE,
)
MARKING = frozenset(
    (
        *("formerly", "previously", "also", "trading", "doing", "now", "better"),
        *("fka", "aka", "dba", "geborene", "born"),
    )
)
"""Words of letters alone that a mark can begin with; there is none without one of them."""

_MAIDEN = ("née", "geb.", "geborene", "born")
_BRACKETS = " ()[],;:\"'«»"
_WORD = re.compile(r"\w{2,}")


def split_former(text: str) -> tuple[str, ...]:
    """The names a text gives one after the other; the text alone where it gives one.

    A maiden name takes the place of the last word of the name before it.

    >>> split_former("Maria Ivanova (née Petrova)")
    ('Maria Ivanova', 'Maria Petrova')
    >>> split_former("Acme Ltd f/k/a Zenith Trading")
    ('Acme Ltd', 'Zenith Trading')
    """
    found = _MARK.search(text)
    if found is None:
        return (text,)
    present = text[: found.start()].strip(_BRACKETS)
    other = text[found.end() :].strip(_BRACKETS)
    if not _WORD.search(present) or not _WORD.search(other):
        return (text,)
    if found["mark"].lower() in _MAIDEN and " " in present and " " not in other:
        return present, f"{present.rpartition(' ')[0]} {other}"
    return present, other
