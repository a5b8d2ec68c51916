"""What the lists of the United Kingdom share: regimes, names, dates, documents and numbers."""
