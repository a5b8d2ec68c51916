"""Every list's words for programmes: a name, an authority, a legal basis, measures."""

from __future__ import annotations

import pytest

from ostraka.model.listing import Act, ActKind, Listing, ListingClass
from ostraka.model.origin import Origin
from ostraka.sources.programme_map import find_programme, get_programme, load_programmes
from ostraka.sources.registry import load_sources

WHERE = Origin("ua_nsdc", "1")
WITHOUT_TABLE = {
    "ch_seco": "its file states programmes and their ordinances",
    "ua_nsdc": "each decree is a programme of its own",
    "custom": "a user's own words",
    "demo": "its listings are of other lists",
    "us_trade_csl": "its listings are of other lists",
}


@pytest.mark.parametrize("key", sorted(load_sources().keys() - WITHOUT_TABLE.keys()))
def test_every_list_has_a_table_of_its_programmes(key: str) -> None:
    """Each with a name, an authority and, but for second-hand lists, an act it rests on."""
    programmes = load_programmes(key)
    assert programmes
    for code, programme in programmes.items():
        assert code == programme.code
        assert programme.title
        assert programme.authority
        assert programme.legal_basis or key == "opensanctions"
        assert programme.measures or key in ("opensanctions", "us_ofac_cons")


@pytest.mark.parametrize("key", ["us_bis_unverified", "us_state_isn", "us_state_dtc"])
def test_lists_inside_the_screening_list_have_theirs(key: str) -> None:
    """They are held there alone."""
    (programme,) = load_programmes(key).values()
    assert programme.title
    assert programme.legal_basis


@pytest.mark.parametrize(
    ("key", "code", "title", "basis", "cls"),
    [
        ("us_ofac_sdn", "GLOMAG", "Global Magnitsky", "E.O. 13818", "asset_freeze"),
        ("us_ofac_sdn", "RUSSIA-EO14024", "Harmful foreign", "E.O. 14024", "asset_freeze"),
        ("us_ofac_cons", "RUSSIA-EO14024", "Harmful foreign", "E.O. 14024", "investment"),
        ("us_ofac_cons", "CMIC-EO13959", "Chinese military", "E.O. 13959", "investment"),
        ("un_sc", "GB", "Guinea-Bissau", "UNSCR 2048", "visa"),
        ("eu_fsf", "HR", "Serious human rights", "Reg. (EU) 2020/1998", "asset_freeze"),
        ("eu_journal", "833/2014 Annex XLII", "Russia (sectoral", "Reg. (EU) No 833", "status"),
        ("gb_uksl", "GHR", "The Global Human Rights", "SI 2020/680", "asset_freeze"),
        ("us_bis_entity", "EL", "Entity List", "50 USC 4801", "export"),
        ("ca_sema", "China", "Special Economic Measures", "Special Economic", "asset_freeze"),
        ("jp_mof", "Iran", "Iran", "Foreign Exchange", "asset_freeze"),
        ("au_dfat", "1988 (Taliban)", "Charter of the", "Charter of the", "asset_freeze"),
    ],
)
def test_a_code_stands_for_its_programme(
    key: str, code: str, title: str, basis: str, cls: str
) -> None:
    """What follows depends on the list too: one code blocks here and restricts debt there."""
    programme = find_programme(key, code)
    assert programme is not None
    assert programme.title.startswith(title)
    assert programme.legal_basis[0].startswith(basis)
    assert programme.listing_class == cls


def make_listing(key: str, programme: str, *, measures: tuple[str, ...] = ()) -> Listing:
    act = Act(ActKind.DESIGNATE, WHERE, measures=measures)
    return Listing(
        key, "An authority", ListingClass.VISA, WHERE, programme, ("Decree 7",), acts=(act,)
    )


def test_what_an_entry_states_goes_before_what_is_usual() -> None:
    """Its class and basis as well as its measures."""
    programme = get_programme(make_listing("un_sc", "Libya", measures=("travel ban",)))
    assert programme.title == "Libya"
    assert programme.measures == ("travel ban",)
    assert programme.legal_basis == ("Decree 7",)
    assert programme.listing_class is ListingClass.VISA


def test_without_a_table_a_listing_tells_its_programme_itself() -> None:
    """So that no listing is without one."""
    programme = get_programme(make_listing("ua_nsdc", "7/2022", measures=("заборона",)))
    assert (programme.code, programme.title) == ("7/2022", "Decree 7")
    assert (programme.authority, programme.measures) == ("An authority", ("заборона",))
