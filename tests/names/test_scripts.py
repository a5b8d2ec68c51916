"""Scripts that are no alphabets, and names whose papers are in two languages."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ostraka.model.party import PartyKind
from ostraka.names import prepare, romanise
from ostraka.names.semitic import is_vowelless

FIRST_READINGS = {
    # Thai: words that names are made of, silent letters, syllables by rule.
    "ทักษิณ ชินวัตร": "thaksin chinnawat",
    "ประยุทธ์": "prayut",
    "สมบูรณ์": "sombun",
    # Burmese: one word a syllable, tones and stacked letters.
    "အောင်ဆန်းစုကြည်": "aung san su kyi",
    "မင်းအောင်လှိုင်": "min aung hlaing",
    "သန့်ဇင်": "thant zin",
    "သန္တာအောင်": "thandar aung",
    # Devanagari and Bengali: an unwritten a is sounded at some places only.
    "नरेन्द्र मोदी": "narendra modi",
    "अरविन्द केजरीवाल": "arvind kejrival",
    "মমতা": "mamata",
    "শেখ হাসিনা": "sheikh hasina",
    "ওবায়দুল": "obaidul",
    # Khmer: the series of the consonant chooses the vowel.
    "ហ៊ុន សែន": "hun sen",
    "ភាព": "pheap",
    # Arabic: what ends many names is one word with its stem.
    "سراجالدين": "sirajuddin",
    "آخوندزاده": "akhundzada",
}

SPELLINGS = {
    "ชินวัตร": "shinawatra",
    "ประยุทธ์": "prayuth",
    "ထွန်း": "htun",
    "চৌধুরী": "choudhury",
    "कमला": "kamala",
    "Сергійович": "sergeevich",
    "Дмитриевич": "dmytrovych",
    "شكيب": "chakib",
}


@pytest.mark.parametrize(("written", "latin"), FIRST_READINGS.items())
def test_the_usual_reading_is_the_first(written: str, latin: str) -> None:
    """Each of these is a name or a word of one whose Latin spelling is well known."""
    assert romanise(written)[0] == latin


@pytest.mark.parametrize(("written", "latin"), SPELLINGS.items())
def test_what_people_write_is_among_the_readings(written: str, latin: str) -> None:
    """Bearers spell their names by habit, by French, or by the papers of another state."""
    assert latin in romanise(written)


def test_words_of_a_name_may_be_spelt_by_different_habits() -> None:
    """The first spelling of one word stands with the second of the other, too."""
    readings = romanise("محمد كريم")
    assert {"muhammad kareem", "mohammed karim"} <= set(readings)


@pytest.mark.parametrize("text", ["ฯ", "်", "্", "្"])
def test_a_sign_without_a_letter_has_no_reading(text: str) -> None:
    """A name that no rule can read matches only itself."""
    assert romanise(text) == ()


def test_vowels_that_are_guessed_are_marked() -> None:
    """A known name has its vowels from a table; of others only the consonants are certain."""
    assert not is_vowelless("محمد")
    assert not is_vowelless("الكريم")
    assert is_vowelless("شكشوكي")
    assert not is_vowelless("Karim")
    known, guessed = prepare("محمد شكشوكي", PartyKind.PERSON)[1].tokens
    assert (known.vowelless, guessed.vowelless) == (False, True)


_RANGES = ((0x0900, 0x09FF), (0x0E00, 0x0E5B), (0x1000, 0x104F), (0x1780, 0x17DD), (0x0620, 0x06D3))
_CHARACTERS = [st.characters(min_codepoint=first, max_codepoint=last) for first, last in _RANGES]
_LETTERS = st.text(st.one_of(_CHARACTERS), max_size=12)


@given(_LETTERS)
def test_any_letters_in_any_order_are_read_or_left(text: str) -> None:
    """Signs may stand where no writer puts them; a reading is Latin words or there is none."""
    for reading in romanise(text):
        assert reading == " ".join(reading.split())
