"""One party as a person reads it."""

from __future__ import annotations

import re
from dataclasses import replace

from cli.party_samples import PARTY, SNAPSHOT
from ostraka.cli.party_text import write_party
from ostraka.model.party import Party

PAGE = """\
Oruk VANDALE  (person)
demo:7, record designations.yml:7, as published 2021-12-10 (snapshot ffffffffffff)

Listings
  Office of Invented Lists (demo), programme INVENTED-1
    class  asset freeze: Property is blocked and dealings are prohibited for those bound.
    since  listed on 2021-12-10, as the list states
    basis  Order 1
    act    designate, 2021-12-10, Gazette 5
    clause subsidiaries: and its subsidiaries
    read in designations.yml:7

Names
  Oruk VANDALE (primary)  <- designations.yml:7 as 'Oruk Vandale'
  Орук Вандале (original script, Cyrl, ru)  <- designations.yml:7

Born
  1953-08  <- designations.yml:7

Place of birth
  Base (aq)  <- designations.yml:7

Gender
  male  <- designations.yml:7

Countries
  aq (nationality)  <- designations.yml:7

Identifiers
  Passport: P 123 (aq, expires 1953-08)  <- designations.yml:7

Addresses
  1 Snow Road, Base  <- designations.yml:7

Relations
  owns Vandale Works [demo:8], 50 to 100 %  <- designations.yml:7
  formerly leads Snow Bureau  <- designations.yml:7

What else the list says
  position: Director of Snow  <- designations.yml:7"""


def test_every_section_that_has_something_to_say_is_shown() -> None:
    """And each value with the record it was read in."""
    assert _plain(PARTY) == PAGE


def test_the_heading_is_the_name_that_hits_show() -> None:
    """Given name first; the listed spelling stands beneath it, and what the files lacked."""
    listed = replace(PARTY.names[0], text="VANDALE, Oruk")
    lines = write_party(
        replace(PARTY, names=(listed,)), replace(SNAPSHOT, omits=("aliases", "names.script"))
    )
    assert [re.sub(r"\x1b\[\d*m", "", line) for line in lines[:4]] == [
        "Oruk VANDALE  (person)",
        "listed as VANDALE, Oruk",
        "demo:7, record designations.yml:7, as published 2021-12-10 (snapshot ffffffffffff)",
        "This snapshot was read without aliases: other spellings are not found.",
    ]


def test_a_section_without_content_is_left_out() -> None:
    """No heading over nothing."""
    bare = replace(
        PARTY,
        identifiers=(),
        addresses=(),
        countries=(),
        born=(),
        birth_places=(),
        genders=(),
        relations=(),
        facts=(),
    )
    headings = [line for line in _plain(bare).splitlines()[2:] if line and line[0] != " "]
    assert headings == ["Listings", "Names"]


def _plain(party: Party) -> str:
    return re.sub(r"\x1b\[\d*m", "", "\n".join(write_party(party, SNAPSHOT)))
