"""The tables of a result as Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from benchmarks.markdown import make_table

Result = Mapping[str, Any]


def write_page(result: Result, day: str) -> str:
    """Every table of a full run, in the order of the page."""
    cores = result["machine"]["cores"]
    parts = [
        f"## {day}, {cores} shared cores",
        *_write_pairs(result["pairs"]),
        *_write_screening(result["screening"]),
        *_write_alterations(result["alterations"]),
        *_write_scripts(result["scripts"]),
        *_write_traditions(result["traditions"]),
        *_write_calibration(result["calibration"]),
        *_write_exhaustive(result["exhaustive"]),
        *_write_commands(result["commands"]),
    ]
    return "\n\n".join(parts)


def _write_pairs(pairs: Result) -> Iterable[str]:
    yield "### Labelled pairs"
    for labels, measured in pairs.items():
        columns = ["engine", "group", "pairs", "P", "R", "F1", "F1 held out", "AUC", "AP"]
        yield f"With {labels}:" if labels == "all labels" else "Without doubtful labels:"
        yield make_table(columns, _list_pairs(measured["engines"]), words=2)
    first = next(iter(pairs.values()))
    for name, engine in first["engines"].items():
        strong = engine["strong"]
        yield f"{name}: {strong['wrong']} of {strong['pairs']} pairs of quality STRONG wrong."
    for other, groups in first["paired"].items():
        said = "; ".join(f"{g} {one['wins']} to {one['losses']}" for g, one in groups.items())
        yield f"Pairs that only Ostraka gets right, to those that only {other} does: {said}."


def _list_pairs(engines: Result) -> Iterable[Sequence[object]]:
    for name, engine in engines.items():
        for group, one in engine["groups"].items():
            at, held = one["at_threshold"], one["cross_validated"]
            figures = (at["precision"], at["recall"], at["f1"], held["f1"])
            yield name, group, one["pairs"], *figures, one["auc"], one["average_precision"]


def _write_screening(screening: Result) -> Iterable[str]:
    engines = screening["compared"]
    sets = {name: engine["sets"] for name, engine in engines.items()}
    yield "### Whole lists, the same rows for every engine"
    for title, figure in (("recall", "recall"), ("first place", "recall_at_1")):
        rows = list(_list_sets(sets, figure))
        yield make_table([f"{title}, default threshold", "rows", *sets], rows, words=1)
    rows = list(_list_sets(sets, "per_thousand"))
    yield make_table(["alerts per 1,000, default threshold", "rows", *sets], rows, words=1)
    columns = ["asked", "engine", "AUC", "AP", "recall at 1", "at 3", "at 10 alerts per 1,000"]
    yield make_table(columns, _list_ordering(engines), words=2)
    yield "![Recall against alerts as the threshold moves](results/charts/recall.svg)"
    if "every row" in screening:
        yield "Ostraka on every row:"
        every = list(_list_every_row(screening["every row"]))
        yield make_table(
            ["rows", "number", "alerts per 1,000", "95 %", "by script"], every, words=1
        )


def _list_sets(sets: Result, figure: str) -> Iterable[Sequence[object]]:
    first = next(iter(sets.values()))
    for key, one in first.items():
        if figure in one:
            yield key, one["rows"], *(own[key][figure] for own in sets.values())


def _list_ordering(engines: Result) -> Iterable[Sequence[object]]:
    for fields in ("name only", "all fields"):
        for name, engine in engines.items():
            one = engine["ordering"][fields]
            recalls = [at["recall"] for at in one["recall_at_alerts"].values()]
            yield fields, name, one["auc"], one["average_precision"], *recalls


def _list_every_row(sets: Result) -> Iterable[Sequence[object]]:
    for key, one in sets.items():
        if "per_thousand" in one:
            scripts = sorted(one["by_script"].items(), key=lambda item: -item[1]["rows"])
            said = ", ".join(f"{name.title()} {own['per_thousand']}" for name, own in scripts[:5])
            yield key, one["rows"], one["per_thousand"], _range(one["interval"]), said


def _write_alterations(altered: Result) -> Iterable[str]:
    yield "### Every kind of alteration, held-out half, worst first"
    kinds = sorted(altered["kinds"].items(), key=lambda item: item[1]["name_only"])
    columns = ["kind", "rows", "name only", "95 %", "all fields", "same rows", "ours", "reference"]
    rows = [
        (
            kind,
            one["rows"],
            one["name_only"],
            _range(one["interval"]),
            one["all_fields"],
            *(one.get("compared", {}).get(key) for key in _COMPARED),
        )
        for kind, one in kinds
    ]
    yield make_table(columns, rows, words=1)


_COMPARED = ("rows", "ostraka", "nomenklatura logic-v2")


def _write_scripts(scripts: Result) -> Iterable[str]:
    yield "### Own script against Latin, held-out half, no alias to help"
    columns = ["script", "pairs", "engine", "precision", "recall", "recall at precision 0.95"]
    rows = [
        (script, one["pairs"], name, own["precision"], own["recall"], own["recall_at_precision"])
        for script, one in scripts["scripts"].items()
        for name, own in one["engines"].items()
        if name != "token-sort ratio"
    ]
    yield make_table(columns, rows, words=1)


def _write_traditions(traditions: Result) -> Iterable[str]:
    yield "### Naming traditions, name only, per 1,000"
    names = list(traditions["alerts"]["latin"])
    sides = [*traditions["alerts"].values(), traditions["misses"]]
    rows = sorted(
        ([name, *(cell for side in sides for cell in _rate(side.get(name)))] for name in names),
        key=lambda row: -float(row[1] or 0),
    )
    columns = ["tradition", "alerts, Latin", "95 %", "alerts, native", "95 %", "misses", "95 %"]
    yield make_table(columns, rows, words=1)
    yield "![Alerts by naming tradition](results/charts/traditions.svg)"


def _rate(one: Result | None) -> tuple[object, object]:
    return (one["per_thousand"], _range(one["interval"])) if one else (None, None)


def _write_calibration(calibration: Result) -> Iterable[str]:
    probabilities = calibration["probabilities"]
    yield "### What a probability is worth"
    yield f"Best hits of altered UN names and invented people, prior {probabilities['prior']}:"
    bands = probabilities["bands"]
    rows = [(f"{b['from']} to {b['to']}", b["rows"], b["stated"], b["true"]) for b in bands]
    yield make_table(["probability", "hits", "mean stated", "true"], rows, words=1)
    yield "![Share of true pairs by score](results/charts/calibration.svg)"
    yield "![Where the weight of a hit comes from](results/charts/weights.svg)"


def _write_exhaustive(exhaustive: Result) -> Iterable[str]:
    yield "### What the index loses"
    share, misses = exhaustive["found_share"], exhaustive["misses"]
    yield (
        f"Of what scoring every listed name reports for {exhaustive['queries']:,} mixed queries, "
        f"the index finds {share:.4%}; {len(misses)} are missed, each named in the result."
    )


def _write_commands(commands: Result) -> Iterable[str]:
    yield "### Whole commands, start-up and all"
    rows = [(name, run["seconds"], run["peak_megabytes"]) for name, run in commands.items()]
    yield make_table(["command", "seconds", "peak MB"], rows, words=1)


def _range(interval: Sequence[float]) -> str:
    low, high = interval
    return f"{low:g} to {high:g}"
