"""The menu of a list, and what of it concerns the list itself: columns, filters, archived rows."""

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QMenu, QWidget

from laborqa_desktop.records.field import Column, RecordType
from laborqa_desktop.text import fill
from laborqa_desktop.usecases.bulk_editing import offered
from laborqa_desktop.views import shortcuts
from laborqa_desktop.views.desk import Desk
from laborqa_desktop.views.i18n import say
from laborqa_desktop.views.icons import icon
from laborqa_desktop.views.list_changes import NOT_PASTED

if TYPE_CHECKING:
    from laborqa_desktop.views.list_panel import ListPanel


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
        panel, menu, archived = self._panel, QMenu(self._panel), self._panel.query.archived
        some = bool(panel.view.chosen_count())
        menu.setAccessibleName(self.tr("More"))
        menu.addAction(self.tr("&Copy for Excel"), "Ctrl+C", panel.out.copy)
        if self._kind.key not in NOT_PASTED:
            menu.addAction(self.tr("&Paste from Excel…"), "Ctrl+V", panel.changes.paste).setEnabled(not archived)
            menu.addAction(self.tr("Paste as &new records…"), shortcuts.PASTE_NEW,
                           partial(panel.changes.paste, as_new=True)).setEnabled(not archived)
        if self._desk.export:
            menu.addAction(icon("file-spreadsheet"), fill(self.tr("&Export {count} {count:row|rows}…"),
                                                          count=self._rows_meant()),
                           panel.out.export)
        if self._desk.print_list:
            menu.addAction(icon("printer"), fill(self.tr("&Print {count} {count:row|rows}…"), count=self._rows_meant()),
                           panel.out.print_rows)
        if self._kind.key != "report":
            menu.addAction(icon("table-import"), self.tr("&Import…"),
                           lambda: self._desk.signals.go.emit("import", self._kind.key))
        menu.addSeparator()
        if offered(self._kind.key):
            menu.addAction(icon("pencil"), self.tr("Change a &field…"), shortcuts.BULK,
                           panel.changes.change_field).setEnabled(some and not archived)
        if archived:
            menu.addAction(self.tr("&Restore"), panel.changes.restore).setEnabled(some)
        else:
            menu.addAction(self.tr("&Archive"), "Del", panel.changes.archive).setEnabled(some)
        both = menu.addAction(self.tr("&Show archived"))
        both.setCheckable(True)
        both.setChecked(archived)
        both.toggled.connect(lambda on: panel.show_query(replace(panel.query, archived=on)))
        if self._kind.key != "report":
            menu.addAction(icon("trash"), self.tr("Recycle &bin…"),
                           lambda: self._desk.signals.go.emit("bin", self._kind.key))
        self._add_columns(menu.addMenu(self.tr("C&olumns")))
        return menu

    def _add_columns(self, menu: QMenu) -> None:
        shown = {c.key for c in self._panel.shown_columns}
        for one in self._kind.columns:
            action = menu.addAction(say(one.label).replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(one.key in shown)
            action.toggled.connect(partial(self._show_column, one))

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

    def _show_column(self, one: Column, on: bool) -> None:
        wanted = {c.key for c in self._panel.shown_columns} | {one.key} if on else (
            {c.key for c in self._panel.shown_columns} - {one.key})
        if wanted:
            self._panel.show_columns(tuple(c for c in self._kind.columns if c.key in wanted))
