"""Checklists: head, items entered like a spreadsheet, editions and what changed between them."""
