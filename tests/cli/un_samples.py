"""Small files in the shape of the United Nations list, with invented parties."""

from __future__ import annotations

from pathlib import Path

PEOPLE = {
    "101": ("ORUK", "VANDALE", "2016-11-30"),
    "102": ("MIRA", "QUELLHORST", "2017-06-02"),
    "103": ("TOBEN", "ASKARI-ZELL", "2018-01-09"),
}
PERSON = """\
    <INDIVIDUAL>
      <DATAID>{key}</DATAID>
      <VERSIONNUM>1</VERSIONNUM>
      <FIRST_NAME>{first}</FIRST_NAME>
      <SECOND_NAME>{second}</SECOND_NAME>
      <UN_LIST_TYPE>DPRK</UN_LIST_TYPE>
      <REFERENCE_NUMBER>KPi.{key}</REFERENCE_NUMBER>
      <LISTED_ON>{listed_on}</LISTED_ON>
      <NATIONALITY><VALUE>Democratic People's Republic of Korea</VALUE></NATIONALITY>
      <LIST_TYPE><VALUE>UN List</VALUE></LIST_TYPE>
      <INDIVIDUAL_DATE_OF_BIRTH>
        <TYPE_OF_DATE>EXACT</TYPE_OF_DATE>
        <DATE>1953-08-02</DATE>
      </INDIVIDUAL_DATE_OF_BIRTH>
    </INDIVIDUAL>
"""


def make_un_file(path: Path, published: str, keys: str) -> Path:
    """A whole list published on that day, with the people of those keys."""
    people = "".join(
        PERSON.format(key=key, first=first, second=second, listed_on=listed_on)
        for key, (first, second, listed_on) in PEOPLE.items()
        if key in keys.split()
    )
    path.write_text(
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<CONSOLIDATED_LIST dateGenerated="{published}T00:00:01.234Z">\n'
        f"  <INDIVIDUALS>\n{people}  </INDIVIDUALS>\n  <ENTITIES/>\n</CONSOLIDATED_LIST>\n",
        encoding="utf-8",
    )
    return path
