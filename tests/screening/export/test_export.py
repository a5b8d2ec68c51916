"""Lists handed on: what another program reads is what the list says."""

from __future__ import annotations

import csv
import json
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from interchange import import_interchange
from ostraka.model.dates import PartialDate, Precision
from ostraka.model.errors import ExportFailed
from ostraka.model.fact import Fact, Gender, StatedGender, Topic
from ostraka.model.identifier import Identifier, Scheme
from ostraka.model.listing import Act, ActKind, Listing, ListingClass
from ostraka.model.name import Name, NameKind
from ostraka.model.origin import Origin
from ostraka.model.party import Party, PartyKind
from ostraka.model.place import Address, BirthPlace, CountryRole, CountryTie
from ostraka.model.relation import Relation, RelationKind
from ostraka.screening.export import write_export
from ostraka.screening.export.ids import make_entity_id
from ostraka.snapshots import Store
from ostraka.sources.intake import open_inputs
from ostraka.sources.reading import ParsedList
from ostraka.sources.registry import get_source, load_parser

NOW = datetime(2026, 11, 22, tzinfo=UTC)
WHERE = Origin("custom", "row 1")


def make_party(key: str, kind: PartyKind | None, name: str, **more: Any) -> Party:  # noqa: ANN401
    listing = Listing(
        list="custom",
        authority="Ministry of Zenda",
        listing_class=ListingClass.ASSET_FREEZE,
        origin=WHERE,
        programme="ZZ-1",
        legal_basis=("Act 5",),
        acts=(Act(ActKind.DESIGNATE, WHERE, on=date(2020, 2, 3), citation="Z/5"),),
    )
    names = (Name(name, NameKind.PRIMARY, WHERE), *more.pop("aliases", ()))
    return Party(
        id=f"custom:{key}",
        source="custom",
        kind=kind,
        names=names,
        listings=(listing,),
        origin=WHERE,
        **more,
    )


def make_parties() -> tuple[Party, ...]:
    """A person, a body she owns, a ship, and one of no kind: with every field an export maps."""
    day = PartialDate(date(1960, 5, 1), date(1960, 5, 31), Precision.MONTH)
    span = PartialDate(date(1960, 1, 1), date(1962, 12, 31), Precision.RANGE)
    person = make_party(
        "1",
        PartyKind.PERSON,
        "Zeta Zorvan",
        aliases=(
            Name("Зета Зорван", NameKind.ORIGINAL_SCRIPT, WHERE),
            Name("Zor", NameKind.WEAK_ALIAS, WHERE),
            Name("Zeta Quill; Zita", NameKind.FORMER, WHERE),
        ),
        identifiers=(
            Identifier(Scheme.PASSPORT, "P1234567", WHERE),
            Identifier(Scheme.LIST_REFERENCE, "ZZ.5", WHERE),
        ),
        addresses=(Address("1 Quay, Zenda", WHERE), Address("Quay " * 60, WHERE)),
        countries=(
            CountryTie("Germany", CountryRole.NATIONALITY, WHERE),
            CountryTie("USSR", CountryRole.NATIONALITY, WHERE),
            CountryTie("Ruritania", CountryRole.CITIZENSHIP, WHERE),
        ),
        born=(day, span),
        birth_places=(BirthPlace("Zenda", WHERE),),
        genders=(StatedGender(Gender.FEMALE, WHERE),),
        facts=(
            Fact(Topic.POSITION, "Mayor", WHERE),
            Fact(Topic.REASON, "Counted twice.", WHERE),
            Fact(Topic.REMARK, "Tall.", WHERE),
        ),
        relations=(
            Relation(RelationKind.OWNS, "Works", WHERE, "custom:2", 25, 50),
            Relation(RelationKind.FAMILY, "Nobody", WHERE),
        ),
    )
    body = make_party(
        "2",
        PartyKind.ORGANISATION,
        "Zorvan Works",
        identifiers=(Identifier(Scheme.INN, "7729507377", WHERE),),
        countries=(CountryTie("Ruritania", CountryRole.REGISTRATION, WHERE),),
        established=(PartialDate(date(1999, 1, 1), date(1999, 12, 31), Precision.YEAR),),
        relations=(Relation(RelationKind.OWNED_BY, "Zorvan", WHERE, "custom:1", 25, 50),),
    )
    ship = make_party(
        "3",
        PartyKind.VESSEL,
        "Zorvan Star",
        identifiers=(Identifier(Scheme.IMO, "9074729", WHERE),),
        countries=(CountryTie("Panama", CountryRole.FLAG, WHERE),),
        relations=(Relation(RelationKind.LINKED_TO, "Works", WHERE, "custom:2"),),
    )
    return person, body, ship, make_party("4", None, "Zorvan Something")


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """A store that holds the invented parties."""
    store = Store(tmp_path / "home")
    parsed = ParsedList(parties=make_parties(), published=date(2026, 11, 20))
    store.publish(get_source("custom"), parsed, published=None, now=NOW)
    return store


