"""OFAC's consolidated list of sanctions other than blocking (non-SDN)."""
