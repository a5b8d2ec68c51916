"""Names and files held against a list, as a user does it."""

from __future__ import annotations

import csv
import json
import re
import signal
import subprocess
import time
from hashlib import sha256
from pathlib import Path

import pytest

from cli.conftest import Ostraka
from cli.json_shapes import ANSWER, COMPARISON, ENGINE, departures
from cli.processes import OSTRAKA, make_environment
from cli.un_samples import make_un_file

HIT_COLUMNS = "row id query party source name matched_name score class listed_on programmes reason"


@pytest.fixture
def holding(ostraka: Ostraka, tmp_path: Path) -> Ostraka:
    """A home that holds one small list."""
    ostraka("import", "un_sc", str(make_un_file(tmp_path / "un.xml", "2020-01-02", "101 102 103")))
    return ostraka


def test_the_answer_is_the_contracts(holding: Ostraka) -> None:
    """Every key, results in argument order, the score the sum of its reasons."""
    result = holding("screen", "Mira Quellhorst", "Nobody Whatsoever", "Vandale, Oruk", "--json")
    assert result.exit_code == 0
    answer = json.loads(result.stdout)
    assert departures(answer, ANSWER) == []
    assert [[hit["party"] for hit in r["hits"]] for r in answer["results"]] == [
        ["un_sc:102"],
        [],
        ["un_sc:101"],
    ]
    assert [r["query"]["name"] for r in answer["results"]] == [
        "Mira Quellhorst",
        "Nobody Whatsoever",
        "Vandale, Oruk",
    ]
    hit = answer["results"][0]["hits"][0]
    assert hit["score"] == round(sum(reason["weight"] for reason in hit["reasons"]), 4)
    assert hit["listings"][0]["listed_on"] == "2017-06-02"
    assert "us_ofac_sdn" in answer["engine"]["not_held"]
    assert answer["engine"]["snapshots"]["un_sc"]["published"] == "2020-01-02"


def test_a_name_is_given_back_as_typed(holding: Ostraka) -> None:
    """Whatever was tidied for the comparison."""
    answer = json.loads(holding("screen", "  mira\tQUELLHORST ", "--json").stdout)
    assert answer["results"][0]["query"]["name"] == "  mira\tQUELLHORST "
    assert answer["results"][0]["hits"][0]["party"] == "un_sc:102"


def test_evidence_is_understood_and_weighed(holding: Ostraka) -> None:
    """The same name with another year of birth scores less."""
    plain = _score(holding, "Mira Quellhorst")
    other = _score(holding, "Mira Quellhorst", "--born", "1911", "--threshold", "0.1")
    assert other < plain
    same = holding(
        "screen", "Mira Quellhorst", "--born", "2.8.1953", "--country", "North Korea",
        "--kind", "person", "--id", "KPi.102", "--id", "X1", "--json",
    )  # fmt: skip
    assert json.loads(same.stdout)["results"][0]["query"] == {
        "row": 1,
        "name": "Mira Quellhorst",
        "kind": "person",
        "born": "1953-08-02",
        "country": "kp",
        "ids": ["KPi.102", "X1"],
        "address": None,
        "birth_place": None,
        "gender": None,
        "product": None,
    }


def test_text_says_nothing_found_on_which_lists(holding: Ostraka) -> None:
    """And which known lists are not held."""
    result = holding("screen", "Nobody Whatsoever")
    assert result.exit_code == 0
    first, second = result.stdout.splitlines()[:2]
    assert first == "Nobody Whatsoever"
    assert re.fullmatch(
        r"  nothing found on the lists held: "
        r"un_sc \(published 2020-01-02, [\d,]+ days before 20\d\d-\d\d-\d\d\)",
        second,
    )
    assert "Known lists not held: us_ofac_sdn" in result.stdout


