"""One row of the Denied Persons List, as an entry."""

from __future__ import annotations

import re

from ostraka.model.fact import Topic
from ostraka.sources.keys import fold
from ostraka.sources.us_agencies.columns import Row
from ostraka.sources.us_agencies.entry import Entry, Place
from ostraka.sources.us_agencies.enumerations import cut_at_comma
from ostraka.sources.us_agencies.notices import find_citations, find_us_day
from ostraka.sources.us_trade_csl.names import read_name_cell

_CODE = re.compile(r"[A-Z]{2}")
_POSTAL = re.compile(r"[\dA-Z][\dA-Z -]{2,9}")


def read_separate(row: Row) -> Entry | None:
    """The entry of a row of dpl.txt; `None` where it names nobody."""
    return _make_entry(row, row["name"], _join_place(row)) if row["name"].strip(" .,") else None


def read_joined(row: Row) -> Entry | None:
    """The entry of a row with name and address in one cell; `None` where it names nobody.

    The name ends at the first comma that no legal form or generation ("JR.") follows.
    """
    name, address = cut_at_comma(row["name_and_address"])
    return _make_entry(row, name, _split_place(address)) if name.strip(" .,") else None


def _make_entry(row: Row, name: str, place: Place) -> Entry:
    begins = find_us_day(row["begins"])
    cell = read_name_cell(name)
    return Entry(
        name=cell,
        raw=name,
        programme="DPL",
        same=f"{fold(cell.name)}|{begins}",
        on=begins,
        ends=find_us_day(row["ends"]),
        citation="; ".join(c.text for c in find_citations(row["notice"])) or row["notice"],
        measures=_find_order(row["order"]),
        places=(place,) if place.full else (),
        facts=tuple(_find_remarks(row)),
    )


def _find_order(text: str) -> tuple[str, ...]:
    if not text:
        return ()
    answer = {"STANDARD": "Y", "NON-STANDARD": "N", "NONSTANDARD": "N"}
    return (f"standard order: {answer.get(text.upper(), text.upper())}",)


def _find_remarks(row: Row) -> list[tuple[Topic, str]]:
    """The columns without a place of their own, and dates that no day was found in."""
    found = [(Topic.REMARK, f"action: {row['action']}")] if row["action"] else []
    odd = [c for c in ("begins", "ends") if row[c] and not find_us_day(row[c])]
    found.extend((Topic.REMARK, f"{column}: {row[column]}") for column in odd)
    found.extend((Topic.REMARK, f"{column}: {text}") for column, text in row.new.items())
    return found


def _join_place(row: Row) -> Place:
    parts = [row[c] for c in ("street", "city", "state", "postal_code", "country")]
    full = ", ".join(part for part in parts if part)
    return Place(full, row["city"], row["state"], row["postal_code"], row["country"])


def _split_place(text: str) -> Place:
    """An address whose last parts are the country's code and the postal code, in that order."""
    parts = [part.strip() for part in text.split(",")]
    full = ", ".join(part for part in parts if part)
    *_, country, postal = ["", "", *parts]
    if _CODE.fullmatch(postal) and not _CODE.fullmatch(country):
        country, postal = postal, ""
    return Place(
        full,
        postal_code=postal if _POSTAL.fullmatch(postal) and any(map(str.isdigit, postal)) else "",
        country=country if _CODE.fullmatch(country) else "",
    )
