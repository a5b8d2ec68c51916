"""The legacy CSV set and everything OFAC does in it that no other list does."""

from __future__ import annotations

import pytest

from ostraka.model.fact import Topic
from ostraka.model.identifier import Scheme
from ostraka.model.name import NameKind
from ostraka.model.origin import Origin
from ostraka.model.party import PartyKind
from ostraka.model.place import CountryRole
from ostraka.sources.reading import InputFile
from sources.ofac.ofac_samples import NONE, Row, primary, read, read_party, table

ALIASES = table("alt.csv", '101,1,"aka","COG WORKS",-0- ')
ADDRESSES = table("add.csv", '101,2,"1 Cog Lane","Cogton","Togo",-0- ')
PAD = "Linked To: " + "W" * 240


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        (NONE, PartyKind.ORGANISATION),
        ("individual", PartyKind.PERSON),
        ("vessel", PartyKind.VESSEL),
        ("aircraft", PartyKind.AIRCRAFT),
    ],
)
def test_an_entry_without_a_kind_is_an_organisation(word: str, kind: PartyKind) -> None:
    """OFAC's null stands for what its XML calls an entity."""
    assert read_party(Row(kind=word)).kind is kind


def test_an_unknown_kind_loses_neither_the_party_nor_the_others() -> None:
    """The word is told, and the party kept without a kind."""
    parsed = read("us_ofac_sdn", primary(Row(kind="airship"), Row(uid="102")), ALIASES, ADDRESSES)
    assert [p.kind for p in parsed.parties] == [None, PartyKind.ORGANISATION]
    assert parsed.warnings == (
        "the kind of entry 'airship' is unknown; the entry is kept without (1 entry, first 101)",
    )


def test_the_name_is_kept_as_spelled_and_parted_for_persons_only() -> None:
    """A comma in a company's name is part of the name."""
    person = read_party(Row(name="DOE, Jane Q.", kind="individual")).names[0]
    company = read_party(Row(name="DOE, ROE & CO., LTD.")).names[0]
    assert (person.text, person.family, person.given) == ("DOE, Jane Q.", "DOE", "Jane Q.")
    assert (company.text, company.family, company.given) == ("DOE, ROE & CO., LTD.", "", "")


def test_programmes_come_without_their_outer_brackets() -> None:
    """`A] [B] [C` is three programmes."""
    party = read_party(Row(programmes="SDGT] [IFSR] [CAATSA - RUSSIA"))
    assert [x.programme for x in party.listings] == ["SDGT", "IFSR", "CAATSA - RUSSIA"]


def test_columns_of_vessels_are_read() -> None:
    """They are columns here and features in the XML shapes."""
    vessel = ("XX99", "Bulk Carrier", "318,000", "163,660", "Togo", "Widget Shipping")
    party = read_party(Row(kind="vessel", vessel=vessel))
    assert [(i.scheme, i.value) for i in party.identifiers] == [(Scheme.CALL_SIGN, "XX99")]
    assert [(t.country, t.role) for t in party.countries] == [("Togo", CountryRole.FLAG)]
    assert {(f.topic, f.text) for f in party.facts} == {
        (Topic.VESSEL_TYPE, "Bulk Carrier"),
        (Topic.TONNAGE, "318,000"),
        (Topic.GROSS_TONNAGE, "163,660"),
        (Topic.VESSEL_OWNER, "Widget Shipping"),
    }


def test_values_know_file_row_and_raw_text() -> None:
    """Provenance cites the official file and OFAC's own number of the row."""
    party = read_party(Row(remarks="DOB 1962; Gender Male."), "us_ofac_sdn", ALIASES, ADDRESSES)
    assert party.origin == Origin("us_ofac_sdn", "sdn.csv:101")
    assert party.names[1].origin == Origin("us_ofac_sdn", "alt.csv:1")
    assert party.addresses[0].origin == Origin("us_ofac_sdn", "add.csv:2")
    (fact,) = read_party(Row(remarks="Cogs; DOB 1962.")).facts
    assert fact.origin == Origin("us_ofac_sdn", "sdn.csv:101", "Cogs")


