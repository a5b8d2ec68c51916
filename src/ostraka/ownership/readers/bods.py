"""The Beneficial Ownership Data Standard 0.4 of Open Ownership.

A relationship is a series of statements under one record id: each holds until the next. A holding
stated as indirect is left out where the direct ones that it is made of are there too, and else
leaves the share open: how a publisher computes a share along a chain is not stated. Shares and
votes of one holder are two interests and never added.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from ostraka.model.errors import StakesRefused
from ostraka.ownership.readers.bods_arrangements import unfold
from ostraka.ownership.readers.bods_interests import Held, read_interests
from ostraka.ownership.readers.day_text import read_day
from ostraka.ownership.readers.problems import Problems
from ostraka.ownership.stakes import Stake, Stakes

Record = Mapping[str, Any]
_Said = tuple[date, int, Record]
"""The day of a statement, its place in the file, and what it says."""
_DAY = timedelta(days=1)


@dataclass(slots=True)
class Declared:
    """The records of a file: names, countries, arrangements, and relationships by their id."""

    names: dict[str, str] = field(default_factory=dict)
    countries: dict[str, str] = field(default_factory=dict)
    arrangements: dict[str, str] = field(default_factory=dict)
    relationships: dict[str, list[_Said]] = field(default_factory=lambda: defaultdict(list))


def read_bods(records: Iterator[Record], file: str) -> Stakes:
    """The stakes of a package of statements; parties are known by their record ids.

    Raises:
        StakesRefused: It is an earlier version of the standard.
    """
    problems = Problems(file)
    declared = Declared()
    for number, record in enumerate(records, start=1):
        if "statementType" in record or "statementID" in record:
            raise StakesRefused(
                "it is BODS 0.3 or earlier",
                where=file,
                remedy="Convert it to BODS 0.4: every statement has a recordType.",
            )
        _sort_in(declared, record, number, problems)
    stakes = [
        stake
        for statements in declared.relationships.values()
        for stake in _read_history(
            sorted(statements, key=lambda s: s[:2]), declared, problems, file
        )
    ]
    return Stakes(
        unfold(stakes, declared.arrangements), declared.names, declared.countries, problems.all()
    )


def _sort_in(declared: Declared, record: Record, number: int, problems: Problems) -> None:
    key, kind = str(record.get("recordId", "")), record.get("recordType")
    details = record.get("recordDetails") or {}
    if kind == "relationship":
        try:
            said = read_day(str(record.get("statementDate") or "")) or date.min
        except ValueError:
            problems.add(number, "statementDate", "no date; the statement counts as the earliest")
            said = date.min
        declared.relationships[key].append((said, number, record))
    elif kind == "entity":
        declared.names[key] = str(details.get("name") or key)
        country = (details.get("jurisdiction") or {}).get("code", "")
        if country:
            declared.countries[key] = str(country)[:2]
        entity = details.get("entityType") or {}
        if entity.get("type") == "arrangement":
            declared.arrangements[key] = str(entity.get("subtype") or "")
    elif kind == "person":
        declared.names[key] = _person_name(details) or key
    else:
        problems.add(number, "recordType", f"{kind!r} is not known; the statement is left out")


def _person_name(details: Record) -> str:
    names = [name for name in details.get("names") or () if name.get("fullName")]
    legal = [name for name in names if name.get("type") == "legal"]
    return " ".join(str((legal or names)[0]["fullName"]).split()) if names else ""


def _read_history(
    statements: Sequence[_Said],
    declared: Declared,
    problems: Problems,
    file: str,
) -> Iterator[Stake]:
    """The stakes of one relationship: those of each statement, until the next one begins."""
    for place, (_, number, record) in enumerate(statements):
        closes = record.get("recordStatus") == "closed"
        if closes and place:
            continue  # it repeats what the statement before said, and ends it
        owner, owned = _parties(record)
        if not owner or not owned:
            continue
        following = statements[place + 1] if place + 1 < len(statements) else None
        earlier = statements[place - 1] if place else None
        for held in _read(record, declared, problems, number):
            begins = _begins(statements[place], earlier, held.start) if earlier else held.start
            over = _ends(following, held.start) if following else None
            if closes:
                over = read_day(str(record.get("statementDate") or ""))
            ends = [day for day in (held.end, over) if day]
            yield Stake(
                owner, owned, held.low, held.high, held.interest, begins,
                min(ends) if ends else None, file=file, row=number,
            )  # fmt: skip


def _parties(record: Record) -> tuple[str, str]:
    """Owner and company; empty where the publisher gives a reason in their place."""
    details = record.get("recordDetails") or {}
    owner, owned = details.get("interestedParty"), details.get("subject")
    return (owner if isinstance(owner, str) else "", owned if isinstance(owned, str) else "")


def _read(record: Record, declared: Declared, problems: Problems, number: int) -> Sequence[Held]:
    details = record.get("recordDetails") or {}
    parts = details.get("componentRecords") or ()
    told = any(part in declared.relationships for part in parts)
    return read_interests(details.get("interests") or (), number, problems, components=told)


def _begins(own: _Said, earlier: _Said, start: date | None) -> date | None:
    """The first day of a statement that replaces another.

    An update may repeat the day on which the interest began, or state none: until it was made, what
    the statement before said held alone, and the two are not added.
    """
    before = [_start_of(interest) for interest in _interests(earlier[2])]
    if start and all(day is None or start > day for day in before):
        return start
    return own[0] if own[0] > date.min else start


def _ends(following: _Said, start: date | None) -> date | None:
    """The last day of a statement that another one follows."""
    said, _, record = following
    if record.get("recordStatus") == "closed":
        return said
    begins = [
        day
        for interest in _interests(record)
        if (day := _start_of(interest)) and (start is None or day > start)
    ]
    first = min(begins, default=said)
    return first - _DAY if first > date.min else None


def _interests(record: Record) -> Sequence[Record]:
    return (record.get("recordDetails") or {}).get("interests") or ()


def _start_of(interest: Record) -> date | None:
    try:
        return read_day(str(interest.get("startDate") or ""))
    except ValueError:
        return None
