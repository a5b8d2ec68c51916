"""Screenings on record: what was asked of whom, on which lists, and what came of it."""
