"""Write into README and tutorial what their commands show now.

`make docs` runs it on the installed checkout. An output that already fits, wildcards included, is
left as it stands; what the tests then compare against the wheel is read and committed by a person.
"""

from __future__ import annotations

import re
import sys
import tempfile
from pathlib import Path

from docs.console_blocks import make_pattern, parse_steps, run_step
from wheel_environment import Installed

CHECKOUT = Path(__file__).parents[1]
PAGES = (
    "README.md",
    "docs/tutorial.md",
    "docs/how-to/write-a-policy.md",
    "docs/how-to/is-the-subsidiary-caught.md",
)
# What differs from run to run, or would tire a reader, becomes the wildcard of the tests.
WILDCARDS = (
    (re.compile(r"^[\d.,]+ seconds, [\d,]+ rows a second\.$"), "... seconds, ... rows a second."),
    (re.compile(r"^(SHA-256 of \S+): [0-9a-f]{64}$"), r"\1: ..."),
    (re.compile(r"^(Known lists (?:not held|[a-z ]+ yet): \w+, \w+), .*$"), r"\1, ..."),
)


def fill_page(page: str, installed: Installed) -> str:
    """The page with the output of each of its commands, run in order in an empty home."""
    lines = page.split("\n")
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder).resolve()
        variables = installed.make_variables(home)
        outputs = [(step, run_step(step, variables, home)) for step in parse_steps(page)]
    for step, output in reversed(outputs):
        if not make_pattern(step.shown).fullmatch(output):
            start = step.line + step.command.count("\n")
            shown = output.replace(str(home), "...").rstrip().split("\n")
            lines[start : start + len(step.shown)] = [_shorten(line) for line in shown if output]
    return "\n".join(lines)


def _shorten(line: str) -> str:
    for pattern, wildcard in WILDCARDS:
        line = pattern.sub(wildcard, line)
    return line.rstrip()


def main() -> int:
    """Every page is filled; which ones changed is said."""
    installed = Installed(wheel=CHECKOUT, environment=Path(sys.prefix))
    for name in PAGES:
        path = CHECKOUT / name
        before = path.read_text("utf-8")
        after = fill_page(before, installed)
        if after != before:
            path.write_text(after, encoding="utf-8")
            print(f"filled {name}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
