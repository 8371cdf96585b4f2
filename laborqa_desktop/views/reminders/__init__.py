"""The list of what falls due."""
