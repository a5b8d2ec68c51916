"""One question of ownership: files read, parties found, answers written."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from ostraka.cli.ownership_text import write_answers
from ostraka.cli.situation import Situation
from ostraka.cli.writing import tell, visible, write_lines

if TYPE_CHECKING:
    from ostraka.model.ownership import Regime
    from ostraka.ownership import Answer, Ownership
    from ostraka.screening.owners.given import StakesUsed

EXPLAINED_AT_MOST = 1_000
"""Parties for which facts, days and readings are found unasked."""
_FLUSH_AT = 1 << 20


@dataclass(frozen=True, slots=True)
class OwnershipRequest:
    """What was asked for."""

    files: Sequence[Path]
    listed: Path | None
    sources: Sequence[str]
    parties: Sequence[str]
    regimes: Sequence[str]
    day: date
    drawing: Path | None
    allow_stale_days: int | None = None


def answer_ownership(situation: Situation, request: OwnershipRequest, *, as_json: bool) -> None:
    """The answers are written on standard output, and what was not understood told beside them."""
    from ostraka.ownership import Ownership
    from ostraka.ownership.naming import Naming, name_as_given
    from ostraka.ownership.plain import answer_all
    from ostraka.screening.owners.listed import AskedLists, find_listed
    from ostraka.screening.ownership_stream import write_document, write_entries, write_told
    from ostraka.snapshots import Store

    regimes = read_regimes(request.regimes)
    read = _read_stakes(situation, request)
    if not request.files:
        tell(visible(read.describe()))
    stakes = name_as_given(read.stakes, request.parties)
    naming = Naming(stakes)
    lists = AskedLists(
        request.listed, request.sources, request.day, situation.now, request.allow_stale_days
    )
    listed, used = find_listed(Store(situation.home), stakes, naming, lists)
    asked_keys = [(text, key) for text in request.parties for key in naming.keys(text)]
    asked = Ownership(stakes, listed, request.day, [key for _, key in asked_keys])
    for problem in stakes.problems:
        tell(f"Problem: {visible(problem)}")
    if request.drawing is not None:
        _draw(asked, asked_keys, regimes, request.drawing)
    many = not asked_keys and len(asked.parties()) > EXPLAINED_AT_MOST
    if many:
        tell("Many parties: facts, days and readings are shown for those asked for with --party.")
    if not as_json:
        write_lines(write_answers(asked, find_answers(asked, asked_keys, regimes), regimes, used))
        return
    if many:
        entries = write_told(answer_all(asked, asked.parties(), regimes), stakes)
    else:
        entries = write_entries(find_answers(asked, asked_keys, regimes), stakes)
    head = {
        "on": request.day.isoformat(),
        "explained": not many,
        "lists_held": list(used.held),
        "lists_not_held": list(used.not_held),
        "problems": list(stakes.problems),
    }
    _write_pieces(write_document(head, entries))


def _read_stakes(situation: Situation, request: OwnershipRequest) -> StakesUsed:
    """The stakes of the files, else those held; of registers what is above the parties asked for.

    Raises:
        StakesRefused: A file cannot be read as stakes, or there is none at all.
        StoreDamaged: A file that is held was changed.
    """
    from ostraka.screening.owners.given import join_files
    from ostraka.screening.owners.held import HeldStakes
    from ostraka.screening.registers.held import HeldRegisters

    if request.files:
        return join_files(situation.home, request.files, ())
    held = HeldStakes(situation.home).choose(request.day)
    registers = HeldRegisters(situation.home).choose(request.day)
    if registers and not request.parties:
        keys = ", ".join(register.key for register in registers)
        tell(f"Not asked: {keys}. A register is asked about parties named with --party only.")
        registers = ()
    return join_files(situation.home, (), held, registers, request.parties)


def read_regimes(words: Sequence[str]) -> Sequence[Regime]:
    """The regimes asked for, all that propagate where none is.

    Raises:
        typer.BadParameter: There is none of that name.
    """
    from ostraka.model.ownership import PROPAGATING, Regime

    try:
        return tuple(Regime(word.strip().lower()) for word in words) or PROPAGATING
    except ValueError as unknown:
        raise typer.BadParameter(f"{unknown}: there are {', '.join(Regime)}.") from unknown


def find_answers(
    asked: Ownership, wanted: Sequence[tuple[str, str]], regimes: Sequence[Regime]
) -> Iterator[tuple[str | None, Answer]]:
    """Answers with the name they were asked by, with facts and days where they are not too many."""
    from ostraka.ownership.explaining import explain

    if wanted:
        return _one_each(asked, wanted, regimes)
    keys = asked.parties()
    if len(keys) <= EXPLAINED_AT_MOST:
        return ((None, answer) for answer in explain(asked, keys, regimes))
    return ((None, answer) for answer in asked.answers(keys, regimes))


def _one_each(
    asked: Ownership, wanted: Sequence[tuple[str, str]], regimes: Sequence[Regime]
) -> Iterator[tuple[str | None, Answer]]:
    """One answer for each name and regime: the strictest where several parties share the name."""
    from ostraka.ownership.answers import STRICTNESS
    from ostraka.ownership.explaining import explain

    for text in dict.fromkeys(text for text, _ in wanted):
        keys = [key for other, key in wanted if other == text]
        if len(keys) > 1:
            tell(
                f"{visible(text)} is the name of {len(keys)} parties; the strictest answer counts."
            )
        found = list(explain(asked, keys, regimes))
        for regime in regimes:
            those = [answer for answer in found if answer.regime is regime]
            yield text, min(those, key=lambda answer: (STRICTNESS[answer.caught], answer.party))


def _draw(
    asked: Ownership, wanted: Sequence[tuple[str, str]], regimes: Sequence[Regime], out: Path
) -> None:
    from ostraka.ownership.structure_svg import draw_svg

    if len(wanted) != 1:
        raise typer.BadParameter("--drawing needs one party: give --party once.")
    out.write_text(draw_svg(asked, wanted[0][1], regimes), encoding="utf-8")
    tell(f"The structure is drawn in {visible(str(out))}.")


def _write_pieces(pieces: Iterable[str]) -> None:
    """The text on standard output, UTF-8 whatever the locale says, as it comes."""
    sys.stdout.flush()
    waiting: list[str] = []
    size = 0
    for piece in pieces:
        waiting.append(piece)
        size += len(piece)
        if size > _FLUSH_AT:
            sys.stdout.buffer.write("".join(waiting).encode("utf-8", "backslashreplace"))
            waiting.clear()
            size = 0
    sys.stdout.buffer.write("".join(waiting).encode("utf-8", "backslashreplace"))
    sys.stdout.buffer.flush()
