"""`screen --owners`: what the owners of the names say, for the answer on standard output."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from ostraka.cli.opening import Request
from ostraka.cli.owned_text import write_owned
from ostraka.cli.situation import Situation
from ostraka.cli.writing import tell, visible
from ostraka.model.subject import Subject
from ostraka.screening.answer import Json
from ostraka.screening.owners.asking import OwnersAsking
from ostraka.screening.owners.given import StakesUsed, make_files, read_given
from ostraka.screening.owners.owned import OwnersFound
from ostraka.screening.owners.owned_answer import make_owned
from ostraka.screening.owners.reporting import OwnersReporting
from ostraka.screening.screener import Screener
from ostraka.snapshots import Store


@dataclass(frozen=True, slots=True)
class OwnersSaid:
    """What the owners of each name say, in order, and the stakes that rests on."""

    found: Sequence[OwnersFound]
    used: StakesUsed

    @property
    def caught(self) -> int:
        """How many names listed owners reach, or may."""
        return sum(bool(one.owned) for one in self.found)

    def to_json(self) -> tuple[list[Json], list[Json]]:
        """The further keys of each result, and the files of stakes."""
        return [make_owned(one, self.used.stakes) for one in self.found], make_files(self.used)

    def to_text(self) -> tuple[list[list[str]], str]:
        """The further lines of each result, and the sentence that says what they rest on."""
        lines = [list(write_owned(one, self.used.stakes)) for one in self.found]
        return lines, visible(self.used.describe())


def read_owners(
    situation: Situation,
    request: Request,
    files: Sequence[Path],
    subjects: Sequence[Subject] | None = None,
) -> StakesUsed:
    """The stakes given and held, with what was not understood told.

    Of a register only what is above the subjects is read; without them none is.

    Raises:
        StakesRefused: A file cannot be read as stakes, or there is none at all.
        StoreDamaged: A file that is held was changed.
    """
    day = request.as_of or request.known_on or situation.today
    about = None
    if subjects is not None:
        about = [text for subject in subjects for text in (subject.name, *subject.ids)]
    used = read_given(situation.home, files, day, request.known_on, about)
    for problem in used.stakes.problems:
        tell(f"Problem: {visible(problem)}")
    return used


def ask_owners(
    situation: Situation,
    request: Request,
    screener: Screener,
    subjects: Sequence[Subject],
    used: StakesUsed,
) -> OwnersSaid:
    """What the owners of each subject say, on the lists and the day of the screener."""
    return OwnersSaid(_make_asking(situation, request, screener, used).find(subjects), used)


def report_owners(
    situation: Situation, request: Request, screener: Screener, used: StakesUsed
) -> Screener:
    """The screener, telling of every subject which regimes reach it by its owners."""
    asking = _make_asking(situation, request, screener, used)
    return screener.with_owners(OwnersReporting(asking))


def _make_asking(
    situation: Situation, request: Request, screener: Screener, used: StakesUsed
) -> OwnersAsking:
    return OwnersAsking(Store(situation.home, request.known_on), screener, used.stakes)
