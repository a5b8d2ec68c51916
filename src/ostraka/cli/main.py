"""The command `ostraka`: its verbs, each imported only when it is called."""

from __future__ import annotations

import gc
import sys
from importlib import import_module
from pathlib import Path
from typing import Annotated, Any, cast

import typer
from typer.core import TyperCommand, TyperGroup

from ostraka.cli.failure import told_on_standard_error
from ostraka.cli.options import HOME_HELP
from ostraka.cli.plain_values import PlainCommand, take_plain_values

VERBS = {
    "demo": "ostraka.cli.demo",
    "sources": "ostraka.cli.sources",
    "sync": "ostraka.cli.sync",
    "import": "ostraka.cli.importing",
    "confirm": "ostraka.cli.confirm",
    "snapshots": "ostraka.cli.snapshots",
    "doctor": "ostraka.cli.doctor",
    "diff": "ostraka.cli.diff",
    "show": "ostraka.cli.show",
    "notice": "ostraka.cli.notice",
    "export": "ostraka.cli.export",
    "links": "ostraka.cli.links",
    "screen": "ostraka.cli.screen",
    "rescreen": "ostraka.cli.rescreen",
    "compare": "ostraka.cli.compare",
    "stakes": "ostraka.cli.stakes",
    "ownership": "ostraka.cli.ownership",
    "effects": "ostraka.cli.effects",
    "replay": "ostraka.cli.replay",
    "user": "ostraka.cli.user",
    "audit": "ostraka.cli.audit",
    "backup": "ostraka.cli.backup",
    "restore": "ostraka.cli.restore",
}


_COLLECT_AFTER = 100_000  # objects made and not freed; Python's own is 700


class VerbGroup(TyperGroup):
    """The verbs by name. Each is the function `run` of its module, or its `commands`."""

    def list_commands(self, _: object) -> list[str]:
        """The names of the verbs, in the order a newcomer meets them."""
        return list(VERBS)

    def get_command(self, _: object, cmd_name: str) -> TyperCommand:
        """The verb of that name, imported now."""
        if cmd_name not in VERBS:
            raise typer.BadParameter(_suggest(cmd_name))
        return _load_verb(cmd_name, VERBS[cmd_name])

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:  # noqa: ANN401 - typer's own
        """Reads what stands before the verb."""
        take_plain_values(self.get_params(ctx))
        return super().parse_args(ctx, args)

    def invoke(self, ctx: object) -> object:
        """Runs the verb; every refusal becomes a message and an exit code."""
        with told_on_standard_error():
            return super().invoke(cast("typer.Context", ctx))


app = typer.Typer(
    name="ostraka",
    cls=VerbGroup,
    no_args_is_help=True,
    rich_markup_mode="rich",
    # A traceback that shows local values would show the names that were screened.
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _print_version(asked: bool) -> None:
    if asked:
        from ostraka import __version__

        typer.echo(f"ostraka {__version__}")
        raise typer.Exit


@app.callback()
def _ostraka(
    ctx: typer.Context,
    home: Annotated[
        Path | None,
        typer.Option(help=HOME_HELP, file_okay=False, show_default=False),
    ] = None,
    version: Annotated[  # noqa: ARG001 - its callback does the work
        bool,
        typer.Option(
            "--version", help="Print the version and end.", callback=_print_version, is_eager=True
        ),
    ] = False,
) -> None:
    """Who is on which sanctions or export-control list, why a name may match, and since when.

    [bold]Examples[/bold]
      ostraka demo
      ostraka import un_sc consolidated.xml
      ostraka screen "Ri Yong Mu" --country KP

    What is found is a possible match: a person decides what it means.
    """
    ctx.obj = home


def run() -> None:
    """Runs the command line and ends the process with its exit code."""
    # What a start makes stays until its end: looking for garbage among it finds none.
    gc.set_threshold(_COLLECT_AFTER)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    app(prog_name="ostraka")


def _suggest(name: str) -> str:
    from difflib import get_close_matches  # only wrong usage needs it

    near = get_close_matches(name, VERBS)
    hint = f"Did you mean {' or '.join(near)}?" if near else f"There are {', '.join(VERBS)}."
    return f"there is no command {name!r}. {hint}"


def _load_verb(name: str, module: str) -> TyperCommand:
    found = import_module(module)
    if hasattr(found, "commands"):  # a verb of several commands, as `user add`
        group = typer.main.get_group(found.commands)
        group.name = name
        return cast("TyperCommand", group)
    verb = typer.Typer(add_completion=False, rich_markup_mode="rich")
    verb.command(name, cls=PlainCommand)(found.run)
    return cast("TyperCommand", typer.main.get_command(verb))
