"""Names as a list spells them."""

from __future__ import annotations

from dataclasses import dataclass

from ostraka.model.origin import Origin
from ostraka.model.terms import Term


class NameKind(Term):
    """What a name is to its party."""

    PRIMARY = "primary", "The name the list leads with."
    ALIAS = "alias", "Also known as: another name of good quality."
    WEAK_ALIAS = (
        "weak_alias",
        "A broad or generic alias that alone would stop too many; kept to confirm a match, and "
        "alerting only when the user asks for it.",
        "OFAC FAQ 122-125",
    )
    FORMER = "former", "Formerly known as: a name the party no longer uses."
    ORIGINAL_SCRIPT = "original_script", "The name in the script it is natively written in."


@dataclass(frozen=True, slots=True)
class Name:
    """One name of a party: the text exactly as the list spells it.

    `script` is an ISO 15924 code and `language` an ISO 639-1 code where the list states them,
    otherwise empty. Given and family part are filled only where the list separates them.
    """

    text: str
    kind: NameKind
    origin: Origin
    script: str = ""
    language: str = ""
    given: str = ""
    family: str = ""
