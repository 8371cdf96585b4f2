"""Spreadsheets in: trying the rows, taking them in one act, and removing what an import added."""

import hashlib
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from laborqa_desktop.errors import Conflict, NotFound, Refused, UnreadableInput
from laborqa_desktop.exchange import write
from laborqa_desktop.exchange.cells import Book, Cell, Sheet
from laborqa_desktop.exchange.convert import Reading
from laborqa_desktop.exchange.created import new_records
from laborqa_desktop.exchange.files import name_of
from laborqa_desktop.exchange.guess import guess, known_headings
from laborqa_desktop.exchange.layout import Table, find_table
from laborqa_desktop.exchange.lookups import resolve
from laborqa_desktop.exchange.mapping import Mapping as FieldMapping
from laborqa_desktop.exchange.mapping import dump, load
from laborqa_desktop.exchange.rows import Prepared, PreparedRow, prepare
from laborqa_desktop.exchange.sheets import read_book
from laborqa_desktop.models.enums import Origin
from laborqa_desktop.models.history import ImportRun
from laborqa_desktop.records import TYPES, record_type
from laborqa_desktop.records.field import Kind, RecordType
from laborqa_desktop.store import settings
from laborqa_desktop.store.unit import Changes, Store, Work
from laborqa_desktop.text import N_, Text, Translate, english
from laborqa_desktop.usecases import forms, import_removing, rules
from laborqa_desktop.usecases.backups import Backups
from laborqa_desktop.usecases.collector import collector_at_rest
from laborqa_desktop.usecases.import_filling import FILL, NEVER_UPDATED, ONE_BY_ONE, work_out
from laborqa_desktop.usecases.import_finding import Finder, known_rows, stored_values
from laborqa_desktop.usecases.import_removing import Removed
from laborqa_desktop.usecases.import_trial import (
    Cancelled,
    Choice,
    Done,
    ImportInfo,
    Trial,
    lines_of,
    rejected_rows,
    why_stopped,
)
from laborqa_desktop.usecases.records import Records
from laborqa_desktop.whole import remove

__all__ = ["Cancelled", "Choice", "Done", "ImportInfo", "Imports", "Removed", "Trial"]

Progress = Callable[[int, int], None]
BATCH = 2000


