"""Names of Japanese organisations: known words and brands, kana by rule, families by the table."""

from __future__ import annotations

from functools import cache

from ostraka.names.japanese import load_families
from ostraka.names.kana import romanise_kana
from ostraka.names.rows import load_rows
from ostraka.names.writing import find_script

JAPANESE_FORMS = frozenset(("kk", "yk", "gk"))
"""Classes of legal forms that only Japanese organisations have."""

_LONGEST_WORD = 10


def read_organisation(run: str) -> tuple[str, ...]:
    """The reading of a word in kanji and kana, none where some kanji stand in no table.

    >>> read_organisation("トヨタ自動車")
    ('toyota motor',)
    """
    parts: list[str] = []
    start = 0
    while start < len(run):
        size, latin = _known(run, start) or _in_kana(run, start)
        if not size:
            return ()
        parts.append(latin)
        start += size
    return (" ".join(parts),)


def names_japanese_words(run: str) -> bool:
    """Whether a run is made of words of Japanese organisations and of nothing else."""
    words = _load_words()
    start = 0
    while start < len(run):
        sizes = range(min(_LONGEST_WORD, len(run) - start), 1, -1)
        size = next((n for n in sizes if run[start : start + n] in words), 0)
        if not size:
            return False
        start += size
    return bool(run)


def _known(run: str, start: int) -> tuple[int, str] | None:
    for size in range(min(_LONGEST_WORD, len(run) - start), 1, -1):
        word = run[start : start + size]
        if latin := load_japanese_words().get(word):
            return size, latin
    return None


def _in_kana(run: str, start: int) -> tuple[int, str]:
    """Kana up to the next kanji or known word, by rule."""
    end = start
    while end < len(run) and find_script(run[end]) == "Kana":
        end += 1
        if _known(run, end):
            break
    readings = romanise_kana(run[start:end]) if end > start else ()
    return (end - start, readings[0]) if readings else (0, "")


@cache
def load_japanese_words() -> dict[str, str]:
    """Words of organisations and family names, which many organisations bear, in Latin letters."""
    families = {written: read[0].translate(_PLAIN) for written, read in load_families().items()}
    return families | _load_words()


@cache
def _load_words() -> dict[str, str]:
    rows = load_rows("japanese_words")
    return {word: latin for written, latin in rows for word in written.split("|")}


_PLAIN = str.maketrans("āīūēō", "aiueo")
