"""The two streams: answers on standard output, everything else on standard error."""

from __future__ import annotations

import json
import os
import sys
import unicodedata
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from rich.console import RenderableType

# Marks that reorder the text after them: a name that holds one could be shown as another name.
REORDERING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
# Wide enough for every row, so that a name is never folded in a file or a pipe.
UNCUT_WIDTH = 10_000


def write_json(document: Mapping[str, object]) -> None:
    """One JSON document on standard output, UTF-8 whatever the locale says."""
    text = json.dumps(document, ensure_ascii=False, indent=2) + "\n"
    # An argument that is no UTF-8 holds lone surrogates; escaped they are still JSON.
    _write_bytes(text.encode("utf-8", errors="backslashreplace"))


def write_lines(lines: Iterable[str]) -> None:
    """Lines on standard output, with their colours only on a terminal that wants them."""
    typer.echo("\n".join(lines), color=wants_colour())


def tell(*lines: str) -> None:
    """Lines for the person at the keyboard, on standard error."""
    colour = None if not os.environ.get("NO_COLOR") else False
    for line in lines:
        typer.echo(line.encode("utf-8", "backslashreplace").decode(), err=True, color=colour)


def wants_colour() -> bool:
    """Whether standard output is a terminal whose user has not refused colour."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR")


def visible(text: str) -> str:
    r"""The text with control and reordering marks shown as escapes.

    A list or a customer file could otherwise write to the terminal, or show one name as another.

    >>> print(visible("a\x1b[2Jb"))
    a\x1b[2Jb
    """
    return "".join(_visible_character(c) for c in text)


def write_blocks(blocks: Iterable[RenderableType], pipe_width: int = UNCUT_WIDTH) -> None:
    """Tables and lines on standard output, as wide as the terminal, else up to `pipe_width`."""
    from rich.console import Console
    from rich.text import Text

    width = None if sys.stdout.isatty() else pipe_width
    console = Console(width=width, highlight=False, emoji=False, markup=False)
    with console.capture() as captured:
        for block in blocks:
            # A line of text may hold a command to copy: only tables are folded.
            console.print(block, soft_wrap=isinstance(block, str | Text))
    write_lines(line.rstrip() for line in captured.get().splitlines())


def _visible_character(character: str) -> str:
    hidden = unicodedata.category(character) == "Cc" or character in REORDERING
    return character.encode("unicode_escape").decode() if hidden else character


def _write_bytes(data: bytes) -> None:
    sys.stdout.flush()
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()
