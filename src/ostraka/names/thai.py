"""Thai: words that names are made of from a table, and the syllables between them by rule."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from ostraka.names.rows import load_rows

_READINGS = 4
_TONES = re.compile("[่-๋]")
_SILENT = re.compile("[ก-ฮ][ิุ]?์|[ฯๆ]")
_CODAS = "กขคฆงจชซฌญฎฏฐฑฒณดตถทธนบปพฟภมยรลวศษสฬ"
_ONSET = "(?:[กขคตทปผพบสฟ][รลว]|ห[งญณนมยรลว]|อ(?=ย)|[ก-รลว-ฮ])"

Part = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Vowel:
    """A frame of signs around the onset (O) and perhaps a coda (C), with its sounds and cost."""

    pattern: re.Pattern[str]
    sounds: Part
    cost: float


def _frame(shape: str, *sounds: str, cost: float = 1.6) -> _Vowel:
    pattern = shape.replace("O", f"(?P<onset>{_ONSET})").replace("C", f"(?P<coda>[{_CODAS}])")
    return _Vowel(re.compile(pattern), sounds, cost)


_VOWELS = (
    _frame("เOียC", "ia", "ia", "ea"), _frame("เOีย", "ia", "ia", "ea"),
    _frame("เOือC", "uea", "ua"), _frame("เOือ", "uea", "ua"),
    _frame("เOอC", "oe", "er"), _frame("เOิC", "oe", "er"), _frame("เOย", "oei", "oey"),
    _frame("เOาะ", "o"), _frame("เOา", "ao", "ao", "ow"), _frame("เO็C", "e"), _frame("เOะ", "e"),
    _frame("เOC", "e", "e", "ay"), _frame("เO", "e", "e", "ay", cost=1.9),
    _frame("แO็?C", "ae", "ae", "a"), _frame("แOะ?", "ae", "ae", "a"),
    _frame("โOC", "o", "o", "oa"), _frame("โOะ?", "o"), _frame("[ไใ]Oย?", "ai"),
    _frame("Oัวะ?", "ua"), _frame("OัC", "a", "a", "u"), _frame("Oะ", "a"),
    _frame("OาC", "a", "ar", "a"), _frame("Oา", "a", "a", "ar"), _frame("Oำ", "am", "am", "um"),
    _frame("OิC", "i"), _frame("Oิ", "i"), _frame("OีC", "i", "ee"), _frame("Oี", "i", "ee"),
    _frame("O[ึื]C", "ue", "u"), _frame("O[ึื]อ?", "ue", "u"),
    _frame("OุC", "u", "u", "oo"), _frame("Oุ", "u"), _frame("OูC", "u", "oo"),
    _frame("Oู", "u", "oo"), _frame("Oฤ", "rue", "ri"), _frame("OฤC", "rue", "ri"),
    _frame("OรรC", "a", "a", "u"), _frame("Oรร", "an", "an", "un"),
    _frame("OวC", "ua", cost=2.0), _frame("O็?อC", "o", "or", "o"), _frame("Oอ", "o", "or", "aw"),
    _frame("OC", "o", cost=2.1), _frame("O", "a", cost=2.4),
)  # fmt: skip


@lru_cache(maxsize=1 << 13)
def romanise_thai(word: str) -> tuple[str, ...]:
    """The readings of a word in Thai script, at most four; empty where a part is no syllable.

    >>> romanise_thai("ประยุทธ์")[:2]
    ('prayut', 'prayuth')
    """
    parts = _best_parts(_plain(word))
    if parts is None:
        return ()
    readings = ("".join(pick(part, number) for part in parts) for number in range(_READINGS))
    return tuple(dict.fromkeys(filter(None, readings)))


def _plain(word: str) -> str:
    """Without tone marks, and with the vowel am in one sign, which NFKC takes apart."""
    return _TONES.sub("", word).replace("ํา", "ำ")


def pick(readings: Part, number: int) -> str:
    """The reading of that number, the last one where there are fewer."""
    return readings[min(number, len(readings) - 1)]


def _best_parts(word: str) -> list[Part] | None:
    """The cheapest way to cut the word: few parts, known ones before syllables by rule."""
    best: list[tuple[float, list[Part]] | None] = [(0.0, []), *[None] * len(word)]
    for place in range(len(word)):
        here = best[place]
        if here is None:
            continue
        for end, cost, part in _parts_at(word, place):
            before = best[end]
            if before is None or here[0] + cost < before[0]:
                best[end] = (here[0] + cost, [*here[1], part])
    found = best[-1]
    return found[1] if found else None


def _parts_at(word: str, place: int) -> list[tuple[int, float, Part]]:
    known = _load("part")
    found = [
        (end, 1.0, known[word[place:end]])
        for end in range(place + 1, len(word) + 1)
        if word[place:end] in known
    ]
    if silent := _SILENT.match(word, place):
        found.append((silent.end(), 0.3, ("",)))
    for vowel in _VOWELS:
        match = vowel.pattern.match(word, place)
        if match:
            found.append((match.end(), vowel.cost, _sound(match, vowel.sounds)))
    return found


def _sound(match: re.Match[str], sounds: Part) -> Part:
    letters = match.groupdict()
    onset = _onset(letters["onset"])
    coda = _load("coda").get(letters.get("coda") or "", ("",))
    return tuple(pick(onset, n) + pick(sounds, n) + pick(coda, n) for n in range(_READINGS))


def _onset(letters: str) -> Part:
    table = _load("onset")
    if letters[0] == "ห" and len(letters) == 2:  # it only marks the tone of what follows
        letters = letters[1]
    if letters == "ทร":
        return ("s", "thr", "tr")
    each = [table[letter] for letter in letters]
    return tuple("".join(pick(part, n) for part in each) for n in range(_READINGS))


@cache
def _load(kind: str) -> dict[str, Part]:
    return {
        _plain(written): tuple(readings.split("|"))
        for its_kind, written, readings in load_rows("thai")
        if its_kind == kind
    }