def test_aliases_have_their_kinds() -> None:
    """Formerly known as is no name in use; now known as is."""
    aliases = table(
        "alt.csv",
        '101,1,"aka","COG WORKS",-0- ',
        '101,2,"fka","GEAR WORKS",-0- ',
        '101,3,"nka","WHEEL WORKS",-0- ',
        '101,4,"dba","SPOKE WORKS",-0- ',
    )
    parsed = read("us_ofac_sdn", primary(Row()), aliases, ADDRESSES)
    assert [(n.text, n.kind) for n in parsed.parties[0].names[1:]] == [
        ("COG WORKS", NameKind.ALIAS),
        ("GEAR WORKS", NameKind.FORMER),
        ("WHEEL WORKS", NameKind.ALIAS),
        ("SPOKE WORKS", NameKind.ALIAS),
    ]
    assert parsed.warnings == (
        "the kind of alias 'dba' is unknown; it is read as an alias (1 entry, first 101)",
    )


def test_an_empty_address_row_is_counted_and_not_held() -> None:
    """OFAC writes a placeholder for parties without an address."""
    addresses = table("add.csv", "101,2,-0- ,-0- ,-0- ,-0- ", '101,3,-0- ,-0- ,"Togo",-0- ')
    parsed = read("us_ofac_sdn", primary(Row()), ALIASES, addresses)
    assert [(a.full, a.country) for a in parsed.parties[0].addresses] == [("Togo", "Togo")]
    assert (parsed.tallies["address rows"], parsed.tallies["addresses held"]) == (2, 1)


def test_an_address_reads_from_street_to_country() -> None:
    """City, province and code share a column, so that none of them is called the city."""
    (address,) = read_party(Row(), "us_ofac_sdn", ALIASES, ADDRESSES).addresses
    assert (address.full, address.city, address.country) == ("1 Cog Lane, Cogton, Togo", "", "Togo")


def test_an_undetermined_country_is_no_country() -> None:
    """OFAC's word for "not known" names no place."""
    addresses = table("add.csv", '101,2,-0- ,"Cog Strip","undetermined",-0- ')
    (address,) = read_party(Row(), "us_ofac_sdn", ALIASES, addresses).addresses
    assert (address.full, address.country) == ("Cog Strip", "")


def test_continued_remarks_are_joined_without_a_separator() -> None:
    """The cap at 1,000 characters falls in the middle of a word."""
    whole = "; ".join(
        [PAD] * 3 + ["Linked To: " + "X" * 200, "Passport 123456 (Iran)", "DOB 1962."]
    )
    comments = table("sdn_comments.csv", f'101,"{whole[1000:]}"')
    assert whole[998:1002].strip() == whole[998:1002]
    party = read_party(Row(remarks=whole[:1000]), "us_ofac_sdn", ALIASES, ADDRESSES, comments)
    assert [i.value for i in party.identifiers] == ["123456"]
    assert [str(b) for b in party.born] == ["1962"]


def test_a_continuation_of_remarks_that_are_not_cut_is_not_joined() -> None:
    """It is of another publication, and joined it would make a number that nobody has."""
    comments = table("sdn_comments.csv", '101,"456 (Iran)."')
    parsed = read("us_ofac_sdn", primary(Row(remarks="Passport 123")), ALIASES, ADDRESSES, comments)
    assert [i.value for i in parsed.parties[0].identifiers] == ["123"]
    assert parsed.warnings == (
        "a continuation of remarks is not joined: the remarks are not cut, so it belongs to "
        "another publication (1 entry, first 101)",
    )


def test_half_a_number_at_the_cap_is_never_a_number() -> None:
    """Without its continuation the last segment is kept as text and not understood."""
    whole = "; ".join([PAD] * 3 + ["Linked To: " + "X" * 200, "Passport 123456789012345678901234"])
    parsed = read("us_ofac_sdn", primary(Row(remarks=whole[:1000])), ALIASES, ADDRESSES)
    (party,) = parsed.parties
    assert party.identifiers == ()
    assert [f.text for f in party.facts] == [whole[:1000].rpartition("; ")[2]]
    assert parsed.warnings == (
        "the remarks are cut at 1000 characters and their continuation is missing "
        "(1 entry, first 101)",
    )


