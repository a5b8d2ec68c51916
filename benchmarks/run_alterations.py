"""The part `alterations`: recall of every kind of alteration, on the half not tuned on."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from benchmarks.alterations import KINDS, AlteredCase, generate_cases, load_listed_parties
from benchmarks.alterations.listed import keep_latin_names, open_parties
from benchmarks.alterations.measuring import Outcome, screen_cases
from benchmarks.cases import SHARED, Case
from benchmarks.measures import find_interval
from benchmarks.printing import OUT, show
from benchmarks.screening import cut, is_found
from ostraka.model.party import Party, PartyKind

SPLIT = "test"
Found = dict[AlteredCase, bool]


def run_alterations(per_kind: int, reference_per_kind: int) -> dict[str, Any]:
    """Ostraka on `per_kind` cases of each kind; both engines on the first few of the same rows.

    Names in their own script are sought on lists that hold no name in that script.
    """
    parties = load_listed_parties(SHARED / "lists")
    cases = generate_cases(parties, per_kind=per_kind, split=SPLIT)
    native = {kind.name for kind in KINDS if kind.without_native}
    name: list[Outcome] = []
    fields: list[Outcome] = []
    compared: Found = {}
    for held, own in (
        (parties, [case for case in cases if case.kind not in native]),
        (keep_latin_names(parties), [case for case in cases if case.kind in native]),
    ):
        by_name, by_fields = _screen(held, own)
        name += by_name
        fields += by_fields
        if reference_per_kind:
            compared |= _ask_reference(held, _first(own, reference_per_kind))
    result: dict[str, Any] = {
        "split": SPLIT,
        "parties": len(parties),
        "kinds": {kind: _describe(kind, name, fields, compared) for kind in _order(cases)},
    }
    _show(result["kinds"])
    return result


def _screen(
    parties: Sequence[Party], cases: Sequence[AlteredCase]
) -> tuple[list[Outcome], list[Outcome]]:
    """By the name alone, and with kind, date of birth and country; one index for both."""
    with tempfile.TemporaryDirectory() as folder:
        screener = open_parties(parties, Path(folder) / "altered.index")
        name = screen_cases(screener, cases, with_kind=False)
        return name, screen_cases(screener, cases, with_kind=True, all_fields=True)


def _first(cases: Sequence[AlteredCase], most: int) -> list[AlteredCase]:
    taken: dict[str, list[AlteredCase]] = {}
    for case in cases:
        own = taken.setdefault(case.kind, [])
        if len(own) < most:
            own.append(case)
    return [case for own in taken.values() for case in own]


def _ask_reference(parties: Sequence[Party], cases: Sequence[AlteredCase]) -> Found:
    """Asked with the name and its kind, for it cannot be asked without one."""
    from benchmarks.search.reference import ReferenceSearch  # noqa: PLC0415  # slow to import

    engine = ReferenceSearch(parties)
    asked = [make_case(case) for case in cases]
    rankings = engine.search(asked, all_fields=False)
    shown = cut(rankings, engine.threshold)
    return {case: is_found(one, hits) for case, one, hits in zip(cases, asked, shown, strict=True)}


def make_case(case: AlteredCase) -> Case:
    """An altered name as every engine here is asked for it."""
    return Case(
        id=case.party_id,
        name=case.altered,
        kind=None if case.party_kind is PartyKind.PERSON else case.party_kind,
        born=case.born_altered,
        country=";".join(case.countries),
        truth=frozenset({case.party_id}),
        treatment=case.kind,
    )


def _order(cases: Sequence[AlteredCase]) -> list[str]:
    return list(dict.fromkeys(case.kind for case in cases))


def _describe(
    kind: str, name: Sequence[Outcome], fields: Sequence[Outcome], compared: Found
) -> dict[str, Any]:
    own = [one for one in name if one.case.kind == kind]
    rows = [one for one in own if one.case in compared]
    found = sum(one.found for one in own)
    described: dict[str, Any] = {
        "rows": len(own),
        "name_only": round(found / len(own), 4),
        "interval": [round(bound, 4) for bound in find_interval(found, len(own))],
        "all_fields": _share([one.found for one in fields if one.case.kind == kind]),
        "recall_at_1": _share([one.first for one in own]),
    }
    if rows:
        described["compared"] = {
            "rows": len(rows),
            "ostraka": _share([one.found for one in rows]),
            "nomenklatura logic-v2": _share([compared[one.case] for one in rows]),
        }
    return described


def _share(values: Sequence[bool]) -> float:
    return round(sum(values) / len(values), 4) if values else 0.0


def _show(kinds: Mapping[str, Any]) -> None:
    rows = [
        (
            kind,
            one["rows"],
            one["name_only"],
            one["all_fields"],
            *(
                one.get("compared", {}).get(key)
                for key in ("rows", "ostraka", "nomenklatura logic-v2")
            ),
        )
        for kind, one in sorted(kinds.items(), key=lambda item: item[1]["name_only"])
    ]
    columns = ("kind", "rows", "name only", "all fields", "compared rows", "ostraka", "reference")
    show("Recall by kind of alteration, held-out half, worst first", columns, rows, words=1)
    OUT.print("Reference and Ostraka are compared by name only.")
