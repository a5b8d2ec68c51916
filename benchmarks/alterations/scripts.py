"""The name in the script it is natively written in, where the list gives it."""

from __future__ import annotations

from random import Random

from benchmarks.alterations.case import ListedName
from benchmarks.alterations.party_making import is_latin


def use_original_script(name: ListedName, random: Random) -> str:
    """Another name of the party, in another script, without any Latin letter; of two words or more
    or of two Han characters or more. Names of one word in other scripts are often nicknames."""
    native = [
        other
        for other in name.others
        if not is_latin(other)
        and not any(letter.isascii() and letter.isalpha() for letter in other)
        and (
            len(other.split()) > 1
            or "\u3400" <= other[0] <= "\u9fff"
            or "\uac00" <= other[0] <= "\ud7a3"
        )
    ]
    return random.choice(native) if native else ""