def test_text_has_no_colour_and_no_cut_names_outside_a_terminal(holding: Ostraka) -> None:
    """A log or a pipe gets plain lines of any length."""
    long_name = "Mira Quellhorst " + "of the house of the very long name " * 10
    result = holding("screen", long_name)
    assert "\x1b" not in result.stdout
    assert long_name.strip() in result.stdout.splitlines()[0]


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["Mira Quellhorst"], 0),
        (["Mira Quellhorst", "--fail-on-hit"], 3),
        (["Nobody Whatsoever", "--fail-on-hit"], 0),
        (["Mira Quellhorst", "--source", "us_trade_csl"], 1),
        (["Mira Quellhorst", "--source", "un_sk"], 2),
        (["Mira Quellhorst", "--as-of", "2019-12-31"], 0),
        (["..."], 1),
    ],
)
def test_exit_codes(holding: Ostraka, arguments: list[str], code: int) -> None:
    """0 done, 1 refused, 2 no such list, 3 only when asked and with a hit; or no answer."""
    result = holding("screen", *arguments)
    assert result.exit_code == code
    assert bool(result.stdout) == (code not in (1, 2))
    assert bool(result.stderr) == (code in (1, 2))


def test_what_is_screened_is_written_nowhere(holding: Ostraka, tmp_path: Path) -> None:
    """The index is made of the lists alone; no file of the home holds the name."""
    holding("screen", "Zanthippa Unheardof", "--json")
    files = [path for path in (tmp_path / "home").rglob("*") if path.is_file()]
    assert files
    assert [path for path in files if b"Zanthippa" in path.read_bytes()] == []


def test_a_file_is_screened_row_by_row(holding: Ostraka, tmp_path: Path) -> None:
    """One row a hit in input order; a field that is not understood costs nobody a hit."""
    source, out = tmp_path / "in.csv", tmp_path / "out.csv"
    source.write_text(
        "id,customer,dob\nx1,Mira Quellhorst,1953-08-02\nx2,Nobody Whatsoever,\n"
        "x3,Oruk Vandale,never\n"
    )
    result = holding(
        "screen", "--file", str(source), "--out", str(out), "--column", "name=customer"
    )
    assert (result.exit_code, result.stdout) == (0, "")
    with out.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert list(rows[0]) == HIT_COLUMNS.split()
    assert [(row["row"], row["id"], row["party"]) for row in rows] == [
        ("1", "x1", "un_sc:102"),
        ("3", "x3", "un_sc:101"),
    ]
    lines = result.stderr.splitlines()
    assert lines[0] == "Columns: id = id, name = customer, born = dob."
    assert lines[1] == "3 rows in = 3 screened + 0 refused."
    assert lines[2] == f"2 rows with hits, 2 hits, written to {out}."
    assert lines[3] == f"SHA-256 of {out}: {sha256(out.read_bytes()).hexdigest()}"
    assert lines[5] == f"1 field not understood: see {out}.errors.csv."
    assert (tmp_path / "out.csv.errors.csv").exists()


def test_a_refused_row_ends_the_run_with_one_after_all_others(
    holding: Ostraka, tmp_path: Path
) -> None:
    """And a hit does not hide it; the totals on standard output agree with the file."""
    source, out = tmp_path / "in.csv", tmp_path / "out.jsonl"
    source.write_text("name\nMira Quellhorst\n...\nOruk Vandale\n")
    result = holding("screen", "--file", str(source), "--out", str(out), "--json", "--fail-on-hit")
    assert result.exit_code == 1
    document = json.loads(result.stdout)
    assert departures(document["engine"], ENGINE) == []
    totals = document["file"]
    assert [totals[key] for key in ("rows", "screened", "refused", "hits")] == [3, 2, 1, 2]
    assert len(out.read_text().splitlines()) == 2
    assert totals["sha256"] == sha256(out.read_bytes()).hexdigest()


def test_a_file_with_a_hit_ends_with_three_when_asked(holding: Ostraka, tmp_path: Path) -> None:
    """A gate in a script reads the exit code."""
    source = tmp_path / "in.csv"
    source.write_text("name\nMira Quellhorst\n")
    arguments = ["screen", "--file", str(source), "--out", str(tmp_path / "out.csv")]
    assert holding(*arguments, "--fail-on-hit").exit_code == 3
    assert holding(*arguments).exit_code == 0


