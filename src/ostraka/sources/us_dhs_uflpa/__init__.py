"""The Entity List of the US Uyghur Forced Labor Prevention Act."""
