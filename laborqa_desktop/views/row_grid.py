"""Child rows of a record in a grid like Excel: Enter down, Tab right, F2 edits, Ctrl+D fills, Ctrl+; is today."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QApplication,
    QFrame,
    QHeaderView,
    QLineEdit,
    QTableView,
    QWidget,
)

from laborqa_desktop.records import Flaw
from laborqa_desktop.records.field import Field, Kind
from laborqa_desktop.views import shortcuts, theme
from laborqa_desktop.views.clipboard import Copied, copy_data
from laborqa_desktop.views.editors import Setting
from laborqa_desktop.views.i18n import say
from laborqa_desktop.views.list_header import ListHeader
from laborqa_desktop.views.parts.button import Button
from laborqa_desktop.views.parts.label import label
from laborqa_desktop.views.parts.layout import column, row
from laborqa_desktop.views.parts.paint import focus_ring, smooth, text_at, width_of
from laborqa_desktop.views.ref_picker import RefPicker
from laborqa_desktop.views.row_delegate import CellDelegate
from laborqa_desktop.views.row_model import RowModel

_ROWS_SHOWN = 3, 12
_WORDS_PX = 240     # a column is at least as wide as its words, up to this


class GridView(QTableView):
    """The grid itself.

    Signals:
        add_asked: Insert, or Enter on the last row.
        remove_asked: Ctrl+-.
    """

    add_asked = Signal()
    remove_asked = Signal()

    def __init__(self, model: RowModel, setting: Setting, name: str) -> None:
        super().__init__()
        self._model = model
        self._delegate, self._header = CellDelegate(setting, self), ListHeader(self)
        self._header.plain = True
        self.entry_column = 0       # where Enter goes in the next row: where a run of Tabs began, as in Excel
        self._by_tab = False
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self.setHorizontalHeader(self._header)
        self._header.show()
        self.verticalHeader().hide()
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setAccessibleName(name)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.AnyKeyPressed | triggers.DoubleClicked | triggers.EditKeyPressed)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        model.modelReset.connect(self.fit)
        model.rowsInserted.connect(self.fit)
        model.rowsRemoved.connect(self.fit)
        self._delegate.closeEditor.connect(self._closed)
        self.fit()

    def fit(self) -> None:
        """As high as its rows, within 3 and 12; columns share the width."""
        s = theme.sizes()
        self.verticalHeader().setMinimumSectionSize(20)
        self.verticalHeader().setDefaultSectionSize(s.row_dense)
        rows = max(_ROWS_SHOWN[0], min(_ROWS_SHOWN[1], self._model.rowCount()))
        self.setFixedHeight(s.heading + rows * s.row_dense + 12)
        least = [max(self._header.width_for(place), min(self._words_px(place), _WORDS_PX))
                 for place in range(len(self._model.fields))]
        if sum(least) > self.viewport().width():        # then words may be cut, but no column is out of sight
            least = [self._header.width_for(place) for place in range(len(least))]
        weights = [_weight(field) for field in self._model.fields]
        share = max(self.viewport().width() - sum(least), 0) / max(sum(weights), 1)
        for place, weight in enumerate(weights):
            self._header.resizeSection(place, least[place] + int(share * weight))

    def _words_px(self, place: int) -> int:
        """How wide the longest words of a column are, with their margins."""
        words = (self._model.index(line, place).data() for line in range(min(self._model.rowCount(), _ROWS_SHOWN[1])))
        return round(max((width_of(str(one or "")) for one in words), default=0)) + 20

    def resizeEvent(self, event: Any) -> None:
        super().resizeEvent(event)
        self.fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, control = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        index, self._by_tab = self.currentIndex(), False
        if self.state() == QAbstractItemView.State.EditingState:
            event.accept()      # the editor let it pass; its own end moves on
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._go_down(index)
        elif key == Qt.Key.Key_Insert:
            self.add_asked.emit()
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            for one in self.selectedIndexes():
                self._model.setData(one, None)
        elif control and key == Qt.Key.Key_D:
            self._fill_down()
        elif control and key == Qt.Key.Key_V:
            self._paste_into(index)
        elif control and key == Qt.Key.Key_Semicolon:
            self._model.put_today(index)
        elif control and key == Qt.Key.Key_Minus:
            self.remove_asked.emit()
        elif key == Qt.Key.Key_Space and self._model.is_bool(index):
            self._model.setData(index, not index.data(Qt.ItemDataRole.EditRole))
        elif key == Qt.Key.Key_Tab and self._at_end(index):
            self._leave(self.focusNextChild)
        elif key == Qt.Key.Key_Backtab and (not index.isValid() or (index.row() == 0 and index.column() == 0)):
            self._leave(self.focusPreviousChild)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: Any) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self._model.rowCount():
            self.setCurrentIndex(self._model.index(0, 0))
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._model.rowCount() or not self.hasFocus() or self._model.read_only:
            return
        painter, room = smooth(self.viewport()), QRectF(self.viewport().rect())     # no cell could carry the ring
        focus_ring(painter, room, 2)
        text_at(painter, room.adjusted(10, 0, -10, 0), self.tr("Enter adds a row"), "ink2", "small")

    def focusOutEvent(self, event: Any) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def _leave(self, go: Callable[[], bool]) -> None:
        self.setTabKeyNavigation(False)     # else Qt gives the Tab back to the grid, again and again
        go()
        self.setTabKeyNavigation(True)

    def _at_end(self, index: QModelIndex) -> bool:
        return not index.isValid() or (index.row() == self._model.rowCount() - 1
                                       and index.column() == self._model.columnCount() - 1)

    def _go_down(self, index: QModelIndex) -> None:
        self._by_tab = False
        blank = index.isValid() and self._model.is_blank(index.row())
        if blank and (editor := self._open_cell(index)) is not None:    # it is filled in before another one is added
            if isinstance(editor, RefPicker):
                editor.open()
        elif not index.isValid() or index.row() == self._model.rowCount() - 1:
            self.add_asked.emit()
        else:
            self.setCurrentIndex(index.sibling(index.row() + 1, self.entry_column))

    def _open_cell(self, index: QModelIndex) -> QWidget | None:
        """Begins to edit a cell; None where nothing can be typed."""
        if not index.isValid() or not self._model.flags(index) & Qt.ItemFlag.ItemIsEditable:
            return None
        self.edit(index)
        return self.indexWidget(index)

    def _paste_into(self, index: QModelIndex) -> None:
        """One line goes into the cell as if it were typed: a name brings up who is called so."""
        lines = QApplication.clipboard().text().strip().splitlines()
        if len(lines) == 1 and isinstance(editor := self._open_cell(index), QLineEdit):
            editor.selectAll()
            editor.insert(lines[0])

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        actions = QAbstractItemView.CursorAction
        self._by_tab = action in (actions.MoveNext, actions.MovePrevious)
        return super().moveCursor(action, modifiers)

    def currentChanged(self, current: QModelIndex, previous: QModelIndex) -> None:    # type: ignore[override]
        super().currentChanged(current, previous)
        if not self._by_tab and current.isValid():
            self.entry_column = current.column()
        self._by_tab = False

    def _fill_down(self) -> None:
        chosen = self.selectedIndexes()
        if len({i.row() for i in chosen}) <= 1:
            for one in chosen:
                if one.row() > 0:
                    self._model.copy_cell(one.siblingAtRow(one.row() - 1), one)
            return
        top = min(i.row() for i in chosen)
        for one in chosen:
            if one.row() > top:
                self._model.copy_cell(one.siblingAtRow(top), one)

    def _closed(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        if hint == QAbstractItemDelegate.EndEditHint.SubmitModelCache and self._delegate.ended_by_enter:
            self._go_down(self.currentIndex())


def _weight(field: Field) -> float:
    by_kind = {Kind.DATE: 1.1, Kind.INT: .8, Kind.BOOL: .7, Kind.CHOICE: 1.2, Kind.REF: 1.6, Kind.LONG_TEXT: 3}
    return by_kind.get(field.kind, 2.4 if field.max_length > 100 else 1.4)


class RowGrid(QFrame):
    """A grid with its two buttons.

    Signals:
        changed: by the user's hand.
    """

    changed = Signal()

    def __init__(self, field: Field, setting: Setting) -> None:
        super().__init__()
        self.model = self.make_model(field, setting)
        self.view = self.make_view(self.model, setting, say(field.label))
        self.model.setParent(self.view)     # so that the view goes first
        self._add = Button(self.tr("Add a row"), "plus", "link", small=True, tip="Insert", clicked=self.add_row)
        self._remove = Button(self.tr("Remove the row"), "x", "link", small=True, tip="Ctrl+-", clicked=self.remove_row)
        self._hint = label("", "small", "error", wrap=True)
        self._hint.hide()
        self.setLayout(column(self.view, row(self._add, self._remove, None, gap=12), self._hint, gap=2))
        self.setFocusProxy(self.view)
        self.view.add_asked.connect(self.add_row)
        self.view.remove_asked.connect(self.remove_row)
        self.model.edited.connect(self.changed)
        shortcuts.bind(self.view, "Ctrl+C", self._copy)

    def make_model(self, field: Field, setting: Setting) -> RowModel:
        """The model; a grid with more acts makes its own."""
        return RowModel(field.rows, setting)

    def make_view(self, model: RowModel, setting: Setting, name: str) -> GridView:
        """The view; a grid with more acts makes its own."""
        return GridView(model, setting, name)

    def add_row(self) -> None:
        """Adds a row below the last one and goes to it."""
        if self.model.read_only:
            return
        column_no = self.view.entry_column if self.view.currentIndex().isValid() else self.first_column()
        self.model.add()
        self.view.setCurrentIndex(self.model.index(self.model.rowCount() - 1, column_no))
        self.view.setFocus()

    def first_column(self) -> int:
        """Where the first row is begun."""
        return 0

    def remove_row(self) -> None:
        """Takes the current row away."""
        place = self.view.currentIndex().row()
        if place >= 0 and not self.model.read_only:
            self.model.remove(place)

    def set_read_only(self, on: bool) -> None:
        """Locks it."""
        self.model.read_only = on
        self._add.setVisible(not on)
        self._remove.setVisible(not on)

    def show_flaws(self, flaws: Sequence[Flaw]) -> None:
        """Marks wrong cells, and says below what is wrong with the first."""
        self.model.show_flaws(flaws)
        words = [f"{(flaw.row or 0) + 1}: {say(flaw.text)}" for flaw in flaws]
        self._hint.setText("\n".join(words[:3]))
        self._hint.setVisible(bool(words))

    def go_to(self, flaw: Flaw) -> None:
        """Goes to the cell with a flaw."""
        place = self.model.place_of(flaw)
        self.view.setCurrentIndex(place)
        self.view.setFocus()

    def _copy(self) -> None:
        copy_data(self.model.mimeData(self.view.selectedIndexes()), Copied.RECORDS)
