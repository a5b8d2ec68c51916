"""Thin commands, one module a verb: read arguments, ask the floors below, write the answer."""
