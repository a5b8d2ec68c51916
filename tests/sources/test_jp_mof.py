"""The Japanese list: sheets of many shapes, two scripts in a cell, days of notification."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ostraka.model.errors import SourceRefused
from ostraka.model.fact import Gender
from ostraka.model.identifier import Scheme
from ostraka.model.name import NameKind
from ostraka.model.party import Party, PartyKind
from ostraka.sources.intake import open_inputs
from ostraka.sources.jp_mof.births import read_births
from ostraka.sources.jp_mof.parse import parse
from ostraka.sources.reading import InputFile
from sources.workbook_samples import make_workbook

SHEET = "34.マリ共和国（個人）"
BASE = {
    "告示日付": "2014.8.21",
    "告示\n番号": "1",
    "日 本 語 表 記": "ゼータ・ゾルヴァン",
    "英 語 表 記": "ZETA ZORVAN",
}


def make_list(*rows: dict[str, str], sheet: str = SHEET) -> InputFile:
    headings = list(dict.fromkeys(key for row in ({**BASE}, *rows) for key in row))
    table = [[{**BASE, **row}.get(h, "") for h in headings] for row in rows]
    return make_workbook({"一覧": [["index"]], sheet: [["title"], headings, *table]})


def read(row: dict[str, str], sheet: str = SHEET) -> Party:
    (party,) = parse([make_list(row, sheet=sheet)]).parties
    return party


def names(party: Party) -> list[tuple[str, NameKind, str]]:
    return [(n.text, n.kind, n.language) for n in party.names]


def test_a_row_is_a_party_under_the_regime_of_its_sheet() -> None:
    """The Latin name leads, the Japanese one is an alias whose language is known."""
    party = read({"生 年 月 日": "1955年3月4日", "国　 籍": "マリ"})
    assert party.kind is PartyKind.PERSON
    assert names(party) == [
        ("ZETA ZORVAN", NameKind.PRIMARY, ""),
        ("ゼータ・ゾルヴァン", NameKind.ALIAS, "ja"),
    ]
    (listing,) = party.listings
    assert (listing.programme, listing.legal_basis[1]) == ("Mali", "UNSCR 2374 (2017)")
    assert [str(b) for b in party.born] == ["1955-03-04"]


def test_days_of_notification_are_acts() -> None:
    """The first lists, a day with 改訂 amends; a day that is none is said."""
    cell = "2014.8.21\n2015.1.23改訂\n200812.19改訂\n2020.2.28改正"
    parsed = parse([make_list({"告示日付": cell})])
    (listing,) = parsed.parties[0].listings
    assert [(a.kind.value, str(a.on)) for a in listing.acts] == [
        ("designate", "2014-08-21"),
        ("amend", "2015-01-23"),
        ("amend", "2020-02-28"),
    ]
    assert len(parsed.warnings) == 1


def test_a_row_without_names_is_a_removal_that_is_counted() -> None:
    """It says no more than a number and a day."""
    gone = {"告示日付": "2015.1.23削除", "日 本 語 表 記": "", "英 語 表 記": ""}
    parsed = parse([make_list({}, gone)])
    assert len(parsed.parties) == 1
    assert parsed.tallies["records"] == 2
    assert parsed.tallies["records of removed parties, which have no name"] == 1


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        (
            "(a)アブー・ゾル（Abu Zor）、\n（b）ゾル",
            ["Abu Zor", "アブー・ゾル", "ゾル"],
        ),
        ("A・ゾル\n (a.k.a.: A. Zor)", ["A・ゾル", "A. Zor"]),
        (
            "(a)ゾル・イ(b)ゾル・ロ (a.k.a.: (a)Zor I (b)Zor Ro)",
            ["ゾル・イ", "ゾル・ロ", "Zor I", "Zor Ro"],
        ),
        ("ゾル・ハ（1969年2月5日出生）", ["ゾル・ハ"]),
        ("不明", []),
        ("Zeta Zor; Zita Zor", ["Zeta Zor", "Zita Zor"]),
    ],
)
def test_aliases_of_two_scripts_in_a_cell_are_taken_apart(cell: str, expected: list[str]) -> None:
    """A Latin bracket is a name, a Japanese one a note; marks may be of full width."""
    assert [n.text for n in read({"別　　名": cell}).names][2:] == expected


def test_a_bracket_in_a_latin_name_spells_the_word_before_it_otherwise() -> None:
    """Of persons only; a bracket after the name of a body is its acronym."""
    latin = {"英 語 表 記": "Andrei (Andrey) ZORVAN (ZORWAN)"}
    assert [n.text for n in read(latin).names][:2] == ["Andrei ZORVAN", "Andrey ZORWAN"]
    body = read({"英 語 表 記": "Zorvan Bank (ZB)"}, sheet="30.ロシア連邦(特定銀行）")
    assert (body.name, body.kind) == ("Zorvan Bank (ZB)", PartyKind.ORGANISATION)


def test_the_original_script_of_a_latin_name_is_a_name() -> None:
    """It stands in a bracket behind it."""
    party = read({"英 語 表 記": "ZETA ZORVAN\n（original script：زيتا زورفان）"})
    assert (party.name, party.names[1].kind) == ("ZETA ZORVAN", NameKind.ORIGINAL_SCRIPT)


def test_weak_aliases_have_a_column_of_their_own() -> None:
    """確定に十分でない別名: not sufficient to identify."""
    party = read({"確定に十分でない別名": "ゾルおじさん（Uncle Zor）", "旧　称": "Zeta Quill"})
    kinds = {n.text: n.kind for n in party.names}
    assert kinds["Uncle Zor"] is NameKind.WEAK_ALIAS
    assert kinds["Zeta Quill"] is NameKind.FORMER


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("1955年3月4日", ["1955-03-04"]),
        ("1963年頃", ["circa 1963"]),
        (
            "(a)1955年-1958年頃\n(b)１945年",
            ["circa 1955-01-01 to 1958-12-31", "1945"],
        ),
        ("1973年から1974年までの間", ["1973-01-01 to 1974-12-31"]),
        ("1965年又は1966年", ["1965", "1966"]),
        ("1937-04-28", ["1937-04-28"]),
        ("おおむね30～35歳", []),
    ],
)
def test_births_are_read_as_japanese_writes_them(cell: str, expected: list[str]) -> None:
    """Also figures of full width."""
    assert [str(born) for born in read_births(cell)] == expected


@given(st.text())
def test_any_cell_of_births_is_read(cell: str) -> None:
    """And never a crash; nothing finer than the year is invented where no month stands."""
    assert all(born.first <= born.last for born in read_births(cell))


def test_a_mixed_sheet_tells_persons_by_cells_only_persons_have() -> None:
    """Even where those say that nothing is known."""
    mixed = "2.タリバーン関係者等"
    assert read({"生 年 月 日": "不明"}, sheet=mixed).kind is PartyKind.PERSON
    assert read({"旧　称": "不明"}, sheet=mixed).kind is PartyKind.ORGANISATION


def test_numbers_and_gender_are_read_and_special_sentences_are_not() -> None:
    """旅券番号 may be lettered; a sentence on a tribe goes, the next one stays."""
    party = read(
        {
            "旅　券　番　号": "(a)旅券番号D00008623\n(b)不明",
            "身分登録番号": "M6600000258472",
            "その他の情報": "性別は女性。クウックス部族に属する。商人である。船IMO9074729。",
        }
    )
    assert [(i.scheme, i.value) for i in party.identifiers] == [
        (Scheme.PASSPORT, "D00008623"),
        (Scheme.NATIONAL_ID, "M6600000258472"),
        (Scheme.IMO, "9074729"),
    ]
    assert [g.gender for g in party.genders] == [Gender.FEMALE]
    assert "クウックス" not in repr(party)
    assert "商人である" in repr(party)


def test_a_new_sheet_and_a_new_column_are_kept_and_said() -> None:
    """A column of religion is not kept."""
    parsed = parse([make_list({"色": "red", "宗教": "QUUX"}, sheet="39.ゼンダ（個人）")])
    (party,) = parsed.parties
    assert party.listings[0].programme == "ゼンダ(個人)"
    assert [f.text for f in party.facts] == ["色: red"]
    assert "QUUX" not in repr(parsed)
    assert len(parsed.warnings) == 3


def test_an_id_outlives_an_amendment() -> None:
    """It hangs on regime, kind and Latin name."""
    after = read({"告示日付": "2014.8.21\n2022.1.1改訂", "別　　名": "ゾル・イ"})
    assert read({}).id == after.id


@pytest.mark.parametrize(
    ("file", "problem"),
    [
        (make_workbook({"Sheet1": [["Name"], ["Zor"]]}), "no sheet has a column"),
        (make_workbook({"Sheet1": [["日本語表記", "英語表記"]]}), "no row of the workbook"),
    ],
)
def test_another_workbook_is_refused(file: InputFile, problem: str) -> None:
    """With what to do next."""
    with pytest.raises(SourceRefused, match=problem) as caught:
        parse([file])
    assert caught.value.remedy


@pytest.mark.shared
def test_the_real_workbook_is_read_whole(shared: Path) -> None:
    """The manifest gives no count: 35 sheets have a table, 558 numbered rows are removals."""
    parsed = parse(open_inputs([shared / "lists" / "jp_mof" / "economic-sanctions-2022-11-02"]))
    assert (parsed.tallies["records"], len(parsed.parties)) == (2718, 2160)
    assert parsed.tallies["sheets"] == 35
    assert len({p.id for p in parsed.parties}) == 2160
    assert all(p.listings[0].listed_on for p in parsed.parties)
    assert len(parsed.parts) == 20
    assert len(parsed.warnings) == 2


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("令和元年5月1日", ["2019-05-01"]),
        ("平成3年2月", ["1991-02"]),
        ("昭和３０年頃", ["circa 1955"]),
        ("20152", ["1955-03-04"]),
        ("1960年代", ["1960-01-01 to 1969-12-31"]),
        ("1960年代前半", ["circa 1960-01-01 to 1964-12-31"]),
        ("1955年3月4日_x000D_\n1957年", ["1955-03-04", "1957"]),
        ("（a）1955年又は1956年（b）1958年", ["1955", "1956", "1958"]),
    ],
)
def test_eras_decades_and_days_a_spreadsheet_counts_are_births(
    cell: str, expected: list[str]
) -> None:
    """A decade is never its first year."""
    assert [str(b) for b in read_births(cell)] == expected


def test_a_wallet_is_found_in_the_notes() -> None:
    """The list has no column for it."""
    wallet = "1BoatSLRHtKNngkdXEeobR76b53LETtpyT"
    party = read({"その他の情報": f"暗号資産アドレス（XBT）：{wallet}"})
    assert [(i.scheme, i.value) for i in party.identifiers] == [(Scheme.WALLET, wallet)]
