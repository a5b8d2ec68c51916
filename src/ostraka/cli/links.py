"""`ostraka links`: which entries of several lists are the same party, and which may be."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ostraka.cli.file_run import count_processors
from ostraka.cli.options import HomeOption, JsonOption
from ostraka.cli.situation import read_situation
from ostraka.cli.wording import count
from ostraka.cli.writing import tell, visible, write_json, write_lines
from ostraka.model.errors import ListMissing

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ostraka.screening.linking.link import Link
    from ostraka.screening.linking.table import LinkTable
    from ostraka.snapshots import Store

COLUMNS = ("left", "right", "left_name", "right_name", "basis", "standing", "score", "evidence")


def run(
    ctx: typer.Context,
    sources: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="SOURCE",
            help="Keys of the lists to link. Default: every list held that is screened by default.",
            show_default=False,
        ),
    ] = None,
    party: Annotated[
        str | None,
        typer.Option(
            metavar="ID",
            help="Only the pairs of this party; a former id that its list states will do.",
            show_default=False,
        ),
    ] = None,
    review: Annotated[
        bool, typer.Option("--review", help="Only pairs that a person still has to compare.")
    ] = False,
    out: Annotated[
        Path | None,
        typer.Option(help="Write the table to this CSV file.", dir_okay=False, show_default=False),
    ] = None,
    as_json: JsonOption = False,
    home: HomeOption = None,
) -> None:
    """The same party on several lists: linked by its numbers, else by name and what agrees.

    Nothing is merged. A pair that only sounds alike stands for review. Hits of `ostraka screen`
    name the entries linked with them as long as no list has changed since.

    [bold]Examples[/bold]
      ostraka links --out links.csv
      ostraka links us_ofac_sdn un_sc --review
      ostraka links us_ofac_sdn opensanctions --party us_ofac_sdn:34079
    """
    from ostraka.screening.linking.link import Standing
    from ostraka.screening.linking.table import make_links
    from ostraka.snapshots import Store

    if out and not out.parent.is_dir():
        raise typer.BadParameter(f"there is no folder {out.parent} to write the table to.")
    situation = read_situation(home, ctx.obj)
    store = Store(situation.home)
    table = make_links(store, situation.now, sources or None, count_processors())
    own = _find_id(store, table, party) if party else ""
    found = [x for x in table.links if not own or own in (x.left, x.right)]
    links = [x for x in found if not review or x.standing is Standing.REVIEW]
    if out:
        _write_csv(out, links)
    if as_json:
        write_json({"links": [make_link(link) for link in links]})
    elif links and not out:
        write_lines(_describe(link) for link in links)
    linked = sum(link.standing is Standing.LINKED for link in found)
    tell(*_describe_table(linked, len(found) - linked, review=review, out=out))
    if sources and len(set(sources)) == 1:
        tell("A link joins entries of two lists: name another one, or none.")
    elif len(table.snapshots) < 2:
        tell("Only one list is held: import another to link its entries with.")
    elif sources:
        tell(
            "Hits and pages show the links of all lists: `ostraka links` without names draws them."
        )


def _describe_table(linked: int, reviews: int, *, review: bool, out: Path | None) -> Iterator[str]:
    """What the table holds, and what it leaves out."""
    if review:
        left = f"; {count(linked, 'link')} that need no look left out" if linked else ""
        yield f"{reviews:,} for review{left}."
    else:
        yield f"{count(linked, 'link')}, {reviews:,} for review."
    if out:
        yield f"Written to {visible(str(out))}."


def make_link(link: Link) -> dict[str, object]:
    """What `ostraka links --json` prints of one pair."""
    return {
        "left": link.left,
        "right": link.right,
        "left_name": link.left_name,
        "right_name": link.right_name,
        "basis": link.basis.value,
        "standing": link.standing.value,
        "score": link.score,
        "evidence": list(link.evidence),
    }


def _find_id(store: Store, table: LinkTable, asked: str) -> str:
    """The id of the party as its list has it now; the change of a former one is told."""
    from ostraka.screening.renamed import explain_renamed, find_entry

    linked = [snapshot.source for snapshot in table.snapshots]
    if asked.partition(":")[0] not in linked:
        raise typer.BadParameter(
            f"the list of --party is not among those linked ({', '.join(linked)}): name it, too."
        )
    found = find_entry(store, asked)
    if found is None:
        raise ListMissing(
            "the list held does not have the party",
            where=f"the id {asked!r}",
            remedy="`ostraka screen NAME` finds ids; `ostraka show ID` tells of who left a list.",
        )
    now = found[0].id
    if now != asked:
        tell(visible(explain_renamed(asked, now)))
    return now


def _describe(link: Link) -> str:
    names = f"{visible(link.left_name)} | {visible(link.right_name)}"
    return f"{link.standing.value:<7} {link.left} | {link.right}: {names} ({link.evidence[0]})"


def _write_csv(path: Path, links: Sequence[Link]) -> None:
    """The table in one step; a name that a spreadsheet takes for a formula is made harmless."""
    from ostraka.screening.tables.encoding import encode_separated
    from ostraka.snapshots.durable import replace_file

    rows = (make_link(link) | {"evidence": "; ".join(link.evidence)} for link in links)
    cells = ([str(row[column]) for column in COLUMNS] for row in rows)
    replace_file(path, encode_separated([COLUMNS, *cells]))
