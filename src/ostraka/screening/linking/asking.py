"""Which names are asked of which lists, and what the index answers to all of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from ostraka.matching.index import Candidate, Index, encode_query
from ostraka.model.name import NameKind
from ostraka.model.party import Party, PartyKind

FLOOR = 0.75
"""Names that score less by themselves are not brought up, whatever stands beside them."""

_MOST_NAMES = 8
_BATCH = 2048

_Readings = tuple[bytes, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """A name of some entries; `number` says in which order the lists first state it."""

    number: int
    name: str
    bearers: tuple[Party, ...]


def rank_lists(parties: Iterable[Party]) -> Mapping[str, tuple[int, str]]:
    """The rank of every list, the smallest first."""
    sizes: defaultdict[str, int] = defaultdict(int)
    for party in parties:
        sizes[party.source] += 1
    return {key: (size, key) for key, size in sizes.items()}


def ask_names(
    index: Index, parties: Iterable[Party], rank: Mapping[str, tuple[int, str]], threads: int
) -> Iterator[tuple[Question, list[Candidate]]]:
    """Every name of all lists but the largest, and the entries whose names score the floor.

    Names that read the same are looked up once, however each list writes them.
    """
    asked = iter(_group_by_reading(_list_questions(parties, rank)).items())
    while batch := list(islice(asked, _BATCH)):
        found = index.search_many(
            [readings for readings, _ in batch], floor=FLOOR, weak_aliases=False, threads=threads
        )
        for (_, questions), candidates in zip(batch, found, strict=True):
            yield from ((question, candidates) for question in questions)


def _list_questions(
    parties: Iterable[Party], rank: Mapping[str, tuple[int, str]]
) -> Iterator[tuple[Question, PartyKind | None]]:
    largest = max(rank.values(), default=None)
    bearers: defaultdict[tuple[str, PartyKind | None], list[Party]] = defaultdict(list)
    for party in parties:
        if rank[party.source] != largest:
            for name in _choose_names(party):
                bearers[name, party.kind].append(party)
    for number, ((name, kind), those) in enumerate(bearers.items()):
        yield Question(number, name, tuple(those)), kind


def _choose_names(party: Party) -> Iterable[str]:
    names = (n.text for n in party.names if n.kind is not NameKind.WEAK_ALIAS)
    return islice(dict.fromkeys(names), _MOST_NAMES)


def _group_by_reading(
    questions: Iterable[tuple[Question, PartyKind | None]],
) -> Mapping[_Readings, Sequence[Question]]:
    groups: defaultdict[_Readings, list[Question]] = defaultdict(list)
    for question, kind in questions:
        groups[tuple(encode_query(question.name, kind))].append(question)
    return groups
