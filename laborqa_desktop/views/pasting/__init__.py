"""Pasting a block from Excel or WPS into a list."""
