"""Ids of exported entities: the same for the same party in every export."""

from __future__ import annotations

import hashlib
import re
from functools import cache

from ostraka.sources.tables import load_words


def make_entity_id(party_id: str) -> str:
    """The id of a party among FollowTheMoney entities.

    >>> make_entity_id("us_ofac_sdn:34079"), make_entity_id("gb_uksl:GHR0001")
    ('ofac-34079', 'gb-fcdo-ghr0001')
    """
    source, _, key = party_id.partition(":")
    if source == "opensanctions":
        return key
    prefix = _load_prefixes().get(source, source.replace("_", "-"))
    return f"{prefix}-{re.sub('[^a-z0-9]+', '-', key.casefold()).strip('-')}"


def make_link_id(owner: str, what: str, *parts: str) -> str:
    """The id of an entity that belongs to another one, made of what it says."""
    digest = hashlib.sha256("\x1f".join(parts).encode("utf-8", "backslashreplace")).hexdigest()
    return f"{owner}-{what}-{digest[:12]}"


@cache
def _load_prefixes() -> dict[str, str]:
    return load_words(__package__, "prefixes.csv")