def test_a_set_without_its_other_files_is_read_with_warnings() -> None:
    """What is missing is said, in words for the person at the keyboard."""
    assert read("us_ofac_sdn", primary(Row())).warnings == (
        "there is no alias file (alt.csv): only weak aliases, which stand in the remarks, are "
        "known, so names in use may be missed",
        "there is no address file (add.csv): no address is known",
    )


def test_files_are_told_apart_by_columns_whatever_their_names() -> None:
    """A browser may have named them anything, in any order."""
    files = [
        InputFile(f"file-{n}", f.data) for n, f in enumerate((ADDRESSES, primary(Row()), ALIASES))
    ]
    (party,) = read("us_ofac_sdn", *files).parties
    assert (len(party.names), len(party.addresses)) == (2, 1)


def test_a_re_encoded_file_reads_like_the_original() -> None:
    """Mirrors write `nan` for the null and quote every cell."""
    cells = ["101", "WIDGET WORKS", "nan", "SDGT", *["nan"] * 8]
    mirrored = table("sdn.csv", ",".join(f'"{c}"' for c in cells))
    parsed = read("us_ofac_sdn", mirrored, ALIASES, ADDRESSES)
    assert parsed.parties == read("us_ofac_sdn", primary(Row()), ALIASES, ADDRESSES).parties
    assert parsed.warnings == ()


def test_a_header_is_passed_over_with_a_warning() -> None:
    """OFAC writes none, some mirrors do."""
    names = "ent_num,SDN_Name,SDN_Type,Program,Title,a,b,c,d,e,f,Remarks"
    parsed = read("us_ofac_sdn", table("sdn.csv", names, Row().text), ALIASES, ADDRESSES)
    assert len(parsed.parties) == 1
    assert parsed.warnings == ("sdn.csv: line 1 is a header, which OFAC's files do not have",)


def test_a_bad_alias_row_loses_no_other() -> None:
    """It is left out with its line and the reason."""
    aliases = table("alt.csv", '101,1,"aka","A",-0- ', '101,2,"aka"', '101,3,"aka","C",-0- ')
    parsed = read("us_ofac_sdn", primary(Row()), aliases, ADDRESSES)
    assert [n.text for n in parsed.parties[0].names[1:]] == ["A", "C"]
    assert parsed.warnings == ("alt.csv: line 2 has 3 columns, not 5; the row is left out",)


def test_rows_of_unknown_entries_are_told() -> None:
    """A file that is a few days older than the others has a few of them."""
    aliases = table("alt.csv", '101,1,"aka","A",-0- ', '999,2,"aka","B",-0- ')
    parsed = read("us_ofac_sdn", primary(Row()), aliases, ADDRESSES)
    assert parsed.warnings == (
        "alt.csv: 1 of 2 uids have no entry, so their rows are left out; the file may be of "
        "another publication",
    )


def test_the_count_is_taken_from_the_bytes() -> None:
    """It does not come from the CSV reader that made the parties."""
    parsed = read("us_ofac_sdn", primary(Row(), Row(uid="102"), Row(uid="103")))
    assert (parsed.counted, parsed.stated_count, parsed.published) == (3, None, None)


def test_entries_whose_remarks_are_cut_are_named() -> None:
    """A comparison must not take the rest, which a missing file holds, for a removal."""
    cut, whole = "POB Cogton; " + "x" * 988, "POB Cogton; " + "x" * 987 + "."
    rows = [Row(uid="101", remarks=cut), Row(uid="102", remarks=whole), Row(uid="103")]
    alone = read("us_ofac_sdn", primary(*rows))
    assert alone.partial == {"us_ofac_sdn:101", "us_ofac_sdn:102"}
    rest = table("sdn_comments.csv", '101,"y."')
    assert read("us_ofac_sdn", primary(*rows), rest).partial == set()
