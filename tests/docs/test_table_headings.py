"""The headings that the page on files names are understood."""

from __future__ import annotations

import re
from pathlib import Path

from ostraka.screening.tables.columns import count_known

PAGE = Path(__file__).parents[2] / "docs" / "how-to" / "screen-a-file.md"


def test_every_heading_the_page_names_is_a_usual_one() -> None:
    """A reader renames a column because the page says so."""
    _, columns = PAGE.read_text("utf-8").split("\n## Columns\n")
    rows = [line for line in columns.split("\n## ")[0].splitlines() if line.startswith("| ")]
    named = [heading for row in rows for heading in re.findall(r"`([^`]+)`", row)]
    assert len(named) > 30
    assert [heading for heading in named if not count_known([heading])] == []
