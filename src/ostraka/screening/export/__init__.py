"""Lists handed on: as FollowTheMoney entities, as a table, as Parquet."""

from ostraka.screening.export.writing import FORMATS, Exported, write_export

__all__ = ["FORMATS", "Exported", "write_export"]
