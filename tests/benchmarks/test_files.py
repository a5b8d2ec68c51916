"""What the benchmark of files watches is what the processes took."""

from __future__ import annotations

import sys

import pytest
from benchmarks.files.watching import watch

HOLD = "import time; held = bytearray({size}); time.sleep(2)"
PROGRAM = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {HOLD!r}]); print('done')"


def test_the_memory_of_a_process_that_a_command_begins_is_counted() -> None:
    """Fifty megabytes held by the child of the command, and never by the command itself."""
    watched = watch([sys.executable, "-c", PROGRAM.format(size=50_000_000)])
    assert watched.output == "done\n"
    assert watched.megabytes > 50
    assert watched.processes == 2


def test_a_command_that_fails_is_no_measurement() -> None:
    """A run that refused its file would be the fastest of all."""
    with pytest.raises(RuntimeError, match="ended with 3"):
        watch([sys.executable, "-c", "raise SystemExit(3)"])
