"""Widgets: they collect input and show plain data; use cases decide."""
