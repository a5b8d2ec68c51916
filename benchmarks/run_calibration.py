"""The part `calibration`: what share of hits is true at a score, and where the score comes from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from benchmarks.cases import NOBODIES, Case, load_positives, sample
from benchmarks.engines import Engine
from benchmarks.lists import open_store
from benchmarks.measures import find_interval
from benchmarks.pairs import LabelledPair, load_pairs
from benchmarks.printing import OUT, show
from benchmarks.search.ours import OstrakaSearch
from ostraka.matching.calibration import find_probability
from ostraka.model.hit import Alignment, Feature, Hit

BAND = 0.05
PROBABILITY_BANDS = (0.0, 0.01, 0.05, 0.2, 0.5, 0.8, 0.95, 0.99, 1.0)
_PEOPLE = ("people, US mix", "people, global mix")


@dataclass(frozen=True, slots=True)
class Judged:
    """The best hit of a row, and whether its party is the one meant."""

    hit: Hit
    true: bool


def run_calibration(engines: Iterable[Engine], most: int) -> dict[str, Any]:
    """Reliability of scores on labelled pairs, of probabilities on screened rows, and the weights.

    The prior of the screened rows is their own share of rows that mean a party.
    """
    pairs = load_pairs()
    scores = {engine.name: describe_scores(engine, pairs) for engine in engines}
    ours = OstrakaSearch(open_store())
    positives = load_positives(treated=True)
    nobodies = [c for name in _PEOPLE for c in sample(NOBODIES[name](), most)]
    prior = len(positives) / (len(positives) + len(nobodies))
    judged = [one for fields in (False, True) for one in _judge(ours, positives + nobodies, fields)]
    result = {
        "scores_of_pairs": scores,
        "probabilities": {"prior": round(prior, 5), "bands": describe_probabilities(judged, prior)},
        "weight_shares": describe_weights(judged),
    }
    _show(result)
    return result


def describe_scores(engine: Engine, pairs: Sequence[LabelledPair]) -> list[dict[str, Any]]:
    """For bands of the score the share of labelled pairs that are one party."""
    scored = [(engine.score(pair.left, pair.right, pair.schema), pair.same) for pair in pairs]
    starts = [round(step * BAND, 2) for step in range(round(1 / BAND) + 1)]
    bands = [
        (start, [(s, same) for s, same in scored if start <= s + 1e-9 < start + BAND])
        for start in starts
    ]
    return [
        {"from": start, **_describe_band([same for _, same in own], [s for s, _ in own])}
        for start, own in bands
        if own
    ]


def describe_probabilities(judged: Sequence[Judged], prior: float) -> list[dict[str, Any]]:
    """For bands of the probability the share of best hits that are true."""
    known = [(find_probability(one.hit.weight_of_evidence, prior), one.true) for one in judged]
    found = []
    for low, high in zip(PROBABILITY_BANDS, [*PROBABILITY_BANDS[1:], 1.1], strict=True):
        own = [(p, true) for p, true in known if low <= p < high]
        if own:
            band = _describe_band([true for _, true in own], [p for p, _ in own])
            found.append({"from": low, "to": min(high, 1.0), **band})
    return found


def _describe_band(true: Sequence[bool], stated: Sequence[float]) -> dict[str, Any]:
    low, high = find_interval(sum(true), len(true))
    return {
        "rows": len(true),
        "stated": round(sum(stated) / len(stated), 4),
        "true": round(sum(true) / len(true), 4),
        "interval": [round(low, 4), round(high, 4)],
    }


def describe_weights(judged: Sequence[Judged]) -> dict[str, dict[str, float]]:
    """The mean weight of each kind of evidence in true hits and in others.

    The weight of a name is shared out to the ways its words correspond, by similarity and weight.
    """
    groups = {"true hits": True, "other hits": False}
    return {name: _mean([o.hit for o in judged if o.true is true]) for name, true in groups.items()}


def _mean(hits: Sequence[Hit]) -> dict[str, float]:
    totals: dict[str, float] = {}
    for hit in hits:
        for source, weight in _list_weights(hit):
            totals[source] = totals.get(source, 0.0) + weight
    return {source: round(total / len(hits), 4) for source, total in sorted(totals.items())}


def _list_weights(hit: Hit) -> Iterable[tuple[str, float]]:
    for reason in hit.reasons:
        if reason.feature is not Feature.NAME:
            yield str(reason.feature), reason.weight
            continue
        parts = [
            (
                f"name: {part.alignment}",
                part.similarity * min(part.query_weight, part.listed_weight),
            )
            for part in reason.parts
            if part.alignment not in {Alignment.UNMATCHED_QUERY, Alignment.UNMATCHED_LISTED}
        ]
        whole = sum(weight for _, weight in parts) or 1.0
        yield from ((source, reason.weight * weight / whole) for source, weight in parts)


def _judge(ours: OstrakaSearch, cases: Sequence[Case], all_fields: bool) -> list[Judged]:
    answers = ours.explain(cases, all_fields=all_fields)
    return [
        Judged(answer.hits[0], answer.hits[0].party in case.truth)
        for case, answer in zip(cases, answers, strict=True)
        if answer.hits
    ]


def _show(result: dict[str, Any]) -> None:
    columns = ("from", "rows", "stated", "true")
    tables = {f"Labelled pairs by score, {k}": v for k, v in result["scores_of_pairs"].items()}
    prior = result["probabilities"]["prior"]
    tables[f"Best hits by probability, prior {prior}"] = result["probabilities"]["bands"]
    for title, bands in tables.items():
        show(title, columns, [[band[name] for name in columns] for band in bands], words=0)
    for name, shares in result["weight_shares"].items():
        OUT.print(f"Mean weights of {name}: {shares}", highlight=False)
