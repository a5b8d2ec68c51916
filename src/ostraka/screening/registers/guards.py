"""What an edition must keep to be held: its size, its counts, its age."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ostraka.model.errors import NotPublished
from ostraka.screening.registers.held import RegisterEdition
from ostraka.sources.registers import Register

_STANDS = "The edition that is held stands. Try again later: `ostraka sync`."


def refuse_older(register: Register, published: date, held: RegisterEdition | None) -> None:
    """Nothing happens where it is as new as what is held.

    Raises:
        NotPublished: It is older.
    """
    if held and published < held.published:
        raise NotPublished(
            f"the server gave an old file ({published}); the edition held is of {held.published}",
            where=register.key,
            remedy=_STANDS,
        )


def judge(
    register: Register,
    records: int,
    stakes: int,
    announced: int,
    held: RegisterEdition | None,
) -> list[str]:
    """What is odd and no reason to refuse.

    Raises:
        NotPublished: Too few records or stakes, fewer than the publisher says there are, or far
            fewer than in the edition that is held.
    """
    floors = register.floors
    if records < announced:
        _refuse(register, f"it holds {records:,} of the {announced:,} records it should have")
    if records < floors.records_min:
        _refuse(register, f"it holds {records:,} records; fewer than {floors.records_min:,} is odd")
    if stakes < floors.stakes_min:
        _refuse(
            register, f"{stakes:,} stakes are understood; fewer than {floors.stakes_min:,} is odd"
        )
    if held is None:
        return []
    counts = (("records", held.records, records), ("stakes", held.stakes, stakes))
    return [warning for name, was, now in counts for warning in _compare(register, name, was, now)]


def _compare(register: Register, name: str, before: int, now: int) -> Iterator[str]:
    lost = 1 - now / before if before else 0.0
    said = f"{now:,} {name}, {lost:.0%} fewer than the {before:,} of the edition before"
    if lost > register.floors.shrink_refuse:
        _refuse(register, said)
    if lost > register.floors.shrink_warn:
        yield said


def _refuse(register: Register, problem: str) -> None:
    raise NotPublished(problem, where=register.key, remedy=_STANDS)
