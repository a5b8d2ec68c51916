"""The engines that compare two names, each behind one function from names to a score."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from importlib.metadata import version

from ostraka.model.party import PartyKind
from ostraka.screening.comparison import compare
from ostraka.screening.screener import DEFAULT_THRESHOLD

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


def load_engines(*, ours_only: bool = False) -> Iterator[Engine]:
    """Ostraka, nomenklatura logic-v2, and the plain token-sort ratio as a floor for both."""
    yield Engine("ostraka", version("ostraka"), DEFAULT_THRESHOLD, _score_ostraka)
    if ours_only:
        return
    yield Engine("nomenklatura logic-v2", version("nomenklatura"), 0.7, _load_logic_v2())
    yield Engine("token-sort ratio", version("rapidfuzz"), 0.7, _load_token_sort())


def _score_ostraka(left: str, right: str, schema: str) -> float:
    return compare(left, right, _KINDS.get(schema)).score


def _load_logic_v2() -> Score:
    # Imported where it is used: it takes half a minute to warm up and --ours does without
    from followthemoney import model  # noqa: PLC0415
    from nomenklatura.matching.logic_v2.model import LogicV2  # noqa: PLC0415

    config = LogicV2.default_config()

    def score(left: str, right: str, schema: str) -> float:
        make = [model.make_entity(schema or "LegalEntity") for _ in range(2)]
        for entity, name in zip(make, (left, right), strict=True):
            entity.id = name
            entity.add("name", name)
        return float(LogicV2.compare(make[0], make[1], config).score)

    return score


def _load_token_sort() -> Score:
    from rapidfuzz.fuzz import token_sort_ratio  # noqa: PLC0415

    return partial(_score_token_sort, token_sort_ratio)


def _score_token_sort(ratio: Callable[[str, str], float], left: str, right: str, _: str) -> float:
    return float(ratio(left.casefold(), right.casefold())) / 100
