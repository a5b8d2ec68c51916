"""Identifiers in the forms under which equal ones meet, and their check digits."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from importlib import import_module

from ostraka.model.identifier import Scheme

_LABEL = re.compile(
    r"^(?:(?:imo|mmsi|inn|ogrn|инн|огрн)(?=\b|\d)|[#№]"
    r"|(?:passport|kpp|okpo|lei|swift|bic|iban|isin|uscc|duns|d-u-n-s|tax|vat|id|reg|registration"
    r"|national|identification|company|vessel|serial|msn|ticker|number|num|no|nr|code|card)\b)"
    r"[\s.:/()#-]*",
    re.IGNORECASE,
)
_WALLET = re.compile(r"^(?:0x[0-9a-fA-F]{40,64}|(?=.*\d)(?=.*[a-z])[0-9A-Za-z]{25,110})$")
_CASELESS_WALLET = re.compile(
    r"^(?:0x[0-9a-f]+|[a-z]{2,10}1[02-9ac-hj-np-z]{25,110})$", re.IGNORECASE
)

_TICKER = re.compile(r"^0+(\d+[A-Z]{2})$")  # "0941.HK", as some write 941 HK

_IMO_COMPANY_WEIGHTS = (8, 6, 4, 2, 9, 7)
_COUNTRY_BEHIND = re.compile(r"\s*\([^()]*\)\s*$")  # "X0995321 (Switzerland)", as lists write it

_MODULES = {
    Scheme.LEI: "stdnum.lei",
    Scheme.IMO: "stdnum.imo",
    Scheme.ISIN: "stdnum.isin",
    Scheme.BIC: "stdnum.bic",
    Scheme.IBAN: "stdnum.iban",
    Scheme.INN: "stdnum.ru.inn",
    Scheme.OGRN: "stdnum.ru.ogrn",
    Scheme.USCC: "stdnum.cn.uscc",
}


@lru_cache(maxsize=1 << 15)
def identifier_keys(value: str, scheme: Scheme | None = None) -> tuple[str, ...]:
    """The normal forms of an identifier; two that are equal share at least one.

    Letters and digits in upper case without separators; without a label that stands before it;
    an IMO number as its seven digits; a ticker of figures also without zeros before them; a BIC
    without the branch XXX; a wallet address as written, save that hexadecimal and Bech32 ones,
    which have no case, are in lower case. Without a `scheme` every form the value could have is
    given. Empty where nothing is left.

    >>> identifier_keys("IMO 9187629")
    ('IMO9187629', '9187629')
    """
    text = _COUNTRY_BEHIND.sub("", unicodedata.normalize("NFKC", value)).strip()
    if scheme is Scheme.WALLET:
        return tuple(filter(None, (_wallet_key(text),)))
    bare = _without_labels(text)
    forms = [_plain(text), _plain(bare)]
    if scheme is Scheme.IMO:
        forms = ["".join(filter(str.isdecimal, text))]
    elif scheme is Scheme.BIC or (scheme is None and len(forms[-1]) == 11):
        forms.append(forms[-1].removesuffix("XXX"))
    elif scheme is None and _WALLET.match(bare):
        forms.append(_wallet_key(bare))
    if scheme in (None, Scheme.TICKER):
        forms.append(_TICKER.sub(r"\1", forms[-1]))
    return tuple(dict.fromkeys(filter(None, forms)))


def is_valid_identifier(value: str, scheme: Scheme) -> bool | None:
    """Whether the check digits, or the shape of a BIC, are right; `None` where there are none.

    IMO numbers of ships and of companies have the same seven digits and different check digits;
    either is right here, since lists do not tell them apart.

    >>> is_valid_identifier("IMO 9187629", Scheme.IMO)
    True
    >>> is_valid_identifier("X1234567", Scheme.PASSPORT) is None
    True
    """
    module = _MODULES.get(scheme)
    if module is None:
        return None
    keys = identifier_keys(value, scheme)
    if not keys:
        return False
    valid = bool(import_module(module).is_valid(keys[-1]))
    return valid or (scheme is Scheme.IMO and _is_imo_company(keys[-1]))


def _is_imo_company(digits: str) -> bool:
    """Check digit of a company or owner number, IMO Resolution MSC.160(78)."""
    if len(digits) != len(_IMO_COMPANY_WEIGHTS) + 1 or not digits.isdecimal():
        return False
    weighed = sum(w * int(d) for w, d in zip(_IMO_COMPANY_WEIGHTS, digits, strict=False))
    return (11 - weighed % 11) % 10 == int(digits[-1])


def _wallet_key(text: str) -> str:
    """The address without spaces; hexadecimal and Bech32 addresses have no case."""
    address = "".join(text.split())
    return address.lower() if _CASELESS_WALLET.match(address) else address


def _without_labels(text: str) -> str:
    """The value behind labels such as "Tax ID No."; a label with no digit behind it stays."""
    bare = text
    while (shorter := _LABEL.sub("", bare)) != bare:
        bare = shorter
    return bare if any(map(str.isdecimal, bare)) else text


def _plain(text: str) -> str:
    return "".join(filter(str.isalnum, text)).upper()
