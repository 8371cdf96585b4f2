"""Spreadsheets in: trying the rows, taking them in one act, and removing what an import added."""

import hashlib
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from laborqa_desktop import collector
from laborqa_desktop.errors import Conflict, NotFound, Refused, UnreadableInput
from laborqa_desktop.exchange import write
from laborqa_desktop.exchange.cells import Book, Cell, Sheet
from laborqa_desktop.exchange.files import name_of
from laborqa_desktop.exchange.guess import guess, known_headings
from laborqa_desktop.exchange.layout import Table, find_table
from laborqa_desktop.exchange.mapping import Mapping as FieldMapping
from laborqa_desktop.exchange.mapping import dump, load
from laborqa_desktop.exchange.sheets import read_book
from laborqa_desktop.models.history import ImportRun
from laborqa_desktop.progress import Step, quietly
from laborqa_desktop.records import record_type
from laborqa_desktop.records.field import Kind, RecordType
from laborqa_desktop.store import settings
from laborqa_desktop.store.unit import Changes, Store, Work
from laborqa_desktop.text import N_, Translate, english
from laborqa_desktop.usecases import forms, import_removing, many, reasons, rules
from laborqa_desktop.usecases.backups import Backups
from laborqa_desktop.usecases.import_filling import FILL, ONE_BY_ONE
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
from laborqa_desktop.usecases.import_trying import fields_filled, is_given, need_importable, try_rows
from laborqa_desktop.usecases.pasting import Pasted
from laborqa_desktop.usecases.records import Records
from laborqa_desktop.whole import remove

