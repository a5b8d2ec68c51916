"""How far a run is, and what came of it."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field, replace
from pathlib import Path

from ostraka.screening.tables.batches import Outcome
from ostraka.screening.tables.column_use import ColumnUse
from ostraka.screening.tables.date_order import DateOrder


@dataclass(frozen=True, slots=True, kw_only=True)
class Totals:
    """Control totals: rows in = screened + refused. `held_back` are hits that a policy kept out.

    `field_problems` are values that were not understood in rows that were screened without them.
    `ambiguous_dates` were read day first, and could be read month first: nothing in the table told.
    """

    rows: int = 0
    screened: int = 0
    refused: int = 0
    rows_with_hits: int = 0
    hits: int = 0
    held_back: int = 0
    field_problems: int = 0
    ambiguous_dates: int = 0

    def __post_init__(self) -> None:
        if self.rows != self.screened + self.refused:
            raise ValueError(
                f"{self.rows} rows are not {self.screened} screened and {self.refused} refused"
            )

    def add(self, outcome: Outcome) -> Totals:
        """The totals with those of one more batch."""
        return replace(
            self,
            rows=self.rows + outcome.screened + outcome.refused,
            screened=self.screened + outcome.screened,
            refused=self.refused + outcome.refused,
            rows_with_hits=self.rows_with_hits + outcome.rows_with_hits,
            hits=self.hits + len(outcome.hits),
            held_back=self.held_back + outcome.held_back,
            field_problems=self.field_problems + len(outcome.problems) - outcome.refused,
            ambiguous_dates=self.ambiguous_dates + outcome.ambiguous_dates,
        )

    def __add__(self, more: Totals) -> Totals:
        """The totals of both together."""
        own, others = asdict(self), asdict(more)
        return Totals(**{name: own[name] + others[name] for name in own})

    def write(self) -> dict[str, int]:
        """The totals by name."""
        return asdict(self)


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a run is: its totals so far, the share of IN read (0 to 1), and seconds it took."""

    totals: Totals
    share: float
    seconds: float


@dataclass(frozen=True, slots=True)
class Summary:
    """What came of a run.

    `seconds` include those of earlier parts of a run that was resumed. `errors` is the file of
    what was not understood, `None` where there was nothing. `sha256` is that of OUT, whole, also
    where only its last part was written by this process.
    `columns` says which headings were read for what, and `dates` how dates in figures were read.
    """

    totals: Totals
    seconds: float
    errors: Path | None
    sha256: str
    columns: ColumnUse = field(default_factory=ColumnUse)
    dates: DateOrder = field(default_factory=DateOrder)

    @property
    def rows_a_second(self) -> float:
        """Rows in, divided by seconds; 0 where no time passed."""
        return self.totals.rows / self.seconds if self.seconds else 0.0

    @property
    def ambiguous_dates(self) -> int:
        """Dates that could be read day first or month first, and were read day first."""
        return self.totals.ambiguous_dates

    @property
    def refused(self) -> int:
        """Rows refused; where there are any, the run ends with exit code 1."""
        return self.totals.refused
