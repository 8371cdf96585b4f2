"""The list of parts: name at the left, licence at the right. Up and Down choose."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from laborqa_desktop.views import theme
from laborqa_desktop.views.about.parts import Part
from laborqa_desktop.views.parts.paint import RIGHT, focus_ring, rounded, text_at, width_of

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_WORDS = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole)


class _Parts(QAbstractListModel):
    def __init__(self, parent: QListView) -> None:
        super().__init__(parent)
        self.parts: tuple[Part, ...] = ()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.parts)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        part = self.parts[index.row()]
        if role == Qt.ItemDataRole.UserRole:
            return part
        words = f"{part.name}, {part.licence}" if part.licence else part.name
        return words if role in _WORDS else None

    def show(self, parts: Sequence[Part]) -> None:
        self.beginResetModel()
        self.parts = tuple(parts)
        self.endResetModel()


class _Delegate(QStyledItemDelegate):
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        part: Part = index.data(Qt.ItemDataRole.UserRole)
        state, r = option.state, QRectF(option.rect).adjusted(4, 1, -4, -1)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if state & QStyle.StateFlag.State_Selected:
            rounded(painter, r, 6, "accent_soft")
        taken = min(width_of(part.licence, "small"), r.width() * .5) if part.licence else 0.0
        text_at(painter, r.adjusted(10, 0, -taken - 22, 0), part.name, "ink")
        if part.licence:
            place = QRectF(r.right() - taken - 11, r.y(), taken + 1, r.height())
            text_at(painter, place, part.licence, "ink2", "small", align=RIGHT)
        if state & QStyle.StateFlag.State_HasFocus:
            focus_ring(painter, r, 6)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(200, theme.sizes().row)


class PartList(QListView):
    """The list.

    Signals:
        chosen: a Part.
    """

    chosen = Signal(object)

    def __init__(self, name: str) -> None:
        super().__init__()
        self._parts = _Parts(self)
        self._drawn = _Delegate(self)
        self.setModel(self._parts)
        self.setItemDelegate(self._drawn)
        self.setAccessibleName(name)
        self.setTabKeyNavigation(False)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_parts(self, parts: Sequence[Part]) -> None:
        """Shows them and chooses the first."""
        self._parts.show(parts)
        if parts:
            self.setCurrentIndex(self._parts.index(0))

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if current.isValid():
            self.chosen.emit(current.data(Qt.ItemDataRole.UserRole))
