"""Withhold release orders and findings: merchandise, status, and rows that name no party."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ostraka.model.errors import SourceRefused
from ostraka.model.listing import ClauseKind, ListingClass
from ostraka.model.party import Party, PartyKind
from ostraka.model.place import CountryRole
from ostraka.sources.reading import InputFile, ParsedList
from ostraka.sources.us_cbp_wro.parse import parse
from sources.us_agencies.agency_samples import WRO_COLUMNS, make_page, make_table, make_text

ORDER = {
    "WRO/Finding": "WRO",
    "Effective Date": "9/30/2019",
    "Country": "Ruritania",
    "Industry": "Base Metals",
    "Merchandise": "Gold",
    "Entity": "Zorvan Mine",
    "Status": "Active",
    "Remarks": "See Ruritania Finding.",
}


def rows(*orders: dict[str, str]) -> list[list[str]]:
    return [[{**ORDER, **order}[column] for column in WRO_COLUMNS] for order in orders]


def read(*orders: dict[str, str]) -> ParsedList:
    return parse([make_text(WRO_COLUMNS, *rows(*orders))])


def read_one(**cells: str) -> Party:
    (party,) = read(cells).parties
    return party


def test_an_order_keeps_its_merchandise_and_status() -> None:
    """The measure is on the goods, not on dealings with the party."""
    party = read_one()
    (listing,) = party.listings
    assert (listing.programme, listing.listing_class) == ("WRO", ListingClass.IMPORT)
    (act,) = listing.acts
    assert (act.on, act.measures) == (
        date(2019, 9, 30),
        ("merchandise: Gold", "status: Active"),
    )
    assert [(c.country, c.role) for c in party.countries] == [("Ruritania", CountryRole.RESIDENCE)]
    assert [fact.text for fact in party.facts] == ["Base Metals", "See Ruritania Finding."]


def test_an_order_and_a_finding_are_two_listings_of_one_party() -> None:
    """A finding follows an order and lets the goods be seized."""
    finding = {"WRO/Finding": "Finding", "Effective Date": "1/28/2022", "Merchandise": "All"}
    (party,) = read({}, finding).parties
    assert [(x.programme, x.listed_on) for x in party.listings] == [
        ("WRO", date(2019, 9, 30)),
        ("FINDING", date(2022, 1, 28)),
    ]


def test_a_vessel_is_told_from_a_company() -> None:
    """The list writes what it is before the name."""
    vessel = read_one(Entity="Fishing Vessel: Zor No. 7", Country="Fishing Vessels")
    assert (vessel.name, vessel.kind, vessel.countries) == ("Zor No. 7", PartyKind.VESSEL, ())
    owner = read_one(Entity="Fishing Vessels owned by Zorvan Co. Ltd.")
    assert (owner.name, owner.kind) == ("Zorvan Co. Ltd.", PartyKind.ORGANISATION)


def test_several_parties_of_one_row_share_the_clause_on_their_groups() -> None:
    """ "A and B and their subsidiaries" names the groups of both."""
    one, two = read({"Entity": "A S.A. de C.V. and B S.A. de C.V. and their subsidiaries"}).parties
    assert (one.name, two.name) == ("A S.A. de C.V.", "B S.A. de C.V.")
    for party in (one, two):
        assert [c.kind for c in party.listings[0].clauses] == [ClauseKind.SUBSIDIARIES]


@pytest.mark.parametrize(
    ("cells", "tally"),
    [
        ({"Status": "Inactive"}, "rows of orders no longer in force"),
        ({"Status": "Revoked"}, "rows of orders no longer in force"),
        ({"Entity": "All Ruritanian Cotton"}, "rows on goods that name no party"),
        ({"Entity": "Tobacco produced in Ruritania"}, "rows on goods that name no party"),
        ({"Entity": ""}, "rows without a name"),
    ],
)
def test_a_row_that_binds_no_party_is_counted_and_left(cells: dict[str, str], tally: str) -> None:
    """A suspended order is none of these: it may revive."""
    parsed = read(cells, {"Status": "Inactive-Pending Litigation"})
    assert dict(parsed.tallies) == {"records": 2, tally: 1}
    (party,) = parsed.parties
    assert "status: Inactive-Pending Litigation" in party.listings[0].acts[0].measures


def test_a_new_kind_of_row_is_read_as_an_order_and_said() -> None:
    """It binds in one way or another."""
    parsed = read({"WRO/Finding": "Modification"})
    assert parsed.parties[0].listings[0].programme == "WRO"
    assert "neither an order nor a finding" in parsed.warnings[0]


def test_the_page_is_read_as_the_csv_is() -> None:
    """Both have the same columns."""
    page = make_page(make_table(WRO_COLUMNS, *rows({}, {"Entity": "Quill Works"})))
    assert parse([page]).parties == read({}, {"Entity": "Quill Works"}).parties


CSV = make_text(WRO_COLUMNS, *rows({}))


@pytest.mark.parametrize(
    ("file", "problem"),
    [
        (make_text(("Name", *WRO_COLUMNS[1:-1]), *[["x"] * 7]), "ends"),
        (InputFile("list.csv", CSV.data[:-20]), "cut short or damaged"),
        (make_text(WRO_COLUMNS), "a header and no row"),
        (make_page("<h1>Maintenance</h1>"), "the page has no table with the columns entity"),
    ],
)
def test_what_is_not_the_list_is_refused(file: InputFile, problem: str) -> None:
    """With the place and what to do."""
    if problem == "ends":
        file, problem = make_text(("WRO", "Effective Date", "Status"), ("a", "b", "c")), "lacks"
    with pytest.raises(SourceRefused) as caught:
        parse([file])
    assert problem in caught.value.problem
    assert caught.value.where
    assert caught.value.remedy


TEXTS = st.text(st.characters(exclude_characters="\x00", exclude_categories=["Cs"]), max_size=40)


@given(TEXTS, TEXTS)
def test_no_cell_stops_the_reading(entity: str, status: str) -> None:
    """A row is a party or it is tallied."""
    parsed = read({"Entity": entity, "Status": status})
    left = sum(count for what, count in parsed.tallies.items() if what.startswith("rows"))
    assert parsed.parties or left == 1 or not any(c.isalnum() for c in entity)
