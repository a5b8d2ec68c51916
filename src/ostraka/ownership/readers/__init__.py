"""Files of stakes: BODS 0.4, GLEIF level 2, UK PSC, FollowTheMoney, CSV; told apart by content."""

from ostraka.ownership.readers.detecting import read_stakes
from ostraka.ownership.readers.listed_csv import read_listed

__all__ = ["read_listed", "read_stakes"]
