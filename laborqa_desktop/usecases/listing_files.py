"""Lists and records as files for others: the shown list as a workbook, and as a PDF to print.

Columns with personal data (records/personal.py) leave the house only when they are asked for, and the history says so.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Literal
from zoneinfo import ZoneInfo

from laborqa_desktop.errors import Refused
from laborqa_desktop.exchange.files import replace_file
from laborqa_desktop.exchange.write import OutColumn, cell_of, export_csv, export_xlsx, out_column
from laborqa_desktop.progress import Step, quietly
from laborqa_desktop.records import record_type
from laborqa_desktop.records.field import Column, Field, Kind, RecordType
from laborqa_desktop.records.personal import personal_columns
from laborqa_desktop.reports.table_print import PrintColumn, PrintGroup, Printout, table_pdf
from laborqa_desktop.store.unit import Store
from laborqa_desktop.text import N_, Text, Translate
from laborqa_desktop.usecases.company import Company
from laborqa_desktop.usecases.filter_words import said
from laborqa_desktop.usecases.forms import Loaded
from laborqa_desktop.usecases.listing import ListRow, Query
from laborqa_desktop.usecases.printing import Pairs, columns_for
from laborqa_desktop.usecases.records import Records
from laborqa_desktop.usecases.wording import NUMBERS, words_of

Language = Literal["zh", "en"]
_TOLD_EVERY = 200
MOST_PRINTED = 5_000


class ListFiles:
    """Exports and prints of one library, on behalf of a working person."""

    def __init__(self, store: Store, person: str = "") -> None:
        self._store, self._person = store, person
        self._records = Records(store)
        self._profile = Company(store)

    def export(self, key: str, query: Query, ids: Sequence[int], target: Path, translate: Translate,
               personal: str | None = None, language: Language = "zh", step: Step = quietly) -> int:
        """Writes the rows of a list to .xlsx or, by its ending, .csv or .pdf; gives their number.

        Args:
            ids: only these records; () for all of the query.
            personal: None leaves columns with personal data out. A reason, which may be empty, takes them along in
                full; the history then names the columns, the records and the reason.
            step: called with the rows done and all of them; what it raises stops the export, and nothing is left.

        Raises:
            UserError: the file cannot be written; nothing is left behind. Refused: too many rows for a PDF.
        """
        kind = record_type(key)
        if target.suffix.lower() == ".pdf":
            pdf, count = self._printed(key, query, ids, translate, language, personal,
                                       N_("FinalAct", "Exported personal data: {columns}"), step)
            replace_file(target, pdf)
            return count
        columns = _columns(kind, query, personal)
        query = replace(query, columns=tuple(column.key for column in columns))
        secret = personal_columns(kind, tuple(columns))
        outs = [replace(made, text=made.text or column in secret)
                for column, made in ((column, out_column(column, translate)) for column in columns)]
        found = self._rows(key, query, ids, step)
        rows = ([_out(*cell, translate) for cell in zip(outs, row.cells, strict=True)] for row in stepping(found, step))
        with self._told(kind, secret, found, personal, N_("FinalAct", "Exported personal data: {columns}")):
            if target.suffix.lower() == ".csv":
                return export_csv(target, outs, rows, translate, self._store.zone)
            return export_xlsx(target, kind.title.say(translate), outs, rows, translate, self._store.zone)

    def print_list(self, key: str, query: Query, ids: Sequence[int], translate: Translate, language: Language,
                   personal: str | None = None, step: Step = quietly) -> bytes:
        """The rows of a list as a tagged A4 PDF.

        Args:
            personal, step: see export.

        Raises:
            Refused: there are more than MOST_PRINTED.
        """
        return self._printed(key, query, ids, translate, language, personal,
                             N_("FinalAct", "Printed personal data: {columns}"), step)[0]

    def _printed(self, key: str, query: Query, ids: Sequence[int], translate: Translate, language: Language,
                 personal: str | None, act: Text, step: Step) -> tuple[bytes, int]:
        kind = record_type(key)
        columns = _columns(kind, query, personal)
        query = replace(query, columns=tuple(column.key for column in columns))
        count = len(ids) or self._records.exact_count(key, query)
        if count > MOST_PRINTED:
            raise Refused(N_("Print", "A PDF holds at most {most} {most:row|rows} and the list has {count}; nothing "
                                      "was made. Filter the list, choose rows, or export it as a workbook.")
                          .of(most=f"{MOST_PRINTED:,}", count=f"{count:,}"))
        rows = self._rows(key, query, ids, step)
        zone = ZoneInfo(self._store.zone)
        words = [[words_of(value, translate, column.kind, column.labels, column.scale, None, zone)
                  for column, value in zip(columns, row.cells, strict=True)] for row in rows]
        heads = tuple(PrintColumn(column.label.say(translate), column.kind in NUMBERS,
                                  column.kind in (Kind.DATE, Kind.MOMENT), column.width / 4) for column in columns)
        subtitle = self._narrowed_by(kind, query, translate) if not ids else ""
        secret = personal_columns(kind, tuple(columns))
        with self._told(kind, secret, rows, personal, act):
            pdf = table_pdf(Printout(
                kind.title.say(translate), self._profile.legal_name(), self._store.clock().astimezone(zone), subtitle,
                heads, words, landscape=len(columns) > 5), translate, language)
            step(len(rows), len(rows))      # cancelled meanwhile, it was not printed, and the history says nothing
            return pdf, len(rows)

    def _narrowed_by(self, kind: RecordType, query: Query, translate: Translate) -> str:
        """What the rows were narrowed by, so that a list on paper does not pass for the whole."""
        parts = [N_("Print", "Search: {words}").of(words=query.search).say(translate)] if query.search else []
        for one in query.filters:
            column = kind.column(one.column)
            names = self._records.value_names(kind.key, one.column, [v for v in one.values if v is not None])
            parts.append(N_("Print", "{column}: {values}").of(
                column=column.label, values=said(column, one, names, translate)).say(translate))
        return " · ".join(parts)

    @contextmanager
    def _told(self, kind: RecordType, secret: Sequence[Column], rows: Sequence[ListRow], reason: str | None,
              act: Text) -> Iterator[None]:
        """What leaves with personal data stands in the history, or does not leave."""
        if not secret:
            yield
            return
        told: Text = secret[-1].label
        for column in reversed(secret[:-1]):
            told = N_("Print", "{first}, {rest}").of(first=column.label, rest=told)
        with self._store.write(act.of(columns=told), person=self._person, reason=(reason or "").strip()) as work:
            for row in rows:
                work.seen(kind.model.__tablename__, row.id)
            yield

    def print_record(self, key: str, record_id: int, translate: Translate, language: Language) -> bytes:
        """One record as a tagged A4 PDF: its fields by group, what its list reckons (a score), and its child rows.

        Sensitive values stay masked.
        """
        kind = record_type(key)
        loaded = self._records.load(key, record_id)
        zone = ZoneInfo(self._store.zone)
        single = kind.single.say(translate)
        title = single[:1].upper() + single[1:]
        first, *others = _groups(kind, loaded, translate, zone) or [PrintGroup("")]
        if first.title == title:        # the page is headed so already
            first = replace(first, title="")
        return table_pdf(Printout(
            title, self._profile.legal_name(), self._store.clock().astimezone(zone),
            loaded.title, groups=_with((first, *others), self._reckoned(
                kind, record_id, translate, zone)), landscape=False), translate, language)

    def _reckoned(self, kind: RecordType, record_id: int, translate: Translate, zone: ZoneInfo) -> Pairs:
        """What a list tells of a record beyond its fields, but nothing personal."""
        known = {one.label for one in kind.fields}
        columns = [one for one in kind.columns if one.label not in known and one not in personal_columns(
            kind, kind.columns)]
        rows = self._records.rows(kind.key, Query(columns=tuple(one.key for one in columns)), [record_id])
        if not columns or not rows:
            return ()
        words = [(one.label.say(translate), words_of(value, translate, one.kind, one.labels, one.scale, None, zone))
                 for one, value in zip(columns, rows[0].cells, strict=True)]
        return tuple(pair for pair in words if pair[1])

    def _rows(self, key: str, query: Query, ids: Sequence[int], step: Step) -> list[ListRow]:
        if ids:
            return self._records.rows(key, query, ids)
        found: list[ListRow] = []
        for batch in self._records.all_rows(key, query):
            found += batch
            step(len(found), 0)
        return found


def stepping(rows: Sequence[ListRow], step: Step) -> Iterator[ListRow]:
    """The rows, telling now and then how many are through."""
    for number, row in enumerate(rows):
        if number % _TOLD_EVERY == 0:
            step(number, len(rows))
        yield row


def _columns(kind: RecordType, query: Query, personal: str | None) -> list[Column]:
    shown = [kind.column(key) for key in query.columns] or [column for column in kind.columns if column.shown]
    secret = personal_columns(kind, tuple(shown)) if personal is None else ()
    left = [column for column in shown if column not in secret]
    if not left:
        raise Refused(N_("Print", "All columns shown hold personal data, so nothing would be left. Show another column "
                                  'or tick "With personal data".'))
    return left


def _out(out: OutColumn, value: object, translate: Translate) -> object:
    return cell_of(value, replace(out, kind=Kind.DECIMAL, scale=1), translate) if isinstance(value, float) else value


def _groups(kind: RecordType, loaded: Loaded, translate: Translate, zone: ZoneInfo) -> list[PrintGroup]:
    groups: list[PrintGroup] = []
    title, pairs = "", list[tuple[str, str]]()
    for one in kind.fields:
        if one.group is not None:
            _close(groups, title, pairs)
            title, pairs = one.group.say(translate), []
        if one.kind is Kind.IMAGE:
            continue
        if one.kind is Kind.ROWS:
            rows = loaded.values.get(one.key) or []
            if rows:
                _close(groups, title, pairs)
                pairs = []
                words = tuple(tuple(_value(inner, row.get(inner.key), loaded, translate, zone) for inner in one.rows)
                              for row in rows)
                numbers = [place for place, inner in enumerate(one.rows) if inner.kind in NUMBERS]
                groups.append(PrintGroup(one.label.say(translate), rows=words, columns=columns_for(
                    [inner.label.say(translate) for inner in one.rows], words, numbers)))
            continue
        value = _value(one, loaded.values.get(one.key), loaded, translate, zone)
        if value:
            pairs.append((one.label.say(translate), value))
    _close(groups, title, pairs)
    return groups


def _with(groups: Sequence[PrintGroup], more: Pairs) -> tuple[PrintGroup, ...]:
    """The groups, with more pairs at the end of the first one."""
    first, *others = groups or [PrintGroup("")]
    return replace(first, pairs=first.pairs + more), *others


def _close(groups: list[PrintGroup], title: str, pairs: list[tuple[str, str]]) -> None:
    if pairs:
        groups.append(PrintGroup(title, tuple(pairs)))


def _value(one: Field, value: object, loaded: Loaded, translate: Translate, zone: ZoneInfo) -> str:
    if one.kind is Kind.REF and isinstance(value, int):
        return loaded.label(one.target, value)
    return words_of(value, translate, one.kind, one.labels, one.scale, one.mask, zone)
