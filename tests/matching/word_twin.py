"""A plain Python twin of how the kernel compares two words: its oracle."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable

LONGEST_WORD = 64
LONGEST_EXACT = 4  # characters of a word in Han, kana or Hangul that bears no slip
DOUBLED_LETTER = 0.93
SAME_SOUND = 0.95
SWAP_COST = 0.6
FEW_CONSONANTS = 0.6  # of the base: two consonants are those of many names

_ONE_SOUND = {"q": "k", "c": "k", "w": "v", "f": "v", "z": "s"}
_SPOKEN = re.compile(
    r"sch|t?ch|oo|ou|ee|ei|ie|iy|ij|ck|ph|dj|ks"
    r"|(?P<breath>(?<=[kgtdbpjzrvwmnlqxf])h|(?<=.)h$)|."
)
_SPELT = "sch=sh tch=ch oo=u ou=u ee=i ei=i ie=i iy=i ij=i y=i ck=k q=k c=k ph=f w=v dj=j ks=x"
_SOUND = dict(spelling.split("=") for spelling in _SPELT.split())
_WRITTEN_ALIKE = {"p": "b", "j": "g"}


def edit_distance(left: str, right: str) -> int:
    """Optimal string alignment distance by the textbook table."""
    rows = [
        [max(i, j) if 0 in (i, j) else 0 for j in range(len(right) + 1)]
        for i in range(len(left) + 1)
    ]
    for i, a in enumerate(left, start=1):
        for j, b in enumerate(right, start=1):
            best = min(rows[i - 1][j] + 1, rows[i][j - 1] + 1, rows[i - 1][j - 1] + (a != b))
            if i > 1 and j > 1 and a == right[j - 2] and left[i - 2] == b:
                best = min(best, rows[i - 2][j - 2] + 1)
            rows[i][j] = best
    return rows[-1][-1]


def edit_limit(length: int) -> int:
    """Edits that a word of this length may bear before it is another word."""
    for limit, longest in ((0, 2), (1, 5), (2, 8), (3, 12)):
        if length <= longest:
            return limit
    return 4


def skeleton(word: str) -> str:
    """The consonants a listener keeps; none for a word outside a to z."""
    if any(not "a" <= letter <= "z" for letter in word):
        return ""
    kept, position = "", 0
    while position < len(word):
        letter, before = word[position], word[position - 1] if position else ""
        if word.startswith("ph", position):
            kept += "v"
            position += 2
            continue
        if letter in "aeiouy":
            kept += "a" if position == 0 else ""
        elif letter != "h" or before in {"", *"aeiouysch"}:
            heard = _ONE_SOUND.get(letter, letter)
            doubled = kept.endswith(heard) and _ONE_SOUND.get(before, before) == heard
            kept += "" if position and doubled else heard
        position += 1
    return kept


def vowelless_key(word: str) -> str:
    """The skeleton with p as b and j as g, no h at all, and no sound twice in a row."""
    bare = (_WRITTEN_ALIKE.get(sound, sound) for sound in skeleton(word) if sound != "h")
    return squeeze(bare)


def sounding(word: str) -> str:
    """The word with one letter for each sound, vowels kept; none for a word outside a to z.

    An h that only softens the consonant before it, or ends the word, is no sound.
    """
    if any(not "a" <= letter <= "z" for letter in word):
        return ""
    heard = (spoken for spoken in _SPOKEN.finditer(word) if not spoken["breath"])
    return squeeze("".join(_SOUND.get(spoken[0], spoken[0]) for spoken in heard))


def vowelless_similarity(left: str, right: str, base: float) -> float:
    """Similarity of two words of which one was read from a script without vowels."""
    key = vowelless_key(left)
    if len(key) < 2 or key != vowelless_key(right):
        return 0.0
    least = base if len(key) > 2 else base * FEW_CONSONANTS
    return least + (SAME_SOUND - least) * _share_kept(sounding(left), sounding(right))


def word_similarity(left: str, right: str, base: float) -> float:
    """Similarity of two words in [0, 1]: 1 when equal, 0 when they are different words."""
    if left == right:
        return 1.0
    longer, shorter = max(len(left), len(right)), min(len(left), len(right))
    limit = edit_limit(longer)
    if limit == 0 or longer - shorter > limit + 2 or longer > LONGEST_WORD:
        return 0.0
    if longer <= LONGEST_EXACT and (_has_syllables(left) or _has_syllables(right)):
        return 0.0
    alike = [_by_sound(left, right, base)]
    if edit_distance(left, right) <= limit:
        alike.append(_share_kept(left, right))
    if any(_swap(left, k) == right for k in range(len(left) - 1)):
        alike.append(1.0 - SWAP_COST / longer)
    if shorter > 1 and len(left) != len(right) and squeeze(left) == squeeze(right):
        alike.append(DOUBLED_LETTER)
    return max(alike)


def _by_sound(left: str, right: str, base: float) -> float:
    one, other = sounding(left), sounding(right)
    shorter = min(len(left), len(right))
    if shorter < 4 or min(len(one), len(other)) < 2:
        return 0.0
    if one == other:
        return SAME_SOUND
    if shorter < 5 or len(skeleton(left)) < 2 or skeleton(left) != skeleton(right):
        return 0.0
    return base + (SAME_SOUND - base) * _share_kept(one, other)


def squeeze(letters: Iterable[str]) -> str:
    """The letters with each run of one letter written once."""
    return "".join(letter for letter, _ in itertools.groupby(letters))


def _share_kept(left: str, right: str) -> float:
    return 1.0 - edit_distance(left, right) / max(len(left), len(right))


def _swap(word: str, place: int) -> str:
    return word[:place] + word[place + 1] + word[place] + word[place + 2 :]


def _has_syllables(word: str) -> bool:
    ranges = ((0x3040, 0x9FFF), (0xAC00, 0xD7A3), (0xF900, 0xFAFF), (0x20000, 0x3FFFF))
    return any(first <= ord(letter) <= last for letter in word for first, last in ranges)
