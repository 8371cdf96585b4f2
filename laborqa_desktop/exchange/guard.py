"""The apostrophe that keeps a spreadsheet from taking a csv cell for a formula, put on and taken off by one rule."""

import re

NEEDS_GUARD = re.compile(
    "['\\s\x00-\x1f\x7f\xad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]*[=+\\-@\uff1d\uff0b\uff0d\uff20]|'*[\t\r\n]")
"""A formula's first character, full-width ones too, behind whatever a spreadsheet may skip; or a tab or a line end."""


def guarded(text: str) -> str:
    """The text with an apostrophe before what a spreadsheet would take for a formula."""
    return f"'{text}" if NEEDS_GUARD.match(text) else text


def unguarded(text: str) -> str:
    """The text as it was before guarded()."""
    return text[1:] if text.startswith("'") and NEEDS_GUARD.match(text, 1) else text
