"""The bundled list: facts with citations, and nothing that should not be bundled."""

from __future__ import annotations

import csv
from datetime import date
from importlib import resources

import pytest

from ostraka.model.dates import Precision
from ostraka.model.errors import SourceRefused
from ostraka.model.identifier import Scheme
from ostraka.model.listing import DateKind, Listing
from ostraka.model.name import NameKind
from ostraka.model.party import Party, PartyKind
from ostraka.sources.demo.bundle import load_customers, load_designations
from ostraka.sources.demo.parse import parse
from ostraka.sources.reading import InputFile
from ostraka.sources.registry import KNOWN_KEYS

PARSED = parse(load_designations())
PARTIES = {party.id.removeprefix("demo:"): party for party in PARSED.parties}
every_party = pytest.mark.parametrize("party", PARSED.parties, ids=list(PARTIES))


def listing(party: str, key: str) -> Listing:
    (found,) = [x for x in PARTIES[party].listings if x.list == key]
    return found


def test_it_is_whole() -> None:
    """47 parties: 22 persons, 25 bodies; ids are distinct."""
    assert len(PARTIES) == len(PARSED.parties) == PARSED.counted == 47
    kinds = [party.kind for party in PARSED.parties]
    assert (kinds.count(PartyKind.PERSON), kinds.count(PartyKind.ORGANISATION)) == (22, 25)


@every_party
def test_every_listing_has_a_citation_and_a_legal_basis(party: Party) -> None:
    """Nobody is in it whose listing has no source."""
    for found in party.listings:
        assert found.list in KNOWN_KEYS
        assert found.legal_basis
        assert all(act.citation for act in found.acts)
        assert found.acts


@every_party
def test_nothing_is_stated_that_need_not_be_bundled(party: Party) -> None:
    """A year of birth at most; no numbers but of securities, no addresses or places, no family."""
    assert all(born.precision is Precision.YEAR for born in (*party.born, *party.established))
    assert {known.scheme for known in party.identifiers} <= {Scheme.ISIN, Scheme.TICKER}
    assert (party.addresses, party.birth_places) == ((), ())
    assert all(r.kind == "linked_to" for r in party.relations)


@every_party
def test_every_link_leads_to_a_party_of_the_list(party: Party) -> None:
    """A dangling link would be a misspelt id."""
    for relation in party.relations:
        assert relation.other in {f"demo:{key}" for key in PARTIES}
        assert relation.other_name == PARTIES[relation.other.removeprefix("demo:")].name


@every_party
def test_names_are_distinct_and_scripts_are_named(party: Party) -> None:
    """A name in another script says which, so that it is romanised by the right rules."""
    texts = [name.text for name in party.names]
    assert len(set(texts)) == len(texts)
    for name in party.names:
        assert bool(name.script) is (name.kind is NameKind.ORIGINAL_SCRIPT)


def test_the_25_designations_of_10_december_2021_are_there() -> None:
    """Fifteen persons and ten bodies in Treasury's own words, and SenseTime on another list."""
    day = date(2021, 12, 10)
    sdn = [
        party
        for party in PARSED.parties
        if any(x.list == "us_ofac_sdn" and x.listed_on == day for x in party.listings)
    ]
    kinds = [party.kind for party in sdn]
    assert (kinds.count(PartyKind.PERSON), kinds.count(PartyKind.ORGANISATION)) == (15, 10)
    visa = [p for p in PARSED.parties if any(x.list == "us_state_7031c" for x in p.listings)]
    assert len(visa) == 8


def test_the_ten_named_parties_of_9_october_2019_are_there() -> None:
    """Eight companies, the bureau and the college of the 28."""
    listed = [
        key
        for key in PARTIES
        for x in PARTIES[key].listings
        if x.list == "us_bis_entity" and x.acts[0].citation == "84 FR 54002"
    ]
    assert len(listed) == 10
    assert listing("sense-time", "us_bis_entity").listed_on == date(2019, 10, 9)


def test_the_three_dates_of_an_investment_ban_are_kept() -> None:
    """Effective 60 days after the listing, divestment within 365 days."""
    for key, listed in (
        ("sensetime-group-limited", date(2021, 12, 10)),
        ("hikvision", date(2021, 6, 3)),
        ("megvii", date(2021, 12, 16)),
    ):
        found = listing(key, "us_ofac_cons")
        stated = {d.kind: (d.on - listed).days for d in found.dates}
        assert found.listed_on == listed
        assert stated == {DateKind.EFFECTIVE: 60, DateKind.DIVEST_BY: 365}


def test_who_is_not_in_it() -> None:
    """Owned companies, the bureau of the Corps, and the issuer of the shares."""
    names = {name.text.casefold() for party in PARSED.parties for name in party.names}
    for absent in ("sensetime group inc.", "xpcc public security bureau", "shenzhen sensetime"):
        assert not any(absent in name for name in names)
    corps = {name.text for name in PARTIES["xinjiang-production-and-construction-corps"].names}
    assert {"XPCC", "Bingtuan"} <= corps


def test_the_customers_are_forty_of_whom_a_few_carry_a_listed_name() -> None:
    """Only names that newspapers or the lists themselves use are equal to a listed one."""
    customers = load_customers()
    listed = {name.text.casefold() for party in PARSED.parties for name in party.names}
    equal = {c.name for c in customers if c.name.casefold() in listed}
    assert len(customers) == 40
    assert equal == {
        *("Xuekelaiti Zhaker", "雪克来提·扎克尔", "Erkin Tuniyaz", "RAB Forces", "Sek Studio"),
        *("European Institute Yusto", "Европейский институт Юсто", "Chen Mingguo"),
        *("Megvii Technology", "Bingtuan"),
    }


def test_the_customers_file_has_the_columns_users_have() -> None:
    """It can be given to `ostraka screen --file` as it is."""
    text = resources.files("ostraka.sources.demo").joinpath("customers.csv").read_text("utf-8")
    rows = list(csv.DictReader(text.splitlines()))
    assert list(rows[0]) == ["id", "name", "kind", "born", "country"]
    assert len({row["id"] for row in rows}) == len(rows)
    assert all(
        subject.born or not row["born"] for subject, row in zip(load_customers(), rows, strict=True)
    )


@pytest.mark.parametrize(
    "data",
    [b"a: [", b"- x\n", b"published: soon\nevents: {}\nparties: []\n", b"\xff\xfe\xfa"],
)
def test_another_file_is_refused(data: bytes) -> None:
    """Whatever YAML it holds."""
    with pytest.raises(SourceRefused):
        parse([InputFile("parties.yml", data)])
