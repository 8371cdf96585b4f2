"""The preview of a bulk edit: each record with what stands there, what would stand there, and why not."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QRectF, QSize
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
from laborqa_desktop.views.parts.table_model import ROW, Index, TableModel

NAME, BEFORE, AFTER, WHY = range(4)


class BulkModel(TableModel[BulkRow]):
    """Rows of a plan."""

    def __init__(self) -> None:
        super().__init__(4)
        self._said: Callable[[Any], str] = str

    def show_rows(self, rows: Sequence[BulkRow], words: Callable[[Any], str]) -> None:
        """Shows these rows; words says a value as it is read."""
        self._said = words
        self.put(rows)

    def heading(self, column: int) -> str:
        return (self.tr("Record"), self.tr("Now"), self.tr("Afterwards"), self.tr("Reason"))[column]

    def words(self, place: int, column: int) -> str:
        one = self.rows[place]
        match column:
            case 0:
                return one.name or f"#{one.id}"
            case 1:
                return self._said(one.before) or self.tr("(empty)")
            case 2:
                return self.tr("unchanged") if not one.changes else self._said(one.after) or self.tr("(empty)")
            case _:
                return say(one.wrong) if one.wrong else "" if one.changes else self.tr("It is so already")


class BulkDelegate(QStyledItemDelegate):
    """Paints what changes strongly, what stays quietly, what cannot be changed red with an icon."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        one, r = index.data(ROW), QRectF(option.rect)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.fillRect(r, theme.colour("accent_soft" if chosen else "surface"))
        painter.fillRect(QRectF(r.x(), r.bottom(), r.width(), 1), theme.colour("line"))
        inner, words = r.adjusted(10, 0, -8, 0), str(index.data() or "")
        if index.column() == WHY and one.wrong:
            side = theme.grown(14)
            paint_icon(painter, "ban", r.x() + 8, r.center().y() - side / 2, side, "error")
            text_at(painter, inner.adjusted(side + 4, 0, 0, 0), words, "error")
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
