"""Countries by any usual name, and by their codes."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from ostraka.names.folding import fold
from ostraka.names.rows import load_rows

_SIDE_NOTE = re.compile(r"(.*?)\s*[(\[](.*?)[)\]]?$")
_ARTICLE = "the "
_CODE_LENGTH = 3
_LENGTH_OFF = 4
_NEAR = 0.75  # as difflib counts: one letter in four may be another


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
    for alpha2, *languages in load_rows("country_names"):
        for spelling in "|".join(languages).split("|"):
            found.setdefault(fold(spelling).removeprefix(_ARTICLE), alpha2)
    return found


def find_near_countries(text: str, count: int = 3) -> tuple[str, ...]:
    """English short names of countries whose name, in any language, is nearly the text.

    The nearest first; none where nothing is near. A slip in the first letter is not looked for:
    a column that holds something else than countries would take ten times as long.

    >>> find_near_countries("Germny")
    ('Germany',)
    """
    from difflib import get_close_matches  # most texts are understood

    spellings = load_countries()
    names = _load_names()
    wanted = fold(text)
    alike = [s for s in _load_by_first(wanted[:1]) if abs(len(s) - len(wanted)) <= _LENGTH_OFF]
    near = get_close_matches(wanted, alike, n=count * 3, cutoff=_NEAR)
    return tuple(dict.fromkeys(names[spellings[spelling]] for spelling in near))[:count]


@cache
def _load_by_first(letter: str) -> list[str]:
    """Every spelling that begins with the letter and is no code."""
    return [s for s in load_countries() if s[:1] == letter and len(s) > _CODE_LENGTH]


@cache
def _load_names() -> dict[str, str]:
    return {alpha2: name for alpha2, _, name, _ in load_rows("countries")}
