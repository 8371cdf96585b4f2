"""Libraries opened before, to choose from; and what stands beside each."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip

from laborqa_desktop.views import theme
from laborqa_desktop.views.icons import paint_icon
from laborqa_desktop.views.parts.paint import RIGHT, Painted, focus_ring, rounded, smooth, text_at, width_of
from laborqa_desktop.views.parts.pill import paint_pill

MOST_SHOWN = 4


@dataclass(frozen=True)
class Recent:
    """One library.

    Attributes:
        place: its folder, shortened for reading.
        opened: when it was last opened, for reading.
        facts: its size and its last backup, for reading; "" where nobody looked yet.
        tag: a word in a pill, such as "Sample"; "" for none.
        password: filled in, because everybody knows it: the sample's.
        words: said instead of the usual ones when it is chosen.
    """

    folder: str
    name: str
    place: str
    opened: str = ""
    facts: str = ""
    tag: str = ""
    password: str = ""
    words: str = ""


class RecentList(Painted):
    """One stop in the Tab order; Up and Down choose.

    Signals:
        chosen: the folder of the library chosen by hand.
    """

    chosen = Signal(str)

    def __init__(self, name: str, items: Sequence[Recent]) -> None:
        super().__init__()
        self._name, self._items, self._current = name, tuple(items[:MOST_SHOWN]), 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._tell()

    @property
    def current(self) -> Recent | None:
        """The library chosen."""
        return self._items[self._current] if self._items else None

    def step(self, by: int) -> None:
        """Chooses the next or previous one."""
        self._choose(max(0, min(len(self._items) - 1, self._current + by)))

    def _choose(self, place: int) -> None:
        if self._items and place != self._current:
            self._current = place
            self._tell()
            self.update()
            self.chosen.emit(self._items[place].folder)

    def _tell(self) -> None:
        now = self.current
        self.setAccessibleName(f"{self._name}: {now.name}" if now else self._name)
        self.setAccessibleDescription(", ".join(filter(None, (now.place, now.opened, now.facts))) if now else "")

    def _line(self) -> int:
        s = theme.sizes()
        return round((s.body + s.small) * 1.5) + 22

    def sizeHint(self) -> QSize:
        return QSize(320, len(self._items) * (self._line() + 4))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.step(1 if event.key() == Qt.Key.Key_Down else -1)
            return
        super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._choose(min(len(self._items) - 1, int(event.position().y()) // (self._line() + 4)))

    def event(self, event: QEvent) -> bool:
        """The tip says name and place in full; they may be cut off."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            place = event.pos().y() // (self._line() + 4)
            item = self._items[place] if 0 <= place < len(self._items) else None
            words = "\n".join(filter(None, (item.name, item.place, item.facts, item.opened))) if item else ""
            QToolTip.showText(event.globalPos(), words, self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        p, height = smooth(self), self._line()
        for place, item in enumerate(self._items):
            r = QRectF(0, place * (height + 4), self.width(), height)
            on = place == self._current
            if on:
                rounded(p, r, 8, "accent_soft")
                rounded(p, QRectF(4, r.y() + height / 2 - 14, 3, 28), 1.5, "accent")
            side = theme.grown(22)
            paint_icon(p, "database", 16, r.center().y() - side / 2, side, "accent" if on else "ink2")
            left = side + 28.0
            half, right = height / 2, r.width() - 14
            when = width_of(item.opened, "small") + 4
            took = text_at(p, QRectF(left, r.y() + 8, right - left - 12 - when, half - 6), item.name, "ink", bold=True)
            if item.tag:
                paint_pill(p, left + 8 + took, r.y() + 8 + (half - 6) / 2, item.tag, "plain")
            low = QRectF(left, r.y() + half + 1, right - left, half - 9)
            taken = text_at(p, low, item.facts, "ink2", "small", align=RIGHT) + 12 if item.facts else 0
            text_at(p, low.adjusted(0, 0, -taken, 0), item.place, "ink2", "small")
            text_at(p, QRectF(right - when, r.y() + 8, when, half - 6), item.opened, "ink2", "small", align=RIGHT)
            if on and self.hasFocus():
                focus_ring(p, r, 8)
