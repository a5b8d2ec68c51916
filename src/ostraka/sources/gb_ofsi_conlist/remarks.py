"""The column Other Information of the OFSI list: labelled values and prose."""

from __future__ import annotations

import re

from ostraka.sources.gb.designation import Row
from ostraka.sources.gb.fields import find_field

_LABEL = re.compile(r"\(([A-Z][A-Za-z ]{1,30})\)\s?:\s?")
_UN_REFERENCE = re.compile(
    r"\bUN Ref(?:erence)?\.?\s*:?\s*([A-Z]{2,3}[a-z]?\.?(?:[A-Z]\.)?\d[\w.]*)", re.IGNORECASE
)
_FIRST_WORD = {"uk_reference", "un_reference"}


def unpack(row: Row) -> Row:
    """The row with the labelled values of its Other Information as fields of their own.

    What no label explains stays there.
    """
    text = row.get("other", "")
    found: dict[str, str] = {}
    rest: list[str] = []
    labels = ((m, find_field(m.group(1))) for m in _LABEL.finditer(text))
    marks = [(m, field.key) for m, field in labels if field]
    rest.append(text[: marks[0][0].start()] if marks else text)
    ends = [*(m.start() for m, _ in marks[1:]), len(text)]
    for (mark, key), end in zip(marks, ends, strict=False):
        value = text[mark.end() : end].strip()
        if key in _FIRST_WORD:
            value, _, prose = value.partition(" ")
            rest.append(prose)
        found[key] = f"{found[key]}; {value}" if key in found else value
    prose = " ".join(part.strip() for part in rest if part.strip())
    reference = _UN_REFERENCE.search(prose)
    if reference:
        found.setdefault("un_reference", reference.group(1).rstrip("."))
    return {**row, **found, "other": prose}
