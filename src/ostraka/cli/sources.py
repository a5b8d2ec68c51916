"""`ostraka sources`: every list that can be read, and what of it is held."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import typer

from ostraka.cli.basis import describe_omissions
from ostraka.cli.options import HomeOption, JsonOption
from ostraka.cli.registers import make_register_row
from ostraka.cli.situation import Situation, read_situation
from ostraka.cli.writing import write_blocks, write_json, write_lines

if TYPE_CHECKING:
    from ostraka.snapshots import Store
    from ostraka.sources.definition import Source


def run(ctx: typer.Context, as_json: JsonOption = False, home: HomeOption = None) -> None:
    """Every list that can be read, and every register that can be fetched: what of it is held.

    [bold]Examples[/bold]
      ostraka sources
      ostraka sources --json
    """
    from ostraka.snapshots import Store
    from ostraka.sources.registers import load_registers
    from ostraka.sources.registry import load_sources

    situation = read_situation(home, ctx.obj)
    store = Store(situation.home)
    rows = [_make_row(source, store, situation) for source in load_sources().values()]
    registers = [make_register_row(one, situation) for one in load_registers().values()]
    if as_json:
        write_json({"sources": rows, "registers": registers})
    else:
        _print_table(rows)
        write_lines(_describe_registers(registers))


def _make_row(source: Source, store: Store, situation: Situation) -> dict[str, object]:
    from ostraka.screening.confirming import find_confirmation, make_confirmation
    from ostraka.screening.holdings import is_stale

    snapshot = store.current(source.key)
    checked = store.checked(source.key)
    confirmed = find_confirmation(situation.home, source.key) if source.non_commercial else None
    return {
        "key": source.key,
        "title": source.title,
        "authority": source.authority,
        "country": source.country or None,
        "url": source.urls[0] if source.urls else None,
        "urls": list(source.urls),
        "formats": list(source.formats),
        "cadence_days": source.cadence_days,
        "licence": source.licence,
        "non_commercial": source.non_commercial,
        "confirmed": make_confirmation(confirmed) if confirmed else None,
        "parties": snapshot.parties if snapshot else None,
        "published": snapshot.published.isoformat() if snapshot else None,
        "checked": checked.isoformat() if checked else None,
        "omits": list(snapshot.omits) if snapshot else [],
        "stale": is_stale(source, checked, situation.now),
    }


def _describe_registers(rows: list[dict[str, object]]) -> Iterator[str]:
    """Registers of who owns whom, which are asked by `screen --owners` and `ownership`."""
    yield "\nRegisters, fetched only where they are named:"
    for row in rows:
        held = f"{row['stakes']:,} stakes of {row['published']}" if row["stakes"] else "not held"
        yield f"{row['key']}  {held}  {row['title']}"


def _print_table(rows: list[dict[str, object]]) -> None:
    from rich.table import Table

    table = Table(box=None, padding=(0, 2, 0, 0), header_style="bold")
    for column in ("key", "parties", "published", "checked", "state", "title"):
        table.add_column(column, justify="right" if column == "parties" else "left")
    for row in rows:
        table.add_row(*_make_cells(row))
    write_blocks([table])


def _make_cells(row: dict[str, object]) -> tuple[str, ...]:
    if row["parties"] is None:
        return str(row["key"]), "-", "-", "-", "not held", str(row["title"])
    state = "stale" if row["stale"] else "held"
    omits = row["omits"]
    if isinstance(omits, list) and describe_omissions(omits):
        state += f", {describe_omissions(omits)}"
    if row["non_commercial"] and not row["confirmed"]:
        state += ", use not confirmed"
    checked = str(row["checked"])[:10]
    return (
        str(row["key"]),
        f"{row['parties']:,}",
        str(row["published"]),
        checked,
        state,
        str(row["title"]),
    )
