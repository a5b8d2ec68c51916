"""Strings to comparable names: script, folding, romanisation, roles of words, identifiers."""

from ostraka.names.countries import find_country
from ostraka.names.folding import fold
from ostraka.names.prepare import prepare
from ostraka.names.tokens import Reading, Token, TokenRole

__all__ = ["Reading", "Token", "TokenRole", "find_country", "fold", "prepare"]
