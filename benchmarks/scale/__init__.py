"""How speed, memory and recall grow with the list: 30,000 to 1,000,000 names."""
