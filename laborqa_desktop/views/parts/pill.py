"""A state in a pill: icon and word on a soft ground. Never colour alone."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from laborqa_desktop.views import theme
from laborqa_desktop.views.icons import OF_STATE, paint_icon
from laborqa_desktop.views.parts.paint import Painted, rounded, smooth, text_at, width_of


def pill_width(text: str, tone: str) -> float:
    """Width of a pill in logical pixels."""
    return width_of(text, "small") + 16 + (_icon_px() + 4 if tone in OF_STATE else 0)


def _icon_px() -> int:
    return theme.sizes().small + 2


def paint_pill(p: QPainter, x: float, middle: float, text: str, tone: str, widest: float = 10_000) -> float:
    """Paints a pill and returns its width.

    Args:
        middle: y of its middle line.
        tone: ok, warn, error, accent, or plain (no icon).
        widest: it is shortened to that.
    """
    name = OF_STATE.get(tone, "")
    width, height = min(pill_width(text, tone), widest), theme.sizes().small + 10
    rounded(p, QRectF(x, middle - height / 2, width, height), height / 2, f"{tone}_soft" if name else "sunken")
    colour = tone if name else "ink2"
    left = x + 8
    if name:
        side = _icon_px()
        paint_icon(p, name, x + 7, middle - side / 2, side, colour)
        left = x + side + 11
    text_at(p, QRectF(left, middle - height / 2, x + width - left - 6, height), text, colour, "small")
    return width


class Pill(Painted):
    """A state as a widget of its own."""

    def __init__(self, text: str = "", tone: str = "plain") -> None:
        super().__init__()
        self._text, self._tone = text, tone
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_state(self, text: str, tone: str) -> None:
        """Shows another state."""
        self._text, self._tone = text, tone
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(round(pill_width(self._text, self._tone)) + 1, theme.sizes().small + 12)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_pill(smooth(self), 0, self.height() / 2, self._text, self._tone)
