"""The lists of the BIS: supplements of the eCFR, rows of the CSL, and the denied persons."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ostraka.model.errors import SourceRefused
from ostraka.model.fact import Topic
from ostraka.model.listing import ActKind, ClauseKind, DateKind, ListingClass
from ostraka.model.name import NameKind
from ostraka.model.party import Party
from ostraka.model.relation import RelationKind
from ostraka.sources.reading import InputFile
from ostraka.sources.us_agencies.entity_cell import read_entity_cell
from ostraka.sources.us_bis_denied.parse import parse as parse_denied
from ostraka.sources.us_bis_entity.parse import parse as parse_entities
from ostraka.sources.us_bis_meu.parse import parse as parse_meu
from sources.list_samples import make_csl
from sources.us_agencies.agency_samples import (
    DPL_COLUMNS,
    ENTITY_COLUMNS,
    EXPORT_COLUMNS,
    MEU_COLUMNS,
    make_page,
    make_supplement,
    make_table,
    make_text,
)
from sources.workbook_samples import make_workbook

REQUIREMENT = "For all items subject to the EAR. (See § 744.11 of the EAR)"
POLICY = "Presumption of denial"
NOTICE = "84 FR 54002, 10/9/19. 85 FR 34503, 6/5/20."
DENIED = {
    "Name": "ZETA ZORVAN, JR.",
    "Street_Address": "1 QUAY",
    "City": "ZENDA",
    "State": "ZZ",
    "Country": "",
    "Postal_Code": "12345",
    "Effective_Date": "08/24/2022",
    "Expiration_Date": "01/14/2032",
    "Standard_Order": "Y",
    "Last_Update": "2022-08-29",
    "Action": "F.R. NOTICE ADDED",
    "FR_Citation": "87 F.R. 52741 8/29/2022",
}


def entity(cell: str, country: str = "RURITANIA", notice: str = NOTICE) -> tuple[str, ...]:
    return (country, cell, REQUIREMENT, POLICY, notice)


def read_entities(*rows: tuple[str, ...]) -> tuple[Party, ...]:
    return parse_entities([make_supplement(4, ENTITY_COLUMNS, *rows)]).parties


def names(party: Party) -> list[tuple[str, NameKind]]:
    return [(name.text, name.kind) for name in party.names]


def denied(**cells: str) -> list[str]:
    row = {**DENIED, **cells}
    return [row[column] for column in DPL_COLUMNS]


def dpl(*rows: list[str]) -> InputFile:
    return make_text(DPL_COLUMNS, *rows, delimiter="\t", name="dpl.txt")


def test_an_entry_of_the_supplement_keeps_requirement_policy_and_every_notice() -> None:
    """The first notice put it on the list, the later ones changed the entry."""
    (party,) = read_entities(entity("Zorvan Co., Ltd., 1 Quay, Zenda, Ruritania; and 2 Quay."))
    assert names(party) == [("Zorvan Co., Ltd.", NameKind.PRIMARY)]
    assert [a.full for a in party.addresses] == ["1 Quay, Zenda, Ruritania", "2 Quay"]
    assert [c.country for c in party.countries] == ["RURITANIA"]
    assert [(f.topic, f.text) for f in party.facts] == [
        (Topic.LICENCE_REQUIREMENT, REQUIREMENT),
        (Topic.LICENCE_POLICY, POLICY),
    ]
    (listing,) = party.listings
    assert (listing.list, listing.programme) == ("us_bis_entity", "EL")
    assert listing.listing_class is ListingClass.EXPORT
    assert "15 CFR 744.11" in listing.legal_basis
    assert [(a.kind, str(a.on), a.citation) for a in listing.acts] == [
        (ActKind.DESIGNATE, "2019-10-09", "84 FR 54002"),
        (ActKind.AMEND, "2020-06-05", "85 FR 34503"),
    ]


def test_aliases_stand_on_lines_of_their_own() -> None:
    """Each begins with a dash; the address follows the last."""
    cell = (
        "Zorvan Works, a.k.a., the following three aliases:<br/>—Quill Works Ltd.;<br/>"
        "—ZW; <em>and</em><br/>—Zorr.<br/>1 Quay, Zenda. (See alternate addresses under Elbonia)."
    )
    (party,) = read_entities(entity(cell))
    assert names(party) == [
        ("Zorvan Works", NameKind.PRIMARY),
        ("Quill Works Ltd.", NameKind.ALIAS),
        ("ZW", NameKind.WEAK_ALIAS),
        ("Zorr", NameKind.ALIAS),
    ]
    assert [a.full for a in party.addresses] == ["1 Quay, Zenda"]
    assert [f.text for f in party.facts if f.topic is Topic.REMARK] == [
        "(See alternate addresses under Elbonia)."
    ]


def test_a_part_named_below_its_head_is_a_party_tied_to_it() -> None:
    """A licence is required for each of them."""
    cell = "Zorvan Group, 1 Quay<br/>Affiliated entities:<br/>—Zorvan Radio Plant; and<br/>—Quill."
    head, plant, quill = read_entities(entity(cell))
    assert (head.name, plant.name, quill.name) == ("Zorvan Group", "Zorvan Radio Plant", "Quill")
    (tie,) = plant.relations
    assert (tie.kind, tie.other) == (RelationKind.OWNED_OR_CONTROLLED_BY, head.id)
    assert plant.listings[0].listed_on == date(2019, 10, 9)


def test_a_unit_belongs_to_the_name_where_several_entries_share_their_head() -> None:
    """Otherwise every institute of an academy would have the academy's name alone."""
    found = read_entities(
        entity("Zorvan Academy, Institute of Quills, 1 Quay"),
        entity("Zorvan Academy, Institute of Ink, 2 Quay", country=""),
        entity("Quill Works, Institute Road 5", country=""),
    )
    assert [party.name for party in found] == [
        "Zorvan Academy, Institute of Quills",
        "Zorvan Academy, Institute of Ink",
        "Quill Works",
    ]


