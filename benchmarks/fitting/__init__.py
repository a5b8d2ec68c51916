"""Fitting of what the package states in tables, on the halves of the data that may be tuned on."""
