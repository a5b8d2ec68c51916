"""What was not understood in a file, kept short: the first few in full, the rest as a number."""

from __future__ import annotations

from collections import Counter

_SHOWN = 20


class Problems:
    """Sentences about rows of one file."""

    def __init__(self, file: str) -> None:
        self._file = file
        self._shown: list[str] = []
        self._more: Counter[str] = Counter()

    def add(self, row: int, field: str, problem: str) -> None:
        """One more, about a field of a row."""
        if len(self._shown) < _SHOWN:
            self._shown.append(f"{self._file}, row {row}, {field}: {problem}")
        else:
            self._more[field] += 1

    def say(self, sentence: str) -> None:
        """One more, about the file as a whole."""
        self._shown.append(f"{self._file}: {sentence}")

    def all(self) -> list[str]:
        """Everything there is to tell."""
        rest = [f"{self._file}, {field}: {n} more of the kind" for field, n in self._more.items()]
        return self._shown + rest
