"""Entities that belong to others: sanctions, offices, documents, addresses, owners, families."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from ostraka.model.datetext import parse_date
from ostraka.model.origin import Origin
from ostraka.model.relation import Relation, RelationKind
from ostraka.sources.opensanctions.entity import Entity

_PAIRS: Mapping[str, tuple[str, str, RelationKind, RelationKind]] = {
    "Ownership": ("owner", "asset", RelationKind.OWNS, RelationKind.OWNED_BY),
    "Directorship": ("director", "organization", RelationKind.LEADS, RelationKind.LINKED_TO),
    "Family": ("person", "relative", RelationKind.FAMILY, RelationKind.FAMILY),
    "Associate": ("person", "associate", RelationKind.ASSOCIATE, RelationKind.ASSOCIATE),
    "UnknownLink": ("subject", "object", RelationKind.LINKED_TO, RelationKind.LINKED_TO),
    "Membership": ("member", "organization", RelationKind.LINKED_TO, RelationKind.LINKED_TO),
    "Employment": ("employee", "employer", RelationKind.LINKED_TO, RelationKind.LINKED_TO),
    "Representation": ("agent", "client", RelationKind.ACTS_FOR, RelationKind.LINKED_TO),
    "Succession": ("predecessor", "successor", RelationKind.LINKED_TO, RelationKind.LINKED_TO),
}
_OF_ONE = {"Sanction": "entity", "Identification": "holder", "Passport": "holder"}
_SPAN = re.compile(r"^(\d+(?:\.\d+)?)\s*[-–—]\s*(\d+(?:\.\d+)?)\s*%?$")
_NUMBER = re.compile(r"^([<>]?=?)\s*(\d+(?:\.\d+)?)\s*%?$")


@dataclass(slots=True)
class Links:
    """What belongs to each entity, by its id."""

    sanctions: dict[str, list[Entity]] = field(default_factory=lambda: defaultdict(list))
    documents: dict[str, list[Entity]] = field(default_factory=lambda: defaultdict(list))
    offices: dict[str, list[Entity]] = field(default_factory=lambda: defaultdict(list))
    pairs: dict[str, list[Entity]] = field(default_factory=lambda: defaultdict(list))
    others: dict[str, Entity] = field(default_factory=dict)

    def name_of(self, entity_id: str) -> str:
        """The name of an entity, or its id where the file does not hold it."""
        found = self.others.get(entity_id)
        return (found.name if found else "") or entity_id


def gather(entities: Iterable[Entity]) -> Links:
    """The links of all entities of a file; the file gives them in any order."""
    links = Links()
    for entity in entities:
        links.others[entity.id] = entity
        if entity.schema in _OF_ONE:
            group = links.sanctions if entity.schema == "Sanction" else links.documents
            for owner in entity.all(_OF_ONE[entity.schema]):
                group[owner].append(entity)
        elif entity.schema == "Occupancy":
            for holder in entity.all("holder"):
                links.offices[holder].append(entity)
        elif entity.schema in _PAIRS:
            left, right, *_ = _PAIRS[entity.schema]
            for end in (*entity.all(left), *entity.all(right)):
                links.pairs[end].append(entity)
    return links


def read_relations(entity: Entity, links: Links, held: set[str]) -> Iterator[Relation]:
    """The relations of a party, from either end; `held` are the ids of all parties."""
    for link in links.pairs.get(entity.id, ()):
        left, right, forth, back = _PAIRS[link.schema]
        at_left = entity.id in link.all(left)
        kind = forth if at_left else back
        for other in link.all(right if at_left else left):
            if other != entity.id:
                yield _make_relation(kind, other, link, links, held)


def _make_relation(
    kind: RelationKind, other: str, link: Entity, links: Links, held: set[str]
) -> Relation:
    low, high = read_percentage(link.first("percentage"))
    since, until = parse_date(link.first("startDate")), parse_date(link.first("endDate"))
    raw = link.first("role") or link.first("relationship") or link.first("percentage")
    return Relation(
        kind=kind,
        other_name=links.name_of(other),
        origin=Origin("opensanctions", link.id, raw),
        other=f"opensanctions:{other}" if other in held else None,
        percent_min=low,
        percent_max=high,
        since=since.first if since else None,
        until=until.last if until else None,
        former=bool(until) and link.schema == "Ownership",
    )


def read_percentage(text: str) -> tuple[float | None, float | None]:
    """The bounds of a share: "51", "25-50%", ">25"; what cannot be read is unknown.

    >>> read_percentage("25–50%"), read_percentage(">25"), read_percentage("majority")
    ((25.0, 50.0), (25.0, 100.0), (None, None))
    """
    if span := _SPAN.match(text.strip()):
        low, high = sorted(map(float, span.groups()))
    elif number := _NUMBER.match(text.strip()):
        value = float(number[2])
        low, high = (0.0 if "<" in number[1] else value), (100.0 if ">" in number[1] else value)
    else:
        return None, None
    return (low, high) if high <= 100 else (None, None)
