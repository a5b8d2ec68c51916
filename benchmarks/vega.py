"""Pieces of Vega-Lite specifications that every chart is made of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

Chart = dict[str, Any]
Rows = Sequence[Mapping[str, Any]]
SCHEMA = "https://vega.github.io/schema/vega-lite/v5.json"


def frame(rows: Rows, drawn: Chart) -> Chart:
    """A chart of the one size of all charts."""
    size = {"width": 560, "height": 360, "background": "white"}
    return {"$schema": SCHEMA, "data": {"values": list(rows)}, **size, **drawn}


def number(field: str, title: str, **scale: object) -> Chart:
    """A field of numbers."""
    return {"field": field, "type": "quantitative", "title": title, "scale": scale}


def word(field: str, **more: object) -> Chart:
    """A field of words."""
    return {"field": field, "type": "nominal", "title": None, **more}
