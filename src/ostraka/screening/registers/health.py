"""How each register stands: its age, its last check, its size, whether its bytes were changed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from ostraka.model.errors import StoreDamaged
from ostraka.screening.health import Condition
from ostraka.screening.registers.held import HeldRegisters
from ostraka.sources.registers import Register


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterHealth:
    """One register; `days` are whole days since its last check, `limit` the most that may pass."""

    key: str
    condition: Condition
    limit: int
    published: date | None = None
    checked: datetime | None = None
    days: int | None = None
    stakes: int | None = None
    previous: int | None = None
    editions: int = 0
    remarks: tuple[str, ...] = ()

    @property
    def needs_care(self) -> bool:
        """Whether an answer would rest on what is old or damaged."""
        return self.condition in {Condition.STALE, Condition.DAMAGED}


def examine_register(home: Path, register: Register, now: datetime) -> RegisterHealth:
    """The health of one register; every byte of its newest edition is read for it."""
    held, limit = HeldRegisters(home), register.stale_after_days
    try:
        editions = held.editions(register.key)
    except StoreDamaged as damage:
        return RegisterHealth(
            key=register.key,
            condition=Condition.DAMAGED,
            limit=limit,
            remarks=(f"{damage.where}: {damage.problem}",),
        )
    if not editions:
        return RegisterHealth(key=register.key, condition=Condition.NOT_HELD, limit=limit)
    newest = editions[-1]
    changed = tuple(f"{name} was changed or is missing" for name in newest.find_changed())
    checked = held.checked(register.key) or newest.imported
    days = (now - checked).days
    aged = Condition.STALE if days > limit else Condition.SOUND
    return RegisterHealth(
        key=register.key,
        condition=Condition.DAMAGED if changed else aged,
        limit=limit,
        published=newest.published,
        checked=checked,
        days=days,
        stakes=newest.stakes,
        previous=editions[-2].stakes if len(editions) > 1 else None,
        editions=len(editions),
        remarks=(*changed, *newest.warnings),
    )
