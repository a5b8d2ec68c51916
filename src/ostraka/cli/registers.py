"""Registers in what `sync`, `doctor` and `sources` write."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ostraka.cli.failure import make_message
from ostraka.cli.writing import visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ostraka.cli.situation import Situation
    from ostraka.screening.registers.health import RegisterHealth
    from ostraka.screening.registers.outcome import RegisterOutcome
    from ostraka.sources.registers import Register


def make_register_outcome(outcome: RegisterOutcome) -> dict[str, object]:
    """What `ostraka sync --json` prints of one register."""
    edition = outcome.edition
    return {
        "register": outcome.key,
        "state": outcome.state.value,
        "published": edition.published.isoformat() if edition else None,
        "sha256": edition.sha256 if edition else None,
        "records": edition.records if edition else None,
        "stakes": edition.stakes if edition else None,
        "bytes": outcome.size,
        "notes": list(outcome.notes),
        "problem": outcome.problem or None,
        "where": outcome.where or None,
        "remedy": outcome.remedy or None,
    }


def describe_register_outcome(outcome: RegisterOutcome) -> list[str]:
    """What became of one register, in lines for a person."""
    notes = [f"Note: {visible(note)}" for note in outcome.notes]
    if not outcome.succeeded or outcome.edition is None:
        said = make_message(outcome.problem, outcome.where, outcome.remedy)
        return [*notes, f"{outcome.key}: {outcome.state.value}; nothing was changed.", *said]
    edition = outcome.edition
    counts = f"{edition.records:,} records, {edition.stakes:,} stakes"
    return [
        *notes,
        f"{outcome.key} of {edition.published.isoformat()}: {outcome.state.value}; {counts}.",
    ]


def make_register_health(health: RegisterHealth) -> dict[str, object]:
    """What `ostraka doctor --json` prints of one register."""
    return {
        "register": health.key,
        "condition": health.condition.value,
        "published": health.published.isoformat() if health.published else None,
        "checked": health.checked.isoformat() if health.checked else None,
        "days_since_check": health.days,
        "stale_after_days": health.limit,
        "stakes": health.stakes,
        "stakes_before": health.previous,
        "editions": health.editions,
        "remarks": list(health.remarks),
    }


def describe_register_health(found: Iterable[RegisterHealth]) -> Iterator[str]:
    """The registers that are held, in lines for a person."""
    for health in found:
        if not health.editions and not health.needs_care:
            continue
        checked = f", checked {health.days} days ago" if health.days is not None else ""
        stakes = f", {health.stakes:,} stakes" if health.stakes is not None else ""
        day = f" of {health.published}" if health.published else ""
        yield f"register {health.key}{day}: {health.condition.value}{checked}{stakes}"
        yield from (f"{health.key}: {visible(remark)}" for remark in health.remarks)


def make_register_row(register: Register, situation: Situation) -> dict[str, object]:
    """What `ostraka sources --json` prints of one register."""
    from ostraka.screening.registers.held import HeldRegisters

    held = HeldRegisters(situation.home)
    editions = held.editions(register.key)
    newest = editions[-1] if editions else None
    checked = held.checked(register.key)
    return {
        "key": register.key,
        "title": register.title,
        "authority": register.authority,
        "country": register.country or None,
        "urls": list(dict.fromkeys(files.url for files in register.sets)),
        "cadence_days": register.cadence_days,
        "licence": register.licence,
        "stakes": newest.stakes if newest else None,
        "published": newest.published.isoformat() if newest else None,
        "checked": checked.isoformat() if checked else None,
    }
