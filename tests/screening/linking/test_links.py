"""Entries of several lists that are one party, and those that only sound like it."""

from __future__ import annotations

import csv
import json
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from typer.testing import CliRunner

from ostraka.cli.main import app
from ostraka.model.datetext import parse_date
from ostraka.model.identifier import Identifier, Scheme
from ostraka.model.listing import Listing, ListingClass
from ostraka.model.name import Name, NameKind
from ostraka.model.origin import Origin
from ostraka.model.party import Party, PartyKind
from ostraka.model.place import Address, CountryRole, CountryTie
from ostraka.screening.linking.kept import load_neighbours
from ostraka.screening.linking.link import Basis, Link, Standing
from ostraka.screening.linking.table import make_links
from ostraka.snapshots import Store
from ostraka.sources.definition import Floors
from ostraka.sources.reading import ParsedList
from ostraka.sources.registry import get_source

CASES = Path(__file__).parents[3] / "golden" / "links.csv"
LEFT, RIGHT = "un_sc", "us_trade_csl"


def read_cases() -> list[dict[str, str]]:
    lines = [x for x in CASES.read_text("utf-8").splitlines() if not x.startswith("#")]
    return list(csv.DictReader(lines))


def make_party(source: str, number: int, case: dict[str, str], side: str) -> Party:
    """The entry of one side of a case."""
    origin = Origin(source, str(number))
    scheme, _, value = case[f"{side}_id"].partition(" ")
    born = parse_date(case[f"{side}_born"]) if case[f"{side}_born"] else None
    return Party(
        id=f"{source}:x{number}",
        source=source,
        kind=PartyKind(case[f"{side}_kind"]),
        names=(Name(case[side], NameKind.PRIMARY, origin),),
        listings=(Listing(source, "Nobody", ListingClass.ASSET_FREEZE, origin, "ALPHA"),),
        origin=origin,
        identifiers=(Identifier(Scheme(scheme), value, origin),) if value else (),
        countries=(CountryTie(case[f"{side}_country"], CountryRole.CITIZENSHIP, origin),),
        born=(born,) if born else (),
    )


def publish(store: Store, source: str, parties: tuple[Party, ...]) -> None:
    definition = get_source(source).model_copy(update={"floors": Floors()})
    parsed = ParsedList(parties=parties, published=date(2026, 11, 20))
    store.publish(definition, parsed, published=None, now=datetime.now(UTC))


@pytest.fixture(scope="module")
def links(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Link]:
    """The link of every golden case, each pair in a home of two lists of its own."""
    found = {}
    for number, case in enumerate(read_cases()):
        store = Store(tmp_path_factory.mktemp("pair"))
        publish(store, LEFT, (make_party(LEFT, number, case, "left"),))
        publish(store, RIGHT, (make_party(RIGHT, number, case, "right"),))
        for link in make_links(store, datetime.now(UTC)).links:
            found[case["case"]] = link
    return found


@pytest.mark.parametrize("case", read_cases(), ids=lambda case: case["case"])
def test_a_golden_pair_is_judged_as_a_person_would(
    links: dict[str, Link], case: dict[str, str]
) -> None:
    link = links.get(case["case"])
    judged = "linked" if link and link.standing is Standing.LINKED else "apart"
    assert (judged, link) == (case["expected"], link), case["why"]


def test_the_golden_table_can_fail() -> None:
    """Both answers are expected, often."""
    expected = [case["expected"] for case in read_cases()]
    assert expected.count("linked") >= 7
    assert expected.count("apart") >= 12


CORPS = {
    "left": "Xinjiang Production and Construction Corps",
    "left_kind": "organisation",
    "left_born": "",
    "left_country": "cn",
    "left_id": "",
}


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """One organisation on two lists, and one that only one of them has."""
    store = Store(tmp_path)
    other = CORPS | {"left": "Quellhorst Harbour Works"}
    publish(store, LEFT, (make_party(LEFT, 1, CORPS, "left"), make_party(LEFT, 2, other, "left")))
    publish(store, RIGHT, (make_party(RIGHT, 1, CORPS, "left"),))
    return tmp_path


