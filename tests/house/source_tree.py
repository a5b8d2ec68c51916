"""The package as syntax trees, for the tests that hold its shape."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

CHECKOUT = Path(__file__).parents[2]
PACKAGE = CHECKOUT / "src" / "ostraka"
Function = ast.FunctionDef | ast.AsyncFunctionDef
Documented = Function | ast.ClassDef


@cache
def read_modules() -> dict[str, ast.Module]:
    """Every module of the package by its path below the package, parsed."""
    return {
        path.relative_to(PACKAGE).as_posix(): ast.parse(path.read_text("utf-8"), str(path))
        for path in sorted(PACKAGE.rglob("*.py"))
    }


def functions_of(module: ast.Module) -> Iterator[Function]:
    """Every function and method, nested ones too."""
    return (node for node in ast.walk(module) if isinstance(node, Function))


def public_names_of(module: ast.Module) -> Iterator[tuple[str, Documented]]:
    """Every public class, function and method with its dotted name inside the module."""
    for node in module.body:
        if isinstance(node, Documented) and not node.name.startswith("_"):
            yield node.name, node
            if isinstance(node, ast.ClassDef):
                yield from _public_methods(node)


def _public_methods(owner: ast.ClassDef) -> Iterator[tuple[str, Documented]]:
    for node in owner.body:
        if isinstance(node, Function) and not node.name.startswith("_") and not _is_shape(node):
            yield f"{owner.name}.{node.name}", node


def _is_shape(method: Function) -> bool:
    """A member of a protocol that only says what is expected: its class says the rest."""
    (first, *rest) = method.body
    return not rest and isinstance(first, ast.Expr) and ast.unparse(first) == "..."


def dotted(node: ast.expr) -> str:
    """`a.b.c` of an attribute chain; the empty string where it is not one."""
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute):
        owner = dotted(node.value)
        return f"{owner}.{node.attr}" if owner else ""
    return ""
