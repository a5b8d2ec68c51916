"""The two OFAC lists that share every file shape, and what tells one from the other."""

from __future__ import annotations

from dataclasses import dataclass

AUTHORITY = "US Treasury, Office of Foreign Assets Control"


@dataclass(frozen=True, slots=True)
class Edition:
    """One of the two lists: its source key, its word in `programmes.csv`, its official files.

    Provenance cites the official names whatever the user's files are called, so that renaming a
    download changes nothing.
    """

    key: str
    home: str
    title: str
    legacy: str
    advanced: str
    enhanced: str
    primary: str
    aliases: str
    addresses: str
    comments: str


SDN = Edition(
    key="us_ofac_sdn",
    home="sdn",
    title="SDN list",
    legacy="sdn.xml",
    advanced="sdn_advanced.xml",
    enhanced="sdn_enhanced.xml",
    primary="sdn.csv",
    aliases="alt.csv",
    addresses="add.csv",
    comments="sdn_comments.csv",
)
CONS = Edition(
    key="us_ofac_cons",
    home="cons",
    title="consolidated (non-SDN) list",
    legacy="consolidated.xml",
    advanced="cons_advanced.xml",
    enhanced="cons_enhanced.xml",
    primary="cons_prim.csv",
    aliases="cons_alt.csv",
    addresses="cons_add.csv",
    comments="cons_comments.csv",
)
_OTHER = {SDN.key: CONS, CONS.key: SDN}


def get_other(edition: Edition) -> Edition:
    """The other of the two lists."""
    return _OTHER[edition.key]
