"""From the rows of a table to plain values, flaws and open look-ups. Pure: no library is opened, nothing is stored."""

from collections.abc import Mapping as Map
from dataclasses import dataclass, field, replace
from datetime import date

from laborqa_desktop.errors import UnreadableInput
from laborqa_desktop.exchange.cells import Cell, letters, shown
from laborqa_desktop.exchange.convert import PEOPLE, Bad, Reading, empty_value
from laborqa_desktop.exchange.layout import Table
from laborqa_desktop.exchange.mapping import LookUp, Mapping, Rule, Test
from laborqa_desktop.exchange.sources import (
    UNREADABLE,
    Take,
    TakePart,
    constant,
    describe,
    index_of,
    take_of,
    take_part,
)
from laborqa_desktop.progress import Step, quietly
from laborqa_desktop.records.field import Field, Kind, RecordType
from laborqa_desktop.text import N_, Text

TOLD_EVERY = 500
NEEDED = N_("Import", "this must be filled in")
TWICE = N_("Import", "the same record as in row {row}")
DOUBTFUL = N_("Import", "doubtful: not used as it stands, but kept in the record")
LEFT_EMPTY = N_("Import", "not readable, left empty")


@dataclass(frozen=True)
class CellFlaw:
    """What is wrong (or, among warnings, doubtful) with one cell.

    Attributes:
        column: its letters; "" for a value that comes from no column.
        value: the cell as it is read in the sheet.
    """

    sheet: str
    row: int
    column: str
    heading: str
    field: str
    value: str
    reason: Text


@dataclass(frozen=True)
class Pending:
    """A look-up that waits for the library.

    Attributes:
        key: one text to compare with each field of look_up.by; empty when look_up.of names fields of the row.
    """

    field: str
    look_up: LookUp
    key: tuple[object, ...] = ()


@dataclass(slots=True)
class PreparedRow:
    """One row on its way into the library.

    Attributes:
        number: its number in the file.
        values: field key -> plain value; a field that waits for a look-up is None until then.
        identity: what makes it a known row; a field that waits stands with the key it is looked up by.
        occurrence: 1 for the first row of that identity in the file, 2 for the next.
    """

    number: int
    cells: list[Cell]
    values: dict[str, object]
    pending: list[Pending] = field(default_factory=list)
    flaws: list[CellFlaw] = field(default_factory=list)
    warnings: list[CellFlaw] = field(default_factory=list)
    identity: tuple[object, ...] = ()
    occurrence: int = 1


@dataclass(frozen=True)
class Prepared:
    """All rows of a table.

    Attributes:
        unread: headings that no field uses, to be shown.
        unfilled: required fields that the mapping does not fill.
    """

    table: Table
    mapping: Mapping
    rows: list[PreparedRow]
    identity: tuple[str, ...]
    unread: tuple[str, ...]
    unfilled: tuple[Field, ...]

    def place(self, row: PreparedRow, key: str, reason: Text, value: object = None) -> CellFlaw:
        """A flaw of a field, placed at the cell the field came from."""
        source = self.mapping.fields.get(key) or self.mapping.parts.get(key.removesuffix(".text"))
        if source and source.look_up and source.look_up.of and not source.column:
            source = next((s for s in map(self.mapping.fields.get, source.look_up.of) if s and s.column), source)
        heading = source.column if source else ""
        index = index_of(self.table, heading) if heading else None
        cell = row.cells[index] if index is not None else source.constant if source else None
        return CellFlaw(self.table.sheet, row.number, letters(index) if index is not None else "", heading, key,
                        shown(cell) if value is None else str(value), reason)


def prepare(table: Table, mapping: Mapping, record: RecordType, today: date,
            reading: Reading | None = None, step: Step = quietly) -> Prepared:
    """Every row of a table as plain values of a record type.

    Args:
        today: in the library's zone.
        reading: zone and languages; the mapping's date formats are used whatever it says.
        step: told (rows done, rows in all); may raise to stop.

    Raises:
        UnreadableInput: the mapping names a column the table has not, or a field the record type has not.
    """
    plan = _plan(table, mapping, record, replace(reading or Reading(), people=record.key in PEOPLE))
    read = {*mapping.columns(), *table.counters}
    prepared = Prepared(
        table, mapping, [], mapping.identity or record.identity, tuple(h for h in table.headings if h not in read),
        tuple(each for each in record.fields if each.required and each.key not in plan.filled and not each.read_only),
    )
    seen: dict[tuple[object, ...], list[int]] = {}
    for cells, number in zip(table.rows, table.numbers, strict=True):
        row = PreparedRow(number, cells, dict(plan.constants), list(plan.always))
        _fill(prepared, row, plan)
        if plan.rules:
            _apply(prepared, row, plan, today)
        _need(prepared, row, plan.needed)
        if prepared.identity:
            _identify(prepared, row, seen)
        prepared.rows.append(row)
        if len(prepared.rows) % TOLD_EVERY == 0:
            step(len(prepared.rows), len(table.rows))
    return prepared


