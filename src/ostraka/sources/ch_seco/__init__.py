"""Switzerland: the consolidated list of the State Secretariat for Economic Affairs (SESAM)."""
