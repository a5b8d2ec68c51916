"""The stakes that an answer rests on: files given with the question, and files the home holds."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import file_digest
from pathlib import Path

from ostraka.model.errors import StakesRefused
from ostraka.ownership import Stakes, join_stakes
from ostraka.ownership.readers import read_stakes
from ostraka.screening.answer import Json
from ostraka.screening.owners.held import FOLDER, Edition, HeldStakes
from ostraka.screening.registers.held import HeldRegisters, RegisterEdition
from ostraka.screening.registers.table import read_above


@dataclass(frozen=True, slots=True)
class StakesFile:
    """A file that was read; `published` is `None` where it was given and is not held."""

    name: str
    sha256: str
    published: date | None
    stakes: int

    def describe(self) -> str:
        """The file in words."""
        day = f" of {self.published.isoformat()}" if self.published else ""
        return f"{self.name}{day} ({self.stakes:,} stakes, SHA-256 {self.sha256[:12]})"


@dataclass(frozen=True, slots=True)
class StakesUsed:
    """Everything read, and of which files."""

    stakes: Stakes
    files: Sequence[StakesFile]

    def describe(self) -> str:
        """The sentence that says what the answers rest on."""
        return f"Stakes from {'; '.join(file.describe() for file in self.files)}."


def read_given(
    home: Path,
    files: Iterable[Path],
    day: date,
    known_on: date | None = None,
    about: Sequence[str] | None = (),
) -> StakesUsed:
    """The stakes of these files and of those that the home holds for that day, as one.

    Of a register only what is above the names and ids of `about` is read; for `None` no register.

    Raises:
        StakesRefused: A file cannot be read as stakes, or there is none at all.
        StoreDamaged: A file that is held was changed.
    """
    held = HeldStakes(home).choose(day, known_on)
    registers = () if about is None else HeldRegisters(home).choose(day, known_on)
    return join_files(home, files, held, registers, about or ())


def join_files(
    home: Path,
    files: Iterable[Path],
    held: Sequence[Edition],
    registers: Sequence[RegisterEdition] = (),
    about: Sequence[str] = (),
) -> StakesUsed:
    """The stakes of files on disk, of editions that the home holds, and of parts of registers.

    Raises:
        StakesRefused: A file cannot be read as stakes, or there is none at all.
    """
    read = [(path, read_stakes(path), None) for path in files]
    kept = [(edition.path, read_stakes(edition.path), edition) for edition in held]
    if not read and not kept and not registers:
        raise StakesRefused(
            "nothing is known of who owns whom: no file of stakes was given, and none is held",
            where=str(home / FOLDER),
            remedy="Give one with --stakes FILE, or keep it in this home: `ostraka stakes FILE`, "
            "or fetch a register: `ostraka sync gleif_rr`. "
            "A table with the columns owner,owned,percent is enough.",
        )
    used = [
        StakesFile(
            path.name,
            edition.sha256 if edition else _hash(path),
            edition.published if edition else None,
            len(stakes.stakes),
        )
        for path, stakes, edition in [*read, *kept]
    ]
    parts = [read_above(register.table, about) for register in registers]
    used += [StakesFile(r.key, r.sha256, r.published, r.stakes) for r in registers]
    return StakesUsed(join_stakes([*(s for _, s, _ in [*read, *kept]), *parts]), used)


def make_files(used: StakesUsed) -> list[Json]:
    """The files as JSON."""
    return [
        {
            "name": file.name,
            "sha256": file.sha256,
            "published": file.published.isoformat() if file.published else None,
            "stakes": file.stakes,
        }
        for file in used.files
    ]


def _hash(path: Path) -> str:
    with path.open("rb") as stream:
        return file_digest(stream, "sha256").hexdigest()
