"""`ostraka restore`: a home read back from a backup, and verified."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from ostraka.cli.options import HomeOption
from ostraka.cli.record_opening import find_actor, open_home_record
from ostraka.cli.situation import read_situation
from ostraka.cli.wording import count
from ostraka.cli.writing import tell


def run(
    ctx: typer.Context,
    archive: Annotated[Path, typer.Argument(metavar="FILE", help="What `ostraka backup` wrote.")],
    home: HomeOption = None,
) -> None:
    """Read a backup back into an empty home, and verify every file and the whole record.

    The record goes into the database that the environment names, else into the home.

    [bold]Examples[/bold]
      ostraka restore ostraka-2026-11-30.tar.gz --home /srv/ostraka
    """
    situation = read_situation(home, ctx.obj)
    from ostraka.casework.keeping.archive import read_archive

    found = read_archive(archive, situation.home)
    open_home_record(situation)
    from ostraka.casework.keeping.restoring import restore_tables

    record = restore_tables(situation.home, found, actor=find_actor(), now=situation.now)
    entries = count(record.count, "entry", "entries")
    files = count(len(found.files), "file")
    tell(
        f"{files} restored into {situation.home}, each as it was written.",
        f"The record is whole: {entries}, ending in {record.head}.",
    )
