"""From what a user gives, as text, to a subject that can be screened.

What cannot be understood is never guessed and never stops the rest: it becomes a `FieldProblem`,
and the subject goes without that field. Only a name is indispensable, or an identifier.
"""

from __future__ import annotations

import csv
import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from ostraka.model.dates import PartialDate
from ostraka.model.datetext import parse_date
from ostraka.model.errors import TableRefused
from ostraka.model.fact import Gender
from ostraka.model.party import PartyKind
from ostraka.model.subject import Subject
from ostraka.names import find_country
from ostraka.names.countries import find_near_countries

NAME_LIMIT = 1_000
"""Longest name that is screened, in characters. The longest names on lists have about 350."""

IDENTIFIER_LIMIT = 200
"""Longest identifier that is compared, in characters."""

ADDRESS_LIMIT = 2_000
"""Longest address that is compared, in characters."""

SHOWN = 40
"""Most characters of a value that a message repeats."""

# Customers share dates, countries and kinds; a day of birth repeats about every 25,000 rows.
REMEMBERED = 65_536

_KEPT_FORMATS = "\u200c\u200d"  # joiners are letters' business in Persian and Indic scripts
_BETWEEN_VALUES = re.compile(r"[;|]")
_NOT_WORD = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class FieldProblem:
    """A value of one field that was not understood; the subject was made without it."""

    field: str
    value: str
    problem: str
    remedy: str


Problems = tuple[FieldProblem, ...]


# One value for each field of a subject: a table gives them by name.
def make_subject(  # noqa: PLR0913
    name: str,
    *,
    kind: str = "",
    born: str | PartialDate = "",
    country: str = "",
    ids: Sequence[str] = (),
    address: str = "",
    birth_place: str = "",
    gender: str = "",
    product: str = "",
) -> tuple[Subject, Problems]:
    """The subject that the texts describe, and what of them was not understood.

    `born` is text, or a date that is understood already. Several countries, and several
    identifiers, may stand in one text, separated by `;` or `|`. Control characters and runs of
    white space in the name become one space. Without a name the identifiers are what is looked for.

    Raises:
        TableRefused: There is neither a name nor an identifier, or the name is longer than
            `NAME_LIMIT`.
    """
    party_kind, no_kind = _read_kind(kind)
    birth, no_birth = _read_born(born) if isinstance(born, str) else (born, ())
    countries, no_countries = _read_countries(country)
    numbers, no_numbers = _read_identifiers(tuple(ids)) if ids else ((), ())
    whole_name = _read_name(name, needed=not numbers)
    place, no_place = _read_address(address) if address else ("", ())
    town, no_town = _read_address(birth_place, "birth_place") if birth_place else ("", ())
    subject = Subject(
        name=whole_name,
        kind=party_kind,
        born=birth,
        countries=countries,
        ids=numbers,
        address=place,
        birth_place=town,
        gender=_GENDERS.get(compact(gender)) if gender else None,
        product=tidy(product),
    )
    return subject, no_kind + no_birth + no_countries + no_numbers + no_place + no_town


# What else a register may hold there says nothing that a list states, and is no mistake.
_GENDERS = dict.fromkeys(("female", "f", "woman", "weiblich", "femme", "mujer"), Gender.FEMALE)
_GENDERS |= dict.fromkeys(("male", "m", "man", "männlich", "homme", "hombre"), Gender.MALE)


def tidy(text: str) -> str:
    r"""The text on one line: control and invisible characters gone, white space single.

    >>> tidy(" Anna\tMaria\x00 Schmidt\u200b ")
    'Anna Maria Schmidt'
    """
    if not text.isprintable():
        text = "".join(_visible(c) for c in text)
    return " ".join(text.split()) if "  " in text else text.strip()


def _visible(character: str) -> str:
    if character.isprintable() or character in _KEPT_FORMATS:
        return character
    category = unicodedata.category(character)
    if category == "Cf":
        return ""
    return " " if category in ("Cc", "Zs", "Zl", "Zp") else character


