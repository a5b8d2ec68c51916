"""The UK register of people with significant control: a snapshot of Companies House, JSON lines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Any, NamedTuple

from ostraka.model.ownership import Interest
from ostraka.ownership.readers.day_text import read_day_or_tell
from ostraka.ownership.readers.keys import COMPANIES_HOUSE, fold
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
    for record in stream_psc(records, file, problems):
        announced = max(announced, record.announced)
        read += not record.announced
        stakes.extend(record.stakes)
        names.update(record.owner)
        for key, number in record.company.items():
            names.setdefault(key, number)
    if announced > read:
        problems.say(
            f"it states {announced:,} persons and holds {read:,} records: it is an excerpt"
        )
    return Stakes(stakes, names, {}, problems.all())


class PscRecord(NamedTuple):
    """What one line says: stakes, the name of their owner, and the number of the company.

    `announced` is above 0 in the line of totals, which states how many persons there are.
    """

    stakes: Sequence[Stake] = ()
    owner: Mapping[str, str] = MappingProxyType({})
    company: Mapping[str, str] = MappingProxyType({})
    announced: int = 0


def stream_psc(
    records: Iterator[Mapping[str, Any]], file: str, problems: Problems
) -> Iterator[PscRecord]:
    """One after the other, so that no snapshot is held whole; nothing of a line of another kind."""
    for number, record in enumerate(records, start=1):
        try:
            yield _read_record(record, (file, number), problems)
        except (TypeError, ValueError, AttributeError):
            problems.add(number, "data", "not of the shape of the register; left out")
            yield PscRecord()


def _read_record(
    record: Mapping[str, Any], place: tuple[str, int], problems: Problems
) -> PscRecord:
    data = record.get("data") or {}
    kind = str(data.get("kind", ""))
    if kind.startswith("totals#"):
        return PscRecord(announced=int(data.get("persons_of_significant_control_count") or 0))
    if not _KINDS.fullmatch(kind):
        return PscRecord()
    company = str(record.get("company_number", "")).strip()
    if not company:
        problems.add(place[1], "company_number", "empty; the record is left out")
        return PscRecord()
    owner, name = _find_owner(company, data)
    stakes = tuple(_make_stakes(owner, company, data, place, problems))
    return PscRecord(stakes, {owner: name}, {_company_key(company): company})


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
    return f"{COMPANIES_HOUSE}{prefix}{number[len(prefix) :].zfill(8 - len(prefix))}"


def _make_stakes(
    owner: str,
    company: str,
    data: Mapping[str, Any],
    place: tuple[str, int],
    problems: Problems,
) -> Iterator[Stake]:
    start, end = (
        read_day_or_tell(str(data.get(field) or ""), (place[1], field), problems)
        for field in ("notified_on", "ceased_on")
    )
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
