"""How a command ends when it cannot go on."""

from __future__ import annotations

import errno
import os
import subprocess
from pathlib import Path

import pytest
import typer

from cli.processes import OSTRAKA, make_environment
from ostraka.cli.failure import INTERRUPTED, REFUSED, make_message, told_on_standard_error
from ostraka.model.errors import SourceRefused


def test_a_refusal_is_three_lines_and_exit_code_one(capsys: pytest.CaptureFixture[str]) -> None:
    """What was wrong, where, what to do next; nothing on standard output."""
    refusal = SourceRefused(
        "the file ends early", where="un.xml", remedy="Fetch it again.\nThen import it."
    )
    assert _ends(refusal) == REFUSED
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err == (
        "Problem: the file ends early\n"
        "Where:   un.xml\n"
        "Next:    Fetch it again.\n"
        "         Then import it.\n"
    )


def test_a_part_that_is_empty_leaves_no_line() -> None:
    """No label without content."""
    assert make_message("it is broken", "", "") == ["Problem: it is broken"]


def test_a_message_cannot_write_to_the_terminal() -> None:
    """A file's name may hold anything."""
    assert make_message("broken", "a\x1b[2J.xml", "") == [
        "Problem: broken",
        "Where:   a\\x1b[2J.xml",
    ]


def test_a_full_disk_is_a_message(capsys: pytest.CaptureFixture[str]) -> None:
    """The operating system's words, the file, and what to look at."""
    failure = OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), "/home/x/snapshots")
    assert _ends(failure) == REFUSED
    assert capsys.readouterr().err.splitlines()[:2] == [
        "Problem: No space left on device.",
        "Where:   /home/x/snapshots",
    ]


def test_an_interruption_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    """Exit code 130, as every program has it that the user stopped."""
    assert _ends(KeyboardInterrupt()) == INTERRUPTED
    assert capsys.readouterr().err == (
        "Interrupted. Nothing is left half written; give the same command again.\n"
    )


def test_a_mistake_of_our_own_is_not_hidden() -> None:
    """A bug keeps its traceback, or nobody could mend it."""
    with pytest.raises(ZeroDivisionError), told_on_standard_error():
        raise ZeroDivisionError


@pytest.mark.parametrize("arguments", [["--help"], ["sources"], ["sources", "--json"]])
def test_a_reader_that_leaves_early_gets_no_complaint(tmp_path: Path, arguments: list[str]) -> None:
    """`ostraka sources --json | head -1` is quiet."""
    process = subprocess.Popen(
        [*OSTRAKA, *arguments],
        env=make_environment(tmp_path),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.close()
    assert process.stderr.read() == b""
    process.stderr.close()
    process.wait(timeout=30)


def _ends(error: BaseException) -> int:
    with pytest.raises(typer.Exit) as ended, told_on_standard_error():
        raise error
    return ended.value.exit_code
