"""Names as OFAC writes them: `FAMILY, Given` for persons, everything else in one piece."""

from __future__ import annotations

from ostraka.model.name import NameKind
from ostraka.sources.ofac.ledger import Ledger
from ostraka.sources.ofac.tables import load_scripts

LATIN = "Latn"
"""The ISO 15924 code of the script OFAC's names are in unless it says otherwise."""

_FORMER = "f.k.a."


def split_person_name(text: str) -> tuple[str, str]:
    """Family and given part of `FAMILY, Given`; two empty texts where no comma parts them.

    >>> split_person_name("DOE, Jane Q.")
    ('DOE', 'Jane Q.')
    >>> split_person_name("THE WIDGETEER")
    ('', '')
    """
    family, comma, given = text.partition(", ")
    return (family.strip(), given.strip()) if comma else ("", "")


def join_person_name(family: str, given: str) -> str:
    """The full name in OFAC's order, from the parts the XML shapes state.

    >>> join_person_name("DOE", "Jane Q.")
    'DOE, Jane Q.'
    """
    return ", ".join(part for part in (family, given) if part)


def find_script(word: str, uid: str, ledger: Ledger) -> str:
    """The ISO 15924 code of a script as OFAC calls it; empty, with a warning, where unknown."""
    code = load_scripts().get(word, "")
    if word and not code:
        ledger.note(f"the script {word!r} is unknown; the name is kept without", uid)
    return code


def find_name_kind(alias_type: str, *, primary: bool, weak: bool, script: str) -> NameKind:
    """What a name is, from what the Advanced and Enhanced shapes say of it.

    Quality comes first: a weak alias stays one in every script.
    """
    if weak:
        return NameKind.WEAK_ALIAS
    if script not in {"", LATIN}:
        return NameKind.ORIGINAL_SCRIPT
    if primary:
        return NameKind.PRIMARY
    return NameKind.FORMER if alias_type.casefold() == _FORMER else NameKind.ALIAS
