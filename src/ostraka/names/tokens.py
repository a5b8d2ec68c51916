"""What a name is made of once it is prepared for comparison."""

from __future__ import annotations

from dataclasses import dataclass

from ostraka.model.terms import Term


class TokenRole(Term):
    """What a word does in a name. The matcher weighs words by it."""

    WORD = "word", "A word that carries the name."
    GIVEN = "given", "A common given name, or a spelling or short form of one."
    PARTICLE = "particle", "A word that joins others: al, bin, de, van, of, and."
    TITLE = "title", "A form of address, a rank or the prefix of a ship: Dr, Sheikh, M/V."
    LEGAL_FORM = "legal_form", "A legal form, by its class: Limited and Ltd are both ltd."
    GENERIC = "generic", "A word many organisations share: trading, group, ministry."
    NUMBER = "number", "A number."
    INITIAL = "initial", "A single Latin letter that stands for a name."
    PLACE = "place", "A country, nationality or city in an organisation's name."
    ACRONYM = "acronym", "The first letters of the words of an organisation's name."
    TRADE = "trade", "What an organisation does: trading, bank, shipping."


@dataclass(frozen=True, slots=True)
class Token:
    """One word of a name, folded: lower case, no diacritics, no punctuation.

    `text` of a legal form is its class, so that spellings of one class are equal. `groups` are ids
    of the classes the word belongs to: two tokens that share an id are spellings or short forms of
    one given name, or the same generic word in another spelling or language.

    `commonness` is how many of 100,000 people, or names of organisations, bear the word where it
    is usual: Kim 20,000, Zaitsev 200, 0 where no table knows it. Two tokens that are both known,
    differ and share no group are two names, be they one letter apart. Ids of spellings lie below
    1,000,000, of generic words from there, of cognates (another language's form) from 2,000,000, of
    short forms from 3,000,000, of syllables from 4,000,000, of places from 5,000,000.

    A `syllabic` word was read from a script of syllables: no letter of it is a slip. Of a
    `vowelless` one only the consonants are certain. A word of `descent` is the father's name,
    behind bin or ibn.
    """

    text: str
    role: TokenRole
    groups: tuple[int, ...] = ()
    commonness: int = 0
    syllabic: bool = False
    vowelless: bool = False
    descent: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a name, and how it came about ("as written", "romanised").

    `script` is the ISO 15924 code of the script of syllables the reading was romanised from (Hani,
    Hang, Kana), empty otherwise: two names romanised from one script are compared in that script.
    """

    tokens: tuple[Token, ...]
    how: str
    script: str = ""

    def __str__(self) -> str:
        return " ".join(token.text for token in self.tokens)
