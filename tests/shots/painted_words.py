"""The words that our own parts paint: which of them are shortened without a tip that says the whole, lie over one
another, or have less height than their letters. Qt's own parts are looked at in clipping.py.
"""

import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from typing import Any

from PySide6.QtCore import QEvent, QPoint, QRectF
from PySide6.QtGui import QFont, QFontMetricsF, QHelpEvent, QPainter
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

from laborqa_desktop.charts.shapes import Label
from laborqa_desktop.views import chart_view, theme
from laborqa_desktop.views.parts import paint

_SPARE = 1.5


@dataclass(frozen=True)
class Word:
    """One line as it was painted.

    Attributes:
        place: what its letters cover, in the window's logical pixels.
        short: it was painted with an ellipsis.
        low: its line has less height than its letters.
        hidden: most of its height is scrolled out of sight, so that nobody would point at it.
    """

    text: str
    place: QRectF
    short: bool
    low: bool = False
    hidden: bool = False


@dataclass
class Ink:
    """Notes what is painted, from watch() on."""

    words: list[Word] = field(default_factory=list)

    def watch(self) -> None:
        """Stands between the parts and the two functions that paint words."""
        self._replace(paint.text_at, "text_at", self._noting_line(paint.text_at))
        self._replace(chart_view._write, "_write", self._noting_label(chart_view._write))

    def faults(self, root: QWidget) -> Iterator[str]:
        """What cannot be read in a window, after painting it anew."""
        self.words.clear()
        shown = root.grab()
        inside = QRectF(shown.rect())
        seen = [word for word in self.words
                if word.text.strip() and not word.place.isEmpty() and word.place.intersects(inside)]
        for word in seen:
            if word.low:
                yield f"painted low: {word.text!r}"
            if word.short and not word.hidden and word.text not in tip_of(root, word.place.center().toPoint()):
                yield f"painted short and no tip: {word.text!r}"
        yield from _overlaps(seen)

    @staticmethod
    def _replace(old: object, name: str, new: object) -> None:
        for module in list(sys.modules.values()):
            if getattr(module, name, None) is old:
                setattr(module, name, new)

    def _noting_line(self, old: Callable[..., float]) -> Callable[..., float]:
        def text_at(p: QPainter, rect: QRectF, text: str, colour: str = "ink", size: str = "body", bold: bool = False,
                    align: Any = paint.LEFT) -> float:
            took = old(p, rect, text, colour, size, bold, align)
            face = theme.font(size, bold)
            whole, high = QFontMetricsF(face).horizontalAdvance(text), float(face.pixelSize())
            left = {paint.LEFT: 0.0, paint.MIDDLE: 0.5, paint.RIGHT: 1.0}[align] * (rect.width() - took)
            place = QRectF(rect.x() + left, rect.center().y() - high / 2, took, high)
            seen = _in_window(p, place)
            self.words.append(Word(text, seen, took < whole - 1, rect.height() < high - 1, seen.height() < high / 2))
            return took
        return text_at

    def _noting_label(self, old: Callable[..., None]) -> Callable[..., None]:
        def _write(p: QPainter, shape: Label) -> None:
            old(p, shape)
            face = QFont(theme.font("body", shape.bold))
            face.setPixelSize(max(1, round(shape.size)))
            wide = QFontMetricsF(face).horizontalAdvance(shape.text)
            if shape.max_width:
                wide = min(wide, shape.max_width)
            left = {"start": 0.0, "middle": 0.5, "end": 1.0}[shape.anchor] * wide
            place = QRectF(shape.x - left, shape.y - shape.size * 0.8, wide, shape.size)
            self.words.append(Word(shape.text, _in_window(p, place), False))
        return _write


def _in_window(p: QPainter, place: QRectF) -> QRectF:
    device = p.device()
    ratio = device.devicePixelRatioF() if device is not None else 1.0
    at, engine = p.deviceTransform().mapRect(place), p.paintEngine()
    if engine is not None and not (seen := engine.systemClip()).isEmpty():
        at = at.intersected(QRectF(seen.boundingRect()))
    return QRectF(at.x() / ratio, at.y() / ratio, at.width() / ratio, at.height() / ratio)


def _overlaps(words: Sequence[Word]) -> Iterator[str]:
    for one, other in combinations(words, 2):
        if one.place.top() > other.place.bottom() or one.place.left() > other.place.right():
            continue
        both = one.place.intersected(other.place)
        if both.width() > _SPARE and both.height() > _SPARE:
            yield f"painted over one another: {one.text!r} and {other.text!r}"


def tip_of(root: QWidget, at: QPoint) -> str:
    """What the tip says when the pointer rests there.

    Args:
        at: in coordinates of root.
    """
    target: QWidget | None = root.childAt(at) or root
    QToolTip.hideText()
    while target is not None:
        place = target.mapFrom(root, at) if target is not root else at
        event = QHelpEvent(QEvent.Type.ToolTip, place, target.mapToGlobal(place))
        QApplication.sendEvent(target, event)
        if QToolTip.text():
            return QToolTip.text()
        if target is root:
            return ""
        target = target.parentWidget()
    return ""
