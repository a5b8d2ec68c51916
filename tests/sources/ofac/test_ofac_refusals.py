"""Files that cannot be the list they are given as, and what the user is told."""

from __future__ import annotations

import pytest

from ostraka.model.errors import SourceRefused
from ostraka.sources.reading import InputFile
from sources.ofac.ofac_samples import (
    LEGACY_NAMESPACE,
    NEW_LEGACY_NAMESPACE,
    Row,
    entry,
    legacy_xml,
    primary,
    read,
    table,
)
from sources.ofac.widget_in_four_shapes import ENHANCED, ENHANCED_NAMESPACE, SHAPES

CMIC = Row(programmes="CMIC-EO13959")
BLOCKED = Row(programmes="SDGT")
ALIASES = table("alt.csv", '101,1,"aka","COG WORKS",-0- ')
ADDRESSES = table("add.csv", '101,2,"1 Cog Lane","Cogton","Togo",-0- ')


def _refusal(key: str, *files: InputFile) -> SourceRefused:
    with pytest.raises(SourceRefused) as caught:
        read(key, *files)
    return caught.value


@pytest.mark.parametrize("shape", sorted(SHAPES))
def test_the_consolidated_list_is_not_the_sdn_list(shape: str) -> None:
    """As SDN its investment bans would become asset freezes."""
    refusal = _refusal("us_ofac_sdn", *SHAPES[shape])
    assert refusal.problem == (
        "this is OFAC's consolidated (non-SDN) list, not the SDN list: 1 entries belong to the "
        "former only, 0 to the latter"
    )
    assert refusal.remedy == "Import it as us_ofac_cons."


@pytest.mark.parametrize(
    "files", [(primary(BLOCKED),), (legacy_xml(entry()),)], ids=["csv", "legacy"]
)
def test_the_sdn_list_is_not_the_consolidated_list(files: tuple[InputFile, ...]) -> None:
    """As consolidated its asset freezes would become a status."""
    refusal = _refusal("us_ofac_cons", *files)
    assert refusal.remedy == "Import it as us_ofac_sdn."


def test_a_few_entries_of_the_other_list_are_normal() -> None:
    """Parties on both lists carry the programmes of both."""
    rows = [CMIC, Row(uid="102", programmes="NS-PLC"), Row(uid="103", programmes="SDGT")]
    assert len(read("us_ofac_cons", primary(*rows)).parties) == 3


@pytest.mark.parametrize("file", [ALIASES, ADDRESSES], ids=["aliases", "addresses"])
def test_a_part_of_the_set_is_not_the_list(file: InputFile) -> None:
    """The entries stand in the file with twelve columns."""
    refusal = _refusal("us_ofac_sdn", file)
    assert refusal.problem.startswith("the file of the entries is missing: ")
    assert refusal.remedy == "Import it together with sdn.csv, the file with 12 columns."


def test_an_alias_file_of_the_other_list_is_refused() -> None:
    """Its uids are not among the entries."""
    refusal = _refusal("us_ofac_sdn", primary(BLOCKED), table("x", '9,1,"aka","COG",-0- '))
    assert (refusal.where, refusal.problem) == (
        "x",
        "1 of the 1 uids in this file are not among the entries: it is of another list or "
        "publication, or the file of the entries is cut",
    )


@pytest.mark.parametrize(
    ("rows", "problem"),
    [
        ([BLOCKED.text, BLOCKED.text], "line 2 repeats the uid 101"),
        ([BLOCKED.text, "," + BLOCKED.text.partition(",")[2]], "line 2 does not begin with a uid"),
        ([BLOCKED.text, Row(uid="102", name="-0- ").text], "line 2 has no name for the uid 102"),
        ([BLOCKED.text, BLOCKED.text + ",1", BLOCKED.text], "line 2 has 13 columns, not 12"),
    ],
)
def test_a_bad_entry_refuses_the_file(rows: list[str], problem: str) -> None:
    """A list with a party less would answer "nothing found" for that party."""
    refusal = _refusal("us_ofac_sdn", table("sdn.csv", *rows))
    assert (refusal.where, refusal.problem) == ("sdn.csv", problem)


def test_a_file_cut_in_the_middle_of_a_row_is_refused() -> None:
    """Every party after the cut would be missing."""
    data = primary(BLOCKED, Row(uid="102"), Row(uid="103")).data
    refusal = _refusal("us_ofac_sdn", InputFile("sdn.csv", data[:-40] + b"\x1a"))
    assert refusal.problem.startswith("the file is cut short or damaged")


@pytest.mark.parametrize(
    "files",
    [
        (*SHAPES["csv"], *SHAPES["legacy"]),
        (*SHAPES["enhanced"], *SHAPES["legacy"]),
        (primary(CMIC), primary(CMIC, name="other.csv")),
    ],
    ids=["csv and xml", "two xml", "two csv"],
)
def test_two_publications_at_once_are_refused(files: tuple[InputFile, ...]) -> None:
    """Neither of them could be told to be the right one."""
    assert "one" in _refusal("us_ofac_cons", *files).remedy


def test_a_schema_beside_the_list_is_passed_over() -> None:
    """OFAC publishes XML.xsd beside XML."""
    schema = InputFile("XML.xsd", b"<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema'/>")
    assert len(read("us_ofac_sdn", schema, legacy_xml(entry())).parties) == 1
    assert _refusal("us_ofac_sdn", schema).problem == "this is a schema, not a list"


