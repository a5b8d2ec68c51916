"""One question of ownership: files read, parties found, answers written."""

from __future__ import annotations

import json
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
    from ostraka.ownership import Answer, Ownership, Stakes
    from ostraka.screening.owners.listed import ListsUsed

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


def answer_ownership(situation: Situation, request: OwnershipRequest, *, as_json: bool) -> None:
    """The answers are written on standard output, and what was not understood told beside them."""
    from ostraka.ownership import Ownership, join_stakes
    from ostraka.ownership.naming import Naming, name_as_given
    from ostraka.ownership.readers import read_stakes
    from ostraka.screening.owners.listed import find_listed

    regimes = read_regimes(request.regimes)
    stakes = name_as_given(join_stakes(map(read_stakes, request.files)), request.parties)
    naming = Naming(stakes)
    listed, used = find_listed(
        situation.home, stakes, naming, request.listed, request.sources, request.day, situation.now
    )
    asked_keys = [(text, key) for text in request.parties for key in naming.keys(text)]
    asked = Ownership(stakes, listed, request.day, [key for _, key in asked_keys])
    for problem in stakes.problems:
        tell(f"Problem: {visible(problem)}")
    answers, explained = find_answers(asked, asked_keys, regimes)
    if request.drawing is not None:
        _draw(asked, asked_keys, regimes, request.drawing)
    if as_json:
        _write_json(request.day, stakes, used, answers, explained=explained)
    else:
        write_lines(write_answers(asked, answers, regimes, used))


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
) -> tuple[Iterator[tuple[str | None, Answer]], bool]:
    """Answers with the name they were asked by, and whether they come with facts and days."""
    from ostraka.ownership.explaining import explain

    if wanted:
        return _one_each(asked, wanted, regimes), True
    keys = asked.parties()
    if len(keys) <= EXPLAINED_AT_MOST:
        return ((None, answer) for answer in explain(asked, keys, regimes)), True
    tell("Many parties: facts, days and readings are shown for parties asked for with --party.")
    return ((None, answer) for answer in asked.answers(keys, regimes)), False


def _one_each(
    asked: Ownership, wanted: Sequence[tuple[str, str]], regimes: Sequence[Regime]
) -> Iterator[tuple[str | None, Answer]]:
    """One answer for each name and regime: the strictest where several parties share the name."""
    from ostraka.ownership.answers import STRICTNESS
    from ostraka.ownership.explaining import explain

    for text in dict.fromkeys(text for text, _ in wanted):
        keys = [key for other, key in wanted if other == text]
        if len(keys) > 1:
            tell(f"{visible(text)} is the name of {len(keys)} parties; the strictest answer counts.")
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


def _write_json(
    day: date,
    stakes: Stakes,
    used: ListsUsed,
    answers: Iterable[tuple[str | None, Answer]],
    *,
    explained: bool,
) -> None:
    """One document, an entry a line, written as the answers come."""
    from ostraka.screening.ownership_answer import make_ownership_entry

    head = {
        "on": day.isoformat(),
        "explained": explained,
        "lists_held": list(used.held),
        "lists_not_held": list(used.not_held),
        "problems": list(stakes.problems),
    }
    encode = json.JSONEncoder(ensure_ascii=False).encode
    pieces, size = [encode(head)[:-1], ', "parties": ['], 0
    separator = "\n"
    for text, answer in answers:
        pieces += [separator, encode(make_ownership_entry(answer, stakes, text))]
        size += len(pieces[-1])
        separator = ",\n"
        if size > _FLUSH_AT:
            _flush(pieces)
            size = 0
    _flush([*pieces, "\n]}\n"])


def _flush(pieces: list[str]) -> None:
    sys.stdout.buffer.write("".join(pieces).encode("utf-8", errors="backslashreplace"))
    sys.stdout.buffer.flush()
    pieces.clear()
