"""The engines that are measured, each behind one function: two names and a schema to a score."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version

from followthemoney import model
from nomenklatura.matching.logic_v2.model import LogicV2
from rapidfuzz.fuzz import token_sort_ratio

from ostraka.model.party import PartyKind
from ostraka.screening.comparison import compare

Score = Callable[[str, str, str], float]

_KINDS = {
    "Person": PartyKind.PERSON,
    "Company": PartyKind.ORGANISATION,
    "Organization": PartyKind.ORGANISATION,
    "Vessel": PartyKind.VESSEL,
}


@dataclass(frozen=True, slots=True)
class Engine:
    """An engine under measurement, with the threshold it uses by default."""

    name: str
    version: str
    threshold: float
    score: Score


def load_engines() -> Iterator[Engine]:
    """Ostraka, nomenklatura logic-v2, and the plain token-sort ratio as a floor for both."""
    yield Engine("ostraka", version("ostraka"), 0.7, _score_ostraka)
    yield Engine("nomenklatura logic-v2", version("nomenklatura"), 0.7, _score_logic_v2)
    yield Engine("token-sort ratio", version("rapidfuzz"), 0.7, _score_token_sort)


def _score_ostraka(left: str, right: str, schema: str) -> float:
    return compare(left, right, _KINDS.get(schema)).score


@cache
def _logic_v2() -> Score:
    config = LogicV2.default_config()

    def score(left: str, right: str, schema: str) -> float:
        make = [model.make_entity(schema) for _ in range(2)]
        for entity, name in zip(make, (left, right), strict=True):
            entity.id = name
            entity.add("name", name)
        return float(LogicV2.compare(make[0], make[1], config).score)

    return score


def _score_logic_v2(left: str, right: str, schema: str) -> float:
    return _logic_v2()(left, right, schema or "LegalEntity")


def _score_token_sort(left: str, right: str, schema: str) -> float:  # noqa: ARG001  # one shape for all
    return float(token_sort_ratio(left.casefold(), right.casefold())) / 100