@dataclass(frozen=True)
class _Plan:
    """A mapping made ready for the columns of one table."""

    constants: dict[str, object]
    always: list[Pending]
    takes: list[tuple[str, int, Take, LookUp | None, object]]
    parts: list[tuple[str, int, TakePart]]
    rules: list[tuple[Rule, dict[str, object]]]
    filled: set[str]
    needed: list[str]
    texts: set[str]


def _plan(table: Table, mapping: Mapping, record: RecordType, reading: Reading) -> _Plan:
    _check_columns(table, mapping)
    constants: dict[str, object] = {}
    always: list[Pending] = []
    takes: list[tuple[str, int, Take, LookUp | None, object]] = []
    for key, source in mapping.fields.items():
        described = describe(record, key)
        if source.column:
            index = index_of(table, source.column)
            take = take_of(source, described, reading, table, index)
            takes.append((key, index, take, source.look_up, empty_value(described.kind)))
        elif source.look_up:
            always.append(Pending(key, source.look_up, () if source.look_up.of else (str(source.constant),)))
            constants[key] = None
        else:
            constants[key] = constant(described, source.constant, reading)
    rules = []
    for rule in mapping.rules:
        for key in rule.copy:
            describe(record, key)
        rules.append((rule, {key: constant(describe(record, key), value, reading) for key, value in rule.set.items()}))
    filled = {*mapping.fields, *(key for rule in mapping.rules for key in (*rule.set, *rule.copy))}
    return _Plan(
        constants, always, takes,
        [(name, index_of(table, source.column), take_part(source)) for name, source in mapping.parts.items()],
        rules, filled, [each.key for each in record.fields if each.required and each.key in filled],
        {each.key for each in record.fields if each.kind in (Kind.TEXT, Kind.LONG_TEXT, Kind.CODE)},
    )


def _fill(prepared: Prepared, row: PreparedRow, plan: _Plan) -> None:
    values = row.values
    for key, index, take, look_up, empty in plan.takes:
        try:
            value = take(row.cells[index])
        except Bad as bad:
            value = None
            row.flaws.append(prepared.place(row, key, bad.reason))
        if value is None:
            values[key] = empty
        elif value is UNREADABLE:
            values[key] = empty
            row.warnings.append(prepared.place(row, key, LEFT_EMPTY))
        elif look_up is not None:
            values[key] = None
            row.pending.append(Pending(key, look_up, (value,)))
        else:
            values[key] = value


def _check_columns(table: Table, mapping: Mapping) -> None:
    lacking = [heading for heading in mapping.columns() if index_of(table, heading) < 0]
    if lacking:
        raise UnreadableInput(
            N_("Import", "The file has no column called {columns}. Its columns are: {headings}. Choose another mapping "
                         "or file.").of(columns=", ".join(lacking), headings=", ".join(table.headings[:30]))
        )


def _apply(prepared: Prepared, row: PreparedRow, plan: _Plan, today: date) -> None:
    names: dict[str, object] = {**row.values, "today": today}
    for name, index, take in plan.parts:
        names[name], names[f"{name}.text"] = take(row.cells[index] if index >= 0 else None)
    for rule, constants in plan.rules:
        if all(_holds(test, names) for test in rule.when):
            row.values.update(constants)
            for key, name in rule.copy.items():
                value = names.get(name)
                as_text = key in plan.texts and value is not None and not isinstance(value, str)
                row.values[key] = str(value) if as_text else value
            if rule.warn:
                value = names.get(rule.warn)
                row.warnings.append(prepared.place(row, rule.warn, DOUBTFUL, "" if value is None else value))
            return


def _holds(test: Test, names: Map[str, object]) -> bool:
    value = names.get(test.of)
    if test.is_ == "filled":
        return value not in (None, "")
    if test.is_ == "empty":
        return value in (None, "")
    if test.is_ == "equal":
        return value == test.value
    if value is None or value == "":
        return False
    low, high = names.get(test.low), names.get(test.high)
    try:
        return (low is None or low <= value) and (high is None or value <= high)  # type: ignore[operator]
    except TypeError:
        return False


def _need(prepared: Prepared, row: PreparedRow, needed: list[str]) -> None:
    for key in needed:
        if row.values.get(key) in (None, ""):
            told = any(pending.field == key for pending in row.pending) or any(flaw.field == key for flaw in row.flaws)
            if not told:
                row.flaws.append(prepared.place(row, key, NEEDED))


def _identify(prepared: Prepared, row: PreparedRow, seen: dict[tuple[object, ...], list[int]]) -> None:
    waiting = {pending.field: pending.key for pending in row.pending}
    row.identity = tuple(waiting.get(key, row.values.get(key)) for key in prepared.identity)
    if all(part in (None, "", ()) for part in row.identity):
        return
    rows = seen.setdefault(row.identity, [])
    rows.append(row.number)
    row.occurrence = len(rows)
    if len(rows) > 1 and not prepared.mapping.repeats:
        row.flaws.append(prepared.place(row, prepared.identity[0], TWICE.of(row=rows[0])))
