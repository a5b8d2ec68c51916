"""Characters that folding treats one by one."""

from __future__ import annotations

APOSTROPHES = (
    "'`´\u02b9\u02ba\u02bb\u02bc\u02bd\u02be\u02bf\u02c8\u02ca\u02cb\u02ee\u055a\u05f3\u05f4"
    "\u2018\u2019\u201a\u201b\u2032\u2035\ua78b\ua78c\uff07\uff40\u2bbd"
)
"""Apostrophes and what is typed for them: dropped, so that "Yo'ng" is one word."""

ACCENT_RANGES = (
    ("\u0300", "\u036f"),  # combining diacritics
    ("\u0483", "\u0489"),  # combining Cyrillic
    ("\u0591", "\u05bd"),  # Hebrew points
    ("\u05bf", "\u05c7"),
    ("\u0610", "\u061a"),  # Arabic marks
    ("\u0640", "\u0640"),  # tatweel only stretches a word
    ("\u064b", "\u065f"),
    ("\u0670", "\u0670"),
    ("\u06d6", "\u06dc"),
    ("\u06df", "\u06e8"),
    ("\u06ea", "\u06ed"),
    ("\u1ab0", "\u1aff"),
    ("\u1dc0", "\u1dff"),
    ("\ufe00", "\ufe0f"),  # variation selectors
    ("\ufe20", "\ufe2f"),
)
"""Marks that a writer may leave out without changing the name."""

PLAIN_LETTERS = {
    "&": " and ",
    "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ß": "ss", "ı": "i",
    "ə": "a", "ħ": "h", "ŧ": "t", "ŋ": "ng", "ĸ": "k", "ſ": "s", "ƒ": "f", "ɓ": "b", "ɗ": "d",
    "ɖ": "d", "ƙ": "k", "ƴ": "y", "ɣ": "g", "ɛ": "e", "ɔ": "o", "ɩ": "i", "ʉ": "u", "ɨ": "i",
    "ʒ": "z", "ƶ": "z", "ȼ": "c", "ɇ": "e", "ǝ": "e", "ɲ": "n", "ɵ": "o", "ɪ": "i", "ʋ": "v",
    "ʏ": "y", "ʊ": "u", "ƀ": "b", "ȥ": "z", "ɑ": "a", "ɡ": "g", "ƿ": "w", "ȝ": "y", "ǥ": "g",
}  # fmt: skip
"""Signs and Latin letters that normalisation keeps and that writers replace by plain ones."""

INTERCHANGED = {
    "ς": "σ",
    "ё": "е", "ѐ": "е", "ѝ": "и", "ґ": "г",
    "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ی": "ي", "ئ": "ي", "ؤ": "و", "ک": "ك",
    "ۀ": "ه", "ة": "ه", "ۃ": "ه", "ہ": "ه", "ھ": "ه", "ے": "ي", "ە": "ه", "ې": "ي", "ګ": "گ",
}  # fmt: skip
"""Letters of other scripts that writers interchange with a plainer one."""

LOOK_ALIKES = {
    "А": "A", "В": "B", "Е": "E", "К": "K", "М": "M", "Н": "H", "О": "O", "Р": "P", "С": "C",
    "Т": "T", "У": "Y", "Х": "X", "І": "I", "Ј": "J", "Ѕ": "S", "Ԛ": "Q", "Ԝ": "W", "Ү": "Y",
    "а": "a", "е": "e", "о": "o", "р": "p", "с": "c", "у": "y", "х": "x", "і": "i", "ј": "j",
    "ѕ": "s", "ԁ": "d", "һ": "h", "ӏ": "l", "ԛ": "q", "ԝ": "w", "к": "k", "ɡ": "g",
    "Α": "A", "Β": "B", "Ε": "E", "Ζ": "Z", "Η": "H", "Ι": "I", "Κ": "K", "Μ": "M", "Ν": "N",
    "Ο": "O", "Ρ": "P", "Τ": "T", "Υ": "Y", "Χ": "X", "ο": "o", "ν": "v", "α": "a", "ι": "i",
    "κ": "k", "ρ": "p", "υ": "u",
}  # fmt: skip
"""Cyrillic and Greek letters that pass for Latin ones in print."""

CYRILLIC_ALIKES = dict(zip("ABEKMHOPCTYXaeopcyx", "АВЕКМНОРСТУХаеорсух", strict=True))
"""Latin letters that pass for Russian ones."""

LOST_LETTERS = frozenset("?\ufffd")
"""What a system writes for a letter it cannot: "spole?nost" is one word with a letter lost."""
