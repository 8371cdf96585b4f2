"""Inspections: their list, starting one with few keys, the grid that is filled in by digits, and what came of it."""
