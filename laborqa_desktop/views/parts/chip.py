"""Filter chips: name quiet, value in the accent colour, a cross; Del removes."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from laborqa_desktop.views import theme
from laborqa_desktop.views.icons import paint_icon
from laborqa_desktop.views.parts.paint import PaintedButton, focus_ring, rounded, smooth, text_at, width_of

_X_PX, _PLUS_PX = 12, 14        # with text of the usual size
_WIDEST_VALUE = 160


class Chip(PaintedButton):
    """An active filter; a click on it opens the filter, the cross or Del takes it away.

    Signals:
        removed: the user wants it gone.
    """

    removed = Signal()

    def __init__(self, name: str, value: str) -> None:
        super().__init__()
        self._name, self._value = name, value
        self.setAccessibleName(f"{name} {value}")
        self.setToolTip(f"{name} {value}")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        value = min(width_of(self._value, "small"), _WIDEST_VALUE)
        words = round(width_of(self._name, "small") + value)
        return QSize(words + theme.grown(_X_PX) + 30, theme.sizes().control_small)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit()
            return
        super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        cross = self.width() - theme.grown(_X_PX) - 12
        if event.position().x() > cross and self.rect().contains(event.position().toPoint()):
            self.setDown(False)
            self.removed.emit()
            return
        super().mouseReleaseEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        p, r = smooth(self), QRectF(self.rect())
        rounded(p, r, 6, "accent_soft")
        took = text_at(p, r.adjusted(8, 0, 0, 0), self._name, "ink2", "small")
        side = theme.grown(_X_PX)
        text_at(p, r.adjusted(12 + took, 0, -side - 12, 0), self._value, "accent", "small")
        paint_icon(p, "x", r.right() - side - 7, r.center().y() - side / 2, side,
                   "ink" if self.underMouse() else "ink2")
        if self.hasFocus():
            focus_ring(p, r)


class AddChip(PaintedButton):
    """The dashed chip that adds a filter, or another small thing."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(round(width_of(self._name, "small")) + theme.grown(_PLUS_PX) + 24, theme.sizes().control_small)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        p, r = smooth(self), QRectF(self.rect())
        rounded(p, r, 6, "hover" if self.underMouse() else "", "edge", dashed=True)
        side = theme.grown(_PLUS_PX)
        paint_icon(p, "plus", 8, r.center().y() - side / 2, side, "ink2")
        text_at(p, r.adjusted(side + 12, 0, 0, 0), self._name, "ink2", "small")
        if self.hasFocus():
            focus_ring(p, r)
