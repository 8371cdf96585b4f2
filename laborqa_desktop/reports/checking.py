"""Refuses a document before a page is made: a field that is too long, a character that no font can print."""

from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass

from laborqa_desktop.errors import Refused
from laborqa_desktop.reports import fonts
from laborqa_desktop.reports.wrapping import clean
from laborqa_desktop.text import N_, Text

LONGEST_FIELD = 20_000
"""Characters of one field that still print in reasonable time and space."""

_TOO_LONG = N_(
    "Report",
    "{record}: a text of {count} characters is too long to print; at most {most} are possible. "
    "Nothing was written. Shorten the text and try again.",
)
_NO_GLYPH = N_(
    "Report",
    "{record}: no font on this computer has the character {character} ({code}). "
    "Nothing was written. Replace the character, or install a font that has it.",
)
_NAME_FIELDS = ("number", "file_name", "name", "title")


def check(texts: Iterable[tuple[str, str]]) -> None:
    """Checks (record, text) pairs.

    Raises:
        Refused: naming the record and the length or the character.
    """
    faces = (fonts.regular(), fonts.bold())
    known: set[str] = set()
    for record, text in texts:
        if len(text) > LONGEST_FIELD:
            raise Refused(_TOO_LONG.of(record=record, count=len(text), most=LONGEST_FIELD))
        fresh = set(text) - known
        if not fresh:
            continue
        for face in faces:
            missing = face.missing(clean("".join(sorted(fresh))))
            if missing:
                raise Refused(_NO_GLYPH.of(record=record, character=missing[0], code=f"U+{ord(missing[0]):04X}"))
        known |= fresh


def texts_of(value: object, record: str = "") -> Iterator[tuple[str, str]]:
    """All user texts of a tree of dataclasses and tuples, each with the name of the record it stands in."""
    if isinstance(value, str):
        yield record or value[:40], value
    elif isinstance(value, tuple):
        for part in value:
            yield from texts_of(part, record)
    elif isinstance(value, Text):
        for _, part in value.values:
            yield from texts_of(part, record)
    elif is_dataclass(value):
        names = [f.name for f in fields(value)]
        for name in _NAME_FIELDS:
            if name in names and isinstance(own := getattr(value, name), str) and own:
                record = clean(own)[:40]
                break
        for name in names:
            yield from texts_of(getattr(value, name), record)
