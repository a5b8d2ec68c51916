"""Names in their own script against the Latin spellings people give them, script by script."""

from benchmarks.scripts.reading import SCRIPTS, ScriptPair, load_pairs

__all__ = ["SCRIPTS", "ScriptPair", "load_pairs"]