class Imports:
    """Imports into one library.

    Args:
        languages: in which headings and choices are understood; the first is that of the workbook of rejected rows.
    """

    def __init__(self, store: Store, person: str = "", languages: Sequence[Translate] = (english,)) -> None:
        self._store, self._person, self._languages = store, person, tuple(languages)
        self._records = Records(store, person)

    # ------------------------------------------------------------ reading and mapping

    @collector_at_rest()
    def read(self, path: Path, encoding: str = "", delimiter: str = "") -> Book:
        """The sheets of a file (exchange.sheets.read_book)."""
        return read_book(path, encoding, delimiter)

    def table(self, kind: str, sheet: Sheet, heading_row: int | None = None,
              mapping: FieldMapping | None = None) -> Table:
        """The table inside a sheet."""
        known = mapping.columns() if mapping else known_headings(record_type(kind), self._languages)
        return find_table(sheet, known, heading_row)

    def propose(self, kind: str, table: Table) -> FieldMapping:
        """The mapping used last for these headings, else a guess from them."""
        with self._store.read() as session:
            kept = settings.get(session, _memory(kind, table))
        if isinstance(kept, str):
            try:
                return load(kept)
            except UnreadableInput:
                pass
        return guess(record_type(kind), table.headings, record_type, self._languages)

    def template(self, kind: str, target: Path, translate: Translate) -> None:
        """Writes an empty workbook that can be filled in and imported."""
        write.write_template(target, record_type(kind), translate)

    # ------------------------------------------------------------ trying and taking

    def run(self, kind: str, path: Path, *, mapping: FieldMapping | None = None, choice: Choice = Choice.ALL,
            rejects: Path | None = None, progress: Progress | None = None) -> Done:
        """Reads a file, tries its rows and takes them, in one call.

        Raises:
            UserError: the file or the mapping cannot be used.
        """
        _need_importable(kind)
        if mapping is not None and mapping.kind != kind:
            raise UnreadableInput(N_("Import", "The mapping is for “{other}”, not for “{kind}”.")
                                  .of(other=mapping.kind, kind=kind))
        book = self.read(path, mapping.encoding if mapping else "", mapping.delimiter if mapping else "")
        sheet = _sheet(book, mapping.sheet if mapping else "")
        table = self.table(kind, sheet, mapping.heading_row if mapping else None, mapping)
        trial = self.try_rows(kind, table, mapping or self.propose(kind, table))
        return self.take(trial, path, choice, rejects, progress)

    @collector_at_rest()
    def try_rows(self, kind: str, table: Table, mapping: FieldMapping,
                 mended: Mapping[tuple[int, int], Cell] | None = None) -> Trial:
        """Checks every row against the library; nothing is written.

        Args:
            mended: (row number, column from 0) -> the cell as the user corrected it.
        """
        record = _need_importable(kind)
        reading = Reading(zone=self._store.zone, languages=self._languages)
        if mended:
            table = _mend(table, mended)
        prepared = prepare(table, mapping, record, self._store.today(), reading)
        with self._store.read() as session:
            finder = Finder(session)
            self._expect(finder, mapping, reading)
            resolve(prepared, finder)
            missing = self._fill_up(prepared, record)
            self._check(prepared, record)
            for row in prepared.rows:
                row.identity = tuple(row.values.get(name) for name in prepared.identity)
            return self._sort_out(session, prepared, record, kind, missing, finder)

    @collector_at_rest()
    def take(self, trial: Trial, path: Path, choice: Choice, rejects: Path | None = None,
             progress: Progress | None = None) -> Done:
        """Writes what was tried, in one act: all of it or nothing.

        Args:
            rejects: where the bad rows go with Choice.GOOD_ROWS; must not exist.
            progress: called with (rows written, rows in all); may raise Cancelled.

        Raises:
            Conflict: the library was changed since the rows were tried.
            UserError: the workbook of rejected rows cannot be written, or the backup before it cannot be made. Nothing
                is imported then.
        """
        counts, lines = trial.counts(choice), lines_of(trial)
        stopped = why_stopped(trial, choice)
        if stopped is not None or choice is Choice.DRY:
            return Done(counts, lines, trial, stopped)
        if trial.bad and rejects is not None and rejects.exists():
            raise Refused(N_("Import", "The file {file} for the rejected rows exists already. Choose another name; "
                                       "nothing "
                                       "was imported.").of(file=rejects.name))
        written = rejects if trial.bad and rejects is not None else None
        Backups(self._store).before("before-import")
        try:
            import_id, changes = self._write(trial, path, counts, written, progress)
        except BaseException as error:
            if written is not None:
                with suppress(OSError):
                    remove(written)     # it did not exist before
            if isinstance(error, IntegrityError) and "NOT NULL" not in str(error.orig):
                raise Conflict(N_("Import", "The library was changed meanwhile, so that a code is taken or a record "
                                            "gone. Nothing was imported; try again.")) from None
            raise
        return Done(counts, lines, trial, rejected_rows(trial, written), import_id, changes, written)

    def _write(self, trial: Trial, path: Path, counts: Mapping[str, int], rejects: Path | None,
               progress: Progress | None) -> tuple[int, Changes]:
        kind = record_type(trial.kind)
        with self._store.write(N_("Act", "Imported {count} × {kind} from {file}").of(
                count=len(trial.new) + len(trial.changed), kind=kind.single, file=name_of(path)),
                person=self._person) as work:
            run = ImportRun(at=work.now, kind=trial.kind, file_name=name_of(path), sha256=_sha256(path),
                            mapping=dump(trial.mapping), counts=counts)
            work.session.add(run)
            work.session.flush()
            work.import_id = import_id = run.id
            made = self._make_coming(work, trial)
            self._insert(work, trial, kind, made, progress)
            named = _named(trial.mapping)       # never the proposals for new records
            for record_id, row in trial.changed:
                given = {k: v for k, v in row.values.items() if k in named and _is_given(v)}
                values = _with_real_ids(given, made)
                loaded = forms.fetch(work.session, kind, record_id)
                forms.put(kind, loaded, values)
            settings.put(work.session, _memory(trial.kind, trial.prepared.table), dump(trial.mapping))
            if rejects is not None:             # before the commit: without the rest no good rows either
                write.write_rejects(rejects, trial.prepared.table, trial.bad, self._languages[0])
        return import_id, work.changes

    # ------------------------------------------------------------ the past

    def past(self, limit: int = 100) -> list[ImportInfo]:
        """The imports of this library, newest first."""
        with self._store.read() as session:
            return [ImportInfo(run.id, run.at, run.kind, run.file_name, dict(run.counts or {}), run.removed_at)
                    for run in session.scalars(select(ImportRun).order_by(ImportRun.id.desc()).limit(limit))]

    def remove(self, import_id: int, *, edited_too: bool = False) -> Removed:
        """Removes what an import added (decisions.md: Undo); works days later.

        Args:
            edited_too: also the records that were edited since; else they stay and are listed.

        Raises:
            NotFound: there was no such import. Refused: it was removed before.
            UserError: the backup before it could not be made; nothing is removed then.
        """
        Backups(self._store).before("before-removal")
        return import_removing.remove(self._store, import_id, self._person, edited_too=edited_too)

    # ------------------------------------------------------------ steps of trying

    def _expect(self, finder: Finder, mapping: FieldMapping, reading: Reading) -> None:
        for record in new_records(mapping, record_type, reading):
            values = dict(record.values)
            for pending in record.pending:
                values[pending.field] = _one(finder, pending)
            finder.expect(replace(record, values=values))

    def _fill_up(self, prepared: Prepared, record: RecordType) -> tuple[Text, ...]:
        """Fills required choices as a new form would; a required date is never today by default."""
        given = rules.defaults(record.key, self._store.today())
        missing, defaults = [], dict[str, Any]()
        worked_out = work_out(prepared, record, self._store.today())
        for one in prepared.unfilled:
            value = given.get(one.key)
            if one.key in worked_out:
                continue
            if value is not None and one.kind is not Kind.DATE:
                defaults[one.key] = value
            elif one.kind is not Kind.BOOL:
                missing.append(N_("Import", "No column fills “{field}”, which is required.").of(field=one.label))
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

    def _check(self, prepared: Prepared, record: RecordType) -> None:
        today = self._store.today()
        fields = [one for one in record.fields if one.key not in ("code",) or not record.series]
        words = [one for one in record.fields if one.kind in (Kind.TEXT, Kind.LONG_TEXT, Kind.CODE)]
        ignored = {one.key for one in prepared.unfilled}
        for row in prepared.rows:
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

    def _sort_out(self, session: Any, prepared: Prepared, record: RecordType, kind: str, missing: tuple[Text, ...],
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
            names = [name for name in _named(prepared.mapping) if not record.field(name).read_only]
            before = stored_values(session, record, (record_id for record_id, _ in matched), names)
            changed = [(record_id, row) for record_id, row in matched
                       if any(_differs(before[record_id].get(name), row.values[name])
                              for name in names if _is_given(row.values.get(name)))]
        bad = tuple(row for row in prepared.rows if row.flaws)
        return Trial(kind, prepared.mapping, prepared, tuple(new), tuple(changed), len(matched) - len(changed), bad,
                     missing, dict(finder.coming))

    # ------------------------------------------------------------ steps of taking

    def _make_coming(self, work: Work, trial: Trial) -> dict[int, int]:
        made: dict[int, int] = {}
        for number, record in trial.coming.items():
            values = _with_real_ids(record.values, made)
            made[number], _ = self._records.save_in(work, record.kind, None, values)
        return made

    def _insert(self, work: Work, trial: Trial, kind: RecordType, made: Mapping[int, int],
                progress: Progress | None) -> None:
        rows = [_with_real_ids(row.values, made) for row in trial.new]
        if kind.key in ONE_BY_ONE:
            for row in rows:
                self._records.save_in(work, kind.key, None, row)
            return
        keys = list(dict.fromkeys(key for row in rows for key in row))
        complete = [{key: row.get(key) for key in keys} for row in rows]
        if kind.key in FILL:
            FILL[kind.key](work, complete)
        same = list(dict.fromkeys(key for row in complete for key in row))
        blanks: dict[str, Any] = {one.key: "" for one in kind.fields if one.kind in (Kind.TEXT, Kind.LONG_TEXT)}
        columns: Any = kind.model.__table__.c
        blanks |= {one.key: columns[one.key].default.arg for one in kind.fields if one.kind is Kind.BOOL}
        for start in range(0, len(complete), BATCH):
            batch = [{key: blanks.get(key) if row.get(key) is None else row[key] for key in same}
                     for row in complete[start:start + BATCH]]
            work.add_all_fast(kind.model, batch)
            if progress is not None:
                progress(min(start + BATCH, len(complete)), len(complete))


def _need_importable(kind: str) -> RecordType:
    record = record_type(kind)
    if kind in ("report", "company") or kind not in TYPES:
        raise Refused(N_("Import", "“{kind}” cannot be imported.").of(kind=record.title))
    return record


def _sheet(book: Book, name: str) -> Sheet:
    if name:
        found = next((sheet for sheet in book.sheets if sheet.name == name), None)
        if found is None:
            raise NotFound(N_("Import", "The file has no sheet called “{name}”.").of(name=name))
        return found
    filled = next((sheet for sheet in book.sheets if sheet.rows), None)
    if filled is None:
        raise UnreadableInput(N_("Import", "{file} holds no rows.").of(file=book.file))
    return filled


def _named(mapping: FieldMapping) -> list[str]:
    """The fields that the mapping itself fills."""
    return list(dict.fromkeys([*mapping.fields, *(key for rule in mapping.rules for key in (*rule.set, *rule.copy))]))


def _mark_taken_codes(session: Session, prepared: Prepared, record: RecordType, new: Sequence[PreparedRow],
                      matched: Sequence[tuple[int, PreparedRow]]) -> None:
    """Codes are unique also where rows are known by something else."""
    if "code" not in _named(prepared.mapping) or record.series or record.key == "checklist":
        return
    model: Any = record.model
    owners: dict[Any, int] = {code: one for one, code in session.execute(
        select(model.id, model.code).where(model.archived.is_(False), model.code.is_not(None)))}
    rows = sorted([*((0, row) for row in new), *matched], key=lambda pair: pair[1].number)
    for record_id, row in rows:
        code = row.values.get("code")
        if code and owners.setdefault(code, record_id or -row.number) not in (record_id, -row.number):
            row.flaws.append(prepared.place(row, "code", N_("Records", "The code “{code}” is in use already.")
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
    raise UnreadableInput(N_("Import", "The mapping names the record “{key}”, which is not in the library or not "
                                       "the only "
                                       "one.").of(key=pending.key[0] if pending.key else ""))


def _with_real_ids(values: Mapping[str, Any], made: Mapping[int, int]) -> dict[str, Any]:
    return {key: made.get(value, value) if isinstance(value, int) and value < 0 else value
            for key, value in values.items()}


def _is_given(value: Any) -> bool:
    """An empty cell says nothing about a record that is there: what it holds stays."""
    return value not in (None, "")


def _differs(before: Any, after: Any) -> bool:
    return (before or None) != (after or None)


def _memory(kind: str, table: Table) -> str:
    headings = hashlib.sha256("\n".join(table.headings).encode()).hexdigest()[:24]
    return f"import.mapping.{kind}.{headings}"


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
