"""Reading the keys of one table of a policy, with the line of each where one is refused."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

from ostraka.model.errors import OstrakaError, PolicyRefused
from ostraka.model.hit import Feature
from ostraka.model.party import PartyKind
from ostraka.names import find_country
from ostraka.screening.policy.rules import REQUIRABLE
from ostraka.sources.registry import get_source

_Found = TypeVar("_Found")


class Fields:
    """One table of a policy; every value read from it is checked."""

    def __init__(
        self, values: Mapping[str, object], text: str, where: str, first_line: int = 1
    ) -> None:
        """`text` is the part of the file that holds the table, from `first_line` on."""
        self._values = values
        self._lines = text.splitlines()
        self._where = where
        self._first = first_line

    def refuse(self, key: str, problem: str, remedy: str) -> PolicyRefused:
        """The refusal of the value of a key."""
        pattern = re.compile(rf"\s*[\"']?{re.escape(key)}[\"']?\s*[=.]")
        below = (at for at, line in enumerate(self._lines) if at and line.lstrip().startswith("[["))
        own = self._lines[: next(below, None)]
        places = [at for at, line in enumerate(own) if pattern.match(line)]
        line = self._first + (places[0] if places else 0)
        return PolicyRefused(problem, where=f"{self._where}:{line}: {key}", remedy=remedy)

    def refuse_unknown(self, known: Sequence[str]) -> None:
        """Returns where every key is one of those known.

        Raises:
            PolicyRefused: A key is not.
        """
        for key in self._values:
            if key not in known:
                raise self.refuse(key, "there is no such key", f"Use {', '.join(known)}.")

    def read_tables(self, key: str) -> list[Fields]:
        """The tables of `[[key]]`, each with its own part of the file."""
        values = self._values.get(key, [])
        if not isinstance(values, list) or not all(isinstance(one, dict) for one in values):
            raise self.refuse(key, "this is not a table", f"Write [[{key}]] above its keys.")
        heads = [at for at, line in enumerate(self._lines) if re.match(rf"\s*\[\[\s*{key}", line)]
        heads += [len(self._lines)] * (len(values) + 1 - len(heads))
        return [
            Fields(one, "\n".join(self._lines[start:end]), self._where, self._first + start)
            for one, start, end in zip(values, heads, heads[1:], strict=False)
        ]

    def read_text(self, key: str) -> str:
        """A text that must be there and say something."""
        value = self._values.get(key)
        if isinstance(value, str) and value.strip():
            return value.strip()
        raise self.refuse(key, f"{key} must be a text", f'Write {key} = "…".')

    def read_flag(self, key: str) -> bool:
        """True or false; false where it is not there."""
        value = self._values.get(key, False)
        if isinstance(value, bool):
            return value
        raise self.refuse(key, "this is neither true nor false", f"Write {key} = true.")

    def read_score(self, key: str, default: float) -> float:
        """A number from 0 to 1."""
        value = self._values.get(key, default)
        if isinstance(value, (int, float)) and not isinstance(value, bool) and 0 <= value <= 1:
            return float(value)
        raise self.refuse(key, f"{value!r} is not a score", "Give a number from 0 to 1.")

    def read_words(self, key: str) -> tuple[str, ...]:
        """A text or a list of texts, case folded."""
        value = self._values.get(key, [])
        words = [value] if isinstance(value, str) else value
        if isinstance(words, list) and all(isinstance(w, str) and w.strip() for w in words):
            return tuple(dict.fromkeys(" ".join(word.split()).casefold() for word in words))
        raise self.refuse(key, "this is neither a text nor a list of texts", f'{key} = ["…"]')

    def read_lists(self, key: str) -> tuple[str, ...]:
        """Keys of lists that can be read."""
        words = self.read_words(key)
        for word in words:
            try:
                get_source(word)
            except OstrakaError as unknown:
                raise self.refuse(key, unknown.problem + f": {word}", unknown.remedy) from unknown
        return words

    def read_kinds(self, key: str) -> tuple[PartyKind, ...]:
        """Kinds of parties."""
        kinds = {kind.value: kind for kind in PartyKind}
        return self._choose(key, kinds, f"Use {', '.join(kinds)}.")

    def read_features(self, key: str) -> tuple[Feature, ...]:
        """Kinds of evidence that may be required."""
        features = {feature.value: feature for feature in REQUIRABLE}
        return self._choose(key, features, f"Use {', '.join(features)}.")

    def read_countries(self, key: str) -> tuple[str, ...]:
        """Codes of countries given by code or name."""
        words = self.read_words(key)
        codes = {word: code for word in words if (code := find_country(word))}
        return self._choose(key, codes, "Use the two-letter code of ISO 3166, or the name.")

    def _choose(self, key: str, known: Mapping[str, _Found], remedy: str) -> tuple[_Found, ...]:
        words: Iterable[str] = self.read_words(key)
        for word in words:
            if word not in known:
                raise self.refuse(key, f"{word!r} is not known here", remedy)
        return tuple(known[word] for word in words)
