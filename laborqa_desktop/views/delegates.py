"""How rows of lists are painted: quiet text, states as pills, the chosen row on soft accent with a bar at its left."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from laborqa_desktop.views import theme
from laborqa_desktop.views.parts.paint import LEFT, RIGHT, text_at
from laborqa_desktop.views.parts.pill import paint_pill
from laborqa_desktop.views.record_table import TONE

Index = QModelIndex | QPersistentModelIndex


def paint_ground(p: QPainter, r: QRectF, option: QStyleOptionViewItem, index: Index) -> bool:
    """Paints the ground of a cell and its hairline; returns whether the row is chosen."""
    view = option.widget
    state = option.state
    chosen = bool(state & QStyle.StateFlag.State_Selected)
    over = bool(state & QStyle.StateFlag.State_MouseOver)
    p.fillRect(r, theme.colour("accent_soft" if chosen else "hover" if over else "surface"))
    p.fillRect(QRectF(r.x(), r.bottom() - 1, r.width(), 1), theme.colour("line"))
    if chosen and index.column() == 0:
        p.fillRect(QRectF(r.x(), r.y(), 3, r.height() - 1), theme.colour("accent"))
    current = isinstance(view, QAbstractItemView) and view.hasFocus() and view.currentIndex().row() == index.row()
    if current:
        p.fillRect(QRectF(r.x(), r.y(), r.width(), 1), theme.colour("accent"))
        p.fillRect(QRectF(r.x(), r.bottom() - 1, r.width(), 1), theme.colour("accent"))
    return chosen


class RowDelegate(QStyledItemDelegate):
    """Paints one cell of a list."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        r = QRectF(option.rect)
        chosen = paint_ground(painter, r, option, index)
        words, tone = index.data(Qt.ItemDataRole.DisplayRole) or "", index.data(TONE)
        inner = r.adjusted(10, 0, -8, -1)
        if tone and words:
            paint_pill(painter, inner.x() - 2, inner.center().y(), words, tone, inner.width())
        else:
            right = int(index.data(Qt.ItemDataRole.TextAlignmentRole) or 0) & int(Qt.AlignmentFlag.AlignRight)
            first = index.column() == 0
            text_at(painter, inner, words, "ink", bold=first and chosen, align=RIGHT if right else LEFT)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(60, theme.sizes().row)
