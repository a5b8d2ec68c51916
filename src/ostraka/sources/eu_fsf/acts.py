"""Listings of the Financial Sanctions Files: one a programme, with the acts the entry cites."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date

from ostraka.model.datetext import parse_date
from ostraka.model.listing import Act, ActKind, Listing, ListingClass
from ostraka.model.origin import Origin
from ostraka.sources.dating import find_day
from ostraka.sources.eu.programmes import AUTHORITY, find_programme
from ostraka.sources.eu_fsf.node import REGULATION, Node, Record

_LISTED = re.compile(
    r"\bdate of (?:UN )?(?:designation|listing)[^:\d]{0,60}(?:\([^)]*\)\([^)]*\))?:?\s*"
    r"(\d{1,2}[./ ]\w{1,9}[./ ]\d{4}|\d{4}-\d\d-\d\d)",
    re.IGNORECASE,
)


def make_listings(record: Record, origin: Origin, odd: Counter[str]) -> Iterator[Listing]:
    """One listing for each programme; an unknown one is kept by its code and freezes assets."""
    regulations = record.of(REGULATION)
    for code in dict.fromkeys(node["programme"] for node in regulations) or [""]:
        programme = find_programme(code)
        if programme is None:
            odd[f"programme {code!r} is new; read as an asset freeze"] += 1
        cited = [node for node in regulations if node["programme"] == code]
        yield Listing(
            list=origin.source,
            authority=programme.authority if programme else AUTHORITY,
            listing_class=programme.listing_class if programme else ListingClass.ASSET_FREEZE,
            origin=origin,
            programme=code,
            legal_basis=programme.legal_basis if programme else (),
            acts=tuple(_make_acts(record, cited, origin)),
        )


def find_listed_on(record: Record) -> date | None:
    """The day of designation that the entry itself states, `None` where it states none."""
    stated = find_day(record.entity["designationDate"])
    if stated:
        return stated
    for text in (record.entity["designationDetails"], *record.entity.remarks):
        found = _LISTED.search(text)
        day = parse_date(found.group(1)) if found else None
        if day and day.first == day.last:
            return day.first
    return None


def _make_acts(record: Record, cited: list[Node], origin: Origin) -> Iterator[Act]:
    acts = sorted(_cited_acts(record, cited), key=lambda found: found[0])
    stated = find_listed_on(record)
    first = acts[0] if acts else None
    yield Act(
        ActKind.DESIGNATE,
        Origin(origin.source, origin.record, record.entity["designationDetails"]),
        on=stated or (first[0] if first else None),
        published=first[0] if first else None,
        effective=_effective(first[1]) if first else None,
        instrument=first[1].get("numberTitle", "") if first else "",
        citation=first[1].get("publicationUrl", "") if first else "",
        measures=("asset freeze",),
    )
    for day, act in acts[1:]:
        yield Act(
            ActKind.AMEND,
            origin,
            on=day,
            published=day,
            effective=_effective(act),
            instrument=act.get("numberTitle", ""),
            citation=act.get("publicationUrl", ""),
        )
    ended = find_day(record.entity["delistingDate"])
    if ended:
        yield Act(ActKind.REMOVE, origin, on=ended)


def _cited_acts(record: Record, cited: list[Node]) -> Iterator[tuple[date, Mapping[str, str]]]:
    """The acts that the entry and its parts cite, each once, with the day of publication."""
    seen: set[tuple[str, str]] = set()
    parts = (node.act for node in record.nodes if node.act)
    for act in (*(node.values for node in cited), *parts):
        day = find_day(act.get("publicationDate", ""))
        mark = (act.get("numberTitle", ""), act.get("publicationDate", ""))
        if day and mark not in seen:
            seen.add(mark)
            yield day, act


def _effective(act: Mapping[str, str]) -> date | None:
    day = find_day(act.get("entryIntoForceDate", ""))
    return day if day and day != find_day(act.get("publicationDate", "")) else None
