"""The many answers of a large file that rest on nobody: no owner is caught, or nobody is known.

Such an answer depends on the regime, on how much is accounted for, and on nothing else; it is made
once and used for every party of the kind. A test holds it equal to what `Ownership.answers` says.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ostraka.model.ownership import PROPAGATING, Regime
from ostraka.ownership.answers import Answer
from ostraka.ownership.asking import Ownership
from ostraka.ownership.flags import has_oddities
from ostraka.ownership.weighing import accounted_for

_KEPT_AT_MOST = 200_000


class Told(NamedTuple):
    """One answer for a party: its own, or that of another party of the same kind.

    `alike` is true where only the names differ; `kind` is then the same for all such answers.
    """

    party: str
    answer: Answer
    alike: bool
    kind: tuple[Regime, int, bool, bool]


def answer_all(
    asked: Ownership, parties: Sequence[str], regimes: Sequence[Regime] = PROPAGATING
) -> Iterator[Told]:
    """An answer for each party and regime, in that order, plain ones by reference to another."""
    structure = asked.structure
    solved = [(regime, asked.solution(regime), asked.entries(regime)) for regime in regimes]
    kept: dict[tuple[Regime, int, bool, bool], Answer] = {}
    for key in parties:
        number = structure.number.get(key, -1)
        owners = {structure.owner[i] for i in structure.into.get(number, ())}
        odd = has_oddities(asked, number)
        share = accounted_for(structure, number)
        for regime, solution, entries in solved:
            kind = (regime, share, bool(owners), asked.has_other_days(key))
            reached = solution.possible.places
            touched = number in reached or any(owner in reached for owner in owners)
            if odd or touched or key in entries:
                yield Told(key, asked.answer_with(key, solution, entries.get(key)), False, kind)
                continue
            answer = kept.get(kind)
            if answer is None:
                answer = asked.answer_with(key, solution, None)
                if len(kept) < _KEPT_AT_MOST:
                    kept[kind] = answer
            yield Told(key, answer, True, kind)
