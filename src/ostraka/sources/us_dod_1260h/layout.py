"""The columns of a table of Chinese military companies."""

from __future__ import annotations

from ostraka.sources.us_agencies.columns import Layout

LAYOUT = Layout(
    {
        "name": ("name", "company"),
        "start": ("start", "listed_on", "start_date"),
        "citation": ("citation", "source", "source_url"),
    },
    {
        "aliases": ("aliases", "alias"),
        "former": ("former_names", "former"),
        "parent": ("parent",),
        "end": ("end", "removed_on", "end_date"),
        "reason": ("reason", "justification"),
    },
    "Give the columns name, start (2025-01-07) and citation, or import the notice itself.",
)
"""Aliases and former names stand apart by semicolons; days are ISO dates."""
