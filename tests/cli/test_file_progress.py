"""A log is told how far a file is, now and then."""

from __future__ import annotations

import pytest

from ostraka.cli.file_progress import EVERY, describe_progress, make_log
from ostraka.screening.tables.progress import Progress, Totals


def make_progress(rows: int, share: float, seconds: float) -> Progress:
    """So far, without a hit."""
    return Progress(Totals(rows=rows, screened=rows), share, seconds)


def test_a_line_says_rows_and_speed_and_the_time_left() -> None:
    """At the speed of this part of the run, since its first batch."""
    first, done = make_progress(1000, 0.01, 0.5), make_progress(61_000, 0.61, 30.5)
    assert describe_progress(done, first) == "Screening: 61,000 rows, 2,000 a second, 0:20 left."


def test_nothing_is_said_of_a_speed_that_is_not_known() -> None:
    """The first batch has no time before it."""
    first = make_progress(1000, 0.01, 0.5)
    assert describe_progress(first, first) == "Screening: 1,000 rows."


def test_a_log_gets_few_lines(capsys: pytest.CaptureFixture[str]) -> None:
    """One in half a minute, however many batches there are; none of a run that is soon done."""
    now = 0.0
    show = make_log(lambda: now)
    for second in range(100):
        now = float(second)
        show(make_progress(1000 * second, second / 200, float(second)))
    told = capsys.readouterr().err.splitlines()
    assert [line.split()[1] for line in told] == ["30,000", "60,000", "90,000"]
    assert EVERY == 30
