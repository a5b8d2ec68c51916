"""What is made of a full run: the charts, and the tables of the README."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from benchmarks.charts import write_charts
from benchmarks.page import write_page

HERE = Path(__file__).parent
README = HERE / "README.md"
BEGIN, END = "<!-- written by make bench -->", "<!-- end of what make bench writes -->"


def show_result(result: Mapping[str, Any], day: str) -> list[Path]:
    """The files written. A quick run shows nothing: its samples are too small."""
    charts = write_charts(result, HERE / "results/charts")
    page = fill(README.read_text("utf-8"), write_page(result, day))
    README.write_text(page, encoding="utf-8")
    return [*charts, README]


def fill(page: str, text: str) -> str:
    """The page with the text between its marks.

    Raises:
        ValueError: The page lacks a mark.
    """
    before, begun, rest = page.partition(BEGIN)
    _, ended, after = rest.partition(END)
    if not begun or not ended:
        raise ValueError(f"the page needs the marks {BEGIN} and {END}")
    return f"{before}{BEGIN}\n\n{text.strip()}\n\n{END}{after}"
