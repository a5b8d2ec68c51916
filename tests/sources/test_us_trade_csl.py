"""The Consolidated Screening List: every trap of its format, in small."""

from __future__ import annotations

from datetime import date

import pytest

from ostraka.model.errors import SourceRefused
from ostraka.model.fact import Topic
from ostraka.model.identifier import Scheme
from ostraka.model.listing import ClauseKind, DateKind, ListingClass
from ostraka.model.name import NameKind
from ostraka.model.party import Party, PartyKind
from ostraka.model.place import CountryRole
from ostraka.sources.keys import Unnumbered, derive_keys
from ostraka.sources.us_trade_csl.parse import parse
from sources.list_samples import CSL_COLUMNS, make_csl, make_table


def read(**row: str) -> Party:
    (party,) = parse([make_csl({"source": "EL", "name": "Zorvan Works", **row})]).parties
    return party


def names(party: Party) -> list[tuple[str, NameKind]]:
    return [(name.text, name.kind) for name in party.names]


def test_rows_of_one_entity_number_are_one_party() -> None:
    """The same body on several lists has one row for each of them."""
    row = {
        "entity_number": "77",
        "type": "Entity",
        "name": "ZORVAN BANK",
        "addresses": "1 Quay, ZZ",
    }
    sector = {**row, "source": "SSI", "programs": "UKRAINE-EO13662"}
    menu = {**row, "source": "MBS", "programs": "MBS", "alt_names": "ZB"}
    parsed = parse([make_csl(sector, menu)])
    (party,) = parsed.parties
    assert party.id == "us_trade_csl:77"
    assert [(x.list, x.programme, x.listing_class) for x in party.listings] == [
        ("us_ofac_cons", "UKRAINE-EO13662", ListingClass.INVESTMENT),
        ("us_ofac_cons", "MBS", ListingClass.STATUS),
    ]
    assert names(party) == [("ZORVAN BANK", NameKind.PRIMARY), ("ZB", NameKind.ALIAS)]
    assert len(party.addresses) == 1
    assert (parsed.tallies["records"], parsed.counted) == (2, 2)


def test_rows_without_a_number_are_parties_of_their_own() -> None:
    """Even where every cell but the hash is the same: nothing says they are one."""
    row = {"source": "EL", "name": "Zorvan Works", "start_date": "2020-01-01"}
    parties = parse([make_csl(row, row, {**row, "source": "DPL"})]).parties
    assert len({party.id for party in parties}) == 3
    assert all(len(party.id) == len("us_trade_csl:") + 16 for party in parties)


def test_a_derived_key_stays_when_address_notice_or_spelling_of_case_changes() -> None:
    """Edits of an entry are changes of a party, not a removal and an addition."""
    before = read(addresses="1 Quay, ZZ", federal_register_notice="84 FR 1")
    after = read(name="ZORVAN  WORKS", addresses="2 Quay, ZZ", federal_register_notice="85 FR 2")
    assert before.id == after.id != read(name="Zorvan Work").id


def test_a_new_namesake_does_not_change_the_key_of_the_older_one() -> None:
    """The one listed first keeps the plain key, wherever it stands in the file."""
    old = Unnumbered("x", "", "Zor", "2019-01-01", "", "")
    new = Unnumbered("x", "", "Zor", "2021-01-01", "", "")
    (alone,) = derive_keys([old])
    assert derive_keys([new, old])[1] == derive_keys([old, new])[0] == alone


