"""The entry grid: digits answer and go on, arrows move, letters note and photograph. No letter acts outside of it."""

from typing import Any

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from laborqa_desktop.usecases.inspection_sheet import Entry, SheetItem
from laborqa_desktop.views import theme
from laborqa_desktop.views.inspection.sheet_delegate import GAP, NA, SheetDelegate, grade_rects, grade_width, key_of
from laborqa_desktop.views.inspection.sheet_model import EARNED, GRADE, NO, PHOTOS, POINTS, TEXT, SheetModel
from laborqa_desktop.views.list_header import ListHeader
from laborqa_desktop.views.parts.paint import width_of

_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
LEAST_WORDS = "检" * 13
"""So much of an item can be read beside its grades in any size of text, before the grid scrolls sideways."""


class SheetView(QTableView):
    """Shows a SheetModel.

    Signals:
        moved: the SheetItem the keyboard is on.
        note_asked: N.
        photo_asked: P.
        pasted: Ctrl+V.
        dropped: (position, QMimeData).
    """

    moved = Signal(object)
    note_asked = Signal()
    photo_asked = Signal()
    pasted = Signal()
    dropped = Signal(int, object)

    def __init__(self, model: SheetModel) -> None:
        super().__init__()
        self._sheet = model
        self._delegate, self._header = SheetDelegate(self), ListHeader(self)
        self._header.plain = True
        self._header.setSectionsClickable(False)
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self.setHorizontalHeader(self._header)
        self._header.show()
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setAccessibleName(self.tr("Items of the inspection"))
        self.setAccessibleDescription(self.tr("Digits answer the current row: 1 to 4 grades, 0 not applicable."))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)      # digits and letters are keys here
        self.setAcceptDrops(True)
        self._just_failed: int | None = None    # row of a failing answer, until anything else is done
        self._came_from: int | None = None      # row to go back to from the note
        model.modelReset.connect(self._lay_out)
        self._lay_out()

    def go_to(self, row: int) -> None:
        """Makes an item's row the current one, with its neighbours in sight."""
        if self._sheet.item_at(row) is None:
            return
        across = self.horizontalScrollBar().value()     # large text: the grades may have been scrolled to
        index = self._sheet.index(row, TEXT)
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect
                                              | QItemSelectionModel.SelectionFlag.Rows)
        for near in (row + 2, row - 2, row):
            if 0 <= near < self._sheet.rowCount():
                self.scrollTo(self._sheet.index(near, NO))
        self.horizontalScrollBar().setValue(across)

    def current_item(self) -> SheetItem | None:
        """The item the keyboard is on."""
        return self._sheet.item_at(self.currentIndex().row())

    def go_to_first(self) -> None:
        """The first item without an answer, else the first."""
        row = self._sheet.next_open(-1)
        self.go_to(self._step_from(-1, 1) if row is None else row)

    def go_to_next_open(self) -> None:
        """F8."""
        row = self._sheet.next_open(self.currentIndex().row())
        if row is not None:
            self.go_to(row)
            self.setFocus()

    def answer(self, answer: str | None) -> None:
        """Answers the current item; with an answer, the next one becomes current."""
        item = self.current_item()
        if item is None or self._sheet.sheet is None or not self._sheet.sheet.editable:
            return
        old = item.entry
        failing = answer is not None and answer in ("poor", "fail")
        self._sheet.set_entry(item.position, Entry(answer, old.comment, old.corrected_on_spot and failing))
        if answer is not None:
            row = self.currentIndex().row()
            self.go_to(self._step_from(row, 1))
            self._just_failed = row if failing and self.currentIndex().row() != row else None

    def _step_from(self, row: int, by: int) -> int:
        place = row + by
        while 0 <= place < self._sheet.rowCount():
            if self._sheet.item_at(place) is not None:
                return place
            place += by
        return row

    def _lay_out(self) -> None:
        s = theme.sizes()
        self.verticalHeader().setMinimumSectionSize(20)
        self.verticalHeader().setDefaultSectionSize(s.row_dense)
        self.clearSpans()
        for row in range(self._sheet.rowCount()):
            heading = self._sheet.item_at(row) is None
            if heading:
                self.setSpan(row, 0, 1, PHOTOS + 1)
            self.setRowHeight(row, s.row if heading else s.row_dense)
        self._fit()

    def _fit(self) -> None:
        items = self._sheet.sheet.items if self._sheet.sheet else ()
        sets = {item.options for item in items} or {("excellent", "good", "fair", "poor", NA)}
        grades = max(sum(grade_width(a) + GAP for a in options) for options in sets) + 12
        widths = {NO: self._heading(NO), POINTS: self._heading(POINTS), EARNED: self._heading(EARNED, 56),
                  GRADE: grades, PHOTOS: max(theme.grown(46) + 16.0, self._heading(PHOTOS))}
        rounded = {column: round(width) for column, width in widths.items()}
        rounded[TEXT] = max(round(width_of(LEAST_WORDS)), self.viewport().width() - sum(rounded.values()))
        for column, width in rounded.items():
            self._header.resizeSection(column, width)
        self.horizontalScrollBar().setValue(0)

    def _heading(self, column: int, least: float = 48) -> float:
        words = str(self._sheet.headerData(column, Qt.Orientation.Horizontal))
        return max(least, width_of(words, "small", True) + 38)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._lay_out()
        super().changeEvent(event)

    def currentChanged(self, current: QModelIndex, previous: QModelIndex) -> None:    # type: ignore[override]
        super().currentChanged(current, previous)
        self.viewport().update()
        item = self._sheet.item_at(current.row())
        self._just_failed = None
        if item is not None:
            self.moved.emit(item)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
            if control and event.key() in (Qt.Key.Key_Z, Qt.Key.Key_V):
                event.accept()      # taking the last digit back comes before the window's undo
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, plain, row = event.key(), event.modifiers() in _PLAIN, self.currentIndex().row()
        item = self.current_item()
        if plain and item is not None and Qt.Key.Key_0 <= key <= Qt.Key.Key_9:
            digit = str(key - Qt.Key.Key_0)
            answer = next((a for a in item.options if key_of(item.options, a) == digit), None)
            if answer is not None:
                self.answer(answer)
        elif plain and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.go_to(self._step_from(row, 1 if key == Qt.Key.Key_Down else -1))
        elif plain and key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.go_to(self._step_from(-1, 1) if key == Qt.Key.Key_Home
                       else self._step_from(self._sheet.rowCount(), -1))
        elif plain and key in (Qt.Key.Key_N, Qt.Key.Key_P, Qt.Key.Key_C):
            self._about(key)
        elif plain and key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.answer(None)
        elif event.modifiers() == Qt.KeyboardModifier.ControlModifier and key == Qt.Key.Key_Z:
            position = self._sheet.undo()
            if position is not None:
                self.go_to(self._sheet.row_of(position))
        elif event.modifiers() == Qt.KeyboardModifier.ControlModifier and key == Qt.Key.Key_V:
            self.pasted.emit()
        elif plain and key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            super().keyPressEvent(event)
        else:
            event.ignore()

    def _about(self, key: int) -> None:
        """Note, photo, corrected: right after a failing answer they are about that item, though the next is current."""
        next_row = self.currentIndex().row()
        failed, self._just_failed = self._just_failed, None
        if failed is not None:
            self.go_to(failed)
        if key == Qt.Key.Key_N:
            self._came_from = next_row if failed is not None else None
            self.note_asked.emit()
            return
        if key == Qt.Key.Key_P:
            self.photo_asked.emit()
        else:
            self._toggle_corrected()
        self.go_to(next_row)

    def come_back(self) -> None:
        """From the note: to the item that was current, so that the next digit answers no item twice."""
        if self._came_from is not None:
            self.go_to(self._came_from)
        self._came_from = None
        self.setFocus()

    def _toggle_corrected(self) -> None:
        item = self.current_item()
        if item is not None and item.failed:
            self._sheet.set_entry(item.position, Entry(item.entry.answer, item.entry.comment,
                                                       not item.entry.corrected_on_spot))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        item = self._sheet.item_at(index.row()) if index.isValid() else None
        if item is None:
            return
        self.setFocus()
        self.go_to(index.row())
        place = QRectF(self.visualRect(index))
        if index.column() == GRADE:
            for answer, box in grade_rects(item.options, place.x() + 8, place.center().y()):
                if box.contains(QPointF(event.position())):
                    self.answer(answer)
        elif index.column() == PHOTOS:
            self.photo_asked.emit()

    def focusInEvent(self, event: Any) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid():
            self.go_to_first()
        self.viewport().update()

    def focusOutEvent(self, event: Any) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls() or event.mimeData().hasImage():
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        if self._sheet.item_at(self.rowAt(event.position().toPoint().y())) is not None:
            event.acceptProposedAction()
        else:
            event.ignore()

    def dropEvent(self, event: QDropEvent) -> None:
        item = self._sheet.item_at(self.rowAt(event.position().toPoint().y()))
        if item is not None:
            event.acceptProposedAction()
            self.dropped.emit(item.position, event.mimeData())
