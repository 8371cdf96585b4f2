"""Paints and edits the cells of a row grid with the same editors that the form uses."""

from typing import Any

from PySide6.QtCore import QAbstractItemModel, QEvent, QObject, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from laborqa_desktop.records.field import Kind
from laborqa_desktop.views import theme
from laborqa_desktop.views.delegates import Index
from laborqa_desktop.views.editors import EDITORS, Editor, Setting
from laborqa_desktop.views.icons import paint_icon, paint_in
from laborqa_desktop.views.parts.inputs import Entry
from laborqa_desktop.views.parts.paint import LEFT, RIGHT, focus_ring, rounded, text_at
from laborqa_desktop.views.reading import Unreadable
from laborqa_desktop.views.ref_picker import RefPicker
from laborqa_desktop.views.row_model import FLAW, RowModel

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class CellDelegate(QStyledItemDelegate):
    """One cell of a row grid."""

    def __init__(self, setting: Setting, parent: QObject) -> None:
        super().__init__(parent)
        self._setting = setting
        self._open: dict[int, Editor] = {}
        self.ended_by_enter = False

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        r = QRectF(option.rect)
        state = option.state
        chosen, flaw = bool(state & QStyle.StateFlag.State_Selected), index.data(FLAW)
        ground = f"{flaw}_soft" if flaw else "accent_soft" if chosen else "surface"
        painter.fillRect(r, theme.colour(ground))
        painter.fillRect(QRectF(r.x(), r.bottom() - 1, r.width(), 1), theme.colour("line"))
        inner = r.adjusted(10, 0, -8, -1)
        model = index.model()
        if isinstance(model, RowModel) and model.is_bool(index):
            side = theme.grown(16)
            box = QRectF(inner.x(), inner.center().y() - side / 2, side, side)
            on = bool(index.data(Qt.ItemDataRole.EditRole))
            rounded(painter, box, 4, "accent_fill" if on else "surface", "" if on else "edge")
            if on:
                paint_in(painter, "check", box, side - 2, "on_accent")
        else:
            right = int(index.data(Qt.ItemDataRole.TextAlignmentRole) or 0) & int(Qt.AlignmentFlag.AlignRight)
            if flaw:
                side = theme.grown(14)
                paint_icon(painter, "alert-circle", r.right() - side - 6, r.center().y() - side / 2, side, flaw)
                inner = inner.adjusted(0, 0, -side - 2, 0)
            text_at(painter, inner, str(index.data() or ""), align=RIGHT if right else LEFT)
        if state & QStyle.StateFlag.State_HasFocus:
            focus_ring(painter, r.adjusted(0, 0, 0, -1), 2)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(60, theme.sizes().row_dense)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        model = index.model()
        assert isinstance(model, RowModel)
        field = model.field_at(index)
        kind = Kind.TEXT if field.kind is Kind.LONG_TEXT else field.kind
        editor = EDITORS[kind](field, self._setting)
        editor.widget.setParent(parent)
        editor.widget.setObjectName("cell")
        editor.widget.setAutoFillBackground(True)
        self.ended_by_enter = False
        self._open[id(editor.widget)] = editor
        return editor.widget

    def destroyEditor(self, editor: QWidget, index: Index) -> None:
        self._open.pop(id(editor), None)
        super().destroyEditor(editor, index)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        made, value = self._open.get(id(editor)), index.data(Qt.ItemDataRole.EditRole)
        if made:
            made.put(value, str(index.data() or ""))
            if isinstance(editor, Entry):
                editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        made = self._open.get(id(editor))
        if made is None or not isinstance(model, RowModel):
            return
        try:
            value: Any = made.get()
        except Unreadable:
            return      # what cannot be read is not taken; the old value stays
        if isinstance(editor, RefPicker) and value is not None:
            model.remember_label(made.field.target, value, editor.text())
        model.setData(index, value)

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        editor.setGeometry(option.rect)

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress:
            assert isinstance(event, QKeyEvent)
            if isinstance(editor, Entry) and editor.composing:
                return False
            self.ended_by_enter = event.key() in _ENTER
            if isinstance(editor, RefPicker) and event.key() in (*_ENTER, Qt.Key.Key_Tab):
                editor.take_offered()
            if isinstance(editor, RefPicker) and event.key() == Qt.Key.Key_Escape and editor.offering:
                editor.hide_offer()
                return True
        return super().eventFilter(editor, event)
