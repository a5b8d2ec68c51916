"""The files of one run."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from ostraka.model.errors import TableRefused
from ostraka.screening.tables.shapes import FileShape, Shape, get_shape


@dataclass(frozen=True, slots=True)
class Paths:
    """IN, OUT, and what stands beside OUT while a run lasts.

    `rows` is the file that grows: OUT itself, or the JSON lines that OUT is made of at the end.
    """

    source: Path
    out: Path
    shape: FileShape

    @property
    def errors(self) -> Path:
        """What was not understood."""
        return self.out.with_name(f"{self.out.name}.errors.csv")

    @property
    def journal(self) -> Path:
        """The record from which an interrupted run goes on."""
        return self.out.with_name(f"{self.out.name}.resume.json")

    @property
    def rows(self) -> Path:
        """The file that grows."""
        return self.out.with_name(f"{self.out.name}.part.jsonl") if self.is_spooled else self.out

    @property
    def is_spooled(self) -> bool:
        """Whether OUT is of a shape that cannot grow."""
        return self.shape.shape in (Shape.PARQUET, Shape.XLSX)


def make_paths(source: Path, out: Path) -> Paths:
    """The files of a run from the source to OUT.

    Raises:
        TableRefused: OUT has no known ending, is a folder or in none, or would overwrite IN.
    """
    paths = Paths(source, out, get_shape(out))
    if out.is_dir():
        raise TableRefused(
            "this is a folder, not a file", where=str(out), remedy="Give the name of a file."
        )
    if not out.parent.is_dir():
        raise TableRefused(
            "the folder of OUT does not exist",
            where=str(out),
            remedy="Make the folder first, or give another.",
        )
    for written in (out, paths.errors, paths.journal, paths.rows):
        if written.exists() and source.exists() and written.samefile(source):
            raise TableRefused(
                "the run would overwrite the table that it reads",
                where=str(out),
                remedy="Give OUT another name than IN.",
            )
    return paths
