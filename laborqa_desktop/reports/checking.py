"""Refuses a document before a page is made: a field that is too long, a character that no font can print."""

from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from decimal import Decimal
from functools import cache

from laborqa_desktop.errors import Refused
from laborqa_desktop.reports import fonts
from laborqa_desktop.reports.data import LONGEST_FIELD, Figure
from laborqa_desktop.reports.wrapping import clean
from laborqa_desktop.text import N_, Text

_TOO_LONG = N_(
    "Report",
    "{record}: a text of {count} {count:character|characters} is too long to print; at most {most} are possible. "
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
    seen: set[str] = set()
    for record, text in texts:
        if text in seen:
            continue
        seen.add(text)
        if len(text) > LONGEST_FIELD:
            raise Refused(_TOO_LONG.of(record=clean(record), count=len(text), most=LONGEST_FIELD))
        fresh = set(text) - known
        if not fresh:
            continue
        for face in faces:
            missing = face.missing(clean("".join(sorted(fresh))))
            if missing:
                raise no_glyph(record, missing[0])
        known |= fresh


def no_glyph(record: str, character: str) -> Refused:
    """The refusal that names a record and the character no font has."""
    return Refused(_NO_GLYPH.of(record=clean(record), character=character, code=f"U+{ord(character):04X}"))


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
    elif is_dataclass(value) and not isinstance(value, type):
        names, naming = _shape(type(value))
        if naming and isinstance(own := getattr(value, naming), str) and own:
            record = own[:40]
        for name in names:
            part = getattr(value, name)
            if isinstance(part, str):
                if part:
                    yield record or part[:40], part
            elif isinstance(part, tuple) or is_dataclass(part):
                yield from texts_of(part, record)


@cache
def _shape(kind: type) -> tuple[tuple[str, ...], str]:
    """Names of the fields of a dataclass that may hold text, and the one that names its record."""
    names = tuple(f.name for f in fields(kind) if f.type not in (bool, int, bytes, date, datetime, Decimal, Figure))
    return names, next((name for name in _NAME_FIELDS if name in names), "")
