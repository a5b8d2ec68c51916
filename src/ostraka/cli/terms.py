"""Terms of use: told before a list is used, and what the user confirms, kept in the home."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import typer

from ostraka.cli.situation import Situation
from ostraka.cli.writing import tell, visible

if TYPE_CHECKING:
    from ostraka.sources.definition import Source
    from ostraka.sources.reading import Parser

CONFIRMED_FILE = "licences.json"
_KEPT = "commercial use confirmed by the user"


@dataclass(frozen=True, slots=True)
class Confirmation:
    """That a list is used commercially: the licence, in the user's words, and since which day."""

    licence: str
    on: str


def tell_terms(situation: Situation, sources: Sequence[Source], commercial: str | None) -> None:
    """Tells each licence that asks for it; `commercial` is kept for the lists that need it.

    A licence that wants no more than to be known is told before the first snapshot of its list,
    one that forbids commercial use each time.

    Raises:
        BadParameter: `commercial` is empty, or none of the lists needs it.
    """
    restricted = [source for source in sources if source.non_commercial]
    if commercial is not None:
        _check(commercial, sources, restricted)
        _keep(situation, restricted, commercial.strip())
    for source in sources:
        if source.non_commercial:
            _tell_restricted(situation, source)
        elif source.licence_notice and not _is_held(situation, source):
            tell(f"Licence of {source.key}: {source.licence}")


def add_confirmation(situation: Situation, source: Source, parser: Parser) -> Parser:
    """The parser, with the confirmation of commercial use among the notes of what it reads."""
    held = find_confirmation(situation, source.key) if source.non_commercial else None
    if held is None:
        return parser
    note = f"{_KEPT}: {held.licence}"
    return lambda files: replace(read := parser(files), warnings=(*read.warnings, note))


def find_confirmation(situation: Situation, key: str) -> Confirmation | None:
    """What the user confirmed of a list in this home, `None` where nothing.

    Raises:
        StoreDamaged: The record was changed by somebody else, or another version wrote it.
    """
    kept = _load(situation).get(key)
    return Confirmation(kept["licence"], kept["on"]) if kept else None


def _check(commercial: str, sources: Sequence[Source], restricted: Sequence[Source]) -> None:
    if not restricted:
        keys = ", ".join(source.key for source in sources)
        raise typer.BadParameter(f"--commercial is not needed for {keys}.")
    if not commercial.strip():
        raise typer.BadParameter("--commercial needs the licence under which you use the list.")


def _tell_restricted(situation: Situation, source: Source) -> None:
    tell(f"Licence of {source.key}: {source.licence}")
    held = find_confirmation(situation, source.key)
    if held:
        tell(f"Commercial use was confirmed on {held.on}: {visible(held.licence)}")
    else:
        tell("Taken for non-commercial use; for other use give --commercial TEXT.")


def _is_held(situation: Situation, source: Source) -> bool:
    from ostraka.snapshots import Store

    return Store(situation.home).current(source.key) is not None


def _keep(situation: Situation, sources: Sequence[Source], licence: str) -> None:
    from ostraka.snapshots.durable import make_folder, replace_file
    from ostraka.snapshots.sealed import render_sealed

    mark = {"licence": licence, "on": situation.now.date().isoformat()}
    kept = _load(situation) | {source.key: mark for source in sources}
    make_folder(situation.home)
    replace_file(situation.home / CONFIRMED_FILE, render_sealed({"confirmed": kept}))


def _load(situation: Situation) -> dict[str, dict[str, str]]:
    from ostraka.snapshots.sealed import parse_sealed

    path = situation.home / CONFIRMED_FILE
    if not path.exists():
        return {}
    remedy = "Remove it, and confirm again with --commercial TEXT."
    body: dict[str, Any] = parse_sealed(path.read_bytes(), path, remedy)
    return dict(body["confirmed"])
