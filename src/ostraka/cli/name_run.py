"""Screens the names of one command line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from ostraka.cli.consequences import Asked, make_documents, make_entailing
from ostraka.cli.hints import find_slips
from ostraka.cli.opening import Request, open_lists
from ostraka.cli.situation import Situation
from ostraka.cli.writing import tell, write_json, write_lines
from ostraka.model.subject import Subject

if TYPE_CHECKING:
    from ostraka.cli.hit_text import WriteMore
    from ostraka.cli.owners_run import OwnersSaid
    from ostraka.model.hit import Result
    from ostraka.screening.consequences.hits import Entailing
    from ostraka.screening.owners.given import StakesUsed
    from ostraka.screening.screener import Screener

# Where the option has another name than the field of a table.
OPTION_OF = {"identifier": "id"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What the command line says of a subject besides its name, as typed."""

    kind: str = ""
    born: str = ""
    country: str = ""
    ids: tuple[str, ...] = ()
    address: str = ""

    @property
    def of_one_party(self) -> bool:
        """Whether anything is given that cannot hold for every row of a file."""
        return bool(self.born or self.ids or self.address)


def screen_names(
    situation: Situation,
    request: Request,
    names: Sequence[str],
    evidence: Evidence,
    *,
    as_json: bool,
    verbose: bool = False,
    asked: Asked | None = None,
    owners: Sequence[Path] | None = None,
    record: bool = False,
) -> int:
    """Writes the answer on the names and returns how many possible matches it holds.

    Where an actor and an activity are asked, each hit has what follows from it. With `owners`,
    files of stakes beside those the home holds, a name that listed parties own, or may, counts as
    one more. With `record` nothing is shown before it is on record.
    """
    if not names:
        raise typer.BadParameter("give a NAME, or --file IN and --out OUT.")
    subjects = [read_subject(name, evidence) for name in names]
    tell(*find_slips(names))
    used = None if owners is None else _read_owners(situation, request, owners, subjects)
    screener = open_lists(situation, request)
    results = [
        replace(result, subject=replace(result.subject, name=typed))
        for result, typed in zip(screener.find_many(subjects), names, strict=True)
    ]
    entailing = make_entailing(situation, screener, asked) if asked else None
    said = None if used is None else _ask_owners(situation, request, screener, subjects, used)
    screening = _record(situation, request, screener, results) if record else None
    if as_json:
        from ostraka.screening.answer import entail_nothing, make_answer

        entail = partial(make_documents, entailing) if entailing else entail_nothing
        further, files = said.to_json() if said else ((), ())
        write_json(
            make_answer(
                screener.engine, results, screening, entail=entail, owners=further, stakes=files
            )
        )
    else:
        from ostraka.cli.hit_text import write_answer, write_nothing

        named = bool(request.sources or request.policy)
        below, basis = said.to_text() if said else ((), "")
        lines = write_answer(
            screener.engine,
            results,
            lists_named=named,
            verbose=verbose,
            write_more=_make_writer(entailing) if entailing else write_nothing,
            below=below,
        )
        write_lines([*lines, basis] if basis else lines)
    return sum(len(result.hits) for result in results) + (said.caught if said else 0)


def _record(
    situation: Situation, request: Request, screener: Screener, results: Sequence[Result]
) -> str:
    from ostraka.cli.recording import record_names  # Django and what it brings

    return record_names(situation, request, screener, results)


def _read_owners(
    situation: Situation, request: Request, files: Sequence[Path], subjects: Sequence[Subject]
) -> StakesUsed:
    from ostraka.cli.owners_run import read_owners  # what a plain question never needs

    return read_owners(situation, request, files, subjects)


def _ask_owners(
    situation: Situation,
    request: Request,
    screener: Screener,
    subjects: Sequence[Subject],
    used: StakesUsed,
) -> OwnersSaid:
    from ostraka.cli.owners_run import ask_owners  # what a plain question never needs

    return ask_owners(situation, request, screener, subjects, used)


def _make_writer(entailing: Entailing) -> WriteMore:
    from ostraka.cli.entailed_text import write_entailed

    return lambda hit: write_entailed(entailing.find([hit])[0])


def read_subject(name: str, evidence: Evidence) -> Subject:
    """The subject of one name; what cannot be understood is wrong usage."""
    from ostraka.screening.subjects import make_subject

    subject, problems = make_subject(
        name,
        kind=evidence.kind,
        born=evidence.born,
        country=evidence.country,
        ids=evidence.ids,
        address=evidence.address,
    )
    # A file's row is screened without such a field and the field reported; a person can ask again.
    for problem in problems:
        raise typer.BadParameter(
            f"{problem.problem}. {problem.remedy}",
            param_hint=f"--{OPTION_OF.get(problem.field, problem.field)}",
        )
    return subject
