"""A listing without a party: what would follow if somebody were listed so."""

from __future__ import annotations

from datetime import date

from ostraka.effects.question import Case
from ostraka.effects.tables import load_rules
from ostraka.model.errors import ValueRefused
from ostraka.model.listing import Act, ActKind, Listing, ListingClass
from ostraka.model.origin import Origin

_CLASSES = {
    "us_ofac_cons": ListingClass.STATUS,
    "us_bis_unverified": ListingClass.STATUS,
    "us_fcc_covered": ListingClass.PROCUREMENT,
    "us_dod_1260h": ListingClass.PROCUREMENT,
    "us_dhs_uflpa": ListingClass.IMPORT,
    "us_cbp_wro": ListingClass.IMPORT,
    "us_state_7031c": ListingClass.VISA,
    "us_state_dtc": ListingClass.DEBARMENT,
    "leads": ListingClass.LEAD,
    "custom": ListingClass.STATUS,
}


def make_assumed_case(mark: str, listed_on: date | None) -> Case:
    """The case of `LIST` or `LIST/PROGRAMME`; a freeze is assumed where a list has freezes.

    Raises:
        ValueRefused: no list of that key has rules.
    """
    key, _, programme = mark.partition("/")
    rules = load_rules()
    if key not in rules:
        raise ValueRefused(
            f"no list of the key {key!r} has rules",
            where="--listing",
            remedy=f"Use one of {', '.join(sorted(rules))}.",
        )
    origin = Origin(key, "assumed")
    acts = (Act(ActKind.DESIGNATE, origin, on=listed_on),) if listed_on else ()
    usual = ListingClass.EXPORT if key.startswith(("us_bis", "us_state_isn")) else None
    listing = Listing(
        list=key,
        authority=rules[key].authority,
        listing_class=_CLASSES.get(key, usual or ListingClass.ASSET_FREEZE),
        origin=origin,
        programme=programme,
        acts=acts,
    )
    return Case(listing)