@pytest.mark.parametrize(
    "data",
    [
        ENHANCED.data.replace(b'<entity id="7001">', b'<entity id="7001" action="add">'),
        ENHANCED.data.replace(
            ENHANCED_NAMESPACE.encode(), b"https://www.treasury.gov/ofac/DeltaFile/1.0"
        ),
    ],
)
def test_a_file_of_changes_is_not_a_list(data: bytes) -> None:
    """Read as a list it would remove every party it does not name."""
    refusal = _refusal("us_ofac_cons", InputFile("2031-01-02_delta.xml", data))
    assert refusal.problem == "this is a file of changes (delta), not a whole list"


def test_other_xml_is_refused_with_its_root() -> None:
    """The message names what was found."""
    refusal = _refusal("us_ofac_sdn", InputFile("x.xml", b"<CONSOLIDATED_LIST/>"))
    assert refusal.problem == (
        "the XML has the root element <CONSOLIDATED_LIST>, which no list of OFAC has"
    )


def test_other_tables_are_refused_with_their_columns() -> None:
    """The fixed-width and delimited variants are not read, and that is said."""
    refusal = _refusal("us_ofac_sdn", table("SDN.PIP", "101|WIDGET WORKS|x", end=""))
    assert refusal.problem.startswith("this is none of the files of OFAC's CSV set: it has 1 ")


def test_no_file_is_refused() -> None:
    """An empty folder is told as such."""
    assert _refusal("us_ofac_sdn").problem == "there is no file"


@pytest.mark.parametrize(
    ("namespace", "warnings"),
    [
        (LEGACY_NAMESPACE, 0),
        (LEGACY_NAMESPACE.replace("http:", "https:"), 0),
        (NEW_LEGACY_NAMESPACE, 0),
        ("http://widget.example/sdn", 1),
    ],
)
def test_a_new_namespace_is_read_and_told(namespace: str, warnings: int) -> None:
    """OFAC changed its namespaces in 2024 without changing what is in them."""
    parsed = read("us_ofac_sdn", legacy_xml(entry(), namespace=namespace))
    assert (len(parsed.parties), len(parsed.warnings)) == (1, warnings)


def test_the_same_uid_twice_is_refused() -> None:
    """Two parties with one key would shadow one another."""
    refusal = _refusal("us_ofac_sdn", legacy_xml(entry(), entry()))
    assert refusal.problem == "the uid 101 stands in the file twice"


@pytest.mark.parametrize(
    "bad",
    [
        "<sdnEntry><lastName>COG</lastName><sdnType>Entity</sdnType></sdnEntry>",
        "<sdnEntry><uid>9</uid><sdnType>Entity</sdnType></sdnEntry>",
    ],
    ids=["no uid", "no name"],
)
def test_an_entry_without_uid_or_name_is_refused(bad: str) -> None:
    """Neither can be made up."""
    refusal = _refusal("us_ofac_sdn", legacy_xml(entry(), bad))
    assert refusal.remedy == "The file is damaged or edited; download it again."


def test_a_header_without_date_is_refused() -> None:
    """The date decides which list is in force."""
    file = legacy_xml(entry())
    refusal = _refusal(
        "us_ofac_sdn", InputFile("x", file.data.replace(b"01/02/2031", b"31/12/2031"))
    )
    assert refusal.problem == "the date of publication '31/12/2031' is not of the form mm/dd/yyyy"


LACKS_THE_MARK = (
    "the file lacks the mark (byte 0x1A) with which OFAC ends its CSV files: it is cut, or was "
    "written anew by another program"
)


@pytest.mark.parametrize("kept", [1, 2, 3])
def test_a_file_cut_at_the_end_of_a_line_is_refused(kept: int) -> None:
    """`head -n 9000 sdn.csv` leaves whole rows only, and no end mark."""
    lines = primary(BLOCKED, Row(uid="102"), Row(uid="103")).data.splitlines(keepends=True)
    refusal = _refusal("us_ofac_sdn", InputFile("sdn.csv", b"".join(lines[:kept])))
    assert (refusal.where, refusal.problem) == ("sdn.csv", LACKS_THE_MARK)


ROWS = [Row(uid=str(uid)) for uid in range(101, 201)]


def _addresses(*uids: str) -> InputFile:
    return table("add.csv", *(f'{uid},1,-0- ,-0- ,"Iran",-0- ' for uid in uids))


def _aliases(*uids: str) -> InputFile:
    return table("alt.csv", *(f'{uid},{n},"aka","COG",-0- ' for n, uid in enumerate(uids)))


def test_side_files_of_another_publication_are_refused() -> None:
    """More than two in a hundred of their uids are no entries, or of the entries have no row."""
    uids = [row.uid for row in ROWS]
    files = [primary(*ROWS), _aliases(*uids[:90], "1", "2", "3"), _addresses(*uids)]
    assert _refusal("us_ofac_sdn", *files).problem == (
        "3 of the 93 uids in this file are not among the entries: it is of another list or "
        "publication, or the file of the entries is cut"
    )
    refusal = _refusal("us_ofac_sdn", primary(*ROWS), _addresses(*uids[3:]))
    assert (refusal.where, refusal.problem) == (
        "add.csv",
        "3 of the 100 entries have no row in this file, which has one for each: it is of another "
        "publication, or cut",
    )
    assert len(read("us_ofac_sdn", primary(*ROWS), _addresses(*uids[2:])).parties) == 100
