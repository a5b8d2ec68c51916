"""What a list says of a party beyond names, numbers, places and dates."""

from __future__ import annotations

from dataclasses import dataclass

from ostraka.model.origin import Origin
from ostraka.model.terms import Term


class Topic(Term):
    """What a fact is about. There is deliberately no topic for ethnicity, religion or politics."""

    POSITION = "position", "Office or function the list gives, with its words."
    TITLE = "title", "Form of address or rank: Sheikh, General, Dr."
    ORGANISATION_TYPE = "organisation_type", "Branch of activity the list states."
    TARGET_TYPE = "target_type", "State-owned enterprise, government entity, financial institution."
    SECONDARY_SANCTIONS = (
        "secondary_sanctions",
        "Clause under which foreign persons who deal with the party are themselves exposed.",
    )
    TRANSACTIONS_PROHIBITED = (
        "transactions_prohibited",
        "Clause that extends the prohibition to entities owned or controlled by US financial "
        "institutions.",
        "31 CFR 510.214; 31 CFR 561.201",
    )
    ADDITIONAL_SANCTIONS = "additional_sanctions", "Additional sanctions information, as worded."
    DIRECTIVE = "directive", "Directive determination under E.O. 13662 or E.O. 14024, as worded."
    LICENCE_REQUIREMENT = "licence_requirement", "What needs a licence, in the entry's words."
    LICENCE_POLICY = "licence_policy", "How licence applications are reviewed, in its words."
    REASON = "reason", "Why the authority listed the party: an allegation by that authority."
    PROGRAMME_TAG = "programme_tag", "An additional programme tag."
    WEBSITE = "website", "Website."
    EMAIL = "email", "E-mail address."
    PHONE = "phone", "Telephone or fax number."
    VESSEL_TYPE = "vessel_type", "Type of a vessel."
    TONNAGE = "tonnage", "Deadweight tonnage of a vessel, in tonnes, as written."
    GROSS_TONNAGE = "gross_tonnage", "Gross registered tonnage of a vessel, as written."
    VESSEL_OWNER = "vessel_owner", "Owner of a vessel, by name."
    BUILT = "built", "Year or date a vessel or aircraft was built."
    AIRCRAFT_MODEL = "aircraft_model", "Model of an aircraft."
    AIRCRAFT_OPERATOR = "aircraft_operator", "Operator of an aircraft, by name."
    ISSUER = "issuer", "Issuer of a listed security, by name."
    CURRENCY = "currency", "Currency label of a wallet address, which lists often get wrong."
    DECEASED = "deceased", "The list says that the person has died."
    REMARK = "remark", "Text of the entry that no rule has understood."


@dataclass(frozen=True, slots=True)
class Fact:
    """One statement of a list about a party, in the list's words."""

    topic: Topic
    text: str
    origin: Origin


class Gender(Term):
    """Gender where, and only where, the list states it; used to weigh evidence on persons."""

    FEMALE = "female", "The list states female."
    MALE = "male", "The list states male."


@dataclass(frozen=True, slots=True)
class StatedGender:
    """A gender and where the list states it."""

    gender: Gender
    origin: Origin
