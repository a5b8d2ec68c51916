"""Words that promise what a comparison of names cannot promise are nowhere used."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from house.source_tree import CHECKOUT, read_modules

# Written backwards, so that this file keeps the rule as well.
REVERSED = ("raelc", "deraelc", "efas", "tnailpmoc", "dewolla", "ytliug")
UNSAID = re.compile(rf"\b(?:{'|'.join(word[::-1] for word in REVERSED)})\b", re.IGNORECASE)
PAGES = sorted(
    path
    for pattern in ("*.md", "docs/**/*.md", "golden/*.md", "benchmarks/*.md")
    for path in CHECKOUT.glob(pattern)
)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(CHECKOUT)))
def test_no_page_uses_them(page: Path) -> None:
    """A hit is a possible match; an empty answer is nothing found on the lists held."""
    lines = enumerate(page.read_text("utf-8").splitlines(), start=1)
    assert [(number, line) for number, line in lines if UNSAID.search(line)] == []


@pytest.mark.parametrize("name", sorted(read_modules()))
def test_no_text_in_the_source_uses_them(name: str) -> None:
    """Messages, help texts and docstrings; the help of a command is its docstring."""
    texts = [
        (node.lineno, node.value)
        for node in ast.walk(read_modules()[name])
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    ]
    assert [(line, text) for line, text in texts if UNSAID.search(text)] == []


def test_the_pattern_finds_the_words() -> None:
    """A rule that finds nothing because it looks for nothing would hold for ever."""
    assert UNSAID.search("The customer is " + REVERSED[1][::-1] + ".")
    assert not UNSAID.search("nuclear")
