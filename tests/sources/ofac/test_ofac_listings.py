"""Listings of both OFAC lists: class, dates, and the legal list they stand on."""

from __future__ import annotations

from datetime import date

import pytest

from ostraka.model.listing import DateKind, Listing, ListingClass
from ostraka.model.origin import Origin
from ostraka.sources.ofac.draft import Draft, ListEntry
from ostraka.sources.ofac.edition import AUTHORITY, CONS, SDN
from ostraka.sources.ofac.ledger import Ledger
from ostraka.sources.ofac.listings import make_listings
from ostraka.sources.ofac.pieces import Dated
from sources.ofac.ofac_samples import Row, primary, read, read_party

DIRECTIVE_DATES = (
    "Listing Date (EO 14024 Directive 2): 24 Feb 2022; Effective Date (EO 14024 Directive 2): "
    "26 Mar 2022."
)


@pytest.mark.parametrize(
    ("programme", "listing_class"),
    [
        ("CMIC-EO13959", ListingClass.INVESTMENT),
        ("UKRAINE-EO13662", ListingClass.INVESTMENT),
        ("RUSSIA-EO14024", ListingClass.INVESTMENT),
        ("NS-PLC", ListingClass.STATUS),
        ("FSE-IR", ListingClass.STATUS),
        ("561-Related", ListingClass.STATUS),
        ("CAATSA - RUSSIA", ListingClass.STATUS),
    ],
)
def test_the_class_off_the_sdn_list_follows_from_the_programme(
    programme: str, listing_class: ListingClass
) -> None:
    """Several lists of different effect share the consolidated file."""
    rows = [Row(programmes=programme), Row(uid="102", programmes="CMIC-EO13959")]
    (listing,) = read("us_ofac_cons", primary(*rows)).parties[0].listings
    assert (listing.list, listing.authority) == ("us_ofac_cons", AUTHORITY)
    assert listing.listing_class is listing_class


@pytest.mark.parametrize("programme", ["SDGT", "UKRAINE-EO13662", "WIDGET-EO99999", ""])
def test_the_sdn_list_freezes_assets_whatever_the_programme(programme: str) -> None:
    """An unknown programme never weakens what its list does."""
    (listing,) = read_party(Row(programmes=programme)).listings
    assert (listing.list, listing.programme) == ("us_ofac_sdn", programme)
    assert listing.listing_class is ListingClass.ASSET_FREEZE


@pytest.mark.parametrize(
    ("key", "warning"),
    [
        (
            "us_ofac_sdn",
            "the programme WIDGET-EO99999 is not in the table; its listing freezes assets, as "
            "every one of this list does (1 entry, first 101)",
        ),
        (
            "us_ofac_cons",
            "the programme WIDGET-EO99999 is not known on this list; its listing has the class of "
            "the list it stands on, or status (1 entry, first 101)",
        ),
    ],
)
def test_an_unknown_programme_is_told(key: str, warning: str) -> None:
    """A new programme must be looked at by a person."""
    parsed = read(key, primary(Row(programmes="WIDGET-EO99999")))
    assert parsed.warnings[-1] == warning


def test_dates_of_a_directive_belong_to_its_programme() -> None:
    """Another programme of the same party gets none of them."""
    row = Row(programmes="UKRAINE-EO13662] [RUSSIA-EO14024", remarks=DIRECTIVE_DATES)
    ukraine, russia = read_party(row, "us_ofac_cons").listings
    assert (ukraine.acts, ukraine.dates) == ((), ())
    assert [(a.on, a.instrument) for a in russia.acts] == [
        (date(2022, 2, 24), "EO 14024 Directive 2")
    ]
    assert [(d.kind, d.on) for d in russia.dates] == [(DateKind.EFFECTIVE, date(2022, 3, 26))]


def test_dates_of_a_directive_never_date_a_blocking() -> None:
    """A bank was under the directive first and blocked later: two different days."""
    party = read_party(Row(programmes="RUSSIA-EO14024", remarks=DIRECTIVE_DATES), "us_ofac_sdn")
    assert party.listings[0].listed_on is None
    assert [f.text for f in party.facts] == [
        "Listing Date (EO 14024 Directive 2): 24 Feb 2022",
        "Effective Date (EO 14024 Directive 2): 26 Mar 2022",
    ]


