"""`ostraka snapshots`: what is held, list by list and day by day."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

import typer

from ostraka.cli.options import HomeOption, JsonOption
from ostraka.cli.situation import read_situation
from ostraka.cli.writing import visible, write_blocks, write_json, write_lines
from ostraka.model.snapshot import Snapshot


def run(
    ctx: typer.Context,
    source: Annotated[
        str | None, typer.Argument(help="Key of one list, as `ostraka sources` shows it.")
    ] = None,
    as_json: JsonOption = False,
    home: HomeOption = None,
) -> None:
    """The snapshots held: of every list, or of one.

    [bold]Examples[/bold]
      ostraka snapshots
      ostraka snapshots us_ofac_sdn --json
    """
    from ostraka.snapshots import Store
    from ostraka.sources.registry import get_source

    if source is not None:
        get_source(source)
    found = Store(read_situation(home, ctx.obj).home).snapshots(source)
    if as_json:
        write_json({"snapshots": [_make_row(snapshot) for snapshot in found]})
    elif found:
        _print_table(found)
    else:
        write_lines(["No snapshot is held. `ostraka import SOURCE PATH` makes one."])


def _make_row(snapshot: Snapshot) -> dict[str, object]:
    return {
        "id": snapshot.id,
        "source": snapshot.source,
        "published": snapshot.published.isoformat(),
        "imported": snapshot.imported.isoformat(),
        "parties": snapshot.parties,
        "current": snapshot.current,
        "omits": list(snapshot.omits),
        "forced": snapshot.forced,
    }


def _print_table(snapshots: Sequence[Snapshot]) -> None:
    from rich.table import Table

    table = Table(box=None, padding=(0, 2, 0, 0), header_style="bold")
    further = {"read without": _describe_gap, "published by force": _describe_force}
    shown = {title: say for title, say in further.items() if any(map(say, snapshots))}
    columns = ["source", "published", "parties", "imported", "current", "id"]
    for column in (*columns, *shown):
        table.add_column(column, justify="right" if column == "parties" else "left")
    for s in snapshots:
        imported = s.imported.isoformat(sep=" ", timespec="minutes")
        current = "current" if s.current else ""
        cells = [s.source, s.published.isoformat(), f"{s.parties:,}", imported, current, s.id[:12]]
        table.add_row(*cells, *(say(s) for say in shown.values()))
    write_blocks([table])


def _describe_gap(snapshot: Snapshot) -> str:
    return ", ".join(field for field in snapshot.omits if "." not in field)


def _describe_force(snapshot: Snapshot) -> str:
    return visible(snapshot.forced or "")
