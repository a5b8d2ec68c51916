"""Ostraka reads names against sanctions and export-control lists and says why they may match."""
