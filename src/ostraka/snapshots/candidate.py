"""A list on its way to becoming a snapshot."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import TYPE_CHECKING

from ostraka.model.errors import NotPublished
from ostraka.snapshots.admission import agree_on_date, check_structure
from ostraka.snapshots.content import digest_party, make_snapshot_id
from ostraka.snapshots.omission import parse_omissions
from ostraka.sources.reading import ParsedList

if TYPE_CHECKING:
    from ostraka.sources.definition import Source


@dataclass(frozen=True)
class Candidate:
    """A list that was read whole and waits to be judged.

    `forced` is the reason for publishing it even where a limit is broken, `None` for no force.
    `fetched` tells that it is what the publisher has today, so that its size counts at any age.
    """

    source: Source
    parsed: ParsedList
    published: date
    now: datetime
    forced: str | None = None
    fetched: bool = False

    @cached_property
    def digests(self) -> Mapping[str, str]:
        """The digest of every party, by id."""
        return {p.id: digest_party(p) for p in self.parsed.parties}

    @cached_property
    def id(self) -> str:
        """The id of the snapshot, made of its content."""
        return make_snapshot_id(self.digests)


def make_candidate(
    source: Source, parsed: ParsedList, published: date | None, now: datetime, forced: str | None
) -> Candidate:
    """The list with its day of publication agreed and its structure checked.

    Raises:
        NotPublished: Dates contradict each other, the list was not read whole, or a forced import
            gives no reason.
        ValueError: `omits` names nothing a party has; the parser is at fault.
    """
    if forced is not None and not forced.strip():
        raise NotPublished(
            "a forced import needs a reason, which is kept with the snapshot",
            where=source.key,
            remedy="Say why with --reason TEXT.",
        )
    parse_omissions(parsed.omits)
    day = agree_on_date(source, parsed.published, published, now)
    check_structure(source, parsed)
    return Candidate(source, parsed, day, now, forced)
