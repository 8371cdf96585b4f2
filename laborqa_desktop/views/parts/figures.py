"""Figures at a glance: a share bar and a key figure that opens its list."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from laborqa_desktop.views import theme
from laborqa_desktop.views.icons import paint_icon
from laborqa_desktop.views.parts.paint import Painted, PaintedButton, focus_ring, rounded, smooth, text_at


class Meter(Painted):
    """A thin bar of shares; a red part is hatched too, since red and amber look alike to some eyes.

    Args:
        parts: (share of 1, token).
    """

    def __init__(self, name: str, parts: Sequence[tuple[float, str]] = (), height: int = 6) -> None:
        super().__init__()
        self._parts = tuple(parts)
        self.setFixedHeight(height)
        self.setMinimumWidth(40)
        self.setAccessibleName(name)

    def show_parts(self, parts: Sequence[tuple[float, str]]) -> None:
        """Shows other shares."""
        self._parts = tuple(parts)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        p, r, x = smooth(self), QRectF(self.rect()), 0.0
        clip = QPainterPath()
        clip.addRoundedRect(r, r.height() / 2, r.height() / 2)
        p.setClipPath(clip)
        p.fillRect(r, theme.colour("sunken"))
        for share, tone in self._parts:
            part = QRectF(x, 0, r.width() * share, r.height())
            p.fillRect(part, theme.colour(tone))
            if tone == "error":
                p.fillRect(part, QBrush(theme.colour("surface"), Qt.BrushStyle.BDiagPattern))
            x += part.width() + 1


class KeyFigure(PaintedButton):
    """A number that opens its list: name, number and unit, a small line with numerator and denominator."""

    def __init__(self, name: str, value: str, unit: str = "", detail: str = "", tone: str = "") -> None:
        super().__init__()
        self._name = name
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_value(value, unit, detail, tone)

    def show_value(self, value: str, unit: str = "", detail: str = "", tone: str = "") -> None:
        """Shows another value.

        Args:
            tone: ok or warn colours the small line and gives it its icon: better or worse, not up or down.
        """
        self._value, self._unit, self._detail, self._tone = value, unit, detail, tone
        self.setAccessibleName(f"{self._name} {value} {unit}".strip())
        self.setAccessibleDescription(detail)
        self.update()

    def sizeHint(self) -> QSize:
        s = theme.sizes()
        return QSize(150, round((s.quiet + s.figure + s.small) * 1.4) + 22)

    def minimumSizeHint(self) -> QSize:
        return QSize(110, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        p, r, s = smooth(self), QRectF(self.rect()), theme.sizes()
        rounded(p, r, 8, "hover" if self.underMouse() else "surface", "line")
        y, line = 9.0, s.quiet * 1.5
        side, mark = theme.grown(16), theme.grown(14)
        text_at(p, QRectF(14, y, r.width() - side - 24, line), self._name, "ink2", "quiet")
        paint_icon(p, "chevron-right", r.right() - side - 10, y + (line - side) / 2, side, "ink3")
        y += line
        took = text_at(p, QRectF(14, y, r.width() - 28, s.figure * 1.35), self._value, "ink", "figure", True)
        text_at(p, QRectF(20 + took, y + 4, r.width() - took - 30, s.figure * 1.35), self._unit, "ink2", "quiet")
        y += s.figure * 1.35 + 2
        left = 14.0
        if self._tone:
            paint_icon(p, "circle-check" if self._tone == "ok" else "alert-triangle", left,
                       y + (s.small * 1.5 - mark) / 2, mark, self._tone)
            left += mark + 6
        text_at(p, QRectF(left, y, r.width() - left - 10, s.small * 1.5), self._detail, self._tone or "ink2", "small")
        if self.hasFocus():
            focus_ring(p, r, 8)
