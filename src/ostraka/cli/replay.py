"""`ostraka replay`: a recorded screening run again on the snapshots it used."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from datetime import date
from typing import TYPE_CHECKING, Annotated, Any

import typer

from ostraka.cli.failure import REFUSED
from ostraka.cli.name_run import Evidence, read_subject
from ostraka.cli.options import HomeOption, JsonOption
from ostraka.cli.record_opening import find_actor, open_home_record
from ostraka.cli.situation import Situation, read_situation
from ostraka.cli.wording import count
from ostraka.cli.writing import write_json, write_lines

if TYPE_CHECKING:
    from ostraka.casework.screenings.replaying import ReplayedRow
    from ostraka.model.subject import Subject


def run(
    ctx: typer.Context,
    screening: Annotated[
        str, typer.Argument(metavar="SCREENING_ID", help="As `screen --record` printed it.")
    ],
    names: Annotated[
        list[str] | None,
        typer.Option(
            "--name",
            metavar="NAME",
            help="A name of which nothing was found, and so nothing kept; again for more.",
            show_default=False,
        ),
    ] = None,
    as_json: JsonOption = False,
    home: HomeOption = None,
) -> None:
    """Run a recorded screening again on the snapshots it used: is the answer the same?

    Of a name of which nothing was found only a keyed hash is on record: give the name, and it is
    recognised and run again.

    [bold]Examples[/bold]
      ostraka replay 0d8f6c1e-6f0c-4d0a-9a53-3c5ad2a1b0de
      ostraka replay 0d8f6c1e-6f0c-4d0a-9a53-3c5ad2a1b0de --name "Anna Example" --json

    Ends with exit code 1 where an answer differs.
    """
    situation = read_situation(home, ctx.obj)
    given = [read_subject(name, Evidence()) for name in names or ()]
    document = replay(situation, screening, given)
    if as_json:
        write_json(document)
    else:
        write_lines(_describe(document))
    if document["same"] is False:
        raise typer.Exit(REFUSED)


def replay(situation: Situation, number: str, given: Sequence[Subject]) -> dict[str, Any]:
    """What came of running it again, which the record then holds as well."""
    open_home_record(situation)
    from ostraka.casework.screenings.replaying import (
        get_screening,
        read_recorded,
        replay_rows,
        tell_replay,
    )
    from ostraka.screening.answer import make_result
    from ostraka.screening.reasking import read_query, reopen_screener

    screening = get_screening(number)
    recorded = read_recorded(screening)
    day = recorded["asked"]["as_of"]
    screener = reopen_screener(
        situation.home,
        recorded["engine"],
        as_of=date.fromisoformat(day) if day else None,
        at=screening.at,
        policy_text=screening.policy.text if screening.policy else "",
    )

    def ask(subject: Subject, row: int) -> dict[str, Any]:
        return make_result(screener.find(subject, row))

    rows = list(replay_rows(screening, ask, read_query, given))
    tell_replay(screening, rows, actor=find_actor(), now=situation.now)
    return {
        "screening": str(screening.pk),
        "at": screening.at.isoformat(),
        "same": _judge(rows),
        "engine": {
            "then": {key: recorded["engine"][key] for key in ("version", "index")},
            "now": {"version": screener.engine.version, "index": screener.engine.index},
        },
        "rows": [{**asdict(row), "differences": list(row.differences)} for row in rows],
    }


def _judge(rows: Sequence[ReplayedRow]) -> bool | None:
    judged = [row.same for row in rows if row.same is not None]
    return all(judged) if judged else None


def _describe(document: dict[str, Any]) -> list[str]:
    told = {True: "the same answer", False: "another answer", None: "not run again"}
    rows = document["rows"]
    lines = [f"Screening {document['screening']} of {document['at']}, {count(len(rows), 'row')}."]
    then, now = document["engine"]["then"], document["engine"]["now"]
    if then != now:
        lines.append(f"The engine is another: {then['version']} then, {now['version']} now.")
    for row in rows:
        why = f": {row['why']}" if row["why"] else ""
        lines.append(f"Row {row['row']}: {told[row['same']]}{why}.")
        lines += [f"  {difference}" for difference in row["differences"]]
    return lines
