"""Days of the notifications: the first listing, amendments, removals."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator

from ostraka.model.listing import Act, ActKind
from ostraka.model.origin import Origin
from ostraka.sources.dating import find_day
from ostraka.sources.jp_mof.rows import Row

_DAY = re.compile(r"(\d{4})[.年/-](\d{1,2})[.月/-](\d{1,2})日?\s*(改訂|改正|修正|削除|再指定)?")
_KINDS = {"": ActKind.DESIGNATE, "削除": ActKind.REMOVE, "再指定": ActKind.RELIST}


def read_acts(row: Row, unknown: Counter[str]) -> Iterator[Act]:
    """The acts of a row in the order of its lines; a later day without a word is an amendment."""
    origin = Origin("jp_mof", f"{row.sheet}/row {row.number}", row["notified"])
    citation = f"No. {row['number']}" if row["number"] else ""
    text = unicodedata.normalize("NFKC", row["notified"])
    designated = False
    for line in filter(str.strip, text.splitlines()):
        found = _DAY.search(line)
        day = found and find_day(f"{found[1]}-{int(found[2]):02}-{int(found[3]):02}")
        if not found or not day:
            unknown["a day of notification is not understood; it is left out"] += 1
            continue
        kind = _KINDS.get(found[4] or "", ActKind.AMEND)
        if kind is ActKind.DESIGNATE and designated:
            kind = ActKind.AMEND
        designated = designated or kind is ActKind.DESIGNATE
        yield Act(kind, origin, on=day, citation=citation)
