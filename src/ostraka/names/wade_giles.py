"""Wade-Giles: the older spelling of Mandarin syllables, as Taiwan and old documents write them."""

from __future__ import annotations

from functools import lru_cache

_INITIALS = {
    "zh": "ch", "ch": "ch", "sh": "sh", "b": "p", "p": "p", "d": "t", "t": "t", "g": "k", "k": "k",
    "j": "ch", "q": "ch", "x": "hs", "z": "ts", "c": "ts", "r": "j",
}  # fmt: skip
_WHOLE = {
    "zhi": "chih", "chi": "chih", "shi": "shih", "ri": "jih", "zi": "tzu", "ci": "tzu", "si": "ssu",
    "ye": "yeh", "yan": "yen", "you": "yu", "yong": "yung", "yue": "yueh", "e": "o", "er": "erh",
    "ge": "ko", "ke": "ko", "he": "ho", "gui": "kuei", "kui": "kuei", "guo": "kuo", "kuo": "kuo",
    "huo": "huo", "shuo": "shuo", "ruo": "jo",
}  # fmt: skip
_FINALS = {"ong": "ung", "iong": "iung", "ian": "ien", "ie": "ieh", "ue": "ueh", "uo": "o"}


@lru_cache(maxsize=1 << 10)
def to_wade_giles(pinyin: str) -> str:
    """One syllable of pinyin in Wade-Giles without its apostrophes, which lists leave out.

    >>> to_wade_giles("xiang"), to_wade_giles("zhong"), to_wade_giles("wang")
    ('hsiang', 'chung', 'wang')
    """
    if pinyin in _WHOLE:
        return _WHOLE[pinyin]
    initial = next((start for start in _INITIALS if pinyin.startswith(start)), "")
    rest = pinyin.removeprefix(initial)
    if not initial:
        initial, rest = (pinyin[0], pinyin[1:]) if pinyin[0] not in "aeo" else ("", pinyin)
    return _INITIALS.get(initial, initial) + _FINALS.get(rest, rest)
