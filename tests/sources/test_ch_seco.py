"""The Swiss list, from a sample written by its schema: spellings, removals, what points where."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ostraka.model.errors import SourceRefused
from ostraka.model.fact import Gender, Topic
from ostraka.model.identifier import Scheme
from ostraka.model.name import NameKind
from ostraka.model.party import Party, PartyKind
from ostraka.sources.ch_seco.names import MOST_SPELLINGS
from ostraka.sources.ch_seco.parse import parse
from ostraka.sources.reading import InputFile

PROGRAMME = """
<sanctions-program ssid="10"><program-key lang="eng">Zenda</program-key>
<program-key lang="ger">Zenda-de</program-key>
<program-name lang="ger">Verordnung vom 1. Mai 2020 (SR 946.231.1)</program-name>
<program-name lang="eng">Ordinance of 1 May 2020 (SR 946.231.1)</program-name>
<sanctions-set ssid="11" lang="eng">Annex 1</sanctions-set>
<sanctions-set ssid="11" lang="ger">Anhang 1</sanctions-set>
<sanctions-set ssid="12" lang="eng">Annex 2</sanctions-set><origin>UN</origin>
</sanctions-program>
<place ssid="21"><location>Zenda</location><area>Hills</area>
<country iso-code="ZZ">Ruritania</country></place>"""
PERSON = """
<target ssid="901" sanctions-set-id="11"><foreign-identifier>ZZi.001</foreign-identifier>
<modification modification-type="amended" enactment-date="2021-02-01" effective-date="2021-02-01"/>
<modification modification-type="listed" enactment-date="2020-05-01"
  publication-date="2020-05-02" effective-date="2020-05-03"/>
<individual sex="female"><identity ssid="5" main="true">
<name name-type="primary-name" quality="good">
<name-part order="2" name-part-type="family-name"><value>Zorvan</value>
<spelling-variant lang="rus" script="Cyrl">Зорван</spelling-variant></name-part>
<name-part order="1" name-part-type="given-name"><value>Zeta</value>
<spelling-variant lang="rus" script="Cyrl">Зета</spelling-variant>
<spelling-variant lang="eng" script="Latn">Zita</spelling-variant></name-part>
<name-part order="0" name-part-type="title"><value>Dr.</value></name-part></name>
<name name-type="alias" quality="low"><name-part order="1" name-part-type="whole-name">
<value>Zor</value></name-part></name>
<nationality><country iso-code="ZZ">Ruritania</country></nationality>
<day-month-year day="4" month="3" year="1960"/><day-month-year year="1961"/>
<day-month-year day="1" month="1" year="1402" calendar="Hijri"/>
<place-of-birth place-id="21"/>
<address place-id="21" main="true"><address-details>1 Quay</address-details>
<zip-code>1000</zip-code><remarks>closed</remarks></address>
<identification-document document-type="passport"><number>P1</number><issuer code="ZZ"/>
<date-of-issue>2015-01-02</date-of-issue></identification-document></identity>
<identity ssid="6"><name name-type="primary-name"><name-part order="1"
 name-part-type="whole-name"><value>Zeta Quill</value></name-part></name></identity>
<justification ssid="7">Counted twice.</justification>
<relation target-id="902" relation-type="related-to">sister</relation>
<other-information>Belongs to QUUX tribe. Trader.</other-information></individual></target>"""
COMPANY = """
<target ssid="902"><sanctions-set-id>11</sanctions-set-id><sanctions-set-id>12</sanctions-set-id>
<modification modification-type="listed" effective-date="2020-05-03"/>
<modification modification-type="de-listed" effective-date="2022-01-01"/>
<entity><identity main="true"><name name-type="primary-name"><name-part order="1"
 name-part-type="whole-name"><value>Zorvan Works</value></name-part></name>
