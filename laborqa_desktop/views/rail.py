"""The navigation rail: an icon over a short word; the current one is a white tile with a bar."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QSizePolicy

from laborqa_desktop.views import shortcuts, theme
from laborqa_desktop.views.i18n import say
from laborqa_desktop.views.icons import paint_icon
from laborqa_desktop.views.parts.grown import fixed_width
from laborqa_desktop.views.parts.label import Mark
from laborqa_desktop.views.parts.layout import column, row
from laborqa_desktop.views.parts.paint import MIDDLE, PaintedButton, focus_ring, rounded, smooth, text_at, width_of
from laborqa_desktop.views.screens import Area
from laborqa_desktop.views.tokens import Sizes

_ICON_PX, _LARGEST_ICON_PX = 22, 34        # with text of the usual size; with large text all areas stand in 640 px


def _icon_px() -> int:
    return min(theme.grown(_ICON_PX), _LARGEST_ICON_PX)


class RailButton(PaintedButton):
    """One area."""

    def __init__(self, area: Area, keys: str) -> None:
        super().__init__()
        self.key, self.keys = area.key, keys
        self._icon, self._words, self._badge = area.icon, say(area.title), 0
        self.setCheckable(True)
        self.setToolTip(f"{self._words}  {keys}")
        self.setAccessibleName(self._words)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        s = theme.sizes()
        return QSize(s.rail, s.small + 22 + _icon_px())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def set_badge(self, number: int) -> None:
        """Shows how many things wait there; 0 shows nothing."""
        self._badge = number
        self.setAccessibleName(f"{self._words} {number}" if number else self._words)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        p, on, width, height = smooth(self), self.isChecked(), self.width(), self.height()
        tile = QRectF(6, 1, width - 12, height - 2)
        if on:
            rounded(p, tile, 8, "surface", "line")
            rounded(p, QRectF(0, height / 2 - 12, 3, 24), 1.5, "accent")
        elif self.underMouse():
            rounded(p, tile, 8, "hover")
        colour, side = "accent" if on else "ink2", _icon_px()
        paint_icon(p, self._icon, width / 2 - side / 2, 7, side, colour)
        text_at(p, QRectF(4, side + 8, width - 8, height - side - 12), self._words, colour, "small", on, MIDDLE)
        if self._badge:
            words = str(self._badge) if self._badge < 1000 else "999+"
            across = width_of(words, "tiny", True) + 9
            high = theme.sizes().tiny + 5.0
            pill = QRectF(min(width / 2 + theme.grown(5), width - across - 2), 3, across, high)
            rounded(p, pill, high / 2, "accent_fill")
            text_at(p, pill, words, "on_accent", "tiny", True, MIDDLE)
        if self.hasFocus():
            focus_ring(p, tile, 8)


class Rail(QFrame):
    """All areas; the settings stand at the bottom.

    Signals:
        chosen: key of an area.
    """

    chosen = Signal(str)

    def __init__(self, areas: Sequence[Area]) -> None:
        super().__init__()
        self.setProperty("box", "sunken")
        fixed_width(self, Sizes.rail)
        self._group = QButtonGroup(self)
        self._buttons = {area.key: RailButton(area, shortcuts.area(n)) for n, area in enumerate(areas, 1)}
        for made in self._buttons.values():
            self._group.addButton(made)
            made.clicked.connect(lambda _=False, key=made.key: self.chosen.emit(key))
        *above, last = self._buttons.values()
        top = row(None, Mark(), None, margins=(0, 10, 0, 10))
        self.setLayout(column(top, 2, *above, None, last, 6, gap=4))

    def set_current(self, key: str) -> None:
        """Marks an area as current."""
        if key in self._buttons:
            self._buttons[key].setChecked(True)

    def set_badge(self, key: str, number: int) -> None:
        """Shows a number at an area."""
        self._buttons[key].set_badge(number)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            keys = list(self._buttons)
            here = next((n for n, b in enumerate(self._buttons.values()) if b.hasFocus()), 0)
            step = 1 if event.key() == Qt.Key.Key_Down else -1
            self._buttons[keys[(here + step) % len(keys)]].setFocus()
            return
        super().keyPressEvent(event)
