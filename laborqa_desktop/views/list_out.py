"""The rows of a list that leave the program: copied for Excel, exported, printed. Those chosen, or all shown."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from laborqa_desktop.records.field import Column, RecordType
from laborqa_desktop.records.personal import personal_columns
from laborqa_desktop.usecases.listing import ListRow, Query
from laborqa_desktop.views.clipboard import Copied, copy_data
from laborqa_desktop.views.copied_rows import MOST_COPIED, copy_rows
from laborqa_desktop.views.desk import Desk
from laborqa_desktop.views.fields_dialog import perform_stepped
from laborqa_desktop.views.i18n import say
from laborqa_desktop.views.personal_dialog import PersonalDialog

if TYPE_CHECKING:
    from laborqa_desktop.views.list_panel import ListPanel


class ListOut(QObject):
    """Copies, exports and prints the chosen rows of a list, or all shown."""

    def __init__(self, panel: "ListPanel", desk: Desk, kind: RecordType) -> None:
        super().__init__(panel)
        self._panel, self._desk, self._kind = panel, desk, kind

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

    def _ask_personal(self, title: str, go_on: Callable[[str | None], None]) -> None:
        secret = personal_columns(self._kind, self._panel.shown_columns)
        if not secret:
            go_on(None)
            return
        dialog = PersonalDialog(self._panel, title, [say(one.label) for one in secret])
        dialog.chosen.connect(go_on)
        dialog.open()

    def _with_query(self, then: Callable[[Query, list[int]], None]) -> None:
        """Hands over the query with the columns shown, and the ids chosen when they are two or more."""
        query = replace(self._panel.query, columns=tuple(c.key for c in self._panel.shown_columns))
        if self._panel.view.chosen_count() > 1:
            self._panel.with_chosen(lambda ids: then(query, ids))
        else:
            then(query, [])