@pytest.mark.parametrize(
    ("code", "key", "expected"),
    [
        ("SDN", "us_ofac_sdn", ListingClass.ASSET_FREEZE),
        ("CMIC", "us_ofac_cons", ListingClass.INVESTMENT),
        ("CAP", "us_ofac_cons", ListingClass.STATUS),
        ("EL", "us_bis_entity", ListingClass.EXPORT),
        ("DPL", "us_bis_denied", ListingClass.EXPORT),
        ("Unverified List (UVL) - Bureau of X", "us_bis_unverified", ListingClass.STATUS),
        ("Military End User (MEU) List - Bureau of X", "us_bis_meu", ListingClass.EXPORT),
        ("ITAR Debarred (DTC) - State Department", "us_state_dtc", ListingClass.DEBARMENT),
        ("ISN", "us_state_isn", ListingClass.EXPORT),
        ("Foreign Sanctions Evaders (FSE) - X", "us_ofac_cons", ListingClass.STATUS),
        ("Palestinian Legislative Council List (PLC) - X", "us_ofac_cons", ListingClass.STATUS),
    ],
)
def test_every_row_is_of_its_legal_list(code: str, key: str, expected: ListingClass) -> None:
    """What follows from a listing hangs on the list it is on, not on the file."""
    (listing,) = read(source=code).listings
    assert (listing.list, listing.listing_class) == (key, expected)
    assert listing.legal_basis


def test_a_new_list_is_kept_as_a_status_and_said() -> None:
    """A fourteenth list must not drop its parties."""
    parsed = parse([make_csl({"source": "Zorvan List (ZL) - X", "name": "Zor"})])
    (listing,) = parsed.parties[0].listings
    assert (listing.list, listing.listing_class) == ("us_trade_csl", ListingClass.STATUS)
    assert parsed.warnings[0] == (
        "the list 'Zorvan List (ZL) - X' is new; its listings are read as a mere status"
    )
    assert "an agency's list may have dropped out" in parsed.warnings[1]


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("Zorvan?s Works", [("Zorvan's Works", NameKind.PRIMARY)]),
        ("OAO ?Zorvan?", [('OAO "Zorvan"', NameKind.PRIMARY)]),
        ("Xi\x92zor Works", [("Xi’zor Works", NameKind.PRIMARY)]),
        (
            "Zorvan, OOO (f.k.a., Quill OOO)",
            [("Zorvan, OOO", NameKind.PRIMARY), ("Quill OOO", NameKind.FORMER)],
        ),
        (
            "Zorvan Inc., a.k.a. Quill Inc.",
            [("Zorvan Inc.", NameKind.PRIMARY), ("Quill Inc.", NameKind.ALIAS)],
        ),
        (
            "ZETA (A.K.A. QUILL ZORR) VAN",
            [("ZETA VAN", NameKind.PRIMARY), ("QUILL ZORR", NameKind.ALIAS)],
        ),
        (
            "Zorvan Inc. (a.k.a. Quill; Zorr and Van)",
            [
                ("Zorvan Inc.", NameKind.PRIMARY),
                ("Quill", NameKind.ALIAS),
                ("Zorr and Van", NameKind.ALIAS),
            ],
        ),
        ("Zorvan Co., Ltd.,", [("Zorvan Co., Ltd.", NameKind.PRIMARY)]),
        ("Zorvan, including Quill", [("Zorvan, including Quill", NameKind.PRIMARY)]),
    ],
)
def test_a_name_cell_is_taken_apart(cell: str, expected: list[tuple[str, NameKind]]) -> None:
    """And the cell as written stays beside the primary name where it differs."""
    party = read(name=cell)
    assert names(party) == expected


def test_the_cell_as_written_stays_beside_the_name() -> None:
    """What was repaired can be seen."""
    assert read(name="Zorvan?s Works").names[0].origin.raw == "Zorvan?s Works"
    assert read(name="Zorvan Works").names[0].origin.raw == ""


@pytest.mark.parametrize(
    ("cell", "name", "kinds"),
    [
        (
            "Zorvan LLC and any successor, sub-unit, or subsidiary thereof",
            "Zorvan LLC",
            {ClauseKind.SUCCESSORS, ClauseKind.SUBUNITS, ClauseKind.SUBSIDIARIES},
        ),
        (
            "Zorvan Academy, and its sub-units and successors",
            "Zorvan Academy",
            {ClauseKind.SUCCESSORS, ClauseKind.SUBUNITS},
        ),
        (
            "Ministry of Tin, including all operating units wherever located. All in Zenda.",
            "Ministry of Tin",
            {ClauseKind.SUBUNITS},
        ),
        (
            "Tin Board and subordinate entity Works (including power plants), all mills",
            "Tin Board",
            {ClauseKind.AFFILIATES},
        ),
    ],
)
def test_a_clause_is_no_part_of_the_name(cell: str, name: str, kinds: set[ClauseKind]) -> None:
    """It says whom the listing reaches beyond the party, and is kept for that."""
    party = read(source="ISN", name=cell)
    assert party.name == name
    clauses = party.listings[0].clauses
    assert {clause.kind for clause in clauses} == kinds
    assert all(clause.text in cell for clause in clauses)