def _draft(programmes: list[str], entries: dict[str, ListEntry]) -> Draft:
    draft = Draft("101", None, Origin("us_ofac_cons", "x:101"), programmes=programmes)
    draft.entries.update(entries)
    return draft


def _shown(listings: tuple[Listing, ...]) -> list[tuple[str, str, str, date | None]]:
    return [(x.list, x.programme, str(x.listing_class), x.listed_on) for x in listings]


def test_a_party_on_both_lists_has_a_listing_on_each() -> None:
    """The programme with a list of its own stands on that, the other on the SDN list."""
    draft = _draft(
        ["UKRAINE-EO13662", "RUSSIA-EO14024"],
        {
            "SDN List": ListEntry(date(2022, 4, 6)),
            "Sectoral Sanctions Identifications List": ListEntry(date(2014, 7, 16)),
            "Consolidated List": ListEntry(date(2014, 10, 10)),
        },
    )
    assert _shown(make_listings(draft, CONS, Ledger())) == [
        ("us_ofac_cons", "UKRAINE-EO13662", "investment", date(2014, 7, 16)),
        ("us_ofac_sdn", "RUSSIA-EO14024", "asset_freeze", date(2022, 4, 6)),
    ]


def test_a_directive_beside_a_blocking_keeps_both_dates() -> None:
    """Under one programme the party is on both lists, since different days."""
    draft = _draft(["RUSSIA-EO14024"], {"SDN List": ListEntry(date(2022, 4, 6))})
    label = "Listing Date (EO 14024 Directive 3)"
    draft.take(Dated("EO14024", "listing", date(2022, 2, 24), label, draft.origin))
    assert _shown(make_listings(draft, CONS, Ledger())) == [
        ("us_ofac_cons", "RUSSIA-EO14024", "investment", date(2022, 2, 24)),
        ("us_ofac_sdn", "RUSSIA-EO14024", "asset_freeze", date(2022, 4, 6)),
    ]


def test_the_collective_list_dates_nothing() -> None:
    """It was introduced in 2014, years after some of its lists."""
    draft = _draft(
        ["NS-PLC"],
        {
            "Non-SDN Palestinian Legislative Council List": ListEntry(date(2006, 4, 12)),
            "Consolidated List": ListEntry(date(2014, 10, 10)),
        },
    )
    assert _shown(make_listings(draft, CONS, Ledger())) == [
        ("us_ofac_cons", "NS-PLC", "status", date(2006, 4, 12))
    ]


def test_the_sdn_file_dates_its_listings_by_the_sdn_list() -> None:
    """A party may stand on a sectoral list as well, since another day."""
    draft = _draft(
        ["UKRAINE-EO13662"],
        {
            "SDN List": ListEntry(
                date(2022, 4, 6), ("Executive Order 13662 (Ukraine)",), ("Block",)
            ),
            "Sectoral Sanctions Identifications List": ListEntry(date(2014, 7, 16)),
        },
    )
    (listing,) = make_listings(draft, SDN, Ledger())
    assert _shown((listing,)) == [
        ("us_ofac_sdn", "UKRAINE-EO13662", "asset_freeze", date(2022, 4, 6))
    ]
    assert listing.legal_basis == ("Executive Order 13662 (Ukraine)",)
    assert listing.acts[0].measures == ("Block",)


def test_authorities_go_with_the_programme_of_their_order() -> None:
    """The files state them side by side without saying which belong together."""
    basis = (
        "General License 4",
        "Executive Order 14024 (Russia)",
        "Executive Order 13662 (Ukraine)",
    )
    draft = _draft(["UKRAINE-EO13662", "RUSSIA-EO14024", "NS-PLC"], {})
    draft.legal_basis = basis
    assert [x.legal_basis for x in make_listings(draft, CONS, Ledger())] == [
        ("Executive Order 13662 (Ukraine)",),
        ("Executive Order 14024 (Russia)",),
        ("General License 4",),
    ]