<day-month-year year="1999"/></identity>
<other-information>INN: 7729507377; IMO number: 9074729</other-information></entity></target>"""


def make_list(*targets: str, head: str = PROGRAMME, namespace: str = "") -> InputFile:
    opening = f'<swiss-sanctions-list date="2026-11-20"{namespace}>'
    text = f'<?xml version="1.0" encoding="UTF-8"?>{opening}{head}{"".join(targets)}'
    return InputFile("consolidated-list.xml", f"{text}</swiss-sanctions-list>".encode())


def read(target: str) -> Party:
    (party,) = parse([make_list(target)]).parties
    return party


def test_a_person_is_read_whole() -> None:
    """Places by number, papers with issuer, dates of another calendar left to the reader."""
    parsed = parse([make_list(PERSON, COMPANY)])
    assert (parsed.published, parsed.counted, parsed.warnings) == (date(2026, 11, 20), 2, ())
    party = parsed.parties[0]
    assert (party.id, party.kind) == ("ch_seco:901", PartyKind.PERSON)
    assert [str(b) for b in party.born] == ["1960-03-04", "1961"]
    assert [(p.text, p.country) for p in party.birth_places] == [
        ("Zenda, Hills, Ruritania", "Ruritania")
    ]
    (address,) = party.addresses
    assert (address.full, address.note) == ("1 Quay, 1000 Zenda, Hills, Ruritania", "closed")
    assert [(i.scheme, i.value, i.country) for i in party.identifiers] == [
        (Scheme.LIST_REFERENCE, "ZZi.001", ""),
        (Scheme.PASSPORT, "P1", "ZZ"),
    ]
    assert [c.country for c in party.countries] == ["ZZ"]
    assert [g.gender for g in party.genders] == [Gender.FEMALE]
    assert [r.other for r in party.relations] == ["ch_seco:902"]


def test_names_are_put_together_by_the_order_of_their_parts() -> None:
    """In each language and script, a part without a spelling as it stands; titles are facts."""
    party = read(PERSON)
    assert [(n.text, n.kind, n.language) for n in party.names] == [
        ("Zeta Zorvan", NameKind.PRIMARY, ""),
        ("Зета Зорван", NameKind.ORIGINAL_SCRIPT, "ru"),
        ("Zita Zorvan", NameKind.ALIAS, "en"),
        ("Zor", NameKind.WEAK_ALIAS, ""),
        ("Zeta Quill", NameKind.ALIAS, ""),
    ]
    assert (party.names[0].given, party.names[0].family) == ("Zeta", "Zorvan")
    assert [f.text for f in party.facts if f.topic is Topic.TITLE] == ["Dr."]


def test_the_spellings_of_a_name_are_bounded() -> None:
    """Five parts of five spellings would be three thousand names."""
    part = "".join(
        f'<spelling-variant lang="eng" script="Latn">V{i}</spelling-variant>' for i in range(5)
    )
    parts = "".join(
        f'<name-part order="{i}" name-part-type="other"><value>Q{i}</value>{part}</name-part>'
        for i in range(5)
    )
    target = (
        '<target ssid="1" sanctions-set-id="11"><entity><identity main="true">'
        f'<name name-type="primary-name">{parts}</name></identity></entity></target>'
    )
    assert len(read(target).names) == 1 + MOST_SPELLINGS


def test_acts_are_in_order_of_effect() -> None:
    """Whatever their order in the file; the day of effect stands where it differs."""
    (listing,) = read(PERSON).listings
    assert [(a.kind.value, a.on, a.effective) for a in listing.acts] == [
        ("designate", date(2020, 5, 1), date(2020, 5, 3)),
        ("amend", date(2021, 2, 1), None),
    ]
    assert listing.programme == "Zenda"
    assert listing.legal_basis[:2] == ("Ordinance of 1 May 2020 (SR 946.231.1)", "Annex 1")


def test_a_removed_target_stays_with_its_end() -> None:
    """The file keeps it; each set it was in is a listing that ended."""
    parsed = parse([make_list(COMPANY)])
    (party,) = parsed.parties
    assert [x.ended_on for x in party.listings] == [date(2022, 1, 1)] * 2
    assert parsed.tallies["records of removed targets"] == 1
    assert [str(d) for d in party.established] == ["1999"]
    assert [(i.scheme, i.value) for i in party.identifiers] == [
        (Scheme.IMO, "9074729"),
        (Scheme.INN, "7729507377"),
    ]


def test_programmes_may_stand_behind_their_targets_and_in_a_namespace() -> None:
    """The order of a file is not promised, nor its namespace."""
    late = parse([make_list(PERSON + PROGRAMME, head="", namespace=' xmlns="urn:x"')])
    assert late.parties == parse([make_list(PERSON)]).parties


def test_special_sentences_and_elements_are_left_out_and_new_ones_kept() -> None:
    """Also from what is otherwise kept word by word."""
    new = "<colour>red</colour><religion>QUUX</religion></individual>"
    parsed = parse([make_list(PERSON.replace("</individual>", new))])
    (party,) = parsed.parties
    assert "colour: red" in [f.text for f in party.facts]
    assert "QUUX" not in repr(parsed)
    assert len(parsed.warnings) == 2


@pytest.mark.parametrize(
    ("word", "expected"),
    [("vessel", PartyKind.VESSEL), ("aircraft", PartyKind.AIRCRAFT), ("horse", None)],
)
def test_objects_are_vessels_or_aircraft(word: str, expected: PartyKind | None) -> None:
    """An object of another type is of no kind, and said."""
    target = COMPANY.replace("<entity>", f'<object object-type="{word}">').replace(
        "</entity>", "</object>"
    )
    parsed = parse([make_list(target)])
    assert parsed.parties[0].kind is expected
    assert bool(parsed.warnings) is (expected is None)


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"<swiss-sanctions-list><target ssid='1'>", "ends early"),
        (b"<other/>", "root element"),
        (b"<swiss-sanctions-list/>", "no target with a name"),
        (b"<swiss-sanctions-list><target><entity/></target></swiss-sanctions-list>", "no ssid"),
    ],
)
def test_what_cannot_be_the_list_is_refused(data: bytes, problem: str) -> None:
    """With the file and what to do next."""
    with pytest.raises(SourceRefused, match=problem) as caught:
        parse([InputFile("list.xml", data)])
    assert (caught.value.where, bool(caught.value.remedy)) == ("list.xml", True)


TEXT = st.text(st.characters(min_codepoint=32, max_codepoint=0xD7FF, exclude_characters='<&"'))


@given(value=TEXT, order=TEXT, day=TEXT, kind=TEXT, change=TEXT)
def test_any_values_make_one_party_or_none(
    value: str, order: str, day: str, kind: str, change: str
) -> None:
    """Numbers that are none, dates that cannot be, words nobody knows."""
    target = (
        f'<target ssid="1"><modification modification-type="{change}" effective-date="{day}"/>'
        f'<individual><identity main="true"><name name-type="{kind}"><name-part order="{order}">'
        f"<value>{value}</value></name-part></name>"
        f'<day-month-year year="{day}" month="{order}" day="{order}"/>'
        "</identity></individual></target>"
    )
    try:
        parsed = parse([make_list(target)])
    except SourceRefused:
        return
    assert len(parsed.parties) == 1
