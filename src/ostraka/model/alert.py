"""The words of casework: where an alert stands, what was decided, what a decision rests on."""

from __future__ import annotations

from ostraka.model.terms import Term


class AlertState(Term):
    """Where an alert stands."""

    OPEN = "open", "Nobody works on it."
    IN_REVIEW = "in_review", "A person works on it."
    ESCALATED = "escalated", "It was handed to somebody with more authority."
    AWAITING_SECOND = "awaiting_second", "A decision waits for the consent of another person."
    CLOSED_TRUE = "closed_true", "A person decided that subject and party are the same."
    CLOSED_FALSE = "closed_false", "A person decided that subject and party are not the same."

    @property
    def is_closed(self) -> bool:
        """Whether a decision is in force."""
        return self in (AlertState.CLOSED_TRUE, AlertState.CLOSED_FALSE)


class Outcome(Term):
    """What a person decides of an alert."""

    TRUE_MATCH = "true_match", "The subject is the listed party."
    FALSE_MATCH = "false_match", "The subject is not the listed party."

    @property
    def closes_as(self) -> AlertState:
        """Where an alert stands once the decision is in force."""
        is_true = self is Outcome.TRUE_MATCH
        return AlertState.CLOSED_TRUE if is_true else AlertState.CLOSED_FALSE


class DecisionState(Term):
    """Where a decision stands."""

    PROPOSED = "proposed", "It waits for a second person."
    IN_FORCE = "in_force", "It closed its alert."
    REFUSED = "refused", "The second person did not agree."
    LAPSED = "lapsed", "A fact it rests on changed, or it expired."


class FactKind(Term):
    """What a decision rests on: when one of these changes, it holds no longer."""

    NAME = "name", "Names of the subject or of the listed party."
    DATE = "date", "Dates of birth or of establishment."
    PLACE = "place", "Countries, addresses and places of birth."
    IDENTIFIER = "identifier", "Numbers of documents and registers."
    LIST = "list", "Lists and programmes that name the party."
    MEASURE = "measure", "What a listing forbids: its class and measures."


class Side(Term):
    """Whose fact it is."""

    SUBJECT = "subject", "The one who was screened."
    LISTED = "listed", "The party of a list."
