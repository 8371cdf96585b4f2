"""A block pasted into a list, on its way through the import: its columns, where its rows go, what was mended. Pure."""

from collections.abc import Mapping as Map
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from sqlalchemy.orm import InstrumentedAttribute

from laborqa_desktop.exchange.cells import Cell, Sheet, is_blank, letters, shown
from laborqa_desktop.exchange.guess import guess, importable, known_headings, look_up_for
from laborqa_desktop.exchange.layout import Table, find_table, plain_heading, without_brackets
from laborqa_desktop.exchange.mapping import Mapping, Source
from laborqa_desktop.exchange.pasted import block
from laborqa_desktop.records import record_type
from laborqa_desktop.records.field import Column, Field, RecordType
from laborqa_desktop.text import Translate
from laborqa_desktop.usecases import import_mapping
from laborqa_desktop.usecases.import_trying import Placing, need_importable

__all__ = ["Pasted", "Placing", "columns_of", "field_of", "headed", "read"]


@dataclass(frozen=True)
class Pasted:
    """A pasted block.

    Attributes:
        sheet: its cells as they were copied.
        columns: keys of the list's columns, from the one it was pasted at.
        here: ids of the list's rows, from the one it was pasted at; none in an empty list.
        headings: the first row holds headings.
        mended: (row number, column from 0) -> the cell as the user corrected it.
        left_out: numbers of rows that are not to be pasted.
    """

    kind: str
    sheet: Sheet
    columns: tuple[str, ...]
    here: tuple[int, ...]
    headings: bool
    table: Table
    mapping: Mapping
    placing: Placing
    mended: Map[tuple[int, int], Cell] = field(default_factory=dict)
    left_out: frozenset[int] = frozenset()

    @property
    def rows_left(self) -> Table:
        """The table without the rows that are left out."""
        kept = [place for place, number in enumerate(self.table.numbers) if number not in self.left_out]
        return replace(self.table, rows=[self.table.rows[one] for one in kept],
                       numbers=[self.table.numbers[one] for one in kept])

    @property
    def onto_left(self) -> list[int]:
        """The records that those rows go to, for Placing.ONTO. A row left out leaves its record alone."""
        kept = [one for one, number in zip(self.here, self.table.numbers, strict=False) if number not in self.left_out]
        return kept if self.placing is Placing.ONTO else []

    @property
    def placings(self) -> tuple[Placing, ...]:
        """Where its rows may go."""
        identity = record_type(self.kind).identity
        known = bool(identity) and set(identity) <= set(self.mapping.fields)
        return (*((Placing.MATCH,) if known else ()), *((Placing.ONTO,) if self.here else ()), Placing.NEW)

    def cell(self, place: int, column: int) -> str:
        """One cell as it is read, mended or not."""
        number = self.table.numbers[place]
        row = self.table.rows[place]
        return shown(self.mended.get((number, column), row[column] if column < len(row) else None))

    def assign(self, column: int, key: str) -> "Pasted":
        """The same with another field for a column; "" for none."""
        mapping = import_mapping.assign(self.mapping, self.table.headings[column], key)
        return _placed(replace(self, mapping=_lenient(mapping, self.placing)), self.placing)

    def place_at(self, placing: Placing) -> "Pasted":
        """The same with its rows going elsewhere."""
        return _placed(self, placing)

    def mend(self, number: int, column: int, text: str) -> "Pasted":
        """The same with another text in a cell."""
        return replace(self, mended={**self.mended, (number, column): text or None})

    def leave_out(self, number: int) -> "Pasted":
        """The same without a row, or with it again."""
        return replace(self, left_out=self.left_out ^ {number})


def field_of(kind: RecordType, column: Column) -> Field | None:
    """The field that a column of the list shows, when a cell can fill it."""
    keys = [column.key, getattr(column.via, "key", "")]
    if isinstance(column.expr, InstrumentedAttribute) and column.expr.class_ is kind.model:
        keys.append(column.expr.key)
    return next((one for key in keys for one in importable(kind) if one.key == key), None)


