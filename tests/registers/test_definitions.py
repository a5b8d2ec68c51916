"""The definitions of registers are whole, and find the real names of files."""

from __future__ import annotations

import re

import pytest

from ostraka.model.errors import UnknownSource
from ostraka.sources.registers import get_register, load_registers
from ostraka.sources.registry import get_source, load_sources


def test_every_register_is_fetched_over_an_encrypted_line() -> None:
    registers = load_registers()
    assert list(registers) == ["gb_psc", "gleif_rr"]
    assert all(f.url.startswith("https://") for r in registers.values() for f in r.sets)
    assert not registers.keys() & load_sources().keys()


@pytest.mark.parametrize(
    ("number", "name", "groups"),
    [
        (0, "psc-snapshot-2022-06-30_21of21.zip", ("2022-06-30", "21", "21")),
        (1, "persons-with-significant-control-snapshot-2025-09-30.zip", ("2025-09-30",)),
    ],
)
def test_the_names_of_snapshots_are_found(number: int, name: str, groups: tuple[str, ...]) -> None:
    """Names that the register used on these days."""
    found = re.search(get_register("gb_psc").sets[number].link, f"https://host.example/{name}")
    assert found
    assert found.groups() == groups


def test_a_register_named_as_a_list_is_explained() -> None:
    for key in load_registers():
        with pytest.raises(UnknownSource, match="register of who owns whom"):
            get_source(key)
    with pytest.raises(UnknownSource):
        get_register("un_sc")
