"""Contacts as two lists write them: several in a field, broken by spaces, in each other's field."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ostraka.model.fact import Topic
from ostraka.model.party import Party
from ostraka.sources.contacts import split_contact
from ostraka.sources.eu_fsf.parse import parse as parse_fsf
from ostraka.sources.gb_uksl.parse import parse as parse_uksl
from sources.eu_samples import make_element, make_fsf_entity, make_fsf_xml
from sources.uk_samples import make_designation, make_uksl_xml

MAIL, SITE = Topic.EMAIL, Topic.WEBSITE


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a@zor.example; b @zor.example", [(MAIL, "a@zor.example"), (MAIL, "b@zor.example")]),
        ("a@zor.example and b@zor.example", [(MAIL, "a@zor.example"), (MAIL, "b@zor.example")]),
        ("a@zor.example www.zor.example", [(MAIL, "a@zor.example"), (SITE, "www.zor.example")]),
        ("see the page of a@zor.example", [(SITE, "see the page of a@zor.example")]),
    ],
)
def test_a_field_is_taken_apart_where_it_holds_addresses_alone(
    text: str, expected: list[tuple[Topic, str]]
) -> None:
    assert list(split_contact(SITE, text)) == expected


@given(st.text(alphabet="a@.; ,/and", max_size=30))
def test_nothing_of_a_field_is_lost(text: str) -> None:
    """But for spaces, separators and the word between two addresses."""
    told = "".join(piece for _, piece in split_contact(MAIL, text))
    assert set(text) - set(" ;,andAND") <= set(told)


def contacts(party: Party) -> list[tuple[Topic, str]]:
    return [(f.topic, f.text) for f in party.facts if f.topic in {MAIL, SITE, Topic.PHONE}]


def test_an_address_in_the_field_of_websites_is_an_address() -> None:
    """The UK list swaps the two."""
    inner = "<Websites><Website>info@zor.example</Website></Websites>"
    (party,) = parse_uksl([make_uksl_xml(make_designation(inner))]).parties
    assert contacts(party) == [(MAIL, "info@zor.example")]


def test_a_contact_of_one_kind_may_pack_others() -> None:
    """The EU list labels them inside the value."""
    packed = "EMAIL: a @ zor.example PHONE: +7 495 1234567 WEB: www.zor.example"
    info = make_element("contactInfo", key="WEB", value=packed)
    place = make_element("address", info, city="Zenda", countryIso2Code="RU")
    (party,) = parse_fsf([make_fsf_xml(make_fsf_entity(place))]).parties
    assert contacts(party) == [
        (MAIL, "a@zor.example"),
        (Topic.PHONE, "+7 495 1234567"),
        (SITE, "www.zor.example"),
    ]


def test_a_state_that_is_no_more_is_its_successor() -> None:
    """CS, which other countries' tables hold to be unknown."""
    tie = make_element("citizenship", countryIso2Code="CS", countryDescription="SERBIA")
    (party,) = parse_fsf([make_fsf_xml(make_fsf_entity(tie))]).parties
    assert [c.country for c in party.countries] == ["RS"]
