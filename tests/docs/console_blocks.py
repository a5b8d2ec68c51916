"""Console blocks of a page: commands, and what is shown to come back."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

BLOCK = re.compile(r"^```(?P<language>\w+)\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)
WILD = "..."


@dataclass(frozen=True)
class Step:
    """One command of a page, the line it stands on, and the output shown under it."""

    line: int
    command: str
    shown: tuple[str, ...]


def find_blocks(page: str, language: str) -> Iterator[tuple[int, str]]:
    """Every fenced block of that language: the line of its first line, and its text."""
    for block in BLOCK.finditer(page):
        if block["language"] == language:
            yield page.count("\n", 0, block.start("body")) + 1, block["body"]


def parse_steps(page: str) -> list[Step]:
    """Every command of the `console` blocks, in order. `> ` continues the command before it."""
    return [step for line, body in find_blocks(page, "console") for step in _parse_body(line, body)]


def _parse_body(first_line: int, body: str) -> Iterator[Step]:
    line, command, shown = 0, "", list[str]()
    for number, text in enumerate(body.splitlines(), start=first_line):
        if text.startswith("$ "):
            if command:
                yield Step(line, command, tuple(shown))
            line, command, shown = number, text.removeprefix("$ "), []
        elif text.startswith("> ") or text == ">":
            command += "\n" + text.removeprefix(">").removeprefix(" ")
        else:
            shown.append(text)
    if command:
        yield Step(line, command, tuple(shown))


def run_step(step: Step, variables: Mapping[str, str], folder: Path) -> str:
    """What a person would see: both streams, in the order they were written."""
    done = subprocess.run(
        ["bash", "-c", step.command],
        cwd=folder,
        env=variables,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
        timeout=300,
    )
    return done.stdout


def make_pattern(shown: tuple[str, ...]) -> re.Pattern[str]:
    """What output fits: `...` alone is any number of lines, inside a line any text of it."""
    parts = [r"(?:.*\n)*?" if line.strip() == WILD else _fit_line(line) for line in _trimmed(shown)]
    return re.compile("".join(parts) + r"\s*")


def _trimmed(lines: tuple[str, ...]) -> list[str]:
    return "\n".join(lines).strip("\n").split("\n") if any(lines) else []


def _fit_line(line: str) -> str:
    words = [re.escape(word) for word in line.rstrip().split(WILD)]
    return ".*".join(words) + r"[ \t]*\n"
