"""How a list is used whose publisher does not let everybody use it for everything."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ostraka.model.terms import Term


class Use(Term):
    """What a list that is free for non-commercial use only is used for, as its user says."""

    NON_COMMERCIAL = "non-commercial", "Under the terms that everybody is given."
    COMMERCIAL = "commercial", "Under a licence that its publisher gave this user."


@dataclass(frozen=True, slots=True, kw_only=True)
class Confirmation:
    """That a person said how a list is used, having been shown its terms.

    `terms` is the text that was shown and `terms_mark` the SHA-256 by which a later text is told
    from it. `licence` names the publisher's licence in the user's words, empty where the use is
    non-commercial.
    """

    source: str
    use: Use
    by: str
    on: date
    terms: str
    terms_mark: str
    licence: str = ""