def test_a_subordinate_body_is_linked_to_its_parent() -> None:
    """Its own name leads; where that is generic, the whole cell does."""
    own = read(name="Zorvan Corp. (ZC).  Affiliated Entity:  Quill Net Ltd.")
    assert (own.name, own.relations[0].other_name) == ("Quill Net Ltd.", "Zorvan Corp. (ZC)")
    generic = read(name="Zorvan Academy.  Subordinate Institution - 23rd Research Institute")
    assert names(generic) == [
        ("Zorvan Academy. Subordinate Institution - 23rd Research Institute", NameKind.PRIMARY),
        ("23rd Research Institute", NameKind.WEAK_ALIAS),
    ]


def test_a_parent_in_the_same_file_is_found() -> None:
    """By its exact name, and only where one party has it."""
    parent = {"source": "EL", "name": "Zorvan Academy"}
    child = {"source": "EL", "name": "Zorvan Academy. Affiliated Entity: Quill Ltd."}
    first, second = parse([make_csl(parent, child)]).parties
    assert second.relations[0].other == first.id
    doubled = parse([make_csl(parent, child, parent)]).parties
    assert doubled[1].relations[0].other is None


def test_further_names_are_split_and_lose_their_conjunction() -> None:
    """The last one of a sentence begins with "and"."""
    party = read(alt_names="Zorr; ZV; and Quill?s Net, f.k.a., Old Net")
    assert names(party)[1:] == [
        ("Zorr", NameKind.ALIAS),
        ("ZV", NameKind.WEAK_ALIAS),
        ("Quill's Net", NameKind.ALIAS),
        ("Old Net", NameKind.FORMER),
    ]


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        (
            "Zorr Co., Ltd., and Quill",
            [("Zorr Co., Ltd.", NameKind.ALIAS), ("Quill", NameKind.ALIAS)],
        ),
        ("Zorr Co., Ltd. and its branches", [("Zorr Co., Ltd. and its branches", NameKind.ALIAS)]),
        ("f.k.a. Old Zorr", [("Old Zorr", NameKind.FORMER)]),
        ("Zorr; F/K/A Old Zorr", [("Zorr", NameKind.ALIAS), ("Old Zorr", NameKind.FORMER)]),
        ("and fka Old Zorr", [("Old Zorr", NameKind.FORMER)]),
        ("a.k.a., Zorr", [("Zorr", NameKind.ALIAS)]),
        ("Aka Zorr", [("Aka Zorr", NameKind.ALIAS)]),
    ],
)
def test_a_cell_of_further_names_is_taken_apart(
    cell: str, expected: list[tuple[str, NameKind]]
) -> None:
    """A name joined to the one before by "and" is one of its own, and a former one says so."""
    assert names(read(alt_names=cell))[1:] == expected


@pytest.mark.parametrize("between", [" ", "; ", ";; ", ",; ", ";;", " ,;  "])
def test_citations_are_told_apart_whatever_stands_between(between: str) -> None:
    """The file joins them with two semicolons, or a comma and a semicolon, here and there."""
    party = read(federal_register_notice=f"84 FR 54002{between}85 F.R.34495")
    assert party.listings[0].acts[0].citation == "84 FR 54002; 85 F.R.34495"


def test_names_of_numbered_rows_are_as_ofac_has_them() -> None:
    """Nothing is packed there, and a comma parts family from given name."""
    party = read(
        source="SDN",
        entity_number="7",
        type="Individual",
        name="QUILL, Zor (ZQ)",
        alt_names="QUIL, Zor; ZQ",
    )
    assert names(party) == [
        ("QUILL, Zor (ZQ)", NameKind.PRIMARY),
        ("QUIL, Zor", NameKind.ALIAS),
        ("ZQ", NameKind.ALIAS),
    ]
    assert (party.kind, party.names[1].family, party.names[1].given) == (
        PartyKind.PERSON,
        "QUIL",
        "Zor",
    )


