"""What the lists of the smaller US agencies have in common: tables, notices, names, programmes."""
