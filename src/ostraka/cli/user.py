"""`ostraka user`: the people who work with the record."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from ostraka.cli.options import HomeOption, JsonOption
from ostraka.cli.record_opening import open_home_record
from ostraka.cli.situation import read_situation
from ostraka.cli.writing import tell, write_json, write_lines
from ostraka.model.record import Role

commands = typer.Typer(
    add_completion=False,
    rich_markup_mode="rich",
    no_args_is_help=True,
    help="""The people who work with the record, and their roles.

[bold]Examples[/bold]
  ostraka user add anna --role analyst
  ostraka user list
""",
)


@commands.command("add")
def add(
    ctx: typer.Context,
    name: Annotated[str, typer.Argument(metavar="NAME", help="How the person logs in.")],
    role: Annotated[Role, typer.Option(help="What the account is for.")],
    email: Annotated[str, typer.Option(metavar="ADDRESS", help="Where mail goes.")] = "",
    home: HomeOption = None,
) -> None:
    """Make an account. The password is asked for, or read from standard input: one line.

    There is no account to begin with, and no password that was not chosen here.

    [bold]Examples[/bold]
      ostraka user add anna --role analyst
    """
    situation = read_situation(home, ctx.obj)
    open_home_record(situation)
    from ostraka.casework.accounts import add_account

    account = add_account(name, _read_password(), role, email=email, now=situation.now)
    tell(f"The account {account.username} is made, as {role}: {role.meaning}")


@commands.command("list")
def show(ctx: typer.Context, as_json: JsonOption = False, home: HomeOption = None) -> None:
    """Name every account with its role.

    [bold]Examples[/bold]
      ostraka user list
    """
    open_home_record(read_situation(home, ctx.obj))
    from ostraka.casework.models import Account

    rows = [
        {"name": account.username, "role": account.role, "active": account.is_active}
        for account in Account.objects.order_by("username")
    ]
    if as_json:
        write_json({"users": rows})
    else:
        write_lines(
            [
                f"{row['name']}  {row['role']}{'' if row['active'] else '  no longer used'}"
                for row in rows
            ]
            or ["There is no account yet: `ostraka user add NAME --role admin`."]
        )


def _read_password() -> str:
    """Typed twice at a terminal, else the first line of standard input; never an argument."""
    if sys.stdin.isatty():
        return str(typer.prompt("Password", hide_input=True, confirmation_prompt=True))
    return sys.stdin.readline().rstrip("\r\n")
