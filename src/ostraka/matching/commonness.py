"""Names that many bear: alone they stop everybody who bears them and find nobody."""

from __future__ import annotations

from collections.abc import Sequence

from ostraka.matching.record import Record
from ostraka.matching.weights import Weights
from ostraka.model.hit import Feature, Reason
from ostraka.model.party import PartyKind
from ostraka.names.ship_names import is_common_ship_name

_CORROBORATING = frozenset(
    {Feature.BORN, Feature.COUNTRY, Feature.ADDRESS, Feature.BIRTH_PLACE, Feature.IDENTIFIER}
)


def is_corroborated(reasons: Sequence[Reason]) -> bool:
    """Whether anything beside the name agrees."""
    return any(reason.weight > 0 and reason.feature in _CORROBORATING for reason in reasons)


def weigh_commonness(
    record: Record, name: Reason, reasons: Sequence[Reason], weights: Weights
) -> Reason | None:
    """The reason that keeps a common name from alerting alone, where it applies.

    That is a ship's name which many ships bear, or one word that many parties of the lists bear,
    with nothing beside it that agrees.
    """
    if is_corroborated(reasons):
        return None
    table = weights.evidence
    if record.kind is PartyKind.VESSEL and is_common_ship_name(name.listed):
        row, detail = "common_ship", "a ship's name that many ships bear, and nothing else agrees"
    elif _is_common_word(name, table["common_word_below"]):
        row, detail = "common_word", "one word that many bear, and nothing else agrees"
    else:
        return None
    return Reason(Feature.COMMON_NAME, name.query, name.listed, table[row], detail, finding=row)


def _is_common_word(name: Reason, limit: float) -> bool:
    """Whether all that agrees is one word, whose weight is below the limit."""
    agreed = [part for part in name.parts if part.similarity > 0]
    return len(agreed) == 1 and min(agreed[0].query_weight, agreed[0].listed_weight) < limit
