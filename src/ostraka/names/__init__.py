"""Strings to comparable names: script, folding, romanisation, words, dates aside."""

from ostraka.names.prepare import prepare
from ostraka.names.tokens import Reading, Token, TokenRole

__all__ = ["Reading", "Token", "TokenRole", "prepare"]
