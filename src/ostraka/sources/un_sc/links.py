"""Ties between entries of the UN list: a reference number in the prose of another entry."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Sequence

from ostraka.model.fact import Topic
from ostraka.model.identifier import Scheme
from ostraka.model.origin import Origin
from ostraka.model.party import Party
from ostraka.model.relation import Relation, RelationKind
from ostraka.sources.un_sc.comments import find_references


def with_links(parties: Sequence[Party]) -> Iterator[Party]:
    """The parties, each linked to the entries whose reference numbers its prose mentions.

    The list does not say how they are tied. A number that no entry has is kept as a name.
    """
    by_reference = {_reference(party): party for party in parties}
    for party in parties:
        links = tuple(
            _make_link(party, reference, by_reference.get(reference))
            for reference in find_references(_prose(party))
            if reference != _reference(party)
        )
        yield dataclasses.replace(party, relations=links) if links else party


def _reference(party: Party) -> str:
    found = (
        i.value for i in party.identifiers if i.scheme is Scheme.LIST_REFERENCE and not i.label
    )
    return next(found, "")


def _prose(party: Party) -> str:
    return " ".join(f.text for f in party.facts if f.topic in (Topic.REMARK, Topic.POSITION))


def _make_link(party: Party, reference: str, other: Party | None) -> Relation:
    return Relation(
        RelationKind.LINKED_TO,
        other.name if other else reference,
        Origin(party.source, party.origin.record, reference),
        other=other.id if other else None,
    )
