"""Relations between parties as FollowTheMoney entities; only where both ends are exported."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ostraka.model.party import Party, PartyKind
from ostraka.model.relation import Relation, RelationKind
from ostraka.screening.export.entities import Draft
from ostraka.screening.export.ids import make_entity_id, make_link_id

_OWNERSHIP = frozenset({RelationKind.OWNS, RelationKind.OWNED_BY})
_OWNERS = frozenset({PartyKind.PERSON, PartyKind.ORGANISATION, None})
_ASSETS = frozenset({PartyKind.ORGANISATION, PartyKind.VESSEL, PartyKind.AIRCRAFT})


def find_assets(parties: Mapping[str, Party]) -> set[str]:
    """The ids of parties that another exported party owns."""
    pairs = (_ends(p.id, r) for p in parties.values() for r in p.relations if _owns(r, p, parties))
    return {asset for _, asset in pairs}


def make_ties(party: Party, parties: Mapping[str, Party]) -> Iterator[Draft]:
    """The relations of a party to other exported ones."""
    for relation in party.relations:
        if relation.other is None or relation.other not in parties:
            continue
        if _owns(relation, party, parties):
            yield _make_ownership(party.id, relation)
        elif relation.kind is RelationKind.FAMILY and _are_persons(party, parties[relation.other]):
            yield _make(party.id, relation, "Family", ("person", "relative"), "relationship")
        else:
            yield _make(party.id, relation, "UnknownLink", ("subject", "object"), "role")


def _are_persons(*parties: Party) -> bool:
    return all(party.kind is PartyKind.PERSON for party in parties)


def _owns(relation: Relation, party: Party, parties: Mapping[str, Party]) -> bool:
    """Whether a relation is one of ownership that the schema can hold."""
    if relation.kind not in _OWNERSHIP or relation.other not in parties:
        return False
    owner, asset = (parties[key] for key in _ends(party.id, relation))
    return owner.kind in _OWNERS and asset.kind in _ASSETS


def _ends(party_id: str, relation: Relation) -> tuple[str, str]:
    """Owner and asset, whichever of them states the relation."""
    other = relation.other or ""
    return (party_id, other) if relation.kind is RelationKind.OWNS else (other, party_id)


def _make_ownership(party_id: str, relation: Relation) -> Draft:
    owner, asset = map(make_entity_id, _ends(party_id, relation))
    link = Draft(make_link_id(owner, "owns", asset), "Ownership")
    link.add("owner", owner)
    link.add("asset", asset)
    low, high = relation.percent_min, relation.percent_max
    if low is not None and high is not None:
        link.add("percentage", f"{low:g}" if low == high else f"{low:g}-{high:g}")
    return _with_days(link, relation)


def _make(
    party_id: str, relation: Relation, schema: str, ends: tuple[str, str], role: str
) -> Draft:
    one, two = make_entity_id(party_id), make_entity_id(relation.other or "")
    link = Draft(make_link_id(one, "link", two, relation.kind), schema)
    link.add(ends[0], one)
    link.add(ends[1], two)
    link.add(role, relation.origin.raw or relation.kind.replace("_", " "))
    return _with_days(link, relation)


def _with_days(link: Draft, relation: Relation) -> Draft:
    link.add("startDate", relation.since.isoformat() if relation.since else None)
    link.add("endDate", relation.until.isoformat() if relation.until else None)
    return link
