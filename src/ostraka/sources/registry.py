"""Which lists there are, found by their `source.yml`."""

from __future__ import annotations

import difflib
import functools
import importlib
from collections.abc import Mapping
from importlib import resources
from types import MappingProxyType
from typing import TYPE_CHECKING, cast

from ostraka.model.errors import UnknownSource
from ostraka.sources.reading import InputFile, Parser

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

    from ostraka.sources.definition import Source

_PACKAGE = "ostraka.sources"

KNOWN_KEYS: tuple[str, ...] = (
    "us_ofac_sdn",
    "us_ofac_cons",
    "us_trade_csl",
    "us_bis_entity",
    "us_bis_denied",
    "us_bis_meu",
    "us_fcc_covered",
    "us_dhs_uflpa",
    "us_cbp_wro",
    "us_dod_1260h",
    "us_state_7031c",
    "gb_uksl",
    "gb_ofsi_conlist",
    "eu_fsf",
    "eu_journal",
    "un_sc",
    "ca_sema",
    "au_dfat",
    "jp_mof",
    "ch_seco",
    "ua_nsdc",
    "opensanctions",
    "custom",
    "demo",
    "leads",
)
"""Every list the contract names, also those no reader exists for yet, in its order."""

_REGISTERS = ("gb_psc", "gleif_rr")


@functools.cache
def load_sources() -> Mapping[str, Source]:
    """Every list that can be read, by key, in the order of `KNOWN_KEYS`, then alphabetically."""
    found = {source.key: source for source in map(_load_definition, _folders())}
    known = [key for key in KNOWN_KEYS if key in found]
    return MappingProxyType({key: found[key] for key in [*known, *sorted(found.keys() - known)]})


def get_source(key: str) -> Source:
    """The definition of one list.

    Raises:
        UnknownSource: there is no such list, or no reader for it yet; near keys of a misspelt one
            are suggested.
    """
    source = load_sources().get(key)
    if source is None:
        raise _unknown(key)
    return source


def load_parser(key: str) -> Parser:
    """The parser of one list, imported on first use.

    Raises:
        UnknownSource: there is no such list, or no reader for it yet.
    """
    module = importlib.import_module(f"{_PACKAGE}.{get_source(key).key}.parse")
    return cast("Parser", module.parse)


def load_bundled(key: str) -> tuple[InputFile, ...]:
    """The files of a list that come with this version; none for a list that is downloaded.

    Raises:
        UnknownSource: there is no such list, or no reader for it yet.
    """
    source = get_source(key)
    folder = resources.files(_PACKAGE).joinpath(key)
    return tuple(InputFile(name, folder.joinpath(name).read_bytes()) for name in source.bundled)


def _folders() -> list[Traversable]:
    children = sorted(resources.files(_PACKAGE).iterdir(), key=lambda child: child.name)
    return [child for child in children if child.joinpath("source.yml").is_file()]


def _load_definition(folder: Traversable) -> Source:
    # pydantic and yaml cost a tenth of a second that `ostraka --help` should not pay
    import yaml

    from ostraka.sources.definition import Source

    # libyaml reads all definitions in a tenth of the time, where PyYAML was built with it
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    text = folder.joinpath("source.yml").read_text(encoding="utf-8")
    return Source.model_validate(yaml.load(text, loader))  # noqa: S506 - neither makes objects


def _unknown(key: str) -> UnknownSource:
    if key in _REGISTERS:
        return UnknownSource(
            "this is a register of who owns whom, and no list",
            where=key,
            remedy=f"Fetch it with `ostraka sync {key}`; `screen --owners` asks it.",
        )
    readable = tuple(load_sources())
    near: list[str] = []
    if key in KNOWN_KEYS:
        problem = "this list is known, but this version cannot read it yet"
    else:
        problem = "there is no list of that key"
        near = difflib.get_close_matches(key, (*readable, *_REGISTERS), n=3, cutoff=0.5)
    hint = f"Did you mean {' or '.join(near)}? " if near else ""
    return UnknownSource(problem, where=key, remedy=f"{hint}It can read: {', '.join(readable)}.")
