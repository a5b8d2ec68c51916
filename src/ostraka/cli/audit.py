"""`ostraka audit`: is the record as it was written?"""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ostraka.cli.failure import REFUSED
from ostraka.cli.options import HomeOption, JsonOption
from ostraka.cli.record_opening import open_home_record
from ostraka.cli.situation import read_situation
from ostraka.cli.wording import count
from ostraka.cli.writing import tell, write_json, write_lines

if TYPE_CHECKING:
    from ostraka.casework.log.verify import Verification

commands = typer.Typer(
    add_completion=False,
    rich_markup_mode="rich",
    no_args_is_help=True,
    help="""Whether the record is as it was written, and marks by which others can tell.

[bold]Examples[/bold]
  ostraka audit verify --checkpoints /mnt/elsewhere/ostraka.checkpoints
  ostraka audit checkpoint /mnt/elsewhere/ostraka.checkpoints
""",
)
CheckpointsOption = Annotated[
    Path | None,
    typer.Option(
        metavar="FILE",
        help="Checkpoints kept elsewhere: they show a cut end and a record built anew.",
        show_default=False,
    ),
]


@commands.command("verify")
def verify(
    ctx: typer.Context,
    checkpoints: CheckpointsOption = None,
    key: Annotated[
        str,
        typer.Option(
            metavar="HEX", help="The public key the checkpoints were signed with. Default: ours."
        ),
    ] = "",
    as_json: JsonOption = False,
    home: HomeOption = None,
) -> None:
    """Read the whole record, and find what was altered, taken out or moved.

    [bold]Examples[/bold]
      ostraka audit verify --checkpoints /mnt/elsewhere/ostraka.checkpoints

    Ends with exit code 1 where anything is not as it was written.
    """
    open_home_record(read_situation(home, ctx.obj))
    from ostraka.casework.log.agreement import find_disagreements
    from ostraka.casework.log.checkpoint import load_checkpoints
    from ostraka.casework.log.verify import verify_chain
    from ostraka.casework.sealing import get_keys

    ours = get_keys().signing.public_key().public_bytes_raw().hex()
    marks = load_checkpoints(checkpoints, key or ours) if checkpoints else []
    found = verify_chain(marks)
    faults = [*found.faults, *find_disagreements()]
    if as_json:
        write_json(
            {
                "whole": not faults,
                "entries": found.count,
                "head": found.head,
                "checkpoints": found.checkpoints,
                "key": ours,
                "faults": [asdict(fault) for fault in faults],
            }
        )
    else:
        lines = [f"Entry {fault.number}: {fault.what}." for fault in faults]
        write_lines(lines or [_describe(found)])
    if faults:
        tell("Compare with a backup, and find out who could write to the database.")
        raise typer.Exit(REFUSED)


@commands.command("checkpoint")
def checkpoint(
    ctx: typer.Context,
    out: Annotated[
        Path, typer.Argument(metavar="FILE", help="Where it is added, out of reach of this home.")
    ],
    home: HomeOption = None,
) -> None:
    """Add a signed mark of how long the record is and how it ends, to a file kept elsewhere.

    [bold]Examples[/bold]
      ostraka audit checkpoint /mnt/elsewhere/ostraka.checkpoints
    """
    situation = read_situation(home, ctx.obj)
    open_home_record(situation)
    from ostraka.casework.log.checkpoint import make_checkpoint, write_checkpoint
    from ostraka.casework.sealing import get_keys

    mark = make_checkpoint(get_keys().signing, situation.now)
    with out.open("a", encoding="utf-8") as stream:
        stream.write(write_checkpoint(mark) + "\n")
    tell(f"{count(mark.count, 'entry', 'entries')}, ending in {mark.head}; signed with {mark.key}.")


def _describe(found: Verification) -> str:
    held = (
        f" It agrees with {count(found.checkpoints, 'checkpoint')}."
        if found.checkpoints
        else " No checkpoint was given: a cut end or a record built anew would not show."
    )
    return f"{count(found.count, 'entry', 'entries')}, each as it was written.{held}"
