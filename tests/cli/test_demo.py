"""The demo shows what Ostraka does before anybody has fetched a list."""

from __future__ import annotations

import json
import re
import shlex
from io import StringIO
from pathlib import Path

import pytest
from rich.console import Console
from rich.text import Text
from typer.testing import CliRunner

from cli.answer_samples import CLOSE, ENGINE, EQUAL, FOUND, NOT_FOUND
from cli.conftest import Ostraka
from ostraka.cli.demo_page import make_next_commands, make_page
from ostraka.cli.main import app


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> str:
    """What the demo prints where nobody looks at it in a window."""
    home = tmp_path_factory.mktemp("demo")
    result = CliRunner().invoke(app, ["--home", str(home), "demo"])
    assert result.exit_code == 0
    return result.stdout


def test_it_shows_possible_matches_with_reason_list_and_day(page: str) -> None:
    """The customer as typed, who it may be, on which list since when, and why."""
    matches = page.partition("Close, not equal")[0]
    assert re.search(r"Xuekelaiti Zhaker +Shohrat Zakir +0\.9\d +us_ofac_sdn GLOMAG", matches)
    assert "2021-12-10" in matches
    assert "name: equal: xuekelaiti zhaker" in matches


def test_what_is_near_but_not_the_name_stands_apart(page: str) -> None:
    """SenseTime Group Inc. is not SENSETIME GROUP LIMITED; a person has to look."""
    matches, _, rest = page.partition("Close, not equal: review")
    close, _, _ = rest.partition("other names")
    assert "SenseTime Group Inc." not in matches
    assert "SenseTime Group Inc." in close


@pytest.mark.parametrize("namesake", ["Ri Yong Mu", "XPCC Public Security Bureau"])
def test_near_namesakes_do_not_hit(page: str, namesake: str) -> None:
    """They count among those of whom nothing was found."""
    assert f"  {namesake} " not in page


def test_chen_mingguo_is_only_himself(page: str) -> None:
    """Not the other Chen, whose name shares half of his."""
    rows = [line for line in page.splitlines() if line.strip().startswith("Chen Mingguo")]
    assert len(rows) == 1
    assert re.match(r"\s+Chen Mingguo +Chen Mingguo +0\.9", rows[0])


def test_it_says_what_it_does_not_know(page: str) -> None:
    """Past designations, meanings without rules, one line for everybody else."""
    text = " ".join(page.split())
    assert re.search(r"\d+ other names: nothing found on the lists held: demo \(published", text)
    assert "parties may have been removed since" in text
    assert "whom they bind, and from when, is not worked out yet" in text
    assert "asset freeze: Property is blocked" in text


def test_nothing_is_cut_and_nothing_coloured_outside_a_terminal(page: str) -> None:
    """The long names of the lists stand whole on one line."""
    assert "Xinjiang Production and Construction Corps" in page
    assert "…" not in page
    assert "\x1b" not in page


def test_the_commands_it_ends_with_work(ostraka: Ostraka, tmp_path: Path) -> None:
    """Each is run as printed, on the home that the demo has made."""
    home = tmp_path / "a home"
    printed = ostraka("--home", str(home), "demo").stdout.partition("Try next:\n")[2]
    commands = [shlex.split(line) for line in printed.splitlines()]
    assert len(commands) == 3
    for command in commands:
        arguments = command[command.index("--home") :]
        result = ostraka(*arguments)
        told = "No list is held: every word counts as equally rare.\n"
        assert (result.exit_code, result.stderr) == (0, told if "compare" in command else "")
        assert result.stdout


def test_it_has_a_home_of_its_own(ostraka: Ostraka, tmp_path: Path) -> None:
    """The folder demo inside the usual home; the home itself holds no list afterwards."""
    ostraka("demo")
    assert json.loads(ostraka("snapshots", "--json").stdout) == {"snapshots": []}
    held = json.loads(
        ostraka("--home", str(tmp_path / "home" / "demo"), "snapshots", "--json").stdout
    )
    assert [snapshot["source"] for snapshot in held["snapshots"]] == ["demo"]


def test_the_demo_list_is_never_screened_unasked(ostraka: Ostraka) -> None:
    """It is about the past; without --source it does not count as a list."""
    assert ostraka("import", "demo").exit_code == 0
    assert ostraka("screen", "Shohrat Zakir").exit_code == 1
    answer = json.loads(ostraka("screen", "Shohrat Zakir", "--source", "demo", "--json").stdout)
    assert answer["results"][0]["hits"][0]["source"] == "demo"


def test_a_page_without_hits_still_stands() -> None:
    """A list may change; the page must not break over it."""
    blocks = [
        block for block in make_page(ENGINE, [NOT_FOUND], Path("/h")) if isinstance(block, str)
    ]
    assert blocks[0].startswith("1 other name: nothing found on the lists held")


@pytest.mark.parametrize("width", [80, 120])
def test_in_a_narrow_window_a_hit_is_a_stack(width: int) -> None:
    """Five columns would break every word; nothing is left out for it."""
    console = Console(width=width, file=StringIO(), color_system=None)
    for block in make_page(ENGINE, [FOUND], Path("/h"), stacked=True):
        console.print(block, soft_wrap=isinstance(block, str | Text))
    assert isinstance(console.file, StringIO)
    shown = [line.rstrip() for line in console.file.getvalue().splitlines()]
    assert shown[2:9] == [
        "0.97  Oruk Vandal may be",
        "      Oruk VANDALE",
        "      as VANDALE, Oruk",
        "      demo:7",
        "      demo INVENTED-1, asset freeze, 2021-12-10",
        "      +0.97 name: the names are nearly the same",
        "",
    ]


def test_the_next_commands_name_the_first_party() -> None:
    """So that `show` shows what the reader has just seen."""
    assert make_next_commands([(FOUND, EQUAL), (FOUND, CLOSE)], Path("/h"))[1].endswith(
        "show demo:7"
    )
