"""`screen` under a policy, with a prior, and beside OFAC's published search."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import pytest

import ostraka as facade
from cli.conftest import Ostraka
from ostraka.model.errors import ValueRefused

NAME = "Shohrat Zakir"
POLICY = """
name = "Invented"
version = "7"
lists = ["demo"]
require = ["country"]

[[segment]]
name = "payments"
product = "payments"
threshold = 0.6
"""


@pytest.fixture
def policy(ostraka: Ostraka, tmp_path: Path) -> str:
    """A home with the bundled list, and the path of a policy."""
    ostraka("import", "demo")
    path = tmp_path / "policy.toml"
    path.write_text(POLICY)
    return str(path)


def _answer(ostraka: Ostraka, *arguments: str) -> Any:  # noqa: ANN401 - a JSON document
    return json.loads(ostraka("screen", *arguments, "--json").stdout)


def test_the_answer_names_the_policy_and_holds_what_it_kept_out(
    ostraka: Ostraka, policy: str
) -> None:
    """A hit without the corroboration that is required is neither a hit nor lost."""
    answer = _answer(ostraka, NAME, "--policy", policy)
    mark = answer["engine"]["policy"]
    assert (mark["name"], mark["version"], len(mark["sha256"])) == ("Invented", "7", 64)
    [result] = answer["results"]
    assert (result["found"], result["hits"]) == (0, [])
    assert [held["segment"] for held in result["held_back"]] == ["policy"]
    assert result["held_back"][0]["hit"]["name"] == NAME
    [found] = _answer(ostraka, NAME, "--policy", policy, "--country", "cn")["results"]
    assert ([hit["name"] for hit in found["hits"]], found["held_back"]) == ([NAME], [])


def test_what_is_held_back_is_counted_and_shown_when_asked(ostraka: Ostraka, policy: str) -> None:
    """And is no hit for `--fail-on-hit`."""
    told = ostraka("screen", NAME, "--policy", policy, "--fail-on-hit")
    assert told.exit_code == 0
    assert "1 hit held back by the policy" in told.stdout
    assert "demo:shohrat-zakir" not in told.stdout
    shown = ostraka("screen", NAME, "--policy", policy, "--verbose").stdout
    assert "demo:shohrat-zakir" in shown
    assert "policy: required to agree, and not found to: country" in shown


def test_a_column_of_a_table_chooses_the_segment(
    ostraka: Ostraka, policy: str, tmp_path: Path
) -> None:
    """The product is no evidence: it says which rules hold."""
    source, out = tmp_path / "in.csv", tmp_path / "out.csv"
    source.write_text(f"name,product\n{NAME},Payments\n{NAME},savings\n{NAME},\n")
    run = ostraka("screen", "--file", str(source), "--out", str(out), "--policy", policy, "--json")
    with out.open(newline="") as file:
        assert [row["row"] for row in csv.DictReader(file)] == ["1"]
    assert "2 hits held back by the policy" in run.stderr
    assert json.loads(run.stdout)["file"]["held_back"] == 2


@pytest.mark.parametrize(
    "beside", [("--threshold", "0.8"), ("--weak-aliases",), ("--source", "demo")]
)
def test_what_a_policy_decides_cannot_be_given_beside_it(
    ostraka: Ostraka, policy: str, beside: tuple[str, ...]
) -> None:
    """Else the hash in the answer would not say what was done."""
    refused = ostraka("screen", NAME, "--policy", policy, *beside)
    assert refused.exit_code == 1
    assert "a policy says which lists" in refused.stderr


def test_a_prior_gives_a_probability(ostraka: Ostraka, policy: str) -> None:
    """Rarer matches are less probable at the same weight; without a prior there is none."""
    assert policy
    hits = [
        _answer(ostraka, NAME, "--source", "demo", *prior)["results"][0]["hits"][0]
        for prior in ((), ("--prior", "1e-2"), ("--prior", "1e-5"))
    ]
    assert hits[0]["probability"] is None
    assert 1 > hits[1]["probability"] > hits[2]["probability"] > 0
    assert len({hit["weight_of_evidence"] for hit in hits}) == 1
    refused = ostraka("screen", NAME, "--source", "demo", "--prior", "1")
    assert (refused.exit_code, "prior" in refused.stderr) == (1, True)


def test_the_published_search_of_ofac_is_marked_as_a_comparison(
    ostraka: Ostraka, policy: str
) -> None:
    """In JSON and in text; and there is no other search."""
    assert policy
    answer = _answer(ostraka, NAME, "--source", "demo", "--search", "ofac")
    assert answer["engine"]["search"] == "ofac"
    assert answer["results"][0]["hits"][0]["score"] == 1.0
    told = ostraka("screen", NAME, "--source", "demo", "--search", "ofac").stdout
    assert "For comparison only" in told
    assert ostraka("screen", NAME, "--source", "demo", "--search", "soundex").exit_code == 1


def test_the_facade_takes_policy_prior_and_gender(policy: str, tmp_path: Path) -> None:
    """The same answer as on the command line."""
    screener = facade.open(tmp_path / "home", policy=policy)
    assert len(screener.screen(NAME).held_back) == 1
    [hit] = screener.screen(NAME, country="cn", gender="male", prior=0.01).hits
    assert hit.probability is not None
    with pytest.raises(ValueRefused):
        screener.screen(NAME, prior=0.0)
