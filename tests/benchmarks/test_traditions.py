"""Invented people of naming traditions: repeatable, whole, and of both scripts."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from benchmarks.traditions import TRADITIONS, generate, generate_people
from benchmarks.traditions.tables import FOLDER, load_forms, load_parts, read_csv

COUNT = 20_000
DISTINCT_MIN = 10_000
NAMES_MIN = 150
SLOT = re.compile(r"\{(\w+)(?::\d)?\}")
LATIN_OWN = {"anglo", "hispanic", "indonesian", "turkish", "vietnamese", "west_african"}
"""Traditions whose own script is Latin: the two columns differ by accents at most."""
FEW_FAMILIES = {"korean": 100, "korean_north": 100, "vietnamese": 90, "thai": 100}
"""Where there are few family names to have, or (Thai) most are put together of two parts."""
every_tradition = pytest.mark.parametrize("tradition", TRADITIONS)


def test_the_traditions_that_lists_touch_most_are_there() -> None:
    wanted = {"arabic_levant", "persian", "russian", "chinese", "korean_north", "afghan", "burmese"}
    assert wanted <= set(TRADITIONS)
    assert len(TRADITIONS) >= 14


@every_tradition
def test_twenty_thousand_people_of_whom_most_have_a_name_of_their_own(tradition: str) -> None:
    """Namesakes are natural: the commonest names are borne by many."""
    people = generate_people(tradition, COUNT, seed=7)
    assert len(people) == COUNT
    assert DISTINCT_MIN <= len({person.name_latin for person in people}) < COUNT
    assert DISTINCT_MIN <= len({person.name_native for person in people}) < COUNT


@every_tradition
def test_equal_arguments_give_equal_people(tradition: str) -> None:
    first = generate_people(tradition, 500, seed=1)
    assert generate_people(tradition, 500, seed=1) == first
    assert generate_people(tradition, 600, seed=1)[:500] == first
    assert generate_people(tradition, 500, seed=2) != first


@every_tradition
def test_both_scripts_show_the_same_draw(tradition: str) -> None:
    people = generate_people(tradition, 100, seed=3)
    assert generate(tradition, "latin", 100, seed=3) == [p.name_latin for p in people]
    assert generate(tradition, "native", 100, seed=3) == [p.name_native for p in people]


@every_tradition
def test_names_are_whole_and_in_their_script(tradition: str) -> None:
    for person in generate_people(tradition, 2_000, seed=4):
        assert not set("{}|/,*%") & set(person.name_latin + person.name_native)
        assert person.name_latin.isascii()
        assert len(person.name_latin.split()) >= 2
        assert person.name_native.isprintable() or "\u200c" in person.name_native
        if tradition not in LATIN_OWN:
            assert not re.search("[A-Za-z]", person.name_native)


@every_tradition
def test_every_row_has_both_scripts_and_bearers(tradition: str) -> None:
    rows = read_csv(FOLDER / "tables" / f"{tradition}.csv")
    assert [row for row in rows if len(row) != 4 or not all(row)] == []
    assert [row for row in rows if [cell.strip() for cell in row] != row] == []
    assert [row for row in rows if float(row[3]) <= 0] == []
    assert len({(part, latin, native) for part, latin, native, _ in rows}) == len(rows)


@every_tradition
def test_a_table_says_where_its_shares_come_from(tradition: str) -> None:
    text = (FOLDER / "tables" / f"{tradition}.csv").read_text("utf-8")
    head = " ".join(line.lstrip("# ") for line in text.splitlines() if line.startswith("#"))
    assert "from general knowledge" in head
    assert "by the Ostraka developers" in head.replace("Written", "written")


@every_tradition
def test_there_are_names_enough(tradition: str) -> None:
    parts = load_parts(tradition)
    given = [row for part, rows in parts.items() if not _is_family(part) for row in rows]
    families = {row for part, rows in parts.items() if _is_family(part) for row in rows}
    assert len(given) >= NAMES_MIN
    if tradition != "burmese":  # nobody has a family name there
        assert len(families) >= FEW_FAMILIES.get(tradition, NAMES_MIN)


def _is_family(part: str) -> bool:
    return part.startswith(("family", "last"))


@every_tradition
def test_a_few_names_are_common_and_many_are_rare(tradition: str) -> None:
    """Rows stand in order, and the first tenth of a long part has over a seventh of the bearers."""
    for part, rows in load_parts(tradition).items():
        assert all(a.weight >= b.weight for a, b in pairwise(rows))
        if len(rows) >= 100:
            share = sum(row.weight for row in rows[: len(rows) // 10])
            assert (part, share / sum(row.weight for row in rows) > 1 / 7) == (part, True)


@every_tradition
def test_forms_use_every_part_and_no_other(tradition: str) -> None:
    used = {slot for form in load_forms(tradition) for slot in SLOT.findall(form.latin)}
    assert used == set(load_parts(tradition))


@every_tradition
def test_the_native_form_uses_slots_of_the_latin_one(tradition: str) -> None:
    """English names of Hong Kong stand in the Latin form only; no name in the native one only."""
    for form in load_forms(tradition):
        assert set(re.findall(r"\{.*?\}", form.native)) <= set(re.findall(r"\{.*?\}", form.latin))
        assert form.weight > 0


@every_tradition
def test_halves_share_the_commonest_rows_only(tradition: str) -> None:
    for part, rows in load_parts(tradition).items():
        tune = {row.native for row in load_parts(tradition, "tune")[part]}
        test = {row.native for row in load_parts(tradition, "test")[part]}
        assert tune | test == {row.native for row in rows}
        assert tune & test == {row.native for row in rows[:12]}


def test_a_half_gives_names_that_the_other_never_has() -> None:
    tune = {*generate("persian", "native", COUNT, seed=1, half="tune")}
    test = [*generate("persian", "native", COUNT, seed=2, half="test")]
    assert sum(name not in tune for name in test) > COUNT / 2


def test_an_unknown_tradition_is_refused_by_name() -> None:
    with pytest.raises(ValueError, match=r"no tradition 'elvish'; there are afghan, "):
        generate("elvish", "latin", 1, seed=1)


def test_every_form_belongs_to_a_table() -> None:
    named = {row[0] for row in read_csv(FOLDER / "forms.csv")}
    assert named == set(TRADITIONS)


@pytest.mark.parametrize(
    ("tradition", "shape"),
    [
        ("arabic_gulf", r"\S.* bin \S.* Al[ -]\w+"),
        ("russian", r"\w+ \w+(?:ovich|evich|ich) \w+(?:ov|ev|in|ii|iy|y)"),
        ("hispanic", r"\w+ \w+ \w+ \w+"),
        ("korean_north", r"Kim \w+ \w+"),
        ("indonesian", r"\w+ binti \w+"),
        ("vietnamese", r"Nguyen (?:Van|Thi) \w+"),
        ("burmese", r"\w+ \w+ \w+ \w+"),
    ],
)
def test_the_structure_of_a_tradition_is_kept(tradition: str, shape: str) -> None:
    names = generate(tradition, "latin", 2_000, seed=5)
    assert any(re.fullmatch(shape, name) for name in names)


def test_patronymic_and_family_name_follow_the_gender() -> None:
    """No Ivanova with a father's name in -ovich."""
    for name in generate("russian", "native", COUNT, seed=6):
        words = name.split()
        if any(word.endswith(("овна", "евна", "ична")) for word in words):
            assert not any(word.endswith(("ов", "ев", "ин")) for word in words)
