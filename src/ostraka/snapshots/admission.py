"""What a list must be in itself to become a snapshot; no force overrides any of it."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from ostraka.model.errors import NotPublished
from ostraka.sources.reading import ParsedList

if TYPE_CHECKING:
    from ostraka.sources.definition import Source

_EARLIEST_ZONE = timedelta(hours=14)
"""Where the day begins first (UTC+14): a list of tomorrow may be out there already."""

_FILE_REMEDY = "Get the file again from its publisher and import it."


def agree_on_date(source: Source, stated: date | None, given: date | None, now: datetime) -> date:
    """The day the list was published: as the file states it, else as the user gives it.

    Raises:
        NotPublished: Both are missing, they differ, or the day has not come yet anywhere.
    """
    if stated and given and stated != given:
        raise NotPublished(
            f"the file says it was published on {stated}, the command says {given}",
            where=source.key,
            remedy="Leave out --published: the file's own date counts. If the file is the wrong "
            "one, import the right one.",
        )
    published = stated or given
    if published is None:
        raise NotPublished(
            "the file carries no date of publication",
            where=source.key,
            remedy="Say when it was published with --published YYYY-MM-DD.",
        )
    _refuse_future(source, published, now)
    return published


def check_structure(source: Source, parsed: ParsedList) -> None:
    """The list was read whole: as many records as counted, ids distinct and of this source.

    Raises:
        NotPublished: It was not; all that is wrong is said at once.
    """
    problems = [*_count_problems(parsed), *_id_problems(source, parsed)]
    if problems:
        raise NotPublished("; ".join(problems), where=source.key, remedy=_FILE_REMEDY)


def _refuse_future(source: Source, published: date, now: datetime) -> None:
    moment = now if now.tzinfo else now.replace(tzinfo=UTC)
    if published > (moment.astimezone(UTC) + _EARLIEST_ZONE).date():
        raise NotPublished(
            f"the date of publication, {published}, lies in the future",
            where=source.key,
            remedy="Check --published, the file, and the clock of this machine.",
        )


def _count_problems(parsed: ParsedList) -> list[str]:
    if not parsed.parties:
        return ["the file holds no party"]
    read = parsed.tallies.get("records", len(parsed.parties))
    expected = {"its header states": parsed.stated_count, "the file holds": parsed.counted}
    return [
        f"{words} {count:,} records, but {read:,} were read"
        for words, count in expected.items()
        if count is not None and count != read
    ]


def _id_problems(source: Source, parsed: ParsedList) -> list[str]:
    times = Counter(p.id for p in parsed.parties)
    twice = sorted(key for key, count in times.items() if count > 1)
    foreign = sorted(key for key in times if not key.startswith(f"{source.key}:"))
    return [
        *([f"ids that occur more than once: {len(twice):,}, {twice[0]} for one"] if twice else []),
        *([f"ids of another list: {len(foreign):,}, {foreign[0]} for one"] if foreign else []),
    ]
