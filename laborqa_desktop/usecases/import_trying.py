"""Trying the rows of a table against the library: what each would do, and what is wrong with it. Writes nothing."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date
from enum import Enum
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from laborqa_desktop.errors import Refused, UnreadableInput
from laborqa_desktop.exchange.cells import Cell
from laborqa_desktop.exchange.convert import Reading
from laborqa_desktop.exchange.created import new_records
from laborqa_desktop.exchange.layout import Table
from laborqa_desktop.exchange.lookups import resolve
from laborqa_desktop.exchange.mapping import Mapping as FieldMapping
from laborqa_desktop.exchange.rows import TOLD_EVERY, Prepared, PreparedRow, prepare
from laborqa_desktop.models.enums import Origin
from laborqa_desktop.progress import Step, part_of, quietly
from laborqa_desktop.records import TYPES, record_type
from laborqa_desktop.records.field import Kind, RecordType
from laborqa_desktop.store.unit import Store
from laborqa_desktop.text import N_, Text, Translate
from laborqa_desktop.usecases import forms, import_updating, rules
from laborqa_desktop.usecases.import_filling import NEVER_UPDATED, ONE_BY_ONE, work_out
from laborqa_desktop.usecases.import_finding import Finder, known_rows, stored_values
from laborqa_desktop.usecases.import_trial import Trial


class Placing(Enum):
    """Where pasted rows go."""

    MATCH = "match"     # to the record with the same identity; what is not known is new
    ONTO = "onto"       # to the rows of a list from one on; what comes after the last is new
    NEW = "new"         # each is a new record


THERE = N_("Import", "such a record is there already")
EVIDENCE = N_("Import", "such a record is there already and is not changed by a list; open it to change it")


def try_rows(store: Store, languages: Sequence[Translate], kind: str, table: Table, mapping: FieldMapping,
             mended: Mapping[tuple[int, int], Cell] | None = None, placing: Placing | None = None,
             onto: Sequence[int] = (), step: Step = quietly) -> Trial:
    """Checks every row against the library.

    Args:
        languages: in which headings and choices are understood.
        mended: (row number, column from 0) -> the cell as the user corrected it.
        placing: of a pasted block. Its rows may hold a few columns only: what they change is held against the whole
            record, and what is required is asked of new rows alone. None: a file.
        onto: ids of the records in the order of the rows, for Placing.ONTO.
        step: told (rows, rows in all) twice, as values and as records: half of the count each; may raise to stop.
    """
    total = len(table.rows)
    half = total // 2
    record = need_importable(kind)
    today, reading = store.today(), Reading(zone=store.zone, languages=tuple(languages))
    if mended:
        table = _mend(table, mended)
    prepared = prepare(table, mapping, record, today, reading, part_of(step, 0, half, total))
    with store.read() as session:
        finder, checking = Finder(session), part_of(step, half, total - half, total)
        _expect(finder, mapping, reading)
        resolve(prepared, finder)
        if placing is not None:
            return _sort_pasted(session, prepared, record, today, placing, onto, checking)
        missing = _fill_up(prepared, record, today)
        _check(prepared, record, today, {one.key for one in prepared.unfilled}, checking)
        for row in prepared.rows:
            row.identity = tuple(row.values.get(name) for name in prepared.identity)
        return _sort_out(session, prepared, record, kind, missing, finder)


def need_importable(kind: str) -> RecordType:
    """The record type, if it has spreadsheets.

    Raises:
        Refused: it cannot be imported.
    """
    record = record_type(kind)
    if kind in ("report", "company") or kind not in TYPES:
        raise Refused(N_("Import", '"{kind}" cannot be imported.').of(kind=record.title))
    return record


def fields_filled(mapping: FieldMapping) -> list[str]:
    """The fields that the mapping itself fills."""
    return list(dict.fromkeys([*mapping.fields, *(key for rule in mapping.rules for key in (*rule.set, *rule.copy))]))


def is_given(value: Any) -> bool:
    """An empty cell says nothing about a record that is there: what it holds stays."""
    return value not in (None, "")


def _expect(finder: Finder, mapping: FieldMapping, reading: Reading) -> None:
    for record in new_records(mapping, record_type, reading):
        values = dict(record.values)
        for pending in record.pending:
            values[pending.field] = _one(finder, pending)
        finder.expect(replace(record, values=values))


def _fill_up(prepared: Prepared, record: RecordType, today: date) -> tuple[Text, ...]:
    """Fills required choices as a new form would; a required date is never today by default."""
    given = rules.defaults(record.key, today)
    missing, defaults = [], dict[str, Any]()
    worked_out = work_out(prepared, record, today)
    for one in prepared.unfilled:
        value = given.get(one.key)
        if one.key in worked_out:
            continue
        if value is not None and one.kind is not Kind.DATE:
            defaults[one.key] = value
        elif one.kind is not Kind.BOOL:
            missing.append(N_("Import", 'No column fills "{field}", which is required.').of(field=one.label))
    for name in prepared.identity:
        if name in given and record.field(name).read_only:      # the edition of a checklist
            defaults[name] = given[name]
    if any(one.key == "origin" for one in record.fields):
        defaults["origin"] = Origin.IMPORTED.value
    yes_no = [one.key for one in record.fields if one.kind is Kind.BOOL]
    for row in prepared.rows:
        row.values = {**defaults, **row.values}
        for key in yes_no:
            if row.values.get(key, True) is None:       # an empty cell says neither yes nor no
                del row.values[key]
    return tuple(missing)


def _check(prepared: Prepared, record: RecordType, today: date, ignored: Collection[str],
           step: Step) -> None:
    fields = [one for one in record.fields if one.key not in ("code",) or not record.series]
    words = [one for one in record.fields if one.kind in (Kind.TEXT, Kind.LONG_TEXT, Kind.CODE)]
    for done, row in enumerate(prepared.rows):
        if done % TOLD_EVERY == 0:
            step(done, len(prepared.rows))
        values = row.values
        for one in words:
            if values.get(one.key):
                values[one.key] = forms.clean(one, values[one.key])
        told = {flaw.field for flaw in row.flaws}
        flaws = [flaw for flaw in forms.check_values(fields, values)
                 if flaw.field not in told and flaw.field not in ignored]
        if record.validate is not None and not flaws and not told:
            flaws = record.validate(values, today)
        for flaw in flaws:
            place = prepared.place(row, flaw.field, flaw.text)
            (row.warnings if flaw.warning else row.flaws).append(place)


def _sort_out(session: Session, prepared: Prepared, record: RecordType, kind: str, missing: tuple[Text, ...],
              finder: Finder) -> Trial:
    stored = known_rows(session, record, prepared)
    seen: Counter[tuple[object, ...]] = Counter()
    new: list[PreparedRow] = []
    matched: list[tuple[int, PreparedRow]] = []
    for row in prepared.rows:
        if row.flaws:
            continue
        seen[row.identity] += 1
        there = stored.get(row.identity, []) if any(part not in (None, "") for part in row.identity) else []
        if len(there) >= seen[row.identity]:
            matched.append((there[seen[row.identity] - 1], row))
        else:
            new.append(row)
    changed: list[tuple[int, PreparedRow]] = []
    _mark_taken_codes(session, prepared, record, new, matched)
    new = [row for row in new if not row.flaws]
    matched = [(one, row) for one, row in matched if not row.flaws]
    if kind not in NEVER_UPDATED and kind not in ONE_BY_ONE and matched:
        names = [name for name in fields_filled(prepared.mapping) if not record.field(name).read_only]
        before = stored_values(session, record, (record_id for record_id, _ in matched), names)
        changed = [(record_id, row) for record_id, row in matched
                   if any(_differs(before[record_id].get(name), row.values[name])
                          for name in names if is_given(row.values.get(name)))]
    bad = tuple(row for row in prepared.rows if row.flaws)
    return Trial(kind, prepared.mapping, prepared, tuple(new), tuple(changed), len(matched) - len(changed), bad,
                 missing, dict(finder.coming))


def _sort_pasted(session: Session, prepared: Prepared, record: RecordType, today: date, placing: Placing,
                 onto: Sequence[int], step: Step) -> Trial:
    named = fields_filled(prepared.mapping)
    targets, fresh = _targets(session, prepared, record, placing, onto, named)
    known = import_updating.look(session, record, prepared, targets, named, today)
    new = replace(prepared, rows=fresh)
    _fill_up(new, record, today)
    _check(new, record, today, (), step)
    good = [row for row in fresh if not row.flaws]
    _mark_taken_codes(session, prepared, record, good, known.changed)
    changed = tuple((one, row) for one, row in known.changed if not row.flaws)
    bad = tuple(row for row in prepared.rows if row.flaws)
    return Trial(record.key, prepared.mapping, prepared, tuple(row for row in good if not row.flaws), changed,
                 known.same, bad, (), versions=known.versions, also=known.also, names=known.names, asks=known.asks)


def _targets(session: Session, prepared: Prepared, record: RecordType, placing: Placing, onto: Sequence[int],
             named: Sequence[str]) -> tuple[list[tuple[int, PreparedRow]], list[PreparedRow]]:
    """Rows with the record they change, and rows that are new."""
    rows = prepared.rows
    if placing is Placing.ONTO:
        return list(zip(onto, rows, strict=False)), rows[len(onto):]
    for row in rows:
        row.identity = tuple(row.values.get(name) for name in prepared.identity)
    whole = bool(prepared.identity) and set(prepared.identity) <= set(named)
    stored = known_rows(session, record, prepared) if whole else {}
    there = [(stored.get(row.identity, [0])[0], row) for row in rows]
    if placing is Placing.NEW:
        for record_id, row in there:
            if record_id and not row.flaws:
                row.flaws.append(prepared.place(row, prepared.identity[0], THERE))
        return [], rows
    if record.key in NEVER_UPDATED:
        for record_id, row in there:
            if record_id and not row.flaws:
                row.flaws.append(prepared.place(row, prepared.identity[0], EVIDENCE))
    return ([(record_id, row) for record_id, row in there if record_id],
            [row for record_id, row in there if not record_id])


def _mark_taken_codes(session: Session, prepared: Prepared, record: RecordType, new: Sequence[PreparedRow],
                      matched: Sequence[tuple[int, PreparedRow]]) -> None:
    """Codes are unique also where rows are known by something else."""
    if "code" not in fields_filled(prepared.mapping) or record.series or record.key == "checklist":
        return
    model: Any = record.model
    owners: dict[Any, int] = {code: one for one, code in session.execute(
        select(model.id, model.code).where(model.archived.is_(False), model.code.is_not(None)))}
    rows = sorted([*((0, row) for row in new), *matched], key=lambda pair: pair[1].number)
    for record_id, row in rows:
        code = row.values.get("code")
        if code and owners.setdefault(code, record_id or -row.number) not in (record_id, -row.number):
            row.flaws.append(prepared.place(row, "code", N_("Records", 'The code "{code}" is in use already.')
                                            .of(code=code)))


def _mend(table: Table, mended: Mapping[tuple[int, int], Cell]) -> Table:
    rows = []
    for number, cells in zip(table.numbers, table.rows, strict=True):
        rows.append([mended.get((number, place), cell) for place, cell in enumerate(cells)])
    return replace(table, rows=rows)


def _one(finder: Finder, pending: Any) -> int:
    for name in pending.look_up.by:
        found = finder(pending.look_up.kind, (name,), frozenset({pending.key})).get(pending.key, ())
        if len(found) == 1:
            return int(found[0])
    raise UnreadableInput(N_("Import", 'The mapping names the record "{key}", which is not in the library or not '
                                       "the only one.").of(key=pending.key[0] if pending.key else ""))


def _differs(before: Any, after: Any) -> bool:
    return (before or None) != (after or None)
