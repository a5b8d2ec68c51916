"""Values of a command line that need no validator: what was not given, plain text, whole numbers.

typer has every value validated by pydantic, whose import and validators cost more than the whole
answer on one name. A value that is not plainly right goes that way still, and is refused there.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from enum import Enum
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeGuard

from typer.core import TyperCommand

if TYPE_CHECKING:
    from typer.models import ParameterInfo

_Process = Callable[[Any, Any], Any]


class PlainCommand(TyperCommand):
    """A command that validates only the values that need it."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:  # noqa: ANN401 - typer's own
        """Reads the arguments; what is plainly right is taken as it is."""
        take_plain_values(self.get_params(ctx))
        return super().parse_args(ctx, args)


def take_plain_values(parameters: Iterable[Any]) -> None:
    """These parameters take a value that is plainly right without a validator."""
    for parameter in parameters:
        if hasattr(parameter, "type_descriptor"):
            parameter.process_value = partial(_process, parameter, parameter.process_value)


def _process(parameter: Any, validate: _Process, ctx: Any, value: Any) -> Any:  # noqa: ANN401
    many = parameter.multiple or parameter.nargs == -1
    called = parameter.callback
    if value is None and not parameter.required:
        nothing = () if many else None
        return called(ctx, parameter, nothing) if called else nothing
    if called:
        return validate(ctx, value)
    if isinstance(value, Enum) and not many:
        return value  # a default; on a command line every value is a text
    described = parameter.type_descriptor
    info = described.parameter_info
    if info.parser is None:
        if described.annotation == list[str] and many and _are_texts(value):
            return list(value)
        plain = None if many else _read_plainly(described.annotation, info, value)
        if plain is not None:
            return plain
    return validate(ctx, value)


def _are_texts(value: object) -> bool:
    return isinstance(value, (list, tuple)) and all(_is_text(text) for text in value)


def _is_text(value: object) -> TypeGuard[str]:
    """Whether it is text in whole characters: bytes that are none come in as lone surrogates."""
    if not isinstance(value, str):
        return False
    try:
        value.encode()
    except UnicodeEncodeError:
        return False
    return True


def _read_plainly(annotation: object, info: ParameterInfo, text: object) -> object | None:
    if not _is_text(text):
        return None
    if annotation is str:
        return text
    if annotation is int and text.isascii() and text.isdigit() and len(text) < 10:
        number = int(text)
        least, most = info.min, info.max
        bounded = (least is None or least <= number) and (most is None or number <= most)
        return number if bounded else None
    if annotation is Path and not info.file_okay and not (info.resolve_path or info.writable):
        path = Path(text)
        return path if path.is_dir() and os.access(path, os.R_OK) else None
    return None
