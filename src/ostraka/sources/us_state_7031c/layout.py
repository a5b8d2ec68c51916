"""The columns of the table of designations under section 7031(c)."""

from __future__ import annotations

from ostraka.sources.us_agencies.columns import Layout

REMEDY = "Import designations.csv of this version, or a table with the same columns."
LAYOUT = Layout(
    {
        "name": ("name",),
        "country": ("country",),
        "ground": ("ground",),
        "announced": ("announced",),
        "citation": ("citation",),
        "verified": ("verified",),
    },
    {
        "aliases": ("aliases",),
        "position": ("position",),
        "removed": ("removed",),
        "family": ("family",),
        "note": ("note",),
    },
    REMEDY,
)
"""`ground` is corruption or rights; `verified` yes or no; aliases stand apart by a semicolon."""
