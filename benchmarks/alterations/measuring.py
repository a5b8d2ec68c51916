"""Recall by kind of alteration: the party must be among the possible matches."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from benchmarks.alterations.case import AlteredCase
from ostraka.matching.index import Index, encode_query
from ostraka.model.hit import Result
from ostraka.screening.screener import DEFAULT_THRESHOLD, Screener
from ostraka.screening.subjects import make_subject


@dataclass(frozen=True, slots=True)
class Outcome:
    """A case, whether its party was found and found first, and the best hit if there was one."""

    case: AlteredCase
    found: bool
    first: bool
    best_name: str
    best_score: float


def screen_cases(
    screener: Screener, cases: Sequence[AlteredCase], *, with_kind: bool, all_fields: bool = False
) -> list[Outcome]:
    """Every case screened by its altered name; with kind, date and country as asked."""
    subjects = [
        make_subject(
            case.altered,
            kind=str(case.party_kind) if with_kind and case.party_kind else "",
            born=case.born_altered if all_fields else "",
            country=";".join(case.countries) if all_fields else "",
        )[0]
        for case in cases
    ]
    results = screener.find_many(subjects)
    return [_judge(case, result) for case, result in zip(cases, results, strict=True)]


def screen_names(
    index: Index, ids: Sequence[str], cases: Sequence[AlteredCase], *, with_kind: bool
) -> list[Outcome]:
    """The same by the name alone, without the reasons that take most of the time.

    `ids` are those of the parties in the order in which the index was built.
    """
    queries = [encode_query(case.altered, case.party_kind if with_kind else None) for case in cases]
    found = index.search_many(queries, floor=DEFAULT_THRESHOLD, weak_aliases=False, threads=2)
    return [
        Outcome(
            case,
            found=any(ids[one.owner] == case.party_id for one in candidates),
            first=bool(candidates) and ids[candidates[0].owner] == case.party_id,
            best_name=ids[candidates[0].owner] if candidates else "",
            best_score=candidates[0].scored[0] if candidates else 0.0,
        )
        for case, candidates in zip(cases, found, strict=True)
    ]


def recall_by_kind(outcomes: Sequence[Outcome]) -> Mapping[str, tuple[int, float]]:
    """For each kind the number of cases and the share found, in the order of the cases."""
    groups: dict[str, list[bool]] = {}
    for outcome in outcomes:
        groups.setdefault(outcome.case.kind, []).append(outcome.found)
    return {kind: (len(found), sum(found) / len(found)) for kind, found in groups.items()}


def _judge(case: AlteredCase, result: Result) -> Outcome:
    hits = result.hits
    return Outcome(
        case,
        found=any(hit.party == case.party_id for hit in hits),
        first=bool(hits) and hits[0].party == case.party_id,
        best_name=hits[0].matched_name if hits else "",
        best_score=hits[0].score if hits else 0.0,
    )
