"""Looking at a mapping column by column, and changing it, for people who do not write JSON. Pure; nothing is stored."""

from collections.abc import Mapping as Map
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from laborqa_desktop.exchange import mapping as mappings
from laborqa_desktop.exchange.cells import Sheet, is_blank, letters, shown
from laborqa_desktop.exchange.guess import importable, look_up_for
from laborqa_desktop.exchange.layout import Table
from laborqa_desktop.exchange.mapping import Mapping, Source
from laborqa_desktop.records import record_type
from laborqa_desktop.records.field import Field
from laborqa_desktop.usecases import rules
from laborqa_desktop.usecases.import_filling import SAYS_MORE

MOST_VALUES = 200


@dataclass(frozen=True)
class ColumnUse:
    """One column of a file and what becomes of it.

    Attributes:
        example: the first cell that is not empty, as it is read in the sheet.
        field: key of the field it fills; "" when none.
        also: it serves a rule or a part of the mapping besides, which only the JSON shows.
        counter: it only numbers the rows.
    """

    heading: str
    letters: str
    example: str
    field: str
    dates: tuple[str, ...] = ()
    values: Map[str, str] | None = None
    also: bool = False
    counter: bool = False


def columns(table: Table, mapping: Mapping) -> list[ColumnUse]:
    """Every column of a table, from left to right."""
    fields = {source.column: key for key, source in mapping.fields.items() if source.column}
    parts = {source.column for source in mapping.parts.values()}
    found = []
    for place, heading in enumerate(table.headings):
        example = next((shown(row[place]) for row in table.rows if not is_blank(row[place])), "")
        key = fields.get(heading, "")
        source = mapping.fields.get(key)
        found.append(ColumnUse(heading, letters(place), example, key, source.dates if source else (),
                               source.values if source else None, heading in parts, heading in table.counters))
    return found


def choices(kind: str) -> list[Field]:
    """The fields that a column can fill, in the order of the form."""
    return importable(record_type(kind))


def lacking(mapping: Mapping) -> list[Field]:
    """The required fields that neither a column nor a rule fills, nor the program itself."""
    given = rules.defaults(mapping.kind, date.min)
    source, told = SAYS_MORE.get(mapping.kind, ("", frozenset()))
    filled = {*mapping.fields, *(key for rule in mapping.rules for key in (*rule.set, *rule.copy)),
              *(key for key, value in given.items() if not isinstance(value, date)),
              *(told if source in mapping.fields else ())}
    return [one for one in choices(mapping.kind) if one.required and one.key not in filled]


def assign(mapping: Mapping, heading: str, field: str) -> Mapping:
    """The mapping in which a column fills a field; "" for none. What else filled that field does so no more."""
    kept = {key: source for key, source in mapping.fields.items() if source.column != heading or key == field}
    if field and (field not in kept or kept[field].column != heading):
        described = record_type(mapping.kind).field(field)
        kept[field] = Source(column=heading, look_up=look_up_for(described, record_type))
    return replace(mapping, fields=kept)


def set_dates(mapping: Mapping, field: str, formats: Sequence[str]) -> Mapping:
    """The mapping with other date formats for a field; () takes every unmistakable form."""
    return _changed(mapping, field, replace(mapping.fields[field], dates=tuple(formats)))


def set_values(mapping: Mapping, field: str, values: Map[str, str]) -> Mapping:
    """The mapping with another value table for a field: what stands in the cell -> what is to stand there."""
    return _changed(mapping, field, replace(mapping.fields[field], values=dict(values)))


def distinct(table: Table, heading: str) -> list[tuple[str, int]]:
    """The values of a column with their counts, most frequent first; at most MOST_VALUES."""
    place = table.headings.index(heading)
    counts: dict[str, int] = {}
    for row in table.rows:
        if not is_blank(row[place]):
            words = shown(row[place]).strip()
            counts[words] = counts.get(words, 0) + 1
    return sorted(counts.items(), key=lambda one: (-one[1], one[0]))[:MOST_VALUES]


def preview(sheet: Sheet, rows: int = 20) -> list[tuple[int, list[str]]]:
    """The first rows of a sheet: their number in the file and their cells as they are read."""
    return [(number, [shown(cell) for cell in cells])
            for number, cells in zip(sheet.numbers[:rows], sheet.rows[:rows], strict=True)]


def to_json(mapping: Mapping) -> str:
    """A mapping as it is kept in a file."""
    return mappings.dump(mapping)


def from_json(text: str) -> Mapping:
    """A mapping from a file.

    Raises:
        UnreadableInput: it is none; the text says where.
    """
    return mappings.load(text)


def _changed(mapping: Mapping, field: str, source: Source) -> Mapping:
    return replace(mapping, fields={**mapping.fields, field: source})
