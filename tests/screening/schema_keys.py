"""Keys of a JSON document that its schema says nothing about."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

Json = Any


def undescribed_keys(document: Json, schema: Json) -> set[str]:
    """The keys, at any depth, of objects whose schema lists its properties without them."""
    return set(_find(document, schema, schema.get("$defs", {})))


def _find(document: Json, schema: Json, definitions: Json) -> Iterator[str]:
    for shape in _resolve(schema, definitions):
        known, rest = shape.get("properties"), shape.get("additionalProperties")
        if isinstance(document, dict) and known is not None:
            yield from (key for key in document if key not in known)
            for key in document.keys() & known.keys():
                yield from _find(document[key], known[key], definitions)
        elif isinstance(document, dict) and isinstance(rest, dict):
            for value in document.values():
                yield from _find(value, rest, definitions)
        elif isinstance(document, list) and isinstance(shape.get("items"), dict):
            for value in document:
                yield from _find(value, shape["items"], definitions)


def _resolve(schema: Json, definitions: Json) -> Iterator[Json]:
    if "$ref" in schema:
        yield definitions[schema["$ref"].rpartition("/")[2]]
    elif "anyOf" in schema:
        for choice in schema["anyOf"]:
            yield from _resolve(choice, definitions)
    else:
        yield schema
