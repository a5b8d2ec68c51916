"""What is asked: altered real names, whose party must be found, and invented people."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from benchmarks.alterations import KINDS, generate_cases
from benchmarks.cases import Case
from benchmarks.traditions import TRADITIONS, generate
from ostraka.model.party import Party, PartyKind
from ostraka.model.subject import Subject
from ostraka.screening.subjects import make_subject

_BORN = ("1961-04-17", "1970", "1983-11-02", "")
_COUNTRIES = ("us", "de", "in", "br", "eg", "")


@dataclass(frozen=True, slots=True)
class Query:
    """A subject with name, birth and country; `party` is the id of who is meant, or empty.

    Ostraka is given no kind, which is harder for it.
    """

    subject: Subject
    party: str = ""
    treatment: str = ""
    kind: PartyKind | None = None

    def as_case(self) -> Case:
        """For engines that need a kind: that of an organisation or ship, else a person's."""
        return Case(
            id=self.party,
            name=self.subject.name,
            kind=None if self.kind is PartyKind.PERSON else self.kind,
            born=str(self.subject.born or ""),
            country=next(iter(self.subject.countries), ""),
            truth=frozenset({self.party} if self.party else ()),
            treatment=self.treatment,
        )


def alter_names(real: Sequence[Party], per_kind: int, seed: int) -> list[Query]:
    """Altered names of the half of the parties that nothing is tuned on, in a seeded order.

    Every kind of alteration that changes the name and leaves it in its script.
    """
    kinds = [
        kind
        for kind in KINDS
        if not (kind.is_control or kind.alter_born or kind.name.startswith("original script"))
    ]
    cases = generate_cases(real, per_kind=per_kind, split="test", kinds=kinds)
    random.Random(seed).shuffle(cases)
    return [
        Query(
            make_subject(case.altered, born=case.born_altered, country=";".join(case.countries))[0],
            case.party_id,
            case.kind,
            case.party_kind,
        )
        for case in cases
    ]


def invent_people(count: int, seed: int) -> list[Query]:
    """People of every tradition in Latin letters, as many of each, in a seeded order."""
    chance = random.Random(seed)
    each = -(-count // len(TRADITIONS))
    names = [name for one in TRADITIONS for name in generate(one, "latin", each, seed, half="test")]
    chance.shuffle(names)
    return [
        Query(make_subject(name, born=chance.choice(_BORN), country=chance.choice(_COUNTRIES))[0])
        for name in names[:count]
    ]


def find_recall(queries: Sequence[Query], answers: Sequence[Sequence[str]]) -> dict[str, Any]:
    """The share of altered names whose party is in the answer; the kinds it is least found for.

    An answer is the ids of parties, the fifty nearest at the most.
    """
    found: dict[str, list[bool]] = {}
    for query, answer in zip(queries, answers, strict=True):
        if query.party:
            found.setdefault(query.treatment, []).append(query.party in answer)
    every = [one for own in found.values() for one in own]
    if not every:
        return {}
    worst = sorted((sum(own) / len(own), kind) for kind, own in found.items())[:8]
    return {
        "recall": round(sum(every) / len(every), 4),
        "worst": {kind: round(share, 3) for share, kind in worst},
    }
