"""How well names alone link what numbers prove: `python -m benchmarks.linking HOME [KEY ...]`.

Entries of different lists that state the same number (a passport, a registration, an IMO number,
an LEI) are one party. The numbers are hidden, and the table of links is drawn by name and by what
stands beside it. OFAC's own lists repeat one another's text and are not laid against each other.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import product
from pathlib import Path

from benchmarks.printing import show
from ostraka.matching.identifiers import know_identifier
from ostraka.matching.schemes import ONE_TO_A_PARTY
from ostraka.model.identifier import Scheme
from ostraka.model.party import Party
from ostraka.screening.holdings import choose_snapshots
from ostraka.screening.linking.link import Link
from ostraka.screening.linking.names import link_by_name
from ostraka.screening.linking.numbers import ONE_NUMBERING, link_by_identifier
from ostraka.screening.opening import open_screener
from ostraka.screening.screener import Settings
from ostraka.snapshots import Store

Pair = tuple[str, str]
_FOR_LIFE = ONE_TO_A_PARTY | {Scheme.NATIONAL_ID}


@dataclass(frozen=True, slots=True)
class Quality:
    """Of each kind, how pairs proven one stand by name; of the links, what can be checked."""

    found: Mapping[str, Counter[str]]
    checked: Mapping[str, Counter[str]]


def measure(store: Store, sources: Sequence[str] | None, threads: int = 1) -> Quality:
    """Recall of pairs that numbers prove, and whether numbers and births of links by name agree."""
    snapshots = choose_snapshots(store, sources, None)
    parties = [party for snapshot in snapshots for party in store.load_parties(snapshot)]
    now = datetime.now(UTC)
    index = open_screener(
        store, sources=sources, settings=Settings(), now=now, allow_stale_days=10_000
    ).index
    hidden = [replace(party, identifiers=()) for party in parties]
    links = {(link.left, link.right): link for link in link_by_name(index, hidden, (), threads)}
    held = {party.id: party for party in parties}
    proven = [(link.left, link.right) for link in link_by_identifier(parties)]
    return Quality(_find(proven, links, held), _check(links.values(), held))


def _find(
    proven: Iterable[Pair], links: Mapping[Pair, Link], held: Mapping[str, Party]
) -> dict[str, Counter[str]]:
    found: dict[str, Counter[str]] = {}
    for pair in proven:
        left, right = held[pair[0]], held[pair[1]]
        if {left.source, right.source} <= ONE_NUMBERING:
            continue
        standing = links[pair].standing.value if pair in links else "missed"
        found.setdefault(left.kind or right.kind or "unknown", Counter())[standing] += 1
    return found


def _check(links: Iterable[Link], held: Mapping[str, Party]) -> dict[str, Counter[str]]:
    checked: dict[str, Counter[str]] = {}
    for link in links:
        left, right = held[link.left], held[link.right]
        if {left.source, right.source} <= ONE_NUMBERING:
            continue
        counts = checked.setdefault(link.standing.value, Counter())
        counts["pairs"] += 1
        verdict = _compare_numbers(left, right)
        if verdict:
            counts[f"numbers {verdict}"] += 1
        if left.born and right.born:
            meets = any(
                a.first <= b.last and b.first <= a.last for a, b in product(left.born, right.born)
            )
            counts["births agree" if meets else "births differ"] += 1
    return checked


def _compare_numbers(left: Party, right: Party) -> str:
    """Whether numbers of one scheme and country, one to a party for life, are the same."""
    mine, theirs = _numbers(left), _numbers(right)
    shared = mine.keys() & theirs.keys()
    if not shared:
        return ""
    return "agree" if any(mine[key] & theirs[key] for key in shared) else "differ"


def _numbers(party: Party) -> dict[tuple[Scheme, str], set[str]]:
    found: dict[tuple[Scheme, str], set[str]] = {}
    for identifier in party.identifiers:
        known = know_identifier(identifier)
        is_told = known.scheme in ONE_TO_A_PARTY or known.country
        if known.scheme in _FOR_LIFE and known.keys and is_told:
            country = "" if known.scheme in ONE_TO_A_PARTY else known.country
            found.setdefault((known.scheme, country), set()).add(known.keys[-1])
    return found


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("home", type=Path, help="a home with the lists")
    parser.add_argument("sources", nargs="*", help="keys of lists; default: all")
    given = parser.parse_args()
    quality = measure(Store(given.home), given.sources or None, threads=2)
    columns = ("linked", "review", "missed")
    rows = [
        (kind, *(f"{counts[c]:,}" for c in columns), f"{_share(counts, columns):.1%}")
        for kind, counts in sorted(quality.found.items())
    ]
    show(
        "Pairs that a number proves, its numbers hidden", ("kind", *columns, "brought up"), rows, 1
    )
    checks = ("pairs", "numbers agree", "numbers differ", "births agree", "births differ")
    checked = [
        (standing, *(f"{counts[c]:,}" for c in checks))
        for standing, counts in sorted(quality.checked.items())
    ]
    show("Links by name, their numbers hidden", ("standing", *checks), checked, 1)


def _share(counts: Counter[str], columns: Sequence[str]) -> float:
    return (counts["linked"] + counts["review"]) / max(1, sum(counts[c] for c in columns))


if __name__ == "__main__":
    main()
