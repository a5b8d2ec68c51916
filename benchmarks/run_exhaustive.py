"""The part `exhaustive`: what the index loses of what scoring every listed name would report."""

from __future__ import annotations

import random
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from time import perf_counter
from typing import Any

from benchmarks.cases import NOBODIES, SEED, Case, load_positives
from benchmarks.lists import load_parties, open_store
from benchmarks.printing import OUT, show
from benchmarks.search.ours import OstrakaSearch, make_query
from ostraka.model.name import NameKind
from ostraka.model.party import Party


def run_exhaustive(queries: int) -> dict[str, Any]:
    """So many mixed queries, each asked of the index and of every listed name; each miss named.

    A miss is a party that the exhaustive search reports at the threshold and the index does not.
    It is named by the row and the party, and by the name asked where that is one of a list.
    """
    store = open_store()
    ours = OstrakaSearch(store)
    cases = mix_queries(list(load_parties(store)), queries)
    started = perf_counter()
    compared = _compare(ours, cases)
    reported = sum(len(every) for _, _, every in compared)
    misses = [
        {"row": case.id, "party": party, "score": every[party]}
        for case, found, every in compared
        for party in every
        if party not in found
    ]
    share = 1 - len(misses) / reported if reported else 1.0
    _show(cases, share, misses, perf_counter() - started)
    return {
        "queries": len(cases),
        "reported_by_all": reported,
        "found_share": round(share, 6),
        "misses": misses,
    }


def mix_queries(parties: Sequence[Party], count: int) -> list[Case]:
    """A half listed names with one slip of the pen, the rest nobodies and altered UN names.

    Seeded; a query may come twice where more are asked for than there are rows.
    """
    chance = random.Random(SEED)
    nobodies = [case for load in NOBODIES.values() for case in load()]
    others = load_positives(treated=True) + nobodies
    listed = [
        (party, name.text)
        for party in parties
        for name in party.names
        if name.kind is not NameKind.WEAK_ALIAS
    ]
    found = []
    for number in range(count):
        if number % 2:
            found.append(chance.choice(others))
            continue
        party, name = chance.choice(listed)
        found.append(Case(f"{party.id} slip {number}", slip(name, chance), party.kind))
    return found


def slip(name: str, chance: random.Random) -> str:
    """The name with one letter dropped, doubled or swapped; a short name as it is."""
    if len(name) < 5:
        return name
    at = chance.randrange(len(name) - 1)
    match chance.randrange(3):
        case 0:
            return name[:at] + name[at + 1 :]
        case 1:
            return name[: at + 1] + name[at:]
        case _:
            return name[:at] + name[at + 1] + name[at] + name[at + 2 :]


def _compare(
    ours: OstrakaSearch, cases: Sequence[Case]
) -> list[tuple[Case, set[str], dict[str, float]]]:
    found = [{party for _, party in hits} for hits in ours.screen(cases, all_fields=False)]
    with ThreadPoolExecutor(2) as threads:
        every = list(threads.map(lambda case: _search_all(ours, case), cases))
    return list(zip(cases, found, every, strict=True))


def _search_all(ours: OstrakaSearch, case: Case) -> dict[str, float]:
    result = ours.screener.find_exhaustively(make_query(case, all_fields=False))
    return {hit.party: hit.score for hit in result.hits}


def _show(
    cases: Sequence[Case], share: float, misses: Sequence[dict[str, Any]], seconds: float
) -> None:
    OUT.print(
        f"The index finds {share:.4%} of what scoring every name reports, "
        f"{len(cases):,} queries, {len(misses)} misses, {seconds:.0f} s"
    )
    asked = {case.id: case.name for case in cases}
    rows = [(one["row"], asked[one["row"]], one["party"], one["score"]) for one in misses]
    if rows:
        show("Misses of the index", ("row", "asked", "party", "score"), rows, 3)
