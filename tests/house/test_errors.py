"""Every refusal says what was wrong, where, and what to do next."""

from __future__ import annotations

import ast
import inspect

import pytest

from house.source_tree import read_modules
from ostraka.model import errors

CLASSES = {
    name: kind
    for name, kind in inspect.getmembers(errors, inspect.isclass)
    if issubclass(kind, errors.OstrakaError)
}
every_class = pytest.mark.parametrize("name", sorted(CLASSES))


@every_class
def test_an_error_shows_all_three_parts(name: str) -> None:
    """Place and problem make the first line, the remedy the second."""
    error = CLASSES[name]("the file ends early", where="un.xml", remedy="Fetch it again.")
    assert str(error) == "un.xml: the file ends early\nFetch it again."
    assert (error.problem, error.where, error.remedy) == (
        "the file ends early",
        "un.xml",
        "Fetch it again.",
    )


@every_class
def test_an_error_class_says_when_it_is_raised(name: str) -> None:
    """Its docstring is its own, not one that it inherits."""
    assert CLASSES[name].__dict__["__doc__"]


@every_class
def test_the_drawn_tree_holds_every_class(name: str) -> None:
    """The head of the module draws all errors; a new one is added there too."""
    assert name in (errors.__doc__ or "")


def _raised_here() -> list[tuple[str, int, ast.Call]]:
    return [
        (module, node.lineno, node)
        for module, tree in read_modules().items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id in CLASSES
    ]


@pytest.mark.parametrize("part", ["where", "remedy"])
def test_every_refusal_in_the_source_gives_each_part(part: str) -> None:
    """A message without a place or a next step leaves a person alone with it."""
    lacking = [
        f"{module}:{line}"
        for module, line, call in _raised_here()
        if part not in {keyword.arg for keyword in call.keywords}
    ]
    assert lacking == []
