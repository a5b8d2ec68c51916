"""The shape of the vocabulary, read from its annotations, so that no schema is written twice."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from types import UnionType
from typing import TYPE_CHECKING, Any, TypeAlias, cast, get_args, get_origin, get_type_hints

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

NO_DEFAULT: Any = object()
"""Stands for the default of a field that has none; equal to nothing but itself."""


Hint: TypeAlias = Any
"""An annotation, which may be a type, a union or a generic."""


@dataclass(frozen=True, slots=True)
class Scalar:
    """One value: text, a date, a number, yes or no, or a term of a closed set."""

    python: type[Any]


@dataclass(frozen=True, slots=True)
class Many:
    """A tuple of values of one shape."""

    item: Shape


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a record and what it holds where nothing is stated."""

    name: str
    shape: Shape
    default: Any


@dataclass(frozen=True, slots=True)
class Record:
    """A frozen value of the vocabulary with its fields in order."""

    make: Callable[..., Any]
    fields: tuple[Field, ...]
    by_keyword: bool


Shape: TypeAlias = Scalar | Many | Record


@cache
def record_of(made: Callable[..., Any]) -> Record:
    """The shape of a dataclass of the vocabulary.

    Raises:
        TypeError: A field has a type that no column can hold.
    """
    hints = get_type_hints(made)
    own = dataclasses.fields(cast("type[DataclassInstance]", made))
    fields = tuple(Field(f.name, _shape_of(hints[f.name]), _default_of(f)) for f in own)
    return Record(made, fields, by_keyword=any(f.kw_only for f in own))


def _shape_of(hint: Hint) -> Shape:
    origin: object = get_origin(hint)
    if origin is tuple:
        item, dots = get_args(hint)
        if dots is not ...:
            raise TypeError(f"no column holds {hint}")
        return Many(_shape_of(item))
    if isinstance(hint, UnionType):
        (stated,) = (h for h in get_args(hint) if h is not type(None))
        return _shape_of(stated)
    return record_of(hint) if hasattr(hint, "__dataclass_fields__") else Scalar(hint)


def _default_of(field: dataclasses.Field[Any]) -> object:
    return NO_DEFAULT if field.default is dataclasses.MISSING else field.default
