"""Every real file of a list beside the checkout, read as its shape asks for."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ostraka.model.errors import SourceRefused
from ostraka.sources.intake import open_inputs
from ostraka.sources.reading import InputFile, ParsedList
from ostraka.sources.registry import get_source, load_parser
from sources.extracts import make_companies, make_names_csv, make_names_xml, make_sdn_set
from sources.us_agencies.extracts import (
    make_covered_page,
    make_denied_export,
    make_entity_list,
    make_forced_labour_page,
    make_notice,
    make_orders,
    make_user_list,
)

OFFICIAL, DERIVED, REFUSED = "official", "derived", "refused"
_IN_SET = {"add.csv": "address rows", "alt.csv": "alias rows"}
_Builder = Callable[[Any], tuple[InputFile, ...]]
_BUILDERS: Mapping[str, _Builder] = {
    "eu_sanctions.json": lambda c: (make_names_xml(c["data"]),),
    "uk.json": lambda c: (make_names_csv(c),),
    "ofac-sdn.json": lambda c: make_sdn_set(c["entries"]),
    "ofac_nscmic.json": lambda c: (make_companies(c["entities"]),),
    "bis_entity_list.json": lambda c: (make_entity_list(c["entities"]),),
    "bis_meu.json": lambda c: (make_user_list(c["entities"]),),
    "bis_dpl.json": lambda c: (make_denied_export(c["entities"]),),
    "cbp_wro.json": lambda c: (make_orders(c["entities"]),),
    "fcc_covered.json": lambda c: (make_covered_page(c["entities"]),),
    "dow_1260h.json": lambda c: (make_notice(c["entities"]),),
    "dhs_uflpa.json": lambda c: (make_forced_labour_page(c["entities"]),),
}


@dataclass(frozen=True, slots=True)
class Reading:
    """How a file was read, the records in it that the manifest counts, and what came of it."""

    how: str
    records: int
    parties: int
    parsed: ParsedList | None = None
    refusal: str = ""


def read_real_file(lists: Path, path: str, key: str) -> Reading:
    """The file by its official reader, alone or with its set; an extract by way of its shape."""
    place = lists / path
    builder = _BUILDERS.get(place.name)
    if builder:
        parsed = load_parser(key)(builder(json.loads(place.read_text("utf-8"))))
        return Reading(DERIVED, parsed.tallies.get("records", len(parsed.parties)), *_rest(parsed))
    is_set = key.startswith("us_ofac") and place.suffix == ".csv"
    try:
        parsed = _parse(key, place.parent if is_set else place)
    except SourceRefused as refusal:
        return Reading(REFUSED, 0, 0, refusal=refusal.problem)
    return Reading(OFFICIAL, _count(parsed, place), *_rest(parsed))


def _parse(key: str, place: Path) -> ParsedList:
    return load_parser(key)(open_inputs([place], pages="html" in get_source(key).formats))


def _rest(parsed: ParsedList) -> tuple[int, ParsedList]:
    return len(parsed.parties), parsed


def _count(parsed: ParsedList, place: Path) -> int:
    name = place.name.removeprefix("cons_")
    if name in _IN_SET:
        return parsed.tallies[_IN_SET[name]]
    if name.endswith("comments.csv"):
        return parsed.tallies["comment rows"]
    records = parsed.tallies.get("records", parsed.counted)
    return len(parsed.parties) if records is None else records
