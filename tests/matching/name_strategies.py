"""Names for property tests: words that are near one another, so that every rule is reached."""

from __future__ import annotations

from hypothesis import strategies as st

_STEMS = [
    "zakir",
    "zaker",
    "shohrat",
    "shohret",
    "mohammed",
    "muhammad",
    "mohamed",
    "ahmad",
    "ahmed",
    "ali",
    "al",
    "bin",
    "ibn",
    "hassan",
    "hasan",
    "petrov",
    "pavlov",
    "ivan",
    "ivanov",
    "sense",
    "time",
    "sensetime",
    "group",
    "limited",
    "ltd",
    "inc",
    "company",
    "trading",
    "bank",
    "of",
    "china",
    "beijing",
    "j",
    "h",
    "dr",
    "general",
    "1",
    "2",
    "26",
    "studio",
    "phillip",
    "filip",
    "wang",
    "vang",
    "кремль",
    "商湯",
    "putin",
    "vladimir",
]

words = st.one_of(
    st.sampled_from(_STEMS),
    st.text("abcdehmqwyz", min_size=1, max_size=9),
    st.builds(
        lambda stem, letter, place: stem[:place] + letter + stem[place:],
        st.sampled_from(_STEMS),
        st.sampled_from("aehkmz"),
        st.integers(0, 8),
    ),
)
names = st.lists(words, min_size=1, max_size=6).map(" ".join)
any_text = st.text(min_size=0, max_size=60)
