"""`ostraka screen`: names, or a file of them, held against the lists."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, NamedTuple

import typer

from ostraka.cli.consequences import Asked, read_asked
from ostraka.cli.failure import HIT_FOUND
from ostraka.cli.name_run import Evidence, read_subject, screen_names
from ostraka.cli.opening import DEFAULT_LIMIT, DEFAULT_THRESHOLD, Request
from ostraka.cli.options import (
    AsOfOption,
    HomeOption,
    JsonOption,
    KindChoice,
    KnownOnOption,
    PepsOption,
    SourceOption,
    make_kind_option,
)
from ostraka.cli.situation import Situation, read_situation
from ostraka.model.effect import Activity, Actor


def run(
    ctx: typer.Context,
    names: Annotated[
        list[str] | None,
        typer.Argument(metavar="NAME", help="Names as you have them.", show_default=False),
    ] = None,
    kind: Annotated[KindChoice, make_kind_option("What the subject is:")] = KindChoice.ANY,
    born: Annotated[
        str | None,
        typer.Option(metavar="DATE", help="Day, month or year of birth.", show_default=False),
    ] = None,
    country: Annotated[
        str | None, typer.Option(metavar="CC", help="Code or name.", show_default=False)
    ] = None,
    ids: Annotated[
        list[str] | None,
        typer.Option(
            "--id",
            metavar="VALUE",
            help="Passport, tax, registration or IMO number; again for more.",
            show_default=False,
        ),
    ] = None,
    address: Annotated[
        str | None,
        typer.Option(
            metavar="TEXT",
            help="A postal address: adds evidence where city or country agree.",
            show_default=False,
        ),
    ] = None,
    source: SourceOption = None,
    as_of: AsOfOption = None,
    known_on: KnownOnOption = None,
    threshold: Annotated[
        float | None,
        typer.Option(
            min=0.0,
            max=1.0,
            help="The least score of a possible match, 0 to 1. Default: 0.7.",
            show_default=False,
        ),
    ] = None,
    limit: Annotated[
        int | None,
        typer.Option(
            min=1,
            help="The most possible matches a name. Default: 10, in a file all of them.",
            show_default=False,
        ),
    ] = None,
    weak_aliases: Annotated[
        bool, typer.Option("--weak-aliases", help="Let an alias its list calls weak make a hit.")
    ] = False,
    peps: PepsOption = False,
    policy: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            help="A policy (TOML): lists, weak aliases, threshold, required corroboration.",
            show_default=False,
        ),
    ] = None,
    prior: Annotated[
        float | None,
        typer.Option(
            metavar="SHARE",
            help="Share of true matches among names like these, as 1e-4: adds a probability.",
            show_default=False,
        ),
    ] = None,
    search: Annotated[
        str | None,
        typer.Option(
            metavar="ofac",
            help="For comparison: score names as OFAC says its Sanctions List Search does.",
            show_default=False,
        ),
    ] = None,
    verbose: Annotated[
        bool, typer.Option("--verbose", help="Show the hits that a policy holds back, too.")
    ] = False,
    owners: Annotated[
        bool,
        typer.Option(
            "--owners", help="Report a name, too, that listed parties own; it counts as a hit."
        ),
    ] = False,
    stakes: Annotated[
        list[Path] | None,
        typer.Option(
            metavar="FILE",
            help="With --owners: who holds what, beside the stakes held; again for more.",
            show_default=False,
        ),
    ] = None,
    allow_stale: Annotated[
        int | None,
        typer.Option(
            min=0,
            metavar="DAYS",
            help="Screen lists last checked up to this many days ago.",
            show_default=False,
        ),
    ] = None,
    record: Annotated[
        bool,
        typer.Option(
            "--record",
            help="Write the screening into the record of this home, and open alerts on its hits.",
        ),
    ] = False,
    fail_on_hit: Annotated[
        bool, typer.Option("--fail-on-hit", help="End with exit code 3 when there is a hit.")
    ] = False,
    as_json: JsonOption = False,
    file: Annotated[
        Path | None,
        typer.Option(
            help="A table to screen: .csv, .tsv, .xlsx, .parquet or .jsonl, gzipped or not.",
            show_default=False,
        ),
    ] = None,
    out: Annotated[
        Path | None,
        typer.Option(
            help="Where its hits go, a row each; the ending says the format.", show_default=False
        ),
    ] = None,
    resume: Annotated[
        bool, typer.Option("--resume", help="Go on with a run of the same file that was cut off.")
    ] = False,
    workers: Annotated[
        int | None,
        typer.Option(
            min=1,
            metavar="N",
            help="Processes that share a long file. Default: one for each processor.",
            show_default=False,
        ),
    ] = None,
    column: Annotated[
        list[str] | None,
        typer.Option(
            metavar="MEANING=HEADING",
            help="Which heading holds what, as in name=customer; again for more.",
            show_default=False,
        ),
    ] = None,
    actor: Annotated[
        Actor | None,
        typer.Option(help="Who acts: adds what follows from each hit.", show_default=False),
    ] = None,
    activity: Annotated[
        Activity | None, typer.Option(help="What is done, with --actor.", show_default=False)
    ] = None,
    home: HomeOption = None,
) -> None:
    """Hold names against the lists: who may match, why, on which list, since when.

    [bold]Examples[/bold]
      ostraka screen "Ri Yong Mu" "Acme Trading Ltd"
      ostraka screen "Ri Yong Mu" --kind person --born 1925 --country KP --json
      ostraka screen "SenseTime Group Limited" --actor us_person --activity securities_buy
      ostraka screen --file customers.csv --out hits.csv --column name=customer

    Nothing that is screened is written anywhere but to --out, or with --record.
    """
    evidence = Evidence(
        kind="" if kind is KindChoice.ANY else kind.value,
        born=born or "",
        country=country or "",
        ids=tuple(ids or ()),
        address=address or "",
    )
    request = Request(
        sources=source,
        as_of=as_of,
        known_on=known_on,
        threshold=DEFAULT_THRESHOLD if threshold is None else threshold,
        limit=limit or (DEFAULT_LIMIT if file is None else None),
        weak_aliases=weak_aliases,
        peps=peps,
        allow_stale_days=allow_stale,
        prior=prior,
        policy=policy,
        search=search or "ostraka",
    )
    asked = read_asked(actor, activity)
    situation = read_situation(home, ctx.obj)
    held = _read_owners(stakes, owners=owners)
    if file is None:
        if out or resume or column or workers:
            raise typer.BadParameter("--out, --resume, --column and --workers go with --file.")
        hits = screen_names(
            situation,
            request,
            names or [],
            evidence,
            as_json=as_json,
            verbose=verbose,
            asked=asked,
            owners=held,
            record=record,
        )
    else:
        _refuse_beside_file(record=record)
        if names or evidence.of_one_party:
            raise typer.BadParameter(
                "--file takes names, dates of birth, identifiers and addresses from its columns."
            )
        if out is None:
            raise typer.BadParameter("--file needs --out OUT, where its hits go.")
        how = _FileOptions(column or (), resume, workers, as_json, asked, held)
        hits = _screen_file(situation, request, file, out, evidence, how)
    if fail_on_hit and hits:
        raise typer.Exit(HIT_FOUND)


def _read_owners(stakes: Sequence[Path] | None, *, owners: bool) -> Sequence[Path] | None:
    """The files of stakes where owners are asked for, else nothing."""
    if stakes and not owners:
        raise typer.BadParameter("--stakes goes with --owners.")
    return (stakes or ()) if owners else None


def _refuse_beside_file(*, record: bool) -> None:
    if record:
        raise typer.BadParameter("--record goes with names; a file is screened without it.")


class _FileOptions(NamedTuple):
    columns: Sequence[str]
    resume: bool
    workers: int | None
    as_json: bool
    asked: Asked | None
    owners: Sequence[Path] | None


def _screen_file(
    situation: Situation,
    request: Request,
    file: Path,
    out: Path,
    evidence: Evidence,
    how: _FileOptions,
) -> int:
    from ostraka.cli.file_run import FileRequest, screen_file
    from ostraka.screening.tables.fields import Field

    read_subject("a row", evidence)  # refuses a kind or country that no row could use
    given = {Field.KIND: evidence.kind, Field.COUNTRY: evidence.country}
    wanted = FileRequest(
        source=file,
        out=out,
        columns=how.columns,
        defaults={field: text for field, text in given.items() if text},
        resume=how.resume,
        workers=how.workers,
        asked=how.asked,
        owners=how.owners,
    )
    return screen_file(situation, request, wanted, as_json=how.as_json)
