"""What the cards of the four steps share: how far one is, a heading, and Esc as the way back."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QFrame, QLayout, QSizePolicy

from laborqa_desktop.views import theme
from laborqa_desktop.views.parts.label import label
from laborqa_desktop.views.parts.layout import Item, column
from laborqa_desktop.views.parts.paint import RIGHT, Painted, rounded, smooth, text_at, width_of

STEPS = 4
_BAR, _GAP = 34.0, 6.0


class StepMark(Painted):
    """Four short bars, those done and the current one filled, and "2 / 4" behind them."""

    def __init__(self, step: int) -> None:
        super().__init__()
        self._step = step
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Step {number} of {count}").format(number=step, count=STEPS))

    def sizeHint(self) -> QSize:
        return QSize(round(STEPS * (_BAR + _GAP) + width_of(self.accessibleName(), "small")) + 12,
                     theme.sizes().small + 8)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        p, middle = smooth(self), self.height() / 2
        for place in range(STEPS):
            tone = "accent" if place < self._step else "line"
            rounded(p, QRectF(place * (_BAR + _GAP), middle - 2, _BAR, 4), 2, tone)
        text_at(p, QRectF(STEPS * (_BAR + _GAP), 0, self.width() - STEPS * (_BAR + _GAP), self.height()),
                self.accessibleName(), "ink2", "small", align=RIGHT)


class StepCard(QFrame):
    """One step.

    Signals:
        went_back: Esc, or its button to go back.
    """

    went_back = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("box", "card")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.go_back()
            return
        super().keyPressEvent(event)

    def go_back(self) -> None:
        """One step back."""
        self.went_back.emit()


def step_layout(step: int, title: str, *items: Item, gap: int = 10) -> QLayout:
    """The layout of a step: mark and heading above the rest."""
    return column(StepMark(step), label(title, "page", wrap=True), *items, gap=gap, margins=(32, 20, 32, 20))
