"""A house's own rules of screening, as a file: versioned, hashed, and named in every answer."""
