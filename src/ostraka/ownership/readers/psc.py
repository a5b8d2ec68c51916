"""The UK register of people with significant control: a snapshot of Companies House, JSON lines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from ostraka.model.ownership import Interest
from ostraka.ownership.readers.day_text import read_day
from ostraka.ownership.readers.keys import fold
from ostraka.ownership.readers.problems import Problems
from ostraka.ownership.readers.share_text import read_band
from ostraka.ownership.shares import UNKNOWN, WHOLE, Range
from ostraka.ownership.stakes import Stake, Stakes

_KINDS = re.compile(
    r"(individual|corporate-entity|legal-person|super-secure)-"
    r"(?:person-with-significant-control|beneficial-owner)"
)
_SHARES = ("ownership-of-shares", "right-to-share-surplus-assets", "part-right-to-share-surplus")
_BOARD = "right-to-appoint-and-remove-"
_HOME = re.compile(r"\b(england|wales|scotland|northern ireland|united kingdom|uk)\b")
_NUMBER = re.compile(r"[A-Z]{0,2}\d{1,8}")


def read_psc(records: Iterator[Mapping[str, Any]], file: str) -> Stakes:
    """The stakes of a snapshot; a company is known by its number, an owner by number or name.

    A person has no number of its own: the same name with the same month of birth is one person.
    Statements that a company has no such person, and exemptions, are no stakes. A stake begins with
    the day of its notice, the only one the register states.
    """
    stakes: list[Stake] = []
    names: dict[str, str] = {}
    problems = Problems(file)
    read, announced = 0, 0
    for number, record in enumerate(records, start=1):
        data = record.get("data") or {}
        kind = str(data.get("kind", ""))
        if kind.startswith("totals#"):
            announced = max(announced, int(data.get("persons_of_significant_control_count") or 0))
            continue
        read += 1
        if not _KINDS.fullmatch(kind):
            continue
        company = str(record.get("company_number", "")).strip()
        if not company:
            problems.add(number, "company_number", "empty; the record is left out")
            continue
        owner, name = _find_owner(company, data)
        names[owner] = name
        names.setdefault(_company_key(company), company)
        stakes.extend(_make_stakes(owner, company, data, (file, number), problems))
    if announced > read:
        problems.say(
            f"it states {announced:,} persons and holds {read:,} records: it is an excerpt"
        )
    return Stakes(stakes, names, {}, problems.all())


def _find_owner(company: str, data: Mapping[str, Any]) -> tuple[str, str]:
    name = " ".join(str(data.get("name") or "").split())
    place = data.get("identification") or {}
    number = str(place.get("registration_number") or "").strip().upper()
    registered = f"{place.get('country_registered', '')} {place.get('place_registered', '')}"
    if _NUMBER.fullmatch(number) and (_HOME.search(registered.lower()) or not registered.strip()):
        return _company_key(number), name
    if not name:
        return f"{_company_key(company)}/protected person", "protected person"
    born = data.get("date_of_birth") or {}
    month = f" ({born.get('year')}-{int(born.get('month') or 0):02})" if born.get("year") else ""
    return fold(name) + month, name


def _company_key(number: str) -> str:
    letters = re.match(r"[A-Z]*", number)
    prefix = letters[0] if letters else ""
    return f"GB-COH:{prefix}{number[len(prefix) :].zfill(8 - len(prefix))}"


def _make_stakes(
    owner: str,
    company: str,
    data: Mapping[str, Any],
    place: tuple[str, int],
    problems: Problems,
) -> Iterator[Stake]:
    start = read_day(str(data.get("notified_on") or ""))
    end = read_day(str(data.get("ceased_on") or ""))
    ranges: dict[Interest, Range] = {}
    for code in _natures(data):
        interest, stated = _read_nature(code, place[1], problems)
        if interest is None:
            continue
        before = ranges.get(interest)
        # the same shares may be stated as held in person and through a trust or a firm
        ranges[interest] = (
            stated
            if before is None
            else (max(before[0], stated[0]), min(WHOLE, before[1] + stated[1]))
        )
    for interest, (low, high) in ranges.items():
        yield Stake(
            owner, _company_key(company), low, high, interest, start, end, file=place[0],
            row=place[1],
        )  # fmt: skip


def _natures(data: Mapping[str, Any]) -> Sequence[str]:
    return [str(code) for code in data.get("natures_of_control") or ()]


def _read_nature(code: str, row: int, problems: Problems) -> tuple[Interest | None, Range]:
    if code.startswith("registered-owner-as-nominee"):
        return None, UNKNOWN  # of land, not of the company
    try:
        if code.startswith(_SHARES):
            return Interest.SHARES, read_band(code)
        if code.startswith("voting-rights"):
            return Interest.VOTES, read_band(code)
    except ValueError:
        pass
    if code.startswith(_BOARD):
        return Interest.BOARD, (WHOLE, WHOLE)
    if code.startswith("significant-influence-or-control"):
        return Interest.OTHER, UNKNOWN
    problems.add(row, "natures_of_control", f"{code!r} is not known; counted as influence")
    return Interest.OTHER, UNKNOWN
