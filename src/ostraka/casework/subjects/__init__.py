"""Who was screened: found again, opened, kept, erased."""
