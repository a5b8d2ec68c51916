"""The letters of the Arabic and Hebrew scripts and their sounds."""

from __future__ import annotations

FOLDED = str.maketrans(
    {
        "أ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ی": "ي", "ې": "ي", "ۍ": "ي", "ئ": "ي", "ے": "ي",
        "ؤ": "و", "ک": "ك", "ګ": "گ", "ہ": "ه", "ھ": "ه", "ۀ": "ه", "ة": "ه", "ۃ": "ه", "ە": "ه",
        "ـ": None, "ً": None, "ٌ": None, "ٍ": None, "َ": None, "ُ": None, "ِ": None, "ّ": None,
        "ْ": None, "ٰ": None, "ٔ": None, "\u200c": None, "إ": "ا",
    }
)  # fmt: skip
"""Letters that are written one for the other, made one."""

ALEFS = frozenset("اأآإٱ")

ARABIC = {
    "ب": ("b", "b"), "ت": ("t", "t"), "ث": ("th", "s"), "ج": ("j", "g"), "ح": ("h", "h"),
    "خ": ("kh", "kh"), "د": ("d", "d"), "ذ": ("dh", "z"), "ر": ("r", "r"), "ز": ("z", "z"),
    "س": ("s", "s"), "ش": ("sh", "ch"), "ص": ("s", "s"), "ض": ("d", "z"), "ط": ("t", "t"),
    "ظ": ("z", "dh"), "ع": ("", ""), "غ": ("gh", "g"), "ف": ("f", "f"), "ق": ("q", "gh"),
    "ك": ("k", "k"), "ل": ("l", "l"), "م": ("m", "m"), "ن": ("n", "n"), "ه": ("h", "h"),
    "ء": ("", ""), "پ": ("p", "p"), "چ": ("ch", "ch"), "ژ": ("zh", "j"), "گ": ("g", "g"),
    "ٹ": ("t", "t"), "ڈ": ("d", "d"), "ڑ": ("r", "r"), "ں": ("n", "n"), "ڤ": ("v", "f"),
    "ڭ": ("ng", "ng"), "ڼ": ("n", "n"), "ټ": ("t", "t"), "ډ": ("d", "d"), "ړ": ("r", "r"),
    "ږ": ("g", "zh"), "ښ": ("kh", "sh"), "ځ": ("dz", "z"), "څ": ("ts", "s"), "ۋ": ("v", "w"),
}  # fmt: skip
"""Each consonant with its sound and another that usage knows."""

PERSIAN_LETTERS = frozenset("پچژگکیڤټډړږښځڅڼېۍٹڈڑںہھے")
"""Letters that Arabic itself does not write: Persian, Pashto or Urdu."""

PERSIAN_SOUNDS = "ثذضقو"
"""Letters that Persian sounds the second way."""

SOUNDS_OF_SECOND_READING = "جظ"

HEBREW = {
    "א": ("a", "a", "a"), "ב": ("b", "v", "b"), "ג": ("g", "g", "g"), "ד": ("d", "d", "d"),
    "ה": ("h", "h", "h"), "ו": ("v", "o", "u"), "ז": ("z", "z", "z"), "ח": ("h", "h", "ch"),
    "ט": ("t", "t", "t"), "י": ("y", "i", "i"), "כ": ("k", "ch", "k"), "ך": ("k", "ch", "kh"),
    "ל": ("l", "l", "l"), "מ": ("m", "m", "m"), "ם": ("m", "m", "m"), "נ": ("n", "n", "n"),
    "ן": ("n", "n", "n"), "ס": ("s", "s", "s"), "ע": ("a", "a", "a"), "פ": ("p", "f", "p"),
    "ף": ("f", "f", "f"), "צ": ("tz", "tz", "ts"), "ץ": ("tz", "tz", "ts"), "ק": ("k", "k", "k"),
    "ר": ("r", "r", "r"), "ש": ("sh", "sh", "s"), "ת": ("t", "t", "t"),
}  # fmt: skip
"""Each letter: at the start of a word, inside it, and inside it in the second reading."""
