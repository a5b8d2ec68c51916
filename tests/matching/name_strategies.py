"""Names for property tests: words that are near one another, so that every rule is reached."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import strategies as st

from ostraka.names.tokens import Reading, Token, TokenRole

_FORMS = [
    "sensetime",
    "sense",
    "time",
    "group",
    "limited",
    "ltd",
    "inc",
    "company",
    "dr",
    "general",
]
_PERSONS = [
    "zakir",
    "zaker",
    "shohrat",
    "shohret",
    "petrov",
    "pavlov",
    "ivanov",
    "putin",
    "xuekelaiti",
]
_COMMON = [
    "mohammed",
    "muhammad",
    "mohamed",
    "ahmad",
    "ahmed",
    "ali",
    "hassan",
    "hasan",
    "kim",
    "smith",
]
_ONE_LETTER_APART = ["maria", "mario", "tim", "tom", "wang", "vang", "yang", "jang", "sok", "sko"]
_SHORT_FORMS = ["robert", "bob", "theodore", "ted", "joseph", "joe", "jose", "pepe", "giuseppe"]
_COGNATES = ["ivan", "john", "juan", "johann", "friedrich", "frederick", "vladimir", "volodymyr"]
_DESCENT = ["al", "bin", "ibn", "ben", "ogly", "salman", "saud", "vladimirovich"]
_GENERATIONS = ["jr", "junior", "sr", "ii", "iii"]
_ORGANISATIONS = ["pla", "peoples", "liberation", "army", "bank", "oil", "trading", "studio", "of"]
_PLACES = ["china", "chinese", "chile", "beijing", "mexico", "korea"]
_NUMBERS = ["1", "2", "26", "second", "ii"]
_SPELLINGS = ["phillip", "filip", "jamal", "gamal", "fadi", "fd", "quanguo", "guo", "quan", "chen"]
_OTHER_SCRIPTS = ["кремль", "商湯", "习近平", "習近平", "김정은", "محمد", "خالد", "פרץ", "фирма"]
_STEMS = [
    *(*_FORMS, *_PERSONS, *_COMMON, *_ONE_LETTER_APART, *_SHORT_FORMS, *_COGNATES, *_DESCENT),
    *(*_GENERATIONS, *_ORGANISATIONS, *_PLACES, *_NUMBERS, *_SPELLINGS, *_OTHER_SCRIPTS, "j", "h"),
]

_stems = st.sampled_from(_STEMS)
_LETTERS = "abdehkmstz商김"


@st.composite
def altered_words(draw: st.DrawFn) -> tuple[str, str]:
    """A word, and the same with a letter more, less, other, or two letters swapped."""
    word = draw(st.one_of(_stems, st.text("abdehkmst商김", min_size=2, max_size=6)))
    place, letter = draw(st.integers(0, len(word) - 1)), draw(st.sampled_from(_LETTERS))
    before, here, behind = word[:place], word[place], word[place + 1 :]
    slips = (
        before + letter + here + behind,
        before + letter + behind,
        before + behind or letter,
        before + behind[:1] + here + behind[1:],
        before + here + here + behind,
    )
    return word, draw(st.sampled_from(slips))


words = st.one_of(
    _stems,
    st.text("abcdehmqwyz", min_size=1, max_size=9),
    st.text("abeh商김", min_size=1, max_size=6),
    altered_words().map(lambda pair: pair[1]),
    st.builds(str.__add__, _stems, _stems),
)
names = st.lists(words, min_size=1, max_size=6).map(" ".join)
any_text = st.text(min_size=0, max_size=60)


@st.composite
def altered_names(draw: st.DrawFn) -> tuple[str, str]:
    """A name, and the same with words left out, moved, joined, or put in the place of others."""
    written = draw(st.lists(words, min_size=1, max_size=5))
    other = [word if draw(st.integers(0, 5)) else draw(words) for word in written]
    if draw(st.booleans()):
        other = draw(st.permutations(other))
    if draw(st.booleans()):
        del other[draw(st.integers(0, len(other) - 1))]
    return " ".join(written), draw(st.sampled_from([" ", " ", ""])).join(other)


# Ids of classes of every range, two of each: spellings, generic words, cognates, short forms,
# syllables, places, generations.
_groups = st.sets(
    st.sampled_from([millions * 1_000_000 + n for millions in range(7) for n in (1, 2)]), max_size=2
).map(lambda groups: tuple(sorted(groups)))

_NAMES = (TokenRole.WORD, TokenRole.GIVEN)


def make_tokens(*roles: TokenRole) -> st.SearchStrategy[Token]:
    """Words as no preparation may make them today, so that rules meet which seldom do."""
    return st.builds(
        Token,
        text=st.one_of(_stems, words, st.text("abdhkmt", min_size=2, max_size=4)),
        role=st.sampled_from(roles),
        groups=st.one_of(st.just(()), _groups),
        commonness=st.sampled_from([0, 0, 15, 200, 2_000, 20_000]),
        syllabic=st.sampled_from([False, False, False, True]),
        vowelless=st.sampled_from([False, False, False, True]),
        descent=st.sampled_from([False, False, True]),
    )


readings = st.builds(
    Reading,
    st.lists(make_tokens(*_NAMES, *TokenRole), min_size=1, max_size=5).map(tuple),
    st.just("as written"),
    st.sampled_from(["", "", "", "Hani", "Hang", "Kana"]),
)


@st.composite
def altered_readings(draw: st.DrawFn) -> tuple[Reading, Reading]:
    """A reading, and another that shares most of its words."""
    one, other = draw(readings), draw(readings)
    kept = [token for token in one.tokens if draw(st.integers(0, 3))]
    mixed = draw(st.permutations([*kept, *other.tokens[: draw(st.integers(0, 2))]]))
    return one, Reading(tuple(mixed), "as written", other.script)


@st.composite
def pairs_of_two_words(draw: st.DrawFn) -> tuple[Reading, Reading]:
    """Two names of two words each, the words of one near those of the other."""
    one = draw(st.lists(make_tokens(*_NAMES), min_size=2, max_size=2))
    other = [draw(_alter(token)) for token in one]
    turned = draw(st.permutations(other))
    return Reading(tuple(one), "as written"), Reading(tuple(turned), "as written")


@st.composite
def _alter(draw: st.DrawFn, token: Token) -> Token:
    """The same token, its twin with a letter more, or another one that shares its classes."""
    other = draw(make_tokens(*_NAMES))
    letter = draw(st.sampled_from(_LETTERS))
    near = replace(other, text=token.text + letter, groups=())
    return draw(st.sampled_from([token, near, replace(other, groups=token.groups)]))
