"""The shape of what `ostraka rescreen --json` prints."""

from __future__ import annotations

from typing_extensions import TypedDict

from ostraka.screening.answer_shapes import EngineShape


class PartiesShape(TypedDict):
    """How many parties of the lists came, went and changed."""

    added: int
    removed: int
    changed: int


class BookShape(TypedDict):
    """Rows of the book, rows of it that could not be screened, customers screened again."""

    rows: int
    refused: int
    screened_again: int


class HitsShape(TypedDict):
    """How many hits are new, changed and gone."""

    new: int
    changed: int
    gone: int


_ChangeClass = TypedDict("_ChangeClass", {"class": str})


class ChangeShape(_ChangeClass):
    """A hit that differs; as it was where it is gone. `change` is new, changed or gone.

    `score_before` is null where there was no hit.
    """

    change: str
    score_before: float | None
    row: int
    id: str
    query: str
    party: str
    source: str
    name: str
    matched_name: str
    score: float
    listed_on: str | None
    programmes: str
    reason: str


class Rescreening(TypedDict):
    """What `ostraka rescreen --json` prints; `out` and `sha256` are null without `--out`.

    `quick` tells that only hits on parties that changed were looked for.
    """

    before: EngineShape
    after: EngineShape
    quick: bool
    parties: PartiesShape
    book: BookShape
    hits: HitsShape
    out: str | None
    sha256: str | None
    changes: list[ChangeShape]
