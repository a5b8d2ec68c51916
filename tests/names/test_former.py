"""One text may hold two names of one party."""

from __future__ import annotations

import pytest
from hypothesis import given

from names import name_texts
from ostraka.names.former import split_former


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Maria Ivanova (née Petrova)", ("Maria Ivanova", "Maria Petrova")),
        ("Maria Ivanova, born Petrova", ("Maria Ivanova", "Maria Petrova")),
        ("Anna Schmidt geb. Weber", ("Anna Schmidt", "Anna Weber")),
        ("Acme Ltd f/k/a Zenith Trading", ("Acme Ltd", "Zenith Trading")),
        ("Acme Ltd (formerly known as Zenith)", ("Acme Ltd", "Zenith")),
        ("Acme Ltd, formerly Zenith Ltd", ("Acme Ltd", "Zenith Ltd")),
        ("John Smith a.k.a. Jack Smith", ("John Smith", "Jack Smith")),
        ("John Smith AKA Jack Smith", ("John Smith", "Jack Smith")),
        ("Aka Antoine", ("Aka Antoine",)),
        ("Max Born", ("Max Born",)),
        ("Tan Nee Lin", ("Tan Nee Lin",)),
        ("Formerly Known", ("Formerly Known",)),
        ("", ("",)),
    ],
)
def test_names_one_after_the_other_are_taken_apart(text: str, names: tuple[str, ...]) -> None:
    """A maiden name takes the place of the family name; a name that is only such a word stays."""
    assert split_former(text) == names


@given(name_texts.ANY_TEXT)
def test_every_part_comes_from_the_text(text: str) -> None:
    """One name or two, never none."""
    parts = split_former(text)
    assert len(parts) in {1, 2}
    assert all(word in text for part in parts for word in part.split())
