"""The structure above a party as lines of text: who holds it, who holds them, and so on up."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ostraka.model.ownership import Caught, Regime
from ostraka.ownership.asking import Ownership
from ostraka.ownership.shares import WHOLE, describe
from ostraka.ownership.structure import BOARD, CONSOLIDATION, OFFICE, OTHER, VOTES, Structure

_DEEP = 12
_MOST_LINES = 200
_SUFFIX = {VOTES: " of the votes", OFFICE: "an office", OTHER: "influence"}


def draw_text(
    asked: Ownership, party: str, regimes: Sequence[Regime], *, marks: bool = True
) -> Iterator[str]:
    """Lines with the party first and its owners below it, each with what it holds.

    An owner seen before is named and not followed again; a structure of more than two hundred lines
    breaks off and says so.
    """
    number = asked.structure.number.get(party)
    yield asked.stakes.name(party)
    if number is None:
        return
    drawn = _Drawing(asked, regimes, marks=marks)
    for count, line in enumerate(drawn.below(number, "", {number})):
        if count >= _MOST_LINES:
            yield "… and more"
            return
        yield line


class _Drawing:
    def __init__(self, asked: Ownership, regimes: Sequence[Regime], *, marks: bool) -> None:
        self._asked, self._regimes, self._marks = asked, regimes, marks

    def below(self, company: int, indent: str, seen: set[int], depth: int = 0) -> Iterator[str]:
        structure = self._asked.structure
        holdings = sorted(
            structure.into.get(company, ()),
            key=lambda i: (-structure.high[i], structure.keys[structure.owner[i]]),
        )
        own = structure.treasury.get(company)
        for place, i in enumerate(holdings):
            last = place == len(holdings) - 1 and own is None
            owner = structure.owner[i]
            again = owner in seen and owner in structure.into
            note = " (see above)" if again else ""
            yield f"{indent}{'└─' if last else '├─'} {self._line(structure, i)}{note}"
            if not again and depth < _DEEP:
                seen.add(owner)
                yield from self.below(owner, indent + ("   " if last else "│  "), seen, depth + 1)
        if own is not None:
            yield f"{indent}└─ {describe(*own)} of its own shares"

    def _line(self, structure: Structure, i: int) -> str:
        owner = structure.owner[i]
        names = self._asked.stakes
        nominees = sorted({names.name(s.holder) for s in structure.stakes[i] if s.holder})
        held = f" (held by {', '.join(nominees)})" if nominees else ""
        joint = " acting jointly" if structure.group[i] else ""
        status = self._status(owner)
        name = names.name(structure.keys[owner])
        return f"{describe_holding(structure, i)} {name}{held}{joint}{status}"

    def _status(self, party: int) -> str:
        if not self._marks:
            return ""
        listed, caught = [], []
        for regime in self._regimes:
            solution = self._asked.solution(regime)
            if party in solution.listed:
                listed.append(regime.value)
            elif (answer := solution.caught(party)) in {Caught.YES, Caught.REVIEW}:
                caught.append(regime.value + ("?" if answer is Caught.REVIEW else ""))
        words = [f"listed: {', '.join(listed)}"] if listed else []
        words += [f"caught: {', '.join(caught)}"] if caught else []
        return f"  [{'; '.join(words)}]" if words else ""


def describe_holding(structure: Structure, i: int) -> str:
    """What a holding is, in a few words."""
    kind = structure.interest[i]
    if kind in {OFFICE, OTHER}:
        return _SUFFIX[kind]
    if kind == CONSOLIDATION:
        return "consolidation in accounts"
    if kind == BOARD:
        whole = structure.low[i] >= WHOLE
        share = "a majority" if whole else describe(structure.low[i], structure.high[i])
        return f"{share} of the board"
    return describe(structure.low[i], structure.high[i]) + _SUFFIX.get(kind, "")


def count_words(answers: Mapping[Caught, int]) -> str:
    """How many answers of each kind, in one line."""
    return ", ".join(f"{number} {caught.value}" for caught, number in answers.items() if number)
