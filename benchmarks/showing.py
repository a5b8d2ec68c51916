"""What is made of a full run: the charts, and the tables of the README."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from benchmarks.charts import write_charts
from benchmarks.page import write_page
from benchmarks.scale.page import write_scale

HERE = Path(__file__).parent
README = HERE / "README.md"
BEGIN, END = "<!-- written by make bench -->", "<!-- end of what make bench writes -->"
SCALE_BEGIN, SCALE_END = "<!-- written by scale -->", "<!-- end of what scale writes -->"


def show_result(result: Mapping[str, Any], day: str) -> list[Path]:
    """The files written. A quick run shows nothing: its samples are too small."""
    charts = write_charts(result, HERE / "results/charts")
    page = fill(README.read_text("utf-8"), write_page(result, day))
    README.write_text(page, encoding="utf-8")
    return [*charts, README]


def show_scale(result: Mapping[str, Any], day: str) -> list[Path]:
    """The same for speed and scale, which may be measured on a day of its own."""
    charts = write_charts({"scale": result["scale"]}, HERE / "results/charts")
    text = write_scale(result["scale"], day, result["machine"]["cores"])
    page = fill(README.read_text("utf-8"), text, SCALE_BEGIN, SCALE_END)
    README.write_text(page, encoding="utf-8")
    return [*charts, README]


def fill(page: str, text: str, begin: str = BEGIN, end: str = END) -> str:
    """The page with the text between its marks.

    Raises:
        ValueError: The page lacks a mark.
    """
    before, begun, rest = page.partition(begin)
    _, ended, after = rest.partition(end)
    if not begun or not ended:
        raise ValueError(f"the page needs the marks {begin} and {end}")
    return f"{before}{begin}\n\n{text.strip()}\n\n{end}{after}"
