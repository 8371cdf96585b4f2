"""Where one is among the steps of a task: done ones ticked, the current one filled, later ones as rings."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy

from laborqa_desktop.views import theme
from laborqa_desktop.views.icons import paint_icon
from laborqa_desktop.views.parts.paint import MIDDLE, Painted, rounded, smooth, text_at, width_of

_DISC, _LINE, _GAP = 22.0, 26.0, 8.0


class StepLine(Painted):
    """The line. It only shows; the buttons below it move on."""

    def __init__(self, names: Sequence[str]) -> None:
        super().__init__()
        self._names, self._current = tuple(names), 0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_current(0)

    def set_current(self, place: int) -> None:
        """Says which step it is, from 0."""
        self._current = place
        self.setAccessibleName(f"{place + 1} / {len(self._names)}: {self._names[place]}")
        self.update()

    def sizeHint(self) -> QSize:
        words = sum(width_of(name, "quiet", bold=True) for name in self._names)
        count = len(self._names)
        return QSize(round(words + count * (_DISC + _GAP) + (count - 1) * (_LINE + 2 * _GAP)) + 4,
                     max(28, theme.sizes().quiet + 12))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        p, x, middle = smooth(self), 1.0, self.height() / 2
        for place, name in enumerate(self._names):
            disc = QRectF(x, middle - _DISC / 2, _DISC, _DISC)
            if place < self._current:
                rounded(p, disc, _DISC / 2, "accent_soft")
                paint_icon(p, "check", x + 4, middle - 7, 14, "accent")
            elif place == self._current:
                rounded(p, disc, _DISC / 2, "accent_fill")
                text_at(p, disc, str(place + 1), "on_accent", "small", True, MIDDLE)
            else:
                rounded(p, disc, _DISC / 2, "", "edge")
                text_at(p, disc, str(place + 1), "ink2", "small", align=MIDDLE)
            x += _DISC + _GAP
            bold = place == self._current
            tone = "ink" if place <= self._current else "ink2"
            text_at(p, QRectF(x, 0, 400, self.height()), name, tone, "quiet", bold)
            x += width_of(name, "quiet", bold=True) + _GAP
            if place + 1 < len(self._names):
                p.setPen(QPen(theme.colour("accent" if place < self._current else "line"), 2))
                p.drawLine(QPointF(x, middle), QPointF(x + _LINE, middle))
                x += _LINE + _GAP
