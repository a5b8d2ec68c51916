"""The short way to read a name gives what the long way gives."""

from __future__ import annotations

from itertools import islice

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from golden_rows import load_rows as load_golden
from names.name_texts import LATIN_NAMES
from ostraka.model.party import PartyKind
from ostraka.names import prepare
from ostraka.names.descent import load_descent
from ostraka.names.former import MARKING
from ostraka.names.latin_habits import SERVANTS
from ostraka.names.legal_forms import load_legal_forms
from ostraka.names.lexicon import load_phrases, load_words
from ostraka.names.name_classes import load_given_names
from ostraka.names.numerals import load_numerals
from ostraka.names.plain import read_plainly
from ostraka.names.prepare import prepare_at_length
from ostraka.names.rows import load_rows
from ostraka.names.slips import load_long_words
from ostraka.names.vessels import PREFIXES

KINDS = st.none() | st.just(PartyKind.PERSON)


def collect_words() -> list[str]:
    """Words that rules look for, and halves of long ones; names, patronymics and syllables too."""
    found = {word for form in load_legal_forms() for word in form.words}
    for role in ("particle", "title", "generic", "trade", "leading title", "faint generic"):
        found.update(load_words(role))
        found.update(word for phrases in load_phrases(role).values() for p in phrases for word in p)
    found.update(*(load_descent(), MARKING, SERVANTS, load_numerals(), PREFIXES))
    found.update(part for word in load_long_words() for part in (word[:4], word[4:], word))
    found.update(islice(sorted(load_given_names()), 0, None, 7))
    found.update(syllable for (syllable,) in load_rows("mandarin_syllables"))
    found.update(("al", "jr", "iii", "ivanovich", "petrovna", "chieh", "shih", "chiang", "known"))
    return sorted(word for word in found if word.isascii() and word.isalpha())


WORDS = collect_words()
WRITTEN = st.builds(
    lambda word, write: write(word),
    st.sampled_from(WORDS) | st.text("abcdehimnorstu", min_size=1, max_size=8),
    st.sampled_from((str.lower, str.upper, str.capitalize, str.title)),
)
NAMES = st.lists(st.tuples(WRITTEN, st.sampled_from((" ", " ", " ", "-", ", ", "  "))), max_size=6)


@settings(max_examples=3000, deadline=None)
@given(NAMES, KINDS)
def test_names_of_known_words_are_read_alike(
    parts: list[tuple[str, str]], kind: PartyKind | None
) -> None:
    """Words of every table beside one another, in capitals or not, hyphenated or with a comma."""
    text = "".join(part for pair in parts for part in pair).strip()
    assert prepare(text, kind) == prepare_at_length(text, kind)


@settings(max_examples=500, deadline=None)
@given(LATIN_NAMES, KINDS)
def test_names_of_any_letters_are_read_alike(text: str, kind: PartyKind | None) -> None:
    """Capitals inside words, forms with dots, figures."""
    assert prepare(text, kind) == prepare_at_length(text, kind)


@pytest.mark.parametrize("place", ["{}", "{} quellhorst", "mira {} quellhorst", "mira orlak {}"])
def test_every_word_of_a_table_is_read_alike(place: str) -> None:
    """Alone, and first, between and last beside plain words."""
    for text in map(place.format, WORDS):
        for kind in (None, PartyKind.PERSON):
            assert prepare(text, kind) == prepare_at_length(text, kind)


def test_golden_names_are_read_alike_and_many_of_them_shortly() -> None:
    """The short way is worth nothing where it is never gone."""
    rows = load_golden("names.csv")
    names = [row[side] for row in rows for side in ("left", "right")]
    for name in names:
        assert prepare(name) == prepare_at_length(name, None)
    assert sum(read_plainly(name, None) is not None for name in names) > len(names) / 5
