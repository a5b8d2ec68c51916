"""What became of a register when it was asked for at its publisher."""

from __future__ import annotations

from dataclasses import dataclass

from ostraka.screening.registers.held import RegisterEdition
from ostraka.snapshots.refresh import State


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterOutcome:
    """The end of one refreshing: `edition` is the newest one held, `size` the bytes fetched."""

    key: str
    state: State
    edition: RegisterEdition | None = None
    problem: str = ""
    where: str = ""
    remedy: str = ""
    size: int = 0
    notes: tuple[str, ...] = ()

    @property
    def succeeded(self) -> bool:
        """Whether the register was seen to be current."""
        return self.state in {State.PUBLISHED, State.UNCHANGED}
