"""Who is owned by whom, and whether a listing reaches them: the 50 % rules and their kin."""

from ostraka.ownership.answers import Alternative, Answer, Because, Facts, Period
from ostraka.ownership.asking import Ownership
from ostraka.ownership.stakes import Listed, Stake, Stakes, join_stakes

__all__ = [
    "Alternative",
    "Answer",
    "Because",
    "Facts",
    "Listed",
    "Ownership",
    "Period",
    "Stake",
    "Stakes",
    "join_stakes",
]
