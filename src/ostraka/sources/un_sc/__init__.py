"""The United Nations Security Council's Consolidated List."""
