"""A link between two entries: what it stands on, and whether a person still has to look."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from ostraka.model.terms import Term


class Basis(Term):
    """What a link stands on."""

    REFERENCE = "reference", "One list names the entry of the other by its number."
    IDENTIFIER = "identifier", "Both state a number that belongs to one party only."
    NAME = "name", "The names are the same, and a date of birth or a country agrees."


class Standing(Term):
    """Whether a link is drawn."""

    LINKED = "linked", "The entries are shown together."
    REVIEW = "review", "They may be one party; a person has to compare them."


@dataclass(frozen=True, slots=True, order=True)
class Link:
    """Two entries of different lists, `left` before `right` by id.

    `score` is that of the names, 0 to 1; `evidence` says in words what agrees and what does not.
    """

    left: str
    right: str
    left_name: str
    right_name: str
    basis: Basis
    standing: Standing
    score: float
    evidence: tuple[str, ...]


def list_neighbours(links: Iterable[Link]) -> dict[str, tuple[str, ...]]:
    """The entries that each entry is linked with directly, sorted; reviews do not count."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for link in links:
        if link.standing is Standing.LINKED:
            found[link.left].add(link.right)
            found[link.right].add(link.left)
    return {party: tuple(sorted(others)) for party, others in sorted(found.items())}
