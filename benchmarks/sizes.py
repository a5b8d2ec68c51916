"""How many rows each part takes: enough to tell in an hour, or in less than five minutes."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Sizes:
    """Rows of every part.

    `compared` nobodies of each corpus are asked of every engine; `altered` names of each kind are
    asked of Ostraka and the first `altered_compared` of them of the reference; `names` invented
    people are drawn for each tradition and script; `judged` nobodies of each corpus stand beside
    the altered names when probabilities are judged; `exhaustive` queries are held against every
    listed name. `scale_names` are the sizes of list that `scale` makes; recall is taken over
    `scale_altered` names of each kind of alteration and as many invented ones, times over the first
    `scale_timed` of either; `scale_exhaustive` are held against every listed name, fewer for a
    list above 300,000. Each other engine is asked for `scale_seconds`, nomenklatura up to
    `scale_reference` names. `scale_homes` are the sizes at which whole commands are timed.
    `file` screens a file of `file_rows` against `file_names` names, and the first `file_rows_alone`
    of them by one process and by all. `rescreen` holds a change of a list of `rescreen_names`
    against `rescreen_customers`.
    """

    compared: int
    every_row: bool
    altered: int
    altered_compared: int
    names: int
    judged: int
    exhaustive: int
    scale_names: tuple[int, ...]
    scale_altered: int
    scale_timed: int
    scale_exhaustive: int
    scale_seconds: float
    scale_reference: int
    scale_homes: tuple[int, ...]
    file_names: int
    file_rows: int
    file_rows_alone: int
    rescreen_names: int
    rescreen_customers: int


FULL = Sizes(
    compared=2_000,
    every_row=True,
    altered=1_000,
    altered_compared=40,
    names=20_000,
    judged=5_000,
    exhaustive=3_000,
    scale_names=(30_000, 300_000, 1_000_000),
    scale_altered=20,
    scale_timed=300,
    scale_exhaustive=100,
    scale_seconds=10,
    scale_reference=300_000,
    scale_homes=(30_000, 300_000),
    file_names=300_000,
    file_rows=1_000_000,
    file_rows_alone=100_000,
    rescreen_names=300_000,
    rescreen_customers=1_000_000,
)
QUICK = Sizes(
    compared=100,
    every_row=False,
    altered=50,
    altered_compared=0,
    names=300,
    judged=100,
    exhaustive=50,
    scale_names=(30_000,),
    scale_altered=5,
    scale_timed=100,
    scale_exhaustive=10,
    scale_seconds=2,
    scale_reference=30_000,
    scale_homes=(30_000,),
    file_names=30_000,
    file_rows=10_000,
    file_rows_alone=5_000,
    rescreen_names=30_000,
    rescreen_customers=20_000,
)
