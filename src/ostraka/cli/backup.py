"""`ostraka backup`: one file that holds the home."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from ostraka.cli.options import HomeOption
from ostraka.cli.record_opening import open_home_record
from ostraka.cli.situation import read_situation
from ostraka.cli.wording import count
from ostraka.cli.writing import tell


def run(
    ctx: typer.Context,
    out: Annotated[Path, typer.Argument(metavar="FILE", help="The archive to write, .tar.gz.")],
    home: HomeOption = None,
) -> None:
    """Write lists, stakes and the record of a home into one file, from which all can be restored.

    The record may be in use meanwhile. The file holds the secret that opens personal data, unless
    that comes from the environment: keep it as you keep the home. A subject that is erased later is
    erased in older backups only when those are deleted.

    [bold]Examples[/bold]
      ostraka backup ostraka-2026-11-30.tar.gz
    """
    situation = read_situation(home, ctx.obj)
    open_home_record(situation)
    from ostraka.casework.keeping.archive import write_archive

    archive = write_archive(situation.home, out)
    entries = count(archive.count, "entry of the record", "entries of the record")
    tell(f"{count(len(archive.files), 'file')} and {entries} in {out}.")
