"""What the files of a list no longer state that the snapshot before it states.

An alias file that was forgotten must not take the aliases out of screening unnoticed.
"""

from __future__ import annotations

from ostraka.snapshots.candidate import Candidate
from ostraka.snapshots.floors import Findings
from ostraka.snapshots.manifest import Manifest
from ostraka.snapshots.omission import find_unstated


def check_losses(candidate: Candidate, before: Manifest, *, same_day: bool) -> Findings:
    """Whether the list states less than the one before it, and whether that may stand.

    Of one day the fuller set stays. A set of another day is taken as it is, with a warning, and
    every answer that rests on it says what it was read without.

    Args:
        candidate: The list.
        before: The manifest of the snapshot before it in published order.
        same_day: Whether both are of the same day.
    """
    lost = set(candidate.parsed.omits) - set(before.omits)
    fields = find_unstated(lost)
    findings = Findings()
    if fields:
        problem = (
            f"these files hold no {' and no '.join(fields)}, and the snapshot before them does "
            "(give the files that hold them in the same import)"
        )
        findings += Findings((problem,) if same_day else (), () if same_day else (problem,))
        findings += Findings(warnings=(_uncounted(fields),))
    elif lost and same_day:
        findings += Findings((_poorer_shape(lost),))
    cut = candidate.parsed.partial - set(before.partial)
    return findings + (Findings((_cut(len(cut)),)) if cut and same_day else Findings())


def _uncounted(fields: tuple[str, ...]) -> str:
    return (
        f"{' and '.join(fields)} that are missing for this reason are not counted as changes, "
        "and a name search cannot find what they hold"
    )


def _poorer_shape(lost: set[str]) -> str:
    return (
        "the files of this shape cannot state all that the snapshot of the same day states "
        f"({', '.join(sorted(lost))})"
    )


def _cut(count: int) -> str:
    return (
        f"remarks are cut here that the snapshot of the same day holds whole, {count:,} in number "
        "(give the file of continued remarks in the same import)"
    )
