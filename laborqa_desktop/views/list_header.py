"""The heading of a list: word, sort arrow, funnel; a filled accent funnel and a bold word mean filtered."""

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QHeaderView, QToolTip, QWidget

from laborqa_desktop.views import theme
from laborqa_desktop.views.icons import paint_icon
from laborqa_desktop.views.parts.paint import LEFT, RIGHT, text_at, width_of


def _funnel() -> int:
    """Room of the funnel at the right end of a heading."""
    return theme.grown(14) + 12


class ListHeader(QHeaderView):
    """The heading.

    Signals:
        sort_asked: section whose word was clicked.
        filter_asked: section whose funnel was clicked.
    """

    sort_asked = Signal(int)
    filter_asked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._sorted: dict[int, bool] = {}
        self._filtered: set[int] = set()
        self._pointed = -1
        self.plain = False      # no funnels: the heading of an entry grid
        self.setSectionsClickable(True)
        self.setSectionsMovable(False)
        self.setMinimumSectionSize(48)
        self.setHighlightSections(False)
        self.setMouseTracking(True)

    def show_state(self, order: dict[int, bool], filtered: set[int]) -> None:
        """Marks sorted sections (section -> descending) and filtered ones."""
        self._sorted, self._filtered = order, filtered
        self.viewport().update()

    def point_at(self, section: int) -> None:
        """Marks the section whose filter Alt+Down opens; -1 for none."""
        if section != self._pointed:
            self._pointed = section
            self.viewport().update()

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), theme.sizes().heading)

    def funnel_corner(self, section: int) -> QPoint:
        """Where a filter pop-up of that section hangs, in global coordinates."""
        return self.viewport().mapToGlobal(QPoint(self.sectionViewportPosition(section), self.height()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        x = round(event.position().x())
        section = self.logicalIndexAt(x)
        resizing = self.cursor().shape() == Qt.CursorShape.SplitHCursor
        super().mouseReleaseEvent(event)
        if section < 0 or resizing or event.button() != Qt.MouseButton.LeftButton:
            return
        right = self.sectionViewportPosition(section) + self.sectionSize(section)
        (self.filter_asked if x > right - _funnel() else self.sort_asked).emit(section)

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        r, model = QRectF(rect), self.model()
        painter.fillRect(r, theme.colour("sunken"))
        words = str(model.headerData(logicalIndex, Qt.Orientation.Horizontal) or "")
        filtered = logicalIndex in self._filtered
        align = RIGHT if int(model.headerData(logicalIndex, Qt.Orientation.Horizontal,
                                              Qt.ItemDataRole.TextAlignmentRole) or 0) & 2 else LEFT
        arrow = theme.grown(12) + 4 if logicalIndex in self._sorted else 0
        right = 8 if self.plain else _funnel()
        took = text_at(painter, r.adjusted(10, 0, -right - arrow, 0), words, "ink2", "small", filtered, align)
        if arrow:
            x = r.x() + 13 + took if align == LEFT else r.right() - _funnel() - theme.grown(12) - 2
            name = "arrow-down" if self._sorted[logicalIndex] else "arrow-up"
            small = theme.grown(12)
            paint_icon(painter, name, x, r.center().y() - small / 2, small, "ink2")
        if self.plain:
            painter.restore()
            return
        if logicalIndex == self._pointed:
            painter.fillRect(QRectF(r.x(), r.bottom() - 2, r.width() - 1, 2), theme.colour("accent"))
        name, colour = ("filter-filled", "accent") if filtered else ("filter", "ink3")
        side = theme.grown(14)
        paint_icon(painter, name, r.right() - side - 8, r.center().y() - side / 2, side, colour)
        painter.restore()

    def viewportEvent(self, event: QEvent) -> bool:
        """A word that is cut off is said in the tip."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            section = self.logicalIndexAt(event.pos())
            words = str(self.model().headerData(section, Qt.Orientation.Horizontal) or "") if section >= 0 else ""
            QToolTip.showText(event.globalPos(), words if words and self.width_for(section) > self.sectionSize(section)
                              else "", self)
            return True
        return super().viewportEvent(event)

    def width_for(self, section: int) -> int:
        """The least width that shows the whole word with its marks."""
        words = str(self.model().headerData(section, Qt.Orientation.Horizontal) or "")
        return round(width_of(words, "small", True)) + (22 if self.plain else _funnel() + theme.grown(12) + 18)
