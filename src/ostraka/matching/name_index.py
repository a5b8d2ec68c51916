"""Names of no list, searched as those of lists are: which of them may be the name asked."""

from __future__ import annotations

from collections.abc import Sequence

from ostraka.matching import _kernel
from ostraka.matching.encoding import encode_with_acronym
from ostraka.matching.index import encode_query
from ostraka.matching.weights import load_weights
from ostraka.model.subject import Subject

_MOST = 200  # names laid against one query


class NameIndex:
    """An index of names in memory; words are as rare as they are among these names."""

    def __init__(self, names: Sequence[str]) -> None:
        self._names = names
        prepared: list[bytes] = []
        owners: list[int] = []
        for at, name in enumerate(names):
            for reading in dict.fromkeys(encode_with_acronym(name, None)):
                prepared.append(reading)
                owners.append(at)
        weights = load_weights().kernel
        sections = _kernel.build(prepared, owners, [0] * len(prepared), weights)
        self._kernel = _kernel.Index(sections, weights)

    def find(self, subjects: Sequence[Subject], *, floor: float) -> list[list[str]]:
        """The names that score the floor for each subject, in their order; none without a name."""
        queries = [list(encode_query(one.name, one.kind)) if one.name else [] for one in subjects]
        found = self._kernel.search_many(queries, floor, True, _MOST, 1)
        return [
            [self._names[at] for at in sorted({owner for _, owner, _, _ in each})] for each in found
        ]