def test_the_kind_is_not_guessed() -> None:
    """Almost all rows of BIS and State are blank; only "(… individual)" tells."""
    assert read().kind is None
    person = read(source="ISN", name="Zor Van (aka Zor Wan) (Ruritanian individual)")
    assert (person.kind, names(person)) == (
        PartyKind.PERSON,
        [("Zor Van", NameKind.PRIMARY), ("Zor Wan", NameKind.ALIAS)],
    )


def test_addresses_for_names_and_empty_rows_are_counted() -> None:
    """They are no parties, and are not lost from the count either."""
    rows = ({"source": "EL", "name": n} for n in ("Zor", "", "Address 01 1 Quay, Zenda"))
    parsed = parse([make_csl(*rows)])
    assert len(parsed.parties) == 1
    assert parsed.tallies == {
        "records": 3,
        "rows of EL": 3,
        "rows without a name": 1,
        "rows with an address for a name": 1,
    }


def test_acts_dates_and_licence_terms() -> None:
    """Start is an act with its citations told apart; end is when a denial expires."""
    party = read(
        source="DPL",
        federal_register_notice="67 F.R. 56530 9/4/02 67 F.R. 10890 3/11/02",
        start_date="2002-03-04",
        end_date="2056-06-29",
        standard_order="Y",
        license_requirement="All items",
        license_policy="Presumption of denial",
    )
    (listing,) = party.listings
    (act,) = listing.acts
    assert (act.on, act.citation, act.measures) == (
        date(2002, 3, 4),
        "67 F.R. 56530 9/4/02; 67 F.R. 10890 3/11/02",
        ("standard order: Y",),
    )
    assert [(d.kind, d.on) for d in listing.dates] == [(DateKind.EXPIRES, date(2056, 6, 29))]
    assert [(f.topic, f.text) for f in party.facts] == [
        (Topic.LICENCE_REQUIREMENT, "All items"),
        (Topic.LICENCE_POLICY, "Presumption of denial"),
    ]


def test_dates_among_the_ids_are_those_of_the_listing() -> None:
    """OFAC states the three dates of a CMIC listing nowhere else."""
    party = read(
        source="CMIC",
        entity_number="7",
        type="Entity",
        programs="CMIC-EO13959",
        ids="10 Dec 2021, Listing Date (CMIC); 08 Feb 2022, Effective Date (CMIC); "
        "10 Dec 2022, Purchase/Sales For Divestment Date (CMIC)",
    )
    (listing,) = party.listings
    assert (listing.listed_on, listing.acts[0].effective) == (date(2021, 12, 10), date(2022, 2, 8))
    assert [(d.kind, d.on) for d in listing.dates] == [
        (DateKind.EFFECTIVE, date(2022, 2, 8)),
        (DateKind.DIVEST_BY, date(2022, 12, 10)),
    ]


def test_ids_are_told_apart_by_their_labels() -> None:
    """Country first, or label first; a value may hold a semicolon and a comma."""
    party = read(
        source="SDN",
        entity_number="7",
        type="Individual",
        ids="RU, Z 0007, Passport; IMO 9074729, Vessel Registration Identification; "
        "Male, Gender; "
        "North Korea Regulations; sections 1, 2, Secondary sanctions risk:; "
        "Tax ID No., 42, LB; rest",
    )
    assert [(i.scheme, i.value, i.country) for i in party.identifiers] == [
        (Scheme.PASSPORT, "Z 0007", "RU"),
        (Scheme.IMO, "IMO 9074729", ""),
        (Scheme.TAX_ID, "42", "LB"),
    ]
    assert [str(stated.gender) for stated in party.genders] == ["male"]
    assert [(f.topic, f.text) for f in party.facts] == [
        (Topic.SECONDARY_SANCTIONS, "North Korea Regulations; sections 1, 2"),
        (Topic.REMARK, "rest"),
    ]


