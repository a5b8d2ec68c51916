"""How parties stand to one another, as far as a list says so."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ostraka.model.origin import Origin
from ostraka.model.terms import Term


class RelationKind(Term):
    """What a party is to the other one. Read as: *party* KIND *other*."""

    OWNS = "owns", "Holds shares in the other."
    OWNED_BY = "owned_by", "The other holds shares in this party."
    CONTROLS = "controls", "Directs the other, by whatever means."
    OWNED_OR_CONTROLLED_BY = (
        "owned_or_controlled_by",
        "The list says owned or controlled by the other; it states no percentage.",
    )
    ACTS_FOR = "acts_for", "Acts for or on behalf of the other."
    SUPPORTS = "supports", "Provides support to the other."
    LEADS = "leads", "Is a leader, official or principal officer of the other."
    FAMILY = "family", "The list states a family tie."
    ASSOCIATE = "associate", "The list states an association."
    LINKED_TO = "linked_to", "The list links the two and does not say how."


@dataclass(frozen=True, slots=True)
class Relation:
    """A directed tie from the party that carries it to another one.

    `other` is a party id where the list identifies it or the name is unambiguous inside the file,
    else `None`; `other_name` is the name as written. Percentages are 0 to 100 and `None` where
    unknown. `former` ties never count for ownership.
    """

    kind: RelationKind
    other_name: str
    origin: Origin
    other: str | None = None
    percent_min: float | None = None
    percent_max: float | None = None
    since: date | None = None
    until: date | None = None
    former: bool = False
