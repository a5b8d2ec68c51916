"""The parser of `us_ofac_cons`: any of OFAC's four file shapes."""

from __future__ import annotations

from collections.abc import Sequence

from ostraka.sources.ofac.edition import CONS
from ostraka.sources.ofac.reader import parse_list
from ostraka.sources.reading import InputFile, ParsedList


def parse(files: Sequence[InputFile]) -> ParsedList:
    """The list in the CSV set, or in one legacy, Advanced or Enhanced XML file.

    Raises:
        SourceRefused: the files are not this list, or not whole; the message says which list they
            are and what to do.
    """
    return parse_list(files, CONS)
