"""Ownership held against the lists: who of the owners is listed, and whom that reaches."""
