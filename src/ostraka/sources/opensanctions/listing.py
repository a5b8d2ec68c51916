"""Listings of a target: one for each sanction, or one that rests on topics alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from ostraka.model.dates import Precision
from ostraka.model.datetext import parse_date
from ostraka.model.listing import Act, ActKind, Listing, ListingClass
from ostraka.model.origin import Origin
from ostraka.sources.opensanctions.entity import Entity
from ostraka.sources.tables import load_words

SOURCE = "opensanctions"
_AUTHORITY = "OpenSanctions"
EXPOSED = "role.pep"
"""Programme of a listing that says no more than that a person holds or held an office."""


def find_class(
    topics: Iterable[str], datasets: Iterable[str], unknown: Counter[str]
) -> ListingClass:
    """The strictest class of topics and datasets; a status where none of them says more."""
    known, lists = load_words(__package__, "topics.csv"), load_words(__package__, "datasets.csv")
    found = [lists[d.casefold()] for d in datasets if d.casefold() in lists]
    for topic in topics:
        if topic not in known:
            unknown[f"the topic {topic!r} is new; it is read as a status"] += 1
        found.append(known.get(topic, "status"))
    classes = (ListingClass(word) for word in found)
    return min(classes, key=lambda cls: cls.strictness, default=ListingClass.STATUS)


def read_listings(
    entity: Entity, sanctions: Sequence[Entity], *, office: bool, unknown: Counter[str]
) -> tuple[Listing, ...]:
    """The listings of a target, in the order of the file.

    A target without sanction and topic is one of a dataset of offices, or of unknown reasons.
    """
    topics = entity.all("topics")
    if sanctions:
        return tuple(_from_sanction(s, entity, topics, unknown) for s in sanctions)
    exposed = office or any("pep" in name for name in entity.datasets)
    programmes = topics or ((EXPOSED,) if exposed else entity.all("programId") or ("",))
    return tuple(
        _make(
            entity.id,
            find_class((programme,) if topics else (), entity.datasets, unknown),
            programme,
            ", ".join(entity.datasets),
        )
        for programme in programmes
    )


def _make(record: str, cls: ListingClass, programme: str, authority: str) -> Listing:
    return Listing(
        list=SOURCE,
        authority=authority or _AUTHORITY,
        listing_class=cls,
        origin=Origin(SOURCE, record),
        programme=programme,
    )


def _from_sanction(
    sanction: Entity, entity: Entity, topics: Sequence[str], unknown: Counter[str]
) -> Listing:
    origin = Origin(SOURCE, sanction.id)
    datasets = sanction.datasets or entity.datasets
    names = (*sanction.all("programId"), *sanction.all("program"))
    return Listing(
        list=SOURCE,
        authority=sanction.first("authority") or ", ".join(datasets) or _AUTHORITY,
        listing_class=find_class(topics or ("sanction",), datasets, unknown),
        origin=origin,
        programme=names[0] if names else "",
        legal_basis=sanction.all("provisions"),
        acts=tuple(_read_acts(sanction, origin)),
    )


def _read_acts(sanction: Entity, origin: Origin) -> Iterator[Act]:
    on = _find_day(sanction.first("listingDate")) or _find_day(sanction.first("startDate"))
    citation = sanction.first("authorityId") or sanction.first("unscId")
    if on or citation:
        yield Act(ActKind.DESIGNATE, origin, on=on, citation=citation)
    ended = _find_day(sanction.first("endDate"))
    if ended:
        yield Act(ActKind.REMOVE, origin, on=ended)


def _find_day(text: str) -> date | None:
    found = parse_date(text)
    return found.first if found and found.precision is Precision.DAY else None
