"""The column `ids`: values with OFAC's labels, read by OFAC's own rules."""

from __future__ import annotations

import dataclasses
from functools import cache

from ostraka.model.fact import Fact, Topic
from ostraka.model.identifier import Identifier
from ostraka.model.origin import Origin
from ostraka.sources.ofac.items import Item, make_other_identifier, make_piece
from ostraka.sources.ofac.labels import Rule, find_rule
from ostraka.sources.ofac.pieces import Piece
from ostraka.sources.ofac.tables import iter_table


@dataclasses.dataclass(frozen=True, slots=True)
class Labelled:
    """One value with its label, and the country before or after it as an alpha-2 code."""

    label: str
    value: str
    country: str = ""


def split_ids(text: str) -> list[Labelled]:
    """The labelled values of a cell: `CC, value, Label`, `value, Label` or `Label, value, CC`.

    A semicolon ends a value only where a label stands beside it: values hold semicolons too.

    >>> [(found.label, found.value) for found in split_ids("RU, 42, Tax ID No.; a; b, Website")]
    [('Tax ID No.', '42'), ('Website', 'a; b')]
    """
    found: list[Labelled] = []
    held = ""
    for piece in text.split("; ") if text else ():
        if held and find_rule(piece.partition(", ")[0]) and _read_labelled(piece):
            found.append(Labelled("", held))
            held = ""
        whole = f"{held}; {piece}" if held else piece
        read = _read_labelled(whole)
        held = "" if read else whole
        found.extend([read] if read else [])
    if held:
        found.append(Labelled("", held))
    return found


def make_value(labelled: Labelled, origin: Origin, *, person: bool) -> Piece | Fact:
    """What a labelled value says; where no rule understands it, a remark in its own words."""
    where = dataclasses.replace(origin, raw=f"{labelled.value}, {labelled.label}")
    rule = find_rule(labelled.label)
    country = _country_names().get(labelled.country, labelled.country)
    item = Item(
        rule or Rule(labelled.label, "identifier", "other", "number"),
        labelled.label,
        labelled.value,
        where,
        person=person,
        country=country,
    )
    made = make_piece(item) if rule else make_other_identifier(labelled.label, item)
    if isinstance(made, Identifier):
        return dataclasses.replace(made, country=labelled.country)
    text = f"{labelled.label} {labelled.value}".strip()
    return made if made is not None else Fact(Topic.REMARK, text, where)


def _read_labelled(text: str) -> Labelled | None:
    parts = text.split(", ")
    if len(parts) < 2:
        return None
    if find_rule(parts[-1]):
        return _with_country(parts[-1], parts[0], parts[1:-1]) or Labelled(
            parts[-1], ", ".join(parts[:-1])
        )
    if find_rule(parts[0]):
        return _with_country(parts[0], parts[-1], parts[1:-1]) or Labelled(
            parts[0], ", ".join(parts[1:])
        )
    return None


def _with_country(label: str, country: str, value: list[str]) -> Labelled | None:
    is_code = len(country) == 2 and country.isalpha() and country.isupper()
    return Labelled(label, ", ".join(value), country) if value and is_code else None


@cache
def _country_names() -> dict[str, str]:
    return {row["code"].upper(): row["name"] for row in iter_table("countries.csv") if row["code"]}
