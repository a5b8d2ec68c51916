"""Public designations of the US Department of State under section 7031(c)."""
