"""What a column of a table of subjects can hold."""

from __future__ import annotations

from ostraka.model.terms import Term


class Field(Term):
    """What the screening takes from a row; every other column is left unread."""

    ID = "id", "The user's own key: copied through, never evidence, need not be unique."
    NAME = "name", "The whole name."
    FIRST_NAME = "first_name", "Given name, joined with the other parts where no name is given."
    MIDDLE_NAME = "middle_name", "Middle name or patronymic."
    LAST_NAME = "last_name", "Family name."
    KIND = "kind", "Person, organisation, vessel or aircraft."
    BORN = "born", "Date of birth, or a part of it."
    COUNTRY = "country", "Nationality, residence or seat: names or codes, separated by ;"
    IDENTIFIER = "identifier", "Passport, register, tax or other numbers, separated by ;"
    SECURITY = (
        "security",
        "ISIN or ticker of a security, or LEI of its issuer: enough without a name.",
    )
    ADDRESS = "address", "Postal address on one line."
    BIRTH_PLACE = "birth_place", "Place of birth, a town or a region."
    GENDER = "gender", "Female or male, as stated; anything else is left unread."
    PRODUCT = "product", "The user's word for the business: chooses a segment of a policy."


NAME_PARTS = (Field.FIRST_NAME, Field.MIDDLE_NAME, Field.LAST_NAME)
"""The parts of a name, in the order they are joined."""

NUMBERS = (Field.IDENTIFIER, Field.SECURITY)
"""Fields whose values are identifiers."""

SEVERAL = (Field.COUNTRY, *NUMBERS)
"""Fields that may stand in several columns, all of which are read."""
