"""Countries by any usual name, and by their codes."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from ostraka.names.folding import fold
from ostraka.names.rows import load_rows

_SIDE_NOTE = re.compile(r"(.*?)\s*[(\[](.*?)[)\]]?$")
_ARTICLE = "the "


@lru_cache(maxsize=1 << 14)
def find_country(text: str) -> str | None:
    """The ISO 3166 alpha-2 code, in lower case, of a country named or coded in any usual way.

    `None` where the text names no country, or could name several. Withdrawn codes stand for
    themselves: the Soviet Union is "su".

    >>> find_country("Korea, North"), find_country("Burma"), find_country("DEU")
    ('kp', 'mm', 'de')
    """
    found = _look_up(text)
    if found is None and (noted := _SIDE_NOTE.match(text)):
        before, note = map(_look_up, noted.groups())
        return before if note in {None, before} else None  # "Georgia (USA)" is not Georgia
    return found


def _look_up(text: str) -> str | None:
    return load_countries().get(fold(text).removeprefix(_ARTICLE))


@cache
def load_countries() -> dict[str, str]:
    """Every folded spelling and code with its alpha-2 code."""
    found: dict[str, str] = {}
    for alpha2, alpha3, name, spellings in load_rows("countries"):
        for spelling in (alpha2, alpha3, name, *filter(None, spellings.split("|"))):
            found.setdefault(fold(spelling).removeprefix(_ARTICLE), alpha2)
    return found
