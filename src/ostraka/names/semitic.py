"""Arabic, Persian, Urdu and Hebrew: consonants are written, short vowels are supplied."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from ostraka.names.rows import load_rows
from ostraka.names.semitic_letters import (
    ALEFS,
    ARABIC,
    FOLDED,
    HEBREW,
    PERSIAN_LETTERS,
    PERSIAN_SOUNDS,
    SOUNDS_OF_SECOND_READING,
)

_SERVANT_OF = "عبدال"
_GOD = "الله"
_MUHAMMAD = "محمد"
_ENDINGS = {
    _GOD: ("ullah", " allah", "ollah"),
    "الدين": ("uddin", " al din", "eddine"),
    "الحق": ("ulhaq", " al haq"),
    "الرحمن": ("urrahman", " al rahman"),
    "الاسلام": ("ulislam", " al islam"),
    "زاده": ("zada", "zadeh"),
    "زاي": ("zai",),
    "زي": ("zai", "zi"),
    "خيل": ("khel", "khil"),
    "پور": ("pour", "pur"),
    "نژاد": ("nejad", "nezhad"),
    "يان": ("ian", "yan"),
    "نيا": ("nia", "niya"),
    "وال": ("wal", "wala"),
}
"""What stands at the end of many names, spelt in one way after any stem."""

_COMPOUND = re.compile(
    rf"(?<!\w)(عبد)\s+(?=ال\w)|(?<=\w\w)\s+(?=(?:{_GOD}|اللہ|الدين|الدین|الحق|الرحمن)(?!\w))"
)
_FRENCH = {"sh": "ch", "j": "dj", "w": "ou", "u": "ou", "q": "k"}
_FRENCH_SOUND = re.compile("|".join(_FRENCH))
_CONSONANT, _VOWEL = "consonant", "vowel"


def join_compounds(text: str) -> str:
    """The text with names like Abd al-Rahman and Sayf Allah written as one word each.

    >>> join_compounds("سيف الله")
    'سيفالله'
    """
    return _COMPOUND.sub(r"\1", text)


@lru_cache(maxsize=1 << 15)
def romanise_arabic(word: str) -> tuple[str, ...]:
    """The readings of one word in Arabic script, common names from a table, others by rule.

    The article stands apart in the first reading ("al rahman") and is joined in the second.

    >>> romanise_arabic("محمد")
    ('muhammad', 'mohammed')
    """
    known = load_known("Arab")
    plain = word.translate(FOLDED)
    if plain in known:
        return known[plain]
    if plain.startswith(_SERVANT_OF) and len(plain) > len(_SERVANT_OF) + 1:
        return _servant_of(plain)
    if plain.startswith("ال") and len(plain) > 4:
        return _with_article(romanise_arabic(plain[2:]))
    if plain.startswith(_MUHAMMAD) and len(plain) > len(_MUHAMMAD) + 2:
        rest = romanise_arabic(plain[len(_MUHAMMAD) :])
        return _joined(("muhammad ", "mohammad"), rest)
    for ending, spellings in _ENDINGS.items():
        stem = plain.removesuffix(ending)
        if len(plain) > len(stem) > 1:
            return _joined(romanise_arabic(stem), spellings)
    return _by_rule(word)


def is_vowelless(word: str) -> bool:
    """True when a word is in Arabic or Hebrew script and no table knows its vowels."""
    plain = word.translate(FOLDED)
    if any("א" <= char <= "ת" for char in word):
        return word not in load_known("Hebr")
    if not any("ء" <= char <= "ە" for char in word):
        return False
    return not {plain, plain.removeprefix("ال")} & load_known("Arab").keys()


def _by_rule(word: str) -> tuple[str, ...]:
    """With the vowels a syllable needs; the last reading spells the sounds as French does."""
    persian = any(char in PERSIAN_LETTERS for char in word)
    plain = word.translate(FOLDED)
    first = _supply_vowels(plain, PERSIAN_SOUNDS * persian)
    second = _supply_vowels(plain, SOUNDS_OF_SECOND_READING)
    french = _FRENCH_SOUND.sub(lambda found: _FRENCH[found.group()], first)
    return tuple(dict.fromkeys(filter(None, (first, second, french))))


def _with_article(stems: tuple[str, ...]) -> tuple[str, ...]:
    second, last = stems[min(1, len(stems) - 1)], stems[-1]
    return tuple(dict.fromkeys((f"al {stems[0]}", f"al{second}", f"el {second}", f"al {last}")))


def _joined(stems: tuple[str, ...], endings: tuple[str, ...]) -> tuple[str, ...]:
    count = max(len(stems), len(endings))
    pairs = (
        stems[min(n, len(stems) - 1)] + endings[min(n, len(endings) - 1)] for n in range(count)
    )
    return tuple(dict.fromkeys(pairs))


def _servant_of(word: str) -> tuple[str, ...]:
    """Names like Abd al-Rahman where they are written as one word."""
    stems = romanise_arabic(word[len(_SERVANT_OF) :])
    first, second = stems[0], stems[min(1, len(stems) - 1)]
    return tuple(dict.fromkeys((f"abd al {first}", f"abdul{second}", f"abdel{second}")))


@lru_cache(maxsize=1 << 15)
def romanise_hebrew(word: str) -> tuple[str, ...]:
    """The readings of one Hebrew word, common names from a table, others by rule."""
    if known := load_known("Hebr").get(word):
        return known
    soft = "".join(_hebrew_sound(word, place, second=False) for place in range(len(word)))
    hard = "".join(_hebrew_sound(word, place, second=True) for place in range(len(word)))
    return tuple(dict.fromkeys(filter(None, (soft, hard))))


def _hebrew_sound(word: str, place: int, *, second: bool) -> str:
    """One letter with the vowel that is likely to follow it."""
    first_sound, inner_sound, second_sound = HEBREW.get(word[place], ("", "", ""))
    sound = first_sound if place == 0 else second_sound if second else inner_sound
    last = place + 1 == len(word)
    if last:
        return "a" if word[place] == "ה" else sound
    follows_vowel = word[place + 1] in "אויהע"
    cluster = sound and sound[-1] not in "aeiou" and not follows_vowel and place % 2 == 0
    return sound + "a" if cluster else sound


def _supply_vowels(word: str, other_sounds: str) -> str:
    """The word with short vowels where a syllable needs one: krym is karim, ahmd is ahmad."""
    letters = [_sound(word, place, other_sounds) for place in range(len(word))]
    written = ""
    open_syllable = False
    for place, (sound, kind) in enumerate(letters):
        written += sound
        if kind == _VOWEL:
            open_syllable = True
            continue
        after = letters[place + 1 : place + 3]
        if not after or after[0][1] == _VOWEL:
            open_syllable = False
        elif open_syllable and len(after) == 2:
            open_syllable = False  # it closes the syllable
        else:
            written += "i" if len(after) == 1 and _after_long_a(word, place) else "a"
            open_syllable = True
    return written


def _after_long_a(word: str, place: int) -> bool:
    return place > 0 and word[place - 1] == "ا"


def _sound(word: str, place: int, other_sounds: str) -> tuple[str, str]:
    char = word[place]
    last = place + 1 == len(word)
    if char in ALEFS:
        return ("i" if char == "إ" else "a"), _VOWEL
    if char in "وي":
        return _semivowel(word, place, other_sounds)
    if char in "هة" and last and place > 1:
        return ("eh" if other_sounds == PERSIAN_SOUNDS else "a"), _VOWEL
    sounds = ARABIC.get(char, ("", ""))
    return (sounds[1] if char in other_sounds else sounds[0]), _CONSONANT


def _semivowel(word: str, place: int, other_sounds: str) -> tuple[str, str]:
    """Waw and ya: consonants at the start and beside some vowels, long vowels elsewhere."""
    after = word[place + 1 : place + 2]
    before_vowel = after in ALEFS or (word[place] == "و" and after == "ي")
    if place == 0 or (after and before_vowel):
        if word[place] == "ي":
            return "y", _CONSONANT
        return ("v" if "و" in other_sounds else "w"), _CONSONANT
    return ("i" if word[place] == "ي" else "u"), _VOWEL


@cache
def load_known(script: str) -> dict[str, tuple[str, ...]]:
    """Common words of one script with their readings."""
    return {
        written.translate(FOLDED): tuple(readings.split("|"))
        for its_script, written, readings in load_rows("semitic_names")
        if its_script == script
    }
