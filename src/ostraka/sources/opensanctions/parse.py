"""A dataset of OpenSanctions, from its entities or its table of targets to parties."""

from __future__ import annotations

from collections.abc import Sequence

from ostraka.model.errors import SourceRefused
from ostraka.sources.opensanctions.entities import read_entities
from ostraka.sources.opensanctions.simple import read_targets
from ostraka.sources.reading import InputFile, ParsedList


def parse(files: Sequence[InputFile]) -> ParsedList:
    """The targets of the dataset: entities of FollowTheMoney, one a line, or `targets.simple.csv`.

    Properties for ethnicity, religion and political opinion are dropped while a line is decoded.

    Raises:
        SourceRefused: not exactly one file, neither of the two shapes, a damaged line, no target.
    """
    if len(files) != 1:
        raise SourceRefused(
            f"a dataset is one file, and here are {len(files)}",
            where=", ".join(file.name for file in files),
            remedy="Import entities.ftm.json or targets.simple.csv of one dataset.",
        )
    start = files[0].data[:64].removeprefix(b"\xef\xbb\xbf").lstrip()
    parsed = read_entities(files[0]) if start.startswith(b"{") else read_targets(files[0])
    if not parsed.parties:
        raise SourceRefused(
            "the dataset holds no target",
            where=files[0].name,
            remedy="Check that this is a dataset of sanctioned or exposed parties.",
        )
    return parsed
