"""`ostraka import`: official files in, one immutable snapshot out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ostraka.cli.options import HomeOption, JsonOption, read_day
from ostraka.cli.situation import Situation, read_situation
from ostraka.cli.terms import add_confirmation, tell_terms
from ostraka.cli.wording import count
from ostraka.cli.writing import tell, visible, write_json
from ostraka.model.errors import NotPublished, SourceRefused

if TYPE_CHECKING:
    from ostraka.snapshots import Publication, Store
    from ostraka.sources.reading import InputFile, ParsedList


def run(
    ctx: typer.Context,
    source: Annotated[str, typer.Argument(help="Key of the list, as `ostraka sources` shows it.")],
    paths: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="PATH",
            help="The list's files, a folder with the set, a .gz or a .zip.",
            show_default=False,
        ),
    ] = None,
    published: Annotated[
        date | None,
        typer.Option(
            parser=read_day,
            metavar="DATE",
            help="The day the list was published (YYYY-MM-DD), where its file states none.",
            show_default=False,
        ),
    ] = None,
    force: Annotated[
        bool, typer.Option("--force", help="Publish although a bound is broken; needs --reason.")
    ] = False,
    reason: Annotated[
        str | None,
        typer.Option(metavar="TEXT", help="Why, kept with the snapshot.", show_default=False),
    ] = None,
    as_json: JsonOption = False,
    home: HomeOption = None,
) -> None:
    """Read the official files of a list and make them its newest snapshot.

    A file that cannot be what it should be is refused; a snapshot that was held stays in force.
    The same content again changes nothing and says so.

    [bold]Examples[/bold]
      ostraka import un_sc consolidated.xml
      ostraka import us_ofac_sdn sdn.csv alt.csv add.csv sdn_comments.csv --published 2023-12-28
    """
    from ostraka.snapshots import Store
    from ostraka.sources.registry import get_source, load_parser

    force_reason = _get_force_reason(force, reason)
    situation = read_situation(home, ctx.obj)
    definition = get_source(source)
    tell_terms(situation, [definition])
    store = Store(situation.home)
    with _standing_told(store, source):
        files = _open_files(source, paths or [])
        tell(f"Reading {', '.join(visible(file.name) for file in files)}")
        parsed = add_confirmation(situation, definition, load_parser(source))(files)
        publication = store.publish(
            definition,
            parsed,
            published=published,
            now=situation.now,
            force_reason=force_reason,
        )
    if force_reason:
        _tell_record(situation, publication, force_reason)
    tell(*describe_publication(parsed, publication))
    if as_json:
        write_json(make_publication(publication))


def _tell_record(situation: Situation, publication: Publication, reason: str) -> None:
    from ostraka.cli.record_opening import find_actor, open_home_record

    open_home_record(situation)
    from ostraka.casework.screenings.imports import tell_forced_import

    tell_forced_import(
        publication.source,
        publication.snapshot,
        publication.published,
        reason=reason,
        actor=find_actor(),
        now=situation.now,
    )


def make_publication(publication: Publication) -> dict[str, object]:
    """What `ostraka import --json` prints."""
    return {
        "source": publication.source,
        "snapshot": publication.snapshot,
        "published": publication.published.isoformat(),
        "parties": publication.parties,
        "added": publication.added,
        "changed": publication.changed,
        "removed": publication.removed,
        "current": publication.current,
        "warnings": list(publication.warnings),
    }


def describe_publication(parsed: ParsedList, publication: Publication) -> list[str]:
    """What was read, what it changed, and every warning."""
    lines = [f"  {line}" for line in describe_tallies(parsed.tallies)]
    lines += [f"  {line}" for line in explain_records(parsed)]
    lines += [f"Warning: {visible(warning)}" for warning in publication.warnings]
    what = f"{publication.source} of {publication.published.isoformat()}"
    parties = count(publication.parties, "party", "parties")
    changes = f"{publication.added:,} added, {publication.changed:,} changed, "
    changes += f"{publication.removed:,} removed"
    same = not (publication.added or publication.changed or publication.removed)
    if same and not publication.warnings:
        changes = "nothing changed"
    lines.append(f"{what}: {parties}; {changes}.")
    if not publication.current:
        lines.append("A newer snapshot is held and stays current; this one went into history.")
    return lines


def describe_tallies(tallies: Mapping[str, int]) -> list[str]:
    """The tallies of a reading: records first, then their kinds, then names, then the rest.

    "X understood" is shown as a share of "X".
    """
    lines = []
    for what in sorted(tallies, key=_rank_tally):
        number, whole = tallies[what], tallies.get(what.removesuffix(" understood"), 0)
        share = f" ({number / whole:.1%})" if what.endswith(" understood") and whole else ""
        lines.append(f"{number:,} {what}{share}")
    return lines


def explain_records(parsed: ParsedList) -> list[str]:
    """Why there are fewer parties than records, where there are."""
    records, parties = parsed.tallies.get("records", 0), len(parsed.parties)
    if records <= parties:
        return []
    return [
        f"{count(records, 'record')} are {count(parties, 'party', 'parties')}: records of one "
        "party are put together, and a record without a name is none"
    ]


def _rank_tally(what: str) -> int:
    if what == "records":
        return 0
    if "records" in what or what.startswith("rows"):
        return 1
    return 2 if "name" in what or "alias" in what else 3


@contextmanager
def _standing_told(store: Store, source: str) -> Iterator[None]:
    """A refusal says what is in force now, where anything of this list is held."""
    try:
        yield
    except (NotPublished, SourceRefused) as refusal:
        held = store.current(source)
        if held is None:
            raise
        standing = f"Nothing was changed: the snapshot of {held.published} stays in force."
        remedy = "\n".join(filter(None, (refusal.remedy, standing)))
        raise type(refusal)(refusal.problem, where=refusal.where, remedy=remedy) from refusal


def _get_force_reason(force: bool, reason: str | None) -> str | None:
    if force and not (reason and reason.strip()):
        raise typer.BadParameter("--force needs --reason TEXT: why a bound may be broken.")
    if reason is not None and not force:
        raise typer.BadParameter("--reason goes with --force.")
    return reason


def _open_files(source: str, paths: list[Path]) -> tuple[InputFile, ...]:
    from ostraka.sources.intake import open_inputs
    from ostraka.sources.registry import get_source, load_bundled

    if paths:
        return open_inputs(paths, pages="html" in get_source(source).formats)
    if bundled := load_bundled(source):
        return bundled
    raise typer.BadParameter(f"give the files of {source}: ostraka import {source} PATH")
