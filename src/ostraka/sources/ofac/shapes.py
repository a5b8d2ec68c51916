"""The shapes a value must have to be understood.

A label alone proves nothing: a rule that took whatever follows it would count as understood what
nobody has understood. So every rule of `labels.csv` names one of these shapes, and a value of
another shape stays an unread remark.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from ostraka.model.datetext import parse_date
from ostraka.sources.ofac.tables import load_countries

_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
_MOMENT = rf"(?:(?:\d{{1,2}} )?{_MONTH} )?(?:19|20|18)\d\d"
_DAY = rf"\d{{1,2}} {_MONTH} (?:19|20)\d\d"
DATE_PATTERN = rf"(?:circa )?{_MOMENT}(?:(?: to |-)(?:circa )?{_MOMENT})?"
"""A date as OFAC writes it: day, month or year, perhaps circa, perhaps a span."""

_BASE58 = "[1-9A-HJ-NP-Za-km-z]"
_LEGAL = (
    r"(?:[Ss]ections? [\d(]|Executive Order \d|Regulations?\b|\d+ CFR \d|Public Law|Act\b"
    r"|E\.?O\.? \d)"
)
_MAX_NUMBER = 64
_MAX_NAME = 250

_PATTERNS: dict[str, str] = {
    "activity": r"[A-Z][A-Za-z/]*(?:[ ,;&/().-]+[A-Za-z/]+\.?)*(?: n\.e\.c\.)?",
    "bic": r"[A-Z0-9]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?",
    "call_sign": r"[A-Z0-9]{1,4}(?:[ -]?[A-Z0-9]{1,7}){0,2}",
    "citation": rf".{{0,200}}{_LEGAL}.{{0,200}}",
    "determination": r"(?:Involved in|Port Operator)(?: the)?(?: [A-Z][a-z]+){0,4}",
    "directive": (
        r"(?:Subject to Directives? \d[a-z]?(?:(?:,| and|, and) \d[a-z]?)*(?: - .{20,400})?"
        r"|For more information on directives, please visit the following link: https?://\S+)"
    ),
    "email": r"[A-Za-z0-9._%+'/-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+",
    "gender": r"(?:Fem|M)ale",
    "isin": r"[A-Z]{2}[A-Z0-9]{9}\d",
    "locode": r"[A-Z]{2} [A-Z0-9]{3}",
    "menu_item": r"[A-Z][A-Z ,'()-]+\.? {0,2}Sec\.? \d+\([a-z]\)(?:\([0-9ivx]+\))?",
    "mode_s": r"[0-9A-F]{6}",
    "model": (
        r"(?=.*\d)[A-Za-z0-9][A-Za-z0-9 ./()+-]{0,50}"
        r"|[A-Z][A-Za-z-]+(?: [A-Z][A-Za-z-]+){0,3}\+?"
    ),
    "nine_digits": r"\d{2}-?\d{3}-?\d{4}",
    "phone": r"\+? ?[\d(][\d ()/.-]{4,30}[\d)](?: ?(?:x|ext\.?) ?\d+)?",
    "quoted": r"'.{1,250}'",
    "sanctions_clause": (
        r"(?:Subject to Secondary Sanctions|Property and Interests|Prohibition on)"
        r"[A-Za-z0-9 ,.()'/-]{0,300}"
    ),
    "serial": r"(?=.*\d)[A-Z0-9][A-Z0-9 ./-]{0,24}",
    "tags": r"\[[A-Z0-9 -]+\](?: ?\[[A-Z0-9 -]+\])*",
    "target_type": r"(?:[A-Z][A-Za-z-]+)(?: (?:or|and|[A-Z][A-Za-z-]+)){0,4}",
    "ticker": r"[A-Z0-9][A-Z0-9./*-]{0,14}(?: [A-Z0-9]{1,4}){0,2}",
    "tonnage": r"\d[\d,.]*(?: ?(?:tons?|DWT))?",
    "url": r"(?:https?://|www\.)?[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+(?::\d+)?(?:[/?#]\S*)?",
    "wallet": (
        rf"0x[0-9a-fA-F]{{40}}|(?:bc1|ltc1|bnb1)[0-9a-z]{{20,90}}|(?:bitcoincash:)?[qp][0-9a-z]{{41}}"
        rf"|[13LMT]{_BASE58}{{24,40}}|[A-Za-z0-9]{{30,110}}"
    ),
    "words": r"[A-Z][A-Za-z0-9 ,.'()/&-]{1,200}",
}
_NUMBER = re.compile(r"[\w(#][\w .,:/#()&+º°'*-]*")
_SENTENCE_WORD = re.compile(r"(?<![^\W_])[a-z]{2,}(?![^\W_])|[^\W\d_]{13,}")
_IN_BRACKETS = re.compile(r"\([^()]*\)")
_PLACE = re.compile(r"[^\W\d_'][^:;\"!?@=]*|'[^\W\d_][^:;\"!?@=]*")
_PARTY_NAME = re.compile(r"[\w'(\"][^:;\"!?@=<>|]*")


def has_shape(text: str, shape: str) -> bool:
    """Whether the whole text has the named shape.

    Raises:
        KeyError: there is no shape of that name.
    """
    return _SHAPES[shape](text)


def is_country(text: str) -> bool:
    """Whether the text is a country or territory in one of OFAC's spellings."""
    return text in load_countries()


def is_date(text: str) -> bool:
    """Whether the text is a date as OFAC writes dates, and a day that exists."""
    return _DATE.fullmatch(text) is not None and parse_date(text) is not None


def _is_day(text: str) -> bool:
    return _WHOLE_DAY.fullmatch(text) is not None and parse_date(text) is not None


def _is_number(text: str) -> bool:
    """A document number has a digit and, outside brackets, no word of a sentence: `HRB 26136`."""
    return (
        len(text) <= _MAX_NUMBER
        and any(c.isdigit() for c in text)
        and _NUMBER.fullmatch(text) is not None
        and _SENTENCE_WORD.search(_IN_BRACKETS.sub("", text)) is None
        and text.count(" ") <= 6
    )


def _is_place(text: str) -> bool:
    """A place is a few words that begin with a letter, the last part capitalised."""
    last = text.rpartition(",")[2].strip(" ('").removeprefix("the ")
    return (
        len(text) <= 160
        and _PLACE.fullmatch(text) is not None
        and last[:1].isupper()
        and text.count(" ") <= 16
    )


def _is_party_name(text: str) -> bool:
    """A name of OFAC's leads with capitals: `WIDGET WORKS`, `DOE, Jane`, `Widget Air`."""
    if len(text) > _MAX_NAME or _PARTY_NAME.fullmatch(text) is None:
        return False
    letters = [c for c in text if c.isalpha()]
    return bool(letters) and (letters[0].isupper() or text[:1].isdigit() or "-" in text[:4])


def _is_flag(text: str) -> bool:
    return is_country(text) or text in {"None Identified", "Unknown", "Stateless"}


def _matcher(pattern: str) -> Callable[[str], bool]:
    compiled = re.compile(pattern)
    return lambda text: compiled.fullmatch(text) is not None


_DATE = re.compile(DATE_PATTERN)
_WHOLE_DAY = re.compile(_DAY)
_SHAPES: dict[str, Callable[[str], bool]] = {
    **{name: _matcher(pattern) for name, pattern in _PATTERNS.items()},
    "country": is_country,
    "date": is_date,
    "day": _is_day,
    "flag": _is_flag,
    "number": _is_number,
    "party_name": _is_party_name,
    "place": _is_place,
}
