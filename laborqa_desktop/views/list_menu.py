"""The menu of a list: copy, export, print, archive, restore, columns."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu, QWidget

from laborqa_desktop.errors import UserError
from laborqa_desktop.records.field import Column, RecordType
from laborqa_desktop.records.personal import personal_columns
from laborqa_desktop.text import fill
from laborqa_desktop.usecases.backups import MANY
from laborqa_desktop.usecases.bulk_editing import offered
from laborqa_desktop.usecases.listing import ListRow, Query
from laborqa_desktop.usecases.reasons import archiving_asks
from laborqa_desktop.views import shortcuts
from laborqa_desktop.views.clipboard import Copied, copy_data
from laborqa_desktop.views.desk import Desk
from laborqa_desktop.views.fields_dialog import Asked, FieldsDialog, perform, perform_stepped
from laborqa_desktop.views.i18n import say
from laborqa_desktop.views.icons import icon
from laborqa_desktop.views.list_acts import MOST_COPIED, copy_rows
from laborqa_desktop.views.personal_dialog import PersonalDialog

if TYPE_CHECKING:
    from laborqa_desktop.usecases.pasting import Pasted
    from laborqa_desktop.views.list_panel import ListPanel


NOT_PASTED = frozenset({"report", "company"})


class ListMenu(QObject):
    """What the dots and the right mouse button of a list offer; acts on the chosen rows, or on all shown."""

    def __init__(self, panel: "ListPanel", desk: Desk, kind: RecordType) -> None:
        super().__init__(panel)
        self._panel, self._desk, self._kind = panel, desk, kind

    def open(self, below: QWidget) -> None:
        """Opens under a button."""
        menu = self.build()
        menu.popup(below.mapToGlobal(QPoint(0, below.height())))

    def build(self) -> QMenu:
        """The menu, made anew so that it fits the rows chosen."""
        menu, some = QMenu(self._panel), bool(self._panel.view.chosen_count())
        menu.setAccessibleName(self.tr("More"))
        menu.addAction(self.tr("&Copy for Excel"), "Ctrl+C", self.copy)
        if self._kind.key not in NOT_PASTED:
            live = not self._panel.query.archived
            menu.addAction(self.tr("&Paste from Excel…"), "Ctrl+V", self.paste).setEnabled(live)
            menu.addAction(self.tr("Paste as &new records…"), shortcuts.PASTE_NEW,
                           partial(self.paste, as_new=True)).setEnabled(live)
        if self._desk.export:
            menu.addAction(icon("file-spreadsheet"), fill(self.tr("&Export {count} {count:row|rows}…"),
                                                          count=self._rows_meant()),
                           self.export)
        if self._desk.print_list:
            menu.addAction(icon("printer"), fill(self.tr("&Print {count} {count:row|rows}…"), count=self._rows_meant()),
                           self.print_rows)
        if self._kind.key != "report":
            menu.addAction(icon("table-import"), self.tr("&Import…"),
                           lambda: self._desk.signals.go.emit("import", self._kind.key))
        menu.addSeparator()
        if offered(self._kind.key):
            menu.addAction(icon("pencil"), self.tr("Change a &field…"), shortcuts.BULK, self.change_field).setEnabled(
                some and not self._panel.query.archived)
        if self._panel.query.archived:
            menu.addAction(self.tr("&Restore"), self.restore).setEnabled(some)
        else:
            menu.addAction(self.tr("&Archive"), "Del", self.archive).setEnabled(some)
        archived = menu.addAction(self.tr("&Show archived"))
        archived.setCheckable(True)
        archived.setChecked(self._panel.query.archived)
        archived.toggled.connect(lambda on: self._panel.show_query(replace(self._panel.query, archived=on)))
        if self._kind.key != "report":
            menu.addAction(icon("trash"), self.tr("Recycle &bin…"),
                           lambda: self._desk.signals.go.emit("bin", self._kind.key))
        columns = menu.addMenu(self.tr("C&olumns"))
        shown = {c.key for c in self._panel.shown_columns}
        for one in self._kind.columns:
            action = columns.addAction(say(one.label).replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(one.key in shown)
            action.toggled.connect(partial(self._show_column, one))
        return menu

    def _rows_meant(self) -> str:
        """How many rows an export or a print takes: the chosen ones, or all shown."""
        chosen, count = self._panel.view.chosen_count(), self._panel.model.count
        return f"{chosen:,}" if chosen > 1 else f"{count.n:,}+" if count.capped else f"{count.n:,}"

    def choose_filter(self, below: QWidget) -> None:
        """Offers the columns to filter by."""
        menu, corner = QMenu(self._panel), below.mapToGlobal(QPoint(0, below.height()))
        menu.setAccessibleName(self.tr("Filter by"))
        for one in self._kind.columns:
            menu.addAction(say(one.label).replace("&", "&&"), partial(self._panel.open_filter, one, corner))
        menu.popup(corner)

    def copy(self) -> None:
        """Copies the chosen rows, or all shown ones when only one or none is chosen, as Excel takes them."""
        panel, records, key = self._panel, self._desk.office.records, self._kind.key
        columns = panel.model.columns
        query = replace(panel.query, columns=tuple(c.key for c in columns))

        def put(rows: list[ListRow]) -> None:
            self._put(columns, [row.cells for row in rows])

        def some(ids: list[int]) -> None:
            wanted = ids[:MOST_COPIED]
            self._desk.background.read(lambda: list(records.rows(key, query, wanted)), put)

        places = panel.view.chosen_rows()
        if not places:
            self._desk.background.read(lambda: list(records.page(key, query, 0, MOST_COPIED)), put)
        elif all(panel.model.known_id(place) is not None for place in places):
            self._put(columns, [panel.model.cells_at(place) for place in places])
        else:
            panel.with_chosen(some)

    def _put(self, columns: tuple[Column, ...], rows: list[tuple[object, ...]]) -> None:
        text_of = self._panel.model.text_of
        texts = [[text_of(c, v) for c, v in zip(columns, row, strict=True)] for row in rows]
        copy_data(copy_rows(columns, texts), Copied.RECORDS)
        self._desk.signals.said.emit(self.tr("Rows copied: {count}").format(count=f"{len(rows):,}"))

    def export(self) -> None:
        """Writes the chosen rows, or all shown ones when at most one is chosen, to a workbook, csv file or PDF; asks
        whether columns with personal data go along.
        """
        if self._desk.export is not None:
            self._ask_personal(self.tr("Export"), self._export)

    def _export(self, personal: str | None) -> None:
        export = self._desk.export
        name = f"{say(self._kind.title)} {self._desk.today().isoformat()}.xlsx"
        patterns = ";;".join((self.tr("Excel workbook (*.xlsx)"), self.tr("Text with commas (*.csv)"),
                              self.tr("PDF (*.pdf)")))
        file = self._desk.ask.save_file(self._panel, self.tr("Export"), name, patterns)
        if file is None or export is None:
            return
        key = self._kind.key

        def go(query: Query, ids: list[int]) -> None:
            perform_stepped(self._desk, self._panel, self.tr("Exporting…"),
                            lambda step: export(key, query, ids, file, personal, step), self._exported)

        self._with_query(go)

    def _ask_personal(self, title: str, go_on: Callable[[str | None], None]) -> None:
        secret = personal_columns(self._kind, self._panel.shown_columns)
        if not secret:
            go_on(None)
            return
        dialog = PersonalDialog(self._panel, title, [say(one.label) for one in secret])
        dialog.chosen.connect(go_on)
        dialog.open()

    def _exported(self, rows: int) -> None:
        self._desk.signals.said.emit(self.tr("Rows exported: {count}").format(count=f"{rows:,}"))

    def print_rows(self) -> None:
        """Makes a PDF of the rows and shows it to be printed; asks as export does."""
        if self._desk.print_list is not None:
            self._ask_personal(self.tr("Print"), self._print)

    def _print(self, personal: str | None) -> None:
        make = self._desk.print_list
        if make is None:
            return
        key = self._kind.key

        def go(query: Query, ids: list[int]) -> None:
            perform_stepped(self._desk, self._panel, self.tr("Making the PDF…"),
                            lambda step: make(key, query, ids, personal, step), self._printable)

        self._with_query(go)

    def _printable(self, pdf: bytes) -> None:
        self._desk.signals.go.emit("print", pdf)

    def _with_query(self, then: Callable[[Query, list[int]], None]) -> None:
        """Hands over the query with the columns shown, and the ids chosen when they are two or more."""
        query = replace(self._panel.query, columns=tuple(c.key for c in self._panel.shown_columns))
        if self._panel.view.chosen_count() > 1:
            self._panel.with_chosen(lambda ids: then(query, ids))
        else:
            then(query, [])

    def change_field(self) -> None:
        """Gives the chosen records one value, after a preview of each."""
        if not self._panel.query.archived and offered(self._kind.key):
            self._panel.with_chosen(self._open_bulk)

    def paste(self, as_new: bool = False) -> None:
        """Shows what the clipboard holds as rows of this list, from the current one on.

        Args:
            as_new: all of them are new records.
        """
        if self._panel.query.archived or self._kind.key in NOT_PASTED:
            return
        from laborqa_desktop.usecases import pasting
        panel, office, key, query = self._panel, self._desk.office, self._kind.key, self._panel.model.query
        text, at = QGuiApplication.clipboard().text(), panel.view.currentIndex()
        columns = [c.key for place, c in enumerate(panel.model.columns)
                   if place >= at.column() and not panel.view.isColumnHidden(place)]
        first = at.row() if at.isValid() and not as_new else -1

        def work() -> pasting.Pasted:
            ids = office.records.ids(key, query) if first >= 0 else []
            return pasting.read(key, text, columns, ids[first:] if first >= 0 else (), office.languages)

        self._desk.background.read(work, partial(self._open_paste, as_new), self._not_pasted)

    def _open_paste(self, as_new: bool, block: "Pasted") -> None:
        from laborqa_desktop.usecases.pasting import Placing
        from laborqa_desktop.views.pasting.dialog import PasteDialog
        dialog = PasteDialog(self._desk, self._panel.window(), self._kind,
                             block.place_at(Placing.NEW) if as_new else block)
        dialog.pasted.connect(self._pasted)
        dialog.open()

    def _pasted(self, changes: object, count: int) -> None:
        self._desk.signals.changed.emit(changes, self._panel)
        self._panel.offer_undo(self.tr("Pasted: {count}").format(count=f"{count:,}"))

    def _not_pasted(self, error: Exception) -> None:
        if not isinstance(error, UserError):
            raise error
        self._desk.ask.tell(self._panel.window(), self.tr("Nothing was pasted"), say(error.text))

    def _open_bulk(self, ids: list[int]) -> None:
        from laborqa_desktop.views.bulk_dialog import BulkDialog  # no list needs it to begin with
        dialog = BulkDialog(self._desk, self._panel.window(), self._kind, ids)
        dialog.changed.connect(self._bulk_done)
        dialog.open()

    def _bulk_done(self, changes: object, count: int) -> None:
        self._desk.signals.changed.emit(changes, self._panel)
        self._panel.offer_undo(self.tr("Changed: {count}").format(count=f"{count:,}"))

    def archive(self) -> None:
        """Puts the chosen records away, the undo strip brings them back; asks why where a rule demands it."""
        if not self._panel.query.archived:
            self._panel.with_chosen(self._archive)

    def _archive(self, ids: list[int]) -> None:
        if not archiving_asks(self._kind.key):
            self._act(archive=True, ids=ids)
            return
        title = fill(self.tr("Archive {count} {count:record|records}"), count=f"{len(ids):,}")
        dialog = FieldsDialog(self._desk, self._panel.window(), title,
                              (Asked("reason", self.tr("Reason"), "long"),), self.tr("Archive"))
        dialog.given.connect(lambda given: self._act(archive=True, ids=ids, reason=given["reason"], dialog=dialog))
        dialog.open()

    def restore(self) -> None:
        """Brings the chosen records back."""
        self._panel.with_chosen(lambda ids: self._act(archive=False, ids=ids))

    def _act(self, archive: bool, ids: list[int], reason: str = "", dialog: FieldsDialog | None = None) -> None:
        records, key = self._desk.office.records, self._kind.key
        work: Callable[..., object] = (partial(records.archive, key, ids, reason) if archive else
                                       partial(records.restore, key, ids))

        def done(changes: object) -> None:
            self._desk.signals.changed.emit(changes, self._panel)
            words = self.tr("Archived: {count}") if archive else self.tr("Restored: {count}")
            self._panel.offer_undo(words.format(count=f"{len(ids):,}"))

        words = self.tr("Archiving {count}…") if archive else self.tr("Restoring {count}…")
        if archive and len(ids) >= MANY:
            words = self.tr("Archiving {count}; a backup is made before…")
        if len(ids) < MANY:         # a moment's work: what is refused is said where the reason was typed
            perform(self._desk, self._panel, work, done, dialog)
        else:
            perform_stepped(self._desk, self._panel, words.format(count=f"{len(ids):,}"),
                            lambda step: work(step=step), done, dialog)

    def _show_column(self, one: Column, on: bool) -> None:
        wanted = {c.key for c in self._panel.shown_columns} | {one.key} if on else (
            {c.key for c in self._panel.shown_columns} - {one.key})
        if wanted:
            self._panel.show_columns(tuple(c for c in self._kind.columns if c.key in wanted))
