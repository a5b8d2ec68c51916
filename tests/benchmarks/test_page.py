"""What a run writes into the page."""

from __future__ import annotations

import pytest
from benchmarks.markdown import make_table


def test_a_table_has_numbers_to_the_right() -> None:
    """Text stands left, shares have three digits, counts have separators."""
    table = make_table(
        ["rows", "number", "share"], [("people", 10000, 0.5), ("ships", None, 12.5)], 1
    )
    assert table.splitlines() == [
        "| rows | number | share |",
        "| --- | ---: | ---: |",
        "| people | 10,000 | 0.500 |",
        "| ships |  | 12.5 |",
    ]


def test_the_text_goes_between_the_marks_and_nowhere_else() -> None:
    """What is written by hand around it stays as it is, run after run."""
    showing = pytest.importorskip("benchmarks.showing", reason="vl-convert is of the bench extra")
    page = f"# Head\n{showing.BEGIN}\nold\n{showing.END}\nFoot\n"
    once = showing.fill(page, "new")
    assert once == f"# Head\n{showing.BEGIN}\n\nnew\n\n{showing.END}\nFoot\n"
    assert showing.fill(once, "new") == once
    with pytest.raises(ValueError, match="needs the marks"):
        showing.fill("# Head\n", "new")
