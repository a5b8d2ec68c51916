"""What no reader keeps, whatever a list says: ethnicity, religion, political opinion, health."""

from __future__ import annotations

import re

_FIELDS = re.compile(
    r"ethnic|relig|politic|opinion|tribe|clan\b|caste|^race$|^racial|faith|denomination|"
    r"health|disab|disease|medical|sexual|orientation",
    re.IGNORECASE,
)
_SENTENCES = re.compile(
    r"\b(?:ethnic\w*|(?:sub-?)?tribes?|clan|religion|faith|caste|race|"
    r"political (?:opinion|affiliation|views?)|"
    r"amputat\w*|prosthe\w*|disab(?:led|ility)|diabet\w*|illness|disease|wheelchair|limps?|"
    r"(?:missing|lost)\b[^.]{0,20}\b(?:legs?|arms?|eyes?|hands?|fingers?))\b",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[^a-z])")


def is_special_field(name: str) -> bool:
    """Whether a column or element of that name holds a special category of personal data.

    Source: GDPR Art. 9(1); `ethnicity`, `religion` and `political` of FollowTheMoney.

    >>> is_special_field("Religion"), is_special_field("nationality")
    (True, False)
    """
    return bool(_FIELDS.search(name.replace("_", " ")))


def split_sentences(text: str) -> tuple[str, ...]:
    """The sentences of a text, roughly: abbreviations before a capital letter end one too."""
    return tuple(s for s in _SENTENCE_END.split(text.strip()) if s)


def without_special_sentences(text: str) -> str:
    """The text about a person without every sentence that speaks of a special category.

    A sentence too many is left out rather than one too few: remarks are for reading, not for
    matching, and nothing is lost that a screening needs.

    >>> without_special_sentences("Born in Ruritania. Belongs to Foo tribe. A merchant.")
    'Born in Ruritania. A merchant.'
    """
    return " ".join(s for s in split_sentences(text) if not _SENTENCES.search(s))
