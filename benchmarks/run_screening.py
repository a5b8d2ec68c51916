"""The part `screening`: whole lists, the same rows for every engine, in one run."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from time import perf_counter
from typing import Any

from benchmarks.cases import Case
from benchmarks.curves import describe_curves
from benchmarks.lists import load_parties, open_store
from benchmarks.printing import OUT, show
from benchmarks.screening import CaseSet, cut, describe_set, is_found, load_sets
from benchmarks.search import Ranking, Searcher, score_of_truth
from benchmarks.search.ours import OstrakaSearch

Answers = dict[str, list[Ranking]]


def run_screening(
    compared: int,
    *,
    ours_only: bool = False,
    every_row: bool = False,
    misses: bool = False,
) -> dict[str, Any]:
    """All engines on the same sample; Ostraka on every row besides, where that is asked."""
    ours = OstrakaSearch(open_store())
    sets = load_sets(compared)
    others = [] if ours_only else _load_others(ours)
    result = {"compared": _compare([ours, *others], sets)}
    if every_row:
        sets = load_sets(None)
        result["every row"] = _measure_every_row(ours, sets)
    if misses:
        _show_misses(ours, sets)
    return result


def _load_others(ours: OstrakaSearch) -> list[Searcher]:
    from benchmarks.search.reference import ReferenceSearch  # noqa: PLC0415  # slow to import
    from benchmarks.search.token_sort import TokenSortSearch  # noqa: PLC0415

    parties = list(load_parties(ours.store))
    return [ReferenceSearch(parties), TokenSortSearch(parties)]


def _compare(searchers: Sequence[Searcher], sets: Sequence[CaseSet]) -> dict[str, Any]:
    result = {searcher.name: _measure(searcher, sets) for searcher in searchers}
    _show_sets({name: one["sets"] for name, one in result.items()}, sets)
    _show_curves(result)
    return result


def _measure_every_row(ours: OstrakaSearch, sets: Sequence[CaseSet]) -> dict[str, Any]:
    figures: dict[str, Any] = {}
    for one in sets:
        started = perf_counter()
        shown = ours.screen(one.cases, all_fields=one.all_fields)
        speed = round(len(shown) / (perf_counter() - started))
        figures[one.key] = describe_set(one, shown) | {"rows_per_second": speed}
    _show_sets({ours.name: figures}, sets)
    return figures


def _measure(searcher: Searcher, sets: Sequence[CaseSet]) -> dict[str, Any]:
    answers: Answers = {}
    seconds: dict[str, float] = {}
    for one in sets:
        started = perf_counter()
        answers[one.key] = searcher.search(one.cases, all_fields=one.all_fields)
        seconds[one.key] = perf_counter() - started
    figures = {one.key: describe_set(one, _show_at(searcher, one, answers)) for one in sets}
    for one in sets:
        figures[one.key]["rows_per_second"] = round(len(one.cases) / seconds[one.key])
    return {
        "version": searcher.version,
        "threshold": searcher.threshold,
        "sets": figures,
        "ordering": describe_curves({one.key: one for one in sets}, answers),
    }


def _show_at(searcher: Searcher, one: CaseSet, answers: Answers) -> list[Ranking]:
    """What is shown at the threshold; of Ostraka what it finds when it is run at that threshold."""
    if isinstance(searcher, OstrakaSearch):
        return searcher.screen(one.cases, all_fields=one.all_fields)
    return cut(answers[one.key], searcher.threshold)


def _show_sets(result: Mapping[str, Any], sets: Sequence[CaseSet]) -> None:
    for title, figure in (("recall", "recall"), ("alerts per 1,000", "per_thousand")):
        asked = [one for one in sets if bool(one.cases[0].truth) == (figure == "recall")]
        rows = [
            (one.key, len(one.cases), *(engine[one.key][figure] for engine in result.values()))
            for one in asked
        ]
        show(f"End to end at the default threshold: {title}", ("rows", "number", *result), rows, 1)
    for one in sets:
        parts = next(iter(result.values()))[one.key]
        OUT.print(f"  {one.key}: {_list_parts(parts)}", highlight=False)


def _list_parts(figures: Mapping[str, Any]) -> str:
    if "by_script" in figures:
        parts = figures["by_script"].items()
        return "; ".join(f"{name} {one['per_thousand']} of {one['rows']}" for name, one in parts)
    parts = figures["by_treatment"].items()
    return "; ".join(f"{name} {one['recall']} of {one['rows']}" for name, one in parts)


def _show_curves(result: Mapping[str, Any]) -> None:
    rows = [
        (name, fields, one["auc"], one["average_precision"], *_recalls(one))
        for name, engine in result.items()
        for fields, one in engine["ordering"].items()
    ]
    columns = ("engine", "asked", "AUC", "AP", "recall at 1", "3", "10 alerts per 1,000")
    show("Ordering: altered UN names against invented people", columns, rows, words=2)


def _recalls(ordering: Mapping[str, Any]) -> list[float]:
    return [one["recall"] for one in ordering["recall_at_alerts"].values()]


def _show_misses(ours: OstrakaSearch, sets: Sequence[CaseSet]) -> None:
    for one in sets:
        shown = ours.screen(one.cases, all_fields=one.all_fields)
        rows = [
            _explain(ours, case, hits)
            for case, hits in zip(one.cases, shown, strict=True)
            if _is_wrong(case, hits)
        ]
        show(f"{one.key}: {len(rows)} rows", ("row", "name", "born", "score", "found"), rows, 3)


def _is_wrong(case: Case, hits: Ranking) -> bool:
    return not is_found(case, hits) if case.truth else bool(hits)


def _explain(ours: OstrakaSearch, case: Case, hits: Ranking) -> tuple[object, ...]:
    if not case.truth:
        return case.treatment or case.id, case.name, case.born, hits[0][0], ours.name_of(case)
    below = ours.search([case], all_fields=True)[0]
    return case.treatment, case.name, case.born, score_of_truth(below, case), ", ".join(case.truth)