def test_the_words_of_a_clause_are_kept() -> None:
    """They name whoever follows the party."""
    row = {"source": "EL", "name": "Zorvan Works and any successor, sub-unit, or subsidiary"}
    (party,) = parse_entities([make_csl(row)]).parties
    kinds = {clause.kind for clause in party.listings[0].clauses}
    assert kinds >= {ClauseKind.SUCCESSORS, ClauseKind.SUBSIDIARIES}


def test_a_country_stands_for_the_rows_below_it() -> None:
    """Also where its cell spans them."""
    spanning = (
        "<table><tr>" + "".join(f"<th>{c}</th>" for c in ENTITY_COLUMNS) + "</tr>"
        f'<tr><td rowspan="2">ELBONIA</td><td>Zorr</td><td>{REQUIREMENT}</td>'
        "<td></td><td></td></tr>"
        f"<tr><td>Quill</td><td>{REQUIREMENT}</td><td></td><td></td></tr></table>"
    )
    page = make_page("<h2>Supplement No. 4 to Part 744—Entity List</h2>", spanning)
    parties = parse_entities([page]).parties
    assert [(p.name, p.countries[0].country) for p in parties] == [
        ("Zorr", "ELBONIA"),
        ("Quill", "ELBONIA"),
    ]
    rows = read_entities(entity("Zorr, 1 Quay"), entity("Quill, 1 Quay", country=""))
    assert [p.countries[0].country for p in rows] == ["RURITANIA", "RURITANIA"]


def test_an_id_outlives_an_edit_and_the_other_shape_of_the_file() -> None:
    """It hangs on list and name."""
    (ours,) = read_entities(entity("Zorvan Co., Ltd., 1 Quay"))
    (theirs,) = parse_entities(
        [make_csl({"source": "EL", "name": "Zorvan Co., Ltd.", "addresses": "2 Quay, ZZ"})]
    ).parties
    assert ours.id == theirs.id


