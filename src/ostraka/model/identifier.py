"""Numbers and codes that identify a party."""

from __future__ import annotations

from dataclasses import dataclass

from ostraka.model.dates import PartialDate
from ostraka.model.origin import Origin
from ostraka.model.terms import Term

REFERENT = "referent"
"""Label of a list reference under which the same list had the entry before, or a part of it."""


class Scheme(Term):
    """The numbering scheme of an identifier."""

    PASSPORT = "passport", "Number of a passport; unique with its issuing country."
    NATIONAL_ID = "national_id", "Number of an identity card or national register of persons."
    TAX_ID = "tax_id", "Taxpayer number outside the schemes named here."
    REGISTRATION = "registration", "Number in a register of companies or of vessels, as written."
    DRIVING_LICENCE = "driving_licence", "Number of a driving licence."
    SOCIAL_SECURITY = "social_security", "Social security number."
    LEI = "lei", "Legal Entity Identifier, 20 characters.", "ISO 17442"
    BIC = "bic", "Business Identifier Code (SWIFT), 8 or 11 characters.", "ISO 9362"
    IBAN = "iban", "International bank account number.", "ISO 13616"
    ISIN = "isin", "International Securities Identification Number.", "ISO 6166"
    TICKER = "ticker", "Symbol of a listed security, as the list writes it."
    DUNS = "duns", "D-U-N-S number, nine digits."
    INN = "inn", "Russian taxpayer number, 10 or 12 digits."
    OGRN = "ogrn", "Russian state registration number, 13 or 15 digits."
    USCC = "uscc", "Chinese Unified Social Credit Code, 18 characters.", "GB 32100-2015"
    IMO = "imo", "IMO ship or company number, seven digits.", "IMO Resolution A.1117(30)"
    MMSI = "mmsi", "Maritime Mobile Service Identity, nine digits.", "ITU-R M.585"
    CALL_SIGN = "call_sign", "Radio call sign of a vessel."
    TAIL_NUMBER = "tail_number", "Registration mark of an aircraft."
    SERIAL_NUMBER = "serial_number", "Manufacturer's serial number (MSN) of an aircraft."
    MODE_S = "mode_s", "ICAO 24-bit transponder address of an aircraft."
    WALLET = "wallet", "Address of a crypto-asset wallet, compared as written."
    LIST_REFERENCE = "list_reference", "Reference an authority gave the entry itself."
    OTHER = "other", "An identifier whose scheme the list names in its own words."


@dataclass(frozen=True, slots=True)
class Identifier:
    """One identifier of a party: the value exactly as the list writes it.

    `label` is the list's own word for the scheme. `country` is the issuing country as the list
    writes it, empty where it states none. Checksums are not tested here but at indexing, so that
    a list's mistake stays visible.
    """

    scheme: Scheme
    value: str
    origin: Origin
    label: str = ""
    country: str = ""
    issued: PartialDate | None = None
    expires: PartialDate | None = None
    note: str = ""
