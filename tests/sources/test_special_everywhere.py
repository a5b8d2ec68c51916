"""Every list that can be read, with entities that have what no reader may keep."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from ostraka.sources.reading import InputFile
from ostraka.sources.registry import load_bundled, load_parser, load_sources
from sources.act_samples import make_act, make_annex, make_rows
from sources.eu_samples import make_fsf_entity, make_fsf_name, make_fsf_xml, make_journal
from sources.list_samples import make_table
from sources.ofac import widget_in_four_shapes as widget
from sources.ofac.ofac_samples import Row, primary
from sources.test_au_dfat import make_list as make_australian
from sources.test_ca_sema import make_file as make_canadian
from sources.test_ch_seco import PERSON as SWISS_PERSON
from sources.test_ch_seco import make_list as make_swiss
from sources.test_jp_mof import make_list as make_japanese
from sources.test_special import CSL_LIST, OWN_TABLE, UN_LIST
from sources.test_special import TELLTALE as TELL
from sources.test_ua_nsdc import make_register
from sources.uk_samples import (
    CONLIST_COLUMNS,
    UKSL_COLUMNS,
    make_conlist,
    make_designation,
    make_uksl_csv,
    make_uksl_xml,
)
from sources.us_agencies.agency_samples import (
    DPL_COLUMNS,
    ENTITY_COLUMNS,
    MEU_COLUMNS,
    WRO_COLUMNS,
    make_page,
    make_supplement,
    make_text,
)
from sources.us_agencies.agency_samples import make_table as make_html

SENTENCE = f"Trader. Belongs to the {TELL} tribe. Follows the religion of {TELL}."
ENTITY = {
    "id": "NK-1",
    "schema": "Person",
    "target": True,
    "properties": {
        "name": ["Zeta Zorvan"],
        **{name: [TELL] for name in ("ethnicity", "religion", "political", "health")},
        "notes": [SENTENCE],
    },
}
PEOPLE = ("", "Name", "Identifying information", "Reasons", "Date of listing")


def _special(file: InputFile) -> InputFile:
    """A file of OFAC's whose item on a ticker is one on ethnicity instead."""
    data = file.data.replace(b"Equity Ticker", b"Ethnicity").replace(b"001234 XX", TELL.encode())
    return InputFile(file.name, data)


def _bundled_with_religion() -> InputFile:
    (file,) = load_bundled("us_state_7031c")
    lines = file.data.decode().splitlines()
    start = next(n for n, line in enumerate(lines) if line.startswith("name,"))
    made = [f"{lines[start]},religion", f"{lines[start + 1]},{TELL}"]
    return InputFile(file.name, "\n".join([*lines[:start], *made, ""]).encode())


