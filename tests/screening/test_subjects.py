"""From text to a subject."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ostraka.model.errors import TableRefused
from ostraka.model.party import PartyKind
from ostraka.model.subject import Subject
from ostraka.screening.subjects import NAME_LIMIT, FieldProblem, make_subject


def test_an_unknown_country_is_repeated_and_near_ones_are_offered() -> None:
    """Who reads the message alone knows what to mend."""
    _, problems = make_subject("Vida", country="Deutchland")
    assert problems == (
        FieldProblem(
            "country",
            "Deutchland",
            "this country is not known: Deutchland",
            "Did you mean Germany? Use a usual name or the two-letter code of ISO 3166; "
            "separate several with ;",
        ),
    )


def test_everything_a_user_gives_is_understood() -> None:
    """The words, dates, names of countries and separators that tables have."""
    subject, problems = make_subject(
        " Vida\tOrlak ",
        kind="Natural Person",
        born="3.4.1980",
        country="Germany; fr | DEU",
        ids=["P 123; X-9", "P 123"],
        address="1 Main Street\nBerlin",
    )
    assert problems == ()
    assert subject.born is not None
    assert (subject.born.first, subject.born.last) == (date(1980, 4, 3), date(1980, 4, 3))
    assert subject == Subject(
        "Vida Orlak",
        PartyKind.PERSON,
        subject.born,
        ("de", "fr"),
        ("P 123", "X-9"),
        "1 Main Street Berlin",
    )


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("person", PartyKind.PERSON),
        ("Individual", PartyKind.PERSON),
        ("P", PartyKind.PERSON),
        ("natürliche Person", PartyKind.PERSON),
        ("Organization", PartyKind.ORGANISATION),
        ("company", PartyKind.ORGANISATION),
        ("Entity", PartyKind.ORGANISATION),
        ("LegalEntity", PartyKind.ORGANISATION),
        ("PublicBody", PartyKind.ORGANISATION),
        ("business", PartyKind.ORGANISATION),
        ("SHIP", PartyKind.VESSEL),
        ("Vessel", PartyKind.VESSEL),
        ("Airplane", PartyKind.AIRCRAFT),
        ("aircraft", PartyKind.AIRCRAFT),
        ("any", None),
        ("Thing", None),
        ("", None),
    ],
)
def test_kinds_have_many_words(word: str, kind: PartyKind | None) -> None:
    """Words of tables, of registers, and of FollowTheMoney, in any case."""
    subject, problems = make_subject("Vida", kind=word)
    assert (subject.kind, problems) == (kind, ())


@pytest.mark.parametrize("text", ["1980-04-03 00:00:00", "1980-04-03T00:00:00.000Z", "1980-4-3"])
def test_a_date_may_have_a_time_of_day(text: str) -> None:
    """As workbooks and Arrow write a date."""
    subject, problems = make_subject("Vida", born=text)
    assert (str(subject.born), problems) == ("1980-04-03", ())


def test_what_is_not_understood_is_left_out_and_told() -> None:
    """One country of two, the date and the kind are problems; the name is screened all the same."""
    subject, problems = make_subject("Vida", kind="vip", born="soon", country="Germany;Ruritania")
    assert subject == Subject("Vida", countries=("de",))
    assert [(p.field, p.value) for p in problems] == [
        ("kind", "vip"),
        ("born", "soon"),
        ("country", "Ruritania"),
    ]
    assert all(p.problem and p.remedy for p in problems)


def test_a_too_long_identifier_or_address_is_a_problem() -> None:
    """A free text in the wrong column is not compared."""
    subject, problems = make_subject("Vida", ids=["7" * 201, "8"], address="x" * 2001)
    assert (subject.ids, subject.address) == (("8",), "")
    assert [p.field for p in problems] == ["identifier", "address"]
    assert isinstance(problems[0], FieldProblem)


@pytest.mark.parametrize("name", ["", " \t\n", "---", "?", "\x00\u200b", "x" * (NAME_LIMIT + 1)])
def test_without_a_name_there_is_nothing_to_screen(name: str) -> None:
    """Nothing, marks alone, invisible characters alone, or a whole text."""
    with pytest.raises(TableRefused) as refusal:
        make_subject(name)
    assert refusal.value.where == "name"
    assert refusal.value.remedy


@pytest.mark.parametrize("name", ["", " ", "---"])
def test_an_identifier_is_enough_without_a_name(name: str) -> None:
    """A holding is known by its number; a name that cannot be read is still refused."""
    subject, problems = make_subject(name, ids=["CNE100000PM8"])
    assert (subject.name, subject.called, problems) == ("", "CNE100000PM8", ())
    with pytest.raises(TableRefused):
        make_subject("", ids=["--"])
    with pytest.raises(TableRefused):
        make_subject("x" * (NAME_LIMIT + 1), ids=["CNE100000PM8"])


def test_a_name_that_is_not_text_is_refused() -> None:
    """A byte that was not UTF-8 must not reach the output, which could not be written."""
    with pytest.raises(TableRefused):
        make_subject("M\udcfcller")


def test_names_of_every_script_keep_their_letters() -> None:
    """Joiners stay, for they are part of a Persian name."""
    for name in ("Ви́да О́рлак", "維達", "فیدا\u200cاورلک", "X Æ A-12", "Ørlåk"):
        assert make_subject(name)[0].name == name


@settings(deadline=None)
@given(st.text(), st.text(), st.text(), st.text(), st.text(), st.text())
def test_any_text_makes_a_subject_or_a_refusal(
    name: str, kind: str, born: str, country: str, number: str, address: str
) -> None:
    """No text at all makes anything else happen; every part left out is told."""
    try:
        subject, problems = make_subject(
            name, kind=kind, born=born, country=country, ids=[number], address=address
        )
    except TableRefused:
        return
    assert subject.name == " ".join(subject.name.split())
    assert (subject.born is None) <= (not born.strip() or "born" in {p.field for p in problems})
