"""Which lists there are, and what each of them must say of itself."""

from __future__ import annotations

import importlib

import pytest
from pydantic import ValidationError

from ostraka.model.errors import UnknownSource
from ostraka.model.listing import ListingClass
from ostraka.model.party import PartyKind
from ostraka.sources.definition import Floors, Source
from ostraka.sources.registry import (
    KNOWN_KEYS,
    get_source,
    load_bundled,
    load_parser,
    load_sources,
)

READABLE = ("us_trade_csl", "un_sc", "custom", "demo")
every_source = pytest.mark.parametrize("key", sorted(load_sources()))


def test_the_lists_of_this_room_are_found() -> None:
    """A folder with a source.yml is a list; nothing registers it."""
    assert set(READABLE) <= load_sources().keys() <= set(KNOWN_KEYS)


@every_source
def test_every_definition_is_of_its_folder_and_has_a_parser(key: str) -> None:
    """The key is what users type, the folder what the registry finds."""
    source = get_source(key)
    assert source.key == key
    assert callable(load_parser(key))
    assert importlib.import_module(f"ostraka.sources.{key}").__doc__


@every_source
def test_every_definition_names_kinds_and_urls_that_can_be(key: str) -> None:
    """A misspelt kind in a floor would never be broken; an address without TLS never trusted."""
    source = get_source(key)
    assert set(source.floors.kinds) <= set(PartyKind)
    assert all(0 < share <= 1 for share in source.floors.fill.values())
    assert all(url.startswith("https://") for url in source.urls)
    assert source.urls or source.custom or key == "demo"
    low, high = source.floors.parties_min or 0, source.floors.parties_max
    assert high is None or low < high


@every_source
def test_every_class_in_a_value_map_exists(key: str) -> None:
    """The map of the UN list names classes by word."""
    assert set(get_source(key).maps.get("class", {}).values()) <= set(ListingClass)


def test_the_bundled_list_is_never_default_and_never_stale() -> None:
    """It is for trying only, and about the past."""
    demo = get_source("demo")
    assert (demo.default, demo.stale_after_days) == (False, None)
    assert "may have been removed since" in demo.title


def test_an_unknown_list_is_refused_with_near_ones() -> None:
    """A slip of one letter should cost one line of reading."""
    with pytest.raises(UnknownSource) as caught:
        get_source("un_cs")
    assert caught.value.remedy.startswith("Did you mean un_sc")


def test_a_list_without_a_reader_is_told_from_one_that_does_not_exist() -> None:
    """A user who types a key of the contract has made no mistake."""
    with pytest.raises(UnknownSource) as caught:
        load_parser("leads")
    assert caught.value.problem == "this list is known, but this version cannot read it yet"


def test_a_definition_with_a_misspelt_field_is_refused() -> None:
    """Bad configuration stops the program instead of being a silent default."""
    fields = {"key": "x", "title": "X", "authority": "Y", "formats": ["csv"], "cadence_days": 1}
    assert Source.model_validate({**fields, "licence": "Z"}).default
    with pytest.raises(ValidationError):
        Source.model_validate({**fields, "license": "Z"})
    with pytest.raises(ValidationError):
        Floors.model_validate({"shrink_refuse": 20})


@every_source
def test_what_comes_with_this_version_is_read_by_its_parser(key: str) -> None:
    """A bundled file that is missing from the package would show at the user's first import."""
    files = load_bundled(key)
    assert [file.name for file in files] == list(get_source(key).bundled)
    assert not files or load_parser(key)(files).parties
