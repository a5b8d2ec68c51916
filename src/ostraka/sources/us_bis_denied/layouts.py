"""The two shapes of the Denied Persons List: by column, and with name and address in one cell."""

from __future__ import annotations

from ostraka.sources.us_agencies.columns import Layout

_REMEDY = "Check that this is the Denied Persons List of bis.gov, and download it again."
_DATES = {
    "begins": ("effective_date", "beginning_date", "begin_date", "start_date"),
    "ends": ("expiration_date", "ending_date", "end_date"),
}

SEPARATE = Layout(
    {
        "name": ("name",),
        "street": ("street_address",),
        "city": ("city",),
        "country": ("country",),
        **_DATES,
        "notice": ("fr_citation",),
    },
    {
        "state": ("state",),
        "postal_code": ("postal_code",),
        "order": ("standard_order",),
        "updated": ("last_update",),
        "action": ("action",),
    },
    _REMEDY,
)
"""dpl.txt: tabs between, everything in quotation marks."""

JOINED = Layout(
    {
        "name_and_address": ("name_and_address",),
        **_DATES,
        "notice": ("appropriate_federal_register_citations", "fr_citation"),
    },
    {"order": ("type_of_denial", "standard_order")},
    _REMEDY,
)
"""The CSV of the page's "Export as CSV"."""