def test_places_births_and_ties() -> None:
    """Each part ends in its alpha-2 code, or is nothing but one."""
    party = read(
        source="SDN",
        entity_number="7",
        type="Vessel",
        addresses="1 Quay, Zenda, ZZ; RU; Miami, FL, 33143",
        dates_of_birth="1966-02-13; circa 1950; 1965 to 1967",
        places_of_birth="Zenda, Ruritania",
        nationalities="RU; LB",
        vessel_flag="Panama",
        call_sign="ZORV",
        remarks="(Linked To: ZOR (ZR)-QUDS); (Linked To: QUILL); head office",
    )
    assert [(a.full, a.country) for a in party.addresses] == [
        ("1 Quay, Zenda, ZZ", "ZZ"),
        ("RU", "RU"),
        ("Miami, FL, 33143", ""),
    ]
    assert [str(b) for b in party.born] == ["1966-02-13", "circa 1950", "1965-01-01 to 1967-12-31"]
    assert [(t.country, t.role) for t in party.countries] == [
        ("RU", CountryRole.NATIONALITY),
        ("LB", CountryRole.NATIONALITY),
        ("Panama", CountryRole.FLAG),
    ]
    assert [r.other_name for r in party.relations] == ["ZOR (ZR)-QUDS", "QUILL"]
    assert [(f.topic, f.text) for f in party.facts] == [(Topic.REMARK, "head office")]
    assert party.identifiers[0].scheme is Scheme.CALL_SIGN


def test_several_programmes_are_several_listings() -> None:
    """Each programme has its own consequences."""
    party = read(source="SDN", entity_number="7", programs="SDGT; IFSR")
    assert [listing.programme for listing in party.listings] == ["SDGT", "IFSR"]


def test_columns_are_found_by_name() -> None:
    """Whatever their order, case and spacing; a new one is kept, and said."""
    row = {"source": "EL", "name": "Zor", "addresses": "1 Quay, ZZ", "colour": "red"}
    columns = [*reversed(CSL_COLUMNS), "colour"]
    headings = [
        " Federal Register-Notice " if c == "federal_register_notice" else c for c in columns
    ]
    file = make_csl(row, columns=columns)
    renamed = file.data.replace(
        ",".join(f'"{c}"' for c in columns).encode(),
        ",".join(f'"{h.title()}"' for h in headings).encode(),
        1,
    )
    parsed = parse([make_table(renamed.decode(), "consolidated.csv")])
    assert [fact.text for fact in parsed.parties[0].facts] == ["colour: red"]
    assert parsed.parties[0].addresses[0].full == "1 Quay, ZZ"
    assert parsed.warnings[0] == "column colour is new; kept as a remark"
    assert parsed.counted is None


def test_other_files_are_refused() -> None:
    """A missing column, a cut row, another table, two files."""
    whole = make_csl({"source": "EL", "name": "Zor"})
    lacking = make_csl({"source": "EL", "name": "Zor"}, columns=("source", "name"))
    cut = make_table(whole.data.decode().rpartition(',"",""')[0], "cut.csv")
    for files in ([], [whole, whole], [lacking], [cut], [make_table("name,id\nx,1\n")]):
        with pytest.raises(SourceRefused):
            parse(files)


def test_words_that_lead_an_affiliate_or_an_address_are_no_part_of_it() -> None:
    """The file cuts them from a longer sentence."""
    party = read(name="Affiliated Entity: Zorvan Labs", addresses="1 Quay, RU; and 2 Quay, CN")
    assert names(party) == [("Zorvan Labs", NameKind.PRIMARY)]
    assert [(a.full, a.country) for a in party.addresses] == [
        ("1 Quay, RU", "RU"),
        ("2 Quay, CN", "CN"),
    ]


def test_a_text_with_a_semicolon_hides_no_number_behind_it() -> None:
    """A label ends what stood before it, understood or not."""
    party = read(ids="Secondary sanctions risk:, Section 1; 2 of the Act; Passport, P1, RU")
    assert [(i.scheme, i.value) for i in party.identifiers] == [(Scheme.PASSPORT, "P1")]
    assert "2 of the Act" in [fact.text for fact in party.facts]
