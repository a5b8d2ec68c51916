"""The append-only, hash-chained record: writing, verifying, signing."""
