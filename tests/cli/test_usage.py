"""Help, version, wrong usage: what a newcomer meets first."""

from __future__ import annotations

import re

import pytest

from cli.conftest import Ostraka
from ostraka.cli.main import VERBS


def test_help_names_every_verb(ostraka: Ostraka) -> None:
    """A verb that help does not name does not exist."""
    result = ostraka("--help")
    assert result.exit_code == 0
    assert [verb for verb in VERBS if f" {verb} " not in result.stdout] == []


@pytest.mark.parametrize("verb", VERBS)
def test_the_help_of_a_verb_shows_an_example(ostraka: Ostraka, verb: str) -> None:
    """An example is what a newcomer copies."""
    result = ostraka(verb, "--help")
    assert result.exit_code == 0
    assert re.search(rf"Examples\s*\n\s+ostraka.* {verb}\b", result.stdout)


@pytest.mark.parametrize("verb", ["", *VERBS])
def test_no_help_promises_what_a_name_cannot_show(ostraka: Ostraka, verb: str) -> None:
    """The words that no output uses; written backwards, so that this file keeps the rule."""
    reverse = ("raelc", "deraelc", "efas", "tnailpmoc", "dewolla", "ytliug")
    unsaid = re.compile(rf"\b(?:{'|'.join(word[::-1] for word in reverse)})\b", re.IGNORECASE)
    text = ostraka(*([verb] if verb else []), "--help").stdout
    assert unsaid.findall(text) == []


def test_no_argument_at_all_shows_the_help(ostraka: Ostraka) -> None:
    """Nothing asked is wrong usage, answered with what can be asked."""
    result = ostraka()
    assert result.exit_code == 2
    assert "ostraka demo" in result.stdout + result.stderr


def test_the_version_is_one_line(ostraka: Ostraka) -> None:
    """A script may read it."""
    result = ostraka("--version")
    assert result.exit_code == 0
    assert re.fullmatch(r"ostraka \S+\n", result.stdout)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["scren", "X"], "there is no command 'scren'. Did you mean screen or rescreen?"),
        (["screen"], "give a NAME, or --file IN and --out OUT."),
        (
            ["screen", "X", "--kind", "boat"],
            "'boat' is not a kind: write person, organisation, vessel, aircraft or any.",
        ),
        (["screen", "X", "--threshold", "7"], "should be less than or equal to 1"),
        (["screen", "X", "--limit", "0"], "should be greater than or equal to 1"),
        (
            ["screen", "X", "--as-of", "yesterday"],
            "'yesterday' is not a day: write it as 2021-12-10.",
        ),
        (["screen", "X", "--born", "tomorrowish"], "this date is not understood"),
        (["screen", "X", "--country", "Atlantis"], "this country is not known"),
        (
            ["screen", "X", "--out", "o.csv"],
            "--out, --resume, --column and --workers go with --file.",
        ),
        (["screen", "X", "--resume"], "--out, --resume, --column and --workers go with --file."),
        (["screen", "--file", "in.csv"], "--file needs --out OUT, where its hits go."),
        (["screen", "X", "--file", "in.csv", "--out", "o.csv"], "--file takes names"),
        (
            ["screen", "--file", "in.csv", "--out", "o.csv", "--born", "1970"],
            "--file takes names",
        ),
        (
            ["screen", "--file", "in.csv", "--out", "o.csv", "--column", "customer"],
            "'customer' is not MEANING=HEADING, as in name=customer.",
        ),
        (
            ["screen", "--file", "i.csv", "--out", "o.csv", "--country", "Atlantis"],
            "this country is not known",
        ),
        (["screen", "X", "--stakes", "s.csv"], "--stakes goes with --owners."),
        (
            ["screen", "--file", "i.csv", "--out", "o.csv", "--record"],
            "--record goes with names",
        ),
        (["import", "un_sc"], "give the files of un_sc: ostraka import un_sc PATH"),
        (["import", "un_sc", "x.xml", "--force"], "--force needs --reason TEXT"),
        (["import", "un_sc", "x.xml", "--reason", "it shrank"], "--reason goes with --force."),
        (["import", "un_sc", "x.xml", "--published", "28.12.2023"], "'28.12.2023' is not a day"),
        (["diff", "un_sc", "2020-01-01"], "give both OLD and NEW, or neither."),
        (["compare", "X"], "give two names, or --file PAIRS.csv and --out SCORED.csv."),
        (["compare", "--file", "pairs.csv"], "--file PAIRS.csv and --out SCORED.csv go together."),
        (["compare", "X", "Y", "--file", "p.csv"], "--file takes neither names nor --json."),
    ],
)
def test_wrong_usage_ends_with_two_and_says_what_is_wrong(
    ostraka: Ostraka, arguments: list[str], message: str
) -> None:
    """Nothing on standard output, the reason on standard error."""
    result = ostraka(*arguments)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert message in re.sub(r"[│\s]+", " ", result.stderr)


def test_an_unknown_list_is_refused_with_near_keys(ostraka: Ostraka) -> None:
    """The three lines of a refusal: problem, where, next. The argument was wrong usage."""
    result = ostraka("import", "un_sk", "un.xml")
    assert result.exit_code == 2
    assert "Problem: there is no list" in result.stderr
    assert "un_sk" in result.stderr
    assert "Did you mean" in result.stderr


def test_a_file_that_is_not_there_is_refused(ostraka: Ostraka) -> None:
    """No traceback, and the path is named."""
    result = ostraka("import", "un_sc", "/nowhere/at/all.xml")
    assert result.exit_code == 1
    assert "/nowhere/at/all.xml" in result.stderr
    assert "Traceback" not in result.stderr
    assert result.stdout == ""


def test_screening_without_a_list_says_how_to_get_one(ostraka: Ostraka) -> None:
    """An empty home is not an empty answer."""
    result = ostraka("screen", "Mira Quell")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "no list is held in this home" in result.stderr
    assert "ostraka import" in result.stderr
