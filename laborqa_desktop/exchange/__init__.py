"""Spreadsheets in and out: reading files, mapping columns to fields, writing lists, templates and rejected rows."""