def test_an_interrupted_run_goes_on(holding: Ostraka, tmp_path: Path) -> None:
    """Ctrl-C says how; the rows written are those of a run that nobody stopped."""
    source, out, whole = tmp_path / "in.csv", tmp_path / "out.csv", tmp_path / "whole.csv"
    rows = [f"Mira Quellhorst {n}" if n % 1000 == 0 else f"Person {n}" for n in range(20_000)]
    source.write_text("\n".join(["name", *rows]))
    arguments = ["screen", "--file", str(source), "--out"]
    process = subprocess.Popen(
        [*OSTRAKA, *arguments, str(out)],
        env=make_environment(tmp_path / "home"),
        stderr=subprocess.PIPE,
        text=True,
    )
    _wait_for(tmp_path / "out.csv.resume.json", process)
    process.send_signal(signal.SIGINT)
    _, told = process.communicate(timeout=60)
    assert process.returncode == 130
    assert told.splitlines() == [
        "Columns: name = name.",
        f"Interrupted. What was screened is in {out}.",
        "Give the same command with --resume to go on; no row is lost or repeated.",
    ]
    assert holding(*arguments, str(out)).exit_code == 1
    assert holding(*arguments, str(out), "--resume").exit_code == 0
    assert holding(*arguments, str(whole)).exit_code == 0
    assert out.read_bytes() == whole.read_bytes()


def test_a_finished_run_is_not_gone_on_with(holding: Ostraka, tmp_path: Path) -> None:
    """`--resume` says so and leaves OUT alone; without it OUT is overwritten, which is said."""
    source, out = tmp_path / "in.csv", tmp_path / "out.csv"
    source.write_text("Full Name,shoe\nMira Quellhorst,39\n")
    arguments = ["screen", "--file", str(source), "--out", str(out)]
    first = holding(*arguments, "--resume")
    assert first.exit_code == 0
    assert first.stderr.splitlines()[0] == "Columns: name = Full Name; not used: shoe."
    again = holding(*arguments, "--resume")
    assert again.exit_code == 1
    assert "nothing to resume: OUT is finished" in again.stderr
    assert f"overwrote {out}." in holding(*arguments).stderr


def test_slips_are_told_and_what_was_typed_is_screened(holding: Ostraka, tmp_path: Path) -> None:
    """A file given as a name, a name without its quotes; the answer stays on standard output."""
    table = tmp_path / "customers.csv"
    table.write_text("name\n")
    told = holding("screen", str(table)).stderr
    assert told == f"Note: {table} is a file, screened here as a name; did you mean --file?\n"
    told = holding("screen", "Mira", "Quellhorst", "--json").stderr
    assert told == (
        'Note: each argument is one name. Quotes make one of several words: "Mira Quellhorst".\n'
    )


def test_lists_left_out_are_named_with_the_reason(holding: Ostraka) -> None:
    """Others were named, or the list is screened only when it is."""
    holding("import", "demo")
    text = holding("screen", "Nobody Whatsoever").stdout
    assert "Held, not screened: demo (only with --source demo).\n" in text
    text = holding("screen", "Nobody Whatsoever", "--source", "demo").stdout
    assert "Held, not screened: un_sc (--source names others).\n" in text
    answer = json.loads(holding("screen", "X Y", "--json").stdout)
    assert answer["engine"]["not_screened"] == ["demo"]


def test_a_list_read_back_to_an_earlier_day_says_so(holding: Ostraka) -> None:
    """What a later list says of that day is not the list of that day."""
    answer = json.loads(holding("screen", "Oruk Vandale", "--as-of", "2017-01-01", "--json").stdout)
    assert answer["engine"]["snapshots"]["un_sc"]["reconstructed"] is True
    assert [hit["party"] for hit in answer["results"][0]["hits"]] == ["un_sc:101"]
    text = holding("screen", "Mira Quellhorst", "--as-of", "2017-01-01").stdout
    assert "nothing found on the lists held: un_sc (published 2020-01-02, a later snapshot" in text