def is_text(text: str) -> bool:
    """Whether every character can be written as UTF-8; bytes that were not UTF-8 cannot."""
    if text.isascii():
        return True
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _read_name(text: str, *, needed: bool) -> str:
    name = tidy(text)
    if not (name.isprintable() or is_text(name)):
        raise TableRefused(
            "the name holds bytes that are not UTF-8 text",
            where="name",
            remedy="Give the name as UTF-8.",
        )
    if not any(map(str.isalnum, name)):
        if not needed:
            return ""
        raise TableRefused(
            "there is no name" if not name else "the name has no letter and no digit",
            where="name",
            remedy="Give the name of the person, organisation, vessel or aircraft, or its number.",
        )
    if len(name) > NAME_LIMIT:
        raise TableRefused(
            f"the name has {len(name):,} characters; at most {NAME_LIMIT:,} are screened",
            where="name",
            remedy="Give one name alone, and other text in fields of its own.",
        )
    return name


@lru_cache(maxsize=1_024)
def _read_kind(text: str) -> tuple[PartyKind | None, Problems]:
    word = compact(text)
    if not word and not text.strip():
        return None, ()
    kinds = _load_kinds()
    if word in kinds:
        return kinds[word], ()
    remedy = "Use person, organisation, vessel, aircraft or any."
    return None, (FieldProblem("kind", text, "this kind of party is not known", remedy),)


def compact(text: str) -> str:
    """The text in lower case without white space, hyphens, underscores and other marks.

    >>> compact("Date-of_Birth ")
    'dateofbirth'
    """
    return _NOT_WORD.sub("", unicodedata.normalize("NFC", text).casefold())


@cache
def _load_kinds() -> Mapping[str, PartyKind | None]:
    text = files("ostraka.screening").joinpath("kinds.csv").read_text(encoding="utf-8")
    rows = csv.DictReader(line for line in text.splitlines() if not line.startswith("#"))
    return {compact(row["word"]): PartyKind(row["kind"]) if row["kind"] else None for row in rows}


@lru_cache(maxsize=REMEMBERED)
def _read_born(text: str) -> tuple[PartialDate | None, Problems]:
    if not text.strip():
        return None, ()
    born = parse_date(text)
    if born is not None:
        return born, ()
    remedy = "Write the date as 1970-01-31, as 1970-01 or as 1970."
    return None, (FieldProblem("born", text, "this date is not understood", remedy),)


@lru_cache(maxsize=REMEMBERED)
def _read_countries(text: str) -> tuple[tuple[str, ...], Problems]:
    found: list[str] = []
    problems: list[FieldProblem] = []
    for part in filter(None, map(str.strip, _BETWEEN_VALUES.split(text))):
        code = find_country(part)
        if code is None:
            problem = f"this country is not known: {part[:SHOWN]}"
            problems.append(FieldProblem("country", part, problem, _find_remedy(part)))
        elif code not in found:
            found.append(code)
    return tuple(found), tuple(problems)


def _find_remedy(country: str) -> str:
    near = find_near_countries(country)
    meant = f"Did you mean {' or '.join(near)}? " if near else ""
    return f"{meant}Use a usual name or the two-letter code of ISO 3166; separate several with ;"


def _read_identifiers(texts: tuple[str, ...]) -> tuple[tuple[str, ...], Problems]:
    found: list[str] = []
    problems: list[FieldProblem] = []
    for part in map(str.strip, _split(texts)):
        if len(part) > IDENTIFIER_LIMIT or not is_text(part):
            problem = f"longer than {IDENTIFIER_LIMIT} characters, or not UTF-8 text"
            remedy = "Give one identifier; separate several with ;"
            problems.append(FieldProblem("identifier", part, problem, remedy))
        elif any(map(str.isalnum, part)) and part not in found:
            found.append(part)
    return tuple(found), tuple(problems)


def _split(texts: tuple[str, ...]) -> Iterable[str]:
    joined = ";".join(texts)
    return _BETWEEN_VALUES.split(joined) if ";" in joined or "|" in joined else texts


def _read_address(text: str, field: str = "address") -> tuple[str, Problems]:
    address = tidy(text)
    if len(address) <= ADDRESS_LIMIT and is_text(address):
        return address, ()
    problem = f"longer than {ADDRESS_LIMIT:,} characters, or not UTF-8 text"
    return "", (FieldProblem(field, text, problem, "Give one address."),)