def test_hits_and_pages_name_what_is_linked(home: Path) -> None:
    """From when the table was made until a list changes."""

    def run(*arguments: str) -> str:
        done = CliRunner().invoke(app, [*arguments, "--home", str(home)])
        assert done.exit_code == 0, done.stderr
        return done.stdout

    def linked() -> list[list[str]]:
        answer = json.loads(run("screen", "Xinjiang Production and Construction Corps", "--json"))
        return sorted(hit["linked"] for hit in answer["results"][0]["hits"])

    assert linked() == [[], []]
    table = json.loads(run("links", "--json", "--out", str(home / "links.csv")))
    [link] = table["links"]
    assert (link["left"], link["right"]) == (f"{LEFT}:x1", f"{RIGHT}:x1")
    assert (link["basis"], link["standing"]) == ("name", "linked")
    assert linked() == [[f"{LEFT}:x1"], [f"{RIGHT}:x1"]]
    rows = list(csv.DictReader((home / "links.csv").read_text("utf-8").splitlines()))
    assert rows[0]["standing"] == "linked"
    page = json.loads(run("show", f"{LEFT}:x1", "--json"))
    assert [entry["party"] for entry in page["linked"]] == [f"{RIGHT}:x1"]
    assert f"{RIGHT}:x1" in run("show", f"{LEFT}:x1")
    publish(Store(home), RIGHT, (make_party(RIGHT, 7, CORPS, "left"),))
    assert linked() == [[], []]


def test_an_entry_that_is_alone_has_no_link(home: Path) -> None:
    store = Store(home)
    table = make_links(store, datetime.now(UTC))
    assert [link.basis for link in table.links] == [Basis.NAME]
    assert f"{LEFT}:x2" not in load_neighbours(store)


@pytest.mark.parametrize("review", [False, True])
@pytest.mark.parametrize("named", [(), (LEFT, RIGHT)])
def test_what_is_counted_is_what_is_shown(
    home: Path, tmp_path: Path, review: bool, named: tuple[str, ...]
) -> None:
    """On the terminal, in JSON and in the table: a person reads the count, a script the rows."""
    near = CORPS | {"left": "Quellhorst Harbour Works", "left_country": "de"}
    store = Store(home)
    publish(
        store, RIGHT, tuple(make_party(RIGHT, n, c, "left") for n, c in enumerate((CORPS, near)))
    )
    options = [*named, *(["--review"] if review else []), "--home", str(home)]
    out = tmp_path / "links.csv"
    shown = CliRunner().invoke(app, ["links", *options])
    told = CliRunner().invoke(app, ["links", *options, "--json", "--out", str(out)])
    table = json.loads(told.stdout)["links"]
    rows = list(csv.DictReader(out.read_text("utf-8").splitlines()))
    expected = ["review"] if review else ["linked", "review"]
    assert sorted(link["standing"] for link in table) == expected
    assert sorted(row["standing"] for row in rows) == expected
    assert sorted(line.split()[0] for line in shown.stdout.splitlines()) == expected
    count = "1 for review; 1 link" if review else "1 link, 1 for review."
    assert shown.stderr.startswith(count)
    assert told.stderr.startswith(count)
    assert f"Written to {out}." in told.stderr


def test_one_list_has_nothing_to_be_linked_with(home: Path) -> None:
    done = CliRunner().invoke(app, ["links", LEFT, LEFT, "--home", str(home)])
    assert (done.exit_code, done.stdout) == (0, "")
    assert "A link joins entries of two lists" in done.stderr


def test_a_folder_that_is_not_there_is_told_before_the_work(home: Path) -> None:
    wanted = ["links", "--out", str(home / "nowhere" / "links.csv"), "--home", str(home)]
    done = CliRunner().invoke(app, wanted)
    assert done.exit_code == 2
    assert "there is no folder" in done.stderr


@pytest.mark.parametrize(
    ("kind", "standing"),
    [(PartyKind.ORGANISATION, Standing.LINKED), (PartyKind.PERSON, Standing.REVIEW)],
)
def test_the_country_of_an_address_is_that_of_an_organisation_only(
    tmp_path: Path, kind: PartyKind, standing: Standing
) -> None:
    """Lists seldom state the country of an organisation beside its address; a person may move."""
    store = Store(tmp_path)
    for source in (LEFT, RIGHT):
        origin = Origin(source, "1")
        party = Party(
            id=f"{source}:x1",
            source=source,
            kind=kind,
            names=(Name("Quellhorst Brunnenbau Vereinigung", NameKind.PRIMARY, origin),),
            listings=(Listing(source, "Nobody", ListingClass.ASSET_FREEZE, origin, "ALPHA"),),
            origin=origin,
            addresses=(Address("Hafen 1, Bremen, Germany", origin, country="Germany"),),
        )
        publish(store, source, (party,))
    assert [link.standing for link in make_links(store, datetime.now(UTC)).links] == [standing]
