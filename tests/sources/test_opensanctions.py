"""OpenSanctions: entities, targets, offices; and what of a person is never kept."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ostraka.model.errors import SourceRefused
from ostraka.model.fact import Topic
from ostraka.model.identifier import Scheme
from ostraka.model.listing import ListingClass
from ostraka.model.name import NameKind
from ostraka.model.party import Party, PartyKind
from ostraka.model.place import CountryRole
from ostraka.model.relation import RelationKind
from ostraka.snapshots import Store
from ostraka.sources.intake import open_inputs
from ostraka.sources.opensanctions.parse import parse
from ostraka.sources.reading import InputFile
from ostraka.sources.registry import get_source

Raw = dict[str, Any]


def entity(key: str, schema: str = "Person", *, target: bool = False, **properties: object) -> Raw:
    listed = {k: v if isinstance(v, list) else [v] for k, v in properties.items()}
    return {"id": key, "schema": schema, "target": target, "properties": listed, "datasets": ["x"]}


def make_file(*entities: Raw) -> InputFile:
    text = "".join(json.dumps(e, ensure_ascii=False) + "\n" for e in entities)
    return InputFile("entities.ftm.json", text.encode())


def make_table(text: str) -> InputFile:
    head = (
        '"id","schema","name","aliases","birth_date","countries","addresses","identifiers",'
        '"sanctions","phones","emails","program_ids","dataset","first_seen","last_seen",'
        '"last_change"\n'
    )
    return InputFile("targets.simple.csv", (head + text).encode())


def read(*entities: Raw) -> Party:
    (party,) = parse([make_file(*entities)]).parties
    return party


ZORVAN = entity(
    "NK-1",
    target=True,
    name=["Zeta Zorvan", "Зета Зорван"],
    alias="Z. Zorvan",
    weakAlias="Zor",
    previousName="Zeta Quill",
    birthDate="1960-05",
    birthPlace="Zenda",
    nationality="zz",
    gender="female",
    passportNumber="P1",
    position="Minister",
    topics=["sanction", "role.pep"],
)


def test_a_target_is_read_with_everything_the_model_has_room_for() -> None:
    """Names by kind, dates as precise as stated, numbers by property."""
    party = read(ZORVAN)
    assert (party.id, party.kind, party.name) == (
        "opensanctions:NK-1",
        PartyKind.PERSON,
        "Zeta Zorvan",
    )
    assert {n.text: n.kind for n in party.names} == {
        "Zeta Zorvan": NameKind.PRIMARY,
        "Зета Зорван": NameKind.ORIGINAL_SCRIPT,
        "Z. Zorvan": NameKind.ALIAS,
        "Zor": NameKind.WEAK_ALIAS,
        "Zeta Quill": NameKind.FORMER,
    }
    assert [str(b) for b in party.born] == ["1960-05"]
    assert [(c.country, c.role) for c in party.countries] == [("zz", CountryRole.NATIONALITY)]
    assert [(i.scheme, i.value) for i in party.identifiers] == [(Scheme.PASSPORT, "P1")]
    assert [(f.topic, f.text) for f in party.facts] == [(Topic.POSITION, "Minister")]


def test_a_sanction_is_a_listing_with_authority_programme_and_days() -> None:
    """An end that is stated ends it."""
    sanction = entity(
        "s-1",
        "Sanction",
        entity="NK-1",
        authority="Ministry of Zenda",
        programId="ZZ-1",
        provisions="Act 5",
        listingDate="2020-02-03",
        endDate="2021-02-03",
        reason="Counted twice.",
        authorityId="Z/5",
    )
    party = read(ZORVAN, sanction)
    (listing,) = party.listings
    assert (listing.authority, listing.programme) == ("Ministry of Zenda", "ZZ-1")
    assert (listing.listed_on, listing.ended_on) == (date(2020, 2, 3), date(2021, 2, 3))
    assert listing.legal_basis == ("Act 5",)
    assert listing.listing_class is ListingClass.ASSET_FREEZE
    assert Topic.REASON in {f.topic for f in party.facts}


@pytest.mark.parametrize(
    ("topics", "expected"),
    [
        (["role.pep"], {ListingClass.STATUS}),
        (["role.rca", "poi"], {ListingClass.STATUS}),
        (["export.control"], {ListingClass.EXPORT}),
        (["debarment", "crime"], {ListingClass.DEBARMENT, ListingClass.STATUS}),
        (["sanction.linked"], {ListingClass.STATUS}),
        (["sanction"], {ListingClass.ASSET_FREEZE}),
    ],
)
def test_the_class_follows_the_topics(topics: list[str], expected: set[ListingClass]) -> None:
    """An office, or a tie to a listed party, is never a restriction."""
    party = read(entity("1", target=True, name="Zor Van", topics=topics))
    assert {x.listing_class for x in party.listings} == expected
    assert [x.programme for x in party.listings] == topics


def test_a_new_topic_is_kept_as_a_status_and_said() -> None:
    """A topic of tomorrow must not drop its parties."""
    parsed = parse([make_file(entity("1", target=True, name="Zor", topics="zenda.new"))])
    assert parsed.parties[0].listing_class is ListingClass.STATUS
    assert parsed.warnings == ("the topic 'zenda.new' is new; it is read as a status (1)",)


def test_an_office_keeps_its_dates() -> None:
    """But not those of an entity that mixes up several holders."""
    person = entity("1", target=True, name="Zor Van", topics="role.pep")
    post = entity("p", "Position", name="Mayor of Zenda")
    office = entity(
        "o", "Occupancy", holder="1", post="p", startDate="2001", endDate="2005-04", status="ended"
    )
    assert [f.text for f in read(person, post, office).facts] == [
        "Mayor of Zenda from 2001 until 2005-04 (ended)"
    ]
    mixed = entity("o", "Occupancy", holder=["1", "2"], post="p", startDate=["2001", "1990"])
    assert [f.text for f in read(person, post, mixed).facts] == ["Mayor of Zenda"]


def test_a_dataset_of_offices_is_read_without_topics() -> None:
    """A target with an office and nothing else is exposed, and nothing more."""
    office = entity("o", "Occupancy", holder="1")
    (listing,) = read(entity("1", target=True, name="Zor Van"), office).listings
    assert (listing.programme, listing.listing_class) == ("role.pep", ListingClass.STATUS)


def test_owners_are_relations_from_both_ends() -> None:
    """The other is named by id only where it is a party of the file."""
    owner = entity("1", target=True, name="Zor Van", topics="sanction")
    owned = entity("2", "Company", target=True, name="Zorvan Works", topics="sanction.linked")
    outside = entity("3", "Company", name="Quill Works")
    stake = entity("w", "Ownership", owner="1", asset=["2", "3"], percentage="25-50%")
    one, two = parse([make_file(owner, owned, outside, stake)]).parties
    assert [(r.kind, r.other, r.other_name) for r in one.relations] == [
        (RelationKind.OWNS, "opensanctions:2", "Zorvan Works"),
        (RelationKind.OWNS, None, "Quill Works"),
    ]
    (back,) = two.relations
    assert (back.kind, back.percent_min, back.percent_max) == (RelationKind.OWNED_BY, 25, 50)


def test_documents_addresses_and_referents_are_joined() -> None:
    """They are lines of their own, before or after the party."""
    passport = entity("d", "Passport", holder="NK-1", number="P77", country="zz", endDate="2030")
    place = entity("a", "Address", full="1 Quay, Zenda", city="Zenda", country="zz")
    raw = {**ZORVAN, "referents": ["zz-old-1"]}
    raw["properties"] = {**ZORVAN["properties"], "addressEntity": ["a"]}
    party = read(passport, raw, place)
    assert [(i.value, i.label) for i in party.identifiers][1:] == [
        ("P77", ""),
        ("zz-old-1", "referent"),
    ]
    assert [(a.full, a.city) for a in party.addresses] == [("1 Quay, Zenda", "Zenda")]


SPECIAL = {
    "ethnicity": "QUUX-A",
    "religion": "QUUX-B",
    "political": "QUUX-C",
    "otherPoliticalAffiliations": "QUUX-D",
    "Person:religion": "QUUX-E",
    "religious": "QUUX-F",
}


def test_special_categories_are_nowhere_in_the_store(tmp_path: Path) -> None:
    """Neither in a party, nor raw, nor in any file of the home."""
    raw = entity("1", target=True, name="Zor Van", topics="sanction", colour="QUUX-G", **SPECIAL)
    raw["properties"]["notes"] = ["Trader. Belongs to the QUUX-H tribe."]
    sanction = entity("s", "Sanction", entity="1", reason="Follows the religion of QUUX-I.")
    parsed = parse([make_file(raw, sanction)])
    assert any("no reader keeps: ethnicity" in warning for warning in parsed.warnings)
    store = Store(tmp_path)
    now = datetime(2026, 11, 22, tzinfo=UTC)
    store.publish(get_source("opensanctions"), parsed, published=now.date(), now=now)
    snapshot = store.current("opensanctions")
    assert snapshot is not None
    (party,) = store.load_parties(snapshot)
    assert party.name == "Zor Van"
    assert "QUUX" not in repr(party)
    written = b"".join(path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())
    assert b"QUUX" not in written


def test_a_value_outside_a_list_is_read_too() -> None:
    """Some exports write a single value as a text."""
    raw = entity("1", target=True, name="Zor Van")
    raw["properties"]["birthDate"] = "1960"
    assert [str(b) for b in read(raw).born] == ["1960"]


def test_a_property_without_a_meaning_is_left_out_and_named() -> None:
    """What a screening does not need of a person is not kept."""
    parsed = parse([make_file(entity("1", target=True, name="Zor", hairColor="red", weight="80"))])
    assert "red" not in repr(parsed.parties)
    assert parsed.warnings == (
        "properties without a known meaning are left out: hairColor, weight (2)",
    )


def test_the_simple_table_is_read() -> None:
    """Several values in a cell, one of them quoted again; numbers by their form."""
    row = (
        '"NK-2","Company","Zorvan Works","""Quill; Works"";Зорван","","ru","""1 Quay; Zenda""",'
        '"1037739314084;7729507377;IMO0257882","""Ships; oil.""","","","ZZ-1;ZZ-2","Zenda List",'
        '"2025-01-01","2026-01-01","2026-01-01"\n'
    )
    parsed = parse([make_table(row)])
    (party,) = parsed.parties
    assert [n.text for n in party.names] == ["Zorvan Works", "Quill; Works", "Зорван"]
    assert [a.full for a in party.addresses] == ["1 Quay; Zenda"]
    assert [(i.scheme, i.value) for i in party.identifiers] == [
        (Scheme.OGRN, "1037739314084"),
        (Scheme.INN, "7729507377"),
        (Scheme.IMO, "0257882"),
    ]
    assert [(x.programme, x.authority) for x in party.listings] == [
        ("ZZ-1", "Zenda List"),
        ("ZZ-2", "Zenda List"),
    ]
    assert "listings.acts" in parsed.omits


@pytest.mark.parametrize(
    ("file", "problem"),
    [
        (
            InputFile("e.json", b'{"id": "1", "schema": "Person", "properties": {'),
            "line 1 is not JSON",
        ),
        (InputFile("e.json", b'{"id": "1"}\n'), "line 1 is not a FollowTheMoney entity"),
        (InputFile("e.json", b'{"id":"1","schema":"Person","properties":{}}\n'), "no target"),
        (InputFile("t.csv", b"name\nZor\n"), "neither a FollowTheMoney file nor"),
        (make_table('"1","Person"\n'), "line 2 has 2 columns, not 16"),
        (make_table(""), "no target"),
    ],
)
def test_what_is_no_dataset_is_refused(file: InputFile, problem: str) -> None:
    """With the line and what to do next."""
    with pytest.raises(SourceRefused, match=problem) as caught:
        parse([file])
    assert caught.value.remedy


JSON_VALUE = st.recursive(st.none() | st.booleans() | st.text(), st.lists, max_leaves=4)


@given(
    st.lists(
        st.fixed_dictionaries(
            {
                "id": st.sampled_from("abc"),
                "schema": st.sampled_from(["Person", "Company", "Sanction", "Ownership", "New"]),
                "properties": st.dictionaries(
                    st.sampled_from(["name", "entity", "owner", "asset", "birthDate", "religion"]),
                    JSON_VALUE,
                ),
            },
            optional={"target": JSON_VALUE, "datasets": JSON_VALUE, "caption": JSON_VALUE},
        ),
        max_size=5,
    )
)
def test_any_entities_are_read_or_refused(entities: list[Raw]) -> None:
    """Whatever the types of their values."""
    try:
        parsed = parse([make_file(*entities)])
    except SourceRefused:
        return
    assert len({p.id for p in parsed.parties}) == len(parsed.parties) > 0
    assert parsed.counted == parsed.tallies["records"] == len(entities)


@pytest.mark.shared
def test_the_real_entities_are_read_whole(shared: Path) -> None:
    """423 persons of 1,565 entities are targets; the others are offices, families, kin."""
    folder = shared / "lists" / "opensanctions" / "ftm-sa-wiki-peps-2024-03-14"
    parsed = parse(open_inputs([folder]))
    assert parsed.counted == parsed.tallies["records"] == 1565
    assert len(parsed.parties) == 423
    assert {x.listing_class for p in parsed.parties for x in p.listings} == {ListingClass.STATUS}
    assert "religion" in parsed.warnings[0]


@pytest.mark.shared
def test_the_real_table_is_read_whole(shared: Path) -> None:
    """Each row is a target."""
    folder = shared / "lists" / "opensanctions" / "targets-ua-war-sanctions-2026-03-13"
    parsed = parse(open_inputs([folder]))
    assert parsed.tallies["records"] == len(parsed.parties) == 5600
    assert parsed.warnings == ()
