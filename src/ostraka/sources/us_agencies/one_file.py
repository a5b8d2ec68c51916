"""A list that is one file, or several editions of which one is meant."""

from __future__ import annotations

from collections.abc import Sequence

from ostraka.model.errors import SourceRefused
from ostraka.sources.reading import InputFile


def get_only(files: Sequence[InputFile], *, what: str, remedy: str) -> InputFile:
    """The one file of a list.

    Raises:
        SourceRefused: there is none, or more than one.
    """
    if len(files) == 1:
        return files[0]
    raise SourceRefused(
        f"{what} is one file, and here are {len(files)}",
        where=", ".join(file.name for file in files),
        remedy=remedy,
    )


def refuse_unknown(file: InputFile, *, what: str, remedy: str) -> SourceRefused:
    """The refusal of a file that is in none of the shapes of a list."""
    return SourceRefused(f"this is not {what} in a shape it has", where=file.name, remedy=remedy)
