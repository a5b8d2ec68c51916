"""Listings of the Ukrainian register: the decree, its measures, how long they last."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache

from ostraka.model.listing import Act, ActKind, DateKind, Listing, ListingClass, StatedDate
from ostraka.model.origin import Origin
from ostraka.sources.dating import find_day
from ostraka.sources.registry import get_source
from ostraka.sources.tables import iter_table
from ostraka.sources.text import tidy
from ostraka.sources.ua_nsdc.rows import Row

_AUTHORITY = "President of Ukraine, on decision of the National Security and Defence Council"
_LAW = "Law of Ukraine No. 1644-VII of 14 August 2014 on Sanctions"
_NUMBERED = re.compile(r"(?:^|[;,.\s])\s*\d{1,2}\)\s*")
_CHANGE = re.compile(
    r"(?P<how>виключено|скасовано|змінено|внесено зміни)[^.]*?(?P<day>\d{1,2}) "
    r"(?P<month>[а-яіїє]+) (?P<year>\d{4})",
    re.IGNORECASE,
)
_MONTHS = (
    *("січня", "лютого", "березня", "квітня", "травня", "червня", "липня", "серпня"),
    *("вересня", "жовтня", "листопада", "грудня"),
)


def read_listing(row: Row, origin: Origin, unknown: Counter[str]) -> Listing:
    """The listing of a row under its decree, with its measures in the words of the decree."""
    measures = _read_measures(row["measures"])
    number = row["decree"].replace("-", "/")
    expires = find_day(row["expires"])
    return Listing(
        list=origin.source,
        authority=_AUTHORITY,
        listing_class=_find_class(measures),
        origin=origin,
        programme=number,
        legal_basis=(f"Decree of the President of Ukraine No. {number}", _LAW)
        if number
        else (_LAW,),
        acts=tuple(_read_acts(row, number, measures, origin, unknown)),
        dates=(StatedDate(DateKind.EXPIRES, expires, origin),) if expires else (),
    )


def _read_measures(text: str) -> tuple[str, ...]:
    pieces = (tidy(piece).strip(" ;,.") for piece in _NUMBERED.split(text))
    return tuple(dict.fromkeys(piece for piece in pieces if piece))


def _find_class(measures: Sequence[str]) -> ListingClass:
    found = [cls for m in measures for words, cls in load_classes() if words in m.casefold()]
    return min(found, key=lambda cls: cls.strictness, default=ListingClass.STATUS)


@cache
def load_classes() -> tuple[tuple[str, ListingClass], ...]:
    """The classes of measures by the words that tell them."""
    rows = iter_table(__package__, "measures.csv")
    return tuple((row["words"], ListingClass(row["class"])) for row in rows)


def _read_acts(
    row: Row, number: str, measures: tuple[str, ...], origin: Origin, unknown: Counter[str]
) -> Iterator[Act]:
    word = tidy(row["action"]).casefold()
    kinds = get_source(origin.source).maps["action"]
    if word and word not in kinds:
        unknown[f"the action {word!r} is new; it is read as a designation"] += 1
    citation = f"Decree No. {number}, item {row['item']}" if number else ""
    on = find_day(row["decreed"])
    yield Act(
        ActKind(kinds.get(word, "designate")), origin, on=on, citation=citation, measures=measures
    )
    for found in _CHANGE.finditer(tidy(row["more"])):
        day = _find_day(found)
        if day:
            ended = found["how"].casefold() in {"виключено", "скасовано"}
            yield Act(ActKind.REMOVE if ended else ActKind.AMEND, origin, on=day)


def _find_day(found: re.Match[str]) -> date | None:
    month = found["month"].casefold()
    if month not in _MONTHS:
        return None
    text = f"{found['year']}-{_MONTHS.index(month) + 1:02}-{int(found['day']):02}"
    return find_day(text)
