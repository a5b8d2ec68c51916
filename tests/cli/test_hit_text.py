"""Screening results as a person reads them."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from cli.answer_samples import CLOSE, ENGINE, EQUAL, FOUND, NOT_FOUND, STATED, UNSTATED
from ostraka.cli.hit_text import write_answer
from ostraka.cli.wording import describe_since
from ostraka.model.hit import Closeness
from ostraka.model.listing import Act, ActKind, ListingClass
from ostraka.model.snapshot import Engine
from ostraka.model.subject import Subject

PAGE = """\
Oruk Vandal
  1 possible match

  0.97  Oruk VANDALE  (person, demo:7)
        matched by  VANDALE, Oruk
        list        Office of Invented Lists (demo), programme INVENTED-1
        class       asset freeze: Property is blocked and dealings are prohibited for those bound.
        since       listed on 2021-12-10, as the list states
        why         +0.97 name: the names are nearly the same
        probability 24.00% true match, by the share you expect (weight of evidence +2.5)
        change      A date of birth outside 1950-1956 would take it below the threshold.
        linked to   demo:8

  close, not equal: review

  0.71  Vandale Works  (kind not stated, us_ofac_sdn:12)
        list        Office of Invented Lists (us_ofac_sdn)
        class       investment: Trading in the party's securities or debt is restricted; other \
dealings are not.
        since       the list states no date; first seen on the list published 2021-12-10, absent \
from the one published 2021-12-09; divest by 2022-12-10
        review      the entry names a group
        why         +0.97 name: the names are nearly the same

Mira Quell
  nothing found on the lists held: demo (published 2021-12-10)

Lists held: demo (published 2021-12-10).
Known lists not held: un_sc.
Known lists this version cannot read yet: xx_gazette.
Weak aliases were not looked at by themselves: --weak-aliases looks at them too.
A possible match is not a finding: compare what is known, then decide."""


def test_every_query_has_its_block_and_the_lists_come_last() -> None:
    """Who may match, why, on which list, since when; then what the answer rests on."""
    assert _plain(ENGINE) == PAGE


def test_a_name_alone_is_said_to_be_alone() -> None:
    """Name-only hits are the weakest; the reader is told what would strengthen or refute them."""
    alone = replace(FOUND, subject=Subject("Oruk Vandal"))
    advice = "Compared by name alone: --born, --country, --id and --kind add evidence."
    assert write_answer(ENGINE, [alone])[-1] == advice
    assert advice not in write_answer(ENGINE, [alone, FOUND])
    assert advice not in write_answer(ENGINE, [NOT_FOUND])


def test_a_variant_of_the_name_stands_with_the_possible_matches() -> None:
    """Only what is near but not the name is set apart for review."""
    variant = replace(FOUND, hits=(replace(EQUAL, closeness=Closeness.VARIANT),))
    text = "\n".join(write_answer(ENGINE, [variant]))
    assert "1 possible match" in text
    assert "close, not equal" not in text


def test_lists_read_back_and_stale_ones_are_named() -> None:
    """What an answer takes on trust is said in it."""
    engine = replace(ENGINE, reconstructed=("demo",), allow_stale_days=400, not_held=())
    assert _plain(engine).splitlines()[-4:] == [
        "Lists held: demo (published 2021-12-10, a later snapshot read back to 2026-11-22 by its "
        "own listing dates: not complete, whoever had left the list since is missing).",
        "Lists last checked up to 400 days ago were accepted.",
        "Weak aliases were not looked at by themselves: --weak-aliases looks at them too.",
        "A possible match is not a finding: compare what is known, then decide.",
    ]


def test_a_limit_says_what_it_cut_off() -> None:
    """Ten of forty-three must not look like ten."""
    cut = replace(FOUND, found=43)
    line = "  2 of 43 possible matches shown; --limit 43 shows all"
    assert line in write_answer(ENGINE, [cut])
    assert line not in write_answer(ENGINE, [FOUND])


def test_every_listing_has_its_own_class() -> None:
    """A blocked party that is also refused a visa shows both, and what a class means once."""
    visa = replace(UNSTATED, listing_class=ListingClass.VISA)
    hit = replace(EQUAL, listings=(STATED, visa, STATED))
    lines = write_answer(ENGINE, [replace(FOUND, hits=(hit,))])
    classes = [line.removeprefix("        class       ") for line in lines if " class " in line]
    assert classes == [
        f"asset freeze: {ListingClass.ASSET_FREEZE.meaning}",
        f"visa: {ListingClass.VISA.meaning}",
        "asset freeze",
    ]


def test_a_name_cannot_write_to_the_terminal() -> None:
    """Control marks and marks that reorder the text after them are shown as escapes."""
    evil = replace(FOUND, hits=(replace(CLOSE, name="A\x1b[2J\u202eB", matched_name="A"),))
    line = next(x for x in write_answer(ENGINE, [evil]) if "0.71" in x)
    assert "A\\x1b[2J\\u202eB" in line


def test_an_end_is_told_and_a_first_snapshot_admits_what_it_cannot_know() -> None:
    """First seen without an earlier list is not a date of listing."""
    assert describe_since(replace(UNSTATED, last_absent=None, dates=())) == (
        "the list states no date; first seen on the list published 2021-12-10, "
        "no earlier list is held"
    )
    assert describe_since(replace(UNSTATED, first_seen=None, dates=())) == "the list states no date"


def test_a_removal_is_told() -> None:
    """A listing that ended says when."""
    acts = (*STATED.acts, Act(ActKind.REMOVE, STATED.origin, on=date(2023, 1, 2)))
    assert describe_since(replace(STATED, acts=acts)) == (
        "listed on 2021-12-10, as the list states; ended on 2023-01-02"
    )


def _plain(engine: Engine) -> str:
    return re.sub(r"\x1b\[\d*m", "", "\n".join(write_answer(engine, [FOUND, NOT_FOUND])))
