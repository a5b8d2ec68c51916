"""How a command ends when it cannot go on: what was wrong, where, and what to do next."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import typer

from ostraka.cli.writing import tell, visible
from ostraka.model.errors import OstrakaError, UnknownSource

DONE, REFUSED, WRONG_USAGE, HIT_FOUND, INTERRUPTED, PIPE_CLOSED = 0, 1, 2, 3, 130, 141


@contextmanager
def told_on_standard_error() -> Iterator[None]:
    """Turns a refusal, an interruption or a failing disk into a message and an exit code."""
    try:
        yield
    except OstrakaError as refusal:
        tell(*make_message(refusal.problem, refusal.where, refusal.remedy))
        wrong_usage = isinstance(refusal, UnknownSource)
        raise typer.Exit(WRONG_USAGE if wrong_usage else REFUSED) from refusal
    except BrokenPipeError as gone:
        _silence_standard_output()
        raise typer.Exit(PIPE_CLOSED) from gone
    except OSError as failure:
        tell(*make_message(*_describe(failure)))
        raise typer.Exit(REFUSED) from failure
    except KeyboardInterrupt as interruption:
        tell("Interrupted. Nothing is left half written; give the same command again.")
        raise typer.Exit(INTERRUPTED) from interruption


def make_message(problem: str, where: str, remedy: str) -> list[str]:
    """The lines of a refusal; a line without content is left out."""
    parts = (("Problem", problem), ("Where", where), ("Next", remedy))
    return [f"{label + ':':<9}{visible_lines(text)}" for label, text in parts if text]


def visible_lines(text: str) -> str:
    """The text with its line breaks kept under one another and everything else visible."""
    return "\n         ".join(visible(line) for line in text.splitlines())


def _describe(failure: OSError) -> tuple[str, str, str]:
    where = str(failure.filename or "")
    remedy = "Check that the path exists, that it may be read or written, and that there is room."
    return (failure.strerror or str(failure)).rstrip(".") + ".", where, remedy


def _silence_standard_output() -> None:
    # Python flushes standard output once more at its end, and would complain again.
    devnull = os.open(os.devnull, os.O_WRONLY)
    os.dup2(devnull, sys.stdout.fileno())
