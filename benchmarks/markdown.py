"""Tables as Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Sequence


def make_table(columns: Sequence[str], rows: Iterable[Sequence[object]], words: int) -> str:
    """A table whose first `words` columns are text."""
    ruled = ["---" if place < words else "---:" for place in range(len(columns))]
    lines = [columns, ruled, *([_write(cell) for cell in row] for row in rows)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _write(cell: object) -> str:
    match cell:
        case None:
            return ""
        case float():
            return f"{cell:.3f}".rstrip("0").rstrip(".") if cell >= 10 else f"{cell:.3f}"
        case int():
            return f"{cell:,}"
        case _:
            return str(cell)
