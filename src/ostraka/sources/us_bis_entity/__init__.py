"""The Entity List of the US Bureau of Industry and Security."""