CASES: dict[str, list[Callable[[], InputFile]]] = {
    "us_ofac_sdn": [
        lambda: primary(Row(kind="individual", remarks=f"Ethnicity {TELL}; a {TELL} tribe."))
    ],
    "us_ofac_cons": [
        lambda: _special(widget.CSV_SET[0]),
        lambda: _special(widget.LEGACY),
        lambda: _special(widget.ADVANCED),
        lambda: _special(widget.ENHANCED),
    ],
    "us_trade_csl": [lambda: CSL_LIST],
    "us_bis_entity": [
        lambda: make_supplement(
            4,
            (*ENTITY_COLUMNS, "Religion"),
            ("RURITANIA", "Zorvan, 1 Quay.", "All items.", "Denial", "84 FR 1, 10/9/19.", TELL),
        )
    ],
    "us_bis_denied": [
        lambda: make_text(
            (*DPL_COLUMNS, "Ethnicity"),
            ("ZORVAN", "1 Quay", *[""] * 4, "01/02/2020", "", "Y", "", "", "85 FR 1", TELL),
            delimiter="\t",
            name="dpl.txt",
        )
    ],
    "us_bis_meu": [
        lambda: make_supplement(
            7,
            (*MEU_COLUMNS, "Religion"),
            ("RURITANIA", "Zorvan, 1 Quay.", "85 FR 1, 12/23/20.", TELL),
        )
    ],
    "us_fcc_covered": [
        lambda: make_page(
            make_html(
                (
                    "Covered Equipment or Services",
                    "Date of Inclusion on Covered List",
                    "Religion",
                ),
                ("Equipment produced by <b>Zorvan Works</b>", "March 12, 2021", TELL),
            )
        )
    ],
    "us_dhs_uflpa": [
        lambda: make_page(
            make_html(
                ("Name of Entity", "Effective Date", "Ethnicity"),
                ("Zorvan Works", "June 21, 2022", TELL),
            )
        )
    ],
    "us_cbp_wro": [
        lambda: make_text(
            (*WRO_COLUMNS, "Religion"),
            ("WRO", "01/02/2020", "Ruritania", "Fish", "Fish", "Zorvan", "Active", "", TELL),
        )
    ],
    "us_dod_1260h": [
        lambda: make_text(
            ("name", "start", "citation", "religion"),
            ("Zorvan Works", "2022-10-05", "87 FR 1", TELL),
        )
    ],
    "us_state_7031c": [_bundled_with_religion],
    "gb_uksl": [
        lambda: make_uksl_csv(
            {"Other Information": SENTENCE, "Religion": TELL}, columns=(*UKSL_COLUMNS, "Religion")
        ),
        lambda: make_uksl_xml(make_designation(f"<Ethnicity>{TELL}</Ethnicity>")),
    ],
    "gb_ofsi_conlist": [
        lambda: make_conlist(
            {"Other Information": SENTENCE, "Ethnicity": TELL},
            columns=(*CONLIST_COLUMNS, "Ethnicity"),
        )
    ],
    "eu_fsf": [
        lambda: make_fsf_xml(
            make_fsf_entity(
                f"<remark>{SENTENCE}</remark>", names=make_fsf_name("Zorvan", religion=TELL)
            )
        )
    ],
    "eu_journal": [
        lambda: make_journal({"schema": "Person", "ethnicity": TELL, "religion": TELL}),
        lambda: make_act(
            make_annex(
                "I",
                '<p class="title-gr-seq-level-2">Persons</p>',
                make_rows(PEOPLE, ["1.", "Zorvan", f"Ethnicity: {TELL}", SENTENCE, "1.1.2020"]),
            ),
            celex="02014R0269",
        ),
    ],
    "un_sc": [lambda: UN_LIST],
    "ca_sema": [lambda: make_canadian({"Country": "Iran", "LastName": "ZORVAN", "Religion": TELL})],
    "au_dfat": [lambda: make_australian({"Religion": TELL}, more=("Religion",))],
    "jp_mof": [lambda: make_japanese({"宗教": TELL, "民族": TELL})],
    "ch_seco": [
        lambda: make_swiss(
            SWISS_PERSON.replace("QUUX", TELL).replace(
                "</individual>", f"<religion>{TELL}</religion></individual>"
            )
        )
    ],
    "ua_nsdc": [lambda: make_register({"Релігія": TELL}, more=("Релігія",))],
    "opensanctions": [
        lambda: InputFile("entities.ftm.json", json.dumps(ENTITY).encode() + b"\n"),
        lambda: make_table(
            f"id,schema,name,dataset,religion\nNK-1,Person,Zeta Zorvan,x,{TELL}\n",
            "targets.simple.csv",
        ),
    ],
    "custom": [lambda: OWN_TABLE],
}
EACH = [(key, make) for key, makers in CASES.items() for make in makers]


@pytest.mark.parametrize(("key", "make"), EACH, ids=[key for key, _ in EACH])
def test_nothing_of_a_special_category_is_left(key: str, make: Callable[[], InputFile]) -> None:
    """Parties come out, and the word stands in none of them, nor in a warning."""
    parsed = load_parser(key)([make()])
    assert parsed.parties
    assert TELL not in repr(parsed)


def test_every_list_is_tried() -> None:
    """But for the bundled one, whose shape is ours and which has no such field."""
    assert load_sources().keys() - CASES.keys() == {"demo"}
