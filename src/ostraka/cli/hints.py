"""What a person may want to do differently next time, said only where it applies."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from ostraka.cli.writing import visible
from ostraka.model.hit import Result
from ostraka.model.snapshot import Engine
from ostraka.model.subject import Subject

FIRST_IDEOGRAPH = "\u2e80"
"""From here on a single word is often a whole name, so that it needs no advice."""


def find_slips(names: Sequence[str]) -> Iterator[str]:
    """What was perhaps meant otherwise: a file given as a name, a name without its quotes."""
    for name in names:
        if _is_file(name):
            yield f"Note: {visible(name)} is a file, screened here as a name; did you mean --file?"
    bare = [name for name in names if _is_one_word(name)]
    if len(bare) > 1 and len(bare) == len(names):
        whole = visible(" ".join(names))
        yield f'Note: each argument is one name. Quotes make one of several words: "{whole}".'


def make_advice(engine: Engine, results: Sequence[Result]) -> Iterator[str]:
    """What would look further, or strengthen or refute what was found."""
    empty = [result for result in results if not result.hits]
    if any(_is_one_word(result.subject.name) for result in empty):
        yield "One word alone reaches the threshold only where it is rare: give the whole name."
    if empty and not engine.weak_aliases:
        yield "Weak aliases were not looked at by themselves: --weak-aliases looks at them too."
    found = [result for result in results if result.hits]
    if found:
        yield "A possible match is not a finding: compare what is known, then decide."
        if not any(_has_evidence(result.subject) for result in results):
            yield "Compared by name alone: --born, --country, --id and --kind add evidence."


def _has_evidence(subject: Subject) -> bool:
    return bool(subject.born or subject.countries or subject.ids or subject.kind or subject.address)


def _is_one_word(name: str) -> bool:
    return len(name.split()) == 1 and max(name) < FIRST_IDEOGRAPH


def _is_file(name: str) -> bool:
    try:
        return Path(name).is_file()
    except (OSError, ValueError):  # a name may be longer than a path, or hold a zero byte
        return False
