"""`ostraka doctor`: whether every list and register that is held may be rested on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from ostraka.cli.failure import REFUSED
from ostraka.cli.options import HomeOption, JsonOption
from ostraka.cli.registers import describe_register_health, make_register_health
from ostraka.cli.situation import read_situation
from ostraka.cli.writing import tell, visible, write_blocks, write_json, write_lines

if TYPE_CHECKING:
    from ostraka.screening.health import Health


def run(ctx: typer.Context, as_json: JsonOption = False, home: HomeOption = None) -> None:
    """The health of every list and register: its age, its last check, its size, what is odd.

    The exit code is 1 where a list or register that is held is stale or damaged. Every byte of the
    indexes is read, too; one that was altered is deleted, since it is built again when it is
    needed, and the exit code is 1 as well: the disk may be failing.

    [bold]Examples[/bold]
      ostraka doctor
      ostraka doctor --json
    """
    from ostraka.screening.health import Condition, examine
    from ostraka.screening.index_health import drop_damaged_indexes
    from ostraka.screening.registers.health import examine_register
    from ostraka.snapshots import Store
    from ostraka.sources.registers import load_registers
    from ostraka.sources.registry import load_sources

    situation = read_situation(home, ctx.obj)
    store = Store(situation.home)
    found = [examine(store, source, situation.now) for source in load_sources().values()]
    registers = [
        examine_register(situation.home, register, situation.now)
        for register in load_registers().values()
    ]
    damaged = drop_damaged_indexes(store)
    if as_json:
        lists = [make_health(health) for health in found]
        write_json(
            {
                "lists": lists,
                "registers": [make_register_health(health) for health in registers],
                "damaged_indexes": list(damaged),
            }
        )
    else:
        held = [health for health in found if health.condition is not Condition.NOT_HELD]
        _print_table(held)
        write_lines(describe_register_health(registers))
    sick = [health.source for health in found if health.needs_care]
    sick += [health.key for health in registers if health.needs_care]
    if sick:
        tell(f"Need care: {', '.join(sick)}. `ostraka sync` fetches what can be fetched.")
    tell(*(f"An index was damaged, and deleted: {visible(one)}." for one in damaged))
    if sick or damaged:
        raise typer.Exit(REFUSED)


def make_health(health: Health) -> dict[str, object]:
    """What `ostraka doctor --json` prints of one list."""
    return {
        "source": health.source,
        "condition": health.condition.value,
        "published": health.published.isoformat() if health.published else None,
        "checked": health.checked.isoformat() if health.checked else None,
        "days_since_check": health.days,
        "stale_after_days": health.limit,
        "parties": health.parties,
        "parties_before": health.previous,
        "snapshots": health.snapshots,
        "remarks": list(health.remarks),
    }


def _print_table(held: list[Health]) -> None:
    from rich.table import Table

    if not held:
        write_lines(["No list is held. `ostraka sync` fetches them."])
        return
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="bold")
    for column in ("list", "condition", "published", "checked", "parties", "before", "snapshots"):
        table.add_column(column)
    for health in held:
        table.add_row(
            health.source,
            health.condition.value,
            str(health.published or "-"),
            f"{health.days} days ago" if health.days is not None else "-",
            f"{health.parties:,}" if health.parties is not None else "-",
            f"{health.previous:,}" if health.previous is not None else "-",
            str(health.snapshots),
        )
    remarks = [f"{h.source}: {visible(remark)}" for h in held for remark in h.remarks]
    write_blocks([table, *remarks])
