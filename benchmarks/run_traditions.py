"""The part `traditions`: whom screening stops and whom it misses, by naming tradition.

A tradition is a property of a test file. Nobody in a user's data is classified.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, get_args

from benchmarks.alterations import KINDS, AlteredCase, generate_cases
from benchmarks.cases import Case
from benchmarks.lists import load_parties, open_store
from benchmarks.measures import find_interval
from benchmarks.printing import show
from benchmarks.run_alterations import make_case
from benchmarks.screening import describe_rate, is_found
from benchmarks.search.ours import OstrakaSearch
from benchmarks.traditions import TRADITIONS, Half, generate, group_listed
from benchmarks.traditions.drawing import Script
from ostraka.model.party import Party

HALF: Half = "test"
SEED = 11
WHOLE = "the whole"


def run_traditions(names: int, per_kind: int) -> dict[str, Any]:
    """Alerts per 1,000 of `names` invented people a tradition and script, and misses of the listed.

    The whole is all traditions taken alike; misses are altered names of the listed people whose
    list states a nationality that the tradition's table has.
    """
    store = open_store()
    ours = OstrakaSearch(store)
    alerts = {name: _find_alerts(ours, name, names) for name in TRADITIONS}
    misses = _find_misses(ours, list(load_parties(store)), per_kind)
    result = {
        "names": names,
        "alerts": {script: _describe_alerts(alerts, script) for script in get_args(Script)},
        "misses": {name: _describe_misses(found) for name, found in misses.items()},
    }
    _show(result)
    return result


def _find_alerts(ours: OstrakaSearch, tradition: str, names: int) -> dict[str, list[bool]]:
    found = {}
    for script in get_args(Script):
        drawn = generate(tradition, script, names, SEED, HALF)
        cases = [Case(f"{tradition} {place}", name) for place, name in enumerate(drawn)]
        found[script] = [bool(hits) for hits in ours.screen(cases, all_fields=False)]
    return found


def _describe_alerts(
    alerts: Mapping[str, Mapping[str, Sequence[bool]]], script: str
) -> dict[str, Any]:
    stopped = {name: by_script[script] for name, by_script in alerts.items()}
    whole = [one for values in stopped.values() for one in values]
    return {name: describe_rate(values) for name, values in ({WHOLE: whole} | stopped).items()}


def _find_misses(
    ours: OstrakaSearch, parties: Sequence[Party], per_kind: int
) -> dict[str, list[bool]]:
    kinds = [kind for kind in KINDS if not kind.without_native]
    cases = generate_cases(parties, per_kind=per_kind, split=HALF, kinds=kinds)
    asked = [make_case(case) for case in cases]
    shown = ours.screen(asked, all_fields=False)
    found = [is_found(case, hits) for case, hits in zip(asked, shown, strict=True)]
    groups = {name: {party.id for party in own} for name, own in group_listed(parties).items()}
    everybody = set().union(*groups.values())
    return {
        name: _keep(cases, found, ids)
        for name, ids in ({WHOLE: everybody} | dict(sorted(groups.items()))).items()
    }


def _keep(cases: Sequence[AlteredCase], found: Sequence[bool], ids: set[str]) -> list[bool]:
    return [one for case, one in zip(cases, found, strict=True) if case.party_id in ids]


def _describe_misses(found: Sequence[bool]) -> dict[str, Any]:
    missed = len(found) - sum(found)
    low, high = find_interval(missed, len(found))
    return {
        "rows": len(found),
        "missed": missed,
        "per_thousand": round(1000 * missed / len(found), 2) if found else None,
        "interval": [round(1000 * low, 2), round(1000 * high, 2)],
    }


def _show(result: Mapping[str, Any]) -> None:
    sides = {f"alerts, {script} script": own for script, own in result["alerts"].items()}
    for title, groups in (sides | {"misses": result["misses"]}).items():
        ranked = sorted(groups.items(), key=lambda item: -(item[1]["per_thousand"] or 0.0))
        rows = [
            (name, one["rows"], one["per_thousand"], "{} to {}".format(*one["interval"]))
            for name, one in ranked
        ]
        show(f"{title}, per 1,000", ("tradition", "rows", "per 1,000", "95 % interval"), rows, 1)
