"""The shape that every room keeps: documented, small, told the time rather than asking it."""

from __future__ import annotations

import ast
from pathlib import PurePosixPath

import pytest

from house.source_tree import (
    PACKAGE,
    dotted,
    functions_of,
    public_names_of,
    read_modules,
)

LINES_MAX = 400
FUNCTION_LINES_MAX = 50
CLOCK_AND_ENVIRONMENT = {
    "date.today",
    "datetime.now",
    "datetime.today",
    "datetime.utcnow",
    "datetime.date.today",
    "datetime.datetime.now",
    "datetime.datetime.today",
    "datetime.datetime.utcnow",
    "os.environ",
    "os.getenv",
    "sys.argv",
    "time.gmtime",
    "time.localtime",
    "time.time",
    "time.time_ns",
}
NETWORK = {"aiohttp", "ftplib", "http", "httpx", "requests", "smtplib", "socket", "urllib3"}
VAGUE_WORDS = {"common", "handler", "helper", "helpers", "manager", "misc", "processor", "utils"}

MODULES = sorted(read_modules())
every_module = pytest.mark.parametrize("name", MODULES)


def _is_migration(name: str) -> bool:
    """Steps of the tables, whose form is that of Django and which nobody edits."""
    return "/migrations/" in name


def _is_entry(name: str) -> bool:
    return name == "__init__.py" or name.startswith("cli/")


@every_module
def test_a_module_says_what_it_is(name: str) -> None:
    """A reader opens a file at its first line."""
    assert ast.get_docstring(read_modules()[name])


@every_module
def test_every_public_name_is_documented(name: str) -> None:
    """What is true after the call stands beside the name, methods included."""
    if _is_migration(name):
        return
    named = public_names_of(read_modules()[name])
    assert [dotted_name for dotted_name, node in named if not ast.get_docstring(node)] == []


@every_module
def test_no_file_is_longer_than_a_reader_can_hold(name: str) -> None:
    """Tables belong in data files, and a second idea in a second file."""
    if _is_migration(name):
        return
    assert len((PACKAGE / name).read_text("utf-8").splitlines()) <= LINES_MAX


@every_module
def test_every_function_fits_a_screen(name: str) -> None:
    """The body is counted, not the signature and its docstring: long option lists are data."""
    long = {
        function.name: lines
        for function in functions_of(read_modules()[name])
        if (lines := _body_lines(function)) > FUNCTION_LINES_MAX
    }
    assert long == {}


def _body_lines(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    body = function.body[1:] if ast.get_docstring(function) else function.body
    last = function.end_lineno or function.lineno
    return last - body[0].lineno + 1 if body else 0


@every_module
def test_only_the_command_line_and_the_facade_read_clock_and_environment(name: str) -> None:
    """Below them a date is a parameter, so that a past screening can be run again exactly."""
    if _is_entry(name):
        return
    read = {
        found
        for node in ast.walk(read_modules()[name])
        if isinstance(node, ast.Attribute) and (found := dotted(node)) in CLOCK_AND_ENVIRONMENT
    }
    assert read == set()


@every_module
def test_only_fetching_reaches_the_network(name: str) -> None:
    """Lists come from disk, or through the few files that fetch them."""
    if name.startswith("sources/fetch"):
        return
    assert _imported_roots(read_modules()[name]) & NETWORK == set()
    assert "urllib.request" not in _imported_modules(read_modules()[name])


@every_module
def test_no_room_has_a_name_that_says_nothing(name: str) -> None:
    """A file called utils collects what nobody thought about."""
    words = {word for part in PurePosixPath(name).with_suffix("").parts for word in part.split("_")}
    assert words & VAGUE_WORDS == set()


def _imported_modules(module: ast.Module) -> set[str]:
    found = set()
    for node in ast.walk(module):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
    return found


def _imported_roots(module: ast.Module) -> set[str]:
    return {imported.split(".")[0] for imported in _imported_modules(module)}


def test_the_kernel_keeps_to_the_same_length() -> None:
    """One file per idea holds for C++ as well."""
    sources = [*PACKAGE.rglob("*.cpp"), *PACKAGE.rglob("*.hpp")]
    lengths = {path.name: len(path.read_text("utf-8").splitlines()) for path in sources}
    assert {name: lines for name, lines in lengths.items() if lines > LINES_MAX} == {}
