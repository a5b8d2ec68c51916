"""What a listing forbids, to whom, and how sure the answer is."""

from __future__ import annotations

from ostraka.model.terms import Term


class Verdict(Term):
    """What follows for one actor and one activity on one day. Declared strictest first."""

    PROHIBITED = "prohibited", "Forbidden unless the authority licenses it."
    LICENCE_REQUIRED = "licence_required", "Forbidden without a licence of the authority."
    PRESUMED_PROHIBITED = (
        "presumed_prohibited",
        "Presumed forbidden; whoever does it has to rebut the presumption.",
        "Pub. L. 117-78 s.3",
    )
    EXPOSURE = (
        "exposure",
        "Not forbidden to this actor, who may be sanctioned for it: secondary sanctions.",
    )
    REPORT = "report", "Nothing may be done with what is held; it is frozen and reported."
    REVIEW = (
        "review",
        "The law or the facts leave it open, or the rule has not been verified at its source.",
    )
    NOT_BOUND = "not_bound", "This actor is not addressed."
    NONE_FOUND = "none_found", "No rule of the lists held restricts it."

    @property
    def strictness(self) -> int:
        """Rank among the verdicts, 0 the strictest."""
        return list(Verdict).index(self)


class Actor(Term):
    """Who acts."""

    US_PERSON = (
        "us_person",
        "Citizen, permanent resident, entity organised in the United States with its foreign "
        "branches, or anybody in the United States.",
    )
    US_OWNED_FOREIGN_ENTITY = (
        "us_owned_foreign_entity",
        "Entity organised elsewhere that US persons own or control.",
    )
    UK_PERSON = (
        "uk_person",
        "UK national, body formed in the UK, or anybody for conduct in the UK.",
        "SAMLA 2018 s.21",
    )
    EU_PERSON = (
        "eu_person",
        "National of a Member State, body formed in one, or anybody for business done in the "
        "European Union.",
        "Reg. (EU) 2020/1998 Art. 19",
    )
    CA_PERSON = "ca_person", "Person in Canada, or Canadian outside Canada."
    FOREIGN_BANK = "foreign_bank", "Financial institution that is not a US person."
    ANYONE = "anyone", "A person who is none of these, without a tie to these countries."


class Activity(Term):
    """What is done with, or for, the listed party."""

    PAY = "pay", "Transfer funds to the party or receive funds from it."
    DEAL = "deal", "Any other dealing in its property, or a service to it or from it."
    SECURITIES_BUY = "securities_buy", "Buy its publicly traded securities, or what follows them."
    SECURITIES_SELL = "securities_sell", "Sell its publicly traded securities."
    SECURITIES_DIVEST = "securities_divest", "Buy or sell them only in order to be rid of them."
    SECURITIES_HOLD = "securities_hold", "Go on holding its securities."
    DEBT_NEW = "debt_new", "Lend to it, or deal in debt that it issues anew."
    EQUITY_NEW = "equity_new", "Deal in equity that it issues anew."
    CORRESPONDENT_ACCOUNT = (
        "correspondent_account",
        "Open or keep a correspondent or payable-through account for it.",
    )
    EXPORT = "export", "Export, re-export or transfer items to it, or with it as a party."
    IMPORT = "import", "Import its goods."
    BUY_FROM = "buy_from", "Buy goods or services from it without importing them."
    PROCURE = "procure", "Buy from it, or its equipment, for a public body or with public funds."
    EQUIPMENT_AUTHORISATION = (
        "equipment_authorisation",
        "Have its radio-frequency equipment authorised.",
        "47 CFR part 2",
    )
    TRAVEL = "travel", "Let the listed person enter or pass through the country of the list."