def test_the_military_end_users_are_their_own_supplement_and_list() -> None:
    """With no requirement of their own: it stands in the rule."""
    file = make_supplement(
        7, MEU_COLUMNS, ("RURITANIA", "Zorvan Aero, 1 Quay", "85 FR 83799, 12/23/2020")
    )
    (party,) = parse_meu([file]).parties
    assert (party.name, party.listings[0].programme) == ("Zorvan Aero", "MEU")
    assert party.listings[0].listed_on == date(2020, 12, 23)
    with pytest.raises(SourceRefused, match=r"no table of Supplement No\. 4"):
        parse_entities([file])


def test_the_screening_list_joins_aliases_and_notices_carelessly() -> None:
    """ "Sense Time" stands behind an "and" in the cell of another alias."""
    row = {
        "source": "EL",
        "name": "Zorvan Technology Co., Ltd.",
        "alt_names": "Quill Technology Co., Ltd., and Zor Van; f.k.a. Inkwell; A Co. and Sons",
        "federal_register_notice": "84 FR 54002; 85 FR 34505 85 FR 44159",
    }
    (party,) = parse_entities([make_csl(row)]).parties
    assert names(party)[1:] == [
        ("Quill Technology Co., Ltd.", NameKind.ALIAS),
        ("Zor Van", NameKind.ALIAS),
        ("Inkwell", NameKind.FORMER),
        ("A Co. and Sons", NameKind.ALIAS),
    ]
    (act,) = party.listings[0].acts
    assert act.citation == "84 FR 54002; 85 FR 34505; 85 FR 44159"


def test_a_page_of_several_supplements_gives_each_list_its_own() -> None:
    """The table of the Entity List has the columns of the military end users too."""
    blocks = [
        f"<div><h2>Supplement No. {number} to Part 744</h2><div><div>{table}</div></div></div>"
        for number, table in (
            (4, make_table(ENTITY_COLUMNS, entity("Zorvan, 1 Quay"))),
            (7, make_table(MEU_COLUMNS, ("RURITANIA", "Quill, 1 Quay", "85 FR 1, 1/2/2020"))),
        )
    ]
    page = make_page("<h1>Part 744</h1>", *blocks)
    assert [party.name for party in parse_entities([page]).parties] == ["Zorvan"]
    assert [party.name for party in parse_meu([page]).parties] == ["Quill"]
    with pytest.raises(SourceRefused, match=r"no table of Supplement No\. 7"):
        parse_meu([make_page(*blocks[:1])])
    with pytest.raises(SourceRefused, match=r"no table of Supplement No\. 4"):
        parse_entities([make_page(make_table(ENTITY_COLUMNS, entity("Zorvan, 1 Quay")))])


def test_rows_of_other_lists_are_counted_and_left() -> None:
    """One file carries thirteen lists."""
    file = make_csl(
        {"source": "EL", "name": "Zorvan"},
        {"source": "SDN", "name": "Quill", "entity_number": "7"},
    )
    parsed = parse_entities([file])
    assert [party.name for party in parsed.parties] == ["Zorvan"]
    assert dict(parsed.tallies) == {"records": 1, "rows of other lists": 1}
    with pytest.raises(SourceRefused, match="has no row of that list"):
        parse_meu([file])


WHOLE = make_supplement(4, ENTITY_COLUMNS, entity("Zorvan, 1 Quay"))
PAGE = make_page("<h1>Supplement No. 4 to Part 744</h1>", make_table(("Country",), ("X",)))


