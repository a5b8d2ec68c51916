"""The page of one party as text: what its list says or said, what is gone, what is linked."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import typer

from ostraka.cli.party_text import write_party
from ostraka.cli.wording import describe_listing
from ostraka.cli.writing import visible
from ostraka.model.snapshot import Snapshot
from ostraka.screening.page import Page
from ostraka.screening.renamed import explain_renamed
from ostraka.snapshots.former import Former
from ostraka.snapshots.notices import Notice


def write_page(page: Page, day: date | None) -> list[str]:
    """Everything on the page, as a person reads it; `day` is the one that was asked about."""
    lines = [*_write_caution(page, day), *write_party(page.party, page.snapshot)]
    if page.former:
        lines += ["", typer.style("No longer on the list", bold=True)]
        lines += [f"  {visible(line)}" for former in page.former for line in _write_former(former)]
    used = {former.notice for former in page.former}
    if unused := [notice for notice in page.notices if notice not in used]:
        lines += ["", typer.style("Notices of removal, of listings that still stand", bold=True)]
        lines += [f"  {visible(describe_notice(notice))}" for notice in unused]
    for other in page.linked:
        lines += ["", "Linked with it, not merged:", "", *write_party(*other)]
    return lines


def describe_notice(notice: Notice) -> str:
    """What the authority said, and when it was recorded here."""
    of = f" under {notice.programme}" if notice.programme else ""
    return (
        f"ended{of} on {notice.on.isoformat()}: {notice.citation} "
        f"(recorded {notice.recorded.date().isoformat()})"
    )


def _write_caution(page: Page, day: date | None) -> Iterator[str]:
    if page.former_id:
        yield visible(explain_renamed(page.former_id, page.party.id))
        yield ""
    if not page.on_list:
        newest = page.former[0].absent_since.published.isoformat()
        yield f"Not on the list since the snapshot published {newest}; shown as it was read last."
        yield ""
    if page.reconstructed and day:
        published = page.snapshot.published.isoformat()
        yield (
            f"No snapshot of {day.isoformat()} or before is held: this is that of {published}, "
            "read back by its own dates, not complete."
        )
        yield from [f"Review: {page.review}"] if page.review else []
        yield ""


def _write_former(former: Former) -> Iterator[str]:
    yield describe_listing(former.listing)
    yield (f"  absent since {_name(former.absent_since)}, last seen in {_name(former.last_seen)}")
    if former.notice:
        yield f"  {describe_notice(former.notice)}"
    elif former.listing.ended_on:
        yield f"  ended on {former.listing.ended_on.isoformat()}, as the list stated"
    else:
        yield "  no notice of the authority is recorded (`ostraka notice` records one)"


def _name(snapshot: Snapshot) -> str:
    return f"the snapshot published {snapshot.published.isoformat()} ({snapshot.id[:12]})"
