"""Where a value was read."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Origin:
    """The place a value was read: list, record, and the text as it stands there.

    `record` names the record inside the list in the list's own terms (`sdn.csv:34079`,
    `INDIVIDUAL/6907993`). `raw` is the text before any interpretation; it is empty where the
    value itself is that text.
    """

    source: str
    record: str
    raw: str = ""
