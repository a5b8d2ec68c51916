"""The one orchestration: subjects held against the lists of a home."""
