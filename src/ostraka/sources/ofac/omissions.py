"""What each of the four shapes cannot state, so that a change of shape is no change of the list.

The words are those of `ParsedList.omits`.
"""

from __future__ import annotations

from ostraka.sources.ofac.csv_set import CsvSet
from ostraka.sources.ofac.edition import CONS, Edition

_NO_SCRIPTS = ("names.script", "names:original_script", "scripts")
# The shapes tell family and given name apart by different fields, or by a comma only.
_NO_PARTS_OF_NAMES = ("names.family", "names.given")
_NO_DETAIL = (
    "identifiers.note",
    "listings.acts",
    "listings.legal_basis",
    "relations.former",
    "relations.kind",
    "relations.other",
)
# Only the Advanced and Enhanced shapes say which entries of the consolidated file are also blocked.
_NO_LISTS = ("listings.list", "listings.listing_class")
_NO_PARTS_OF_ADDRESSES = ("addresses.city", "addresses.postal_code", "addresses.region")


def find_legacy_omissions(edition: Edition) -> tuple[str, ...]:
    """What the legacy XML leaves unsaid: scripts, lists, authorities, dates, kinds of ties."""
    return (
        *_NO_SCRIPTS,
        *_NO_PARTS_OF_NAMES,
        *_NO_DETAIL,
        "quotes",
        *(_NO_LISTS if edition is CONS else ()),
    )


def find_csv_omissions(given: CsvSet, edition: Edition) -> tuple[str, ...]:
    """What the CSV set leaves unsaid beyond that, and what its missing files would have said."""
    return (
        *find_legacy_omissions(edition),
        *_NO_PARTS_OF_ADDRESSES,
        *(("aliases",) if given.aliases is None else ()),
        *(("addresses",) if given.addresses is None else ()),
    )
