"""From publishers to the store: every list fetched, read, judged and published, each by itself."""

from ostraka.snapshots.refresh.many import refresh_all
from ostraka.snapshots.refresh.one import refresh
from ostraka.snapshots.refresh.outcome import Outcome, State
from ostraka.snapshots.refresh.room import Room

__all__ = ["Outcome", "Room", "State", "refresh", "refresh_all"]
