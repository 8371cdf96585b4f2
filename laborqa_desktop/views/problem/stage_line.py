"""The line of stages: done with a tick, the current one a filled number, later ones rings; a date or lateness below."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy

from laborqa_desktop.views import theme
from laborqa_desktop.views.icons import paint_icon, paint_in
from laborqa_desktop.views.parts.choices import Choice, Choices
from laborqa_desktop.views.parts.paint import MIDDLE, focus_ring, rounded, smooth, text_at, width_of

_DOT_PX = 26


@dataclass(frozen=True)
class Stop:
    """One stage. state: done, current, next or off; tone warn colours the words below it."""

    key: str
    name: str
    state: str
    below: str = ""
    tone: str = "ink2"


class StageLine(Choices):
    """The stages; the one chosen is looked at, which need not be the current one."""

    def __init__(self, name: str) -> None:
        self._stops: tuple[Stop, ...] = ()
        super().__init__(name, ())
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_stops(self, stops: Sequence[Stop], looked_at: str) -> None:
        """Shows other stages."""
        self._stops = tuple(stops)
        self.set_items([Choice(stop.key, stop.name, stop.below) for stop in stops])
        self.set_current(looked_at)

    def item_width(self, item: Choice) -> float:
        return self.width() / max(len(self._stops), 1)

    def set_items(self, items: Sequence[Choice]) -> None:
        """See Choices; words below a stage go into a line of their own where they find no room beside its name."""
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        super().set_items(items)

    def _wide(self, below: bool) -> float:
        """What the widest stage needs, with the words below beside its name or without."""
        def beside(stop: Stop) -> float:
            mark = theme.grown(14) + 16 if stop.tone == "warn" else 12
            return width_of(stop.below, "small") + mark if below and stop.below else 0

        return max((width_of(stop.name, bold=True) + 14 + beside(stop) for stop in self._stops), default=0)

    def _stacked(self, width: int) -> bool:
        return any(stop.below for stop in self._stops) and width < self._wide(below=True) * len(self._stops)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        line = round(theme.sizes().small * 1.6) if self._stacked(width) else 0
        return round(theme.grown(_DOT_PX) + theme.sizes().body * 1.7) + 14 + line

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._stacked(event.oldSize().width()) != self._stacked(event.size().width()):
            self.updateGeometry()       # what it needs at least has changed too

    def sizeHint(self) -> QSize:
        return QSize(360, self.heightForWidth(self.width()))

    def minimumSizeHint(self) -> QSize:
        wide = max(110.0, self._wide(below=False)) * max(len(self._stops), 1)
        return QSize(round(wide), self.heightForWidth(round(max(wide, self.width()))))

    def paintEvent(self, event: QPaintEvent) -> None:
        p, boxes = smooth(self), self.item_rects()
        size = theme.grown(_DOT_PX)
        middle = 4 + size / 2
        for number, (stop, box) in enumerate(zip(self._stops, boxes, strict=True)):
            dot = QRectF(box.x() + 4, 4, size, size)
            if number + 1 < len(boxes):
                solid = stop.state == "done"
                p.setPen(QPen(theme.colour("accent" if solid else "edge"), 1.6,
                              Qt.PenStyle.SolidLine if solid else Qt.PenStyle.DashLine))
                p.drawLine(round(dot.right() + 5), round(middle), round(boxes[number + 1].x() - 1), round(middle))
            self._dot(p, dot, stop, number + 1)
            looked = stop.key == self.current
            words = QRectF(box.x() + 4, dot.bottom() + 5, box.width() - 10, theme.sizes().body * 1.6)
            took = text_at(p, words, stop.name, "ink" if stop.state != "off" else "ink2", bold=looked)
            if stop.below:
                x, low = words.x() + took + 8, words
                if self._stacked(self.width()):
                    x, low = words.x(), words.translated(0, words.height() - 2)
                if stop.tone == "warn":
                    side = theme.grown(14)
                    paint_icon(p, "alert-triangle", x, low.center().y() - side / 2, side, "warn")
                    x += side + 4
                text_at(p, QRectF(x, low.y(), box.right() - x, low.height()), stop.below, stop.tone, "small")
            if looked:
                rounded(p, QRectF(words.x(), words.bottom() + 1, took, 3), 1.5, "accent")
            if looked and self.hasFocus():
                focus_ring(p, QRectF(words.x() - 4, words.y() - 1, box.width() - 4, words.height() + 6))

    def _dot(self, p: QPainter, dot: QRectF, stop: Stop, number: int) -> None:
        if stop.state == "done":
            rounded(p, dot, dot.height() / 2, "accent_soft")
            paint_in(p, "check", dot, theme.grown(16), "accent")
        elif stop.state == "current":
            rounded(p, dot, dot.height() / 2, "accent_fill")
            text_at(p, dot, str(number), "on_accent", bold=True, align=MIDDLE)
        else:
            rounded(p, dot, dot.height() / 2, "surface", "edge", 1.4)
            text_at(p, dot, str(number), "ink2", align=MIDDLE)
