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
    found = page.partition("What follows on ")[0]
    rows = [line for line in found.splitlines() if line.strip().startswith("Chen Mingguo")]
    assert len(rows) == 1
    assert re.match(r"\s+Chen Mingguo +Chen Mingguo +0\.9", rows[0])


def test_it_says_what_it_does_not_know(page: str) -> None:
    """Past designations, no advice, one line for everybody else."""
    text = " ".join(page.split())
    assert re.search(r"\d+ other names: nothing found on the lists held: demo \(published", text)
    assert "parties may have been removed since" in text
    assert "What follows from one is no legal advice." in text
    assert "asset freeze: Property is blocked" in text


def _find_answer(page: str, asked: str) -> str:
    """What stands below one question, up to the next."""
    return page.partition(f"\n{asked}\n")[2].partition("\n\n")[0]


def test_each_rule_is_told_with_those_it_binds_and_the_parties_it_reaches(page: str) -> None:
    """One row a rule: the verdict, who is bound in what, by what citation, since which day."""
    table = page.partition("What follows on ")[2].partition("One party, spelled")[0]
    trade = table.partition("prohibited, us_ofac_cons [cmic.trade]")[2].partition("\n\n")[0]
    assert "us_person: securities_buy, securities_sell" in trade
    assert "SenseTime Group Limited, from 2022-02-08" in trade
    assert "86 FR 30145" in trade
    divest = table.partition("[cmic.divest]")[2].partition("\n\n")[0]
    assert "citation not verified" in divest
    assert "everybody: export" in table


def test_a_day_that_no_list_states_is_not_told_as_the_first(page: str) -> None:
    """The Canadian listing has no date: what is known is when it was first seen."""
    row = page.partition("ca_sema [ca.freeze]")[2].partition("\n\n")[0]
    assert "Shohrat Zakir, on no day that the list states, first seen" in row
    assert "Shohrat Zakir, from" not in row


def test_the_story_tells_whom_it_binds_and_from_which_day(page: str) -> None:
    """Buying is prohibited from the sixtieth day, by a rule with its citation and its facts."""
    buys = "SenseTime Group Limited: securities_buy by us_person, on"
    assert "none_found" in _find_answer(page, f"{buys} 2022-02-07")
    prohibited = _find_answer(page, f"{buys} 2022-02-08")
    assert "prohibited: prohibited unless licensed; from 2022-02-08" in prohibited
    assert "rests on the listing of demo:sensetime-group-limited on us_ofac_cons" in prohibited
    assert "31 CFR 586" in prohibited
    divest = _find_answer(
        page, "SenseTime Group Limited: securities_divest by us_person, on 2022-12-10"
    )
    assert "not verified (citation)" in divest
    eu = _find_answer(page, "SenseTime Group Limited: securities_buy by eu_person, on 2022-03-01")
    assert "not_bound" in eu


def test_the_story_keeps_other_spellings_and_other_companies_apart(page: str) -> None:
    """Exports need a licence under the other spelling; the issuer's name is near and for review."""
    assert "none_found" in _find_answer(page, "Sense Time: export by anyone, on 2019-10-08")
    export = _find_answer(page, "Sense Time: export by anyone, on 2019-10-09")
    assert "licence_required: a licence is required; from 2019-10-09" in export
    issuer = _find_answer(page, "SenseTime Group Inc.: securities_buy by us_person, on 2022-03-01")
    assert issuer.splitlines()[0].strip().startswith("review")


def test_the_story_answers_for_the_subsidiary_by_each_rule(page: str) -> None:
    """On no list, owned whole: not caught under one rule, for review under another."""
    company = "Shenzhen SenseTime Technology Co., Ltd., on"
    then = _find_answer(page, f"{company} 2022-03-01")
    assert "ns_cmic not caught" in then
    assert "OFAC FAQ 857" in then
    later = _find_answer(page, f"{company} 2025-10-15")
    assert "bis   review" in later
    assert "holds from 2025-09-29 until 2025-11-09" in later


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