def export(store: Store, format_name: str, path: Path, source: str = "custom") -> None:
    snapshot = store.current(source)
    assert snapshot
    write_export(store, [snapshot], format_name, path)


def read_entities(path: Path) -> dict[str, dict[str, Any]]:
    return {e["id"]: e for e in map(json.loads, path.read_text("utf-8").splitlines())}


def test_a_party_becomes_an_entity_with_its_sanction(store: Store, tmp_path: Path) -> None:
    """Every value under the property that means it; a span of years is no date of the schema."""
    export(store, "ftm", tmp_path / "out.json")
    entities = read_entities(tmp_path / "out.json")
    person = entities["custom-1"]
    assert person["schema"] == "Person"
    assert person["properties"] == {
        "name": ["Zeta Zorvan"],
        "alias": ["Зета Зорван"],
        "weakAlias": ["Zor"],
        "previousName": ["Zeta Quill; Zita"],
        "passportNumber": ["P1234567"],
        "address": ["1 Quay, Zenda"],
        "nationality": ["de"],
        "birthDate": ["1960-05"],
        "birthPlace": ["Zenda"],
        "gender": ["female"],
        "position": ["Mayor"],
        "programId": ["ZZ-1"],
        "topics": ["sanction"],
        "notes": [
            "list reference: ZZ.5",
            "Quay " * 60,
            "nationality: USSR",
            "citizenship: Ruritania",
            "Born: 1960-01-01 to 1962-12-31",
            "Tall.",
        ],
    }
    (sanction,) = [
        e["properties"]
        for e in entities.values()
        if e["schema"] == "Sanction" and e["properties"]["entity"] == ["custom-1"]
    ]
    assert (sanction["authority"], sanction["listingDate"]) == (
        ["Ministry of Zenda"],
        ["2020-02-03"],
    )
    assert (sanction["provisions"], sanction["reason"]) == (["Act 5"], ["Counted twice."])


def test_a_tie_stated_from_both_ends_is_one_entity(store: Store, tmp_path: Path) -> None:
    """Of a party that is exported, never of a bare name; what is owned is a Company."""
    export(store, "ftm", tmp_path / "out.json")
    entities = read_entities(tmp_path / "out.json").values()
    (stake,) = [e["properties"] for e in entities if e["schema"] == "Ownership"]
    assert stake == {"owner": ["custom-1"], "asset": ["custom-2"], "percentage": ["25-50"]}
    (link,) = [e["properties"] for e in entities if e["schema"] == "UnknownLink"]
    assert (link["subject"], link["object"]) == (["custom-3"], ["custom-2"])
    assert {e["id"]: e["schema"] for e in entities}["custom-2"] == "Company"


def test_the_same_lists_make_the_same_bytes(store: Store, tmp_path: Path) -> None:
    """So that two exports can be compared."""
    for name in ("one", "two"):
        export(store, "ftm", tmp_path / name)
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()


