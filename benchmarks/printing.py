"""Tables on the terminal."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.console import Console
from rich.table import Table

OUT = Console(width=140)


def show(title: str, columns: Sequence[str], rows: Iterable[Sequence[object]], words: int) -> None:
    """A table whose first `words` columns are text; numbers of the others stand at the right."""
    table = Table(title=title, title_justify="left")
    for place, column in enumerate(columns):
        table.add_column(column, justify="left" if place < words else "right")
    for row in rows:
        table.add_row(*(_write(cell) for cell in row))
    OUT.print(table)


def _write(cell: object) -> str:
    match cell:
        case None:
            return ""
        case float():
            return f"{cell:.3f}"
        case int():
            return f"{cell:,}"
        case _:
            return str(cell)
