"""Which registers there are: one file of YAML each."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from importlib import resources
from types import MappingProxyType

from ostraka.model.errors import UnknownSource
from ostraka.sources.registers.definition import Register


@functools.cache
def load_registers() -> Mapping[str, Register]:
    """Every register that can be fetched, by key."""
    import yaml

    files = resources.files("ostraka.sources.registers").iterdir()
    texts = sorted(f.read_text("utf-8") for f in files if f.name.endswith(".yml"))
    found = [Register.model_validate(yaml.safe_load(text)) for text in texts]
    return MappingProxyType({r.key: r for r in sorted(found, key=lambda one: one.key)})


def get_register(key: str) -> Register:
    """The definition of one register.

    Raises:
        UnknownSource: There is none of that key.
    """
    found = load_registers().get(key)
    if found is None:
        raise UnknownSource(
            "there is no register of that key",
            where=key,
            remedy=f"It can fetch: {', '.join(load_registers())}.",
        )
    return found
