"""The grammar of the remarks: items, `; `, and a full stop at the end of all."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from ostraka.model.fact import Fact, Topic
from ostraka.model.listing import Clause, ClauseKind
from ostraka.model.origin import Origin
from ostraka.sources.ofac.items import Item, make_piece
from ostraka.sources.ofac.labels import split_label, starts_with_label
from ostraka.sources.ofac.pieces import Piece
from ostraka.sources.ofac.tables import iter_table
from ostraka.sources.special import without_special_sentences

CAP = 1000
"""OFAC cuts remarks of the CSV set at so many characters, in the middle of a word."""

_SEPARATOR = "; "
# One value of the closed set of organisation types holds the separator itself.
_SEPARATOR_PATTERN = re.compile("(?<!auditing activities); |; (?!tax consultancy)")
_OPEN_ALIAS = re.compile(r"[afn]\.k\.a\. '")
_IN_BRACKETS = re.compile(r"\((Linked To: .+)\)")


@dataclass(frozen=True, slots=True)
class Remark:
    """The remarks of one entry as one text, with what is needed to read them.

    `positions` are the titles the entry states elsewhere: a segment that repeats one is understood.
    `cut` says that the text stops at OFAC's cap and its continuation is missing.
    """

    text: str
    source: str
    record: str
    person: bool = False
    positions: frozenset[str] = frozenset()
    cut: bool = False


@dataclass(frozen=True, slots=True)
class Segment:
    """One segment: what it says, or nothing where no typed rule understands it.

    `repeats` is true for a segment that says again what another field of the entry has said.
    `dropped` is true where something no list of ours may hold was left out of its text.
    """

    text: str
    piece: Piece | None
    origin: Origin
    repeats: bool = False
    dropped: bool = False

    @property
    def understood(self) -> bool:
        """Whether a typed rule, or another field of the entry, accounts for the segment."""
        return self.piece is not None or self.repeats or not self.text

    def as_remark(self) -> Fact:
        """The segment as it stands, for whoever reads the entry.

        `alt.` before a label says nothing, and only some shapes write it.
        """
        return Fact(Topic.REMARK, self.text.removeprefix("alt. "), self.origin)


def split_remark(text: str) -> tuple[str, ...]:
    """The segments, such that joined by `; ` they are the text again.

    A semicolon inside the quotation of a weak alias does not part; a full stop never does.

    >>> split_remark("DOB 1962; a.k.a. 'SEMI; COLON'; POB Cali.")
    ('DOB 1962', "a.k.a. 'SEMI; COLON'", 'POB Cali.')
    """
    if not text:
        return ()
    parts = _SEPARATOR_PATTERN.split(text)
    whole: list[str] = []
    position = 0
    while position < len(parts):
        length = _alias_length(parts, position)
        whole.append(_SEPARATOR.join(parts[position : position + length]))
        position += length
    return tuple(whole)


def read_remark(remark: Remark) -> Iterator[Segment]:
    """Every segment of the remarks, understood or not; empty ones are left out."""
    segments = split_remark(remark.text)
    for number, text in enumerate(segments, start=1):
        if text.strip(" .;"):
            last = number == len(segments)
            yield _read_segment(text, remark, last=last)


def _alias_length(parts: list[str], start: int) -> int:
    """How many parts the alias that opens at `start` runs over; 1 unless it closes in a later."""
    if _OPEN_ALIAS.match(parts[start]) is None or _closes(parts[start]):
        return 1
    for end in range(start + 1, len(parts)):
        if starts_with_label(parts[end]):
            return 1
        if _closes(parts[end]):
            return end - start + 1
    return 1


def _closes(part: str) -> bool:
    return part.removesuffix(".").endswith("'")


def _read_segment(text: str, remark: Remark, *, last: bool) -> Segment:
    origin = Origin(remark.source, remark.record, text)
    if last and remark.cut:
        return _without_special(text, origin)
    body = text.strip()
    ends_remark = last and body.endswith(".")
    body = body[:-1] if ends_remark else body
    if body in remark.positions:
        return Segment(text, None, origin, repeats=True)
    piece = _find_piece(body, remark, origin, ends_remark=ends_remark)
    if piece is not None:
        return Segment(text, piece, origin)
    return _without_special(body, origin)


def _without_special(text: str, origin: Origin) -> Segment:
    """An unread segment without what it says of ethnicity, religion, politics or health.

    Its text is without the full stop that ends all remarks, which only some shapes write.
    """
    kept = "" if is_special_phrase(text) else without_special_sentences(text)
    if kept == text:
        return Segment(text, None, origin)
    return Segment(kept, None, replace(origin, raw=kept), dropped=True)


def _find_piece(body: str, remark: Remark, origin: Origin, *, ends_remark: bool) -> Piece | None:
    bracketed = _IN_BRACKETS.fullmatch(body)
    labelled = split_label(bracketed.group(1) if bracketed else body)
    if labelled is None:
        return _find_phrase(body, origin)
    rule, value = labelled
    return make_piece(Item(rule, rule.label, value, origin, remark.person, ends_remark))


def is_special_phrase(text: str) -> bool:
    """Whether the whole text is a word of ethnic or religious belonging."""
    return any(p.fullmatch(text) for p, becomes, _ in _load_phrases() if becomes == "dropped")


def _find_phrase(body: str, origin: Origin) -> Piece | None:
    """What a fixed phrase without a label says, with or without a stop of its own."""
    text = body.removesuffix(".")
    for pattern, becomes, role in _load_phrases():
        if becomes != "dropped" and pattern.fullmatch(text):
            if becomes == "clause":
                return Clause(ClauseKind(role), text, origin)
            return Fact(Topic(role), text, origin)
    return None


@cache
def _load_phrases() -> tuple[tuple[re.Pattern[str], str, str], ...]:
    return tuple(
        (re.compile(row["pattern"]), row["becomes"], row["as"]) for row in iter_table("phrases.csv")
    )
