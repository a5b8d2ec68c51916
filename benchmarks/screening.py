"""End to end: which rows are asked, and what of the answers is measured at the threshold."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from benchmarks.cases import NOBODIES, Case, load_positives, sample, shift_births
from benchmarks.measures import find_interval
from benchmarks.search import Ranking

Search = Callable[[Sequence[Case], bool], list[Ranking]]
ALL, NAME = "all fields", "name only"


@dataclass(frozen=True, slots=True)
class CaseSet:
    """Rows that are asked together, with the name alone or with all fields."""

    name: str
    cases: Sequence[Case]
    all_fields: bool

    @property
    def key(self) -> str:
        """As the tables call it."""
        return f"{self.name}, {ALL if self.all_fields else NAME}"


def load_sets(most: int | None) -> list[CaseSet]:
    """Every set, the nobodies cut to a seeded sample of `most` rows."""
    treated, plain = load_positives(True), load_positives(False)
    positives = [("UN names altered", treated), ("UN names as listed", plain)]
    sets = [CaseSet(name, cases, fields) for name, cases in positives for fields in (True, False)]
    sets.append(CaseSet("UN names, year of birth off by one", shift_births(plain), True))
    for name, load in NOBODIES.items():
        sets.append(CaseSet(name, sample(_keep(load), most), all_fields=False))
    people = ("people, US mix", "people, global mix")
    return sets + [CaseSet(name, sample(_keep(NOBODIES[name]), most), True) for name in people]


@cache
def _keep(load: Callable[[], list[Case]]) -> list[Case]:
    return load()


def describe_set(one: CaseSet, shown: Sequence[Ranking]) -> dict[str, Any]:
    """Recall where parties are meant, alerts where nobody is, of what passed the threshold."""
    return _describe_recall(one, shown) if one.cases[0].truth else _describe_alerts(one, shown)


def cut(rankings: Sequence[Ranking], threshold: float) -> list[Ranking]:
    """What of the rankings an analyst is shown at a threshold."""
    return [[pair for pair in ranking if pair[0] >= threshold] for ranking in rankings]


def is_found(case: Case, shown: Ranking) -> bool:
    """Whether a party that is meant is among the hits."""
    return any(party in case.truth for _, party in shown)


def _describe_recall(one: CaseSet, shown: Sequence[Ranking]) -> dict[str, Any]:
    found = [is_found(case, hits) for case, hits in zip(one.cases, shown, strict=True)]
    first = [
        bool(hits) and hits[0][1] in case.truth for case, hits in zip(one.cases, shown, strict=True)
    ]
    kinds = {case.treatment for case in one.cases}
    return {
        "rows": len(found),
        "recall": round(sum(found) / len(found), 4),
        "recall_at_1": round(sum(first) / len(first), 4),
        "hits_per_row": round(sum(map(len, shown)) / len(shown), 3),
        "by_treatment": {
            kind: _share(found, [case.treatment == kind for case in one.cases])
            for kind in sorted(kinds)
        },
    }


def _share(values: Sequence[bool], own: Sequence[bool]) -> dict[str, Any]:
    kept = [value for value, mine in zip(values, own, strict=True) if mine]
    return {"rows": len(kept), "recall": round(sum(kept) / len(kept), 4)}


def _describe_alerts(one: CaseSet, shown: Sequence[Ranking]) -> dict[str, Any]:
    stopped = [bool(hits) for hits in shown]
    scripts = [find_script(case.name) for case in one.cases]
    return {
        **describe_rate(stopped),
        "by_script": {
            script: describe_rate(
                [hit for hit, own in zip(stopped, scripts, strict=True) if own == script]
            )
            for script in sorted(set(scripts))
        },
    }


def describe_rate(stopped: Sequence[bool]) -> dict[str, Any]:
    """Alerts per 1,000 rows, with their 95 % interval."""
    low, high = find_interval(sum(stopped), len(stopped))
    return {
        "rows": len(stopped),
        "alerts": sum(stopped),
        "per_thousand": round(1000 * sum(stopped) / len(stopped), 2),
        "interval": [round(1000 * low, 2), round(1000 * high, 2)],
    }


def find_script(name: str) -> str:
    """The script of the first letter, by its Unicode name: LATIN, CJK, HANGUL, ARABIC.

    It is a property of the test row's letters and tells where romanisation stops more.
    """
    letter = next((character for character in name if character.isalpha()), None)
    return unicodedata.name(letter, "NONE").split()[0] if letter else "NONE"
