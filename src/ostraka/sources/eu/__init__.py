"""What the lists of the European Union share: its programmes of restrictive measures."""
