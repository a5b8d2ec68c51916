"""What every verb prints as JSON has the shape that its schema publishes."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError
from typer.testing import CliRunner

from ostraka.cli.main import app
from ostraka.screening.shapes import DOCUMENTS
from screening.schema_keys import undescribed_keys

POLICY = """
name = "Invented"
version = "1"
lists = ["demo"]
require = ["identifier"]
"""
_DEMO = ("--source", "demo")
_BUYS = ("--actor", "us_person", "--activity", "securities_buy")
STAKES = "owner,owned,percent,start,end\nAlder,Birch,60,2020-01-01,2030-01-01\nBirch,Birch,10,,\n"
OWNED = "owner,owned,percent\nMoxing Cartoon,Elm Trading,60\n"
SIGNED = "signatures: [{rule: itar.debarred, by: A L, signed: 2026-11-29, why: read in full}]"
SUBJECTS = "id,name,dob,country\n1,Vida Orlak,1942-07-06,at\n2,,,\n3,Bo Quell,soon,\n"


@dataclass(frozen=True)
class Printed:
    """The documents that the verbs printed, by the name of their shape."""

    documents: dict[str, list[str]]


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Printed:
    """Every verb once, on the bundled list and on what its entries say."""
    folder = tmp_path_factory.mktemp("shapes")
    documents: dict[str, list[str]] = {}

    def run(shape: str, *arguments: str) -> Any:  # noqa: ANN401 - a JSON document
        home = ("--home", str(folder / "home")) if shape != "compare" else ()
        result = CliRunner().invoke(app, [*arguments, "--json", *home])
        assert result.stdout, result.stderr
        documents.setdefault(shape, []).append(result.stdout)
        return json.loads(result.stdout)

    run("sources", "sources")
    run("import", "import", "demo")
    run("sync", "sync", "demo")  # which is not fetched: the outcome says so
    run("doctor", "doctor")
    run("links", "links", "demo")
    run("confirm", "confirm", "opensanctions", "--use", "non-commercial", "--by", "Ada Quill")
    run("sources", "sources")
    held = run("snapshots", "snapshots")["snapshots"][0]
    run("diff", "diff", "demo", held["id"], held["id"])
    names = json.loads(_show_some(run, held["source"]))
    run("notice", "notice", _find_party(run, names[0]), "--on", "2022-01-01", "--citation", "5")
    (folder / "in.csv").write_text(SUBJECTS)
    files = ("--file", str(folder / "in.csv"), "--out", str(folder / "out.csv"))
    run("screen", "screen", *names, "--source", "demo", "--threshold", "0.3")
    run("screen", "screen", names[0], "--source", "demo", "--country", "cn", "--born", "1960")
    (folder / "policy.toml").write_text(POLICY)
    policy = ("--policy", str(folder / "policy.toml"), "--prior", "1e-4")
    run("screen", "screen", *names, "--kind", "person", *policy)
    run("screen", "screen", "SenseTime Group Limited", "SenseTime", *_DEMO, *_BUYS)
    run("screen-file", "screen", *files, "--source", "demo")
    (folder / "book.csv").write_text("name\n" + "".join(f'"{name}"\n' for name in names))
    run("rescreen", "rescreen", str(folder / "book.csv"), "--since", "2010-01-01", *_DEMO)
    run("compare", "compare", "Vida Orlak", "ORLAK, Vyda")
    _ask_for_owners(run, folder)
    (folder / "home" / "signed_rules.yml").write_text(SIGNED)
    who = ("--actor", "us_person", "--activity")
    run("effects", "effects", "demo:shohrat-zakir", *who, "pay", "--on", "2025-01-01")
    run("effects", "effects", "SenseTime Group Inc.", *_DEMO, *who, "securities_buy")
    run("effects", "effects", "--listing", "us_state_dtc", *who, "export", "--item", "EAR99")
    _keep_a_record(run)
    return Printed(documents)


def _keep_a_record(run: Any) -> None:  # noqa: ANN401 - the verbs of above
    recorded = run("screen", "screen", "Shohrat Zakir", "Nobody Whatsoever", *_DEMO, "--record")
    run("replay", "replay", recorded["screening"])
    run("audit", "audit", "verify")
    run("user", "user", "list")


def _find_party(run: Any, name: str) -> str:  # noqa: ANN401 - runs one verb
    """The id of the best hit for a name of the bundled list."""
    found = run("screen", "screen", name, *_DEMO)
    return str(found["results"][0]["hits"][0]["party"])


def _show_some(run: Any, source: str) -> str:  # noqa: ANN401 - runs one verb
    """The names of some entries, each shown once."""
    found = run("screen", "screen", "Wang", "Ltd", "China", "--source", source, "--threshold", "0")
    parties = [hit["party"] for result in found["results"] for hit in result["hits"]]
    assert parties
    return json.dumps([run("show", "show", party)["name"] for party in dict.fromkeys(parties)])


def _ask_for_owners(run: Any, folder: Path) -> None:  # noqa: ANN401 - the verbs of above
    (folder / "stakes.csv").write_text(STAKES)
    (folder / "listed.csv").write_text("party,regime\nAlder,ofac\n")
    stakes = str(folder / "stakes.csv")
    run("ownership", "ownership", stakes, "--listed", str(folder / "listed.csv"))
    run("ownership", "ownership", stakes, "--source", "demo", "--party", "Birch")
    (folder / "owned.csv").write_text(OWNED)
    run("stakes", "stakes", str(folder / "owned.csv"))
    names = ("Elm Trading", "Elms Trading", "Oak")
    run("screen", "screen", *names, *_DEMO, "--owners", "--stakes", stakes)


def _each(printed: Printed) -> Iterator[tuple[str, str]]:
    for shape, texts in printed.documents.items():
        for text in texts:
            yield shape, text


def test_every_shape_is_printed_by_some_verb(printed: Printed) -> None:
    """A shape that nothing prints would be held by nothing."""
    assert printed.documents.keys() == DOCUMENTS.keys()


def test_what_is_printed_has_its_shape(printed: Printed) -> None:
    """Every key is there, with a value of its type and a word of its closed set."""
    for shape, text in _each(printed):
        TypeAdapter(DOCUMENTS[shape]).validate_json(text, strict=True)


def test_every_key_that_is_printed_is_described(printed: Printed) -> None:
    """A user reads the schema to learn what there is."""
    for shape, text in _each(printed):
        schema = TypeAdapter(DOCUMENTS[shape]).json_schema()
        assert undescribed_keys(json.loads(text), schema) == set(), shape


def test_a_key_that_is_missing_or_of_another_type_is_noticed(printed: Printed) -> None:
    """The two rules above can fail."""
    (text,) = printed.documents["compare"]
    document = json.loads(text)
    for broken in (
        {key: document[key] for key in document if key != "match"},
        document | {"score": "1"},
    ):
        with pytest.raises(ValidationError):
            TypeAdapter(DOCUMENTS["compare"]).validate_json(json.dumps(broken), strict=True)
    schema = TypeAdapter(DOCUMENTS["compare"]).json_schema()
    assert undescribed_keys(document | {"more": 1}, schema) == {"more"}


def test_changed_fields_are_pairs() -> None:
    """The bundled list has one day only, so that nothing of it ever changes."""
    fields = {"listings.0.listed_on": [None, date(2021, 12, 10).isoformat()]}
    change = {"party": "a:1", "name": "Vida Orlak", "fields": fields}
    document = {"source": "a", "old": "0", "new": "1", "added": [], "removed": []}
    TypeAdapter(DOCUMENTS["diff"]).validate_json(
        json.dumps(document | {"changed": [change]}), strict=True
    )
