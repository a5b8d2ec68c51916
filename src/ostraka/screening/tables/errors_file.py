"""`OUT.errors.csv`: every value that was not understood, and every row that was refused."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from ostraka.screening.tables.encoding import encode_separated
from ostraka.screening.tables.growing import GrowingFile, Mark
from ostraka.screening.tables.row_reader import RowProblem


class ErrorsFile:
    """The errors file of a run; it comes to be with the first problem."""

    def __init__(self, path: Path, mark: Mark) -> None:
        """The file is cut back to the mark; where nothing of it is good it is gone."""
        self._path = path
        self._file: GrowingFile | None = None
        if mark.size:
            self._file = GrowingFile(path, gzipped=False, mark=mark)
            self._file.cut_back()
        else:
            path.unlink(missing_ok=True)

    @property
    def mark(self) -> Mark:
        """How much of the file is good now."""
        return self._file.mark if self._file else Mark()

    def append(self, problems: Sequence[RowProblem]) -> None:
        """The problems stand at the end of the file."""
        if not problems:
            return
        if self._file is None:
            self._file = GrowingFile(self._path, gzipped=False, mark=Mark())
            self._file.append(encode_separated([RowProblem._fields]))
        self._file.append(encode_separated(problems))

    def close(self) -> None:
        """The file is closed."""
        if self._file:
            self._file.close()
