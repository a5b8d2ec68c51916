"""The Entity List, from the eCFR or the Consolidated Screening List to parties."""

from __future__ import annotations

from collections.abc import Sequence

from ostraka.sources.reading import InputFile, ParsedList
from ostraka.sources.us_agencies.bis_list import BisList, parse_bis_list

_LIST = BisList(
    "us_bis_entity",
    "EL",
    "the Entity List",
    4,
    {
        "country": ("country",),
        "entity": ("entity",),
        "requirement": ("license requirement", "licence requirement"),
        "policy": ("license review policy", "licence review policy"),
        "notice": ("federal register citation", "federal register citations"),
    },
)


def parse(files: Sequence[InputFile]) -> ParsedList:
    """The parties of Supplement No. 4 to 15 CFR 744; the file states no date of its own.

    Raises:
        SourceRefused: not exactly one file, or in none of its shapes.
    """
    return parse_bis_list(files, _LIST)
