"""What the owners of a screened name say, as text: the path, the share that decides, the rule."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import typer

from ostraka.cli.writing import visible
from ostraka.model.ownership import Caught
from ostraka.ownership import Stakes
from ostraka.ownership.wording import say_accounted
from ostraka.screening.owners.owned import Owned, OwnersFound
from ostraka.screening.owners.path import describe_path

_CAUGHT = {
    Caught.YES: "caught",
    Caught.REVIEW: "review",
    Caught.NO: "not caught",
    Caught.NO_DATA: "no data",
}
_HEADING = "Owned by listed parties, or possibly"


def write_owned(found: OwnersFound, stakes: Stakes) -> Iterator[str]:
    """The lines that follow the possible matches of a name."""
    if found.owned:
        yield ""
        yield typer.style(f"  {_HEADING}", fg="yellow")
    for one in found.owned:
        answer = one.answer
        yield f"    {answer.regime.value:<5} {_CAUGHT[answer.caught]}: {visible(answer.why)}"
        if one.path:
            yield f"          path  {visible(describe_path(one.path, stakes))}"
        unread = "" if answer.rule.verified else " (not verified at its source)"
        yield f"          rule  {answer.rule.citation}: {answer.rule.text}{unread}"
    if found.others or found.notes:
        yield ""
        yield "  By who owns it:"
    for why, regimes in _group(found.others).items():
        yield f"    {', '.join(regimes)}: {visible(why)}"
    for note in found.notes:
        yield f"    {visible(note)}"


def _group(others: Sequence[Owned]) -> dict[str, list[str]]:
    """The regimes by what is said of them."""
    grouped: dict[str, list[str]] = {}
    for one in others:
        answer = one.answer
        why = answer.why
        if answer.caught is Caught.NO and not answer.because and answer.accounted:
            why = f"No owner known is caught{say_accounted(answer.accounted)}."
        said = f"{_CAUGHT[answer.caught]}: {why}"
        grouped.setdefault(said, []).append(answer.regime.value)
    return grouped
