"""FollowTheMoney: entities of the schema Ownership, and Directorship as an office."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from ostraka.model.ownership import Interest
from ostraka.ownership.readers.day_text import read_day, read_last_day
from ostraka.ownership.readers.problems import Problems
from ostraka.ownership.readers.share_text import read_share
from ostraka.ownership.shares import UNKNOWN, Range
from ostraka.ownership.stakes import Stake, Stakes

_TIES = {
    "Ownership": ("owner", "asset", Interest.SHARES),
    "Directorship": ("director", "organization", Interest.OFFICE),
}


def read_ftm(records: Iterator[Mapping[str, Any]], file: str) -> Stakes:
    """The stakes of a stream of entities; an owner or company is known by the id of its entity."""
    stakes: list[Stake] = []
    names: dict[str, str] = {}
    countries: dict[str, str] = {}
    problems = Problems(file)
    for number, entity in enumerate(records, start=1):
        properties = entity.get("properties") or {}
        tie = _TIES.get(str(entity.get("schema")))
        if tie:
            stakes.extend(_read_tie(tie, properties, (file, number), problems))
            continue
        key, name = str(entity.get("id", "")), _first(properties, "name") or entity.get("caption")
        if key and name:
            names[key] = " ".join(str(name).split())
        if key and (country := _first(properties, "jurisdiction")):
            countries[key] = country
    return Stakes(stakes, names, countries, problems.all())


def _read_tie(
    tie: tuple[str, str, Interest],
    properties: Mapping[str, Any],
    place: tuple[str, int],
    problems: Problems,
) -> Iterator[Stake]:
    owners, companies = properties.get(tie[0]) or (), properties.get(tie[1]) or ()
    if not owners or not companies:
        problems.add(place[1], f"{tie[0]} or {tie[1]}", "empty; the entity is left out")
    low, high = _read_percentage(properties, place[1], problems)
    start = _read_first(properties, "startDate", place[1], problems)
    end = _read_first(properties, "endDate", place[1], problems)
    for owner in owners:
        for company in companies:
            yield Stake(
                _key(owner), _key(company), low, high, tie[2], start, end, file=place[0],
                row=place[1],
            )  # fmt: skip


def _read_percentage(properties: Mapping[str, Any], row: int, problems: Problems) -> Range:
    ranges = []
    for text in properties.get("percentage") or ():
        try:
            ranges.append(read_share(str(text)))
        except ValueError as error:
            problems.add(row, "percentage", f"{error}; the share counts as unknown")
            return UNKNOWN
    if not ranges:
        return UNKNOWN
    return min(low for low, _ in ranges), max(high for _, high in ranges)


def _read_first(
    properties: Mapping[str, Any], field: str, row: int, problems: Problems
) -> date | None:
    text = _first(properties, field)
    try:
        return read_day(text) if field == "startDate" else read_last_day(text)
    except ValueError:
        problems.add(row, field, f"{text!r} is no date; the stake counts without it")
        return None


def _first(properties: Mapping[str, Any], field: str) -> str:
    values = properties.get(field) or ()
    return str(min(map(str, values))) if values else ""


def _key(value: object) -> str:
    return str(value.get("id", "")) if isinstance(value, Mapping) else str(value)
