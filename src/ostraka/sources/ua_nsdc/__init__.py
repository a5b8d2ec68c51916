"""Ukraine: the register of sanctions put into force by decrees on decisions of the NSDC."""
