"""Tables of subjects in, tables of possible matches out.

`run.screen_file` screens a file, `arrow.screen_table` a table in memory; both go through
`batches.screen_batch`, so that the same rows get the same answers.
"""

from ostraka.screening.tables.progress import Progress, Summary, Totals
from ostraka.screening.tables.run import FileOptions, screen_file

__all__ = ["FileOptions", "Progress", "Summary", "Totals", "screen_file"]
