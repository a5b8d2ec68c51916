"""Values that are taken without a validator are those the validator would give."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Any

import pytest
import typer
from typer.core import TyperCommand
from typer.testing import CliRunner

from ostraka.cli.plain_values import PlainCommand


def _command(  # noqa: PLR0917 - one of each kind
    names: Annotated[list[str] | None, typer.Argument()] = None,
    days: Annotated[int | None, typer.Option(min=1, max=99)] = None,
    word: str | None = None,
    share: Annotated[float | None, typer.Option(min=0, max=1)] = None,
    folder: Annotated[Path | None, typer.Option(file_okay=False)] = None,
    again: Annotated[list[str] | None, typer.Option()] = None,
    flag: Annotated[bool, typer.Option("--flag")] = False,
) -> None:
    typer.echo(repr((names, days, word, share, folder, again, flag)))


def _run(cls: type[TyperCommand], arguments: list[str]) -> tuple[int, str]:
    app = typer.Typer(add_completion=False)
    decorate: Callable[[Any], Any] = app.command(cls=cls)
    decorate(_command)
    done = CliRunner().invoke(app, arguments)
    return done.exit_code, done.output


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["Mira", "Quellhorst"],
        ["", "--word", ""],
        ["--days", "0"],
        ["--days", "7"],
        ["--days", "007"],
        ["--days", "100"],
        ["--days", "-1"],
        ["--days", " 7"],
        ["--days", "seven"],
        ["--days", "٧"],
        ["--share", "0.5", "--share", "2"],
        ["--share", "half"],
        ["--folder", "."],
        ["--folder", "no-such-folder"],
        ["--folder", __file__],
        ["--again", "a", "--again", "b", "--flag"],
        ["--word", "\udcff"],
        ["--help"],
    ],
)
def test_a_value_is_what_the_validator_makes_of_it(arguments: list[str]) -> None:
    """A shorter way to a value must not be a way around a refusal."""
    assert _run(PlainCommand, arguments) == _run(TyperCommand, arguments)