def test_a_home_with_the_demo_alone_says_how_to_ask_for_it(ostraka: Ostraka) -> None:
    """No list is held is not the whole truth there."""
    ostraka("import", "demo")
    refused = ostraka("screen", "Shohrat Zakir")
    assert refused.exit_code == 1
    assert "`--source demo`" in refused.stderr


@pytest.mark.parametrize(("word", "kind"), [("company", "organisation"), ("Ship", "vessel")])
def test_a_kind_may_be_any_usual_word(holding: Ostraka, word: str, kind: str) -> None:
    """Those that a table may use."""
    answer = json.loads(holding("screen", "Mira Quellhorst", "--kind", word, "--json").stdout)
    assert answer["results"][0]["query"]["kind"] == kind


def test_two_names_are_compared_without_a_list(ostraka: Ostraka) -> None:
    """With the reasons, in JSON and in text."""
    document = json.loads(ostraka("compare", "Mira Quellhorst", "Quellhorst Mira", "--json").stdout)
    assert departures(document, COMPARISON) == []
    assert document["match"] is True
    text = ostraka("compare", "Mira Quellhorst", "Boris Lindqvist")
    assert text.exit_code == 0
    assert "is below the threshold of 0.7" in text.stdout


def test_a_table_of_pairs_is_scored(ostraka: Ostraka, tmp_path: Path) -> None:
    """One row out for each row in; a row without a name is said and ends the run with 1."""
    source, out = tmp_path / "pairs.csv", tmp_path / "scored.csv"
    source.write_text("left,right,kind\nMira Quell,Mira Quell,person\nMira Quell,,\n")
    result = ostraka("compare", "--file", str(source), "--out", str(out))
    assert result.exit_code == 1
    assert result.stderr.splitlines()[1:] == [
        f"2 pairs scored into {out}.",
        "Problem: row 2: there is no name; scored 0",
        "1 problem in all.",
    ]
    with out.open(newline="") as file:
        assert [row["match"] for row in csv.DictReader(file)] == ["true", "false"]


def test_a_pair_of_an_unknown_kind_is_scored_without_it(ostraka: Ostraka, tmp_path: Path) -> None:
    """It is said; the run is done all the same."""
    source, out = tmp_path / "pairs.csv", tmp_path / "scored.csv"
    source.write_text("left,right,kind\nMira Quell,Mira Quell,boot\n")
    result = ostraka("compare", "--file", str(source), "--out", str(out))
    assert result.exit_code == 0
    assert "Problem: row 1: this kind of party is not known; scored without it" in result.stderr


def test_compare_says_where_rarity_comes_from(holding: Ostraka, tmp_path: Path) -> None:
    """From the lists of the home, or from none; never does it speak of a listed name."""
    pair = ("Mira Quellhorst Oto", "Mira Quellhorst Ben")
    here = holding("compare", *pair)
    assert here.stderr == "Rarity of words from: un_sc (published 2020-01-02).\n"
    elsewhere = holding("compare", *pair, "--home", str(tmp_path / "other"))
    assert elsewhere.stderr == "No list is held: every word counts as equally rare.\n"
    for answer in (here, elsewhere, holding("compare", *pair, "--json")):
        assert "oto is only in the left name; ben is only in the right name" in answer.stdout


def _score(ostraka: Ostraka, name: str, *options: str) -> float:
    answer = json.loads(ostraka("screen", name, *options, "--json").stdout)
    score = answer["results"][0]["hits"][0]["score"]
    assert isinstance(score, float)
    return score


def _wait_for(path: Path, process: subprocess.Popen[str]) -> None:
    for _ in range(600):
        if path.exists() and '"rows": 0' not in path.read_text():
            return
        assert process.poll() is None
        time.sleep(0.02)
    pytest.fail("the run never began")