@pytest.mark.parametrize(
    ("file", "problem"),
    [
        (InputFile("a.xml", WHOLE.data[:-30]), "the XML ends early"),
        (
            make_supplement(4, ("Country", "Name", "License requirement"), ("A", "B", "C")),
            "lacks one of the columns country, entity, requirement, policy, notice; it has "
            "Country, Name, License requirement",
        ),
        (make_page("<h1>Sorry, we are down for maintenance</h1>"), "no table of Supplement No. 4"),
        (InputFile("page.html", PAGE.data[:-20]), "the page is cut short"),
        (PAGE, "lacks one of the columns"),
        (make_text(("a", "b"), ("1", "2")), "not well-formed XML"),
        (make_csl({"source": "SDN", "name": "Zorvan"}), "has no row of that list"),
    ],
)
def test_what_is_not_the_entity_list_is_refused_with_what_to_do(
    file: InputFile, problem: str
) -> None:
    """Nothing is published from a broken download."""
    with pytest.raises(SourceRefused) as caught:
        parse_entities([file])
    assert problem in caught.value.problem
    assert caught.value.where
    assert caught.value.remedy


def test_exactly_one_file_is_taken() -> None:
    """Two editions together would be neither."""
    with pytest.raises(SourceRefused, match="is one file, and here are 2"):
        parse_entities([WHOLE, WHOLE])


def test_a_denied_person_is_read_with_order_end_and_address() -> None:
    """The name holds a comma, the address parts are columns."""
    parsed = parse_denied([dpl(denied())])
    (party,) = parsed.parties
    assert names(party) == [("ZETA ZORVAN, JR.", NameKind.PRIMARY)]
    (address,) = party.addresses
    assert (address.full, address.city, address.postal_code) == (
        "1 QUAY, ZENDA, ZZ, 12345",
        "ZENDA",
        "12345",
    )
    (listing,) = party.listings
    (act,) = listing.acts
    assert (act.on, act.citation) == (date(2022, 8, 24), "87 FR 52741")
    assert act.measures == ("standard order: Y",)
    assert [(d.kind, d.on) for d in listing.dates] == [(DateKind.EXPIRES, date(2032, 1, 14))]
    assert (parsed.counted, parsed.tallies["records"], parsed.published) == (1, 1, None)


def test_rows_of_one_name_and_day_are_one_party_with_its_addresses() -> None:
    """One order has a row for each address; a namesake of another day stays apart."""
    parties = parse_denied(
        [dpl(denied(), denied(City="STRELSAU"), denied(Effective_Date="01/02/1999"))]
    ).parties
    assert [len(party.addresses) for party in parties] == [2, 1]
    assert len({party.id for party in parties}) == 2


def test_the_exported_csv_packs_name_and_address_into_one_cell() -> None:
    """The name ends where no legal form or generation follows the comma."""
    cell = "ZETA ZORVAN, JR., INMATE NUMBER: 1, 1 QUAY, ZENDA, ZZ, US, 12345"
    row = (cell, "8/24/2022", "1/14/2032", "Standard", "87 F.R. 52741 8/29/2022")
    (party,) = parse_denied([make_text(EXPORT_COLUMNS, row)]).parties
    assert party.name == "ZETA ZORVAN, JR."
    (address,) = party.addresses
    assert (address.country, address.postal_code) == ("US", "12345")
    assert party.listings[0].acts[0].measures == ("standard order: Y",)
    assert party.id == parse_denied([dpl(denied())]).parties[0].id


def test_a_day_that_cannot_be_is_kept_as_a_remark() -> None:
    """The year 3035 stood in the list once; no day is better than a wrong one."""
    (party,) = parse_denied([dpl(denied(Expiration_Date="01/14/3035", Effective_Date=""))]).parties
    assert party.listings[0].dates == ()
    assert "ends: 01/14/3035" in [fact.text for fact in party.facts]


