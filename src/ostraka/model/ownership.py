"""The words of ownership: interests, regimes, answers, what is left open, what is remarkable."""

from __future__ import annotations

from ostraka.model.terms import Term


class Interest(Term):
    """What a stake consists of."""

    SHARES = "shares", "Shares, or another ownership interest."
    VOTES = "votes", "Votes in the general meeting."
    BOARD = (
        "board",
        "The right to appoint or remove members of the board; a majority where no share is given.",
    )
    OTHER = "other", "Influence of another kind; it is no share, and may amount to control."
    CONSOLIDATION = (
        "consolidation",
        "The owner consolidates the company in its accounts: control, and no stated share.",
        "GLEIF RR-CDF 2.1",
    )
    OFFICE = "office", "A seat on the board or another office; neither ownership nor control."


class Regime(Term):
    """Whose list, and so whose rule of ownership."""

    OFAC = "ofac", "The US Treasury's list of specially designated nationals (SDN)."
    UK = "uk", "The UK Sanctions List, asset freezes."
    EU = "eu", "The consolidated list of the European Union, asset freezes."
    CA = "ca", "The schedules of Canada's sanctions regulations."
    BIS = "bis", "The Entity List, the MEU List, and SDNs that 15 CFR 744.8(a)(1) names."
    NS_CMIC = "ns_cmic", "The Non-SDN Chinese Military-Industrial Complex Companies List."
    VISA_7031C = "7031c", "Visa ineligibility under section 7031(c)."
    FCC = "fcc", "The Covered List of the Federal Communications Commission."
    DOD_1260H = "1260h", "The list of Chinese military companies of section 1260H."
    UFLPA = "uflpa", "The Entity List of the Uyghur Forced Labor Prevention Act."
    UN = "un", "The consolidated list of the United Nations Security Council."

    @property
    def propagates(self) -> bool:
        """Whether ownership by a listed party can reach a company that is not listed."""
        return self in PROPAGATING


PROPAGATING = (Regime.OFAC, Regime.UK, Regime.EU, Regime.CA, Regime.BIS)


class Caught(Term):
    """Whether a party is treated as listed, by its own listing or by who owns it."""

    YES = "yes", "The rule reaches the party on any reading of the stakes known."
    NO = "no", "The rule does not reach the party on the stakes known."
    REVIEW = "review", "The facts or the law leave it open: a person has to decide."
    NO_DATA = "no_data", "Nothing is known of who owns the party on that day."


class OpenQuestion(Term):
    """A point that the law leaves open, and on which an answer may turn."""

    TREASURY = (
        "treasury",
        "Whether a company's own shares count among all of its shares.",
        "no official guidance found",
    )
    VOTES = (
        "votes",
        "Whether votes without shares are ownership.",
        "no official guidance found; OFAC FAQ 398 tests ownership only",
    )
    SEVERAL = (
        "several",
        "Whether holdings of several listed persons are added together.",
        "SEMA s.2.1 speaks of one person",
    )
    CONCERT = (
        "concert",
        "Whether holdings of others count that act jointly with a listed party.",
        "no guidance found for this regime",
    )
    US_CONDUIT = (
        "us_conduit",
        "Whether ownership through a company organised in the United States is indirect ownership.",
        "90 FR 47201 reaches foreign affiliates only",
    )
    CONTROL = (
        "control",
        "Whether influence, or consolidation in accounts, amounts to ownership or control.",
        "a question of fact",
    )
    RULE_IN_FORCE = (
        "rule_in_force",
        "Whether the rule is in force on that day.",
        "not verified at its source",
    )


class OwnershipFlag(Term):
    """Something about the stakes that a person should look at, whatever the answer."""

    MINORITY_LISTED_OWNER = (
        "minority_listed_owner",
        "Listed parties hold something, and less than the rule needs.",
        "OFAC FAQ 398",
    )
    LISTED_OWNER = (
        "listed_owner",
        "Listed parties hold a stake by which no rule reaches the company on this day.",
        "90 FR 47201; OFAC FAQ 398",
    )
    NEAR_THRESHOLD = "near_threshold", "Listed parties hold 45 % or more, and less than is needed."
    UNKNOWN_PERCENT = "unknown_percent", "The size of a stake of a listed party is not known."
    OVER_100 = "over_100", "The stakes stated add up to more than 100 %."
    CYCLE = "cycle", "The company holds, through others, a stake in itself."
    TREASURY_SHARES = "treasury_shares", "The company holds shares of its own."
    JOINT_UNPROVEN = (
        "joint_unproven",
        "The answer turns on whether holders act jointly.",
        "SI 2020/680 Sched. 1",
    )
    RECENT_TRANSFER = (
        "recent_transfer",
        "A listed party held a stake that has ended; property blocked before stays blocked.",
        "OFAC FAQ 402",
    )
    STATED_TWICE = "stated_twice", "The same stake is stated more than once; it may be one or two."
    LISTED_OFFICER = (
        "listed_officer",
        "A listed person holds an office; that person may not act for the company.",
        "OFAC FAQ 400",
    )
    NOMINEE_LISTED = "nominee_listed", "A listed party holds a stake as nominee for another."
    RULE_UNVERIFIED = (
        "rule_unverified",
        "The rule, or that it is in force on that day, was not verified at its source.",
    )
