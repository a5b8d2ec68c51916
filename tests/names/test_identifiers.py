"""Equal identifiers meet under one key, whatever their punctuation."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ostraka.model.identifier import Scheme
from ostraka.names import identifier_keys, is_valid_identifier

BITCOIN = "1BoatSLRHtKNngkdXEeobR76b53LETtpyT"
ETHER = "0x00000000219ab540356cBB839Cbe05303d7705Fa"

KEYS = {
    ("IMO 9187629", None): ("IMO9187629", "9187629"),
    ("IMO 9187629", Scheme.IMO): ("9187629",),
    ("9187629", None): ("9187629",),
    ("ab-12 345", Scheme.PASSPORT): ("AB12345",),
    ("Passport No. X1234567", None): ("PASSPORTNOX1234567", "X1234567"),
    ("N123456", Scheme.TAIL_NUMBER): ("N123456",),
    ("ИНН 7700000016", None): ("ИНН7700000016", "7700000016"),
    ("DEUTDEFFXXX", Scheme.BIC): ("DEUTDEFFXXX", "DEUTDEFF"),
    ("deutdeff", Scheme.BIC): ("DEUTDEFF",),
    (BITCOIN, Scheme.WALLET): (BITCOIN,),
    (BITCOIN, None): (BITCOIN.upper(), BITCOIN),
    (ETHER, Scheme.WALLET): (ETHER.lower(),),
    ("IMO", None): ("IMO",),
    ("", None): (),
    (" - ", None): (),
}

VALID = {
    (Scheme.IMO, "IMO 9187629"): True,
    (Scheme.IMO, "9187628"): False,
    (Scheme.LEI, "213800WAVVOPS85N2205"): True,
    (Scheme.LEI, "213800WAVVOPS85N2206"): False,
    (Scheme.ISIN, "US0378331005"): True,
    (Scheme.ISIN, "US0378331006"): False,
    (Scheme.BIC, "DEUTDEFF"): True,
    (Scheme.BIC, "1234"): False,
    (Scheme.INN, "7707083893"): True,
    (Scheme.INN, "7707083894"): False,
    (Scheme.OGRN, "1027700132195"): True,
    (Scheme.OGRN, "1027700132196"): False,
    (Scheme.USCC, "91110000600037341L"): True,
    (Scheme.USCC, "91110000600037342L"): False,
    (Scheme.IBAN, "GB82 WEST 1234 5698 7654 32"): True,
    (Scheme.IBAN, "GB83 WEST 1234 5698 7654 32"): False,
    (Scheme.PASSPORT, "X1234567"): None,
    (Scheme.MMSI, "123456789"): None,
    (Scheme.IMO, ""): False,
}


@pytest.mark.parametrize(("given_value", "keys"), KEYS.items())
def test_keys_are_the_forms_under_which_identifiers_meet(
    given_value: tuple[str, Scheme | None], keys: tuple[str, ...]
) -> None:
    """Labels, separators and case fall; wallet addresses keep their case where it matters."""
    assert identifier_keys(*given_value) == keys


@pytest.mark.parametrize(("case", "valid"), VALID.items())
def test_check_digits_are_tested_where_the_scheme_has_them(
    case: tuple[Scheme, str], valid: bool | None
) -> None:
    """`None` says that there is nothing to test, which is not the same as right."""
    scheme, value = case
    assert is_valid_identifier(value, scheme) is valid


@pytest.mark.parametrize("scheme", [None, *Scheme])
@given(value=st.text("abcXYZ0123456789 -./№#", max_size=20))
def test_a_key_is_its_own_key(scheme: Scheme | None, value: str) -> None:
    """Keys are stable, so an index of keys can be looked up by keys."""
    for key in identifier_keys(value, scheme):
        assert key in identifier_keys(key, scheme)


@given(st.text("ABCDEFGH0123456789", min_size=5, max_size=12), st.sampled_from("-./ "))
def test_separators_never_keep_equal_identifiers_apart(value: str, separator: str) -> None:
    """One list writes AB-123, another AB 123."""
    assert set(identifier_keys(value)) & set(identifier_keys(separator.join(value)))


@given(st.text(max_size=40), st.sampled_from(Scheme))
def test_no_value_makes_it_fail(value: str, scheme: Scheme) -> None:
    """Lists hold every kind of mistake."""
    assert "" not in identifier_keys(value, scheme)
    assert is_valid_identifier(value, scheme) in {True, False, None}