@pytest.mark.parametrize(
    ("party", "expected"),
    [
        ("us_ofac_sdn:34079", "ofac-34079"),
        ("un_sc:111209", "unsc-111209"),
        ("gb_uksl:GHR0001", "gb-fcdo-ghr0001"),
        ("eu_fsf:EU.8174.87", "eu-fsf-eu-8174-87"),
        ("opensanctions:NK-abc", "NK-abc"),
        ("ca_sema:0123", "ca-sema-0123"),
    ],
)
def test_ids_join_with_those_that_others_publish(party: str, expected: str) -> None:
    """OpenSanctions names parties of a list by these beginnings."""
    assert make_entity_id(party) == expected


def load_strictly(path: Path) -> int:
    """How many entities the package loads; every value must be one of its property's type."""
    ftm = import_interchange("followthemoney")
    entities = read_entities(path)
    for raw in entities.values():
        proxy = ftm.model.get_proxy(raw, cleaned=False)
        ftm.model.get(raw["schema"]).validate({**raw, "properties": proxy.properties})
        for name, values in raw["properties"].items():
            assert len(proxy.get(name)) == len(values), (raw["id"], name, values)
            for key in values if proxy.schema.get(name).type.name == "entity" else ():
                assert key in entities
    return len(entities)


def test_followthemoney_loads_what_is_written(store: Store, tmp_path: Path) -> None:
    """Without an error and without a value lost in cleaning."""
    export(store, "ftm", tmp_path / "out.json")
    assert load_strictly(tmp_path / "out.json") == 4 + 4 + 2


@pytest.mark.shared
@pytest.mark.parametrize(
    ("key", "folder", "published"),
    [
        ("un_sc", "un_sc/consolidated-2026-02-27", None),
        ("ca_sema", "ca_gac/sema-2025-03-20", date(2025, 3, 20)),
    ],
)
def test_followthemoney_loads_a_real_list(
    shared: Path, tmp_path: Path, key: str, folder: str, published: date | None
) -> None:
    """Every party of it, with every value."""
    store = Store(tmp_path / "home")
    parsed = load_parser(key)(open_inputs([shared / "lists" / folder]))
    store.publish(get_source(key), parsed, published=published, now=NOW)
    export(store, "ftm", tmp_path / "out.json", key)
    assert load_strictly(tmp_path / "out.json") >= 2 * len(parsed.parties)


def test_the_table_has_a_row_a_party(store: Store, tmp_path: Path) -> None:
    """Several values of a cell stand apart by a semicolon, which no value then holds."""
    export(store, "csv", tmp_path / "out.csv")
    with (tmp_path / "out.csv").open(encoding="utf-8", newline="") as file:
        rows = {row["id"]: row for row in csv.DictReader(file)}
    assert len(rows) == 4
    person = rows["custom:1"]
    assert person["aliases"] == "Зета Зорван; Zeta Quill, Zita"
    assert (person["weak_aliases"], person["class"]) == ("Zor", "asset_freeze")
    assert (person["listed_on"], person["published"]) == ("2020-02-03", "2026-11-20")
    assert person["identifiers"] == "passport=P1234567; list_reference=ZZ.5"


def test_parquet_holds_everything(store: Store, tmp_path: Path) -> None:
    """Nested as the model has it."""
    parquet = pytest.importorskip("pyarrow.parquet")
    export(store, "parquet", tmp_path / "out.parquet")
    rows = parquet.read_table(tmp_path / "out.parquet").to_pylist()
    assert [row["id"] for row in rows] == [f"custom:{n}" for n in range(1, 5)]
    assert rows[0]["names"][0]["text"] == "Zeta Zorvan"


def test_a_file_that_cannot_be_written_leaves_nothing(store: Store, tmp_path: Path) -> None:
    """Neither a part of it, nor a change of what stood there."""
    with pytest.raises(ExportFailed) as caught:
        export(store, "csv", tmp_path / "missing" / "out.csv")
    assert caught.value.remedy
    assert not (tmp_path / "missing").exists()