def test_a_special_column_is_left_out_and_a_new_one_kept() -> None:
    """Nothing of religion enters, not even as a remark."""
    header = (*DPL_COLUMNS, "Religion", "Docket")
    file = make_text(header, [*denied(), "ZORVANIST", "17-1"], delimiter="\t", name="dpl.txt")
    parsed = parse_denied([file])
    assert parsed.warnings == (
        "column religion is left out: no reader keeps such data",
        "column docket is new; kept as a remark",
    )
    assert "docket: 17-1" in [fact.text for fact in parsed.parties[0].facts]
    assert "ZORVANIST" not in repr(parsed.parties)


@pytest.mark.parametrize(
    ("file", "problem"),
    [
        (InputFile("dpl.txt", dpl(denied()).data[:-60]), "the file is cut short or damaged"),
        (
            make_text(("Person", *DPL_COLUMNS[1:]), denied(), delimiter="\t", name="dpl.txt"),
            "the table lacks the columns name",
        ),
        (make_text(DPL_COLUMNS, delimiter="\t", name="dpl.txt"), "a header and no row"),
        (make_text(("a", "b"), ("1", "2")), "this is not the Denied Persons List"),
        (InputFile("dpl.txt", b"\xff\xfe\xff"), "not UTF-16 text"),
        (make_page("<p>Maintenance</p>"), "this is not the Denied Persons List"),
    ],
)
def test_what_is_not_the_list_of_denied_persons_is_refused(file: InputFile, problem: str) -> None:
    """With the place and what to do next."""
    with pytest.raises(SourceRefused) as caught:
        parse_denied([file])
    assert problem in caught.value.problem
    assert caught.value.where
    assert caught.value.remedy


@given(st.lists(st.text(max_size=60), max_size=6))
def test_no_cell_breaks_its_reader(lines: list[str]) -> None:
    """Whatever the lines are, addresses and aliases are texts that hold something."""
    cell = read_entity_cell(lines)
    assert all(cell.addresses)
    assert all(alias.text for alias in cell.name.aliases)
    assert all(cell.parts)


CELLS = st.text(
    st.characters(exclude_characters='"\t\r\n\x00', exclude_categories=["Cs"]), max_size=30
)


@given(st.fixed_dictionaries(dict.fromkeys(DPL_COLUMNS, CELLS)))
def test_every_row_with_a_name_is_a_party(cells: dict[str, str]) -> None:
    """No value of any column loses the row or stops the reading."""
    named = {**cells, "Name": f"Zorvan {cells['Name']}"}
    parsed = parse_denied([dpl([named[column] for column in DPL_COLUMNS])])
    assert len(parsed.parties) == parsed.tallies["records"] == 1


@pytest.mark.parametrize(
    "file",
    [
        make_workbook({"Export": [DPL_COLUMNS, denied()]}, name="dpl.xlsx"),
        InputFile("dpl.csv", b"\xef\xbb\xbf" + make_text(DPL_COLUMNS, denied()).data),
        make_text(
            [{"Effective_Date": "beginning_date", "Expiration_Date": "ending_date"}.get(c, c)
             for c in DPL_COLUMNS],
            denied(),
        ),
    ],
    ids=["workbook", "commas and a byte order mark", "other names of the dates"],
)  # fmt: skip
def test_the_export_of_denied_persons_comes_in_several_shapes(file: InputFile) -> None:
    """The page has offered .csv, .xls and .xlsx."""
    plain = parse_denied([dpl(denied())]).parties
    assert parse_denied([file]).parties == plain


def test_aliases_may_stand_on_the_line_of_their_heading() -> None:
    """Up to the address; a name that ends in "or" or "and" keeps its letters."""
    cell = (
        "Zorvan Works, a.k.a., the following three aliases: —Zenda Motor; —Quill Co., Ltd.; and "
        "—Ruritania Land. 1 Quay, Zenda."
    )
    (party,) = read_entities(entity(cell))
    assert [text for text, _ in names(party)] == [
        *("Zorvan Works", "Zenda Motor", "Quill Co., Ltd.", "Ruritania Land"),
    ]
    assert [a.full for a in party.addresses] == ["1 Quay, Zenda"]