__all__ = ["Cancelled", "Choice", "Done", "ImportInfo", "Imports", "Removed", "Trial"]

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

    @collector.at_rest()
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
            rejects: Path | None = None, step: Step = quietly) -> Done:
        """Reads a file, tries its rows and takes them, in one call.

        Raises:
            UserError: the file or the mapping cannot be used.
        """
        need_importable(kind)
        if mapping is not None and mapping.kind != kind:
            raise UnreadableInput(N_("Import", 'The mapping is for "{other}", not for "{kind}".')
                                  .of(other=mapping.kind, kind=kind))
        book = self.read(path, mapping.encoding if mapping else "", mapping.delimiter if mapping else "")
        sheet = _sheet(book, mapping.sheet if mapping else "")
        table = self.table(kind, sheet, mapping.heading_row if mapping else None, mapping)
        trial = self.try_rows(kind, table, mapping or self.propose(kind, table))
        return self.take(trial, path, choice, rejects, step)

    @collector.at_rest()
    def try_rows(self, kind: str, table: Table, mapping: FieldMapping,
                 mended: Mapping[tuple[int, int], Cell] | None = None, step: Step = quietly) -> Trial:
        """Checks every row against the library; nothing is written.

        Args:
            step: told how far it is; may raise to stop.
            mended: (row number, column from 0) -> the cell as the user corrected it.
        """
        return try_rows(self._store, self._languages, kind, table, mapping, mended, step=step)

    @collector.at_rest()
    def try_pasted(self, pasted: Pasted, step: Step = quietly) -> Trial:
        """Checks every row of a pasted block against the library; nothing is written."""
        return try_rows(self._store, self._languages, pasted.kind, pasted.rows_left, pasted.mapping, pasted.mended,
                        pasted.placing, pasted.onto_left, step)

    @collector.at_rest()
    def take_pasted(self, trial: Trial, step: Step = quietly, reason: str = "") -> Done:
        """Writes what was pasted, in one act: all of it or nothing. No backup is made: it is one step to undo.

        Args:
            step: told (rows written, rows in all); may raise to stop.
            reason: kept with the act.

        Raises:
            Conflict: a record was changed since the rows were tried.
            ReasonWanted: one of them may be changed only with a reason.
        """
        counts, lines, stopped = trial.counts(Choice.ALL), lines_of(trial), why_stopped(trial, Choice.ALL)
        if stopped is not None:
            return Done(counts, lines, trial, stopped)
        import_id, changes = self._write_or_tell(trial, None, counts, None, step, reason)
        return Done(counts, lines, trial, None, import_id, changes)

    @collector.at_rest()
    def take(self, trial: Trial, path: Path, choice: Choice, rejects: Path | None = None,
             step: Step = quietly) -> Done:
        """Writes what was tried, in one act: all of it or nothing.

        Args:
            rejects: where the bad rows go with Choice.GOOD_ROWS; must not exist.
            step: told (rows written, rows in all); may raise to stop.

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
        Backups(self._store).before("before-import", step)
        import_id, changes = self._write_or_tell(trial, path, counts, written, step)
        return Done(counts, lines, trial, rejected_rows(trial, written), import_id, changes, written)

    def _write_or_tell(self, trial: Trial, path: Path | None, counts: Mapping[str, int], rejects: Path | None,
                       step: Step, reason: str = "") -> tuple[int, Changes]:
        try:
            return self._write(trial, path, counts, rejects, step, reason)
        except BaseException as error:
            if rejects is not None:
                with suppress(OSError):
                    remove(rejects)     # it did not exist before
            if isinstance(error, IntegrityError) and "NOT NULL" not in str(error.orig):
                raise _changed_meanwhile() from None
            raise

    def _write(self, trial: Trial, path: Path | None, counts: Mapping[str, int], rejects: Path | None,
               step: Step, reason: str) -> tuple[int, Changes]:
        kind = record_type(trial.kind)
        act = (N_("Act", "Pasted {count} × {kind}") if path is None else
               N_("Act", "Imported {count} × {kind} from {file}").of(file=name_of(path)))
        with self._store.write(act.of(count=len(trial.new) + len(trial.changed), kind=kind.single),
                               person=self._person, reason=reason.strip(), step=step) as work:
            run = ImportRun(at=work.now, kind=trial.kind, file_name=name_of(path) if path else "",
                            sha256=_sha256(path) if path else "", mapping=dump(trial.mapping), counts=counts)
            work.session.add(run)
            work.session.flush()
            work.import_id = import_id = run.id
            made = self._make_coming(work, trial)
            self._insert(work, trial, kind, made)
            self._update(work, trial, kind, made, path)
            if path is not None:
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

    def remove(self, import_id: int, *, edited_too: bool = False, step: Step = quietly) -> Removed:
        """Removes what an import added (decisions.md: Undo); works days later.

        Args:
            edited_too: also the records that were edited since; else they stay and are listed.
            step: told how far it is, the backup before included; may raise to stop, nothing is removed then.

        Raises:
            NotFound: there was no such import. Refused: it was removed before.
            UserError: the backup before it could not be made; nothing is removed then.
        """
        Backups(self._store).before("before-removal", step)
        return import_removing.remove(self._store, import_id, self._person, edited_too=edited_too, step=step)

    # ------------------------------------------------------------ steps of taking

    def _make_coming(self, work: Work, trial: Trial) -> dict[int, int]:
        made: dict[int, int] = {}
        for number, record in trial.coming.items():
            values = _with_real_ids(record.values, made)
            made[number], _ = self._records.save_in(work, record.kind, None, values)
        return made

    def _insert(self, work: Work, trial: Trial, kind: RecordType, made: Mapping[int, int]) -> None:
        total = len(trial.new) + len(trial.changed)
        rows = [_with_real_ids(row.values, made) for row in trial.new]
        if kind.key in ONE_BY_ONE:
            for done, row in enumerate(rows):
                work.tell(done, total)
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
            work.tell(min(start + BATCH, len(complete)), total)

    def _update(self, work: Work, trial: Trial, kind: RecordType, made: Mapping[int, int], path: Path | None) -> None:
        named = fields_filled(trial.mapping)       # never the proposals for new records
        follow, done = rules.FOLLOWS.get(kind.key), 0
        for part in many.parts(trial.changed):
            records = many.load(work.session, kind, [record_id for record_id, _ in part])
            with work.session.no_autoflush:
                for record_id, row in part:
                    record = records.get(record_id)
                    if record is None or trial.versions.get(record_id, record.row_version) != record.row_version:
                        raise _changed_meanwhile()
                    given = {k: v for k, v in row.values.items() if k in named and is_given(v)}
                    values = {**_with_real_ids(given, made), **trial.also.get(record_id, {})}
                    if path is None:
                        reasons.need_for_saving(work.session, kind, record, values, work.reason)
                    elif reasons.corrects_person(kind, record, values):
                        work.reason = N_("Import", "Import of {file}").of(file=name_of(path)).say(self._languages[0])
                    forms.put(kind, record, values)
                    if follow is not None:
                        follow(work.session, record, False)
            work.session.flush()
            work.session.expunge_all()
            done += len(part)
            work.tell(len(trial.new) + done, len(trial.new) + len(trial.changed))


def _changed_meanwhile() -> Conflict:
    return Conflict(N_("Import", "The library was changed meanwhile, so that a code is taken or a record gone. Nothing "
                                 "was imported; try again."))


def _sheet(book: Book, name: str) -> Sheet:
    if name:
        found = next((sheet for sheet in book.sheets if sheet.name == name), None)
        if found is None:
            raise NotFound(N_("Import", 'The file has no sheet called "{name}".').of(name=name))
        return found
    filled = next((sheet for sheet in book.sheets if sheet.rows), None)
    if filled is None:
        raise UnreadableInput(N_("Import", "{file} holds no rows.").of(file=book.file))
    return filled


def _with_real_ids(values: Mapping[str, Any], made: Mapping[int, int]) -> dict[str, Any]:
    return {key: made.get(value, value) if isinstance(value, int) and value < 0 else value
            for key, value in values.items()}


def _memory(kind: str, table: Table) -> str:
    headings = hashlib.sha256("\n".join(table.headings).encode()).hexdigest()[:24]
    return f"import.mapping.{kind}.{headings}"


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
