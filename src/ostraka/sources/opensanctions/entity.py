"""One line of a FollowTheMoney file, without what no reader keeps."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from ostraka.model.errors import SourceRefused
from ostraka.sources.reading import InputFile
from ostraka.sources.special import is_special_field
from ostraka.sources.text import decode, tidy


@dataclass(frozen=True, slots=True)
class Entity:
    """An entity: id, schema, whether it is a target, and its properties as lists of texts."""

    id: str
    schema: str
    caption: str
    target: bool
    properties: dict[str, tuple[str, ...]]
    datasets: tuple[str, ...] = ()
    referents: tuple[str, ...] = ()
    first_seen: str = ""

    def all(self, name: str) -> tuple[str, ...]:
        """The values of a property."""
        return self.properties.get(name, ())

    def first(self, name: str) -> str:
        """The first value of a property, empty where there is none."""
        return next(iter(self.all(name)), "")

    @property
    def name(self) -> str:
        """The caption where it is one of the names, else the first name."""
        names = self.all("name")
        return self.caption if self.caption in names or not names else names[0]


def iter_entities(file: InputFile, dropped: Counter[str]) -> Iterator[Entity]:
    """The entities of a JSON Lines file; `dropped` counts the properties no reader keeps.

    Raises:
        SourceRefused: a line that is no entity, which a truncated file ends in.
    """
    for number, line in enumerate(decode(file).splitlines(), start=1):
        if not line.strip():
            continue
        try:
            raw = json.loads(line)
        except ValueError as problem:
            raise _refused(file, number, "is not JSON; the file may be cut short") from problem
        if not _is_entity(raw):
            raise _refused(file, number, "is not a FollowTheMoney entity")
        yield _make(raw, dropped)


def _is_entity(raw: object) -> bool:
    if not isinstance(raw, dict) or not isinstance(raw.get("properties"), dict):
        return False
    return all(isinstance(raw.get(key), str) and raw[key] for key in ("id", "schema"))


def _make(raw: dict[str, Any], dropped: Counter[str]) -> Entity:
    properties: dict[str, tuple[str, ...]] = {}
    for written, values in raw["properties"].items():
        # Some exports write the schema before the name ("Person:religion").
        name = written.rpartition(":")[2]
        if is_special_field(name) or name == "motherTongue":
            dropped[name] += 1
        else:
            listed = values if isinstance(values, list) else [values]
            texts = (tidy(value) for value in listed if isinstance(value, str))
            kept = (*properties.get(name, ()), *(text for text in texts if text))
            properties[name] = tuple(dict.fromkeys(kept))
    return Entity(
        id=raw["id"],
        schema=raw["schema"],
        caption=tidy(str(raw.get("caption") or "")),
        target=bool(raw.get("target")),
        properties=properties,
        datasets=_texts(raw.get("datasets")),
        referents=_texts(raw.get("referents")),
        first_seen=str(raw.get("first_seen") or ""),
    )


def _texts(values: object) -> tuple[str, ...]:
    return tuple(v for v in values if isinstance(v, str)) if isinstance(values, list) else ()


def _refused(file: InputFile, number: int, problem: str) -> SourceRefused:
    return SourceRefused(
        f"line {number} {problem}",
        where=file.name,
        remedy="Download the dataset again; compare its size with that in the dataset's index.",
    )
