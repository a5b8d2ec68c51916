"""Entries that name each other, or state the same number: the first and firmest links."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import combinations

from ostraka.matching.identifiers import know_identifier
from ostraka.matching.schemes import ONE_TO_A_PARTY
from ostraka.model.identifier import Scheme
from ostraka.model.party import Party
from ostraka.names import find_country, fold
from ostraka.screening.comparison import compare
from ostraka.screening.linking.link import Basis, Link, Standing

ONE_NUMBERING = frozenset({"us_ofac_sdn", "us_ofac_cons", "us_trade_csl"})
"""Lists that number a party of OFAC's with OFAC's own number."""

KeysOf = Callable[[Party], Iterator[tuple[str, str]]]

_UNITED_NATIONS = re.compile(r"[A-Z]{2}[ie]\.\d{3,4}")
_OFAC_NUMBER = re.compile(r"\d+")
_NATIONAL = frozenset(
    {
        Scheme.PASSPORT,
        Scheme.NATIONAL_ID,
        Scheme.TAX_ID,
        Scheme.REGISTRATION,
        Scheme.DRIVING_LICENCE,
        Scheme.SOCIAL_SECURITY,
    }
)
_SAME_NAME = 0.7
_SURE = 0.95
_NAMES = 6  # of each entry
_MOST_BEARERS = 12  # a number that more entries state says nothing


def link_by_number(parties: Sequence[Party]) -> Iterator[Link]:
    """A link for every two entries of different lists that share a number, the firmest first."""
    seen: set[tuple[str, str]] = set()
    for basis, groups in (
        (Basis.REFERENCE, _group(parties, _references)),
        (Basis.IDENTIFIER, _group(parties, _numbers)),
    ):
        yield from _pair(basis, groups, seen)


def link_by_identifier(parties: Sequence[Party]) -> Iterator[Link]:
    """The same by the numbers of the parties alone, whatever lists say of each other."""
    yield from _pair(Basis.IDENTIFIER, _group(parties, _numbers), set())


def _pair(
    basis: Basis,
    groups: Mapping[tuple[str, str], Sequence[Party]],
    seen: set[tuple[str, str]],
) -> Iterator[Link]:
    for words, bearers in groups.items():
        for left, right in combinations(sorted(bearers, key=lambda p: p.id), 2):
            pair = (left.id, right.id)
            if left.source != right.source and pair not in seen and _kinds_agree(left, right):
                seen.add(pair)
                yield _make(left, right, basis, words)


def _group(parties: Iterable[Party], keys_of: KeysOf) -> Mapping[tuple[str, str], list[Party]]:
    groups: defaultdict[tuple[str, str], dict[str, Party]] = defaultdict(dict)
    for party in parties:
        for key in keys_of(party):
            groups[key][party.id] = party
    return {
        key: list(bearers.values())
        for key, bearers in groups.items()
        if 1 < len(bearers) <= _MOST_BEARERS
    }


def _references(party: Party) -> Iterator[tuple[str, str]]:
    own = party.id.partition(":")[2]
    if party.source in ONE_NUMBERING and _OFAC_NUMBER.fullmatch(own):
        yield "OFAC number", own
    for identifier in party.identifiers:
        if identifier.scheme is Scheme.LIST_REFERENCE:
            for found in _UNITED_NATIONS.findall(identifier.value):
                yield "United Nations reference", found


def _numbers(party: Party) -> Iterator[tuple[str, str]]:
    for identifier in party.identifiers:
        known = know_identifier(identifier)
        if not known.decides or not known.keys:
            continue
        if identifier.scheme in ONE_TO_A_PARTY or identifier.scheme is Scheme.WALLET:
            yield identifier.scheme.value, known.keys[-1]
        elif identifier.scheme in _NATIONAL:
            # two countries give the same number to two people: without a country it says less
            country = find_country(identifier.country) if identifier.country else None
            if country:
                yield f"{identifier.scheme.value} ({country})", known.keys[-1]
        elif identifier.scheme in {Scheme.BIC, Scheme.MMSI, Scheme.ISIN}:
            yield identifier.scheme.value, known.keys[-1]


def _kinds_agree(left: Party, right: Party) -> bool:
    return left.kind is None or right.kind is None or left.kind is right.kind


def _make(left: Party, right: Party, basis: Basis, words: tuple[str, str]) -> Link:
    score = _compare_names(left, right)
    alone = basis is Basis.REFERENCE or words[0] in set(ONE_TO_A_PARTY)
    standing = Standing.LINKED if alone or score >= _SAME_NAME else Standing.REVIEW
    evidence = [f"same {words[0]}: {words[1]}"]
    if score < _SAME_NAME:
        evidence.append("the names differ")
    return Link(
        left.id, right.id, left.name, right.name, basis, standing, round(score, 4), tuple(evidence)
    )


def _compare_names(left: Party, right: Party) -> float:
    """The score of the nearest two names; two of the same words come first, and end the search."""
    pairs = [(a.text, b.text) for a in left.names[:_NAMES] for b in right.names[:_NAMES]]
    pairs.sort(key=lambda pair: _words(pair[0]) != _words(pair[1]))
    best = 0.0
    for one, other in pairs:
        best = max(best, compare(one, other, left.kind or right.kind).score)
        if best >= _SURE:
            break
    return best


@lru_cache(maxsize=1 << 16)
def _words(text: str) -> tuple[str, ...]:
    return tuple(sorted(fold(text).split()))
