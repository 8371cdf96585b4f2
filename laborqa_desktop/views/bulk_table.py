"""The preview of a bulk edit: each record with what stands there, what would stand there, and why not."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from laborqa_desktop.usecases.bulk_editing import BulkRow
from laborqa_desktop.views import theme
from laborqa_desktop.views.i18n import say
from laborqa_desktop.views.icons import paint_icon
from laborqa_desktop.views.parts.paint import text_at
from laborqa_desktop.views.parts.plain_table import make_plain

Index = QModelIndex | QPersistentModelIndex
NAME, BEFORE, AFTER, WHY = range(4)
_ROW = Qt.ItemDataRole.UserRole


class BulkModel(QAbstractTableModel):
    """Rows of a plan; words are made when a row is painted."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: Sequence[BulkRow] = ()
        self._words: Callable[[Any], str] = str

    def show_rows(self, rows: Sequence[BulkRow], words: Callable[[Any], str]) -> None:
        """Shows these rows; words says a value as it is read."""
        self.beginResetModel()
        self._rows, self._words = rows, words
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else 4

    def headerData(self, section: int, orientation: Qt.Orientation,
                   role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role != Qt.ItemDataRole.DisplayRole or orientation == Qt.Orientation.Vertical:
            return None
        return (self.tr("Record"), self.tr("Now"), self.tr("Afterwards"), self.tr("Reason"))[section]

    def text(self, place: int, column: int) -> str:
        """One cell as it is read."""
        one = self._rows[place]
        match column:
            case 0:
                return one.name or f"#{one.id}"
            case 1:
                return self._words(one.before) or self.tr("(empty)")
            case 2:
                return self.tr("unchanged") if not one.changes else self._words(one.after) or self.tr("(empty)")
            case _:
                return say(one.wrong) if one.wrong else "" if one.changes else self.tr("It is so already")

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.text(index.row(), index.column())
        return self._rows[index.row()] if role == _ROW else None


class BulkDelegate(QStyledItemDelegate):
    """Paints what changes strongly, what stays quietly, what cannot be changed red with an icon."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        one, r = index.data(_ROW), QRectF(option.rect)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.fillRect(r, theme.colour("accent_soft" if chosen else "surface"))
        painter.fillRect(QRectF(r.x(), r.bottom(), r.width(), 1), theme.colour("line"))
        inner, words = r.adjusted(10, 0, -8, 0), str(index.data() or "")
        if index.column() == WHY and one.wrong:
            paint_icon(painter, "ban", r.x() + 8, r.center().y() - 7, 14, "error")
            text_at(painter, inner.adjusted(18, 0, 0, 0), words, "error")
        elif index.column() == NAME:
            text_at(painter, inner, words, "ink")
        elif index.column() == AFTER and one.changes:
            text_at(painter, inner, words, "ink", bold=True)
        else:
            text_at(painter, inner, words, "ink2")

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(60, theme.sizes().row)


class BulkTable(QTableView):
    """The table of the preview."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.rows = BulkModel()
        self.rows.setParent(self)
        self._delegate = BulkDelegate(self)
        self.setModel(self.rows)
        self.setItemDelegate(self._delegate)
        make_plain(self, name)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        header = self.horizontalHeader()
        for place, width in ((NAME, 180), (BEFORE, 180), (AFTER, 180)):
            self.setColumnWidth(place, round(width * theme.sizes().body / 14))
        header.setSectionResizeMode(WHY, QHeaderView.ResizeMode.Stretch)
        header.setMinimumSectionSize(round(90 * theme.sizes().body / 14))
