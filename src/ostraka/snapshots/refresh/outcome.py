"""What became of a list when it was asked for at its publisher."""

from __future__ import annotations

from dataclasses import dataclass

from ostraka.model.terms import Term
from ostraka.snapshots.publication import Publication


class State(Term):
    """How the refreshing of one list ended."""

    PUBLISHED = "published", "Something new was fetched, and it is a snapshot."
    UNCHANGED = "unchanged", "The publisher has nothing newer than what is held."
    REFUSED = "refused", "What was fetched must not become a snapshot; the old one stands."
    FAILED = "failed", "The list could not be had; the old snapshot stands."


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """The end of one refreshing.

    `publication` is there where files were read, `problem`, `where` and `remedy` where the list
    was refused or could not be had. `size` counts the bytes fetched, `notes` says what was odd.
    """

    source: str
    state: State
    publication: Publication | None = None
    problem: str = ""
    where: str = ""
    remedy: str = ""
    size: int = 0
    notes: tuple[str, ...] = ()

    @property
    def succeeded(self) -> bool:
        """Whether the list was seen to be current."""
        return self.state in {State.PUBLISHED, State.UNCHANGED}
