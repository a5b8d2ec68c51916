"""The one sentence that says why an answer is what it is."""

from __future__ import annotations

from collections.abc import Sequence

from ostraka.model.ownership import Caught, Interest, Regime
from ostraka.ownership.answers import Because
from ostraka.ownership.rules import Rule
from ostraka.ownership.shares import UNIT, WHOLE, describe, show

TITLES = {
    Regime.OFAC: "OFAC",
    Regime.UK: "the UK",
    Regime.EU: "the EU",
    Regime.CA: "Canada",
    Regime.BIS: "BIS",
    Regime.NS_CMIC: "NS-CMIC",
    Regime.VISA_7031C: "section 7031(c)",
    Regime.FCC: "the FCC",
    Regime.DOD_1260H: "section 1260H",
    Regime.UFLPA: "UFLPA",
    Regime.UN: "the UN",
}
_HOLDS = {
    Interest.SHARES: "holds {} of it",
    Interest.VOTES: "has {} of its votes",
    Interest.BOARD: "may appoint {} of its board",
    Interest.OTHER: "has influence of another kind over it",
    Interest.CONSOLIDATION: "consolidates it in its accounts",
    Interest.OFFICE: "holds an office in it",
}


def say_listed(name: str, regime: Regime, *, sure: bool, identity: str) -> str:
    """Why a party that is listed itself is caught."""
    if sure:
        return f"{name} is itself listed by {TITLES[regime]}{_in_brackets(identity)}."
    return (
        f"{name} may be a party listed by {TITLES[regime]}{_in_brackets(identity)}; "
        "a person has to decide whether it is."
    )


def say_nothing_known(name: str, *, any_day: bool) -> str:
    """Why there is no answer."""
    if any_day:
        return f"Nobody is known to hold {name} on this day; stakes of other days are known."
    return f"Nothing is known of who holds {name}."


def say_not_propagating(rule: Rule, because: Sequence[Because]) -> str:
    """Why the ownership does not matter on that day."""
    held = f" {say_holders(because)}." if because else ""
    return f"{_sentence(rule.text)}{held}"


def say_caught(
    rule: Rule, because: Sequence[Because], total: tuple[int, int], limit: int | None
) -> str:
    """Why a company is caught for certain."""
    reach = _say_total(because, total)
    return f"{_capital(say_holders(because))}{reach}; {say_limit(rule, because, limit)}."


def say_open(
    rule: Rule,
    because: Sequence[Because],
    total: tuple[int, int],
    limit: int | None,
    reasons: Sequence[str],
) -> str:
    """Why a person has to decide."""
    turn = f"; open: {'; '.join(reasons)}" if reasons else ""
    held = f"{say_holders(because)}{_say_total(because, total)}"
    return f"{_capital(held)}; {say_limit(rule, because, limit)}{turn}."


def say_not_caught(
    rule: Rule, because: Sequence[Because], total: tuple[int, int], limit: int | None, known: int
) -> str:
    """Why a company is not caught on the stakes known."""
    if because:
        held = f"{say_holders(because)}{_say_total(because, total)}"
        reason = f"{_capital(held)}; {say_limit(rule, because, limit)}"
    else:
        reason = f"No owner known is caught under the rule of {TITLES[rule.regime]}"
    return f"{reason}{say_accounted(known)}."


def say_accounted(known: int) -> str:
    """The words for a `no` that rests on part of the shares."""
    if known >= WHOLE:
        return ""
    return f": no on the stakes known, which account for {show(known)} % of the shares"


def say_holders(because: Sequence[Because]) -> str:
    """Every owner that counts with what it holds."""
    return ", and ".join(map(_say_holder, because)) or "no listed party holds any"


def say_limit(rule: Rule, because: Sequence[Because], limit: int | None) -> str:
    """What the rule needs."""
    title = TITLES[rule.regime]
    if limit is None:
        soft = {b.interest for b in because} & {Interest.OTHER, Interest.CONSOLIDATION}
        what = "leaves to the facts what that amounts to" if soft else "has no test of that kind"
        return f"the rule of {title} {what}"
    words = "more than" if limit % UNIT else "at least"
    return f"the rule of {title} needs {words} {show(limit)} %"


def _say_holder(one: Because) -> str:
    share = describe(one.low, one.high) if one.known else "a majority"
    held = _HOLDS[one.interest].format(share)
    nominee = f" through its nominee {one.holder}" if one.holder else ""
    if one.listed:
        status = "listed" if one.caught is Caught.YES else "possibly listed"
    else:
        status = {
            Caught.YES: "caught itself",
            Caught.REVIEW: "possibly caught",
            Caught.NO: "acting jointly with a listed party",
            Caught.NO_DATA: "acting jointly with a listed party",
        }[one.caught]
    return f"{one.owner} ({status}) {held}{nominee}"


def _say_total(because: Sequence[Because], total: tuple[int, int]) -> str:
    figures = [one for one in because if one.known]
    return f", {describe(*total)} together" if len(figures) > 1 else ""


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:] if text.startswith("no listed") else text


def _sentence(text: str) -> str:
    return text if text.endswith(".") else f"{text}."


def _in_brackets(text: str) -> str:
    return f" ({text})" if text else ""
