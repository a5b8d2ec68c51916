"""The four shapes of one publication say the same of one party."""

from __future__ import annotations

from datetime import date

import pytest

from ostraka.model.identifier import Scheme
from ostraka.model.listing import DateKind, ListingClass
from ostraka.model.name import NameKind
from ostraka.model.party import Party, PartyKind
from ostraka.snapshots.difference import Difference, diff_parties
from ostraka.sources.reading import ParsedList
from sources.ofac.ofac_samples import read
from sources.ofac.widget_in_four_shapes import SHAPES

every_shape = pytest.mark.parametrize("shape", sorted(SHAPES))


def _read(shape: str) -> ParsedList:
    return read("us_ofac_cons", *SHAPES[shape])


def _party(shape: str) -> Party:
    (party,) = _read(shape).parties
    return party


@every_shape
def test_the_party_keeps_the_uid_all_shapes_share(shape: str) -> None:
    """The uid is the same number in every file of OFAC's."""
    party = _party(shape)
    assert (party.id, party.kind) == ("us_ofac_cons:7001", PartyKind.ORGANISATION)


@every_shape
def test_names_have_the_same_kinds(shape: str) -> None:
    """Weak aliases come from the remarks in one shape and from an attribute in the others."""
    latin = {(n.text, n.kind) for n in _party(shape).names if n.script in {"", "Latn"}}
    assert latin == {
        ("WIDGET WORKS CO., LTD.", NameKind.PRIMARY),
        ("WIDGET WORKS", NameKind.ALIAS),
        ("GADGET WORKS", NameKind.FORMER),
        ("WIWO", NameKind.WEAK_ALIAS),
    }


@pytest.mark.parametrize("shape", ["advanced", "enhanced"])
def test_names_in_other_scripts_are_known_by_their_script(shape: str) -> None:
    """Only two shapes have them; one names the script by code, the other in English."""
    other = [(n.text, n.kind, n.script) for n in _party(shape).names if n.script == "Hans"]
    assert other == [("小部件工厂", NameKind.ORIGINAL_SCRIPT, "Hans")]


@every_shape
def test_the_listing_has_its_class_and_three_dates(shape: str) -> None:
    """Listing, effect and end of divestment of E.O. 14032 section 1."""
    (listing,) = _party(shape).listings
    assert (listing.list, listing.programme) == ("us_ofac_cons", "CMIC-EO13959")
    assert listing.listing_class is ListingClass.INVESTMENT
    assert listing.listed_on == date(2030, 12, 10)
    assert {(d.kind, d.on) for d in listing.dates} == {
        (DateKind.EFFECTIVE, date(2031, 2, 8)),
        (DateKind.DIVEST_BY, date(2031, 12, 10)),
    }


@pytest.mark.parametrize(
    ("shape", "basis"),
    [
        ("csv", ()),
        ("legacy", ()),
        ("enhanced", ("Executive Order 14032 (CMIC)",)),
        ("advanced", ("Executive Order 14032 (CMIC)",)),
    ],
)
def test_the_legal_basis_is_stated_where_the_shape_has_it(
    shape: str, basis: tuple[str, ...]
) -> None:
    """Nothing is filled in where a shape says nothing."""
    (listing,) = _party(shape).listings
    assert listing.legal_basis == basis


@every_shape
def test_identifiers_agree(shape: str) -> None:
    """They stand in remarks, in idList, in features and in documents."""
    found = {(i.scheme, i.value, i.label, i.country) for i in _party(shape).identifiers}
    assert found == {
        (Scheme.TICKER, "001234 XX", "Equity Ticker", ""),
        (Scheme.ISIN, "XX0000000019", "ISIN", ""),
        (Scheme.REGISTRATION, "555666", "C.R. No.", "Hong Kong"),
    }


@every_shape
def test_addresses_read_alike(shape: str) -> None:
    """The parts of the XML shapes are joined as the CSV has them."""
    assert [a.full for a in _party(shape).addresses] == [
        "1 Widget Road, Cog District, Widgetville 31, China"
    ]


@every_shape
def test_nothing_is_left_unread_and_nothing_warned_of(shape: str) -> None:
    """Every label of the sample is in the table."""
    parsed = _read(shape)
    assert parsed.warnings == ()
    assert parsed.counted == len(parsed.parties)
    assert [f for f in _party(shape).facts if f.topic == "remark"] == []


@pytest.mark.parametrize(
    ("shape", "published", "stated"),
    [
        ("csv", None, None),
        ("legacy", date(2031, 1, 2), 1),
        ("enhanced", date(2031, 1, 2), None),
        ("advanced", date(2031, 1, 2), None),
    ],
)
def test_what_the_header_states_is_told(
    shape: str, published: date | None, stated: int | None
) -> None:
    """The CSV set states neither date nor count, and none is made up."""
    parsed = _read(shape)
    assert (parsed.published, parsed.stated_count) == (published, stated)


@every_shape
def test_the_name_of_the_file_plays_no_part(shape: str) -> None:
    """A renamed download is the same list, its provenance included."""
    renamed = [type(f)(f"download ({n})", f.data) for n, f in enumerate(SHAPES[shape])]
    assert read("us_ofac_cons", *renamed).parties == _read(shape).parties


@pytest.mark.parametrize("shape", ["csv", "legacy", "enhanced"])
@pytest.mark.parametrize("other", ["csv", "legacy", "enhanced"])
def test_a_change_of_shape_is_no_change_of_the_list(shape: str, other: str) -> None:
    """What a shape cannot state is named, and a comparison leaves it out."""
    old, new = _read(shape), _read(other)
    assert diff_parties(old.parties, new.parties, {*old.omits, *new.omits}) == Difference()


def test_a_set_without_a_file_omits_what_stands_in_it() -> None:
    """Aliases and addresses are not removed by not being downloaded."""
    whole = _read("csv")
    alone = read("us_ofac_cons", SHAPES["csv"][0])
    assert set(alone.omits) - set(whole.omits) == {"aliases", "addresses"}
    assert diff_parties(whole.parties, alone.parties, alone.omits) == Difference()
