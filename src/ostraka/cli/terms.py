"""Terms of use: told before a list is brought in, with what was confirmed of its use."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from ostraka.cli.situation import Situation
from ostraka.cli.writing import tell, visible
from ostraka.model.licence import Confirmation, Use

if TYPE_CHECKING:
    from ostraka.sources.definition import Source
    from ostraka.sources.reading import Parser

_KEPT = "commercial use confirmed by the user"


def tell_terms(situation: Situation, sources: Sequence[Source]) -> None:
    """Tells each licence that asks for it.

    A licence that wants no more than to be known is told before the first snapshot of its list,
    one that forbids commercial use each time, with what was confirmed or how to confirm it.

    Raises:
        StoreDamaged: The record was changed by somebody else, or another version wrote it.
    """
    for source in sources:
        if source.non_commercial:
            _tell_restricted(situation, source)
        elif source.licence_notice and not _is_held(situation, source):
            tell(f"Licence of {source.key}: {source.licence}")


def add_confirmation(situation: Situation, source: Source, parser: Parser) -> Parser:
    """The parser, with the confirmed commercial use among the notes of what it reads."""
    if not source.non_commercial:
        return parser
    from ostraka.screening.confirming import find_confirmation

    held = find_confirmation(situation.home, source.key)
    if held is None or held.use is not Use.COMMERCIAL:
        return parser
    note = f"{_KEPT}: {held.licence}"
    return lambda files: replace(read := parser(files), warnings=(*read.warnings, note))


def describe_confirmation(confirmation: Confirmation) -> str:
    """Who confirmed which use, when, and under which licence."""
    under = f", under {visible(confirmation.licence)}" if confirmation.licence else ""
    who = f"confirmed by {visible(confirmation.by)} on {confirmation.on.isoformat()}"
    return f"{confirmation.use} use, {who}{under}."


def _tell_restricted(situation: Situation, source: Source) -> None:
    from ostraka.screening.confirming import explain_confirming, find_confirmation

    tell(f"Licence of {source.key}: {source.licence}")
    held = find_confirmation(situation.home, source.key)
    if held:
        tell(f"Recorded in this home: {describe_confirmation(held)}")
    else:
        tell(f"Before it is used, confirm what for: {explain_confirming(source.key)}.")


def _is_held(situation: Situation, source: Source) -> bool:
    from ostraka.snapshots import Store

    return Store(situation.home).current(source.key) is not None