def read(kind: str, text: str, columns: Sequence[str], here: Sequence[int],
         languages: Sequence[Translate]) -> Pasted:
    """A block from the clipboard, mapped by its headings, or else to the columns it was pasted at.

    Args:
        columns: keys of the list's visible columns from the current cell on.
        here: ids of the list's rows from the current one on.

    Raises:
        Refused: records of that type are not pasted. UnreadableInput: there is nothing to paste.
    """
    need_importable(kind)
    sheet = block(text)
    headings = _has_headings(record_type(kind), sheet, languages)
    return _made(kind, sheet, tuple(columns), tuple(here), headings, languages)


def headed(pasted: Pasted, on: bool, languages: Sequence[Translate]) -> Pasted:
    """The same block with its first row taken for headings, or for values; what was mended stays in its cell."""
    made = _made(pasted.kind, pasted.sheet, pasted.columns, pasted.here, on, languages)
    return replace(made, mended=pasted.mended, left_out=pasted.left_out)


def columns_of(pasted: Pasted) -> list[tuple[str, str]]:
    """Heading and field key of each column of the block; "" for one that is not taken."""
    return [(one.heading, one.field) for one in import_mapping.columns(pasted.table, pasted.mapping)]


def _made(kind: str, sheet: Sheet, columns: tuple[str, ...], here: tuple[int, ...], headings: bool,
          languages: Sequence[Translate]) -> Pasted:
    record = record_type(kind)
    if headings:
        table = find_table(sheet, known_headings(record, languages), sheet.numbers[0])
        mapping = guess(record, table.headings, record_type, languages)
    else:
        table, mapping = _by_columns(record, sheet, columns, languages)
    pasted = Pasted(kind, sheet, columns, here[:len(table.rows)], headings, table, mapping, Placing.NEW)
    return _placed(pasted, pasted.placings[0] if headings or not here else Placing.ONTO)


def _placed(pasted: Pasted, wanted: Placing) -> Pasted:
    placing = wanted if wanted in pasted.placings else pasted.placings[0]
    return replace(pasted, placing=placing, mapping=_lenient(pasted.mapping, placing))


def _lenient(mapping: Mapping, placing: Placing) -> Mapping:
    """Rows that go to records by their place may be alike in what makes others known."""
    return replace(mapping, repeats=placing is Placing.ONTO)


def _by_columns(record: RecordType, sheet: Sheet, columns: Sequence[str],
                languages: Sequence[Translate]) -> tuple[Table, Mapping]:
    shown_columns = [record.column(key) for key in columns]
    width = max(map(len, sheet.rows))
    headings: list[str] = []
    fields: dict[str, Source] = {}
    for place in range(width):
        column = shown_columns[place] if place < len(shown_columns) else None
        name = column.label.say(languages[0]) if column is not None else letters(place)
        name = name if name not in headings else f"{name} {letters(place)}"
        headings.append(name)
        described = field_of(record, column) if column is not None else None
        if described is not None and described.key not in fields:
            fields[described.key] = Source(column=name, look_up=look_up_for(described, record_type))
    table = Table("", 0, tuple(headings), frozenset(), [list(row) for row in sheet.rows], list(sheet.numbers), ())
    return table, Mapping(record.key, fields)


def _has_headings(record: RecordType, sheet: Sheet, languages: Sequence[Translate]) -> bool:
    """Whether the first row names fields: at least half of its cells, and something stands under it."""
    if len(sheet.rows) < 2:
        return False
    known = known_headings(record, languages) | {
        plain_heading(without_brackets(column.label.say(translate)))
        for column in record.columns for translate in languages}
    cells = [shown(cell) for cell in sheet.rows[0] if not is_blank(cell)]
    meant = sum(plain_heading(without_brackets(cell)) in known for cell in cells)
    return meant > 0 and 2 * meant >= len(cells)
