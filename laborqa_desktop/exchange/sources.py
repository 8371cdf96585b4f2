"""Turning what a mapping says of one field into a function from a cell to a value."""

import re
from collections.abc import Callable
from dataclasses import replace

from laborqa_desktop.errors import UnreadableInput
from laborqa_desktop.exchange.cells import Broken, Cell, is_blank, shown
from laborqa_desktop.exchange.convert import (
    PEOPLE,
    Bad,
    Reading,
    converter,
    empty_value,
    fractions_in,
    key_text,
    person_key,
)
from laborqa_desktop.exchange.dates import DateReader
from laborqa_desktop.exchange.layout import Table, plain_heading
from laborqa_desktop.exchange.mapping import Source
from laborqa_desktop.records.field import Field, Kind, RecordType
from laborqa_desktop.text import N_

CACHE_LIMIT = 50_000

UNLISTED = N_("Import", "the mapping has no value for this")

Take = Callable[[Cell], object]
TakePart = Callable[[Cell], tuple[object, str]]

UNREADABLE = object()


def index_of(table: Table, heading: str) -> int:
    """The place of a column by its heading, spelling aside; -1 when there is none."""
    if heading in table.headings:
        return table.headings.index(heading)
    plain = plain_heading(heading) or None
    return next((i for i, h in enumerate(table.headings) if plain_heading(h) == plain), -1)


def describe(record: RecordType, key: str) -> Field:
    """The field of that key; a text field for a value that a mapping may set though no form shows it.

    Raises:
        UnreadableInput: the record type has neither.
    """
    described = next((each for each in record.fields if each.key == key), None)
    if described is not None:
        return described
    if not hasattr(record.model, key) or key in {"id", "row_version", "archived", "import_id"}:
        raise UnreadableInput(
            N_("Import", "{kind} has no field called {field}; the mapping names it.").of(kind=record.key, field=key)
        )
    return Field(key, Kind.TEXT, N_("Import", "Other value"))


def constant(described: Field, value: object, reading: Reading) -> object:
    """A constant of a mapping as the plain value of a field.

    Raises:
        UnreadableInput: the field cannot hold it.
    """
    if value is None or value == "":
        return empty_value(described.kind)
    if described.kind in (Kind.BOOL, Kind.REF) and not isinstance(value, str):
        return value
    assert isinstance(value, (str, int))
    try:
        return converter(described, replace(reading, dates=(), fractions=False))(value)
    except Bad as bad:
        raise UnreadableInput(
            N_("Import", "The mapping sets {field} to {value}: {reason}.")
            .of(field=described.key, value=value, reason=bad.reason)
        ) from bad


def take_of(source: Source, described: Field, reading: Reading, table: Table, index: int) -> Take:
    """The function from a cell to a value: None when it holds nothing, UNREADABLE when it is to be left empty."""
    if source.look_up:
        convert: Take = person_key if source.look_up.kind in PEOPLE else key_text
    else:
        fractions = described.kind is Kind.PERCENT and fractions_in(row[index] for row in table.rows)
        convert = converter(described, replace(reading, dates=source.dates, fractions=fractions))
    pattern = re.compile(source.pattern, re.DOTALL) if source.pattern else None
    lenient = source.unreadable == "empty"
    listed = {plain_heading(key): value for key, value in source.values.items()}

    def take(cell: Cell) -> object:
        if is_blank(cell):
            return None
        if pattern and not isinstance(cell, Broken):
            cell = _part(pattern, shown(cell))
            if is_blank(cell):
                return None
        if listed and not isinstance(cell, Broken):
            word = plain_heading(shown(cell))
            if word in listed:
                cell = listed[word]
            elif source.unlisted == "reject":
                raise Bad(UNLISTED)
            elif source.unlisted == "empty":
                return UNREADABLE
        try:
            return convert(cell)
        except Bad:
            if lenient:
                return UNREADABLE
            raise

    plain = not (pattern or listed or source.look_up) and described.kind in (Kind.TEXT, Kind.LONG_TEXT, Kind.CODE)
    return take if plain else _remembering(take)


def _remembering(take: Take) -> Take:
    known: dict[str, object] = {}

    def remembered(cell: Cell) -> object:
        if not isinstance(cell, str):
            return take(cell)
        if cell in known:
            value = known[cell]
            if isinstance(value, Bad):
                raise Bad(value.reason)
            return value
        try:
            value = take(cell)
        except Bad as bad:
            value = bad
        if len(known) < CACHE_LIMIT:
            known[cell] = value
        if isinstance(value, Bad):
            raise value
        return value

    return remembered


def _part(pattern: re.Pattern[str], text: str) -> str | None:
    match = pattern.search(text)
    if match is None:
        return None
    return (match.group(1) if pattern.groups else match.group(0) or "") or None


def take_part(source: Source) -> TakePart:
    """The function from a cell to a part and the text it was read from."""
    pattern = re.compile(source.pattern, re.DOTALL) if source.pattern else None
    read = DateReader(source.dates).read if source.dates else None
    known: dict[str, tuple[object, str]] = {}

    def take(cell: Cell) -> tuple[object, str]:
        text = shown(cell)
        if text not in known:
            taken = (_part(pattern, text) if pattern else text) or ""
            taken = taken.strip()
            value: object = (read(taken if pattern else cell) if read else taken) or None
            if len(known) >= CACHE_LIMIT:
                return value, taken
            known[text] = value, taken
        return known[text]

    return take
